package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Verbs that are joined have one form. So "said" of "He promised that trams would run and said no homes would be lost" is not joined to
// "run" but to "promised", and no content of that, whatever labels and tree have made of it. Where forms do not tell, labels know better
// than trees what is joined to a cue.

// uncoordinated returns contents up to what is joined to the verb of d's cue. If that says something too, more is told of it.
func (f *finder) uncoordinated(d *draft, contents []piece, more func(draft)) []piece {
	sentence := f.v.toks[d.verb].sentence
	for k, c := range contents {
		if c.first <= d.verb || f.v.toks[c.first].sentence != sentence {
			continue
		}
		for i := c.first + 1; i < c.end && f.v.toks[i].sentence == sentence; i++ {
			if f.v.toks[i].quoted != outside || !f.joinsCue(d, c.first, i) {
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
				more(other)
			}
			contents = slices.Clone(contents[:k+1])
			contents[k].end = at
			return contents
		}
	}
	return contents
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
	if content.first >= end || !f.begins(content.first) || !f.states(content.first, end) {
		return more, false
	}
	more.Inside, more.Cue, more.Source = nlp.None, f.span(more.cue), d.Source
	more.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	more.Kind, more.Manner, more.Confidence = f.kind(more.Content, more.Cue), f.manner(verb), treeConfidence
	f.address(&more)
	return more, true
}

// participles gives quotes whose cue is a participle and has no source ("…, warning that prices would rise") that of the quote whose cue
// stands next above it in the tree, unless that says it.
func (f *finder) participles() {
	byVerb := make(map[int]*draft)
	for k := range f.drafts {
		if d := &f.drafts[k]; d.source.end > d.source.first {
			byVerb[d.verb] = d
		}
	}
	for k := range f.drafts {
		d := &f.drafts[k]
		t := &f.doc.Tokens[d.verb]
		if d.source.end > d.source.first || t.XPOS != "VBG" || t.Deprel != "advcl" {
			continue
		}
		if f.withSubject(d, t.Head) {
			continue
		}
		at := d.verb
		for range highestCue {
			at = f.doc.Tokens[at].Head
			if o := byVerb[at]; o != nil {
				if !o.Content[len(o.Content)-1].Contains(d.Cue) {
					d.source, d.Source = o.source, o.Source
				}
				break
			}
		}
	}
}

// withSubject gives d the subject of a verb as its source, if the verb has one before it that d's content and the subject of d's own verb are not.
func (f *finder) withSubject(d *draft, verb int) bool {
	subject := f.v.forest.Child(verb, "nsubj")
	if subject == nlp.None || subject > verb || f.doc.Tokens[subject].Deprel != "nsubj" || !finiteTag(f.doc.Tokens[verb].XPOS) && f.v.forest.Child(verb, "aux") == nlp.None {
		return false
	}
	p := f.phrase(subject)
	if f.span(p).Overlaps(d.Content[0]) {
		return false
	}
	d.source, d.Source = p, f.trim(f.span(p))
	return true
}

// highestCue is how many steps above a participle the cue is that it goes with, at most: "said" of "He said it was true, adding …".
const highestCue = 3
