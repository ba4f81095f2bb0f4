package parse

// length returns a number for how long a stretch of the sentence is.
func length(n int32) uint64 {
	switch {
	case n <= 5:
		return uint64(n)
	case n <= 7:
		return 6
	case n <= 10:
		return 7
	case n <= 15:
		return 8
	case n <= 25:
		return 9
	}
	return 10
}

// placeFeatures appends the keys of the features of a token in a whole tree. Most of them are what graph-based parsers look at
// (McDonald, Crammer and Pereira 2005; Carreras 2007; Koo and Collins 2010), the last ones what rerankers of phrases do (Charniak and
// Johnson 2005).
func (s *sentence) placeFeatures(keys []uint32, p *place) []uint32 {
	d, h, g := s.at(p.token), s.at(p.head), s.at(p.grandparent)
	in, c1 := s.at(p.inner), s.at(p.first)
	side := uint64(1)
	if p.token < p.head {
		side = 0
	}
	a, b := min(p.token, p.head), max(p.token, p.head)
	far, gap := length(b-a)<<1|side, s.between(a, b)
	rel := uint64(p.relation)<<1 | side
	up, inRel := uint64(p.up), uint64(p.innerRel)
	d0, d1 := s.at(p.token-1), s.at(p.token+1)
	h0, h1 := s.at(p.head-1), s.at(p.head+1)
	left, right := s.at(p.lo), s.at(p.hi)
	before, after := s.at(p.lo-1), s.at(p.hi+1)
	size := length(p.hi - p.lo)
	mood := d.quoted<<2 | h.quoted
	n, hn := uint64(p.nleft)<<4|uint64(p.nright), uint64(p.headLeft)<<4|uint64(p.headRight)
	return append(keys,
		// the arc
		three(400, h.tag, d.tag, far),
		three(403, h.lemma, d.lemma, side),
		three(406, h.tag, d.lemma, rel),
		three(408, h.tag, d.lemma, far),
		three(409, h.fine, d.fine, rel),
		three(410, h.coarse, d.coarse, rel),
		three(411, h.field, d.field, rel),
		three(412, h.field, d.tag, rel),
		three(413, h.tag, d.field, rel),
		four(414, h.tag, d.tag, gap, side),
		two(417, d.lemma, rel),
		two(418, rel, far),
		four(419, h.tag, d.tag, mood, rel),

		// what stands beside its ends
		four(420, h.tag, d.tag, h0.tag, d0.tag),
		four(422, h.tag, d.tag, h1.tag, d0.tag),
		four(423, h.tag, d.tag, h1.tag, d1.tag),
		four(426, d0.word, d.tag, h.tag, side),

		// the arc above
		four(430, g.tag, h.tag, d.tag, rel),
		four(432, up, h.lemma, d.tag, rel),
		four(433, up, h.tag, d.lemma, rel),
		four(434, g.lemma, h.tag, d.tag, rel),
		four(435, g.lemma, up, d.lemma, rel),
		four(436, g.field, up, d.field, rel),

		// siblings, and all children of the head
		four(441, h.tag, rel, inRel, d.tag),
		four(442, h.lemma, rel, inRel, d.tag),
		four(443, d.lemma, in.lemma, side, h.tag),
		three(447, d.tag, in.tag, rel),
		four(448, in.fine, d.fine, rel, inRel),
		three(450, h.tag, rel, p.headSet),
		three(451, h.lemma, rel, p.headSet),
		three(452, h.tag, rel, hn),

		// children
		three(464, d.tag, rel, n),
		four(467, d.tag, rel, c1.word, h.lemma),
		four(470, d.lemma, rel, c1.word, h.lemma),
		four(471, d.field, rel, c1.word, h.field),
		four(472, h.lemma, c1.word, d.field, side),
		four(473, c1.word, d.lemma, h.tag, side),

		// the phrase that it heads, and what stands beside it
		three(480, d.tag, rel, size),
		four(481, d.tag, rel, before.tag, after.tag),
		four(482, d.tag, rel, left.tag, right.tag),
		four(483, rel, before.word, left.word, d.tag),
		four(484, rel, right.word, after.word, d.tag),
		four(485, rel, before.tag, left.tag, h.tag),
		four(487, rel, h.tag, size, far),
		three(488, rel, after.word, d.tag),
		three(489, rel, before.word, d.tag),
	)
}
