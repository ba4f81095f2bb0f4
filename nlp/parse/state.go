package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A transition changes the state of a parse.
type transition uint8

// The transitions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). s0 is the top of the stack, s1 what lies below,
// b0 the front of the buffer. The end of the buffer stands for the root (Ballesteros and Nivre 2013).
const (
	shift transition = iota // b0 goes on the stack
	left                    // b0 becomes the head of s0, which goes
	right                   // s1 becomes the head of s0, which goes

	transitions = 3
)

// A state is how far a parse has come. Its stack is shared with the states that it grew from (Huang and Sagae 2010), so that a
// transition costs the same at any depth.
type state struct {
	score int64
	top   int32 // s0, an index of nodes, or None
	step  int32 // the last step that led here, or None
	front node  // b0, an element that is not yet on the stack
	gold  bool  // in training: whether all transitions up to here are those of the oracle
}

// A node is an element of a stack: a token with the children that it has so far. It never changes once states share it.
type node struct {
	token       int32
	below       int32 // the element below it, an index of nodes, or None
	left, right children
}

// children are those of one token on one side.
type children struct {
	outer     int32  // the outermost, or None
	rel, rel2 uint8  // the relations of the outermost two plus 1, or 0
	n         uint8  // how many, at most many
	set       uint64 // of relations, a bit each
	sign      uint64 // of all children with their relations
}

// many children are not told from more.
const many = 4

func newNode(token int32) node {
	none := children{outer: nlp.None}
	return node{token: token, below: nlp.None, left: none, right: none}
}

// add adds a child outside of all others.
func (c *children) add(child int32, relation uint8) {
	c.rel2 = c.rel
	c.outer, c.rel = child, relation+1
	c.n = min(c.n+1, many)
	c.set |= 1 << (relation % relationsAtMost)
	c.sign = linear.With(c.sign, uint64(child+1)<<8|uint64(relation))
}

// A step is one transition of a parse, with the arc that it made.
type step struct {
	before          int32 // the step before, or None
	head, dependent int32
	relation        uint8
	transition      transition
}

// allows reports whether t can be applied to st in a sentence of n tokens. The root takes one child, the last that is left.
func (s *search) allows(st *state, t transition) bool {
	end := int(st.front.token) == s.n
	switch t {
	case shift:
		return !end
	case left:
		return st.top != nlp.None && (!end || s.nodes[st.top].below == nlp.None)
	default:
		return st.top != nlp.None && s.nodes[st.top].below != nlp.None
	}
}

// arc returns the head and the dependent of the arc that t makes from st; shift makes none.
func (s *search) arc(st *state, t transition) (head, dependent *node) {
	switch t {
	case left:
		return &st.front, &s.nodes[st.top]
	case right:
		top := &s.nodes[st.top]
		return &s.nodes[top.below], top
	}
	return nil, nil
}

// apply sets to to what t makes of from; relation is that of the arc it makes.
func (s *search) apply(to, from *state, t transition, relation uint8) {
	*to = *from
	to.step = int32(len(s.steps))
	made := step{before: from.step, head: nlp.None, dependent: nlp.None, relation: relation, transition: t}
	switch t {
	case shift:
		next := from.front
		next.below = from.top
		to.top = s.push(next)
		to.front = newNode(next.token + 1)
	case left:
		top := &s.nodes[from.top]
		made.head, made.dependent = to.front.token, top.token
		to.front.left.add(top.token, relation)
		to.top = top.below
	case right:
		top := &s.nodes[from.top]
		head := s.nodes[top.below]
		made.head, made.dependent = head.token, top.token
		head.right.add(top.token, relation)
		to.top = s.push(head)
	}
	s.steps = append(s.steps, made)
}

func (s *search) push(n node) int32 {
	s.nodes = append(s.nodes, n)
	return int32(len(s.nodes) - 1)
}
