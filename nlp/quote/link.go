package quote

import (
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Labelled tokens make pieces; linking gives each content its cue, and each cue its source. Both are choices among the few cues, or
// sources, around, and the highest score wins (Citron, https://github.com/bbc/citron, resolves them in the same way).

// A piece is a run of tokens that one label covers.
type piece struct {
	kind       pieceKind
	first, end int // tokens
}

type pieceKind uint8

const (
	sourcePiece pieceKind = iota
	cuePiece
	contentPiece
)

// LinkLabels are the names of the two kinds of link.
var LinkLabels = []string{"content", "source"}

const (
	contentLink = iota
	sourceLink
)

// A group is an attribution: indices of pieces.
type group struct {
	cue, source int // source may be None
	contents    []int
}

// pieces returns the pieces that labels make.
func (v *view) pieces(labels []uint8) []piece {
	var out []piece
	for _, p := range v.paras {
		for i := int(p.first); i < int(p.end); {
			j := i + 1
			if l := labels[i]; l != labelO {
				for j < int(p.end) && isInside(labels[j]) {
					j++
				}
				out = append(out, piece{pieceKind((l - 1) / 2), i, j})
			}
			i = j
		}
	}
	return out
}

// A linker holds the state of linking the pieces of one document.
type linker struct {
	v      *view
	pieces []piece
	para   []int32    // paragraph of each piece
	sums   [][3]int32 // how many pieces of each kind come before each piece
	taken  []int      // the last content of each cue so far, or None
	heads  []int      // the head of each piece
	list   []uint64
}

func newLinker(v *view, pieces []piece) *linker {
	l := &linker{v: v, pieces: pieces, para: make([]int32, len(pieces)), sums: make([][3]int32, len(pieces)+1), taken: make([]int, len(pieces)), heads: make([]int, len(pieces))}
	p := 0
	for i, x := range pieces {
		for int(v.paras[p].end) <= x.first {
			p++
		}
		l.para[i] = int32(p)
		l.sums[i+1] = l.sums[i]
		l.sums[i+1][x.kind]++
		l.taken[i] = nlp.None
		l.heads[i] = v.headOf(x)
	}
	return l
}

// headOf returns the token of p whose head is outside of it, the first of several.
func (v *view) headOf(p piece) int {
	for i := p.first; i < p.end; i++ {
		if h := int(v.toks[i].head); (h < p.first || h >= p.end || h == i) && v.doc.Tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return p.first
}

// maxSide is how many candidates on each side of a piece are tried.
const maxSide = 3

// candidates returns the pieces of the kind wanted around piece i: in its paragraph, and back paragraphs before it.
func (l *linker) candidates(i int, kind pieceKind, back int32, list []int) []int {
	n := 0
	for j := i - 1; j >= 0 && n < maxSide && l.para[i]-l.para[j] <= back && j > i-30; j-- {
		if l.pieces[j].kind == kind {
			list = append(list, j)
			n++
		}
	}
	n = 0
	for j := i + 1; j < len(l.pieces) && n < maxSide && l.para[j] == l.para[i] && j < i+30; j++ {
		if l.pieces[j].kind == kind {
			list = append(list, j)
			n++
		}
	}
	return list
}

// features returns the features of a link between piece i and its candidate j; j may be None. The list is good until the next call.
func (l *linker) features(i, j int) []uint64 {
	v := l.v
	f := features{list: l.list[:0]}
	x := l.pieces[i]
	quoted := uint64(v.toks[x.first].quoted)
	sent := v.toks[x.first].sentence
	if j == nlp.None {
		f.next = 60
		f.add(0)
		f.add(uint64(v.sents[sent].quoted))
		f.add(v.toks[x.first].lemma)
		f.add(v.toks[x.end-1].lemma)
		f.add(v.toks[l.heads[i]].kids & 3)
		f.add(bit(l.para[i] > 0 && i > 0 && l.para[i-1] == l.para[i]))
		f.add(v.toks[l.heads[i]].pos)
		f.add(v.toks[l.heads[i]].dep)
		l.list = f.list
		return f.list
	}
	y := l.pieces[j]
	a, b := x, y // in the order of the text
	if j < i {
		a, b = y, x
	}
	lo, hi := min(i, j), max(i, j)
	order := bit(j > i)
	var between [3]uint64
	for k := range between {
		between[k] = uint64(min(l.sums[hi][k]-l.sums[lo+1][k], 2))
	}
	all := between[0]<<4 | between[1]<<2 | between[2]
	distance := bucket(b.first - a.end)
	sents := int(v.toks[b.first].sentence - v.toks[a.end-1].sentence)
	gap := uint64(min(max(sents, 0), 4))<<3 | uint64(min(l.para[hi]-l.para[lo], 3))
	taken := uint64(0)
	cue := y
	if x.kind == cuePiece {
		cue = x
	}
	if x.kind == contentPiece && l.taken[j] != nlp.None {
		taken = 1 + bit(l.taken[j] == i-1) + bit(l.taken[j] > j)*2
	}
	reach := uint64(0)
	switch h := l.heads[i]; {
	case l.within(int(v.toks[h].head), y):
		reach = 1
	case l.within(int(v.toks[v.toks[h].head].head), y):
		reach = 2
	}
	switch h := l.heads[j]; {
	case l.within(int(v.toks[h].head), x):
		reach |= 4
	case l.within(int(v.toks[v.toks[h].head].head), x):
		reach |= 8
	}
	if v.toks[l.heads[i]].head == v.toks[l.heads[j]].head {
		reach |= 16
	}
	same := v.between(a.end, b.first)
	f.add(order)
	f.add2(order, all)
	f.add2(order, distance)
	f.add3(order, gap, quoted)
	f.add3(order, all, gap)
	f.add4(order, all, gap, quoted)
	f.add3(order, reach, all)
	f.add2(order, reach)
	f.add3(reach, v.toks[l.heads[i]].dep, v.toks[l.heads[j]].dep)
	f.add4(order, taken, gap, quoted)
	f.add3(order, taken, all)
	f.add4(order, distance, all, same)
	f.add3(order, v.toks[cue.end-1].lemma, gap)
	f.add4(order, v.toks[cue.end-1].lemma, all, quoted)
	f.add3(order, v.toks[cue.first].lemma, all)
	f.add3(order, same, gap)
	f.add4(order, v.toks[l.heads[i]].pos, v.toks[l.heads[j]].pos, all)
	f.add3(order, v.at(b.first-1).word, all)
	f.add4(order, v.toks[y.first].pos, v.toks[x.first].pos, distance)
	l.list = f.list
	return f.list
}

// within reports whether token i is in p.
func (l *linker) within(i int, p piece) bool { return p.first <= i && i < p.end }

// between tells what punctuation the first tokens of the range have.
func (v *view) between(from, to int) uint64 {
	var out uint64
	for i := from; i < min(to, from+20); i++ {
		switch v.doc.Tokens[i].Lower {
		case ",":
			out |= 1
		case "—", "–", "-", ";":
			out |= 2
		case "and", "but", "or":
			out |= 4
		case "who", "which", "that":
			out |= 8
		case ".", "?", "!":
			out |= 16
		case ":":
			out |= 32
		}
	}
	return out
}

// link returns the attributions that the pieces make, by the order of their cues.
func (l *linker) link(m *linear.Model) []group {
	groups := make([]group, 0, len(l.pieces)/3)
	index := make([]int, len(l.pieces)) // of the group of a cue
	var scores [2]int32
	var list []int
	for i, p := range l.pieces {
		if p.kind != cuePiece {
			continue
		}
		m.Score(scores[:], l.features(i, nlp.None))
		best, top := nlp.None, scores[sourceLink]
		list = l.candidates(i, sourcePiece, 0, list[:0])
		for _, j := range list {
			if m.Score(scores[:], l.features(i, j)); scores[sourceLink] > top {
				best, top = j, scores[sourceLink]
			}
		}
		index[i] = len(groups)
		groups = append(groups, group{cue: i, source: best})
	}
	for i, p := range l.pieces {
		if p.kind != contentPiece {
			continue
		}
		list = l.candidates(i, cuePiece, 2, list[:0])
		best, top := nlp.None, int32(0)
		for _, j := range list {
			if m.Score(scores[:], l.features(i, j)); best == nlp.None || scores[contentLink] > top {
				best, top = j, scores[contentLink]
			}
		}
		if best != nlp.None {
			l.taken[best] = i
			g := &groups[index[best]]
			g.contents = append(g.contents, i)
		}
	}
	kept := groups[:0]
	for _, g := range groups {
		if len(g.contents) > 0 {
			kept = append(kept, g)
		}
	}
	return kept
}
