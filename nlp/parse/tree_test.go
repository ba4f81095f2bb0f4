package parse

import (
	"math/rand/v2"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// TestPlace looks at "he gave the old man a book yesterday", where "man" and "book" are children of "gave".
func TestPlace(t *testing.T) {
	tr := tree{head: []int32{1, 8, 4, 4, 1, 6, 1, 1}, relation: []uint8{1, 0, 2, 3, 4, 2, 5, 6}}
	tr.link()
	man := tr.place(4)
	want := place{
		token: 4, head: 1, grandparent: 8, inner: nlp.None, outer: 6, first: 2, last: 3, lo: 2, hi: 4,
		relation: 4, up: 1, outerRel: 6, firstRel: 3, lastRel: 4, nleft: 2, set: 1<<2 | 1<<3, list: man.list,
		headSet: 1<<1 | 1<<4 | 1<<5 | 1<<6, headLeft: 1, headRight: 3,
	}
	if man != want {
		t.Errorf("place %+v,\nwant %+v", man, want)
	}
	if root := tr.place(1); root.head != 8 || root.grandparent != nlp.None || root.up != 0 || root.lo != 0 || root.hi != 7 {
		t.Errorf("place of the root %+v", root)
	}
	if he := tr.place(0); he.inner != nlp.None || he.outer != nlp.None {
		t.Errorf("siblings on the other side of the head: %+v", he)
	}
}

// TestPlaceTellsOrder sees that children in another order, or on another side, make another place.
func TestPlaceTellsOrder(t *testing.T) {
	var lists [3]uint64
	for i, c := range []tree{
		{head: []int32{2, 2, 3}, relation: []uint8{1, 2, 0}},
		{head: []int32{2, 2, 3}, relation: []uint8{2, 1, 0}},
		{head: []int32{1, 3, 1}, relation: []uint8{1, 0, 2}},
	} {
		c.link()
		for d, h := range c.head {
			if h == 3 {
				lists[i] = c.place(int32(d)).list
			}
		}
	}
	if lists[0] == lists[1] || lists[0] == lists[2] {
		t.Errorf("lists of children %v", lists)
	}
}

// TestSpans compares the span of each token with the tokens that lead up to it.
func TestSpans(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		head := randomTree(rng, 1+rng.IntN(12))
		tr := tree{head: head, relation: make([]uint8, len(head))}
		tr.link()
		for top := range head {
			lo, hi := len(head), -1
			for d := range head {
				for at := d; at != len(head); at = int(head[at]) {
					if at == top {
						lo, hi = min(lo, d), max(hi, d)
					}
				}
			}
			if p := tr.place(int32(top)); int(p.lo) != lo || int(p.hi) != hi {
				t.Fatalf("%v: token %d spans %d to %d, want %d to %d", head, top, p.lo, p.hi, lo, hi)
			}
		}
	}
}
