package quote

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// The source that labels and links give a cue is not always the whole of it, or is that of another verb. Commas, relative pronouns and the subject of
// the cue's verb mend it.

// by gives d the source p.
func (f *finder) by(d *draft, p piece) { d.source, d.Source = p, f.trim(f.span(p)) }

// withoutTime returns source from behind the conjunction that opens the clause of its verb, if labels and tree have taken that for a preposition:
// "a review" of "hours after a review found that …".
func (f *finder) withoutTime(source piece) piece {
	if source.end-source.first < 3 {
		return source
	}
	switch f.doc.Tokens[source.first].Lemma {
	case "moment", "minute", "hour", "day", "week", "month", "year", "shortly", "soon":
		if w := f.doc.Tokens[source.first+1].Lower; w == "after" || w == "before" {
			source.first += 2
		}
	}
	return source
}

// lastClause returns cue from behind the comma that ends a relative clause before it: "whispered" of "one, who asked not to be named, whispered".
func (f *finder) lastClause(cue piece) piece {
	for i := cue.end - 2; i > cue.first; i-- {
		if f.isComma(i) && finiteTag(f.doc.Tokens[i+1].XPOS) && f.isFinite(cue.first, i) {
			cue.first = i + 1
			break
		}
	}
	return cue
}

// antecedent returns the phrase that a relative pronoun stands for, if source is one and its clause ends before the cue: "one of them" of "one of them,
// who asked not to be named, whispered".
func (f *finder) antecedent(d *draft, source piece) piece {
	comma := source.first - 1
	if source.end != source.first+1 || f.doc.Tokens[source.first].XPOS != "WP" || d.cue.first < source.end || comma < 1 || !f.isComma(comma) || !f.isComma(d.cue.first-1) {
		return source
	}
	first, from := comma, int(f.v.sents[f.v.toks[comma].sentence].first)
	for first > from && f.doc.Tokens[first-1].UPOS != "PUNCT" {
		first--
	}
	if first == comma || f.isFinite(first, comma) || !f.isParty(piece{first: first, end: comma}) {
		return source
	}
	return piece{sourcePiece, first, comma}
}

// withRelative returns source with the relative clause that stands between two commas behind it, before the cue: "Ada Moss, whose farm was flooded, said".
func (f *finder) withRelative(d *draft, source piece) piece {
	comma, last := source.end, d.cue.first-1
	if comma+2 >= last || !f.isComma(comma) || !f.isComma(last) {
		return source
	}
	if x := f.doc.Tokens[comma+1].XPOS; x != "WP" && x != "WP$" && x != "WDT" {
		return source
	}
	for i := comma + 1; i < last; i++ {
		if f.doc.Tokens[i].UPOS == "PUNCT" && f.doc.Tokens[i].Lower != "-" || f.v.toks[i].quoted != outside {
			return source
		}
	}
	source.end = last
	return source
}

// setOff gives d, if it has no source, the phrase that opens its sentence, with what two commas set off between that and the cue, whatever the tree has made
// of them: "the union, which represents nurses, called for talks".
func (f *finder) setOff(d *draft, contents []piece) {
	last, first := d.cue.first-1, int(f.v.sents[f.v.toks[d.cue.first].sentence].first)
	if d.source.end > d.source.first || last < 1 || !f.isComma(last) || f.v.toks[d.verb].bin < 3 && f.v.toks[contents[0].first].quoted == outside || f.v.forest.Child(d.verb, "aux") != nlp.None {
		return
	}
	if x := f.doc.Tokens[d.cue.first].XPOS; !finiteTag(x) && x != "VBN" { // taggers mistake the one for the other
		return
	}
	comma := last - 1
	for comma > first && f.doc.Tokens[comma].UPOS != "PUNCT" {
		comma--
	}
	if comma <= first || !f.isComma(comma) || holds(contents, first, last) {
		return
	}
	if f.isFinite(comma, last) && !strings.HasPrefix(f.doc.Tokens[comma+1].XPOS, "W") {
		return
	}
	phrase := piece{sourcePiece, first, comma}
	if f.isFinite(first, comma) || f.doc.Tokens[comma-1].UPOS == "PUNCT" || f.v.toks[first].quoted != outside || !f.isParty(phrase) {
		return
	}
	f.by(d, piece{sourcePiece, first, last})
}

// ownSubject makes the subject of d's verb the source, where labels have linked the verb with a source in front of that: "Li called it good, while
// Ross, a rival, thinks otherwise".
func (f *finder) ownSubject(d *draft, contents []piece) {
	subject := f.v.forest.Child(d.verb, "nsubj")
	if subject == nlp.None || subject > d.verb || f.doc.Tokens[subject].Deprel != "nsubj" || d.source.end == d.source.first || d.source.end > subject && !f.modifies(d.source, subject) ||
		f.doc.Tokens[subject].XPOS == "WP" || f.doc.Tokens[subject].XPOS == "WDT" || holds(contents, subject, subject) {
		return
	}
	f.by(d, f.phrase(subject))
}

