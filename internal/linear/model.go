// Package linear holds the linear classifier that the trained annotators share: hashed features, one sparse row of small
// integer weights for each, and a compact file form. It is trained as an averaged perceptron (Freund and Schapire 1999; Collins
// 2002, "Discriminative Training Methods for Hidden Markov Models").
//
// A feature is a 64-bit hash, of which 32 bits are kept: with half a million features known, an unknown one is taken for a
// known one about once in ten thousand times, which no accuracy figure notices.
package linear

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A Model scores labels by the sum of the weights of the features given. It never changes, so it is safe for concurrent use.
type Model struct {
	labels []string
	mask   uint32
	slots  []slot // open addressing, linear probing
	cells  []short
}

// A slot is the key of a feature and the place of its row, in eight bytes, so that one access to memory gets all: 32 bits of key, 24 of
// index in cells, 8 of count. A count of 0 marks a free slot.
type slot uint64

const (
	maxCells = 1<<24 - 1
	maxRow   = 1<<8 - 1
)

func newSlot(key uint32, first, count int) slot {
	return slot(key)<<32 | slot(first)<<8 | slot(count)
}

func (s slot) key() uint32 { return uint32(s >> 32) }

// row returns the row of a slot that is not free.
func (m *Model) row(s slot) []short {
	first := uint32(s) >> 8
	return m.cells[first : first+uint32(s)&maxRow]
}

// find returns the slot of key, or a free one, given the slot where the search begins.
func (m *Model) find(s slot, key uint32) slot {
	for i := key & m.mask; s != 0 && s.key() != key; s = m.slots[i] {
		i = (i + 1) & m.mask
	}
	return s
}

// A cell is the weight of one label.
type cell struct {
	label  uint16
	weight int16
}

// A short is a cell in two bytes, because memory is what takes the time. Several stand for a weight that does not fit.
type short struct {
	label  uint8
	weight int8
}

// maxLabels is how many labels a model has at most.
const maxLabels = 1 << 8

// appendShort appends c.
func appendShort(cells []short, c cell) []short {
	weight := c.weight
	for {
		part := min(max(weight, -math.MaxInt8), math.MaxInt8)
		cells = append(cells, short{uint8(c.label), int8(part)})
		if weight -= part; weight == 0 {
			return cells
		}
	}
}

// Labels returns the names of the labels; the caller must not change the slice.
func (m *Model) Labels() []string { return m.labels }

// Add adds the weights of feature to scores, which has an element for each label.
func (m *Model) Add(scores []int32, feature uint64) {
	key := fold(feature)
	if s := m.find(m.slots[key&m.mask], key); s != 0 {
		for _, c := range m.row(s) {
			scores[c.label] += int32(c.weight)
		}
	}
}

// together is how many features AddAll looks up at once: as many as a processor may wait for, and few enough for its first cache.
const together = 32

// AddAll does what Add does for each of the features, which are whole or the 32 bits that models know them by. It asks the memory for
// the slots of many before it waits for any, and then for their rows, because it is memory that takes the time.
func AddAll[F uint32 | uint64](m *Model, scores []int32, features []F) {
	var slots [together]slot
	var firsts [together]short
	for len(features) > 0 {
		n := min(len(features), together)
		for i, f := range features[:n] {
			slots[i] = m.slots[fold(uint64(f))&m.mask]
		}
		known := 0
		for i, f := range features[:n] {
			if s := m.find(slots[i], fold(uint64(f))); s != 0 {
				slots[known] = s
				known++
			}
		}
		for i, s := range slots[:known] {
			firsts[i] = m.cells[uint32(s)>>8]
		}
		for i, s := range slots[:known] {
			scores[firsts[i].label] += int32(firsts[i].weight)
			for _, c := range m.row(s)[1:] {
				scores[c.label] += int32(c.weight)
			}
		}
		features = features[n:]
	}
}

// Score sets scores, which has an element for each label, to the sums of the weights of features.
func (m *Model) Score(scores []int32, features []uint64) {
	clear(scores)
	AddAll(m, scores, features)
}

// Best returns the index of the highest score, the first of several.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// fold keeps the 32 bits of a feature that models know it by.
func fold(feature uint64) uint32 { return uint32(feature ^ feature>>32) }

// magic begins a model file, and tells its version.
const magic = "hearsay-linear-1\n"

