package quote

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Labels of tokens: B begins a span, I goes on with it.
const (
	labelO = iota
	labelBSource
	labelISource
	labelBCue
	labelICue
	labelBContent
	labelIContent
	labelCount
)

// LabelNames are the names of the labels, in the order of their numbers.
var LabelNames = []string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}

// Allowed reports whether label b may follow label a, which is -1 at the start of a paragraph.
func Allowed(a, b int) bool {
	switch b {
	case labelISource, labelICue, labelIContent:
		return a == b || a == b-1
	}
	return true
}

// nothing is the facts of a place before the first token or behind the last.
var nothing = facts{mark: nlp.None, sentence: nlp.None}

func (v *view) at(i int) *facts {
	if i < 0 || i >= len(v.toks) {
		return &nothing
	}
	return &v.toks[i]
}

// A features list is built by numbering its templates as they come: each method adds one more.
type features struct {
	list []uint64
	next uint64
}

func (f *features) add(value uint64) {
	f.next++
	f.list = append(f.list, linear.Feature(f.next, value))
}

func (f *features) add2(a, b uint64) {
	f.next++
	f.list = append(f.list, linear.With(linear.Feature(f.next, a), b))
}

func (f *features) add3(a, b, c uint64) {
	f.next++
	f.list = append(f.list, linear.With(linear.With(linear.Feature(f.next, a), b), c))
}

func (f *features) add4(a, b, c, d uint64) {
	f.next++
	f.list = append(f.list, linear.With(linear.With(linear.With(linear.Feature(f.next, a), b), c), d))
}

// bit returns 1 for true.
func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// first appends the features of token i that both passes have.
func (v *view) first(list []uint64, i int) []uint64 {
	f := features{list: list}
	a, b, c, d, e := v.at(i-2), v.at(i-1), &v.toks[i], v.at(i+1), v.at(i+2)
	f.add(0)
	h := v.at(int(c.head))
	dir := bit(int(c.head) > i)
	q := uint64(c.quoted)
	// Words and tags around.
	f.add(c.word)
	f.add(b.word)
	f.add(d.word)
	f.add(a.word)
	f.add(e.word)
	f.add(v.at(i - 3).word)
	f.add(v.at(i + 3).word)
	f.add2(b.word, c.word)
	f.add2(c.word, d.word)
	f.add2(a.word, b.word)
	f.add2(d.word, e.word)
	f.add2(c.lemma, c.pos)
	f.add2(b.lemma, d.lemma)
	f.add(c.pos)
	f.add(b.pos)
	f.add(d.pos)
	f.add2(a.pos, b.pos)
	f.add2(d.pos, e.pos)
	f.add2(b.pos, c.pos)
	f.add2(c.pos, d.pos)
	f.add3(b.pos, c.pos, d.pos)
	f.add3(a.pos, b.pos, c.pos)
	f.add3(c.pos, d.pos, e.pos)
	f.add(c.suffix)
	// What names and classes of words say.
	f.add3(uint64(b.name), uint64(c.name), uint64(d.name))
	f.add3(uint64(c.name), b.pos, d.pos)
	f.add3(uint64(c.name), c.dep, h.lemma)
	f.add2(c.fine, c.pos)
	f.add2(b.fine, c.pos)
	f.add2(d.fine, c.pos)
	f.add2(b.fine, c.fine)
	f.add2(c.fine, d.fine)
	f.add3(c.fine, c.dep, c.kids)
	// Quotation marks.
	triple := uint64(b.quoted)<<8 | q<<4 | uint64(d.quoted)
	f.add(triple)
	f.add2(q, c.word)
	f.add2(triple, b.word)
	f.add2(triple, d.word)
	f.add3(triple, b.pos, c.pos)
	f.add3(uint64(a.quoted)<<12|triple<<4|uint64(e.quoted), c.pos, d.pos)
	s := &v.sents[c.sentence]
	before, after := uint64(3), uint64(3)
	if c.sentence > 0 {
		before = uint64(v.sents[c.sentence-1].quoted)
	}
	if int(c.sentence)+1 < len(v.sents) {
		after = uint64(v.sents[c.sentence+1].quoted)
	}
	place := bit(i == int(s.first))<<1 | bit(i+1 == int(s.end))
	f.add3(uint64(s.quoted)<<4|before<<2|after, q, uint64(s.bin)<<2|place)
	f.add3(bucket(i-int(s.first)), uint64(s.bin), q)
	f.add3(bucket(int(s.end)-1-i), c.pos, q)
	f.add3(uint64(c.shape), place, b.pos)
	// Words that are often cues.
	f.add3(uint64(b.bin)<<6|uint64(c.bin)<<3|uint64(d.bin), q, c.upos)
	f.add3(uint64(c.bin), b.pos, d.pos)
	f.add3(uint64(c.bin), c.dep, c.kids)
	near := c.left | c.right<<8
	f.add2(c.left, c.leftWord)
	f.add2(c.right, c.rightWord)
	f.add2(near, q)
	f.add3(near, c.pos, b.pos)
	// The tree.
	f.add2(c.dep, c.pos)
	f.add3(c.dep, h.lemma, dir)
	f.add4(c.dep, h.pos, dir, c.pos)
	f.add3(c.dep, h.dep, h.pos)
	f.add4(c.dep, uint64(h.bin)<<1|dir, q, c.kids)
	f.add2(c.kids, c.lemma)
	f.add3(c.kids, c.pos, c.dep)
	// The way up to the next word that is often a cue.
	f.add4(c.up.rel, uint64(c.up.flags), c.pos, 0)
	f.add3(c.up.rel, uint64(c.up.flags), c.up.lemma)
	f.add4(c.up.rel, uint64(c.up.flags), q, uint64(c.up.steps)<<4|place)
	f.add4(c.up.rel, b.up.rel, d.up.rel, bit(b.up.to == c.up.to)<<1|bit(c.up.to == d.up.to))
	f.add4(c.up.rel, uint64(c.up.flags), b.word, c.pos)
	f.add4(c.up.rel, uint64(c.up.flags), d.word, c.pos)
	f.add4(c.up.rel, b.up.rel, b.pos, c.pos)
	f.add4(c.up.rel, d.up.rel, c.pos, d.pos)
	return f.list
}

