package linear

import "slices"

// A batch is the features of an element on their way through a model, in three steps: ask, look and add. It is memory that takes the time,
// and it answers while other things are done between two steps.
type batch struct {
	keys   []uint32
	sparse []slot   // of rows with few weights
	firsts []uint32 // where they begin
	dense  []uint32 // where dense rows begin
}

// ask makes b one of the features given, and asks for their slots.
func (m *Model) ask(b *batch, features []uint64) {
	keys := slices.Grow(b.keys[:0], len(features))[:len(features)]
	for i, f := range features {
		keys[i] = fold(f)
	}
	m.fetchSlots(keys)
	b.keys = keys
}

// look finds the slots and asks for the rows.
func (m *Model) look(b *batch) {
	n := len(b.keys)
	sparse, firsts, dense := slices.Grow(b.sparse[:0], n)[:n], slices.Grow(b.firsts[:0], n)[:n], slices.Grow(b.dense[:0], n)[:n]
	some, whole := 0, 0
	for _, key := range b.keys {
		s := m.find(m.slots[key&m.mask], key)
		sparse[some], firsts[some], dense[whole] = s, s.first(), s.first()
		known, full := s.kind()
		some += known - full
		whole += full
	}
	b.sparse, b.firsts, b.dense = sparse[:some], firsts[:some], dense[:whole]
	m.fetchCells(b.firsts)
	m.fetchRows(b.dense)
}

// add adds the rows to scores, which has an element for each label.
func (m *Model) add(b *batch, scores []int32) {
	for _, s := range b.sparse {
		for _, c := range m.sparse(s) {
			scores[c.label] += int32(c.weight)
		}
	}
	for rows := range slices.Chunk(b.dense, denseAtMost) {
		m.addDense(scores, rows)
	}
}
