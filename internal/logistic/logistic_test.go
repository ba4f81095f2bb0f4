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

// An example that counts for three is as three of them.
func TestFitWeighted(t *testing.T) {
	one := [][]float64{{1, 0}, {1, 1}, {1, 1}}
	many := [][]float64{{1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}}
	a := FitWeighted(one, []bool{false, true, false}, []float64{3, 1, 1}, 0.1)
	b := FitWeighted(many, []bool{false, false, false, true, false}, []float64{1, 1, 1, 1, 1}, 0.1)
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-9 {
			t.Errorf("weight %d is %.6f, want %.6f", i, a[i], b[i])
		}
	}
}
