package quote

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A sentence that ends with a reporting clause ("The law is invalid, the court ruled.") leaves little doubt either: what stands before the
// last comma is the content, whatever the labels have made of it.

// longestTail is how many tokens may follow the verb and its subject: "on Tuesday", "in a statement".
const longestTail = 6

// reportings adds a quote for each reporting clause at the end of a sentence that has none yet.
func (f *finder) reportings() {
	near := f.bySentence()
	r := f.revision()
	for n, s := range f.v.sents {
		for verb := int(s.first) + 3; verb < int(s.end); verb++ {
			if !f.reports(verb) {
				continue
			}
			d, ok := f.reporting(verb, int(s.first), int(s.end))
			if !ok || f.isTold(&d, near[n]) {
				continue
			}
			for _, k := range near[n] { // what took its verb, or its source, for something else
				o := &f.drafts[k]
				if o.cue.first > verb && f.doc.Tokens[o.verb].XPOS == "VBG" {
					continue // "…, he said, citing a letter"
				}
				r.wrong[k] = r.wrong[k] || o.has(verb) || o.source.first < d.source.end && d.source.first < o.source.end || d.Source.Overlaps(o.Content[len(o.Content)-1])
			}
			r.more = append(r.more, d)
		}
	}
	f.revise(r)
}

// A revision tells which drafts are wrong, and what stands in their place.
type revision struct {
	wrong []bool // by the index of the draft
	more  []draft
}

// revision returns one that changes nothing.
func (f *finder) revision() revision { return revision{wrong: make([]bool, len(f.drafts))} }

// revise puts a revision into effect.
func (f *finder) revise(r revision) {
	right := f.drafts[:0]
	for k := range f.drafts {
		if !r.wrong[k] {
			right = append(right, f.drafts[k])
		}
	}
	f.drafts = append(right, r.more...)
}

// bySentence returns the indices of the drafts by the sentence of their cue.
func (f *finder) bySentence() map[int][]int {
	out := make(map[int][]int)
	for k := range f.drafts {
		n := int(f.v.toks[f.drafts[k].cue.first].sentence)
		out[n] = append(out[n], k)
	}
	return out
}

// isTold reports whether one of the drafts given has the content of d, or is one whose relay the source of d is.
func (f *finder) isTold(d *draft, drafts []int) bool {
	named := len(f.places.within(d.Source)) > 0
	return slices.ContainsFunc(drafts, func(k int) bool {
		o := &f.drafts[k]
		if o.has(d.verb) {
			last := o.Content[len(o.Content)-1]
			// The source is no part of what it says, and that is a clause.
			return o.Content[0].Overlaps(d.Content[0]) && !last.Overlaps(d.Source) && f.hasVerb(o.Content)
		}
		return named && o.source.end > o.source.first && d.Content[0].Contains(o.Cue)
	})
}

// has reports whether the cue of d has the token i.
func (d *draft) has(i int) bool { return d.cue.first <= i && i < d.cue.end }

// reports reports whether token i is a finite verb of saying or thinking outside of quotation marks.
func (f *finder) reports(i int) bool {
	t := &f.doc.Tokens[i]
	finite := finiteTag(t.XPOS) || t.XPOS == "VB" && f.v.forest.Child(i, "nsubj") != nlp.None && f.v.forest.Child(i, "aux") == nlp.None
	return t.UPOS == "VERB" && finite && f.v.toks[i].bin >= 3 && f.v.toks[i].quoted == outside && (deptree.Base(t.Deprel) != "acl" || f.opensClause(i))
}

// opensClause reports whether the verb i has a subject of its own right behind a comma, whatever the tree hangs it on: "…, the ministry said".
func (f *finder) opensClause(i int) bool {
	subject := f.v.forest.Child(i, "nsubj")
	if subject == nlp.None || subject > i || strings.HasPrefix(f.doc.Tokens[subject].XPOS, "W") {
		return false
	}
	first, _ := f.v.forest.Extent(subject)
	return first > 0 && f.isComma(first-1)
}

