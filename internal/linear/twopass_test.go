package linear_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// TestTwoPass compares the passes with two labellers that know nothing of each other.
func TestTwoPass(t *testing.T) {
	names := []string{"a", "b", "c"}
	const n, size = 3, 40
	rng := rand.New(rand.NewPCG(9, 9))
	train := func(templates uint64) []byte {
		trainer := linear.NewTrainer(names)
		for label := range n {
			for template := range templates {
				for value := range uint64(20) {
					if rng.IntN(3) > 0 { // the passes share some features, not all
						trainer.Update(label, []uint64{linear.Feature(template, value)}, rng.Float64()-0.5)
					}
				}
			}
			for previous := range n + 1 {
				trainer.Update(label, []uint64{linear.Transition(previous - 1)}, rng.Float64()-0.5)
			}
		}
		return trainer.Encode(0, 0)
	}
	first, second := train(2), train(3)
	allowed := func(a, b int) bool { return a != 1 || b != 2 }
	values := make([]uint64, size)
	for i := range values {
		values[i] = rng.Uint64N(20)
	}
	base := func(list []uint64, i int) []uint64 {
		return append(list, linear.Feature(0, values[i]), linear.Feature(1, values[(i+1)%size]))
	}
	extra := func(labels []uint8) linear.Features {
		return func(list []uint64, i int) []uint64 {
			return append(list, linear.Feature(2, uint64(labels[i])), linear.Feature(2, uint64(labels[(i+7)%size])+5))
		}
	}
	parts := func(do func(from, end int) bool) { _ = do(0, 15) && do(15, 16) && do(16, size) }

	// pass labels the elements by one model alone.
	pass := func(data []byte, features linear.Features) (labels []uint8, margins []int32) {
		m, err := linear.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		s := linear.NewSequence(m, allowed)
		var l linear.Lattice
		for from, end := range parts {
			l.Reset(end-from, n)
			for i := from; i < end; i++ {
				m.Score(l.Scores[(i-from)*n:(i-from+1)*n], features(nil, i))
			}
			for _, b := range s.Decode(&l) {
				labels = append(labels, uint8(b))
			}
			margins = append(margins, s.Margins(&l)...)
		}
		return labels, margins
	}
	wantFirst, _ := pass(first, base)
	want, wantMargins := pass(second, func(list []uint64, i int) []uint64 { return extra(wantFirst)(base(list, i), i) })

	two, err := linear.NewTwoPass(first, second, names, allowed)
	if err != nil {
		t.Fatal(err)
	}
	var margins []int32
	got := two.Label(size, parts, base, func(labels []uint8) linear.Features {
		if !slices.Equal(labels, wantFirst) {
			t.Errorf("first pass: %v, want %v", labels, wantFirst)
		}
		return extra(labels)
	}, func(from int, labels []int, l *linear.Lattice) {
		if from != len(margins) {
			t.Errorf("a part begins at %d, want %d", from, len(margins))
		}
		margins = append(margins, two.Margins(l)...)
	})
	if !slices.Equal(got, want) || !slices.Equal(margins, wantMargins) {
		t.Errorf("second pass: %v, margins %v\nwant %v, margins %v", got, margins, want, wantMargins)
	}
	two.SkipEmpty = true
	asked := make(map[bool]bool) // whether of an element behind 16
	two.Label(size, parts, func(list []uint64, i int) []uint64 {
		if i >= 16 {
			return list // without features, it has the first label
		}
		return base(list, i)
	}, func(labels []uint8) linear.Features {
		return func(list []uint64, i int) []uint64 {
			asked[i >= 16] = true
			return extra(labels)(list, i)
		}
	}, nil)
	if !asked[false] || asked[true] {
		t.Errorf("asked for more features of what has labels and what has none: %v", asked)
	}
	if _, err := linear.NewTwoPass(first, second, []string{"a", "b"}, allowed); err == nil {
		t.Error("labels that the models do not have: no error")
	}
	if _, err := linear.NewTwoPass(first, second[:len(second)-1], names, allowed); err == nil {
		t.Error("a model cut short: no error")
	}
}
