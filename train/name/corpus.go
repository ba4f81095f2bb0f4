package main

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/train/bio"
)

// A text is a document of a corpus and the labels of its tokens.
type text struct {
	doc   *nlp.Document
	truth []uint8
	open  bool // names of the sort MISC are not marked
}

// newText returns t with its labels as the labellers have them.
func newText(b *bio.Text, open bool) *text {
	t := &text{doc: b.Doc, truth: make([]uint8, len(b.Labels)), open: open}
	for _, s := range b.Doc.Sentences {
		for i := s.First; i < s.First+s.Count; i++ {
			prefix, sort, ok := strings.Cut(b.Labels[i], "-")
			if !ok {
				continue
			}
			begins := prefix == "B" || i == s.First || !strings.HasSuffix(b.Labels[i-1], "-"+sort)
			ends := i+1 == s.First+s.Count || b.Labels[i+1] != "I-"+sort
			place := 1
			switch {
			case begins && ends:
				place = 3
			case begins:
				place = 0
			case ends:
				place = 2
			}
			t.truth[i] = name.Label(slices.Index(name.SortNames, sort), place)
		}
	}
	return t
}
