package linear

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAddAll compares the sums of rows with few weights, many, and large ones with what was put in.
func TestAddAll(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{1, 3, 8, 17, 34, 109, maxLabels} {
		b := newBuilder(make([]string, width), 0, 0)
		rows := make(map[uint32][]cell)
		for key := range uint32(500) {
			share := random.Float64()
			largest := []int{100, 127, 128, 129, 400}[random.IntN(5)]
			var row []cell
			for label := range width {
				if random.Float64() < share {
					row = append(row, cell{uint8(label), int16(random.IntN(2*largest+1) - largest)})
				}
			}
			if len(row) > 0 && (len(row) < 64 || largest < 127) { // a longer row of large weights is refused
				rows[key] = row
				b.add(key, row)
			}
		}
		m, err := b.done()
		if err != nil {
			t.Fatal(err)
		}
		if width > 1 && (len(m.cells) == 0 || len(m.words) == 0) {
			t.Fatalf("%d labels: %d words and %d cells: want both", width, len(m.words), len(m.cells))
		}
		for range 100 {
			got, want := make([]int32, width), make([]int32, width)
			var features []uint64
			for range random.IntN(3 * together) {
				key := random.Uint32N(600)
				features = append(features, uint64(key))
				for _, c := range rows[key] {
					want[c.label] += int32(c.weight)
				}
			}
			AddAll(m, got, features)
			if !slices.Equal(got, want) {
				t.Fatalf("%d labels: %v, want %v", width, got, want)
			}
			clear(got)
			for _, f := range features {
				m.Add(got, f)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%d labels, one by one: %v, want %v", width, got, want)
			}
		}
	}
}
