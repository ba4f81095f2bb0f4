package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A transition changes the state of the parser.
type transition int

// The transitions of the arc-hybrid system. s0 is the top of the stack, s1 what lies below, b0 the front of the buffer.
const (
	shift transition = iota // b0 goes on the stack
	left                    // b0 becomes the head of s0, which goes
	right                   // s1 becomes the head of s0, which goes

	transitions = 3
)

// A state is how far the parse of a sentence has come. Tokens are named by their place in the sentence; n, the end of the buffer,
// stands for the root (Ballesteros and Nivre 2013). Its memory is used again for the next sentence.
type state struct {
	clusters *cluster.Table
	n        int
	tokens   []token
	stack    []int
	front    int   // b0
	head     []int // None if not yet known
	relation []int // of each token to its head
	kids     []children
}

// A token is what the features need to know of a token, hashed once.
type token struct{ word, tag, pos, lemma, coarse, fine uint64 }

// children are the outermost children of a token on each side, and their number.
type children struct {
	left, left2, right, right2 int
	nleft, nright              int
}

// start makes st ready for a sentence.
func (st *state) start(tokens []nlp.Token) {
	st.n = len(tokens)
	st.tokens, st.head, st.relation, st.kids = st.tokens[:0], st.head[:0], st.relation[:0], st.kids[:0]
	for i := range tokens {
		t := &tokens[i]
		word := linear.Hash(t.Lower)
		c := st.clusters.Of(word)
		st.tokens = append(st.tokens, token{word, linear.Hash(t.XPOS), linear.Hash(t.UPOS), linear.Hash(t.Lemma), uint64(c.Coarse), uint64(c.Fine)})
	}
	for range st.n + 1 {
		st.head = append(st.head, nlp.None)
		st.relation = append(st.relation, nlp.None)
		st.kids = append(st.kids, children{left: nlp.None, left2: nlp.None, right: nlp.None, right2: nlp.None})
	}
	st.tokens = append(st.tokens, token{rootWord, rootWord, rootWord, rootWord, rootClass, rootClass})
	st.stack, st.front = st.stack[:0], 0
}

// rootWord stands for the word and the tags of the root, noWord for those of a place where nothing is.
const (
	rootWord, noWord   = 2, 1
	rootClass, noClass = 1 << 20, 2 << 20
)

var nothing = token{noWord, noWord, noWord, noWord, noClass, noClass}

// done reports whether all tokens have a head.
func (st *state) done() bool { return st.front == st.n && len(st.stack) == 0 }

// allows reports whether t can be applied. The root takes one child, the last that is left.
func (st *state) allows(t transition) bool {
	switch t {
	case shift:
		return st.front < st.n
	case left:
		return len(st.stack) > 0 && (st.front < st.n || len(st.stack) == 1)
	default:
		return len(st.stack) > 1
	}
}

// choose returns the allowed transition with the highest score, the first of several.
func (st *state) choose(score func(transition) float64) transition {
	best, found := shift, false
	for t := shift; t < transitions; t++ {
		if st.allows(t) && (!found || score(t) > score(best)) {
			best, found = t, true
		}
	}
	return best
}

// arc returns the arc that t makes; it has none for shift.
func (st *state) arc(t transition) (head, dependent int) {
	top := len(st.stack) - 1
	switch t {
	case left:
		return st.front, st.stack[top]
	case right:
		return st.stack[top-1], st.stack[top]
	}
	return nlp.None, nlp.None
}

// apply applies t; relation is that of the arc it makes.
func (st *state) apply(t transition, relation int) {
	if t == shift {
		st.stack = append(st.stack, st.front)
		st.front++
		return
	}
	head, dependent := st.arc(t)
	st.stack = st.stack[:len(st.stack)-1]
	st.head[dependent], st.relation[dependent] = head, relation
	k := &st.kids[head]
	if dependent < head {
		k.left2, k.left = k.left, dependent
		k.nleft++
	} else {
		k.right2, k.right = k.right, dependent
		k.nright++
	}
}

// at returns the i-th token from the top of the stack, or None.
func (st *state) at(i int) int {
	if i >= len(st.stack) {
		return nlp.None
	}
	return st.stack[len(st.stack)-1-i]
}

// next returns the i-th token of the buffer, or None beyond the root.
func (st *state) next(i int) int {
	if st.front+i > st.n {
		return nlp.None
	}
	return st.front + i
}

func (st *state) token(i int) *token {
	if i == nlp.None {
		return &nothing
	}
	return &st.tokens[i]
}

// kid returns the children of a token.
func (st *state) kid(i int) children {
	if i == nlp.None {
		return children{left: nlp.None, left2: nlp.None, right: nlp.None, right2: nlp.None}
	}
	return st.kids[i]
}

// rel returns the relation of a token to its head, as a value of features.
func (st *state) rel(i int) uint64 {
	if i == nlp.None {
		return 0
	}
	return uint64(st.relation[i] + 2)
}
