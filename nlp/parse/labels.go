package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A labeller chooses all relations of a tree once more when the whole tree is known (the second stage of McDonald, Lerman and Pereira
// 2006): of each token it knows all children, and what the search took them, the token itself and its sibling for.
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
}

// A family is the children of a token. Lists are linked by the tokens' places.
type family struct {
	first, last int32  // children, or None
	next        int32  // the sibling behind the token itself, or None
	found       uint64 // the set of relations that the search gave to children
}

// start makes l ready for a tree over the tokens of s, whose heads and first relations stand in l.
func (l *labeller) start(s *sentence) {
	l.tokens = s
	l.final, l.kids = l.final[:0], l.kids[:0]
	for range len(l.head) + 1 {
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
}

// run chooses the relations.
func (l *labeller) run(s *sentence) {
	l.start(s)
	for i, h := range l.head {
		d := int32(i)
		relation, ok := l.fixedRelation(s, h, d)
		if !ok {
			l.keys = l.features(l.keys[:0], d)
			clear(l.scores)
			linear.AddAll(l.model, l.scores, l.keys)
			relation = bestRelation(l.scores, l.fixed)
		}
		l.final = append(l.final, relation)
	}
}

// features appends the keys of the features for the final relation of token d.
func (l *labeller) features(keys []uint32, i int32) []uint32 {
	s := l.tokens
	at := l.head[i]
	d, h := s.at(i), s.at(at)
	k := &l.kids[i]
	side := uint64(1)
	if i < at {
		side = 0
	}
	first, nextRel := uint64(l.first[i]), uint64(0)
	if k.next >= 0 {
		nextRel = uint64(l.first[k.next]) + 1
	}
	before, c1, cn := s.at(i-1), s.at(k.first), s.at(k.last)
	gap := s.between(min(i, at), max(i, at))
	return append(keys,
		two(200, first, side),
		three(206, first, k.found, d.tag),
		four(207, first, h.tag, d.tag, c1.word),

		two(214, d.word, side),
		three(219, h.fine, d.tag, side),
		three(261, d.tag, before.word, side),
		four(262, h.tag, d.tag, gap, side),
		four(255, h.tag, d.tag, nextRel, side),

		four(240, h.tag, d.tag, c1.word, side),
		three(247, d.word, c1.word, side),
		four(244, d.tag, c1.tag, cn.tag, side),
		four(245, h.tag, d.tag, k.found, side),
		three(246, d.lemma, k.found, side),
	)
}
