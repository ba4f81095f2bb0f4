package linear

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
)

// Outcomes is the number of labels that a Ternary scores.
const Outcomes = 3

// A Ternary is a model of three labels for a search that asks for very many scores. The weights of a feature stand beside its key, in four
// bytes, so that it costs one access to memory and many fit into a processor's caches; and it is looked up without a branch: a processor
// that guesses wrong whether a feature is known would wait for that access each time. Keys are hashes of 32 bits, of which the upper ones
// are the number of a bucket and the others stand in the slot. A Ternary never changes, so it is safe for concurrent use.
type Ternary struct {
	shift   uint8
	buckets []uint64 // a slot in each half
}

// A slot of a Ternary is, from the upper bits to the lower ones, what the number of the bucket leaves of the key, a 1, and the weights plus
// zeroWeight, weightBits each; or 0 if it is free.
const (
	// bucket is how many features share a bucket. Encode leaves out the weakest of those that are too many.
	bucket = 2

	weightBits = 6
	isTaken    = 1 << (Outcomes * weightBits)
	restBits   = 32 - Outcomes*weightBits - 1
	zeroWeight = 1 << (weightBits - 1)
	maxWeight  = zeroWeight - 1
)

// atOnce is how many features Score looks up at once: so many weights add up without touching those beside them.
const atOnce = 1 << weightBits

// Score sets scores to the sums of the weights of the features with the keys given. It asks the memory for the buckets of many before it
// looks into any, because it is memory that takes the time. It adds the first and the third weight at once, and the second together with
// the 1 that counts the features found; above each of them there is room for the sum.
func (m *Ternary) Score(scores *[Outcomes]int32, keys []uint32) {
	const (
		outer = (1<<weightBits - 1) | (1<<weightBits-1)<<(2*weightBits)
		inner = (1<<weightBits-1)<<weightBits | isTaken
		sum   = 1<<(2*weightBits) - 1
	)
	*scores = [Outcomes]int32{}
	shift := m.shift & 31
	mask := uint32(1)<<shift - 1
	var buckets [atOnce]uint64
	for len(keys) > 0 {
		n := min(len(keys), len(buckets))
		for i, key := range keys[:n] {
			buckets[i] = m.buckets[key>>shift]
		}
		var outers, inners uint32
		for i, key := range keys[:n] {
			low, high := uint32(buckets[i]), uint32(buckets[i]>>32)
			rest := key&mask<<1 | 1
			x := low&match(low, rest) | high&match(high, rest)
			outers += x & outer
			inners += x & inner
		}
		zeros := zeroWeight * int32(inners>>(3*weightBits))
		scores[0] += int32(outers&sum) - zeros
		scores[1] += int32(inners>>weightBits&sum) - zeros
		scores[2] += int32(outers>>(2*weightBits)) - zeros
		keys = keys[n:]
	}
}

// match returns all ones if slot is taken by the rest of a key, with a 1 behind it, and else 0.
func match(slot, rest uint32) uint32 {
	return uint32(int32((slot>>(Outcomes*weightBits)^rest)-1) >> 31)
}

// ternaryMagic begins the file form of a Ternary, and tells its version.
const ternaryMagic = "hearsay-ternary-2\n"

// A ternaryRow is a feature with its weights, as they stand in a file.
type ternaryRow struct {
	key     uint32
	weights [Outcomes]int8
}

// encodeTernary returns the file form of rows, which must be sorted by key: the logarithm of the number of buckets, the number of rows,
// then for each row the distance to the key before it, and the weights as one number.
func encodeTernary(bits int, rows []ternaryRow) []byte {
	out := binary.AppendUvarint([]byte(ternaryMagic), uint64(bits))
	out = binary.AppendUvarint(out, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		out = binary.AppendUvarint(out, uint64(r.key-last))
		out = binary.AppendUvarint(out, join(r.weights))
		last = r.key
	}
	return out
}

