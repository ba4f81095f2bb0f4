// Package quote adds attributions: who said, thought or wanted what. doc/quotes.md describes the method: two passes of a
// structured perceptron label the tokens of sources, cues and contents (after Pareti, "PARC 3.0", and Newell, Margolin and
// Ruths, "An Attribution Relations Corpus for Political News", LREC 2018), a ranker links them, and rules over marks and words
// say the rest.
package quote

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

var (
	//go:embed first.model
	firstModel []byte
	//go:embed second.model
	secondModel []byte
	//go:embed links.model
	linksModel []byte
)

// An Annotator adds the quotes of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	cues     lexicon
	verbs    verbClasses
	passes   *linear.TwoPass
	links    *linear.Model
	clusters *cluster.Table
	weights  []float64 // of ConfidenceFeatures
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	a := new(Annotator)
	var err error
	if a.cues, err = readLexicon(cuesTxt); err != nil {
		return nil, err
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	if a.verbs, err = readVerbs(verbsTxt); err != nil {
		return nil, err
	}
	if a.passes, err = linear.NewTwoPass(firstModel, secondModel, LabelNames, Allowed); err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	a.passes.SkipEmpty = true // of the quotes of PolNeAR's development part, five in two thousand are lost so
	if a.links, err = linear.Decode(linksModel); err != nil {
		return nil, fmt.Errorf("quotes: links: %w", err)
	}
	if !slices.Equal(a.links.Labels(), LinkLabels) {
		return nil, fmt.Errorf("quotes: links have labels %q", a.links.Labels())
	}
	if a.weights, err = logistic.Read(confidenceTxt, ConfidenceFeatures); err != nil {
		return nil, fmt.Errorf("quotes: confidence: %w", err)
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers {
	return nlp.Sentences | nlp.Tokens | nlp.Tags | nlp.Dependencies | nlp.Entities
}

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Quotes }

// Annotate adds the quotes of doc. Without entities they have no speakers.
func (a *Annotator) Annotate(doc *nlp.Document) {
	doc.Quotes = []nlp.Quote{}
	for _, d := range a.find(doc, leastConfidence) {
		doc.Quotes = append(doc.Quotes, d.Quote)
	}
}

// find returns the quotes of doc that have at least the confidence given, in order.
func (a *Annotator) find(doc *nlp.Document, least float64) []draft {
	v := newView(doc, a.cues, a.clusters)
	labels, margins := a.label(v)
	l := newLinker(v, v.cued(v.bySentence(v.pieces(labels))))
	f := finder{Annotator: a, v: v, linker: l, margins: margins, least: least, doc: doc}
	f.quotes(l.link(a.links))
	return f.drafts
}

// label returns the labels of the tokens, and by how much each is preferred to others.
func (a *Annotator) label(v *view) (labels []uint8, margins []int32) {
	margins = make([]int32, len(v.toks))
	labels = a.passes.Label(len(v.toks), v.paragraphs, v.first, v.extra, func(from int, _ []int, l *linear.Lattice) {
		copy(margins[from:], a.passes.Margins(l))
	})
	return labels, margins
}

// paragraphs calls do with the range of tokens of each paragraph.
func (v *view) paragraphs(do func(from, end int) bool) {
	for _, p := range v.paras {
		if !do(int(p.first), int(p.end)) {
			return
		}
	}
}

// firstToken returns the index of the first token of doc that ends after offset.
func firstToken(doc *nlp.Document, offset int) int {
	i, _ := slices.BinarySearchFunc(doc.Tokens, offset, func(t nlp.Token, offset int) int {
		if t.End <= offset {
			return -1
		}
		return 1
	})
	return i
}
