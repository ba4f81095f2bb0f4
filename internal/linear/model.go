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
	dense
}

// A slot is the key of a feature and the place of its row, in eight bytes, so that one access to memory gets all: 32 bits of key, 24 of
// index in cells, 8 of count. A count of 0 marks a free slot, and one of isDense a row that stands elsewhere. In a model of one label, the
// weight itself stands in place of the index.
type slot uint64

const (
	maxCells = 1<<24 - 1
	isDense  = 1<<8 - 1
	maxRow   = isDense - 1
)

func newSlot(key uint32, first, count int) slot {
	return slot(key)<<32 | slot(first)<<8 | slot(count)
}

func (s slot) key() uint32   { return uint32(s >> 32) }
func (s slot) weight() int32 { return int32(int16(s >> 8)) }
func (s slot) first() uint32 { return uint32(s) >> 8 }
func (s slot) count() uint32 { return uint32(s) & isDense }

// kind returns 1 or 0 for whether s is not free, and for whether its row is dense.
func (s slot) kind() (known, dense int) {
	if s != 0 {
		known = 1
	}
	if s.count() == isDense {
		dense = 1
	}
	return known, dense
}

// sparse returns the row of a slot that is neither free nor dense.
func (m *Model) sparse(s slot) []short { return m.cells[s.first() : s.first()+s.count()] }

// find returns the slot of key, or a free one, given the slot where the search begins.
func (m *Model) find(s slot, key uint32) slot {
	for i := key & m.mask; s != 0 && s.key() != key; s = m.slots[i] {
		i = (i + 1) & m.mask
	}
	return s
}

// A cell is the weight of one label.
type cell struct {
	label  uint8
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
		cells = append(cells, short{c.label, int8(part)})
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
	switch s := m.find(m.slots[key&m.mask], key); {
	case s == 0:
	case len(m.labels) == 1:
		scores[0] += s.weight()
	case s.count() == isDense:
		m.addDense(scores[:len(m.labels)], []uint32{s.first()})
	default:
		for _, c := range m.sparse(s) {
			scores[c.label] += int32(c.weight)
		}
	}
}

// together is how many features AddAll looks up at once: about as many as an element has, and few enough for a processor's first cache.
const together = 64

// AddAll does what Add does for each of the features, which are whole or the 32 bits that models know them by. It asks the memory for
// the slots of many before it waits for any, and then for their rows, because it is memory that takes the time; and it tells dense rows
// from others without a branch, which a processor would often guess wrong.
func AddAll[F uint32 | uint64](m *Model, scores []int32, features []F) {
	var keys, full [together]uint32
	var slots [together]slot
	var firsts [together]short
	for len(features) > 0 {
		n := min(len(features), together)
		for i, f := range features[:n] {
			keys[i] = fold(uint64(f))
		}
		m.fetchSlots(keys[:n])
		for i, key := range keys[:n] {
			slots[i] = m.slots[key&m.mask]
		}
		if len(m.labels) == 1 {
			for i, key := range keys[:n] {
				scores[0] += m.find(slots[i], key).weight() // that of a free slot is 0
			}
			features = features[n:]
			continue
		}
		some, whole := 0, 0
		for i, key := range keys[:n] {
			s := m.find(slots[i], key)
			slots[some], full[whole] = s, s.first()
			known, dense := s.kind()
			some += known - dense
			whole += dense
		}
		m.fetchRows(full[:whole])
		for i, s := range slots[:some] {
			firsts[i] = m.cells[s.first()]
		}
		for i, s := range slots[:some] {
			scores[firsts[i].label] += int32(firsts[i].weight)
			for _, c := range m.sparse(s)[1:] {
				scores[c.label] += int32(c.weight)
			}
		}
		m.addDense(scores[:len(m.labels)], full[:whole])
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
	r, err := readRows(data)
	if err != nil {
		return nil, err
	}
	b := newBuilder(r.labels, r.rows, r.cells)
	for r.next() {
		b.add(r.key, r.row)
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	return b.done()
}

// A rowReader reads the rows of a model file, in the order of their keys.
type rowReader struct {
	decoder
	labels      []string
	rows, cells int // how many there are, rows those that are left

	// The row that next has read.
	key uint32
	row []cell
}

// readRows returns a reader of the rows of a file, and reads what is before them.
func readRows(data []byte) (*rowReader, error) {
	data, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, errors.New("linear: not a model file, or of another version")
	}
	r := &rowReader{decoder: decoder{data: data}, labels: make([]string, 0, 64)}
	for range r.count(maxLabels) {
		r.labels = append(r.labels, string(r.bytes(r.count(len(r.data)))))
	}
	r.rows, r.cells = r.count(len(r.data)), r.count(len(r.data))
	if r.bad {
		return nil, errCorrupt
	}
	return r, nil
}

// next reads the next row and reports whether there is one.
func (r *rowReader) next() bool {
	if r.rows == 0 || r.bad {
		return false
	}
	r.rows--
	r.key += uint32(r.uvarint())
	r.row = r.row[:0]
	for range r.count(len(r.labels)) {
		label := r.count(len(r.labels) - 1)
		r.row = append(r.row, cell{uint8(label), int16(r.varint())})
	}
	r.bad = r.bad || len(r.row) == 0
	return !r.bad
}

// end returns an error if not all is read, or something was wrong.
func (r *rowReader) end() error {
	if r.bad || len(r.data) != 0 {
		return fmt.Errorf("%w: %d bytes left over", errCorrupt, len(r.data))
	}
	return nil
}

// A builder makes a Model.
type builder struct {
	Model
	rows []slot
	bad  bool
}

// newBuilder returns a builder of a model for about so many rows and cells.
func newBuilder(labels []string, rows, cells int) *builder {
	b := &builder{rows: make([]slot, 0, rows)}
	b.labels, b.cells, b.width = labels, make([]short, 0, cells), len(labels)
	return b
}

// add adds a row, whose key it must not have yet.
func (b *builder) add(key uint32, row []cell) {
	if b.width == 1 {
		b.rows = append(b.rows, newSlot(key, int(uint16(row[0].weight)), 1))
		return
	}
	if b.fits(row) {
		b.bad = b.bad || len(b.words) > maxCells
		b.rows = append(b.rows, newSlot(key, len(b.words), isDense))
		b.put(row)
		return
	}
	first := len(b.cells)
	for _, c := range row {
		b.cells = appendShort(b.cells, c)
	}
	b.bad = b.bad || len(b.cells)-first > maxRow || first > maxCells
	b.rows = append(b.rows, newSlot(key, first, len(b.cells)-first))
}

// done makes the table of slots, at most half full.
func (b *builder) done() (*Model, error) {
	if b.bad {
		return nil, errCorrupt
	}
	size := 2
	for size < len(b.rows)*2 {
		size *= 2
	}
	b.mask, b.slots = uint32(size-1), make([]slot, size)
	for _, s := range b.rows {
		i := s.key() & b.mask
		for b.slots[i] != 0 {
			i = (i + 1) & b.mask
		}
		b.slots[i] = s
	}
	return &b.Model, nil
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
				r.cells = append(r.cells, cell{uint8(label), q})
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
