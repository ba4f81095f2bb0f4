package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// typeOfCue returns the type of the claim that the reporting verb cue makes, whose classes performs has told.
func (f *finder) typeOfCue(class class, cue, first, last int, by *nlp.Claim) nlp.ClaimType {
	if class&deny == 0 && class&(accuse|demand) != 0 && f.negated(cue) {
		return nlp.Fact // "did not blame her", "does not ask them to leave"
	}
	switch {
	case class&deny != 0:
		return nlp.Denial
	case class&accuse != 0:
		return nlp.Accusation
	case class&demand != 0, f.wantsOf(cue), f.givesTime(cue):
		return nlp.Demand
	case class&commit != 0 && !f.negated(cue), f.foresees(cue):
		return nlp.Prediction
	case class&praise != 0, f.findsIt(cue), class&describe != 0 && (f.complement(cue)&opinion != 0 || f.describesAs(cue)):
		return nlp.Opinion
	case class&estimate != 0:
		return nlp.Figure
	}
	t := f.typeOf(clause{cue, first, last}, by)
	if t == nlp.Fact && class&name != 0 && f.trees.Child(cue, "xcomp", "obj") != nlp.None {
		return nlp.Opinion
	}
	return t
}

// describesAs reports whether verb v says what somebody sees its object as: "described the plan as a knife in the back".
func (f *finder) describesAs(v int) bool {
	obj := f.object(v)
	if f.doc.Tokens[v].Lemma != "describe" || obj == nlp.None {
		return false
	}
	_, end := f.trees.Extent(v)
	for t := max(v, obj) + 1; t < end; t++ {
		if f.doc.Tokens[t].Lower == "as" {
			return true
		}
	}
	return false
}

// typeOf returns the type of a clause, the first that fits in the order of nlp.ClaimType; by has its claimants.
func (f *finder) typeOf(c clause, by *nlp.Claim) nlp.ClaimType {
	reported := !by.ByArticle
	if inner := f.thought(c.head, by); inner != nlp.None && reported {
		c.head = inner
	}
	switch {
	case reported && f.denies(c, by):
		return nlp.Denial
	case reported && !f.imperative(c) && f.accuses(c, by):
		return nlp.Accusation
	case f.demands(c, by), f.bids(c.head) != nlp.None, f.asks(c.head):
		return nlp.Demand
	case f.foretells(c):
		return nlp.Prediction
	case f.aboutNumber(c, by):
		return nlp.Figure
	case reported && f.judges(c):
		return nlp.Opinion
	}
	return nlp.Fact
}

// ofThemselves reports whether the subject of predicate t is a pronoun for those who put the claim forward.
func (f *finder) ofThemselves(t int, by *nlp.Claim) bool {
	subject := f.subject(t)
	if subject == nlp.None || by.ByArticle {
		return false
	}
	if f.doc.Tokens[subject].Lemma == "client" { // "my client knew nothing"
		whose := f.trees.Child(subject, "nmod")
		return whose != nlp.None && (f.doc.Tokens[whose].Lower == "my" || f.doc.Tokens[whose].Lower == "our" || f.doc.Tokens[whose].Lower == "his" || f.doc.Tokens[whose].Lower == "her")
	}
	if f.doc.Tokens[subject].UPOS != "PRON" {
		return false
	}
	e := f.covering(f.doc.Tokens[subject].Span)
	source := f.doc.Tokens[max(0, f.headOf(by.Source))]
	named := len(by.Claimants) > 0
	person := f.byPerson(by)
	switch f.doc.Tokens[subject].Lower {
	case "i", "we":
		return true
	case "he", "she":
		again := source.Lower == f.doc.Tokens[subject].Lower // "she said she …"
		return slices.Contains(by.Claimants, e) || e == nlp.None && !named && (source.XPOS == "NN" || again)
	case "it":
		return slices.Contains(by.Claimants, e) || !person && source.XPOS != "NNS" && (e == nlp.None || f.sameSort(e, by))
	case "they":
		return !person && (slices.Contains(by.Claimants, e) || e == nlp.None && !named && source.XPOS == "NNS")
	}
	return false
}

// byPerson reports whether a person by name puts a claim forward, and nothing that the text calls "which".
func (f *finder) byPerson(by *nlp.Claim) bool {
	if len(by.Claimants) != 1 || f.doc.Entities[by.Claimants[0]].Type != nlp.Person {
		return false
	}
	first, last := f.tokensIn(by.Source)
	for t := first; t <= last && !by.Source.IsZero(); t++ {
		if f.doc.Tokens[t].Lower == "which" {
			return false
		}
	}
	return true
}

// sameSort reports whether entity e could be mistaken for the claimant: "Ford said it … Toyota said it …".
func (f *finder) sameSort(e int, by *nlp.Claim) bool {
	return len(by.Claimants) > 0 && f.doc.Entities[e].Type == f.doc.Entities[by.Claimants[0]].Type
}

// thought returns what those who put the claim forward say by "I think that", "said she believed that" and the like, or nlp.None.
func (f *finder) thought(t int, by *nlp.Claim) int {
	switch f.doc.Tokens[t].Lemma {
	case "think", "believe", "guess", "suppose", "reckon", "suspect", "know":
		subject, inner := f.trees.Child(t, "nsubj"), f.trees.Child(t, "ccomp")
		if subject == nlp.None || inner < t || f.negated(t) || !f.finite(inner) {
			return nlp.None
		}
		if who := f.doc.Tokens[subject].Lower; who == "i" || who == "we" || f.ofThemselves(t, by) && f.doc.Tokens[t].Lemma != "know" {
			return inner
		}
	}
	return nlp.None
}
