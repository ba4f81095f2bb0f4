package linear

// A dense holds rows in which many labels have a weight: a byte for each label, in words of eight, the weight plus zero. Such a row is
// added eight labels at once, and however many weights it has, it takes the same steps, so that a processor need not guess where it ends.
type dense struct {
	width int // labels
	words []uint64
}

const (
	zero  = 128
	lanes = 8 // labels in a word
)

// line is how many words a line of a processor's cache holds.
const line = 8

// length returns the number of words of a row. It is rounded up so that a row lies in as few lines as it can.
func (d *dense) length() int {
	words := (d.width + lanes - 1) / lanes
	unit := line
	for words <= unit/2 {
		unit /= 2
	}
	return (words + unit - 1) / unit * unit
}

// fits reports whether row is better dense: if a fifth of the labels have a weight, it is added faster so, and not much longer.
func (d *dense) fits(row []cell) bool {
	if 5*len(row) < d.width {
		return false
	}
	for _, c := range row {
		if c.weight < -zero || c.weight >= zero {
			return false
		}
	}
	return true
}

// put appends row.
func (d *dense) put(row []cell) {
	first := len(d.words)
	for range d.length() {
		d.words = append(d.words, zero*0x0101010101010101)
	}
	for _, c := range row {
		d.words[first+int(c.label)/lanes] ^= uint64(uint8(c.weight)) << (8 * (c.label % lanes)) // zero is the bit of the sign
	}
}

// denseAtMost is how many rows addDense adds: the sums of so many bytes have 16 bits.
const denseAtMost = 256

// addDense adds the rows that begin at the places given, at most denseAtMost, to scores, which has an element for each label: bytes are summed in
// halves of four 16-bit numbers.
func (d *dense) addDense(scores []int32, rows []uint32) {
	if len(rows) == 0 {
		return
	}
	const halves = 0x00ff00ff00ff00ff
	nothing := int32(zero * len(rows))
	for words := d.words; len(scores) > 0; words = words[1:] {
		var even, odd uint64
		for _, at := range rows {
			x := words[at]
			even += x & halves
			odd += x >> 8 & halves
		}
		var last [lanes]int32
		to := last[:]
		if len(scores) >= lanes {
			to = scores[:lanes]
		}
		to[0] += int32(even&0xffff) - nothing
		to[1] += int32(odd&0xffff) - nothing
		to[2] += int32(even>>16&0xffff) - nothing
		to[3] += int32(odd>>16&0xffff) - nothing
		to[4] += int32(even>>32&0xffff) - nothing
		to[5] += int32(odd>>32&0xffff) - nothing
		to[6] += int32(even>>48) - nothing
		to[7] += int32(odd>>48) - nothing
		if len(scores) < lanes {
			for i := range scores {
				scores[i] += last[i]
			}
			return
		}
		scores = scores[lanes:]
	}
}
