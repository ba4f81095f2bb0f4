package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An orphan is a quotation without a cue of its own: whole sentences in quotation marks that no attribution has taken.

// orphanConfidence is that of an orphan that is a quote of its own: it is one, and nobody knows whose.
const orphanConfidence = 0.5

// orphans adds each orphan to the quote before it, where it goes on with that, or as a quote of its own.
func (f *finder) orphans() {
	taken := make([]bool, len(f.doc.Tokens))
	for k := range f.drafts {
		for _, c := range f.drafts[k].Content {
			for i := firstToken(f.doc, c.Start); i < len(taken) && f.doc.Tokens[i].Start < c.End; i++ {
				taken[i] = true
			}
		}
	}
	slices.SortStableFunc(f.drafts, func(a, b draft) int { return lastEnd(&a) - lastEnd(&b) })
	before := nlp.None // the draft that ends last before the orphan
	ended := len(f.drafts)
	for m, next := 0, 0; m < len(f.v.marked); m++ {
		mark := &f.v.marked[m]
		if mark.Depth > 0 || !f.isOrphan(mark.Span, taken) {
			continue
		}
		for next < ended && lastEnd(&f.drafts[next]) <= mark.Start {
			before = next
			next++
		}
		if before != nlp.None && f.goesOn(&f.drafts[before], mark.Start, mark.Continues) {
			d := &f.drafts[before]
			d.Content = f.join(append(d.Content, mark.Span))
			d.Kind = f.kind(d.Content, d.Cue)
			continue
		}
		d := draft{Quote: nlp.Quote{Content: []nlp.Span{mark.Span}, Manner: nlp.Stated, Inside: nlp.None, Confidence: orphanConfidence}}
		d.Kind = f.kind(d.Content, d.Cue)
		f.drafts = append(f.drafts, d)
		before = len(f.drafts) - 1 // the next paragraph may go on with it
	}
}

// lastEnd returns where the content of d ends.
func lastEnd(d *draft) int { return d.Content[len(d.Content)-1].End }

// isOrphan reports whether s is one or more sentences that begin with it, with a finite verb, of which nothing is taken. What is set as
// a title is none.
func (f *finder) isOrphan(s nlp.Span, taken []bool) bool {
	first := firstToken(f.doc, s.Start)
	if first >= len(taken) || int(f.v.sents[f.v.toks[first].sentence].first) != first {
		return false
	}
	words, capitals, finite := 0, 0, false
	for i := first; i < len(taken) && f.doc.Tokens[i].End <= s.End; i++ {
		if taken[i] {
			return false
		}
		t := &f.doc.Tokens[i]
		finite = finite || finiteTag(t.XPOS)
		if r, _ := utf8.DecodeRuneInString(t.In(f.doc.Text)); unicode.IsLetter(r) {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return finite && words >= 4 && capitals*2 < words
}

// goesOn reports whether what begins at start goes on with d: it takes up an unclosed quotation, or nothing stands between in the same
// paragraph but what d is made of.
func (f *finder) goesOn(d *draft, start int, continues bool) bool {
	end := lastEnd(d)
	if d.Kind == nlp.Indirect || strings.Contains(f.doc.Text[end:start], "\n") && !continues {
		return false
	}
	for i := firstToken(f.doc, end); i < len(f.doc.Tokens) && f.doc.Tokens[i].Start < start; i++ {
		t := &f.doc.Tokens[i]
		if !d.Cue.Contains(t.Span) && !d.Source.Contains(t.Span) && !d.Addressee.Contains(t.Span) && t.UPOS != "PUNCT" {
			return false
		}
	}
	return true
}