// reaches are the weights, from -reach to reach, that a file holds in numbers of one byte, two bytes and four. Most are small.
var reaches = [...]int{2, 12, maxWeight}

// join makes one number of the weights of a feature, the smaller the smaller they are.
func join(weights [Outcomes]int8) uint64 {
	first := 0
	for _, reach := range reaches {
		base, code, fits := 2*reach+1, 0, true
		for _, w := range weights {
			code = code*base + int(w) + reach
			fits = fits && -reach <= int(w) && int(w) <= reach
		}
		if fits {
			return uint64(first + code)
		}
		first += base * base * base
	}
	panic("linear: a weight beyond the largest") // Encode makes none
}

// part undoes join.
func part(number uint64) (weights [Outcomes]int8, ok bool) {
	for _, reach := range reaches {
		base := uint64(2*reach + 1)
		if number >= base*base*base {
			number -= base * base * base
			continue
		}
		for i := range weights {
			weights[Outcomes-1-i] = int8(int(number%base) - reach)
			number /= base
		}
		return weights, true
	}
	return weights, false
}

// parts holds what part makes of the numbers of one or two bytes: dividing a million times would take as long as all else that
// decoding does.
var parts = sync.OnceValue(func() [][Outcomes]int8 {
	out := make([][Outcomes]int8, 5*5*5+25*25*25)
	for i := range out {
		out[i], _ = part(uint64(i))
	}
	return out
})

// DecodeTernary returns the model whose file form data is; it keeps no part of data.
func DecodeTernary(data []byte) (*Ternary, error) {
	data, ok := bytes.CutPrefix(data, []byte(ternaryMagic))
	if !ok {
		return nil, errors.New("linear: not a ternary model file, or of another version")
	}
	d := decoder{data: data}
	bits := d.count(maxBits)
	rows := d.count(len(d.data))
	if d.bad {
		return nil, errCorrupt
	}
	if bits < minBits {
		return nil, errCorrupt
	}
	m := &Ternary{shift: uint8(32 - bits), buckets: make([]uint64, 1<<bits)}
	key, known := uint32(0), parts()
	for range rows {
		key += uint32(d.uvarint())
		number := d.uvarint()
		var w [Outcomes]int8
		ok := true
		if number < uint64(len(known)) {
			w = known[number]
		} else {
			w, ok = part(number)
		}
		if d.bad || !ok || w == [Outcomes]int8{} {
			return nil, errCorrupt
		}
		slot := key&(1<<m.shift-1)<<1 | 1
		for i := range w {
			slot = slot<<weightBits | uint32(int32(w[Outcomes-1-i])+zeroWeight)
		}
		switch at := &m.buckets[key>>m.shift]; {
		case *at == 0:
			*at = uint64(slot)
		case *at>>32 == 0:
			*at |= uint64(slot) << 32
		default:
			return nil, errCorrupt
		}
	}
	if d.bad || len(d.data) != 0 {
		return nil, fmt.Errorf("%w: %d bytes left over", errCorrupt, len(d.data))
	}
	return m, nil
}

// A TernaryTrainer learns the weights of a Ternary as an averaged perceptron. It is not safe for concurrent use.
type TernaryTrainer struct {
	mask  uint32
	slots []trainSlot // open addressing, linear probing; key 0 marks a free slot
	sums  []trainSums // beside slots, apart from them because only updates need them
	used  int
	now   int64

	leaveOut
}

// A trainSlot holds the present weights of a feature.
type trainSlot struct {
	key     uint32
	weights [Outcomes]int32
}

// trainSums hold Σ step·change, so that the average of a weight over n steps is weight − sum/n.
type trainSums struct {
	sums    [Outcomes]int64
	updates int64
}

// NewTernaryTrainer returns a trainer with all weights 0.
func NewTernaryTrainer() *TernaryTrainer {
	const size = 1 << 20
	return &TernaryTrainer{mask: size - 1, slots: make([]trainSlot, size), sums: make([]trainSums, size)}
}