// reporting returns the quote of the reporting clause with the verb given, in the sentence from token first to before token end.
func (f *finder) reporting(verb, first, end int) (d draft, ok bool) {
	tokens := f.doc.Tokens
	d = draft{cue: piece{cuePiece, verb, verb + 1}, verb: verb}
	from, tail := verb, verb+1 // the tree does not always know the subject
	if subject := f.v.forest.Child(verb, "nsubj"); subject != nlp.None && subject < verb {
		from, _ = f.v.forest.Extent(subject)
	}
	if from == verb || from == 0 || !f.isComma(from-1) || f.isComma(verb-1) { // "…, two people familiar with the matter said"
		from = f.commaBefore(verb, first) + 1
	}
	switch {
	case from > 0:
		d.source = piece{sourcePiece, from, verb}
	case tail < end && f.class(verb)&speakVerb != 0 && tokens[tail].UPOS != "ADP" && tokens[tail].UPOS != "PRON": // "…, said Ann Smith"
		from = verb
		d.source = f.nounPhrase(tail, end)
		tail = d.source.end
	}
	comma := from - 1 // it is -1 if there is none
	if d.source.end <= d.source.first || f.isFinite(verb+1, max(verb+1, d.source.end)) || comma <= first+1 || !f.isComma(comma) || d.source.first <= comma {
		return d, false
	}
	rest := end // of the sentence, which the clause may interrupt
	if !f.isTail(verb, tail, end) {
		if rest = f.goesOnAt(verb, tail, end); rest == end {
			return d, false
		}
	}
	switch t := &tokens[from]; {
	case t.UPOS == "CCONJ", t.UPOS == "SCONJ", t.XPOS == "WDT", t.XPOS == "WP":
		return d, false
	}
	first = f.afterDateline(first, comma)
	for first < comma && !f.begins(first) {
		first++
	}
	content := piece{contentPiece, first, comma}
	if !f.states(first, comma) || tokens[first].UPOS == "SCONJ" || f.v.toks[first].quoted != outside {
		return d, false
	}
	d.Inside, d.Cue, d.Source = nlp.None, f.span(d.cue), f.trim(f.span(d.source))
	d.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	if rest < end {
		d.Content = append(d.Content, f.withoutEnds(f.content(piece{contentPiece, rest, end})))
	}
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), f.manner(verb), treeConfidence
	f.address(&d)
	return d, true
}

// goesOnAt returns where the sentence goes on behind a reporting clause that a comma ends at token tail, or end: "the scheme was scrapped, the Times
// reported, after ministers refused to pay".
func (f *finder) goesOnAt(verb, tail, end int) int {
	if tail != verb+1 || tail+2 >= end || !f.isComma(tail) || f.v.toks[verb].bin < 3 || f.class(verb)&speakVerb == 0 {
		return end
	}
	switch t := &f.doc.Tokens[tail+1]; {
	case t.UPOS == "SCONJ", t.UPOS == "ADP" && t.XPOS == "IN":
		return tail + 1
	}
	return end
}

// longestDateline is how many tokens a dateline has at most: "BRUSSELS, March 11 (Reuters) —".
const longestDateline = 14

// afterDateline returns the token behind the dateline that begins at token first, or first.
func (f *finder) afterDateline(first, end int) int {
	if f.doc.Tokens[first].UPOS != "PROPN" {
		return first
	}
	for i := first + 1; i < min(end, first+longestDateline); i++ {
		switch t := &f.doc.Tokens[i]; {
		case t.Lower == "—" || t.Lower == "–" || t.Lower == "--":
			return i + 1
		case finiteTag(t.XPOS):
			return first
		}
	}
	return first
}

// states reports whether there is a finite verb among the tokens from first to before end that is not that of a relative clause.
func (f *finder) states(first, end int) bool {
	for i := first; i < end; i++ {
		t := &f.doc.Tokens[i]
		if !finiteTag(t.XPOS) {
			continue
		}
		if t.UPOS == "AUX" {
			t = &f.doc.Tokens[t.Head]
		}
		if t.Deprel != "acl:relcl" {
			return true
		}
	}
	return false
}

// commaBefore returns the comma before the noun phrase that ends before verb, or None. What stands between two commas in the phrase, an
// apposition or a relative clause, belongs to it: "…, the director, who is ill, said".
func (f *finder) commaBefore(verb, first int) int {
	noun, finite, commas := false, false, 0
	for i := verb - 1; i > first; i-- {
		switch t := &f.doc.Tokens[i]; {
		case t.Lower == "," && i == verb-1:
			commas++
		case t.Lower == "," && commas == 1:
			commas++
			noun, finite = false, false // an apposition may be anything
		case t.Lower == ",":
			if noun && !finite {
				return i
			}
			return nlp.None
		case t.UPOS == "PUNCT" && t.Lower != "-":
			return nlp.None
		case t.UPOS == "SCONJ":
			return nlp.None
		case t.XPOS == "WDT", t.XPOS == "WP", t.XPOS == "WP$":
			finite = false // its clause belongs to the phrase
		case finiteTag(t.XPOS):
			finite = true
		case t.UPOS == "NOUN", t.UPOS == "PROPN", t.UPOS == "PRON":
			noun = true
		}
	}
	return nlp.None
}

// isTail reports whether what stands from token tail to the end of a sentence is no more than when, where or to whom the verb says it.
func (f *finder) isTail(verb, tail, end int) bool {
	for i := tail; i+1 < end; i++ { // a participle says more: "…, he said, citing a letter"
		if f.isComma(i) && f.doc.Tokens[i+1].XPOS == "VBG" && f.v.toks[i+1].bin >= 3 {
			end = i
		}
	}
	for end > tail && f.doc.Tokens[end-1].UPOS == "PUNCT" {
		end--
	}
	if end-tail > longestTail {
		return false
	}
	for i := tail; i < end; i++ {
		switch t := &f.doc.Tokens[i]; {
		case t.UPOS == "PUNCT", t.UPOS == "VERB", t.UPOS == "AUX", t.UPOS == "SCONJ":
			return false
		case t.Head == verb && deptree.Base(t.Deprel) == "obj" && f.class(verb)&tellVerb == 0:
			return false
		}
	}
	return true
}
