package quote

import (
	_ "embed"
	"math"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// confidence.txt holds the weights of a logistic regression, one feature a line, fitted on the development part of PolNeAR: how likely
// it is that content and source of a quote are those of a true one.
//
//go:embed confidence.txt
var confidenceTxt string

// ConfidenceFeatures are the names of what the confidence of a quote is computed from.
var ConfidenceFeatures = []string{"bias", "cue", "begin", "end", "inside", "source", "no source", "direct", "mixed", "pieces"}

// confidence returns the probability that d is right.
func (f *finder) confidence(d *draft) float64 {
	return math.Round(1000*logistic.Probability(f.weights, d.evidence)) / 1000
}

// evidenceFor returns the values of ConfidenceFeatures: by how much the second pass prefers the labels of the quote's pieces to any
// others, as logarithms, and of what form the quote is.
func (f *finder) evidenceFor(d *draft, g group) []float64 {
	x := make([]float64, len(ConfidenceFeatures))
	margin := func(i int) float64 {
		if i >= len(f.margins) {
			return 0
		}
		return math.Log1p(float64(max(f.margins[i], 0)))
	}
	least := func(p piece) float64 {
		out := margin(p.first)
		for i := p.first + 1; i < p.end; i++ {
			out = min(out, margin(i))
		}
		return out
	}
	x[0] = 1
	x[1] = least(d.cue)
	first, last := f.linker.pieces[g.contents[0]], f.linker.pieces[g.contents[len(g.contents)-1]]
	x[2] = margin(first.first)
	x[3] = margin(last.end) // the token that is no part of it any more
	x[4] = least(first)
	if g.source == nlp.None {
		x[6] = 1
	} else {
		x[5] = least(d.source)
	}
	switch d.Kind {
	case nlp.Direct:
		x[7] = 1
	case nlp.Mixed:
		x[8] = 1
	}
	x[9] = math.Log(float64(len(g.contents)))
	return x
}
