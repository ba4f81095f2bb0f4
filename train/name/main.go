// Command name trains the labellers of names, and makes the gazetteer that they look into. The first pass is trained on all texts;
// what it gives the second pass to learn from is made in folds, each labelled by a model that was trained on the others.
//
//	name -corpora DIR [-out nlp/name]
//	name -corpora DIR -confidence
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/train/bio"
	"github.com/hearsay-nlp/hearsay/train/sequence"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	groups := flag.String("groups", "nlp/entity/groups.txt", "`list` of peoples and faiths")
	out := flag.String("out", "nlp/name", "`folder` to write gazetteer.model, first.model and second.model to")
	epochs := flag.Int("epochs", 10, "passes over the data")
	orders := flag.Int("orders", 4, "orders of the data whose weights are averaged")
	folds := flag.Int("folds", 4, "folds in which the second pass's input is made")
	silver := flag.Int("silver", 0, "share of the automatic labels of PolNeAR's articles to train on, in `percent`")
	confidence := flag.Bool("confidence", false, "train only the confidence of the names that the built-in models find")
	flag.Parse()
	if *confidence {
		if err := learnConfidence(*corpora, *out); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*corpora, *groups, *out, *epochs, *orders, *folds, *silver); err != nil {
		log.Fatal(err)
	}
}

var began = time.Now()

func logf(format string, args ...any) {
	log.Printf("%6.1fs "+format, append([]any{time.Since(began).Seconds()}, args...)...)
}

func run(corpora, groups, out string, epochs, orders, folds, silver int) error {
	gazetteer, err := buildGazetteer(filepath.Join(corpora, "gazetteer"), groups)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "gazetteer.model"), gazetteer, 0o644); err != nil {
		return err
	}
	logf("gazetteer of %d bytes", len(gazetteer))
	train, err := readTrain(corpora, silver)
	if err != nil {
		return err
	}
	dev, err := read(filepath.Join(corpora, "ner/conll2003/dev.bio"), false)
	if err != nil {
		return err
	}
	lessons, err := prepare(train, gazetteer)
	if err != nil {
		return err
	}
	tests, err := prepare(dev, gazetteer)
	if err != nil {
		return err
	}
	logf("%d texts to train on, %d to measure with", len(train), len(dev))
	passes := sequence.Passes{
		Labels: name.LabelNames, Allowed: name.Allowed, Epochs: epochs, Orders: orders, Folds: folds,
		LeastSeen: 2, Cost: 1, LeastWeight: 0.3, Limit: 250,
		Report: func(pass string, label func(*sequence.Lesson) []uint8) { logf("%s: %s", pass, measure(label, tests)) },
	}
	first, second := passes.Train(lessons, tests)
	if err := os.WriteFile(filepath.Join(out, "first.model"), first, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "second.model"), second, 0o644)
}

// readTrain reads the texts to train on.
func readTrain(corpora string, silver int) ([]*text, error) {
	var all []*text
	for _, c := range []struct {
		file string
		open bool
	}{
		{"conll2003/train.bio.gz", false}, {"wikigold/train.bio", false}, {"uner-ewt/train.bio.gz", true}, {"crossner-politics/train.bio", false},
		{"gum/train.bio.gz", true},
	} {
		texts, err := read(filepath.Join(corpora, "ner", c.file), c.open)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	if silver > 0 {
		texts, err := bio.ReadSilver(filepath.Join(corpora, "ner/polnear-silver/train.tsv.gz"))
		if err != nil {
			return nil, err
		}
		for i, t := range texts {
			if i*silver/100 != (i+1)*silver/100 {
				all = append(all, newText(t, false))
			}
		}
	}
	return all, nil
}

func read(file string, open bool) ([]*text, error) {
	texts, err := bio.Read(file, sentencesADocument)
	var out []*text
	for _, t := range texts {
		out = append(out, newText(t, open))
	}
	return out, err
}

// sentencesADocument is how many sentences of a corpus without documents are taken for one.
const sentencesADocument = 5

// prepare returns texts as lessons.
func prepare(texts []*text, gazetteer []byte) ([]*sequence.Lesson, error) {
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	var out []*sequence.Lesson
	for _, t := range texts {
		tags.Annotate(t.doc)
		view, err := name.NewText(t.doc, gazetteer)
		if err != nil {
			return nil, err
		}
		x := &sequence.Lesson{Text: view, Truth: t.truth}
		for _, s := range t.doc.Sentences {
			x.Parts = append(x.Parts, [2]int{s.First, s.First + s.Count})
		}
		if t.open {
			x.Open = open(t.truth)
		}
		out = append(out, x)
	}
	return out, nil
}

// open returns what may be true of tokens whose names of the sort MISC are not all marked: what is in no name may be in one of them.
func open(truth []uint8) []uint32 {
	var misc uint32
	for place := range 4 {
		misc |= 1 << name.Label(slices.Index(name.SortNames, "MISC"), place)
	}
	out := make([]uint32, len(truth))
	for i, t := range truth {
		if out[i] = 1 << t; t == 0 || out[i]&misc != 0 {
			out[i] |= 1 | misc
		}
	}
	return out
}

// measure returns the exact F1 of names, by sort.
func measure(label func(*sequence.Lesson) []uint8, tests []*sequence.Lesson) string {
	hit, gold, found := make([]float64, 5), make([]float64, 5), make([]float64, 5)
	for _, t := range tests {
		truth, guess := names(t.Truth), names(label(t))
		for s := range truth {
			gold[s.sort]++
			if guess[s] {
				hit[s.sort]++
			}
		}
		for s := range guess {
			found[s.sort]++
		}
	}
	for _, list := range [][]float64{hit, gold, found} {
		for k := range 4 {
			list[4] += list[k]
		}
	}
	var b strings.Builder
	for k, sort := range append(slices.Clone(name.SortNames), "all") {
		fmt.Fprintf(&b, "%s P %.1f R %.1f F1 %.1f  ", sort, 100*hit[k]/found[k], 100*hit[k]/gold[k], 200*hit[k]/(gold[k]+found[k]))
	}
	return b.String()
}

type span struct{ sort, first, end int }

// names returns the names that labels make: a name begins with place 0 or 3.
func names(labels []uint8) map[span]bool {
	out := make(map[span]bool)
	for i := 0; i < len(labels); {
		j := i + 1
		if labels[i] != 0 {
			for j < len(labels) && labels[j] != 0 && ((labels[j]-1)%4 == 1 || (labels[j]-1)%4 == 2) {
				j++
			}
			out[span{int(labels[i]-1) / 4, i, j}] = true
		}
		i = j
	}
	return out
}
