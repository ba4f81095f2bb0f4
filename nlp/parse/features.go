package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A feature is a template's number with the values that fill it, hashed into a key of 32 bits. Values are hashes themselves or small
// numbers; each is multiplied by an odd number of its own (multiply-shift hashing, Dietzfelbinger et al. 1997), and the sum is spread
// by a last multiplication.
const (
	k0 = 0x9e3779b97f4a7c15
	k1 = 0xbf58476d1ce4e5b9
	k2 = 0x94d049bb133111eb
	k3 = 0xd6e8feb86659fd93
	k4 = 0xa0761d6478bd642f
	k5 = 0xe7037ed1a0b428db
)

func spread(h uint64) uint32 {
	h ^= h >> 32
	h *= k0
	return uint32(h >> 32)
}

func one(template, a uint64) uint32         { return spread(template*k5 + a*k1) }
func two(template, a, b uint64) uint32      { return spread(template*k5 + a*k1 + b*k2) }
func three(template, a, b, c uint64) uint32 { return spread(template*k5 + a*k1 + b*k2 + c*k3) }
func four(template, a, b, c, d uint64) uint32 {
	return spread(template*k5 + a*k1 + b*k2 + c*k3 + d*k4)
}

// distance returns a number for how far apart two places are.
func distance(a, b int32) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 5:
		return uint64(d)
	case d <= 10:
		return 6
	}
	return 7
}

// A view is a state as features see it: the elements at the top of the stack and at the front of the buffer, and their tokens.
type view struct {
	ks0, ks1, kb0  *node
	i0, i1, i2     int32
	j0             int32
	s0, s1, s2     *token
	b0, b1, b2, b3 *token
}

// noNode stands for an element of a stack that is not there.
var noNode = newNode(nlp.None)

// below returns the element of the stack below n.
func (s *search) below(n *node) *node {
	if n.below < 0 {
		return &noNode
	}
	return &s.nodes[n.below]
}

func (s *search) view(st *state) view {
	v := view{ks0: &noNode, kb0: &st.front}
	if st.top >= 0 {
		v.ks0 = &s.nodes[st.top]
	}
	v.ks1 = s.below(v.ks0)
	v.i0, v.i1, v.i2, v.j0 = v.ks0.token, v.ks1.token, s.below(v.ks1).token, v.kb0.token
	v.s0, v.s1, v.s2 = s.at(v.i0), s.at(v.i1), s.at(v.i2)
	v.b0, v.b1, v.b2, v.b3 = s.at(v.j0), s.at(v.j0+1), s.at(v.j0+2), s.at(v.j0+3)
	return v
}

// sign returns a hash of all that features see in v.
func (v *view) sign() uint64 {
	h := linear.Feature(uint64(uint32(v.i0))<<32|uint64(uint32(v.i1)), uint64(uint32(v.i2))<<32|uint64(uint32(v.j0)))
	return h + v.ks0.left.sign*k1 + v.ks0.right.sign*k2 + v.ks1.left.sign*k3 + v.ks1.right.sign*k4 + v.kb0.left.sign*k5
}

// The templates are those of Zhang and Nivre 2011, fitted to the arc-hybrid system, in which a choice looks at s0, s1 and b0, and more.
// They stand in groups by what they look at, so that the scores of a group can be used again in other states that look alike.
type group uint8

const (
	frontGroup    group = iota // the buffer
	pairGroup                  // s0 and the buffer
	tripleGroup                // s1, s0 and the buffer
	stackGroup                 // what lies deeper in the stack
	pairKidsGroup              // children of s0 and b0
	topKidsGroup               // children of s1 and s0

	groups
)

// groupSign returns a hash of what the features of g see in v.
func (v *view) groupSign(g group) uint64 {
	// Places beyond 21 bits, in sentences of two million tokens, only make the scores worse.
	j0, i0, i1 := uint64(v.j0+2), uint64(v.i0+2)<<21, uint64(v.i1+2)<<42
	switch g {
	case frontGroup:
		return j0
	case pairGroup:
		return i0 | j0
	case tripleGroup:
		return i1 | i0 | j0
	case stackGroup:
		return linear.Feature(i1|i0, uint64(uint32(v.i2))<<32|uint64(uint32(v.ks0.left.outer)))
	case pairKidsGroup:
		return linear.With(v.ks0.left.sign*k1+v.ks0.right.sign*k2+v.kb0.left.sign*k5, i0|j0)
	default:
		l0 := uint64(uint32(v.ks0.left.outer))<<8 | uint64(v.ks0.left.rel)
		return linear.With(l0*k1+v.ks1.left.sign*k3+v.ks1.right.sign*k4, i1|i0)
	}
}

