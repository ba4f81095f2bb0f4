// Command tag trains the tagger and the lemmatizer on the train parts of the treebanks.
//
//	tag -corpora DIR [-out nlp/tag]
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/tag", "`folder` to write tags.model, sure.txt, lemmas.model and lemmas.txt to")
	epochs := flag.Int("epochs", 12, "passes over the data")
	flag.Parse()
	if err := run(*corpora, *out, *epochs); err != nil {
		log.Fatal(err)
	}
}

func run(corpora, out string, epochs int) error {
	var docs []*nlp.Document
	for _, file := range []string{"treebank/ewt/en_ewt-train.conllu.gz", "treebank/gum/gum-train.conllu.gz"} {
		sentences, err := conllu.ReadFile(filepath.Join(corpora, file))
		if err != nil {
			return err
		}
		for _, s := range sentences {
			docs = append(docs, s.NewDocument(true))
		}
	}
	models, err := tag.Train(docs, epochs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "tags.model"), models.Tags, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "sure.txt"), models.Sure, 0o644); err != nil {
		return err
	}
	model, exceptions, err := tag.TrainLemmas(docs, epochs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "lemmas.model"), model, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "lemmas.txt"), exceptions, 0o644)
}
