package nlp

import (
	"math/bits"
	"strings"
)

// Layers is a set of the layers of a Document.
type Layers uint32

// The layers, in the order in which a document gets them.
const (
	Sentences      Layers = 1 << iota // Document.Sentences
	Tokens                            // Document.Tokens, with their spans and lower-case forms
	Tags                              // Token.UPOS, XPOS and Lemma
	Dependencies                      // Token.Head and Deprel
	Times                             // Document.Times
	Quantities                        // Document.Quantities
	Names                             // Document.Names
	Entities                          // Document.Entities, without the mentions of QuotedMentions
	Quotes                            // Document.Quotes
	QuotedMentions                    // mentions in Document.Entities of speakers and addressees by "I", "we" and "you" in quotations
	Claims                            // Document.Claims
	ClaimRelations                    // Document.ClaimRelations

	layersEnd
)

// AllLayers is the set of all layers.
const AllLayers = layersEnd - 1

var layerNames = [...]string{
	"Sentences", "Tokens", "Tags", "Dependencies", "Times", "Quantities", "Names", "Entities", "Quotes", "QuotedMentions",
	"Claims", "ClaimRelations",
}

// String returns the names of the layers in l, joined by "|", and "none" for the empty set.
func (l Layers) String() string {
	if l == 0 {
		return "none"
	}
	var names []string
	for rest := l & AllLayers; rest != 0; rest &= rest - 1 {
		names = append(names, layerNames[bits.TrailingZeros32(uint32(rest))])
	}
	return strings.Join(names, "|")
}
