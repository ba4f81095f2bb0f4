package name

import (
	_ "embed"
	"math"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// confidence.txt holds the weights of a logistic regression, one feature a line, fitted on development sets: how likely it is that span
// and type of a name are right (Platt 1999). Written by train/name -confidence.
//
//go:embed confidence.txt
var confidenceTxt string

// ConfidenceFeatures are the names of what the confidence of a name is computed from: by how much the labels of its tokens are better than
// those of other sorts, on average and at least, as logarithms.
var ConfidenceFeatures = []string{"bias", "mean", "least"}

// Evidence returns the names of doc, and for each the values of ConfidenceFeatures.
func (a *Annotator) Evidence(doc *nlp.Document) (names []nlp.Name, values [][]float64) {
	a.find(doc, func(n nlp.Name, evidence [3]float64) {
		names = append(names, n)
		values = append(values, evidence[:])
	})
	return names, values
}

// margin returns by how much a label is better than the best of another sort, between the labels around it.
func margin(scores []int32, label int) int32 {
	next := int32(math.MinInt32)
	for other, score := range scores {
		if sort(other) != sort(label) {
			next = max(next, score)
		}
	}
	return scores[label] - next
}

// evidenceOf returns the values of ConfidenceFeatures of a name whose tokens have the margins given.
func evidenceOf(margins []int32) [3]float64 {
	sum, least := 0.0, math.Inf(1)
	for _, m := range margins {
		sum += float64(m)
		least = min(least, float64(m))
	}
	return [3]float64{1, signedLog(sum / float64(len(margins))), signedLog(least)}
}

// signedLog is the logarithm of numbers far from zero, and a line through zero for those near.
func signedLog(x float64) float64 { return math.Asinh(x / marginUnit) }

// marginUnit is where the logarithm begins.
const marginUnit = 50

// confidence returns the probability that a name is right.
func (a *Annotator) confidence(evidence [3]float64) float64 {
	return math.Round(1000*logistic.Probability(a.weights, evidence[:])) / 1000
}
