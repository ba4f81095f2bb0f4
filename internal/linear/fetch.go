package linear

import (
	"math"
	"unsafe"
)

// What is fetched is on its way from memory, where the tables are too large for a processor's caches, when it is read a little later.
// A processor waits for few loads at once, because it keeps in mind all that follows them; it need not wait for this.

func (m *Model) fetchSlots(keys []uint32) { fetchAll(m.slots, keys, 0, m.mask) }

// fetchCells fetches rows with few weights by their places in cells.
func (m *Model) fetchCells(places []uint32) { fetchAll(m.cells, places, 0, math.MaxUint32) }

// fetchRows fetches dense rows by their places in words.
func (d *dense) fetchRows(places []uint32) { fetchAll(d.words, places, 0, math.MaxUint32) }

// Fetch fetches what Score needs of the features with the keys given.
func (m *Ternary) Fetch(keys []uint32) { fetchAll(m.buckets, keys, m.shift, math.MaxUint32) }

// Fetch does nothing: training has time.
func (t *TernaryTrainer) Fetch([]uint32) {}

// fetchAll fetches an element of table for each key: the one of number key>>shift&mask.
func fetchAll[E any](table []E, keys []uint32, shift uint8, mask uint32) {
	var element E
	fetch(unsafe.Pointer(unsafe.SliceData(table)), int(unsafe.Sizeof(element)), keys, shift, mask)
}
