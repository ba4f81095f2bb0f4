package entity

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
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
	sum := 0.0
	for i, w := range weights {
		sum += w * evidence[i]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}

// readWeights returns the weights of lines such as "name<TAB>0.5", which must have the names given, in order.
func readWeights(text string, names []string) ([]float64, error) {
	var weights []float64
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("weight of %q: %w", name, err)
		}
		if len(weights) == len(names) || name != names[len(weights)] {
			return nil, fmt.Errorf("unexpected feature %q", name)
		}
		weights = append(weights, w)
	}
	if len(weights) < len(names) {
		return nil, fmt.Errorf("no weight of %q", names[len(weights)])
	}
	return weights, nil
}
