package quote

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Labels find attributions where nobody says anything. Words, tags and commas give most of these away.

// isNothing reports whether d is no quote, whatever the labels say.
func (f *finder) isNothing(d *draft) bool {
	return f.isMeasure(d) || f.isSilence(d) || f.isHearsay(d) || f.isDeed(d) || f.isBare(d) || f.isUntold(d) || f.isAside(d) || f.isAsked(d) || f.isDateline(d)
}

// silence are contents that tell that nothing, or not what, was said.
var silence = []string{"nothing", "nothing more", "little", "little more", "anything", "much", "no more", "a word", "nothing else"}

// isSilence reports whether d has no content but that there was none: "he said nothing".
func (f *finder) isSilence(d *draft) bool {
	return d.Kind == nlp.Indirect && len(d.Content) == 1 && slices.Contains(silence, strings.ToLower(d.Content[0].In(f.doc.Text)))
}

// isDeed reports whether d tells what somebody does rather than what they say: its verb is seldom a cue, and its content has no words in quotation
// marks and no verb of its own.
func (f *finder) isDeed(d *draft) bool {
	if d.Kind != nlp.Indirect || !f.isSeldom(d) || f.doc.Tokens[d.verb].UPOS != "VERB" || slices.ContainsFunc(f.v.toks[d.cue.first:d.cue.end], func(t facts) bool { return t.bin >= 3 }) {
		return false
	}
	if f.isPassive(d.verb) && lastEnd(d) <= d.Cue.Start { // "two of those held were released"
		return !f.hasVerb(d.Content)
	}
	for _, c := range d.Content {
		for i := firstToken(f.doc, c.Start); i < len(f.doc.Tokens) && f.doc.Tokens[i].Start < c.End; i++ {
			if u := f.doc.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
				return false
			}
		}
	}
	return true
}

// isBare reports whether the cue of d is nothing but auxiliaries, and its content has no quotation marks.
func (f *finder) isBare(d *draft) bool {
	return d.Kind == nlp.Indirect && !slices.ContainsFunc(f.doc.Tokens[d.cue.first:d.cue.end], func(t nlp.Token) bool { return t.UPOS != "AUX" })
}

// isUntold reports whether d has no content but who is told: "the boy had been warned".
func (f *finder) isUntold(d *draft) bool {
	first := firstToken(f.doc, d.Content[0].Start)
	if t := &f.doc.Tokens[first]; t.XPOS == "WP" && t.End == lastEnd(d) && first+1 == d.cue.first { // "a clerk, who asked not to be named"
		return true
	}
	return len(d.Content) == 1 && d.Kind == nlp.Indirect && f.hasTold(d, piece{first: first, end: firstToken(f.doc, d.Content[0].End-1) + 1})
}

// isAside reports whether the cue of d ends a relative clause whose pronoun is its object, and the content of d follows that: "the report, which the
// Herald has seen, found the pier unsafe".
func (f *finder) isAside(d *draft) bool {
	before := d.source.first - 1
	if d.source.end == d.source.first || before < 0 || d.source.end > d.cue.first || d.cue.end >= len(f.doc.Tokens) || d.Kind == nlp.Direct {
		return false
	}
	return f.doc.Tokens[before].Lower == "which" && f.isComma(d.cue.end) && d.Content[0].Start > f.doc.Tokens[d.cue.end].Start
}

// isDateline reports whether the source of d is the place that a text comes from, and its cue the dash behind that: "PARIS —".
func (f *finder) isDateline(d *draft) bool {
	first := d.source.first
	if d.source.end == first || f.doc.Tokens[d.verb].UPOS != "PUNCT" || f.doc.Tokens[d.verb].Lower == ":" || d.cue.first < d.source.end || len(d.Content) == 0 {
		return false
	}
	word := f.doc.Tokens[first].In(f.doc.Text)
	if len(word) < 3 || word != strings.ToUpper(word) || first != int(f.v.sents[f.v.toks[first].sentence].first) {
		return false
	}
	for _, m := range f.places.within(f.doc.Tokens[first].Span) {
		if m.Kind == nlp.Named && f.doc.Entities[m.entity].Type == nlp.Location {
			return true
		}
	}
	return false
}

// isAsked reports whether the source of d is a pronoun that asks who it is: "it is unclear who ordered the raid".
func (f *finder) isAsked(d *draft) bool {
	who := d.source.first
	if d.source.end != who+1 || f.doc.Tokens[who].Lower != "who" || d.Kind != nlp.Indirect || who == 0 {
		return false
	}
	before := &f.doc.Tokens[who-1]
	return before.UPOS == "ADJ" || before.UPOS == "VERB"
}