// modifies reports whether p stands in a clause that goes with the noun i: "who" of "one of them, who asked not to be named".
func (f *finder) modifies(p piece, i int) bool {
	clause := f.v.headOf(p)
	if strings.HasPrefix(f.doc.Tokens[clause].XPOS, "W") {
		return i < p.first
	}
	for range deepestClause {
		if clause == i || f.doc.Tokens[clause].Head == clause {
			break
		}
		if deptree.Base(f.doc.Tokens[clause].Deprel) == "acl" && i < p.first {
			_, last := f.v.forest.Extent(i)
			return p.end <= last+1
		}
		clause = f.doc.Tokens[clause].Head
	}
	return false
}

// deepestClause is how many steps below a clause of a subject a source is looked for.
const deepestClause = 4

// withoutSubject returns contents without the subject of d's cue, if labels have taken it for a part of them, and makes it the source: "the union"
// of "The union, which represents nurses, said pay was to blame".
func (f *finder) withoutSubject(d *draft, contents []piece) []piece {
	c, subject := contents[0], f.subject(d.verb)
	switch {
	case len(contents) < 2:
		return contents
	case f.hasTold(d, c):
		return contents[1:]
	case d.source.end > d.source.first:
		return contents
	}
	if f.class(d.verb)&(speakVerb|tellVerb) == 0 || subject < c.first || f.doc.Tokens[subject].Deprel != "nsubj" || subject >= c.end || c.end > d.cue.first || f.v.toks[c.first].quoted != outside || f.isFinite(c.first, c.end) {
		return contents
	}
	f.by(d, piece{sourcePiece, c.first, c.end})
	return contents[1:]
}

// withoutAgent returns contents without the agent of a cue in the passive that they begin with, and makes it the source if d has none: "one reviewer" of "it was
// described by one reviewer as a warning".
func (f *finder) withoutAgent(d *draft, contents []piece) []piece {
	if last := d.cue.end - 1; last > d.verb && f.doc.Tokens[last].Lower == "by" && f.isPassive(d.verb) { // and its subject is none
		d.cue.end = last
		d.Cue = f.span(d.cue)
		d.source, d.Source = piece{}, nlp.Span{}
		for k := range contents {
			if contents[k].first == last+1 {
				contents[k].first = last
			}
		}
	}
	for k, c := range contents {
		if c.first != d.cue.end || f.doc.Tokens[c.first].Lower != "by" || !f.isPassive(d.verb) {
			continue
		}
		p := f.phrase(f.doc.Tokens[c.first].Head)
		if p.first != c.first+1 || p.end >= c.end {
			return contents
		}
		if d.source.end == d.source.first {
			f.by(d, p)
		}
		contents[k].first = p.end
	}
	return contents
}

// hasTold reports whether p is who is told what d says, in the passive: "she" of "she was told to go".
func (f *finder) hasTold(d *draft, p piece) bool {
	subject := f.subject(d.verb)
	return f.isPassive(d.verb) && f.class(d.verb)&tellVerb != 0 && subject >= p.first && subject < p.end && p.end <= d.cue.first
}

// ofAgent gives d, whose cue is the agent of a passive verb of telling, that verb for its cue and the agent for its source: "her manager" of "the nurse
// was told by her manager to stay".
func (f *finder) ofAgent(d *draft) {
	agent, verb := d.verb, f.doc.Tokens[d.verb].Head
	if f.doc.Tokens[agent].UPOS != "NOUN" || verb >= agent || f.preposition(agent) != "by" || !f.isPassive(verb) || f.class(verb)&tellVerb == 0 {
		return
	}
	first := verb
	for first > 0 && (f.doc.Tokens[first-1].UPOS == "AUX" || f.doc.Tokens[first-1].UPOS == "ADV") {
		first--
	}
	d.cue, d.verb = piece{cuePiece, first, verb + 1}, verb
	d.Cue = f.span(d.cue)
	f.by(d, f.phrase(agent))
}

// withoutIt takes the "it" of "it is feared that" from the sources.
func (f *finder) withoutIt(d *draft, contents []piece) {
	if s := d.source; s.end == s.first+1 && f.doc.Tokens[s.first].Lower == "it" && f.isPassive(d.verb) && contents[0].first >= d.cue.end {
		if w := &f.doc.Tokens[contents[0].first]; w.UPOS == "SCONJ" {
			d.source, d.Source = piece{}, nlp.Span{}
		}
	}
}

// withAgent gives d, whose verb is in the passive, the agent of that or of the verb that it is joined to: "she was met by a clerk and told to wait".
func (f *finder) withAgent(d *draft) {
	for verb := d.verb; d.source.end == d.source.first; verb = f.doc.Tokens[verb].Head {
		for c := range f.v.forest.Children(verb) {
			if c > verb && f.doc.Tokens[c].End <= d.Content[0].Start && f.preposition(c) == "by" && f.isSomebody(c) {
				f.by(d, f.phrase(c))
				return
			}
		}
		if f.doc.Tokens[verb].Deprel != "conj" || f.doc.Tokens[verb].Head >= verb {
			return
		}
	}
}