// extra returns what appends the features that the second pass has besides those of the first, whose labels are given.
func (v *view) extra(labels []uint8) linear.Features {
	g := v.newGuesses(labels)
	return func(list []uint64, i int) []uint64 { return v.second(list, i, g) }
}

// second appends the features of token i that the second pass has besides those of the first.
func (v *view) second(list []uint64, i int, g *guesses) []uint64 {
	f := features{list: list, next: 200}
	c := &v.toks[i]
	l := func(j int) uint64 {
		if j < 0 || j >= len(g.labels) {
			return labelCount
		}
		return uint64(g.labels[j])
	}
	l0 := l(i)
	b, d := v.at(i-1), v.at(i+1)
	q := uint64(c.quoted)
	f.add(l0)
	f.add(l(i - 1))
	f.add(l(i + 1))
	f.add(l(i-2)*8 + l(i-3))
	f.add(l(i+2)*8 + l(i+3))
	f.add(l(i-4)*8 + l(i+4))
	around := l(i-1)<<6 | l0<<3 | l(i+1)
	f.add2(around, c.pos)
	f.add2(around, b.word)
	f.add2(around, d.word)
	f.add3(around, l(i-2)<<3|l(i+2), q)
	f.add2(l0, c.word)
	f.add3(l0, b.pos, c.pos)
	f.add3(l0, c.pos, d.pos)
	n := &g.near[i]
	s := &g.sents[c.sentence]
	f.add3(l0, n.left, n.leftWord)
	f.add3(l0, n.right, n.rightWord)
	f.add4(l0, n.left, n.right, q)
	f.add3(n.left<<16|n.right, c.pos, b.pos)
	f.add4(l0, n.up.rel, uint64(n.up.flags), n.up.lemma)
	f.add4(l0, n.up.rel, uint64(n.up.flags), c.pos)
	f.add4(around, n.up.rel, uint64(n.up.flags), q)
	f.add4(n.up.rel, g.up(i-1), g.up(i+1), l0)
	f.add3(l0, uint64(*s), q)
	before, after := uint64(0xffff), uint64(0xffff)
	if c.sentence > 0 {
		before = uint64(g.sents[c.sentence-1])
	}
	if int(c.sentence)+1 < len(g.sents) {
		after = uint64(g.sents[c.sentence+1])
	}
	f.add3(l0, before<<16|after, q)
	f.add4(l0, bucket(int(n.since)), l(i+1), c.pos)
	f.add4(l0, bucket(int(n.until)), l(i-1), c.pos)
	f.add3(l0, l(int(c.head)), c.dep)
	return f.list
}

// guesses are the labels that the first pass gave, and what the second asks of them.
type guesses struct {
	labels []uint8
	near   []guessed
	sents  []uint16 // how many cues, sources and contents a sentence has
}

// guessed is what the first pass says of a token's surroundings.
type guessed struct {
	near
	since int32 // tokens since its label's span began
	until int32 // tokens to the end of its label's span
}

func (g *guesses) up(i int) uint64 {
	if i < 0 || i >= len(g.near) {
		return 0
	}
	return g.near[i].up.rel
}

// newGuesses prepares the labels of the first pass for the second.
func (v *view) newGuesses(labels []uint8) *guesses {
	g := &guesses{labels: labels, near: make([]guessed, len(labels)), sents: make([]uint16, len(v.sents))}
	cues := make([]bool, len(labels))
	for i, l := range labels {
		cues[i] = l == labelBCue || l == labelICue
		s := &g.sents[v.toks[i].sentence]
		switch l {
		case labelBCue:
			*s = min(*s&15+1, 3) | *s&^15
		case labelBSource:
			*s = min(*s>>4&15+1, 3)<<4 | *s&^0xf0
		case labelBContent:
			*s = min(*s>>8&15+1, 3)<<8 | *s&^0xf00
		}
		if i > 0 && (l == labels[i-1] && l != labelBSource && l != labelBCue && l != labelBContent || isInside(l)) {
			g.near[i].since = g.near[i-1].since + 1
		}
	}
	for i := len(labels) - 2; i >= 0; i-- {
		if l := labels[i+1]; isInside(l) || l == labelO && labels[i] == labelO {
			g.near[i].until = g.near[i+1].until + 1
		}
	}
	v.setNear(cues, func(i int) *near { return &g.near[i].near })
	return g
}

func isInside(l uint8) bool { return l == labelISource || l == labelICue || l == labelIContent }
