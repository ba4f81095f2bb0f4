package entity

import (
	"maps"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// averaged holds the weights of a linear model of one label while it is learned, and their averages over all steps.
type averaged struct {
	rows map[uint64]*averagedRow
	now  float64 // steps so far
}

// An averagedRow is the weight of a feature, with what averaging needs: the average over n steps is weight - sum/n.
type averagedRow struct {
	weight, sum float64
	updates     int
}

func newAveraged() *averaged { return &averaged{rows: make(map[uint64]*averagedRow)} }

// score returns the sum of the present weights of features.
func (a *averaged) score(features []uint64) float64 {
	sum := 0.0
	for _, f := range features {
		if r := a.rows[f]; r != nil {
			sum += r.weight
		}
	}
	return sum
}

// update adds by to the weights of features.
func (a *averaged) update(features []uint64, by float64) {
	for _, f := range features {
		r := a.rows[f]
		if r == nil {
			r = &averagedRow{}
			a.rows[f] = r
		}
		r.weight += by
		r.sum += by * a.now
		r.updates++
	}
}

// encode returns the model whose weights are the means of the averages of runs. Features that were updated fewer than least times in all
// of them are left out.
func encode(runs []*averaged, least int, largest float64) []byte {
	sums := make(map[uint64]float64)
	updates := make(map[uint64]int)
	for _, a := range runs {
		for f, r := range a.rows {
			sums[f] += r.weight - r.sum/a.now
			updates[f] += r.updates
		}
	}
	t := linear.NewTrainer([]string{"link"})
	for _, f := range slices.Sorted(maps.Keys(sums)) {
		if updates[f] >= least {
			t.Update(0, []uint64{f}, sums[f]/float64(len(runs)))
		}
	}
	return t.Encode(0, largest)
}
