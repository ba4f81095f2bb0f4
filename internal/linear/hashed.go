package linear

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math"
)

// A Hashed is a model of one outcome, whose score is the sum of the weights of features. The weights stand in a table without keys, in
// which features that meet share a weight, and training knows it (the hashing trick of Weinberger et al. 2009): a megabyte holds
// what many times as many features tell, and stays in a processor's caches. A Hashed never changes, so it is safe for concurrent use.
type Hashed struct {
	shift   uint8
	weights []int8
}

// Score returns the sum of the weights of the features with the keys given, hashes of 32 bits.
func (m *Hashed) Score(keys []uint32) int32 {
	var sum int32
	for _, key := range keys {
		sum += int32(m.weights[key>>(m.shift&31)])
	}
	return sum
}

// hashedMagic begins the file form of a Hashed, and tells its version. What follows is compressed (RFC 1951): the logarithm of the size
// of the table, then the weights.
const hashedMagic = "hearsay-hashed-1\n"

// hashedBitsAtMost is the logarithm of the size of the largest table.
const hashedBitsAtMost = 24

// DecodeHashed returns the model whose file form data is; it keeps no part of data.
func DecodeHashed(data []byte) (*Hashed, error) {
	data, ok := bytes.CutPrefix(data, []byte(hashedMagic))
	if !ok {
		return nil, errors.New("linear: not a hashed model file, or of another version")
	}
	rest := bytes.NewReader(data)
	in := flate.NewReader(rest)
	var head [1]byte
	if _, err := io.ReadFull(in, head[:]); err != nil || head[0] == 0 || head[0] > hashedBitsAtMost {
		return nil, errCorrupt
	}
	raw := make([]byte, 1<<head[0])
	if _, err := io.ReadFull(in, raw); err != nil {
		return nil, errCorrupt
	}
	if n, err := io.Copy(io.Discard, in); n > 0 || err != nil || rest.Len() > 0 {
		return nil, errCorrupt
	}
	m := &Hashed{shift: 32 - head[0], weights: make([]int8, len(raw))}
	for i, b := range raw {
		m.weights[i] = int8(b)
	}
	return m, nil
}

// A HashedTrainer learns the weights of a Hashed by gradient descent with a rate of its own for each weight (AdaGrad: Duchi, Hazan and
// Singer 2011), and averages them. It is not safe for concurrent use.
type HashedTrainer struct {
	bits    uint8
	rate    float64
	weights []float64
	squares []float64 // sums of squared gradients
	sums    []float64 // Σ step·change, so that the average of a weight over n steps is weight − sum/n
	steps   float64
	leaveOut
}

// NewHashedTrainer returns a trainer with all weights 0, for a table of two to the power of bits.
func NewHashedTrainer(bits uint8, rate float64) *HashedTrainer {
	n := 1 << bits
	return &HashedTrainer{bits: bits, rate: rate, weights: make([]float64, n), squares: make([]float64, n), sums: make([]float64, n)}
}

// Score returns the sum of the present weights of the features with the keys given.
func (t *HashedTrainer) Score(keys []uint32) float64 {
	sum := 0.0
	for _, key := range keys {
		if !t.leavesOut(key) {
			sum += t.weights[key>>(32-t.bits)]
		}
	}
	return sum
}

// Descend moves the weights of the features with the keys given against gradient, that of the loss by their sum.
func (t *HashedTrainer) Descend(keys []uint32, gradient float64) {
	for _, key := range keys {
		if t.leavesOut(key) {
			continue
		}
		i := key >> (32 - t.bits)
		t.squares[i] += gradient * gradient
		change := t.rate * gradient / math.Sqrt(t.squares[i]+smallestSquare)
		t.weights[i] -= change
		t.sums[i] -= t.steps * change
	}
}

// smallestSquare keeps the first steps of a weight short where the gradient is small.
const smallestSquare = 0.01

// Next ends an example.
func (t *HashedTrainer) Next() { t.steps++ }

// Encode returns the file form of the averaged model. A weight of unit becomes 1; what is beyond the largest is cut.
func (t *HashedTrainer) Encode(unit float64) ([]byte, error) {
	raw := make([]byte, 0, 1+len(t.weights))
	raw = append(raw, t.bits)
	for i, w := range t.weights {
		average := (w - t.sums[i]/max(t.steps, 1)) / unit
		raw = append(raw, byte(int8(math.Round(min(max(average, -math.MaxInt8), math.MaxInt8)))))
	}
	out := bytes.NewBufferString(hashedMagic)
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
