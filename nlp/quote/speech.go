package quote

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Quotation marks that open a sentence and end with a comma, a question or an exclamation leave little doubt that somebody speaks, if subject and
// verb follow, or verb and subject: "'Traitor,' someone shouted." Labels miss such quotations when they are short.

// longestTag is how many tokens may stand behind a quotation that says who spoke: "said Ida Berg, the mayor".
const longestTag = 9

// speeches adds a quote for each quotation that is followed by who says it and is none yet.
func (f *finder) speeches() {
	near, owners := f.bySentence(), f.owners()
	r := f.revision()
	for m := range f.v.marked {
		mark := f.v.marked[m].Span
		if f.v.marked[m].Depth > 0 || f.v.marked[m].Unclosed {
			continue
		}
		d, ok := f.speech(mark)
		if !ok || f.isSpoken(mark, d.Source, owners) {
			continue
		}
		for _, k := range near[int(f.v.toks[d.verb].sentence)] {
			if o := &f.drafts[k]; o.has(d.verb) || o.Source.Overlaps(mark) {
				r.wrong[k] = true
				for _, c := range o.Content { // the labels may have what is said before or behind
					if !c.Overlaps(d.Source) && !c.Overlaps(mark) {
						d.Content = append(d.Content, c)
					}
				}
			}
		}
		if next := m + 1; len(d.Content) == 1 && next < len(f.v.marked) && f.resumes(&d, f.v.marked[next].Span) {
			mark := f.v.marked[next].Span
			d.Content = append(d.Content, mark)
			if k := owners[firstToken(f.doc, mark.Start)]; k >= 0 && !r.wrong[k] {
				o := &f.drafts[k]
				o.Content = slices.DeleteFunc(o.Content, mark.Overlaps)
				r.wrong[k] = len(o.Content) == 0
			}
		}
		d.Content = f.join(d.Content)
		r.more = append(r.more, d)
	}
	f.revise(r)
}

// owners tells of each token which draft has it in its content, the last of several, or None.
func (f *finder) owners() []int {
	out := make([]int, len(f.doc.Tokens))
	for i := range out {
		out[i] = nlp.None
	}
	for k := range f.drafts {
		for _, c := range f.drafts[k].Content {
			for i := firstToken(f.doc, c.Start); i < len(out) && f.doc.Tokens[i].Start < c.End; i++ {
				out[i] = k
			}
		}
	}
	return out
}

// isSpoken reports whether the content of a draft has words of a quotation, and nothing of its speaker.
func (f *finder) isSpoken(mark, speaker nlp.Span, owners []int) bool {
	for i := firstToken(f.doc, mark.Start) + 1; i < len(owners) && f.doc.Tokens[i].End < mark.End; i++ {
		if k := owners[i]; k >= 0 && !slices.ContainsFunc(f.drafts[k].Content, speaker.Overlaps) {
			return true
		}
	}
	return false
}

// resumes reports whether mark takes up the quotation that d interrupts: "'Come,' said the boy, 'we must go.'"
func (f *finder) resumes(d *draft, mark nlp.Span) bool {
	before := &f.doc.Tokens[firstToken(f.doc, mark.Start)-1]
	end := max(d.Source.End, d.Cue.End)
	return (before.Lower == "," || before.Lower == ":") && end <= before.Start && before.Start <= end+1
}

// speech returns the quote of a quotation that opens a sentence, breaks off and is followed by who speaks.
func (f *finder) speech(mark nlp.Span) (d draft, ok bool) {
	tokens := f.doc.Tokens
	open, next := firstToken(f.doc, mark.Start), firstToken(f.doc, mark.End)
	if next+1 >= len(tokens) || next-open < 3 || int(f.v.sents[f.v.toks[open].sentence].first) != open {
		return d, false
	}
	switch {
	case tokens[next].Lower == ",":
		next++
	case !breaksOff(tokens[next-2].Lower) || f.v.toks[next].shape&capital != 0 && tokens[next].UPOS != "PROPN" && tokens[next].Lower != "i":
		return d, false // or a sentence of its own follows
	}
	verb, end := next, f.tagEnd(next)
	for verb < end && !finiteTag(tokens[verb].XPOS) {
		verb++
	}
	if verb == end && end > next+1 && tokens[end-1].XPOS == "VBN" { // a tagger's slip: past forms are one
		verb--
	}
	if verb >= end || tokens[verb].UPOS != "VERB" {
		return d, false
	}
	utters := f.class(verb)&(speakVerb|tellVerb) != 0 || f.v.toks[verb].bin >= 3
	switch {
	case verb > next && (utters || verb+1 == end): // "someone shouted", "the mother of three sighed"
		d.source = piece{sourcePiece, next, verb}
		for d.source.end > next && tokens[d.source.end-1].UPOS == "ADV" {
			d.source.end--
		}
	case verb == next && verb+1 < end: // "asked the judge"
		if p := f.nounPhrase(verb+1, end); utters || p.end == end && f.isSomebody(f.v.headOf(p)) {
			d.source = p
		}
	}
	if d.source.end <= d.source.first || !f.isParty(d.source) {
		return d, false
	}
	d.cue, d.verb = piece{cuePiece, verb, verb + 1}, verb
	d.Inside, d.Cue, d.Source, d.Content = nlp.None, f.span(d.cue), f.trim(f.span(d.source)), []nlp.Span{mark}
	d.Kind, d.Manner, d.Confidence = nlp.Direct, nlp.Stated, treeConfidence
	f.address(&d)
	return d, true
}

// breaksOff reports whether a mark ends a quotation that its sentence goes on from.
func breaksOff(mark string) bool {
	switch mark {
	case ",", "?", "!", "…", "...", "—", "–":
		return true
	}
	return false
}

// tagEnd returns the end of what stands from token first up to the next mark of punctuation or line end.
func (f *finder) tagEnd(first int) int {
	last := min(len(f.doc.Tokens), first+longestTag)
	for i := first; i < last; i++ {
		if t := &f.doc.Tokens[i]; t.UPOS == "PUNCT" && t.Lower != "-" || strings.Contains(f.doc.Text[f.doc.Tokens[i-1].End:t.Start], "\n") {
			return i
		}
	}
	return last
}

// isParty reports whether p is a noun phrase that begins with no preposition or conjunction, and no relative pronoun.
func (f *finder) isParty(p piece) bool {
	switch t := &f.doc.Tokens[p.first]; t.UPOS {
	case "ADP", "ADV", "CCONJ", "SCONJ":
		return false
	case "PRON":
		return t.XPOS == "PRP" || t.XPOS == "NN"
	}
	switch f.doc.Tokens[f.v.headOf(p)].UPOS {
	case "NOUN", "PROPN":
		return true
	}
	return false
}
