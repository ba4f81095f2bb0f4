// Command quote trains the labellers of sources, cues and contents on the attributions of PolNeAR. The first pass is trained on all
// articles; what it gives the second pass to learn from is made in folds, each labelled by a model that was trained on the
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
	orders := flag.Int("orders", 4, "orders of the data whose weights are averaged")
	folds := flag.Int("folds", 4, "folds in which the second pass's input is made")
	confidence := flag.Bool("confidence", false, "train only the confidence of the quotes that the built-in models find")
	flag.Parse()
	if *confidence {
		if err := learnConfidence(filepath.Join(*corpora, "attribution/polnear/dev"), *out); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*corpora, *out, *epochs, *orders, *folds); err != nil {
		log.Fatal(err)
	}
}

var began = time.Now()

func logf(format string, args ...any) {
	log.Printf("%6.1fs "+format, append([]any{time.Since(began).Seconds()}, args...)...)
}

func run(corpora, out string, epochs, orders, folds int) error {
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
		links = append(links, choices(a, lessons[i])...)
	}
	for i, a := range dev {
		linkTests = append(linkTests, choices(a, tests[i])...)
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
	passes := sequence.Passes{
		Labels: quote.LabelNames, Allowed: quote.Allowed, Epochs: epochs, Orders: orders, Folds: folds,
		LeastSeen: 4, Cost: 1, LeastWeight: 5, Limit: 250,
		Report: func(pass string, label func(*sequence.Lesson) []uint8) { logf("%s: %s", pass, measure(label, tests)) },
	}
	first, second := passes.Train(lessons, tests)
	if err := os.WriteFile(filepath.Join(out, "first.model"), first, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "second.model"), second, 0o644)
}

// prepare returns articles as lessons.
func prepare(articles []article, cues string) ([]*sequence.Lesson, error) {
	var lessons []*sequence.Lesson
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
		lessons = append(lessons, &sequence.Lesson{Text: text, Parts: text.Paragraphs(), Truth: text.Label(sources, marks, contents)})
	}
	return lessons, nil
}

// measure returns the exact F1 of spans.
func measure(label func(*sequence.Lesson) []uint8, tests []*sequence.Lesson) string {
	var hit, gold, found [3]float64
	for _, t := range tests {
		truth, guess := spans(t.Truth), spans(label(t))
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