// groupFeatures appends the keys of the features of g.
func (s *search) groupFeatures(keys []uint32, v *view, g group) []uint32 {
	switch g {
	case frontGroup:
		return s.frontFeatures(keys, v)
	case pairGroup:
		return s.pairFeatures(keys, v)
	case tripleGroup:
		return s.tripleFeatures(keys, v)
	case stackGroup:
		return s.stackFeatures(keys, v)
	case pairKidsGroup:
		return s.pairKidsFeatures(keys, v)
	default:
		return s.topKidsFeatures(keys, v)
	}
}

// frontFeatures appends the keys of the features of the buffer.
func (s *search) frontFeatures(keys []uint32, v *view) []uint32 {
	return append(keys,
		one(6, v.b0.wordTag),
		one(7, v.b0.word),
		two(8, v.b0.tag, v.b0.pos),
		one(9, v.b1.wordTag),
		one(10, v.b1.tag),
		one(11, v.b2.wordTag),
		one(12, v.b2.tag),
		two(26, v.b0.tag, v.b1.tag),
		three(28, v.b0.tag, v.b1.tag, v.b2.tag),
		four(90, v.b0.tag, v.b1.tag, v.b2.tag, v.b3.tag),
		two(311, v.b0.wordTag, v.b1.wordTag),
	)
}

// pairFeatures appends those of s0 with the buffer.
func (s *search) pairFeatures(keys []uint32, v *view) []uint32 {
	far, gap := distance(v.i0, v.j0), s.between(v.i0, v.j0)
	before, behind := s.at(v.j0-1), s.at(nlp.None)
	if v.i0 >= 0 {
		behind = s.at(v.i0 + 1)
	}
	return append(keys,
		one(0, v.s0.wordTag),
		two(2, v.s0.tag, v.s0.pos),
		two(14, v.s0.wordTag, v.b0.wordTag),
		two(16, v.s0.tag, v.b0.wordTag),
		two(17, v.s0.word, v.b0.word),
		two(18, v.s0.tag, v.b0.tag),
		two(19, v.s0.lemma, v.b0.lemma),
		three(56, v.s0.tag, v.b0.tag, far),
		two(58, v.s0.word, far),
		two(67, v.s0.fine, v.b0.fine),
		three(69, v.s0.fine, v.b0.tag, v.b1.tag),
		three(70, v.s0.tag, v.b0.fine, v.b1.tag),
		three(73, v.s0.coarse, v.b0.coarse, v.b1.coarse),
		three(76, v.s0.tag, v.b0.tag, v.b1.fine),
		three(79, v.s0.tag, v.b0.tag, gap),
		three(87, before.tag, v.s0.tag, v.b0.tag),
		three(88, v.s0.tag, behind.tag, v.b0.tag),
		three(97, v.s0.lemma, v.b0.word, v.b1.tag),
		three(98, v.s0.lemma, v.b0.word, v.b0.noun),
		three(312, v.s0.tag, v.b0.word, v.b1.word),
		two(318, v.s0.suffix, v.b0.tag),
	)
}

// tripleFeatures appends those of s1 with s0 and the buffer.
func (s *search) tripleFeatures(keys []uint32, v *view) []uint32 {
	far, gap := distance(v.i1, v.i0), s.between(v.i1, v.i0)
	before := s.at(max(v.i0-1, nlp.None))
	return append(keys,
		two(5, v.s1.tag, v.s1.pos),
		two(20, v.s1.wordTag, v.s0.tag),
		two(22, v.s1.word, v.s0.word),
		two(23, v.s1.tag, v.s0.tag),
		two(25, v.s1.tag, v.b0.tag),
		three(30, v.s1.tag, v.s0.tag, v.b0.tag),
		four(31, v.s1.tag, v.s0.tag, v.b0.tag, v.b1.tag),
		three(33, v.s1.tag, v.s0.word, v.b0.tag),
		three(35, v.s1.tag, v.s0.tag, v.b0.word),
		four(66, v.s1.tag, v.s0.tag, v.b0.tag, far),
		two(68, v.s1.fine, v.s0.fine),
		three(71, v.s1.tag, v.s0.fine, v.b0.tag),
		three(72, v.s1.fine, v.s0.tag, v.b0.tag),
		three(74, v.s1.coarse, v.s0.coarse, v.b0.coarse),
		three(89, v.s1.tag, before.tag, v.s0.tag),
		three(92, v.s1.tag, v.s0.tag, v.s0.quoted<<4|v.b0.quoted<<2|v.s1.quoted),
		three(96, v.s0.lemma, v.b0.word, v.s1.tag),
		four(99, v.s1.lemma, v.s0.tag, v.b0.word, v.b0.noun),
		three(315, v.s1.lemma, gap, v.s0.tag),
	)
}

