// Command quote trains the labellers of sources, cues and contents on the attributions of PolNeAR. The first pass is trained on all
// articles; what it gives the second pass to learn from is made in parts, each labelled by a model that was trained on the
// others.
//
//	quote -corpora DIR [-out nlp/quote]
//	quote -corpora DIR -confidence
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

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
	"github.com/hearsay-nlp/hearsay/train/sequence"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/quote", "`folder` to write cues.txt, first.model and second.model to")
	epochs := flag.Int("epochs", 8, "passes over the data")
	parts := flag.Int("parts", 4, "parts in which the second pass's input is made")
	predicted := flag.String("predict", "", "train nothing, but write to `file` what the built-in models find in the articles to measure with")
	confidence := flag.Bool("confidence", false, "train only the confidence of the quotes that the built-in models find")
	flag.Parse()
	if *confidence {
		if err := learnConfidence(filepath.Join(*corpora, "attribution/polnear/dev"), *out); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *predicted != "" {
		if err := predict(filepath.Join(*corpora, "attribution/polnear/dev"), *predicted); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*corpora, *out, *epochs, *parts); err != nil {
		log.Fatal(err)
	}
}

var began = time.Now()

func logf(format string, args ...any) {
	log.Printf("%6.1fs "+format, append([]any{time.Since(began).Seconds()}, args...)...)
}

func run(corpora, out string, epochs, parts int) error {
	train, err := readArticles(filepath.Join(corpora, "attribution/polnear/train"))
	if err != nil {
		return err
	}
	dev, err := readArticles(filepath.Join(corpora, "attribution/polnear/dev"))
	if err != nil {
		return err
	}
	logf("%d articles to train on, %d to measure with", len(train), len(dev))
	cues := countCues(train)
	if err := os.WriteFile(filepath.Join(out, "cues.txt"), []byte(cues), 0o644); err != nil {
		return err
	}
	lessons, err := prepare(train, cues)
	if err != nil {
		return err
	}
	tests, err := prepare(dev, cues)
	if err != nil {
		return err
	}

	var links, linkTests []choice
	for i, a := range train {
		links = append(links, choices(a, lessons[i], lessons[i].truth)...)
	}
	for i, a := range dev {
		linkTests = append(linkTests, choices(a, tests[i], tests[i].truth)...)
	}
	linkModel := learnLinks(links, 6)
	right, err := measureLinks(linkModel, linkTests)
	if err != nil {
		return err
	}
	logf("links: contents %.1f of 100 right, sources %.1f; %d bytes", right[0], right[1], len(linkModel))
	if err := os.WriteFile(filepath.Join(out, "links.model"), linkModel, 0o644); err != nil {
		return err
	}
	if epochs == 0 {
		return nil
	}

	first := learn(lessons, tests, epochs, func(l *lesson) source { return l.text.First })
	logf("first pass: %v", measure(first, tests))
	if err := os.WriteFile(filepath.Join(out, "first.model"), first.model.Encode(first.vocabulary, quote.LabelNames, weightLimit), 0o644); err != nil {
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
	second := learn(lessons, tests, epochs, func(l *lesson) source { return l.text.Second(l.labels) })
	logf("second pass: %v", measure(second, tests))
	return os.WriteFile(filepath.Join(out, "second.model"), second.model.Encode(second.vocabulary, quote.LabelNames, weightLimit), 0o644)
}

const (
	leastSeen   = 4   // how often a feature must be seen
	cost        = 1.0 // margin
	leastWeight = 5.0 // smaller weights are left out, which no figure notices
	weightLimit = 250
)

// A lesson is an article with its true labels and those of the first pass.
type lesson struct {
	text   *quote.Text
	truth  []uint8
	labels []uint8
	tokens int
}

func prepare(articles []article, cues string) ([]*lesson, error) {
	var lessons []*lesson
	for _, a := range articles {
		text, err := quote.NewText(a.doc, cues)
		if err != nil {
			return nil, err
		}
		var sources, marks, contents []nlp.Span
		for _, t := range a.attributions {
			sources = append(sources, t.source...)
			marks = append(marks, t.cue...)
			contents = append(contents, t.content...)
		}
		lessons = append(lessons, &lesson{text: text, truth: text.Label(sources, marks, contents), tokens: len(a.doc.Tokens)})
	}
	return lessons, nil
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
		for i := range lesson.tokens {
			buf = features(buf[:0], i)
			l.vocabulary.Count(buf)
		}
	}
	for _, lesson := range slices.Concat(lessons, tests) {
		features := of(lesson)
		for _, p := range lesson.text.Paragraphs() {
			s := &sequence.Sequence{Truth: lesson.truth[p[0]:p[1]]}
			for i := p[0]; i < p[1]; i++ {
				buf = features(buf[:0], i)
				s.Features = l.vocabulary.Number(s.Features, buf, leastSeen)
				s.Ends = append(s.Ends, int32(len(s.Features)))
			}
			s.Features = slices.Clone(s.Features)
			l.sequences[lesson] = append(l.sequences[lesson], s)
		}
	}
	logf("%d features", l.vocabulary.Len())
	l.model = l.train(lessons, epochs)
	return l
}

