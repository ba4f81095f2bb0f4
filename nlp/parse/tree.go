package parse

import "github.com/hearsay-nlp/hearsay/nlp"

// A tree is what the search has found for a sentence, as the features of whole trees see it. Its memory is used again.
type tree struct {
	head     []int32 // the place n is that of the root
	relation []uint8
	kin      []kin   // of all places, that of the root included
	order    []int32 // heads before their dependents
}

// kin is what a tree tells of a token. Lists of children are linked by the tokens' places.
type kin struct {
	first, last   int32 // children, or None
	before, next  int32 // siblings, or None
	lo, hi        int32 // the first and the last token that it dominates, itself included
	nleft, nright uint8
	set           uint64 // of the relations of children
}

// link makes kin of the heads and relations.
func (t *tree) link() {
	n := len(t.head)
	t.kin, t.order = t.kin[:0], t.order[:0]
	for i := range int32(n + 1) {
		t.kin = append(t.kin, kin{first: nlp.None, last: nlp.None, before: nlp.None, next: nlp.None, lo: i, hi: i})
	}
	for d, h := range t.head {
		k := &t.kin[h]
		k.set |= 1 << (t.relation[d] % relationsAtMost)
		if d < int(h) {
			k.nleft = min(k.nleft+1, many)
		} else {
			k.nright = min(k.nright+1, many)
		}
		if t.kin[d].before = k.last; k.last == nlp.None {
			k.first = int32(d)
		} else {
			t.kin[k.last].next = int32(d)
		}
		k.last = int32(d)
	}
	t.order = t.appendChildren(t.order, int32(n))
	for at := 0; at < len(t.order); at++ {
		t.order = t.appendChildren(t.order, t.order[at])
	}
	for at := n - 1; at >= 0; at-- {
		d := t.order[at]
		k, up := &t.kin[d], &t.kin[t.head[d]]
		up.lo, up.hi = min(up.lo, k.lo), max(up.hi, k.hi)
	}
}

func (t *tree) appendChildren(list []int32, i int32) []int32 {
	for c := t.kin[i].first; c >= 0; c = t.kin[c].next {
		list = append(list, c)
	}
	return list
}

// A place is a token with all that the features of whole trees see of the tree around it. Trees that agree on it need not be told apart
// there.
type place struct {
	token, head, grandparent int32
	inner                    int32 // the next sibling towards the head, or None
	first                    int32 // child, or None
	lo, hi                   int32
	relation, up             uint8 // its relation, and that of its head plus 1
	innerRel                 uint8 // the relation of inner plus 1, or 0
	nleft, nright            uint8
	headSet                  uint64 // the set of the head's children
	headLeft, headRight      uint8
}

// place returns the place of token d.
func (t *tree) place(d int32) place {
	h := t.head[d]
	k, kh := &t.kin[d], &t.kin[h]
	p := place{
		token: d, head: h, grandparent: nlp.None,
		inner: k.before, first: k.first, lo: k.lo, hi: k.hi,
		relation: t.relation[d], nleft: k.nleft, nright: k.nright,
		headSet: kh.set, headLeft: kh.nleft, headRight: kh.nright,
	}
	if int(h) != len(t.head) {
		p.grandparent, p.up = t.head[h], t.relation[h]+1
	}
	if d < h {
		p.inner = k.next
	}
	if p.inner >= 0 && (p.inner < h) != (d < h) {
		p.inner = nlp.None
	}
	if p.inner >= 0 {
		p.innerRel = t.relation[p.inner] + 1
	}
	return p
}
