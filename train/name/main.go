// Command name trains the labellers of names, and makes the gazetteer that they look into. The first pass is trained on all texts;
// what it gives the second pass to learn from is made in parts, each labelled by a model that was trained on the others.
//
//	name -corpora DIR [-out nlp/name]
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
	out := flag.String("out", "nlp/name", "`folder` to write gazetteer.model, first.model and second.model to")
	epochs := flag.Int("epochs", 10, "passes over the data")
	parts := flag.Int("parts", 4, "parts in which the second pass's input is made")
	silver := flag.Int("silver", 0, "share of the automatic labels of PolNeAR's articles to train on, in `percent`")
	flag.Parse()
	if err := run(*corpora, *out, *epochs, *parts, *silver); err != nil {
		log.Fatal(err)
	}
}

var began = time.Now()

func logf(format string, args ...any) {
	log.Printf("%6.1fs "+format, append([]any{time.Since(began).Seconds()}, args...)...)
}

const (
	leastSeen   = 2
	cost        = 1.0 // margin
	leastWeight = 0.3 // smaller weights are left out
	weightLimit = 250
)

func run(corpora, out string, epochs, parts, silver int) error {
	gazetteer, err := buildGazetteer(filepath.Join(corpora, "gazetteer"))
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
	first := learn(lessons, tests, epochs, func(l *lesson) source { return l.view.First })
	logf("first pass: %s", measure(first, tests))
	if err := first.write(filepath.Join(out, "first.model")); err != nil {
		return err
	}
	for _, t := range tests {
		t.labels = first.label(t)
	}
	for part := range parts {
		var others []*lesson
		for i, l := range lessons {
			if i%parts != part {
				others = append(others, l)
			}
		}
		model := first.again(others, epochs)
		for i := part; i < len(lessons); i += parts {
			lessons[i].labels = model.label(lessons[i])
		}
		logf("part %d of %d", part+1, parts)
	}
	first.sequences = nil
	second := learn(lessons, tests, epochs, func(l *lesson) source { return l.view.Second(l.labels) })
	logf("second pass: %s", measure(second, tests))
	return second.write(filepath.Join(out, "second.model"))
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

// A lesson is a text with the labels of the first pass.
type lesson struct {
	*text
	view   *name.Text
	labels []uint8
}

func prepare(texts []*text, gazetteer []byte) ([]*lesson, error) {
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	var out []*lesson
	for _, t := range texts {
		tags.Annotate(t.doc)
		view, err := name.NewText(t.doc, gazetteer)
		if err != nil {
			return nil, err
		}
		out = append(out, &lesson{text: t, view: view})
	}
	return out, nil
}

// source makes the features of a token.
type source = func(list []uint64, i int) []uint64

// A labeller is a trained pass.
type labeller struct {
	model      *sequence.Perceptron
	vocabulary *sequence.Vocabulary
	sequences  map[*lesson][]*sequence.Sequence
}

// learn trains a pass on lessons, and numbers the features of tests too.
func learn(lessons, tests []*lesson, epochs int, of func(*lesson) source) *labeller {
	l := &labeller{vocabulary: sequence.NewVocabulary(), sequences: make(map[*lesson][]*sequence.Sequence)}
	var buf []uint64
	for _, lesson := range lessons {
		features := of(lesson)
		for i := range lesson.truth {
			buf = features(buf[:0], i)
			l.vocabulary.Count(buf)
		}
	}
	for _, lesson := range slices.Concat(lessons, tests) {
		features := of(lesson)
		for _, sent := range lesson.doc.Sentences {
			s := &sequence.Sequence{Truth: lesson.truth[sent.First : sent.First+sent.Count]}
			for i := sent.First; i < sent.First+sent.Count; i++ {
				buf = features(buf[:0], i)
				s.Features = l.vocabulary.Number(s.Features, buf, leastSeen)
				s.Ends = append(s.Ends, int32(len(s.Features)))
			}
			s.Features = slices.Clone(s.Features)
			if lesson.open {
				s.Open = open(s.Truth)
			}
			l.sequences[lesson] = append(l.sequences[lesson], s)
		}
	}
	logf("%d features", l.vocabulary.Len())
	l.model = l.train(lessons, epochs)
	return l
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

func (l *labeller) train(lessons []*lesson, epochs int) *sequence.Perceptron {
	p := sequence.NewPerceptron(l.vocabulary.Len(), len(name.LabelNames), name.Allowed)
	var data []*sequence.Sequence
	for _, lesson := range lessons {
		data = append(data, l.sequences[lesson]...)
	}
	p.Learn(data, epochs, cost, 1)
	p.Prune(leastWeight)
	return p
}

// again trains the same pass on other lessons of the same features.
func (l *labeller) again(lessons []*lesson, epochs int) *labeller {
	return &labeller{l.train(lessons, epochs), l.vocabulary, l.sequences}
}

func (l *labeller) label(lesson *lesson) []uint8 {
	var labels []uint8
	for _, s := range l.sequences[lesson] {
		labels = append(labels, l.model.Decode(s)...)
	}
	return labels
}

func (l *labeller) write(file string) error {
	data := l.model.Encode(l.vocabulary, name.LabelNames, weightLimit)
	logf("%s: %d bytes", file, len(data))
	return os.WriteFile(file, data, 0o644)
}

// measure returns the exact F1 of names, by sort.
func measure(l *labeller, tests []*lesson) string {
	hit, gold, found := make([]float64, 5), make([]float64, 5), make([]float64, 5)
	for _, t := range tests {
		truth, guess := names(t.truth), names(l.label(t))
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
