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
		if !ok {
			d, ok = f.announced(mark)
			ok = ok && owners[d.verb] == nlp.None
		}
		if !ok || f.isSpoken(mark, &d, owners) {
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
		taken := []nlp.Span{mark}
		if next := m + 1; len(d.Content) == 1 && next < len(f.v.marked) && f.resumes(&d, f.v.marked[next].Span) {
			d.Content = append(d.Content, f.v.marked[next].Span)
			taken = d.Content
		}
		for _, t := range taken {
			if k := owners[firstToken(f.doc, t.Start+1)]; k >= 0 && !r.wrong[k] && !(owners[d.verb] == k && f.v.toks[f.drafts[k].verb].sentence == f.v.toks[d.verb].sentence) {
				f.release(k, t, &d) // it is not around this one: "'No,' he said, according to her"
				r.wrong[k] = len(f.drafts[k].Content) == 0
			}
		}
		d.Content = f.join(d.Content)
		r.more = append(r.more, d)
	}
	f.revise(r)
}

// release takes a quotation out of the contents of draft k, and gives d those that follow it, if the cue of that goes before them all.
func (f *finder) release(k int, mark nlp.Span, d *draft) {
	o := &f.drafts[k]
	var kept []nlp.Span
	for _, c := range o.Content {
		for _, c := range f.quotations(c) {
			switch {
			case c.Overlaps(mark):
			case c.Start < mark.End || o.Cue.Start > mark.Start:
				kept = append(kept, c)
			case !slices.Contains(d.Content, c):
				d.Content = append(d.Content, c)
			}
		}
	}
	o.Content = f.join(kept)
	o.Kind = f.kind(o.Content, o.Cue)
}

// quotations returns the quotations that s is a row of, or s itself.
func (f *finder) quotations(s nlp.Span) []nlp.Span {
	var out []nlp.Span
	for i := firstToken(f.doc, s.Start); i < len(f.doc.Tokens) && f.doc.Tokens[i].Start < s.End; i++ {
		if m := f.v.toks[i].mark; m == nlp.None {
			return []nlp.Span{s}
		} else if f.v.toks[i].quoted == openMark {
			out = append(out, f.v.marked[m].Span)
		}
	}
	return out
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

// isSpoken reports whether a draft with a source and a cue in the sentence of d's has words of a quotation, and nothing of d's speaker.
func (f *finder) isSpoken(mark nlp.Span, d *draft, owners []int) bool {
	for i := firstToken(f.doc, mark.Start) + 1; i < len(owners) && f.doc.Tokens[i].End < mark.End; i++ {
		if owners[i] == nlp.None {
			continue
		}
		o := &f.drafts[owners[i]]
		if f.v.toks[o.verb].sentence == f.v.toks[d.verb].sentence && !o.Source.IsZero() && !slices.ContainsFunc(o.Content, d.Source.Overlaps) {
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
	for verb < end && !finiteTag(tokens[verb].XPOS) && tokens[verb].Lower != "say" { // taggers take that for an infinitive
		verb++
	}
	if t := &tokens[end-1]; verb == end && end > next+1 && (t.XPOS == "VBN" || t.Lower == "read") { // no finite verb but for a tagger's slip
		verb--
	} else if verb >= end || tokens[verb].UPOS != "VERB" {
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
	if d.source.end <= d.source.first || f.v.toks[d.source.first].quoted != outside || !f.isParty(d.source) {
		return d, false
	}
	d.cue, d.verb = piece{cuePiece, verb, verb + 1}, verb
	d.Inside, d.Cue, d.Source, d.Content = nlp.None, f.span(d.cue), f.trim(f.span(d.source)), []nlp.Span{mark}
	d.Kind, d.Manner, d.Confidence = nlp.Direct, f.manner(verb), treeConfidence
	f.address(&d)
	return d, true
}

// announced returns the quote of a quotation right behind its verb, with a comma or colon at most between: "her brother muttered, 'At last.'" Without
// them the verb must be one of saying.
func (f *finder) announced(mark nlp.Span) (d draft, ok bool) {
	open := firstToken(f.doc, mark.Start)
	verb := open - 1
	if verb > 0 && (f.doc.Tokens[verb].Lower == "," || f.doc.Tokens[verb].Lower == ":") {
		verb--
	}
	if verb < 1 || open+1 >= len(f.v.toks) || f.v.toks[open+1].shape&capital == 0 || f.v.toks[verb].quoted != outside || f.doc.Tokens[verb].UPOS != "VERB" || f.v.forest.Child(verb, "aux") != nlp.None {
		return d, false
	}
	subject := f.v.forest.Child(verb, "nsubj")
	if subject == nlp.None || subject > verb || strings.HasPrefix(f.doc.Tokens[subject].XPOS, "W") || !f.announces(verb, f.doc.Tokens[open-1].Lower) {
		return d, false
	}
	d.source = f.phrase(subject)
	d.source.end = min(d.source.end, verb)
	if slices.ContainsFunc(f.v.toks[d.source.first:d.source.end], func(t facts) bool { return t.quoted != outside }) {
		return d, false
	}
	d.cue, d.verb = piece{cuePiece, verb, verb + 1}, verb
	d.Inside, d.Cue, d.Source, d.Content = nlp.None, f.span(d.cue), f.trim(f.span(d.source)), []nlp.Span{mark}
	d.Kind, d.Manner, d.Confidence = nlp.Direct, f.manner(verb), treeConfidence
	return d, true
}

// announces reports whether a verb may have a quotation behind the token before that: any verb behind a colon, the verb of a sentence behind a comma,
// otherwise a verb of saying.
func (f *finder) announces(verb int, before string) bool {
	switch before {
	case ":":
		return true
	case ",":
		t := &f.doc.Tokens[verb]
		return t.Deprel == "root" || t.Deprel == "conj" || f.v.toks[verb].bin >= 3
	}
	return f.class(verb)&(speakVerb|tellVerb) != 0
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
	case "NOUN", "PROPN", "NUM":
		return true
	}
	return false
}
