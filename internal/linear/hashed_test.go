package linear_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

const hashedBits = 10

// trainHashed learns to tell keys below 1<<31 from others by logistic regression, each among keys that tell nothing.
func trainHashed(t *testing.T) []byte {
	t.Helper()
	trainer := linear.NewHashedTrainer(hashedBits, 0.1)
	rng := rand.New(rand.NewPCG(11, 12))
	for range 20000 {
		key := rng.Uint32N(200)<<22 | rng.Uint32N(2)<<31
		list := []uint32{key, rng.Uint32N(50)<<22 | 1<<30, 1 << 29}
		truth := 0.0
		if key < 1<<31 {
			truth = 1
		}
		trainer.LeaveOut(0.1, rng.Uint32())
		trainer.Descend(list, 1/(1+math.Exp(-trainer.Score(list)))-truth)
		trainer.Next()
	}
	data, err := trainer.Encode(0.05)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestHashedKnowsWhatItWasTaught(t *testing.T) {
	data := trainHashed(t)
	if !bytes.Equal(data, trainHashed(t)) {
		t.Error("two trainings on the same data differ")
	}
	m, err := linear.DecodeHashed(data)
	if err != nil {
		t.Fatal(err)
	}
	for low := range uint32(200) {
		yes, no := m.Score([]uint32{low << 22}), m.Score([]uint32{low<<22 | 1<<31})
		if yes <= no {
			t.Errorf("key %d: %d with the upper bit 0, %d with 1", low, yes, no)
		}
		if both := m.Score([]uint32{low << 22, low<<22 | 1<<31}); both != yes+no {
			t.Errorf("key %d: two features give %d, one by one %d and %d", low, both, yes, no)
		}
	}
}

// TestHashedKeepsWeights sees that the file holds the mean of a weight over all steps, in units, cut at the largest.
func TestHashedKeepsWeights(t *testing.T) {
	trainer := linear.NewHashedTrainer(hashedBits, 1)
	trainer.Descend([]uint32{1 << 22}, -1000)
	trainer.Next()
	trainer.Descend([]uint32{2 << 22}, 1000)
	trainer.Next()
	for _, c := range []struct {
		unit        float64
		first, then int32
	}{{0.1, 10, -5}, {0.005, 127, -100}} {
		data, err := trainer.Encode(c.unit)
		if err != nil {
			t.Fatal(err)
		}
		m, err := linear.DecodeHashed(data)
		if err != nil {
			t.Fatal(err)
		}
		if first, then := m.Score([]uint32{1 << 22}), m.Score([]uint32{2<<22 | 7}); first != c.first || then != c.then {
			t.Errorf("unit %v: weights %d and %d, want %d and %d", c.unit, first, then, c.first, c.then)
		}
	}
}

func TestDecodeHashedRefusesDamage(t *testing.T) {
	data := trainHashed(t)
	for n := range len(data) {
		if _, err := linear.DecodeHashed(data[:n]); err == nil {
			t.Fatalf("DecodeHashed of the first %d of %d bytes: no error", n, len(data))
		}
	}
	if _, err := linear.DecodeHashed(append(slices.Clone(data), 0)); err == nil {
		t.Error("DecodeHashed with a byte too many: no error")
	}
}
