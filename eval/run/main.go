// Command run measures the engine: it annotates development sets, has them scored, and writes the figures into a golden file,
// so that a change in quality is a diff under review.
//
//	run -shared DIR [-out eval/testdata/scores.txt] [-accuracy nlp/english/accuracy.tsv] [-readme README.md]
//
// DIR holds the articles of our own with gold annotations (gold), the public corpora (corpora) and the scorers (eval), which
// need Python 3; short articles with their claims are in eval/testdata/claims. A set that is not there is left out, with a word on
// standard error. Scorers see nothing but text offsets in code points, as a client of the service would.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/signal"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/english"
)

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "`folder` with gold, corpora and eval")
	out := flag.String("out", "eval/testdata/scores.txt", "`file` to write the figures to")
	accuracy := flag.String("accuracy", "nlp/english/accuracy.tsv", "`file` to write the key figures to, for the engine to tell")
	readme := flag.String("readme", "README.md", "`file` with tables whose figures are to be brought up to date")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, *shared, *out, *accuracy, *readme)
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

// A section is one table of scores.txt.
type section struct {
	title   string
	measure func(*bench) error
}

// sections is what is measured, in the order of the file.
var sections = []section{
	{"Whole answers: gold/dev, five articles", (*bench).goldDev},
	{"Whole answers: gold/seed, one article", (*bench).goldSeed},
	{"Claims: own articles, to develop with", (*bench).claimsDev},
	{"Claims: own articles, unseen", (*bench).claimsUnseen},
	{"Claims: own articles in the prose of many newsrooms, unseen", (*bench).claimsOther},
	{"Tokens and sentences, from raw text", (*bench).segmentation},
	{"Tags, lemmas and trees, on gold tokens", (*bench).syntax},
	{"Names, exact spans and types, from raw text", (*bench).names},
	{"Attributions, from raw text: PolNeAR dev", (*bench).attributions},
	{"Speakers beyond news: fiction from tokens, interviews from text", (*bench).speakers},
	{"Coreference of persons, organisations and places, from raw text", (*bench).coreference},
	{"Links of entities to Wikipedia, from raw text", (*bench).links},
	{"Confidence: of a hundred things of which the engine is so sure, how many are right", (*bench).confidence},
	{"Times, from raw text", (*bench).times},
	{"Check-worthiness of sentences", (*bench).worth},
}

func run(ctx context.Context, shared, out, accuracy, readme string) error {
	engine, err := english.New()
	if err != nil {
		return err
	}
	b := &bench{ctx: ctx, engine: engine, shared: os.DirFS(shared), root: shared}
	b.text.WriteString("What the engine gets right on development sets, in percent. `make eval` writes this file.\n")
	for _, s := range sections {
		fmt.Fprintf(&b.text, "\n%s\n", s.title)
		switch err := s.measure(b); {
		case errors.Is(err, fs.ErrNotExist):
			log.Printf("%s: left out: %v", s.title, err)
			b.text.WriteString("  not measured: the data is not there\n")
		case err != nil:
			return fmt.Errorf("%s: %w", s.title, err)
		}
	}
	if err := os.WriteFile(out, b.text.Bytes(), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(accuracy, b.accuracy.Bytes(), 0o644); err != nil {
		return err
	}
	return updateReadme(readme, b.accuracy.String())
}

// A bench is the state of one run: what is measured, and the figures so far.
type bench struct {
	ctx      context.Context
	engine   *nlp.Engine
	shared   fs.FS
	root     string       // path of shared
	text     bytes.Buffer // of scores.txt
	accuracy bytes.Buffer // of accuracy.tsv
}

// annotate returns text with the layers in want.
func (b *bench) annotate(want nlp.Layers, text string, date nlp.Date) (*nlp.Document, error) {
	doc := &nlp.Document{Text: text, Date: date}
	return doc, b.engine.Only(want).Annotate(b.ctx, doc)
}

// note keeps a figure for the engine to tell.
func (b *bench) note(dataset, metric string, value float64) {
	fmt.Fprintf(&b.accuracy, "%s\t%s\t%.1f\n", dataset, metric, value)
}
