package parse

import "github.com/hearsay-nlp/hearsay/internal/linear"

// one, two and three make features of a template and values.
func one(template, a uint64) uint64         { return linear.Feature(template, a) }
func two(template, a, b uint64) uint64      { return linear.With(linear.Feature(template, a), b) }
func three(template, a, b, c uint64) uint64 { return linear.With(two(template, a, b), c) }

// distance returns a number for how far apart two tokens are.
func distance(a, b int) uint64 {
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

// arcFeatures calls add with each feature for the choice of a transition. The templates are those of Zhang and Nivre 2011, fitted
// to the arc-hybrid system, in which a choice looks at s0, s1 and b0.
func (st *state) arcFeatures(add func(uint64)) {
	i0, i1, i2, j0, j1, j2 := st.at(0), st.at(1), st.at(2), st.next(0), st.next(1), st.next(2)
	s0, s1, s2, b0, b1, b2 := st.token(i0), st.token(i1), st.token(i2), st.token(j0), st.token(j1), st.token(j2)
	ks0, ks1, kb0 := st.kid(i0), st.kid(i1), st.kid(j0)
	d0, d1 := distance(i0, j0), distance(i1, i0)

	// single words
	add(two(0, s0.word, s0.tag))
	add(one(1, s0.word))
	add(two(2, s0.tag, s0.pos))
	add(two(3, s1.word, s1.tag))
	add(one(4, s1.word))
	add(two(5, s1.tag, s1.pos))
	add(two(6, b0.word, b0.tag))
	add(one(7, b0.word))
	add(two(8, b0.tag, b0.pos))
	add(two(9, b1.word, b1.tag))
	add(one(10, b1.tag))
	add(two(11, b2.word, b2.tag))
	add(one(12, b2.tag))
	add(one(13, s2.tag))

	// pairs
	add(linear.With(three(14, s0.word, s0.tag, b0.word), b0.tag))
	add(three(15, s0.word, s0.tag, b0.tag))
	add(three(16, s0.tag, b0.word, b0.tag))
	add(two(17, s0.word, b0.word))
	add(two(18, s0.tag, b0.tag))
	add(two(19, s0.lemmaOr(), b0.lemmaOr()))
	add(three(20, s1.word, s1.tag, s0.tag))
	add(three(21, s1.tag, s0.word, s0.tag))
	add(two(22, s1.word, s0.word))
	add(two(23, s1.tag, s0.tag))
	add(two(24, s1.lemmaOr(), s0.lemmaOr()))
	add(two(25, s1.tag, b0.tag))
	add(two(26, b0.tag, b1.tag))
	add(two(27, s1.word, b0.word))

	// triples
	add(three(28, b0.tag, b1.tag, b2.tag))
	add(three(29, s0.tag, b0.tag, b1.tag))
	add(three(30, s1.tag, s0.tag, b0.tag))
	add(linear.With(three(31, s1.tag, s0.tag, b0.tag), b1.tag))
	add(three(32, s2.tag, s1.tag, s0.tag))
	add(three(33, s1.tag, s0.word, b0.tag))
	add(three(34, s1.word, s0.tag, b0.tag))
	add(three(35, s1.tag, s0.tag, b0.word))

	// children
	l0, r0, lb := st.token(ks0.left), st.token(ks0.right), st.token(kb0.left)
	l1, r1 := st.token(ks1.left), st.token(ks1.right)
	add(three(36, s0.tag, l0.tag, b0.tag))
	add(three(37, s0.tag, r0.tag, b0.tag))
	add(three(38, s0.tag, b0.tag, lb.tag))
	add(three(39, s1.tag, s0.tag, l0.tag))
	add(three(40, s1.tag, s0.tag, r0.tag))
	add(three(41, s1.tag, r1.tag, s0.tag))
	add(three(42, s1.tag, l1.tag, s0.tag))
	add(two(43, s0.tag, st.rel(ks0.left)))
	add(two(44, s0.tag, st.rel(ks0.right)))
	add(two(45, s1.tag, st.rel(ks1.right)))
	add(two(46, s1.tag, st.rel(ks1.left)))
	add(two(47, b0.tag, st.rel(kb0.left)))
	add(three(48, s0.tag, st.rel(ks0.left), st.rel(ks0.left2)))
	add(three(49, s1.tag, st.rel(ks1.right), st.rel(ks1.right2)))
	add(three(50, b0.tag, st.rel(kb0.left), st.rel(kb0.left2)))
	add(two(51, s0.word, st.rel(ks0.left)))
	add(two(52, s1.word, st.rel(ks1.right)))
	add(two(53, l0.word, s0.tag))
	add(two(54, lb.word, b0.tag))
	add(three(55, l0.word, s1.tag, s0.tag))

	// distance and number of children
	add(three(56, s0.tag, b0.tag, d0))
	add(three(57, s1.tag, s0.tag, d1))
	add(two(58, s0.word, d0))
	add(two(59, b0.word, d0))
	add(two(60, s1.word, d1))
	add(three(61, s0.tag, count(ks0.nleft), count(ks0.nright)))
	add(three(62, s1.tag, count(ks1.nleft), count(ks1.nright)))
	add(two(63, b0.tag, count(kb0.nleft)))
	add(two(64, s0.word, count(ks0.nright)))
	add(two(65, s1.word, count(ks1.nright)))
	add(linear.With(three(66, s1.tag, s0.tag, b0.tag), d1))

	// classes of words used alike
	add(two(67, s0.fine, b0.fine))
	add(two(68, s1.fine, s0.fine))
	add(three(69, s0.fine, b0.tag, b1.tag))
	add(three(70, s0.tag, b0.fine, b1.tag))
	add(three(71, s1.tag, s0.fine, b0.tag))
	add(three(72, s1.fine, s0.tag, b0.tag))
	add(three(73, s0.coarse, b0.coarse, b1.coarse))
	add(three(74, s1.coarse, s0.coarse, b0.coarse))
	add(linear.With(three(75, s1.coarse, s0.coarse, b0.coarse), b1.coarse))
	add(three(76, s0.tag, b0.tag, b1.fine))
	add(three(77, s2.coarse, s1.coarse, s0.coarse))
	add(three(78, s1.fine, b0.fine, s0.tag))
}

// count returns n as a value of features.
func count(n int) uint64 { return uint64(min(n, 4)) }

// lemmaOr returns the lemma with the part of speech.
func (t *token) lemmaOr() uint64 { return t.lemma ^ t.pos<<1 }

// relationFeatures calls add with each feature for the choice of the relation of dependent to head. All children of dependent
// are known by then.
func (st *state) relationFeatures(head, dependent int, add func(uint64)) {
	h, d := st.token(head), st.token(dependent)
	side := uint64(0)
	if dependent > head {
		side = 1
	}
	kd, kh := st.kid(dependent), st.kid(head)
	l, r, l2 := st.token(kd.left), st.token(kd.right), st.token(kd.left2)
	far := distance(head, dependent)
	near := kh.right // the child of head that was attached last on the same side
	if side == 0 {
		near = kh.left
	}
	before, after := st.token(max(dependent-1, -1)), st.token(dependent+1)

	add(three(100, h.tag, d.tag, side))
	add(three(101, h.word, d.word, side))
	add(three(102, h.lemmaOr(), d.tag, side))
	add(three(103, h.tag, d.lemmaOr(), side))
	add(three(104, h.lemmaOr(), d.lemmaOr(), side))
	add(two(105, d.word, side))
	add(two(106, d.tag, side))
	add(two(107, h.word, side))
	add(linear.With(three(108, h.tag, d.tag, side), far))
	add(three(109, d.tag, l.word, side))
	add(three(110, d.tag, l.tag, r.tag))
	add(linear.With(three(111, h.tag, d.tag, l.word), side))
	add(linear.With(three(112, h.lemmaOr(), d.tag, l.word), side))
	add(three(113, d.tag, st.rel(kd.left), st.rel(kd.right)))
	add(linear.With(three(114, h.tag, d.tag, st.rel(kd.left)), side))
	add(linear.With(three(115, h.tag, d.tag, st.rel(kd.left2)), side))
	add(linear.With(three(116, h.tag, d.tag, st.rel(near)), side))
	add(linear.With(three(117, h.lemmaOr(), d.tag, st.rel(near)), side))
	add(three(118, d.tag, before.tag, after.tag))
	add(three(119, d.tag, before.word, side))
	add(linear.With(three(120, h.tag, d.tag, r.word), side))
	add(three(121, d.word, l.word, side))
	add(linear.With(three(122, h.tag, d.tag, l2.word), side))
	add(linear.With(three(123, h.tag, d.tag, st.rel(kh.left)), st.rel(kh.right)))
	add(three(124, h.pos, d.pos, side))
	add(linear.With(three(125, h.tag, d.tag, count(kh.nleft)), count(kh.nright)))
	add(three(127, h.fine, d.fine, side))
	add(three(128, h.fine, d.tag, side))
	add(three(129, h.tag, d.fine, side))
	add(linear.With(three(130, h.fine, d.fine, l.word), side))
	add(linear.With(three(131, h.coarse, d.coarse, l.coarse), side))
	add(linear.With(three(132, h.fine, d.tag, l.word), st.rel(kd.left)))
	add(linear.With(three(126, st.rel(kd.left), st.rel(kd.left2), st.rel(kd.right)), d.tag))
}
