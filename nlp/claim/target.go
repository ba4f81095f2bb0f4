package claim

import (
	"slices"
	"sort"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// targetOfCue returns the entity on which the reporting verb cue lays an accusation or a demand: its object, or its subject in
// the passive.
func (f *finder) targetOfCue(claim nlp.Claim, cue int) int {
	if claim.Type != nlp.Accusation && claim.Type != nlp.Demand {
		return nlp.None
	}
	for child := range f.trees.Children(cue) {
		switch f.doc.Tokens[child].Deprel {
		case "nsubj:pass", "obj", "iobj", "dobj":
			return f.entityAt(child, claim.Claimants)
		}
	}
	// "called on X to", "laid into X"
	if x := f.trees.Child(cue, "obl", "xcomp", "ccomp"); x != nlp.None {
		if subject := f.trees.Child(x, "nsubj"); subject != nlp.None {
			x = subject
		}
		return f.entityAt(x, claim.Claimants)
	}
	return nlp.None
}

// targetOf returns the entity on which a clause lays an accusation or a demand: its subject, or the agent of a passive, or what
// the subject belongs to.
func (f *finder) targetOf(claim nlp.Claim, c clause) int {
	if claim.Type != nlp.Accusation && claim.Type != nlp.Demand {
		return nlp.None
	}
	for child := range f.trees.Children(c.head) {
		if f.doc.Tokens[child].Deprel == "obl:agent" {
			return f.entityAt(child, claim.Claimants)
		}
	}
	subject := f.trees.Child(c.head, "nsubj")
	if subject == nlp.None {
		return nlp.None
	}
	return f.entityAt(subject, claim.Claimants)
}

// entityAt returns the entity of the mention that token t heads or stands in, else of one in its noun phrase that it belongs to;
// but none of not.
func (f *finder) entityAt(t int, not []int) int {
	tok := f.doc.Tokens[t]
	if e := f.covering(tok.Span); e != nlp.None && !slices.Contains(not, e) {
		return e
	}
	for child := range f.trees.Children(t) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "compound", "nmod", "appos", "flat", "amod":
			if e := f.covering(f.doc.Tokens[child].Span); e != nlp.None && !slices.Contains(not, e) {
				return e
			}
		}
	}
	return nlp.None
}

// covering returns the entity of the shortest mention that covers s, or nlp.None.
func (f *finder) covering(s nlp.Span) int {
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start > s.Start })
	best := nlp.None
	for i := end - 1; i >= 0 && i >= end-8; i-- { // mentions are short, and few nest
		if m := f.mentions[i]; m.Contains(s) && (best == nlp.None || m.Len() < f.mentions[best].Len()) {
			best = i
		}
	}
	if best == nlp.None {
		return nlp.None
	}
	return f.mentions[best].entity
}
