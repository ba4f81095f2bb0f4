package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// spoken adds the claim that a clause of the article reports by its verb alone, if it does: "Grant denied taking bribes", "police put
// the crowd at 3,000". Most such clauses are quotes already; these are those that are not.
func (f *finder) spoken(c clause) bool {
	v := c.head
	class := f.performs(v) & (accuse | deny | demand | estimate | literal)
	if class&^literal == 0 || f.negated(v) || f.modal(v) || class&literal != 0 && (class&accuse == 0 || !f.saysFor(v)) {
		return false
	}
	obj := f.object(v)
	if obj == nlp.None && f.trees.Child(v, "obl", "xcomp", "ccomp", "advcl") == nlp.None || class&deny != 0 && f.trees.Child(v, "iobj") != nlp.None {
		return false
	}
	claim := nlp.Claim{Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
	passive := f.passive(v)
	switch by := f.subject(v); {
	case passive && class&(accuse|estimate) == 0:
		return false // "was denied entry", "was told to leave"
	case passive:
		f.byAgent(&claim, v)
	case by == nlp.None || !f.speaks(by):
		return false
	default:
		f.claimedBy(&claim, by)
	}
	if passive && claim.ByArticle && class&accuse == 0 {
		return false
	}
	if !passive {
		for c.first < v && (f.doc.Tokens[c.first].Head != v || !isAuxiliary(f.doc.Tokens[c.first].Deprel)) {
			c.first++
		}
	}
	claim.Type = f.typeOfCue(class, v, c.first, c.last)
	claim.Target = f.targetOfCue(claim, v)
	f.add(claim, v, c.first, c.last)
	return true
}

func isAuxiliary(deprel string) bool { return deptree.Base(deprel) == "aux" }

// speaks reports whether the phrase of t can put something forward: a noun, or a pronoun that stands for an entity.
func (f *finder) speaks(t int) bool {
	tok := f.doc.Tokens[t]
	switch tok.UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return f.words.of(tok.Lemma)&mishap == 0
	case "PRON":
		return f.covering(tok.Span) != nlp.None || tok.Lower == "they" || tok.Lower == "he" || tok.Lower == "she"
	}
	return false
}

// byAgent makes the agent of the passive verb v the claimant, or the article if there is none.
func (f *finder) byAgent(claim *nlp.Claim, v int) {
	if by := f.agent(v); by != nlp.None {
		f.claimedBy(claim, by)
		return
	}
	claim.Claimants, claim.Source, claim.ByArticle = nil, nlp.Span{}, true
}

// claimedBy makes those whom the noun phrase of t names the claimants.
func (f *finder) claimedBy(claim *nlp.Claim, t int) {
	claim.ByArticle, claim.Claimants = false, nil
	first, last := f.trees.Extent(t)
	for c := range f.trees.Children(t) {
		lo, _ := f.trees.Extent(c)
		switch d := f.doc.Tokens[c].Deprel; {
		case d == "case" && c == first:
			first++
		case c > t && (deptree.Base(d) == "acl" || d == "punct" && c == last):
			last = min(last, lo-1)
		case d == "conj":
			if e := f.covering(f.doc.Tokens[c].Span); e != nlp.None {
				claim.Claimants = append(claim.Claimants, e)
			}
		}
	}
	for last > t && isMark(&f.doc.Tokens[last]) {
		last--
	}
	claim.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
	if e := f.covering(f.doc.Tokens[t].Span); e != nlp.None {
		claim.Claimants = append(claim.Claimants, e)
	}
	slices.Sort(claim.Claimants)
	claim.Claimants = slices.Compact(claim.Claimants)
}
