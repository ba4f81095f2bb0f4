package parse

import "github.com/hearsay-nlp/hearsay/internal/linear"

// relation returns the relation of the arc that t makes from st. Many states of a beam make the same arc, so answers are kept.
func (s *search) relation(st *state, t transition) uint8 {
	head, dependent := s.arc(st, t)
	if head == nil {
		return s.root
	}
	if relation, ok := s.fixedRelation(&s.sentence, head.token, dependent.token); ok {
		return relation
	}
	near, kids := head.right, dependent
	side := uint64(1)
	if dependent.token < head.token {
		near, side = head.left, 0
	}
	sign := linear.Feature(uint64(head.token)<<32|uint64(dependent.token), s.sentences)
	sign = linear.With(sign, uint64(kids.left.outer+1)<<32|uint64(kids.right.outer+1))
	sign = linear.With(sign, uint64(kids.left.rel)<<48|uint64(kids.left.rel2)<<40|uint64(kids.right.rel)<<32|
		uint64(near.rel)<<24|uint64(head.left.rel)<<16|uint64(head.left.n)<<12|uint64(head.right.n)<<8|side)
	m := &s.memo[sign%memoSize]
	if m.sign != sign {
		clear(s.scores)
		s.keys = s.relationFeatures(s.keys[:0], head, dependent)
		linear.AddAll(s.relations, s.scores, s.keys)
		m.sign, m.relation = sign, bestRelation(s.scores, s.fixed)
	}
	return m.relation
}

// memoSize is about four times the number of arcs that a beam makes in a sentence of usual length.
const memoSize = 1 << 10

// A memo is the relation chosen for an arc with all that its features look at.
type memo struct {
	sign     uint64
	relation uint8
}

// bestRelation returns the relation with the highest score of those that are chosen.
func bestRelation(scores []int32, f fixed) uint8 {
	best := -1
	for i, x := range scores {
		if i != int(f.root) && i != int(f.punct) && (best < 0 || x > scores[best]) {
			best = i
		}
	}
	return uint8(best)
}

// relationFeatures appends the keys of the features for the choice of the relation of dependent to head, of whose children all, or
// those on the dependent's side up to it, are known.
func (s *search) relationFeatures(keys []uint32, head, dependent *node) []uint32 {
	h, d := s.at(head.token), s.at(dependent.token)
	side, near := uint64(1), head.right
	if dependent.token < head.token {
		side, near = 0, head.left
	}
	kl, kr := &dependent.left, &dependent.right
	l, r := s.at(kl.outer), s.at(kr.outer)
	far := distance(head.token, dependent.token)
	before, after := s.at(dependent.token-1), s.at(dependent.token+1)
	lrel, rrel := uint64(kl.rel), uint64(kr.rel)
	return append(keys,
		three(102, h.lemma, d.tag, side),
		three(103, h.tag, d.lemma, side),
		two(105, d.word, side),
		two(106, d.tag, side),
		two(107, h.word, side),
		four(108, h.tag, d.tag, side, far),
		three(110, d.tag, l.tag, r.tag),
		four(111, h.tag, d.tag, l.word, side),
		three(113, d.tag, lrel, rrel),
		four(114, h.tag, d.tag, lrel, side),
		four(115, h.tag, d.tag, uint64(kl.rel2), side),
		four(117, h.lemma, d.tag, uint64(near.rel), side),
		three(118, d.tag, before.tag, after.tag),
		four(123, h.tag, d.tag, uint64(head.left.rel), uint64(near.rel)),
		four(125, h.tag, d.tag, uint64(head.left.n), uint64(head.right.n)),
		three(128, h.fine, d.tag, side),
		three(129, h.tag, d.fine, side),
		four(126, d.tag, lrel, uint64(kl.rel2), rrel),
	)
}
