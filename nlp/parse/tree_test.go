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
		token: 4, head: 1, grandparent: 8, inner: nlp.None, first: 2, lo: 2, hi: 4,
		relation: 4, up: 1, nleft: 2, headSet: 1<<1 | 1<<4 | 1<<5 | 1<<6, headLeft: 1, headRight: 3,
	}
	if man != want {
		t.Errorf("place %+v,\nwant %+v", man, want)
	}
	if root := tr.place(1); root.head != 8 || root.grandparent != nlp.None || root.up != 0 || root.lo != 0 || root.hi != 7 {
		t.Errorf("place of the root %+v", root)
	}
	if he := tr.place(0); he.inner != nlp.None {
		t.Errorf("a sibling on the other side of the head: %+v", he)
	}
	if book := tr.place(6); book.inner != 4 || book.innerRel != 5 {
		t.Errorf("the sibling before: %+v", book)
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
