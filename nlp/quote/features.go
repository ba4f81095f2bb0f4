package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A view is what the features of one document's tokens are made of: each token's form, tags and place as small numbers or
// hashes, so that a feature costs a few multiplications.
type view struct {
	doc    *nlp.Document
	marked []quotation.Marked
	toks   []facts
	paras  []span32 // the paragraphs, as ranges of tokens
	sents  []sentenceFacts
	forest *deptree.Forest
}

// A span32 is a half-open range of tokens.
type span32 struct{ first, end int32 }

// facts are what features ask of a token.
type facts struct {
	word, lemma uint64 // hashes
	pos, upos   uint64
	dep         uint64
	suffix      uint64
	fine        uint64 // class of words used alike
	name        uint8  // type of the name of which it is part, 0 if of none
	shape       uint8
	quoted      quoteState
	bin         uint8 // how often its lemma is the heart of a cue
	sentence    int32
	mark        int32  // index in view.marked of the innermost stretch that it is in, or None
	head        int32  // its own index if it is a root
	kids        uint64 // the relations of its children, a bit each
	near               // to words that are often cues
}

// near says which cues are near a token, within its paragraph and up its tree.
type near struct {
	left, right         uint64 // distance of the next one, and what stands between
	leftWord, rightWord uint64 // its lemma
	up                  way
}

// A way leads from a token up its tree to the first cue.
type way struct {
	rel   uint64 // the relation of the cue's child on the way, 0 if there is no cue
	lemma uint64 // of the cue
	to    int32  // the cue
	steps uint8
	flags uint8 // 1 the token follows the cue, 2 it begins the child's subtree, 4 it ends it, 8 the child follows the cue
}

// sentenceFacts are what features ask of a sentence.
type sentenceFacts struct {
	first, end int32
	bin        uint8 // the highest of its tokens outside of quotation marks
	quoted     uint8 // 0 nothing, 1 some, 2 all of it stands in quotation marks
}

// quoteState is where a token stands with respect to quotation marks.
type quoteState uint8

const (
	outside quoteState = iota
	openMark
	inside
	closeMark
	insideNested
)

// newView returns the view of doc.
func newView(doc *nlp.Document, lex lexicon, clusters *cluster.Table) *view {
	v := &view{doc: doc, marked: quotation.Marks(doc.Text), toks: make([]facts, len(doc.Tokens)), sents: make([]sentenceFacts, len(doc.Sentences))}
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		f := &v.toks[i]
		f.word = linear.Hash(t.Lower)
		lemma := t.Lemma
		if lemma == "" {
			lemma = t.Lower
		}
		f.lemma = linear.Hash(strings.ToLower(lemma))
		f.pos = linear.Hash(t.XPOS)
		f.upos = linear.Hash(t.UPOS)
		f.dep = linear.Hash(t.Deprel)
		f.suffix = linear.Hash(suffix(t.Lower, 3))
		f.shape = shape(t.In(doc.Text))
		f.bin = lex[f.lemma]
		f.mark = nlp.None
		f.head = int32(t.Head)
		if t.Head != i {
			v.toks[t.Head].kids |= kidBit(t.Deprel)
		}
	}
	for i := range v.toks { // apart, so that the memory answers several at once
		f := &v.toks[i]
		f.fine = uint64(clusters.Of(f.word).Fine)
	}
	for _, n := range doc.Names {
		for i := n.First; i < n.First+n.Count; i++ {
			v.toks[i].name = uint8(n.Type)
		}
	}
	v.forest = deptree.New(doc)
	v.setMarks()
	v.setSentences()
	v.setParagraphs()
	cues := make([]bool, len(v.toks))
	for i := range v.toks {
		cues[i] = v.toks[i].bin >= 3
	}
	v.setNear(cues, func(i int) *near { return &v.toks[i].near })
	return v
}

// kidBit returns the bit of facts.kids for a child's relation.
func kidBit(relation string) uint64 {
	switch relation {
	case "nsubj":
		return 1
	case "nsubj:pass":
		return 2
	case "ccomp":
		return 4
	case "xcomp":
		return 8
	case "parataxis":
		return 16
	case "obj":
		return 32
	case "iobj":
		return 64
	case "obl", "nmod":
		return 128
	case "mark":
		return 256
	case "advcl":
		return 512
	case "aux":
		return 1024
	case "aux:pass":
		return 2048
	case "case":
		return 4096
	case "cop":
		return 8192
	case "acl", "acl:relcl":
		return 16384
	case "conj":
		return 32768
	case "csubj":
		return 65536
	case "det", "nmod:poss":
		return 131072
	}
	return 0
}

// setNear tells each token of the cues near it.
func (v *view) setNear(cues []bool, of func(i int) *near) {
	for _, p := range v.paras {
		v.scan(int(p.first), int(p.end), 1, cues, func(i int, code, word uint64) {
			n := of(i)
			n.left, n.leftWord = code, word
		})
		v.scan(int(p.end)-1, int(p.first)-1, -1, cues, func(i int, code, word uint64) {
			n := of(i)
			n.right, n.rightWord = code, word
		})
	}
	for i := range v.toks {
		of(i).up = v.climb(i, cues)
	}
}

