package linear

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

// A TwoPass labels the elements of sequences twice: the second pass has the features of the first, and more that look at the labels
// which the first gave to the whole text (Krishnan and Manning 2006, "An Effective Two-Stage Model for Exploiting Non-Local
// Dependencies in Named Entity Recognition"). The weights of both passes stand in one table, so that the features that they have in
// common are looked up once. It is safe for concurrent use.
type TwoPass struct {
	// SkipEmpty leaves a part in which the first pass gives all elements the first label at that, and saves the time of the second.
	SkipEmpty bool

	n             int
	model         *Model // labels 0 to n-1 are those of the first pass, n to 2n-1 those of the second
	first, second *Sequence
}

// Features appends the features of element i to list. An element without any has the first label.
type Features = func(list []uint64, i int) []uint64

// NewTwoPass returns the labeller whose passes have the file forms first and second. Both must have the labels given.
func NewTwoPass(first, second []byte, labels []string, allowed func(a, b int) bool) (*TwoPass, error) {
	var passes [2]*rowReader
	for i, data := range [][]byte{first, second} {
		r, err := readRows(data)
		if err != nil {
			return nil, fmt.Errorf("pass %d: %w", i+1, err)
		}
		if !slices.Equal(r.labels, labels) {
			return nil, fmt.Errorf("pass %d: labels %q, want %q", i+1, r.labels, labels)
		}
		passes[i] = r
	}
	if 2*len(labels) > maxLabels {
		return nil, fmt.Errorf("linear: two passes with %d labels are too many for one table", len(labels))
	}
	model, err := union(passes[0], passes[1])
	if err != nil {
		return nil, err
	}
	n := len(labels)
	both := make([]int32, 2*n)
	pass := func(from int) *Sequence {
		return newSequence(n, allowed, func(scores []int32, feature uint64) {
			clear(both)
			model.Add(both, feature)
			copy(scores, both[from:from+n])
		})
	}
	return &TwoPass{n: n, model: model, first: pass(0), second: pass(n)}, nil
}

// union returns a model with the labels of a and, after them, those of b, and the weights of both.
func union(a, b *rowReader) (*Model, error) {
	n := uint8(len(a.labels))
	out := newBuilder(slices.Concat(a.labels, b.labels), max(a.rows, b.rows), a.cells+b.cells)
	var row []cell
	inA, inB := a.next(), b.next()
	for inA || inB {
		row = row[:0]
		takeA := inA && (!inB || a.key <= b.key)
		takeB := inB && (!inA || b.key <= a.key)
		key := b.key
		if takeA {
			key = a.key
			row = append(row, a.row...)
			inA = a.next()
		}
		if takeB {
			for _, c := range b.row {
				row = append(row, cell{c.label + n, c.weight})
			}
			inB = b.next()
		}
		out.add(key, row)
	}
	if err := errors.Join(a.end(), b.end()); err != nil {
		return nil, err
	}
	return out.done()
}

// Label returns the labels that the second pass gives to size elements. Those of each of parts, ranges that cover all elements, are
// labelled together. base makes the features of both passes; extra, given the labels of the first pass, makes those that the second has
// besides. seen, if not nil, is told of each part as the second pass has labelled it: where it begins, its labels, and the lattice from
// which they came.
func (t *TwoPass) Label(size int, parts iter.Seq2[int, int], base Features, extra func(first []uint8) Features,
	seen func(from int, labels []int, l *Lattice),
) []uint8 {
	n := t.n
	shared := make([]int32, size*n) // the scores of the second pass by the features of base
	labels := make([]uint8, size)
	var l Lattice
	w := walk{model: t.model, sums: make([]int32, 2*n)}
	for from, end := range parts {
		l.Reset(end-from, n)
		w.run(from, end, base, func(i int, sums []int32) {
			row := l.Scores[(i-from)*n : (i-from+1)*n]
			if sums == nil {
				fix(row)
				return
			}
			copy(row, sums[:n])
			copy(shared[i*n:], sums[n:])
		})
		for k, b := range t.first.Decode(&l) {
			labels[from+k] = uint8(b)
		}
	}
	more := extra(labels)
	out := make([]uint8, size)
	for from, end := range parts {
		if t.SkipEmpty && !slices.ContainsFunc(labels[from:end], func(b uint8) bool { return b != 0 }) {
			continue
		}
		l.Reset(end-from, n)
		w.run(from, end, more, func(i int, sums []int32) {
			row := l.Scores[(i-from)*n : (i-from+1)*n]
			if sums == nil {
				fix(row)
				return
			}
			for b, score := range shared[i*n : (i+1)*n] {
				row[b] = score + sums[n+b]
			}
		})
		path := t.second.Decode(&l)
		for k, b := range path {
			out[from+k] = uint8(b)
		}
		if seen != nil {
			seen(from, path, &l)
		}
	}
	return out
}

// A walk sums the weights of the features of one element after the other. While it adds those of one, the memory already looks for what
// the next two need.
type walk struct {
	model   *Model
	list    []uint64
	batches [3]batch
	sums    []int32
}

// run calls take with each element of [from, end) and its sums, or nil if it has no features.
func (w *walk) run(from, end int, features Features, take func(i int, sums []int32)) {
	batch := func(i int) *batch { return &w.batches[i%len(w.batches)] }
	for next := from; next < end+2; next++ {
		if next < end {
			w.list = features(w.list[:0], next)
			w.model.ask(batch(next), w.list)
		}
		if i := next - 1; from <= i && i < end {
			w.model.look(batch(i))
		}
		if i := next - 2; from <= i {
			if len(batch(i).keys) == 0 {
				take(i, nil)
				continue
			}
			clear(w.sums)
			w.model.add(batch(i), w.sums)
			take(i, w.sums)
		}
	}
}

// fix makes the first label the only one that an element with the scores given can have.
func fix(scores []int32) {
	for b := range scores[1:] {
		scores[b+1] = never
	}
}

// Margins returns the margins of the sequence that the second pass has labelled last, from the lattice that seen was given.
func (t *TwoPass) Margins(l *Lattice) []int32 { return t.second.Margins(l) }