// stackFeatures appends those of what lies deeper in the stack.
func (s *search) stackFeatures(keys []uint32, v *view) []uint32 {
	l0 := s.at(v.ks0.left.outer)
	return append(keys,
		one(13, v.s2.tag),
		three(77, v.s2.coarse, v.s1.coarse, v.s0.coarse),
		four(301, v.s2.lemma, v.s1.tag, l0.word, v.s0.tag),
	)
}

// pairKidsFeatures appends those of the children found so far of s0 and b0.
func (s *search) pairKidsFeatures(keys []uint32, v *view) []uint32 {
	l0, r0, lb := s.at(v.ks0.left.outer), s.at(v.ks0.right.outer), s.at(v.kb0.left.outer)
	l0rel, r0rel, lbrel := uint64(v.ks0.left.rel), uint64(v.ks0.right.rel), uint64(v.kb0.left.rel)
	return append(keys,
		three(36, v.s0.tag, l0.tag, v.b0.tag),
		three(37, v.s0.tag, r0.tag, v.b0.tag),
		three(38, v.s0.tag, v.b0.tag, lb.tag),
		two(43, v.s0.tag, l0rel),
		two(47, v.b0.tag, lbrel),
		three(48, v.s0.tag, l0rel, uint64(v.ks0.left.rel2)),
		three(50, v.b0.tag, lbrel, uint64(v.kb0.left.rel2)),
		two(51, v.s0.word, l0rel),
		two(53, l0.word, v.s0.tag),
		two(54, lb.word, v.b0.tag),
		three(61, v.s0.tag, uint64(v.ks0.left.n), uint64(v.ks0.right.n)),
		two(64, v.s0.word, uint64(v.ks0.right.n)),
		three(81, v.s0.tag, v.ks0.left.set, v.b0.tag),
		three(84, v.s0.tag, v.kb0.left.set, v.b0.tag),
		three(86, v.s0.tag, v.ks0.left.set, v.ks0.right.set),
		four(303, v.s0.tag, v.b0.tag, r0rel, lbrel),
		four(304, v.s0.tag, v.b0.tag, l0rel, r0rel),
		three(306, v.s0.lemma, r0rel, v.b0.tag),
		two(308, v.s0.lemma, v.ks0.right.set),
		three(309, v.s0.lemma, v.ks0.right.set, v.b0.tag),
	)
}

// topKidsFeatures appends those of the children found so far of s1 and s0.
func (s *search) topKidsFeatures(keys []uint32, v *view) []uint32 {
	l0, l1, r1 := s.at(v.ks0.left.outer), s.at(v.ks1.left.outer), s.at(v.ks1.right.outer)
	l0rel, l1rel, r1rel := uint64(v.ks0.left.rel), uint64(v.ks1.left.rel), uint64(v.ks1.right.rel)
	gap := s.between(v.i1, v.i0)
	return append(keys,
		three(39, v.s1.tag, v.s0.tag, l0.tag),
		three(41, v.s1.tag, r1.tag, v.s0.tag),
		three(42, v.s1.tag, l1.tag, v.s0.tag),
		two(45, v.s1.tag, r1rel),
		two(46, v.s1.tag, l1rel),
		two(52, v.s1.word, r1rel),
		three(55, l0.word, v.s1.tag, v.s0.tag),
		three(62, v.s1.tag, uint64(v.ks1.left.n), uint64(v.ks1.right.n)),
		two(65, v.s1.word, uint64(v.ks1.right.n)),
		three(83, v.s1.tag, v.ks1.right.set, v.s0.tag),
		three(85, v.s1.tag, v.ks1.left.set, v.s0.tag),
		three(93, v.s1.lemma, l0.word, v.s0.tag),
		four(302, v.s1.tag, v.s0.tag, r1rel, l0rel),
		three(305, v.s1.lemma, r1rel, v.s0.tag),
		three(316, v.s1.fine, v.s0.fine, l0.word),
		four(317, v.s1.tag, v.s0.tag, l0.word, gap),
	)
}
