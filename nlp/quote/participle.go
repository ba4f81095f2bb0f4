package quote

import "github.com/hearsay-nlp/hearsay/nlp"

// participles gives quotes whose cue is a participle and has no source ("…, warning that prices would rise") that of the quote whose cue
// stands next above it in the tree, unless that says it. Those whose cue is a finite verb without one get its subject.
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
		if d.source.end > d.source.first {
			continue
		}
		if finiteTag(t.XPOS) && t.UPOS == "VERB" && !f.isPassive(d.verb) {
			f.withOwn(d)
			continue
		}
		if t.XPOS != "VBG" || t.Deprel != "advcl" {
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
	f.by(d, p)
	return true
}

// highestCue is how many steps above a participle the cue is that it goes with, at most: "said" of "He said it was true, adding …".
const highestCue = 3

// withOwn gives d the subject of its finite verb, or of the one that this is joined to. What seems so does to nobody named.
func (f *finder) withOwn(d *draft) {
	subject, lemma := f.subject(d.verb), f.doc.Tokens[d.verb].Lemma
	if subject == nlp.None || lemma == "seem" || lemma == "appear" || subject > d.verb || f.doc.Tokens[subject].Deprel != "nsubj" {
		return
	}
	p := f.phrase(subject)
	if f.span(p).Overlaps(d.Content[0]) || p.end > d.cue.first {
		return
	}
	f.by(d, p)
}
