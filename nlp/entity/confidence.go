package entity

import (
	_ "embed"
	"math"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
)

// confidence.txt holds the weights of a logistic regression, one feature a line, fitted on GUM in three parts, each by a ranker trained on the others: how likely it
// is that the ranker is right about a mention. Written by train/entity.
//
//go:embed confidence.txt
var confidenceTxt string

// ConfidenceFeatures are the names of what the confidence of a mention is computed from: the margin of the best choice over the next
// best, in thousands, and whether the mention is a pronoun.
var ConfidenceFeatures = []string{"bias", "margin", "pronoun"}

// marginScale makes margins numbers around 1.
const marginScale = 1000

// certainty returns the probability that a choice is right, of which evidence holds the values of ConfidenceFeatures.
func certainty(weights, evidence []float64) float64 {
	return math.Round(1000*logistic.Probability(weights, evidence)) / 1000
}
