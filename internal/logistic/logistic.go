// Package logistic fits small logistic regressions, which turn figures of a model into probabilities (Platt 1999, "Probabilistic
// Outputs for Support Vector Machines").
package logistic

import "math"

// Probability returns that of a yes for the values x, by weights.
func Probability(weights, x []float64) float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * x[i]
	}
	return Sigmoid(sum)
}

// Sigmoid returns the probability of a yes for the sum of the weighted values.
func Sigmoid(sum float64) float64 { return 1 / (1 + math.Exp(-sum)) }

// ridge keeps the weights small where the data do not settle them.
const ridge = 1e-3

// Fit returns the weights with which the values of each example best tell whether it is a yes, by Newton's method. Each example has
// the same number of values, of which one should be 1, for the bias.
func Fit(examples [][]float64, yes []bool) []float64 {
	counts := make([]float64, len(examples))
	for k := range counts {
		counts[k] = 1
	}
	return FitWeighted(examples, yes, counts, ridge*float64(len(examples)))
}

// FitWeighted does what Fit does where each example counts for more or less than one, and with a ridge of the caller's.
func FitWeighted(examples [][]float64, yes []bool, counts []float64, ridge float64) []float64 {
	if len(examples) == 0 {
		return nil
	}
	n := len(examples[0])
	weights := make([]float64, n)
	for range 30 {
		gradient := make([]float64, n)
		curve := make([][]float64, n)
		for i := range curve {
			curve[i] = make([]float64, n)
			curve[i][i] = ridge
			gradient[i] = -ridge * weights[i]
		}
		for k, x := range examples {
			p := Probability(weights, x)
			d := -p
			if yes[k] {
				d++
			}
			for i := range n {
				if x[i] == 0 {
					continue
				}
				gradient[i] += counts[k] * d * x[i]
				for j := range n {
					curve[i][j] += counts[k] * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, step := range solve(curve, gradient) {
			weights[i] += step
		}
	}
	return weights
}

// solve returns x with a·x = b, for a that is symmetric and positive, by elimination. It changes both.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