// A row is a feature with its weights, as they stand in a file.
type row struct {
	key   uint32
	cells []cell
}

// encode returns the file form of rows, which must be sorted by key: the labels, then for each row the distance to the key
// before it, the number of cells, and each cell's label and weight.
func encode(labels []string, rows []row) []byte {
	out := []byte(magic)
	out = binary.AppendUvarint(out, uint64(len(labels)))
	for _, l := range labels {
		out = binary.AppendUvarint(out, uint64(len(l)))
		out = append(out, l...)
	}
	cells := 0
	for _, r := range rows {
		cells += len(r.cells)
	}
	out = binary.AppendUvarint(out, uint64(len(rows)))
	out = binary.AppendUvarint(out, uint64(cells))
	last := uint32(0)
	for _, r := range rows {
		out = binary.AppendUvarint(out, uint64(r.key-last))
		last = r.key
		out = binary.AppendUvarint(out, uint64(len(r.cells)))
		for _, c := range r.cells {
			out = binary.AppendUvarint(out, uint64(c.label))
			out = binary.AppendVarint(out, int64(c.weight))
		}
	}
	return out
}

var errCorrupt = errors.New("linear: model is cut short or corrupt")

// Decode returns the model whose file form data is; it keeps no part of data.
func Decode(data []byte) (*Model, error) {
	data, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, errors.New("linear: not a model file, or of another version")
	}
	d := decoder{data: data}
	labels := make([]string, 0, 64)
	for range d.count(maxLabels) {
		labels = append(labels, string(d.bytes(d.count(len(d.data)))))
	}
	rows, cells := d.count(len(d.data)), d.count(len(d.data))
	if d.bad || cells > maxCells {
		return nil, errCorrupt
	}
	m := &Model{labels: labels, cells: make([]short, 0, cells)}
	slots := make([]slot, 0, rows)
	key := uint32(0)
	for range rows {
		key += uint32(d.uvarint())
		n := d.count(len(labels))
		first := len(m.cells)
		for range n {
			label := d.count(len(labels) - 1)
			m.cells = appendShort(m.cells, cell{uint16(label), int16(d.varint())})
		}
		if d.bad || n == 0 || len(m.cells)-first > maxRow || len(m.cells) > maxCells {
			return nil, errCorrupt
		}
		slots = append(slots, newSlot(key, first, len(m.cells)-first))
	}
	if d.bad || len(d.data) != 0 {
		return nil, fmt.Errorf("%w: %d bytes left over", errCorrupt, len(d.data))
	}
	m.fill(slots)
	return m, nil
}

// fill makes the table of slots, at most half full.
func (m *Model) fill(slots []slot) {
	size := 2
	for size < len(slots)*2 {
		size *= 2
	}
	m.mask, m.slots = uint32(size-1), make([]slot, size)
	for _, s := range slots {
		i := s.key() & m.mask
		for m.slots[i] != 0 {
			i = (i + 1) & m.mask
		}
		m.slots[i] = s
	}
}

// A decoder takes values off data; bad tells that it ran out or met a value out of range.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) uvarint() uint64 {
	if len(d.data) > 0 && d.data[0] < 0x80 { // most numbers are small
		v := d.data[0]
		d.data = d.data[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.bad, d.data = true, nil
		return 0
	}
	d.data = d.data[n:]
	return v
}

// varint takes a number that binary.AppendVarint has written.
func (d *decoder) varint() int64 {
	v := d.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// count takes a number of at most limit.
func (d *decoder) count(limit int) int {
	v := d.uvarint()
	if v > uint64(max(limit, 0)) {
		d.bad, d.data = true, nil
		return 0
	}
	return int(v)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.bad, d.data = true, nil
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

// quantise turns averaged weights into rows: the largest weight becomes limit, and those that become 0 are left out.
func quantise(weights map[uint32][]float64, limit float64) []row {
	largest := 0.0
	for _, ws := range weights {
		for _, w := range ws {
			largest = max(largest, math.Abs(w))
		}
	}
	rows := make([]row, 0, len(weights))
	for key, ws := range weights {
		r := row{key: key}
		for label, w := range ws {
			if q := int16(math.Round(w / largest * limit)); q != 0 {
				r.cells = append(r.cells, cell{uint16(label), q})
			}
		}
		if len(r.cells) > 0 {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	return rows
}