// Score sets scores to the sums of the present weights of the features with the keys given.
func (t *TernaryTrainer) Score(scores *[Outcomes]int32, keys []uint32) {
	var a, b, c int32
	for _, key := range keys {
		if t.leavesOut(key) {
			continue
		}
		s := &t.slots[t.find(key)]
		a += s.weights[0]
		b += s.weights[1]
		c += s.weights[2]
	}
	scores[0], scores[1], scores[2] = a, b, c
}

// find returns the slot of key, or the free one where it belongs.
func (t *TernaryTrainer) find(key uint32) uint32 {
	key = max(key, 1)
	i := key & t.mask
	for t.slots[i].key != key && t.slots[i].key != 0 {
		i = (i + 1) & t.mask
	}
	return i
}

// Update adds by to the weights of label for the features with the keys given.
func (t *TernaryTrainer) Update(label int, keys []uint32, by int32) {
	for _, key := range keys {
		if t.leavesOut(key) {
			continue
		}
		i := t.find(key)
		if t.slots[i].key == 0 {
			if t.used*4 > len(t.slots)*3 {
				t.grow()
				i = t.find(key)
			}
			t.slots[i].key = max(key, 1)
			t.used++
		}
		t.slots[i].weights[label] += by
		t.sums[i].sums[label] += int64(by) * t.now
		t.sums[i].updates++
	}
}

func (t *TernaryTrainer) grow() {
	slots, sums := t.slots, t.sums
	size := 2 * len(slots)
	t.mask, t.slots, t.sums = uint32(size-1), make([]trainSlot, size), make([]trainSums, size)
	for i, s := range slots {
		if s.key != 0 {
			j := t.find(s.key)
			t.slots[j], t.sums[j] = s, sums[i]
		}
	}
}

// Next ends an example.
func (t *TernaryTrainer) Next() { t.now++ }

// Encode returns the file form of the averaged model. Features that were updated fewer than minUpdates times are left out. A weight
// of unit becomes 1; what is beyond the largest is cut, and features whose weights are all 0 then are left out.
func (t *TernaryTrainer) Encode(minUpdates int, unit float64) []byte {
	var rows []ternaryRow
	for i, s := range t.slots {
		if s.key == 0 || t.sums[i].updates < int64(minUpdates) {
			continue
		}
		r := ternaryRow{key: s.key}
		for j, w := range s.weights {
			average := float64(w) - float64(t.sums[i].sums[j])/float64(max(t.now, 1))
			r.weights[j] = int8(math.Round(min(max(average/unit, -maxWeight), maxWeight)))
		}
		if r.weights != [Outcomes]int8{} {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b ternaryRow) int { return cmp.Compare(a.key, b.key) })
	bits := minBits
	for 3<<bits < 2*len(rows) && bits < maxBits { // three rows in two buckets
		bits++
	}
	return encodeTernary(bits, fit(rows, 32-bits))
}

// The logarithms of the numbers of buckets that the smallest and the largest model have. With fewer, a slot has no room for the rest of a key.
const (
	minBits = 32 - restBits
	maxBits = 24
)

// fit leaves out the weakest of rows that share a bucket, the upper bits of their keys, with too many others.
func fit(rows []ternaryRow, shift int) []ternaryRow {
	out := rows[:0]
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].key>>shift == rows[0].key>>shift {
			n++
		}
		together := rows[:n]
		rows = rows[n:]
		for len(together) > bucket {
			weakest := 0
			for i := range together {
				if together[i].strength() < together[weakest].strength() {
					weakest = i
				}
			}
			together = slices.Delete(together, weakest, weakest+1)
		}
		out = append(out, together...)
	}
	return out
}

func (r *ternaryRow) strength() int {
	sum := 0
	for _, w := range r.weights {
		sum += max(int(w), -int(w))
	}
	return sum
}
