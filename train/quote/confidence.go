package main

import (
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
)

// learnConfidence fits the confidence of quotes on articles that the built-in models have not seen, and logs how well it is
// calibrated.
func learnConfidence(folder, out string) error {
	articles, err := readArticles(folder)
	if err != nil {
		return err
	}
	quotes, err := quote.New()
	if err != nil {
		return err
	}
	var examples [][]float64
	var right []bool
	for _, a := range articles {
		found, values := quotes.Evidence(a.doc)
		for i, q := range found {
			examples = append(examples, values[i])
			right = append(right, isRight(q, a.attributions))
		}
	}
	weights := logistic.Fit(examples, right)
	text := logistic.Text("Weights of confidence, written by train/quote -confidence.", quote.ConfidenceFeatures, weights)
	var all, hits [10]float64
	for i, x := range examples {
		bin := min(int(10*logistic.Probability(weights, x)), 9)
		all[bin]++
		if right[i] {
			hits[bin]++
		}
	}
	for bin, n := range all {
		logf("confidence %.1f to %.1f: %4.0f quotes, %5.1f of 100 right", float64(bin)/10, float64(bin+1)/10, n, 100*hits[bin]/max(n, 1))
	}
	return os.WriteFile(filepath.Join(out, "confidence.txt"), []byte(text), 0o644)
}

// isRight reports whether content and source of q are, by more than half, those of one of the true attributions.
func isRight(q nlp.Quote, truth []attribution) bool {
	for _, t := range truth {
		if agreement(q.Content, t.content) < 0.5 {
			continue
		}
		if q.Source.IsZero() || len(t.source) == 0 {
			return q.Source.IsZero() == (len(t.source) == 0)
		}
		return agreement([]nlp.Span{q.Source}, t.source) > 0
	}
	return false
}

// agreement returns the F1 of the bytes that two lists of spans cover.
func agreement(a, b []nlp.Span) float64 {
	common, all := 0, 0
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			common += max(min(x.End, y.End)-max(x.Start, y.Start), 0)
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	return 2 * float64(common) / float64(max(all, 1))
}
