package parse

import (
	"math/rand/v2"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// TestKnownScores sees that scores that are used again are those that all features of a state have.
func TestKnownScores(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	s := a.newSearch()
	words := []string{"the", "mayor", "of", "a", "town", "said", "that", "he", "left", ",", "and", "him"}
	tags := []string{"DT", "NN", "IN", "DT", "NN", "VBD", "IN", "PRP", "VBD", ",", "CC", "PRP"}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		var tokens []nlp.Token
		for range 20 {
			w := rng.IntN(len(words))
			tokens = append(tokens, nlp.Token{Lower: words[w], XPOS: tags[w]})
		}
		s.start(tokens)
		for range 2 * len(tokens) {
			s.advance()
			for i := range s.beam {
				var known, whole [transitions]int32
				s.score(&s.beam[i], &known)
				s.arcs.Score(&whole, s.arcFeatures(nil, &s.beam[i]))
				if known != whole {
					t.Fatalf("scores %v, want %v", known, whole)
				}
			}
		}
	}
}
