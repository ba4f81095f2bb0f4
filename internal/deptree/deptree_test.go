package deptree_test

import (
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

func TestForest(t *testing.T) {
	// The mayor was seen . He left
	doc := &nlp.Document{}
	for _, tok := range []struct {
		head     int
		relation string
	}{{1, "det"}, {3, "nsubj:pass"}, {3, "aux:pass"}, {3, "root"}, {3, "punct"}, {6, "nsubj"}, {6, "root"}} {
		doc.Tokens = append(doc.Tokens, nlp.Token{Head: tok.head, Deprel: tok.relation})
	}
	f := deptree.New(doc)
	for i, want := range [][]int{nil, {0}, nil, {1, 2, 4}, nil, nil, {5}} {
		if got := slices.Collect(f.Children(i)); !slices.Equal(got, want) {
			t.Errorf("Children(%d) = %v, want %v", i, got, want)
		}
	}
	for i, want := range [][2]int{{0, 0}, {0, 1}, {2, 2}, {0, 4}, {4, 4}, {5, 5}, {5, 6}} {
		if first, last := f.Extent(i); first != want[0] || last != want[1] {
			t.Errorf("Extent(%d) = %d, %d, want %v", i, first, last, want)
		}
	}
	if got := f.Child(3, "obj", "nsubj"); got != 1 {
		t.Errorf("Child(3, obj, nsubj) = %d, want 1", got)
	}
	if got := f.Child(3, "obj"); got != nlp.None {
		t.Errorf("Child(3, obj) = %d, want None", got)
	}
}

func TestDeepTreeIsLinear(t *testing.T) {
	doc := &nlp.Document{Tokens: make([]nlp.Token, 1_000_000)}
	for i := range doc.Tokens {
		doc.Tokens[i].Head = max(i-1, 0)
	}
	if _, last := deptree.New(doc).Extent(0); last != len(doc.Tokens)-1 {
		t.Errorf("the root's subtree ends at %d", last)
	}
}
