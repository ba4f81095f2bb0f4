package linear_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// keys makes n lists of keys, which have some in common, and labels that follow from one of them.
func keys(n int) (out [][]uint32, labels []int) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range n {
		a := 1 + rng.Uint32N(31)
		out = append(out, []uint32{a << 27, rng.Uint32N(20)<<27 | 1}) // no bucket has more than two
		labels = append(labels, int(a%linear.Outcomes))
	}
	return out, labels
}

func trainTernary() []byte {
	features, labels := keys(5000)
	trainer := linear.NewTernaryTrainer()
	var scores [linear.Outcomes]int32
	for range 3 {
		for i, f := range features {
			trainer.Score(&scores, f)
			if guess := linear.Best(scores[:]); guess != labels[i] {
				trainer.Update(labels[i], f, 1)
				trainer.Update(guess, f, -1)
			}
			trainer.Next()
		}
	}
	return trainer.Encode(0, 0.5)
}

func TestTernaryKnowsWhatItWasTaught(t *testing.T) {
	data := trainTernary()
	if !bytes.Equal(data, trainTernary()) {
		t.Error("two trainings on the same data differ")
	}
	m, err := linear.DecodeTernary(data)
	if err != nil {
		t.Fatal(err)
	}
	features, labels := keys(5000)
	var scores [linear.Outcomes]int32
	wrong := 0
	for i, f := range features {
		m.Score(&scores, f)
		if linear.Best(scores[:]) != labels[i] {
			wrong++
		}
	}
	if wrong > len(labels)/50 { // weak weights become 0
		t.Errorf("%d of %d wrong", wrong, len(labels))
	}
}

// TestTernaryKeepsWeights sees that weights of all sizes come back, and that those out of range are cut.
func TestTernaryKeepsWeights(t *testing.T) {
	trainer := linear.NewTernaryTrainer()
	want := map[uint32][linear.Outcomes]int32{}
	rng := rand.New(rand.NewPCG(9, 10))
	for i, reach := range []int32{2, 12, 31, 300} {
		for j := range 20 {
			key := uint32(i*20+j+1) * 53000000 // far apart
			var w [linear.Outcomes]int32
			for label := range w {
				by := rng.Int32N(2*reach+1) - reach
				trainer.Update(label, []uint32{key}, by)
				w[label] = min(max(by, -31), 31)
			}
			want[key] = w
		}
	}
	m, err := linear.DecodeTernary(trainer.Encode(0, 1))
	if err != nil {
		t.Fatal(err)
	}
	for key, w := range want {
		var got [linear.Outcomes]int32
		if m.Score(&got, []uint32{key}); got != w {
			t.Errorf("weights of %#x are %v, want %v", key, got, w)
		}
	}
}

func TestDecodeTernaryRefusesDamage(t *testing.T) {
	data := trainTernary()
	for n := range len(data) {
		if _, err := linear.DecodeTernary(data[:n]); err == nil {
			t.Fatalf("DecodeTernary of the first %d of %d bytes: no error", n, len(data))
		}
	}
	if _, err := linear.DecodeTernary(append(slices.Clone(data), 0)); err == nil {
		t.Error("DecodeTernary with a byte too many: no error")
	}
}

func TestAddAllDoesWhatAddDoes(t *testing.T) {
	m, err := linear.Decode(train(t))
	if err != nil {
		t.Fatal(err)
	}
	features, _ := remainder(300)
	for _, f := range features {
		one, all := make([]int32, 3), make([]int32, 3)
		for _, x := range f {
			m.Add(one, x)
		}
		if linear.AddAll(m, all, f); !slices.Equal(one, all) {
			t.Fatalf("AddAll gives %v, Add %v", all, one)
		}
	}
}

func BenchmarkTernary(b *testing.B) {
	m, err := linear.DecodeTernary(trainTernary())
	if err != nil {
		b.Fatal(err)
	}
	features, _ := keys(1000)
	list := slices.Concat(features...)[:100]
	var scores [linear.Outcomes]int32
	for b.Loop() {
		m.Score(&scores, list)
	}
	b.ReportMetric(float64(b.N)*100/b.Elapsed().Seconds(), "features/s")
}
