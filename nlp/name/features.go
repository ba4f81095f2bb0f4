package name

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A view is what the features of a document's tokens are made of.
type view struct {
	doc   *nlp.Document
	toks  []facts
	forms map[uint64]*form // capitalised words, by their lower-case form
}

// facts are what features ask of a token.
type facts struct {
	lower, word, pos uint64 // hashes
	shape, shapes    uint64 // of the word, and with runs made one
	coarse, fine     uint64 // classes of words used alike
	field, narrow    uint64 // semantic fields
	prefix, suffix   [4]uint64
	capital          bool // begins with a capital letter
	marked           bool // has a capital letter or a digit
	upper            bool // has no small letter and at least two capitals
	first            bool // first word of its sentence
	style            uint8
	sentence         int32
	match            match
}

// The styles of a sentence.
const (
	plain  uint8 = iota
	titled       // most words begin with a capital letter
	capitals
	small // no capital letter at all
)

// A form is what the document shows of a word.
type form struct {
	small    bool    // it also stands in small letters
	within   bool    // it stands with a capital inside a plain sentence
	capitals []int32 // where it stands with a capital, at most maxPlaces
}

// maxPlaces bounds the places that are kept of a word.
const maxPlaces = 32

// newView returns the view of doc.
func newView(doc *nlp.Document, g *gazetteer, clusters *cluster.Table) *view {
	v := &view{doc: doc, toks: make([]facts, len(doc.Tokens)), forms: make(map[uint64]*form)}
	for n, s := range doc.Sentences {
		toks := v.toks[s.First : s.First+s.Count]
		for k := range toks {
			toks[k] = factsOf(&doc.Tokens[s.First+k], doc.Text)
			toks[k].sentence = int32(n)
		}
		for k := range toks {
			c := clusters.Of(toks[k].lower)
			toks[k].coarse, toks[k].fine = uint64(c.Coarse), uint64(c.Fine)
			toks[k].field, toks[k].narrow = uint64(c.Field), uint64(c.Narrow)
		}
		v.setStyle(toks, s)
		g.mark(toks)
	}
	for i := range v.toks {
		if t := &v.toks[i]; t.capital && t.style != capitals {
			f := v.forms[t.lower]
			if f == nil {
				f = new(form)
				v.forms[t.lower] = f
			}
			f.within = f.within || !t.first && t.style == plain
			if len(f.capitals) < maxPlaces {
				f.capitals = append(f.capitals, int32(i))
			}
		}
	}
	for i := range v.toks {
		if t := &v.toks[i]; !t.capital {
			if f := v.forms[t.lower]; f != nil {
				f.small = true
			}
		}
	}
	return v
}

func factsOf(t *nlp.Token, text string) facts {
	word := t.In(text)
	f := facts{lower: linear.Hash(t.Lower), word: linear.Hash(word), pos: linear.Hash(t.XPOS)}
	c, _ := utf8.DecodeRuneInString(word)
	f.capital = unicode.IsUpper(c)
	capitals, smalls, digits := 0, 0, 0
	var room, space [64]byte
	shape, runs := room[:0], space[:0]
	before := rune(0)
	for _, c := range word {
		s := c
		switch {
		case unicode.IsUpper(c):
			s = 'X'
			capitals++
		case unicode.IsLetter(c):
			s = 'x'
			smalls++
		case unicode.IsDigit(c):
			s = 'd'
			digits++
		}
		if len(shape) < 12 {
			shape = utf8.AppendRune(shape, s)
		}
		if s != before {
			runs = utf8.AppendRune(runs, s)
		}
		before = s
	}
	f.upper = capitals > 1 && smalls == 0
	f.marked = capitals+digits > 0
	f.shape, f.shapes = linear.Hash(string(shape)), linear.Hash(string(runs))
	from, to := 0, len(t.Lower)
	for k := range f.suffix {
		if to > 0 {
			_, n := utf8.DecodeLastRuneInString(t.Lower[:to])
			to -= n
		}
		if from < len(t.Lower) {
			_, n := utf8.DecodeRuneInString(t.Lower[from:])
			from += n
		}
		f.suffix[k], f.prefix[k] = linear.Hash(t.Lower[to:]), linear.Hash(t.Lower[:from])
	}
	return f
}

// setStyle tells how a sentence is set, and its first word.
func (v *view) setStyle(toks []facts, s nlp.Sentence) {
	capital, upper, words, first := 0, 0, 0, true
	for k := range toks {
		tok := &v.doc.Tokens[s.First+k]
		c, _ := utf8.DecodeRuneInString(tok.Lower)
		if !unicode.IsLetter(c) {
			continue
		}
		toks[k].first, first = first, false
		if len(tok.Lower) < 4 && !toks[k].upper { // "of", "the" are small in titles
			continue
		}
		words++
		if toks[k].capital {
			capital++
		}
		if toks[k].upper {
			upper++
		}
	}
	style := plain
	switch {
	case upper > 2 && upper*4 >= words*3:
		style = capitals
	case words > 2 && capital*5 >= words*4:
		style = titled
	case words > 2 && capital == 0:
		style = small
	}
	for k := range toks {
		toks[k].style = style
	}
}

// A list of features, each with a template of its own.
type features struct {
	list []uint64
	next uint64 // number of the next template
}

func (f *features) add(a uint64) {
	f.list = append(f.list, linear.Feature(f.next, a))
	f.next++
}

func (f *features) add2(a, b uint64) {
	f.list = append(f.list, linear.With(linear.Feature(f.next, a), b))
	f.next++
}

func (f *features) add3(a, b, c uint64) {
	f.list = append(f.list, linear.With(linear.With(linear.Feature(f.next, a), b), c))
	f.next++
}

