package entity

import (
	_ "embed"
	"fmt"
	"math"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// salience.txt holds the weights of a logistic regression, one feature a line, trained on the marks of GUM, which say in how many
// of five summaries of a text an entity is named.
//
//go:embed salience.txt
var salienceTxt string

// salienceFeatures are the names of the features, in the order of salience.features.
var salienceFeatures = []string{"bias", "mentions", "share", "first", "opening", "spread", "subject", "person", "organization", "location", "group", "other"}

// salience tells how much a text is about an entity.
type salience struct{ weights []float64 }

func newSalience(text string) (*salience, error) {
	weights, err := logistic.Read(text, salienceFeatures)
	if err != nil {
		return nil, fmt.Errorf("salience: %w", err)
	}
	return &salience{weights}, nil
}

// of returns the salience of ch, whose mentions are all known.
func (s *salience) of(r *resolver, ch *chain) float64 {
	return math.Round(1000*s.score(r.salienceOf(ch))) / 1000
}

func (s *salience) score(features []float64) float64 {
	return logistic.Probability(s.weights, features)
}

// salienceOf returns the values of salienceFeatures for ch.
func (r *resolver) salienceOf(ch *chain) []float64 {
	f := make([]float64, len(salienceFeatures))
	n := float64(len(ch.mentions))
	sentences := float64(len(r.doc.Sentences))
	first, last := r.sentence[r.mentions[ch.mentions[0]].head], r.sentence[r.mentions[ch.mentions[len(ch.mentions)-1]].head]
	subjects := 0.0
	for _, m := range ch.mentions {
		if r.mentions[m].place == subject {
			subjects++
		}
	}
	f[0] = 1
	f[1] = math.Log(n)
	f[2] = min(n/sentences, 1)
	f[3] = 1 - float64(first)/sentences
	f[4] = float64(flag(first < 3))
	f[5] = float64(last-first) / sentences
	f[6] = subjects / n
	switch ch.typ {
	case nlp.Person:
		f[7] = 1
	case nlp.Organization:
		f[8] = 1
	case nlp.Location:
		f[9] = 1
	case nlp.Group:
		f[10] = 1
	default:
		f[11] = 1
	}
	return f
}