// scan goes from token i to token end by step, and tells of each what cue it passed last.
func (v *view) scan(i, end, step int, cues []bool, tell func(i int, code, word uint64)) {
	last := nlp.None
	var commas, marks, stops uint64
	for ; i != end; i += step {
		if last == nlp.None {
			tell(i, 0, 0)
		} else {
			tell(i, bucket((i-last)*step)<<3|commas<<2|marks<<1|stops|128, v.toks[last].lemma)
		}
		switch t := &v.doc.Tokens[i]; {
		case cues[i]:
			last, commas, marks, stops = i, 0, 0, 0
		case v.toks[i].quoted == openMark || v.toks[i].quoted == closeMark:
			marks = 1
		case t.Lower == ",":
			commas = 1
		case int(v.sents[v.toks[i].sentence].end) == i+1 || t.Lower == ".":
			stops = 1
		}
	}
}

// maxClimb is how far up a tree cues are sought.
const maxClimb = 12

// climb finds the first cue above token i.
func (v *view) climb(i int, cues []bool) way {
	child := i
	for steps := range uint8(maxClimb) {
		h := int(v.toks[child].head)
		if h == child {
			break
		}
		if cues[h] {
			w := way{rel: v.toks[child].dep, lemma: v.toks[h].lemma, to: int32(h), steps: min(steps, 3)}
			lo, hi := v.forest.Extent(child)
			if i > h {
				w.flags |= 1
			}
			if i == lo {
				w.flags |= 2
			}
			if i == hi {
				w.flags |= 4
			}
			if child > h {
				w.flags |= 8
			}
			return w
		}
		child = h
	}
	return way{to: nlp.None}
}

// setMarks tells each token where it stands with respect to quotation marks.
func (v *view) setMarks() {
	var open []int32
	leave := func(offset int) { // those that end at offset, before others begin there
		for len(open) > 0 && v.marked[open[len(open)-1]].End <= offset {
			open = open[:len(open)-1]
		}
	}
	next := 0
	for i := range v.toks {
		t := v.doc.Tokens[i].Span
		for next < len(v.marked) && v.marked[next].Start < t.End {
			leave(v.marked[next].Start)
			open = append(open, int32(next))
			next++
		}
		leave(t.Start)
		if len(open) == 0 {
			continue
		}
		f := &v.toks[i]
		f.mark = open[len(open)-1]
		outer := v.marked[open[0]]
		switch {
		case outer.Start >= t.Start:
			f.quoted = openMark
		case outer.End <= t.End && !outer.Unclosed:
			f.quoted = closeMark
		case len(open) > 1:
			f.quoted = insideNested
		default:
			f.quoted = inside
		}
	}
}

// setSentences tells each token its sentence, and each sentence what it holds.
func (v *view) setSentences() {
	for s, sent := range v.doc.Sentences {
		f := &v.sents[s]
		f.first, f.end = int32(sent.First), int32(sent.First+sent.Count)
		in, out := 0, 0
		for i := f.first; i < f.end; i++ {
			t := &v.toks[i]
			t.sentence = int32(s)
			if t.quoted == outside {
				out++
				f.bin = max(f.bin, t.bin)
			} else {
				in++
			}
		}
		switch {
		case in > 0 && out <= 1:
			f.quoted = 2
		case in > 0:
			f.quoted = 1
		}
	}
}

// setParagraphs finds the paragraphs, which no content and no cue leaves.
func (v *view) setParagraphs() {
	wrapped := quotation.IsWrapped(v.doc.Text)
	start := 0
	for i := 1; i < len(v.toks); i++ {
		gap := v.doc.Text[v.doc.Tokens[i-1].End:v.doc.Tokens[i].Start]
		if breaks := strings.Count(gap, "\n"); breaks > 1 || breaks == 1 && !wrapped {
			v.paras = append(v.paras, span32{int32(start), int32(i)})
			start = i
		}
	}
	if len(v.toks) > 0 {
		v.paras = append(v.paras, span32{int32(start), int32(len(v.toks))})
	}
}

// suffix returns the last n characters of s.
func suffix(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// The bits of facts.shape for words that begin with a capital, and that have small letters.
const (
	capital = 1
	small   = 4
)

// shape returns what kinds of characters a word has.
func shape(s string) uint8 {
	var first, upper, lower, digit, other uint8
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper = 2
			if i == 0 {
				first = capital
			}
		case unicode.IsLetter(r):
			lower = small
		case unicode.IsDigit(r):
			digit = 8
		default:
			other = 16
		}
	}
	return first | upper | lower | digit | other
}

// bucket puts a distance into one of a few classes.
func bucket(d int) uint64 {
	switch {
	case d <= 4:
		return uint64(max(d, 0))
	case d <= 6:
		return 5
	case d <= 9:
		return 6
	case d <= 14:
		return 7
	case d <= 25:
		return 8
	}
	return 9
}
