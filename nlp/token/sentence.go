package token

import (
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A walker goes through the tokens of a document and cuts them into sentences.
type walker struct {
	*Annotator
	doc     *nlp.Document
	marks   marks
	wrapped int // the width of lines, or 0
	first   int // the first token of the sentence
	core    int // its last token so far that is no mark that closes
	next    role
}

// sentences returns the sentences that the tokens of doc form.
func (a *Annotator) sentences(doc *nlp.Document) []nlp.Sentence {
	out := make([]nlp.Sentence, 0, len(doc.Tokens)/15+1)
	w := walker{Annotator: a, doc: doc, marks: marks{Annotator: a, doc: doc}, wrapped: wrapWidth(doc.Text)}
	if len(doc.Tokens) > 0 {
		w.next = w.marks.role(0)
	}
	for i := range doc.Tokens {
		if w.next != closes || i == w.first {
			w.core = i
		}
		if i+1 < len(doc.Tokens) && !w.breaks(i) {
			continue
		}
		out = append(out, nlp.Sentence{
			Span: nlp.Span{Start: doc.Tokens[w.first].Start, End: doc.Tokens[i].End}, First: w.first, Count: i + 1 - w.first,
		})
		w.first = i + 1
	}
	return out
}

// breaks reports whether a sentence ends after token i, which is not the last of the text.
func (w *walker) breaks(i int) bool {
	gap := w.doc.Text[w.doc.Tokens[i].End:w.doc.Tokens[i+1].Start]
	if gap != " " && gap != "" && breaksLine(gap) && w.lineEnds(i, gap) {
		w.marks.paragraph()
		w.next = w.marks.role(i + 1)
		return true
	}
	w.next = w.marks.role(i + 1)
	return w.ends(i, gap)
}

// ends reports whether a sentence ends after token i by what the tokens are. What ends it may be followed by marks that close.
func (w *walker) ends(i int, gap string) bool {
	if w.next == closes {
		return false
	}
	end, next := &w.doc.Tokens[w.core], &w.doc.Tokens[i+1]
	sort := endingOf(end.Lower)
	if sort == none {
		return w.endsUnmarked(i)
	}
	p := place{walker: w, i: i, gap: gap, next: next, text: w.doc.Text[next.Start:], closed: w.core < i}
	if p.continues() {
		return false
	}
	switch sort {
	case stops:
		return p.afterStop()
	case exclaims:
		return p.afterExclamation()
	case trails:
		return p.afterEllipsis(end.Lower)
	case names:
		return w.marked[end.Lower] && w.starters[next.Lower]
	}
	return p.afterAbbreviation(end)
}

// endsUnmarked reports whether a sentence ends after token i although nothing says so: :) They; “But—” “No!”; a URL, then a capital.
func (w *walker) endsUnmarked(i int) bool {
	tok, next := &w.doc.Tokens[i], &w.doc.Tokens[i+1]
	switch {
	case w.core == i:
		return tok.Len() > 4 && isURL(tok.Lower) && (startsUpper(next.In(w.doc.Text)) || isURL(next.Lower))
	case w.marks.smiles(tok.Lower):
		return startsUpper(next.In(w.doc.Text))
	}
	switch w.doc.Tokens[w.core].Lower {
	case "—", "–", "--":
		return w.next == opens && next.Lower != "("
	}
	return false
}