func (l *labeller) train(lessons []*lesson, epochs int) *sequence.Perceptron {
	p := sequence.NewPerceptron(l.vocabulary.Len(), len(quote.LabelNames), quote.Allowed)
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

// measure returns the exact F1 of spans.
func measure(l *labeller, tests []*lesson) string {
	var hit, gold, found [3]float64
	for _, t := range tests {
		truth, guess := spans(t.truth), spans(l.label(t))
		for s := range truth {
			gold[s.kind]++
			if guess[s] {
				hit[s.kind]++
			}
		}
		for s := range guess {
			found[s.kind]++
		}
	}
	var b strings.Builder
	for k, name := range []string{"source", "cue", "content"} {
		fmt.Fprintf(&b, "%s P %.1f R %.1f F1 %.1f  ", name, 100*hit[k]/found[k], 100*hit[k]/gold[k], 200*hit[k]/(gold[k]+found[k]))
	}
	return b.String()
}

type span struct{ kind, first, end int }

func spans(labels []uint8) map[span]bool {
	out := make(map[span]bool)
	for i := 0; i < len(labels); {
		j := i + 1
		if labels[i] != 0 {
			for j < len(labels) && labels[j] != 0 && labels[j]%2 == 0 {
				j++
			}
			out[span{(int(labels[i]) - 1) / 2, i, j}] = true
		}
		i = j
	}
	return out
}

// countCues returns the lemmas that are in cues, by how often they are.
func countCues(articles []article) string {
	type count struct{ cue, all float64 }
	counts := make(map[string]*count)
	for _, a := range articles {
		var cues []nlp.Span
		for _, t := range a.attributions {
			cues = append(cues, t.cue...)
		}
		slices.SortFunc(cues, func(a, b nlp.Span) int { return a.Start - b.Start })
		next := 0
		for i := range a.doc.Tokens {
			t := &a.doc.Tokens[i]
			for next < len(cues) && cues[next].End <= t.Start {
				next++
			}
			lemma := strings.ToLower(t.Lemma)
			c := counts[lemma]
			if c == nil {
				c = new(count)
				counts[lemma] = c
			}
			c.all++
			if next < len(cues) && cues[next].Start <= t.Start && t.UPOS != "AUX" && t.UPOS != "PART" && t.UPOS != "PUNCT" {
				c.cue++
			}
		}
	}
	var bins [6][]string
	for lemma, c := range counts {
		if c.cue < 2 || strings.ContainsAny(lemma, " \u00a0") {
			continue
		}
		share, bin := c.cue/(c.all+1), 0
		for _, least := range []float64{0.05, 0.1, 0.25, 0.5, 0.75} {
			if share >= least {
				bin++
			}
		}
		bins[bin] = append(bins[bin], lemma)
	}
	var b strings.Builder
	b.WriteString("# Lemmas by how often they are in a cue: 1 from 5 in 100, 2 from 10, 3 from 25, 4 from 50, 5 from 75. Made by train/quote.\n")
	for bin := 5; bin > 0; bin-- {
		slices.Sort(bins[bin])
		fmt.Fprintf(&b, "%d: %s\n", bin, strings.Join(bins[bin], " "))
	}
	return b.String()
}
