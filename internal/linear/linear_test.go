package linear_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// remainder makes n examples whose label follows from two of their three features.
func remainder(n int) (features [][]uint64, labels []int) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range n {
		a, b, noise := rng.Uint64N(10), rng.Uint64N(10), rng.Uint64N(1000)
		features = append(features, []uint64{linear.Feature(1, a), linear.Feature(2, b), linear.With(linear.Feature(3, a), b), linear.Feature(4, noise)})
		labels = append(labels, int((a+b)%3))
	}
	return features, labels
}

func train(t *testing.T) []byte {
	t.Helper()
	features, labels := remainder(2000)
	trainer := linear.NewTrainer([]string{"zero", "one", "two"})
	scores := make([]float64, 3)
	for range 5 {
		for i, f := range features {
			trainer.Score(scores, f)
			if guess := slices.Index(scores, slices.Max(scores)); guess != labels[i] {
				trainer.Update(labels[i], f, 1)
				trainer.Update(guess, f, -1)
			}
			trainer.Next()
		}
	}
	return trainer.Encode(0, 0)
}

func TestTrainedModelKnowsWhatItWasTaught(t *testing.T) {
	data := train(t)
	if !bytes.Equal(data, train(t)) {
		t.Error("two trainings on the same data differ")
	}
	m, err := linear.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Labels(); !slices.Equal(got, []string{"zero", "one", "two"}) {
		t.Errorf("Labels() = %q", got)
	}
	features, labels := remainder(2000)
	scores := make([]int32, 3)
	wrong := 0
	for i, f := range features {
		m.Score(scores, f)
		if linear.Best(scores) != labels[i] {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d wrong", wrong, len(labels))
	}
}

func TestDecodeRefusesDamage(t *testing.T) {
	data := train(t)
	for n := range len(data) {
		if _, err := linear.Decode(data[:n]); err == nil {
			t.Fatalf("Decode of the first %d of %d bytes: no error", n, len(data))
		}
	}
	if _, err := linear.Decode(append(slices.Clone(data), 0)); err == nil {
		t.Error("Decode with a byte too many: no error")
	}
}

// alternate makes sequences in which only the element's place tells its label: a, b, a, b, and so on, begun by a marked element.
func alternate() (features [][][]uint64, truth [][]int) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		first := rng.IntN(20)
		var fs [][]uint64
		var ls []int
		for i := range 3 + rng.IntN(8) {
			f := []uint64{linear.Feature(1, 7)}
			if i == 0 {
				f = append(f, linear.Feature(2, uint64(first)))
			}
			fs = append(fs, f)
			ls = append(ls, (first+i)%2)
		}
		features, truth = append(features, fs), append(truth, ls)
	}
	return features, truth
}

func TestSequenceUsesTransitions(t *testing.T) {
	features, truth := alternate()
	trainer := linear.NewTrainer([]string{"a", "b", "x"})
	allowed := func(_, b int) bool { return b != 2 }
	for range 10 {
		for i := range features {
			trainer.Learn(features[i], truth[i], allowed)
		}
	}
	m, err := linear.Decode(trainer.Encode(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	s := linear.NewSequence(m, allowed)
	var l linear.Lattice
	wrong := 0
	for i, fs := range features {
		l.Reset(len(fs), 3)
		for j, f := range fs {
			for _, feature := range f {
				m.Add(l.Scores[j*3:j*3+3], feature)
			}
			l.Scores[j*3+2] += 1 << 20 // "x" would win if it were allowed
		}
		if got := s.Decode(&l); !slices.Equal(got, truth[i]) {
			wrong++
		}
	}
	if wrong > len(truth)/10 { // some are ties, which averaging breaks either way
		t.Errorf("%d of %d sequences wrong", wrong, len(truth))
	}
	l.Reset(0, 3)
	if got := s.Decode(&l); len(got) != 0 {
		t.Errorf("Decode of nothing = %v", got)
	}
}

// TestDecodeFindsTheBest compares Viterbi's algorithm, and the margins, with trying all sequences.
func TestDecodeFindsTheBest(t *testing.T) {
	const n, length = 3, 5
	rng := rand.New(rand.NewPCG(5, 6))
	trainer := linear.NewTrainer([]string{"a", "b", "c"})
	for previous := range n + 1 {
		for b := range n {
			trainer.Update(b, []uint64{linear.Transition(previous - 1)}, rng.Float64()-0.5)
		}
	}
	m, err := linear.Decode(trainer.Encode(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	allowed := func(a, b int) bool { return a != 1 || b != 2 }
	s := linear.NewSequence(m, allowed)
	var l linear.Lattice
	for range 50 {
		l.Reset(length, n)
		for i := range l.Scores {
			l.Scores[i] = rng.Int32N(2000) - 1000
		}
		labels := slices.Clone(s.Decode(&l))
		got := sum(m, &l, labels)
		best := int32(-1 << 30)
		var others [length]int32 // the best sequence in which the element has another label
		for i := range others {
			others[i] = -1 << 30
		}
		for code := range 243 { // 3 to the 5th
			path := make([]int, length)
			for i := range path {
				path[i] = code % n
				code /= n
			}
			ok := true
			for i := 1; i < length; i++ {
				ok = ok && allowed(path[i-1], path[i])
			}
			if ok {
				weight := sum(m, &l, path)
				best = max(best, weight)
				for i := range others {
					if path[i] != labels[i] {
						others[i] = max(others[i], weight)
					}
				}
			}
		}
		for i, margin := range s.Margins(&l) {
			if margin != best-others[i] {
				t.Fatalf("the margin of element %d is %d, want %d", i, margin, best-others[i])
			}
		}
		if got != best {
			t.Fatalf("Decode finds a sequence of weight %d, the best has %d", got, best)
		}
	}
}

// sum returns the weight of path through l.
func sum(m *linear.Model, l *linear.Lattice, path []int) int32 {
	n := len(m.Labels())
	total, previous := int32(0), -1
	scores := make([]int32, n)
	for i, label := range path {
		m.Score(scores, []uint64{linear.Transition(previous)})
		total += scores[label] + l.Scores[i*n+label]
		previous = label
	}
	return total
}

func BenchmarkAdd(b *testing.B) {
	features, _ := remainder(1000)
	trainer := linear.NewTrainer(make([]string, 40))
	for i, f := range features {
		trainer.Update(i%40, f, 1)
		trainer.Next()
	}
	m, err := linear.Decode(trainer.Encode(0, 0))
	if err != nil {
		b.Fatal(err)
	}
	scores := make([]int32, 40)
	for b.Loop() {
		for _, f := range features {
			m.Score(scores, f)
		}
	}
	b.ReportMetric(float64(b.N)*4000/b.Elapsed().Seconds(), "features/s")
}

// TestLargeWeights sees that a weight comes back that needs more room than most.
func TestLargeWeights(t *testing.T) {
	for _, limit := range []float64{100, 127, 128, 1000, 3000} {
		trainer := linear.NewTrainer([]string{"a", "b"})
		trainer.Next()
		trainer.Update(0, []uint64{7}, 1)
		trainer.Update(1, []uint64{7}, -1)
		trainer.Next()
		m, err := linear.Decode(trainer.Encode(0, limit))
		if err != nil {
			t.Fatal(err)
		}
		scores := make([]int32, 2)
		m.Score(scores, []uint64{7})
		if want := int32(limit); scores[0] != want || scores[1] != -want {
			t.Errorf("limit %v: scores are %v", limit, scores)
		}
	}
}
