package name

import (
	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Text is a document as the labellers see it. It is for training only.
type Text struct{ v *view }

// NewText returns the view of a document that has sentences, tokens and tags; gazetteer is the form of EncodeGazetteer.
func NewText(doc *nlp.Document, gazetteer []byte) (*Text, error) {
	g, err := readGazetteer(gazetteer)
	if err != nil {
		return nil, err
	}
	clusters, err := cluster.Default()
	if err != nil {
		return nil, err
	}
	return &Text{newView(doc, g, clusters)}, nil
}

// First appends the features of token i for the first pass to list.
func (t *Text) First(list []uint64, i int) []uint64 { return t.v.first(list, i) }

// Second returns a function that appends the features of token i for the second pass, given the labels of the first.
func (t *Text) Second(labels []uint8) func(list []uint64, i int) []uint64 {
	extra := t.v.extra(labels)
	return func(list []uint64, i int) []uint64 { return extra(t.v.first(list, i), i) }
}
