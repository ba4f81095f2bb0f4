package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Verbs that are joined have one form. So "said" of "He promised that trams would run and said no homes would be lost" is not joined to
// "run" but to "promised", and no content of that, whatever labels and tree have made of it. Where forms do not tell, labels know better
// than trees what is joined to a cue.

// uncoordinated returns contents up to what is joined to the verb of d's cue. If that says something too, it is added to f.joint.
func (f *finder) uncoordinated(d *draft, contents []piece) []piece {
	sentence := f.v.toks[d.verb].sentence
	for k, c := range contents {
		if c.first <= d.verb || f.v.toks[c.first].sentence != sentence {
			continue
		}
		for i := c.first + 1; i < c.end && f.v.toks[i].sentence == sentence; i++ {
			if f.v.toks[i].quoted != outside {
				continue
			}
			if f.adds(i) {
				if other, ok := f.joined(d, i, c.end); ok {
					f.joint = append(f.joint, other)
					contents = slices.Clone(contents[:k+1])
					contents[k].end = i - 1
					return contents
				}
			}
			if at := f.rejoinder(c.first, i, c.end); at > c.first {
				if other, ok := f.retort(i, c.end); ok {
					f.joint = append(f.joint, other)
				}
				contents = slices.Clone(contents[:k+1])
				contents[k].end = at
				return contents
			}
			if !f.joinsCue(d, c.first, i) {
				continue
			}
			at := f.conjunction(c.first, i)
			if at <= c.first {
				continue
			}
			if f.doc.Tokens[at-1].Lower == "," {
				at--
			}
			if other, ok := f.joined(d, i, c.end); ok {
				f.joint = append(f.joint, other)
			}
			contents = slices.Clone(contents[:k+1])
			contents[k].end = at
			return contents
		}
	}
	return contents
}

// adds reports whether the token i is a participle of saying behind a comma, with "that" behind it, or "citing": what follows is said too, and by the same.
func (f *finder) adds(i int) bool {
	if f.doc.Tokens[i].XPOS != "VBG" || !f.isComma(i-1) || f.v.toks[i].bin < 4 || i+1 >= len(f.doc.Tokens) {
		return false
	}
	return f.doc.Tokens[i+1].Lower == "that" || f.doc.Tokens[i].Lemma == "cite"
}

// retort returns the quote of a rejoinder with the verb given, which ends before token end, if it says anything.
func (f *finder) retort(verb, end int) (d draft, ok bool) {
	d = draft{cue: piece{cuePiece, verb, verb + 1}, verb: verb, source: f.phrase(f.v.forest.Child(verb, "nsubj"))}
	content := piece{contentPiece, verb + 1, end}
	if content.end-content.first < 1 || d.source.end > verb {
		return d, false
	}
	d.cue.first = d.source.end // "did not believe"
	if slices.ContainsFunc(f.doc.Tokens[d.cue.first:verb], func(t nlp.Token) bool { return t.Head != verb || t.UPOS == "PUNCT" }) {
		return d, false
	}
	d.Inside, d.Cue, d.Source = nlp.None, f.span(d.cue), f.trim(f.span(d.source))
	d.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), f.manner(verb), treeConfidence
	f.address(&d)
	return d, true
}

// rejoinder returns where the clause of the verb i begins, in a content from token first to before end, if that is what another says to it, or None:
// ", but the judge disagreed", "; the union counters that …". It has a noun for its subject, and none of its pronouns can be who speaks in the content.
func (f *finder) rejoinder(first, i, end int) int {
	t := &f.doc.Tokens[i]
	judges := f.class(i)&(speakVerb|tellVerb|thoughtVerb) != 0 || f.v.toks[i].bin >= 4 || f.v.toks[i].bin > 0 && f.v.forest.Child(i, "ccomp") != nlp.None || slices.Contains(judging, t.Lemma)
	if !judges || f.isPassive(i) || f.v.forest.Child(i, "mark") != nlp.None {
		return nlp.None
	}
	subject := f.v.forest.Child(i, "nsubj")
	if subject <= first || subject > i || f.doc.Tokens[subject].UPOS == "PRON" {
		return nlp.None
	}
	at, _ := f.v.forest.Extent(subject)
	if at--; at <= first {
		return nlp.None
	}
	switch {
	case f.doc.Tokens[at].Lower == ";" && finiteTag(t.XPOS):
	case f.doc.Tokens[at].Lower == "but" && t.Deprel == "conj":
		if f.doc.Tokens[at-1].Lower == "," {
			at--
		}
	default:
		return nlp.None
	}
	for _, t := range f.doc.Tokens[at:end] {
		if t.XPOS == "PRP" && t.Lower != "it" || t.XPOS == "PRP$" {
			return nlp.None
		}
	}
	return at
}

// joints adds the quotes of joined verbs that are the cue of no other.
func (f *finder) joints() {
	near := f.bySentence()
	for _, d := range f.joint {
		told := func(k int) bool { return f.drafts[k].has(d.verb) }
		if !slices.ContainsFunc(near[int(f.v.toks[d.verb].sentence)], told) {
			f.drafts = append(f.drafts, d)
		}
	}
}

// joinsCue reports whether the verb i, in a content that begins at first, is joined to that of d, whose form it has: the tree says so of a verb
// of saying, or joins it to a verb of another form.
func (f *finder) joinsCue(d *draft, first, i int) bool {
	tokens := f.doc.Tokens
	t := &tokens[i]
	if t.Deprel != "conj" || t.UPOS != "VERB" || !finiteTag(t.XPOS) || t.XPOS != tokens[d.verb].XPOS || f.v.forest.Child(i, "nsubj") != nlp.None {
		return false
	}
	form := tokens[t.Head].XPOS
	return t.Head == d.verb && f.v.toks[i].bin >= 4 || t.Head >= first && (form == "VB" || form == "VBG")
}

// conjunction returns the conjunction that joins the clause of token i to what is before, not before first, or None.
func (f *finder) conjunction(first, i int) int {
	for c := range f.v.forest.Children(i) {
		if c > first && c < i && deptree.Base(f.doc.Tokens[c].Deprel) == "cc" {
			return c
		}
	}
	return nlp.None
}

// joined returns the quote whose verb is joined to that of d, if it is a verb of saying with a clause behind it: it has the source of d.
func (f *finder) joined(d *draft, verb, end int) (more draft, ok bool) {
	if f.v.toks[verb].bin < 4 || d.source.end == d.source.first {
		return more, false
	}
	more = draft{cue: piece{cuePiece, verb, verb + 1}, source: d.source, verb: verb}
	content := piece{contentPiece, verb + 1, end}
	if content.first >= end || !f.begins(content.first) || !f.states(content.first, end) && f.doc.Tokens[verb].Lemma != "cite" {
		return more, false
	}
	more.Inside, more.Cue, more.Source = nlp.None, f.span(more.cue), d.Source
	more.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	more.Kind, more.Manner, more.Confidence = f.kind(more.Content, more.Cue), f.manner(verb), treeConfidence
	f.address(&more)
	return more, true
}
