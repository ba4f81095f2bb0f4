// Package name finds names and their types. doc/names.md describes the method: two passes of a structured perceptron label the tokens
// (the recipe of Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009), the second
// of which sees what the first found in the whole document (Krishnan and Manning, "An Effective Two-Stage Model for Exploiting
// Non-Local Dependencies in Named Entity Recognition", ACL 2006). The labels are the four of CoNLL-2003; what is miscellaneous
// there is refined by word lists.
package name

import (
	_ "embed"
	"fmt"
	"math"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

var (
	//go:embed first.model
	firstModel []byte
	//go:embed second.model
	secondModel []byte
)

// An Annotator adds the names of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	gazetteer     *gazetteer
	clusters      *cluster.Table
	sorts         sorts
	first, second *linear.Sequence
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	a := new(Annotator)
	var err error
	if a.gazetteer, err = readGazetteer(gazetteerModel); err != nil {
		return nil, fmt.Errorf("names: gazetteer: %w", err)
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if a.sorts, err = readSorts(sortsTxt); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if a.first, err = newPass(firstModel); err != nil {
		return nil, fmt.Errorf("names: first pass: %w", err)
	}
	if a.second, err = newPass(secondModel); err != nil {
		return nil, fmt.Errorf("names: second pass: %w", err)
	}
	return a, nil
}

// newPass returns the labeller whose model is data.
func newPass(data []byte) (*linear.Sequence, error) {
	m, err := linear.Decode(data)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(m.Labels(), LabelNames) {
		return nil, fmt.Errorf("labels %q, want %q", m.Labels(), LabelNames)
	}
	return linear.NewSequence(m, Allowed), nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens | nlp.Tags }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Names }

// Annotate adds the names of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	v := newView(doc, a.gazetteer, a.clusters)
	n := len(v.toks)
	labels, sure := make([]uint8, n), make([]int32, n)
	var lattice linear.Lattice
	var list []uint64
	v.pass(a.first, &lattice, labels, sure, func(i int) []uint64 {
		list = v.first(list[:0], i)
		return list
	})
	g := v.newGuesses(labels)
	second := make([]uint8, n)
	v.pass(a.second, &lattice, second, sure, func(i int) []uint64 {
		list = v.second(list[:0], i, g)
		return list
	})
	doc.Names = []nlp.Name{}
	for _, s := range spans(second) {
		s = v.addressed(s)
		if v.ownsArticle(s) {
			s.first--
			sure[s.first] = sure[s.first+1]
		}
		doc.Names = append(doc.Names, nlp.Name{
			Span: nlp.Span{Start: doc.Tokens[s.first].Start, End: doc.Tokens[s.end-1].End}, Type: a.typeOf(v, s),
			First: s.first, Count: s.end - s.first, Confidence: confidence(sure[s.first:s.end]),
		})
	}
}

// formsOfAddress stand before the name of a person and of nothing else.
var formsOfAddress = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "mx": true, "messrs": true, "dr": true, "prof": true,
	"mr.": true, "mrs.": true, "ms.": true, "mx.": true, "messrs.": true, "dr.": true, "prof.": true,
}

// addressed returns s as a person, without the form of address, if one stands in it or before it.
func (v *view) addressed(s span) span {
	tokens := v.doc.Tokens
	switch {
	case s.end-s.first > 1 && formsOfAddress[tokens[s.first].Lower]:
		s.first++
		s.sort = person
	case s.first > 0 && v.toks[s.first-1].sentence == v.toks[s.first].sentence && formsOfAddress[tokens[s.first-1].Lower]:
		s.sort = person
	}
	return s
}

// ownsArticle reports whether the article before s is part of the name, which its capital letter says where none is due: "told The
// Telegraph".
func (v *view) ownsArticle(s span) bool {
	i := s.first - 1
	if s.sort == person || i < 1 || v.toks[i].sentence != v.toks[s.first].sentence || v.toks[i-1].sentence != v.toks[i].sentence {
		return false
	}
	before := v.doc.Tokens[i-1].Lower
	return v.doc.Tokens[i].In(v.doc.Text) == "The" && v.toks[i].style == plain && (before == "," || !v.toks[i-1].capital && before[0] >= 'a' && before[0] <= 'z')
}

// pass labels each sentence; sure gets by how much each label is better than the next best one, between the labels around it.
func (v *view) pass(s *linear.Sequence, lattice *linear.Lattice, labels []uint8, sure []int32, of func(i int) []uint64) {
	m := s.Model()
	for _, sent := range v.doc.Sentences {
		lattice.Reset(sent.Count, labelCount)
		for k := range sent.Count {
			scores := lattice.Scores[k*labelCount : (k+1)*labelCount]
			linear.AddAll(m, scores, of(sent.First+k))
		}
		for k, b := range s.Decode(lattice) {
			labels[sent.First+k] = uint8(b)
			scores := lattice.Scores[k*labelCount : (k+1)*labelCount]
			next := int32(math.MinInt32)
			for other, score := range scores {
				if sort(other) != sort(b) {
					next = max(next, score)
				}
			}
			sure[sent.First+k] = scores[b] - next
		}
	}
}

// confidence turns the margins of a name's tokens into a probability. Slope and offset were fitted on the development part of
// CoNLL-2003 (Platt 1999).
func confidence(margins []int32) float64 {
	sum := 0.0
	for _, m := range margins {
		sum += float64(m)
	}
	return 1 / (1 + math.Exp(-(confidenceOffset + confidenceSlope*sum/float64(len(margins)))))
}

const (
	confidenceOffset = 1.0
	confidenceSlope  = 0.01
)
