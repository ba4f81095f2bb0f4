package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A labeller chooses all relations of a tree once more when the whole tree is known, from the root down (the second stage of McDonald,
// Lerman and Pereira 2006): of each token it knows the final relation of the head, those of the siblings before, and what the search
// took the children for.
type labeller struct {
	model *linear.Model
	fixed
	scores []int32
	keys   []uint32

	tokens *sentence
	head   []int32 // the place n is that of the root
	first  []uint8 // relations that the search chose
	final  []uint8
	kids   []family
	order  []int32 // heads before their dependents
}

// A family is the children of a token. Lists are linked by the tokens' places.
type family struct {
	first, last int32  // children, or None
	next        int32  // the sibling behind the token itself, or None
	given       uint64 // the set of final relations of children so far
	found       uint64 // the set of relations that the search gave to children
	lastGiven   uint8  // the last of them plus 1, or 0
}

// start makes l ready for a tree over the tokens of s, whose heads and first relations stand in l.
func (l *labeller) start(s *sentence) {
	l.tokens = s
	n := len(l.head)
	l.final, l.kids, l.order = l.final[:0], l.kids[:0], l.order[:0]
	for range n + 1 {
		l.final = append(l.final, l.root)
		l.kids = append(l.kids, family{first: nlp.None, last: nlp.None, next: nlp.None})
	}
	for d, h := range l.head {
		k := &l.kids[h]
		k.found |= 1 << (l.first[d] % relationsAtMost)
		if k.last == nlp.None {
			k.first = int32(d)
		} else {
			l.kids[k.last].next = int32(d)
		}
		k.last = int32(d)
	}
	for c := l.kids[n].first; c >= 0; c = l.kids[c].next {
		l.order = append(l.order, c)
	}
	for at := 0; at < len(l.order); at++ {
		for c := l.kids[l.order[at]].first; c >= 0; c = l.kids[c].next {
			l.order = append(l.order, c)
		}
	}
}

// give takes note of the final relation of token d.
func (l *labeller) give(d int32, relation uint8) {
	l.final[d] = relation
	k := &l.kids[l.head[d]]
	k.given |= 1 << (relation % relationsAtMost)
	k.lastGiven = relation + 1
}

// run chooses the relations.
func (l *labeller) run(s *sentence) {
	l.start(s)
	for _, d := range l.order {
		relation, ok := l.fixedRelation(s, l.head[d], d)
		if !ok {
			l.keys = l.features(l.keys[:0], d)
			clear(l.scores)
			linear.AddAll(l.model, l.scores, l.keys)
			relation = bestRelation(l.scores, l.fixed)
		}
		l.give(d, relation)
	}
}

// features appends the keys of the features for the final relation of token d.
func (l *labeller) features(keys []uint32, i int32) []uint32 {
	s := l.tokens
	at := l.head[i]
	d, h := s.at(i), s.at(at)
	k, kh := &l.kids[i], &l.kids[at]
	side := uint64(1)
	if i < at {
		side = 0
	}
	first := uint64(l.first[i])
	up, g := uint64(0), s.at(nlp.None)
	if int(at) != s.n {
		up = uint64(l.final[at]) + 1
		g = s.at(l.head[at])
	}
	c1, cn := s.at(k.first), s.at(k.last)
	c2 := s.at(nlp.None)
	if k.first >= 0 {
		c2 = s.at(l.kids[k.first].next)
	}
	sibRel, nextRel := uint64(kh.lastGiven), uint64(0)
	if k.next >= 0 {
		nextRel = uint64(l.first[k.next]) + 1
	}
	before, after := s.at(i-1), s.at(i+1)
	far := distance(at, i)
	gap := s.between(min(i, at), max(i, at))
	mood := d.quoted<<2 | h.quoted
	return append(keys,
		two(200, first, side),
		three(201, first, d.tag, h.tag),
		three(202, first, d.lemma, side),
		three(203, first, h.lemma, side),
		three(204, first, up, side),
		three(205, first, sibRel, side),
		three(206, first, k.found, d.tag),
		four(207, first, h.tag, d.tag, c1.word),

		four(210, h.tag, d.tag, side, far),
		three(212, h.lemma, d.tag, side),
		three(213, h.tag, d.lemma, side),
		two(214, d.word, side),
		three(217, h.lemma, d.lemma, side),
		three(219, h.fine, d.tag, side),

		four(230, h.tag, d.tag, up, side),
		four(232, h.tag, d.lemma, up, side),
		four(233, h.tag, d.tag, g.tag, side),

		four(240, h.tag, d.tag, c1.word, side),
		four(241, h.lemma, d.tag, c1.word, side),
		four(244, d.tag, c1.tag, cn.tag, side),
		four(245, h.tag, d.tag, k.found, side),
		three(246, d.lemma, k.found, side),
		three(247, d.word, c1.word, side),
		four(248, h.fine, d.fine, c1.word, side),
		four(280, h.lemma, d.tag, c1.word, c2.word),

		four(250, h.tag, d.tag, kh.given, side),
		four(251, h.tag, d.tag, sibRel, side),
		four(253, h.lemma, d.tag, kh.given, side),
		four(255, h.tag, d.tag, nextRel, side),
		four(257, h.tag, d.tag, kh.found, side),

		three(260, d.tag, before.tag, after.tag),
		three(261, d.tag, before.word, side),
		four(262, h.tag, d.tag, gap, side),
		four(265, h.lemma, d.tag, mood, side),
	)
}
