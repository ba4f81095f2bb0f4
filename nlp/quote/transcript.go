package quote

import "github.com/hearsay-nlp/hearsay/nlp"

// A transcript has the name of who speaks before each turn, and no quotation marks: "LIND: We had no choice." That a name comes back tells it from the
// topic of a headline.

// longestName is how many tokens may name a speaker in a transcript.
const longestName = 4

// turns adds a quote for each turn of a transcript that is none yet, and gives the others all of theirs.
func (f *finder) turns() {
	seen := make(map[string]int)
	for _, p := range f.v.paras {
		if name := f.turn(p); name.end > name.first {
			seen[f.span(name).In(f.doc.Text)]++
		}
	}
	if len(seen) < 2 { // nobody talks alone
		return
	}
	near := f.bySentence()
	for _, p := range f.v.paras {
		name := f.turn(p)
		if name.end == name.first || seen[f.span(name).In(f.doc.Text)] < 2 {
			continue
		}
		colon, end := name.end, int(p.end)
		if f.v.toks[end-1].quoted == closeMark && name.first > int(p.first) {
			end--
		}
		if end <= colon+1 {
			continue
		}
		d := f.set(name, colon, piece{contentPiece, colon + 1, end})
		d.Content[0] = f.span(piece{first: colon + 1, end: end}) // without the marks of the whole paragraph
		if f.v.toks[end-1].quoted == outside {
			d.Content[0] = f.withoutEnds(d.Content[0])
		}
		d.Kind = f.kind(d.Content, d.Cue)
		known := false
		for _, k := range near[int(f.v.toks[colon].sentence)] {
			if o := &f.drafts[k]; o.has(colon) {
				known = true
				if o.Source == d.Source && o.Kind == nlp.Indirect { // the labels end it with its first sentence
					o.Content, o.Kind = d.Content, d.Kind
				}
			}
		}
		if !known {
			f.drafts = append(f.drafts, d)
		}
	}
}

// turn returns the name that paragraph p begins with, before a colon and a sentence, or an empty piece.
func (f *finder) turn(p span32) piece {
	first, end := int(p.first), int(p.end)
	if f.v.toks[first].quoted == openMark {
		first++
	}
	colon := first
	for colon < end && colon <= first+longestName && f.doc.Tokens[colon].Lower != ":" {
		if t := &f.v.toks[colon]; f.verbs[f.doc.Tokens[colon].Lower]&kickerWord != 0 || t.shape&capital == 0 || t.shape&small != 0 && t.name != uint8(nlp.Person) {
			return piece{}
		}
		colon++
	}
	if colon == first || colon+2 >= end || f.doc.Tokens[colon].Lower != ":" || !f.isFinite(colon+1, end) {
		return piece{}
	}
	return piece{sourcePiece, first, colon}
}
