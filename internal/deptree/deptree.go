// Package deptree gives annotators a way down the dependency trees of a document, which tokens only know the way up.
package deptree

import (
	"iter"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Forest holds the trees of all sentences of a document. Tokens are named by their index in the document. It never changes,
// so it is safe for concurrent use.
type Forest struct {
	tokens []nlp.Token
	begin  []int32 // children of i are list[begin[i]:begin[i+1]], rising
	list   []int32
	lo, hi []int32 // first and last token of the subtree of i
}

// New returns the trees of doc, whose layer Dependencies is there. It takes time and memory linear in the number of tokens.
func New(doc *nlp.Document) *Forest {
	n := len(doc.Tokens)
	numbers := make([]int32, 4*n+1)
	f := &Forest{tokens: doc.Tokens, begin: numbers[:n+1], list: numbers[n+1 : 2*n+1], lo: numbers[2*n+1 : 3*n+1], hi: numbers[3*n+1:]}
	for i := range doc.Tokens {
		if h := doc.Tokens[i].Head; h != i {
			f.begin[h+1]++
		}
		f.lo[i], f.hi[i] = int32(i), int32(i)
	}
	for i := range n {
		f.begin[i+1] += f.begin[i]
	}
	free := make([]int32, n)
	copy(free, f.begin)
	for i := range doc.Tokens {
		if h := doc.Tokens[i].Head; h != i {
			f.list[free[h]] = int32(i)
			free[h]++
		}
	}
	f.measure()
	return f
}

// measure sets lo and hi: each token tells its head once all its children have told it.
func (f *Forest) measure() {
	waiting := make([]int32, len(f.tokens))
	var ready []int32
	for i := range f.tokens {
		waiting[i] = f.begin[i+1] - f.begin[i]
		if waiting[i] == 0 {
			ready = append(ready, int32(i))
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		h := int32(f.tokens[i].Head)
		if h == i {
			continue
		}
		f.lo[h], f.hi[h] = min(f.lo[h], f.lo[i]), max(f.hi[h], f.hi[i])
		if waiting[h]--; waiting[h] == 0 {
			ready = append(ready, h)
		}
	}
}

// Children yields the tokens whose head is i, in the order of the text.
func (f *Forest) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, c := range f.list[f.begin[i]:f.begin[i+1]] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child returns the first child of i that stands in one of the relations, whatever its subtype ("nsubj" finds "nsubj:pass"
// too), or nlp.None.
func (f *Forest) Child(i int, relations ...string) int {
	for c := range f.Children(i) {
		base := Base(f.tokens[c].Deprel)
		for _, r := range relations {
			if base == r {
				return c
			}
		}
	}
	return nlp.None
}

// Extent returns the first and the last token of the subtree of i.
func (f *Forest) Extent(i int) (first, last int) { return int(f.lo[i]), int(f.hi[i]) }

// Base returns a relation without its subtype.
func Base(relation string) string {
	base, _, _ := strings.Cut(relation, ":")
	return base
}
