package logistic

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Examples drawn with known weights give those weights back.
func TestFit(t *testing.T) {
	truth := []float64{-1, 2, 0.5}
	rng := rand.New(rand.NewPCG(1, 1))
	var examples [][]float64
	var yes []bool
	for range 20_000 {
		x := []float64{1, rng.NormFloat64(), 3 * rng.Float64()}
		examples = append(examples, x)
		yes = append(yes, rng.Float64() < Probability(truth, x))
	}
	for i, w := range Fit(examples, yes) {
		if math.Abs(w-truth[i]) > 0.1 {
			t.Errorf("weight %d is %.3f, want about %.3f", i, w, truth[i])
		}
	}
}