// edge stands for the tokens before and after a sentence.
var edge = facts{lower: 1, word: 1, pos: 1, shape: 1, shapes: 1}

// at returns token i if it is in sentence n.
func (v *view) at(i int, n int32) *facts {
	if i < 0 || i >= len(v.toks) || v.toks[i].sentence != n {
		return &edge
	}
	return &v.toks[i]
}

// first appends the features of token i for the first pass.
func (v *view) first(list []uint64, i int) []uint64 {
	f := features{list: list}
	t := &v.toks[i]
	n := t.sentence
	a, b, c, d := v.at(i-2, n), v.at(i-1, n), v.at(i+1, n), v.at(i+2, n)
	style := uint64(t.style)
	f.add(style)
	f.add(t.lower)
	f.add2(t.word, style)
	f.add(a.lower)
	f.add(b.lower)
	f.add(c.lower)
	f.add(d.lower)
	f.add2(b.lower, t.lower)
	f.add2(t.lower, c.lower)
	f.add2(b.lower, t.shapes)
	f.add2(c.lower, t.shapes)
	f.add3(a.lower, b.lower, t.shapes)
	f.add3(c.lower, d.lower, t.shapes)
	f.add3(b.lower, c.lower, t.shapes)
	f.add2(t.shape, style)
	f.add3(t.shapes, bit(t.first), style)
	f.add2(b.shapes, t.shapes)
	f.add2(t.shapes, c.shapes)
	f.add3(b.shapes, t.shapes, c.shapes)
	f.add3(a.shapes, b.shapes, t.shapes)
	f.add3(t.shapes, c.shapes, d.shapes)
	f.add(t.pos)
	f.add2(b.pos, t.pos)
	f.add2(t.pos, c.pos)
	f.add3(b.pos, t.pos, c.pos)
	f.add2(t.pos, t.shapes)
	for k := range t.suffix {
		f.add2(t.suffix[k], bit(t.capital))
		f.add2(t.prefix[k], bit(t.capital))
	}
	f.add2(c.suffix[2], t.shapes)
	f.add2(b.suffix[2], t.shapes)
	f.add2(t.fine, bit(t.capital))
	f.add2(b.fine, t.shapes)
	f.add2(c.fine, t.shapes)
	f.add(a.fine)
	f.add(d.fine)
	f.add3(b.coarse, t.coarse, t.shapes)
	f.add3(t.coarse, c.coarse, t.shapes)
	f.add3(b.coarse, c.coarse, t.shapes)
	f.add3(b.fine, c.fine, bit(t.capital))
	f.add3(a.coarse, b.coarse, t.shapes)
	f.add3(c.coarse, d.coarse, t.shapes)
	f.add2(t.narrow, bit(t.capital))
	f.add2(t.narrow, t.pos)
	f.add3(t.narrow, bit(t.first), style)
	f.add2(b.narrow, t.shapes)
	f.add2(c.narrow, t.shapes)
	f.add(a.narrow)
	f.add(d.narrow)
	f.add3(b.narrow, t.narrow, t.shapes)
	f.add3(t.narrow, c.narrow, t.shapes)
	f.add3(b.narrow, c.narrow, bit(t.capital))
	f.add3(b.lower, t.narrow, bit(t.capital))
	f.add3(t.narrow, c.lower, bit(t.capital))
	f.add3(b.field, t.field, t.shapes)
	f.add3(t.field, c.field, t.shapes)
	f.add3(b.field, t.field, c.field)
	f.matches(t)
	f.matches(b)
	f.matches(c)
	seen := v.seen(t)
	f.add2(seen, t.shapes)
	f.add3(seen, t.pos, bit(t.first))
	f.add3(v.seen(b), seen, v.seen(c))
	v.elsewhere(&f, i)
	return f.list
}

// matches adds what the gazetteer knows of t.
func (f *features) matches(t *facts) {
	template, all := f.next, uint64(0)
	for k, m := range t.match {
		if m != 0 {
			f.next = template
			f.add2(uint64(k), uint64(m))
			f.next = template + 1
			f.add3(uint64(k), uint64(m), bit(t.first)<<3|uint64(t.style))
			f.next = template + 2
			f.add3(uint64(k), uint64(m), t.pos)
		}
		all = all<<3 | uint64(m)
	}
	f.next = template + 3
	f.add(all)
}

// seen tells how the document writes the word of t.
func (v *view) seen(t *facts) uint64 {
	w := v.forms[t.lower]
	if w == nil {
		return 0
	}
	return 1 | bit(w.small)<<1 | bit(w.within)<<2 | bit(t.capital)<<3
}

// The words around other places of a word are asked of so many of them, this far.
const (
	maxElsewhere = 4
	reach        = 300
)

// elsewhere adds the words around the other places of token i's word.
func (v *view) elsewhere(f *features, i int) {
	template := f.next
	f.next += 4
	t := &v.toks[i]
	if !t.capital {
		return
	}
	w := v.forms[t.lower]
	if w == nil {
		return
	}
	count := 0
	for _, p := range w.capitals {
		j := int(p)
		if j == i || j < i-reach {
			continue
		}
		if j > i+reach || count == maxElsewhere {
			break
		}
		count++
		n := v.toks[j].sentence
		b, c := v.at(j-1, n), v.at(j+1, n)
		*f = features{append(f.list, linear.Feature(template, b.lower), linear.Feature(template+1, c.lower),
			linear.With(linear.Feature(template+2, b.lower), c.lower), linear.With(linear.Feature(template+3, b.shapes), c.shapes)), f.next}
	}
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
