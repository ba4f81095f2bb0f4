package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// typeOfCue returns the type of the claim that the reporting verb cue makes, whose classes performs has told.
func (f *finder) typeOfCue(class class, cue, first, last int, by *nlp.Claim) nlp.ClaimType {
	switch {
	case class&deny != 0:
		return nlp.Denial
	case class&accuse != 0:
		return nlp.Accusation
	case class&demand != 0:
		return nlp.Demand
	case class&commit != 0 && !f.negated(cue):
		return nlp.Prediction
	case class&praise != 0:
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

// typeOf returns the type of a clause, the first that fits in the order of nlp.ClaimType; by has its claimants.
func (f *finder) typeOf(c clause, by *nlp.Claim) nlp.ClaimType {
	reported := !by.ByArticle
	verb := f.verbs.at(f.doc, c.head)
	switch {
	case reported && f.denies(c, by):
		return nlp.Denial
	case reported && f.accuses(c, by):
		return nlp.Accusation
	case f.demands(c), f.bids(c.head) != nlp.None, f.asks(c.head):
		return nlp.Demand
	case f.foretells(c):
		return nlp.Prediction
	case f.aboutNumber(c, verb):
		return nlp.Figure
	case reported && f.judges(c):
		return nlp.Opinion
	}
	return nlp.Fact
}

// denies reports whether c says that something is not so: its predicate is negated, and not in the future, as a failing effort,
// or by "no longer"; or it calls what was said untrue, or says that the subject had no part in it.
func (f *finder) denies(c clause, by *nlp.Claim) bool {
	if f.verbs.at(f.doc, c.head)&deny != 0 && !f.modal(c.head) {
		denied := f.trees.Child(c.head, "iobj") != nlp.None || f.passive(c.head) && !f.ofWhatWasSaid(c.head)
		return !denied // "was denied entry" denies nothing
	}
	if f.foretells(c) || f.demands(c) {
		return false
	}
	return f.negated(c.head) && !f.failsEffort(c, by) || f.callsUntrue(c) || f.hasNo(c.head, part|intent)
}

// callsUntrue reports whether c says that what was said, or what the speaker is accused of, is not so: "the claim is false", "I am
// innocent".
func (f *finder) callsUntrue(c clause) bool {
	head := f.doc.Tokens[c.head]
	subject := f.trees.Child(c.head, "nsubj")
	if subject == nlp.None || f.negated(c.head) || f.trees.Child(c.head, "cop") == nlp.None {
		return false
	}
	if f.doc.Tokens[subject].Lower == "it" && f.trees.Child(c.head, "csubj", "ccomp", "xcomp") != nlp.None {
		return false // "it is absurd that …"
	}
	if head.Lower == "wrong" { // "it is wrong" is mostly a judgement
		return f.words.of(f.doc.Tokens[subject].Lemma)&(allegation|tally) != 0
	}
	if (f.words.of(head.Lemma)|f.words.of(head.Lower))&untrue == 0 {
		return false
	}
	return head.Lower == "innocent" || f.words.of(f.doc.Tokens[subject].Lemma)&(allegation|anaphor|tally) != 0
}

// hasNo reports whether the predicate t has a "no" with a word of what, or nothing to do with it: "had no role in", "there is no link".
func (f *finder) hasNo(t int, what class) bool {
	for child := range f.trees.Children(t) {
		if deptree.Base(f.doc.Tokens[child].Deprel) == "punct" {
			continue
		}
		if f.words.of(f.doc.Tokens[child].Lemma)&what != 0 {
			if det := f.trees.Child(child, "det"); det != nlp.None && f.doc.Tokens[det].Lower == "no" {
				return true
			}
		}
		if f.doc.Tokens[child].Lower == "nothing" && child > t && child+2 < len(f.doc.Tokens) {
			next := f.doc.Tokens[child+1 : child+3]
			switch next[0].Lower {
			case "wrong", "illegal", "improper":
				return true
			}
			return next[0].Lower == "to" && next[1].Lower == "do"
		}
	}
	return false
}

// negated reports whether the predicate t is negated by "not", "n't" or "never".
func (f *finder) negated(t int) bool {
	for child := range f.trees.Children(t) {
		switch f.doc.Tokens[child].Lower {
		case "not", "n't", "never":
			return true
		}
	}
	return false
}

// failsEffort reports whether c blames by saying what is not done: "is not making any effort", "did not warn".
func (f *finder) failsEffort(c clause, by *nlp.Claim) bool {
	return f.negated(c.head) && f.words.of(f.doc.Tokens[c.head].Lemma)&effort != 0 && !f.ofThemselves(c.head, by)
}

// accuses reports whether c lays guilt on its subject, who is not the speaker.
func (f *finder) accuses(c clause, by *nlp.Claim) bool {
	if f.ofThemselves(c.head, by) && !f.passive(c.head) {
		return false
	}
	if f.failsEffort(c, by) {
		return true
	}
	head := f.doc.Tokens[c.head]
	if class := f.verbs.at(f.doc, c.head); class&accuse != 0 && (class&literal == 0 || f.saysFor(c.head)) && !f.foretells(c) {
		return true
	}
	if head.Lemma == "fail" && f.trees.Child(c.head, "xcomp") != nlp.None {
		return true
	}
	if f.negated(c.head) || f.foretells(c) || f.hasNo(c.head, part) {
		return false
	}
	if f.verbs.at(f.doc, c.head)&wrong != 0 && f.byDoer(c.head) || f.words.of(head.Lemma)&guilt != 0 {
		return true
	}
	for child := range f.trees.Children(c.head) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "cop":
			if f.words.of(head.Lemma)&offence != 0 {
				return true // "he is a thief"
			}
		case "obj", "xcomp":
			if f.words.of(f.doc.Tokens[child].Lemma)&guilt != 0 || f.ofWrong(child) {
				return true
			}
		}
	}
	return false
}

// ofWrong reports whether noun t is that of a wrong, as in "has a history of cheating".
func (f *finder) ofWrong(t int) bool {
	for child := range f.trees.Children(t) {
		of := f.trees.Child(child, "mark", "case")
		if child > t && of != nlp.None && f.doc.Tokens[child].XPOS == "VBG" && f.verbs.at(f.doc, child)&wrong != 0 {
			return true
		}
	}
	return false
}

// byDoer reports whether somebody does what the verb of wrong v says: in the passive without "by", and of a mishap, to be killed is
// no deed.
func (f *finder) byDoer(v int) bool {
	if f.givesToll(v) {
		return false
	}
	doer := f.trees.Child(v, "nsubj")
	if f.passive(v) {
		if doer = f.agent(v); doer == nlp.None {
			return f.verbs.at(f.doc, v)&toll == 0
		}
	}
	return doer == nlp.None || f.words.of(f.doc.Tokens[doer].Lemma)&mishap == 0
}

// demands reports whether c says what must or should be done.
func (f *finder) demands(c clause) bool {
	for child := range f.trees.Children(c.head) {
		switch f.doc.Tokens[child].Lower {
		case "must", "should", "ought":
			return f.doc.Tokens[child].UPOS == "AUX" && f.trees.Child(c.head, "aux") != nlp.None && !f.perfect(c.head)
		}
	}
	head := f.doc.Tokens[c.head]
	if head.UPOS != "VERB" || f.trees.Child(c.head, "xcomp") == nlp.None {
		return false
	}
	return head.Lemma == "need" || head.Lemma == "have" && head.XPOS != "VBN"
}

// asks reports whether the clause of verb v is a demand by itself: "we urge the council to stop".
func (f *finder) asks(v int) bool {
	class := f.verbs.at(f.doc, v)
	if class&demand == 0 || class&literal != 0 || f.negated(v) || f.passive(v) {
		return false
	}
	return f.trees.Child(v, "obj", "xcomp", "ccomp", "obl") != nlp.None
}

// bids returns what is to be done if the object of verb v is an order or the like, "issued an order that they should leave", or nlp.None.
func (f *finder) bids(v int) int {
	obj := f.trees.Child(v, "obj")
	if obj < v || f.words.of(f.doc.Tokens[obj].Lemma)&bidding == 0 {
		return nlp.None
	}
	_, last := f.trees.Extent(v)
	for t := obj + 1; t <= last; t++ {
		if tok := f.doc.Tokens[t]; tok.Lower == "that" && t < last && tok.UPOS == "SCONJ" {
			for head := t + 1; head <= last; head++ {
				if f.finite(head) && f.trees.Child(head, "nsubj") > t {
					return head
				}
			}
			break
		}
	}
	return nlp.None
}

// perfect reports whether the predicate t has "have" as an auxiliary.
func (f *finder) perfect(t int) bool {
	for child := range f.trees.Children(t) {
		if tok := f.doc.Tokens[child]; tok.Deprel == "aux" && tok.Lemma == "have" {
			return true
		}
	}
	return false
}

// foretells reports whether c is about what is to come.
func (f *finder) foretells(c clause) bool {
	head := f.doc.Tokens[c.head]
	for child := range f.trees.Children(c.head) {
		tok := f.doc.Tokens[child]
		if deptree.Base(tok.Deprel) != "aux" {
			continue
		}
		switch tok.Lower {
		case "will", "'ll", "wo", "shall":
			return true
		case "would", "could", "might", "may", "'d":
			// "would have been" looks back; "may be at sea" is about now
			return !f.perfect(c.head) && (head.UPOS == "VERB" || f.trees.Child(c.head, "cop") == nlp.None)
		}
	}
	switch head.Lemma {
	case "due": // "is due in court", "is due to open"
		return f.trees.Child(c.head, "cop") != nlp.None && f.trees.Child(c.head, "xcomp", "obl", "advcl", "ccomp") != nlp.None
	case "schedule":
		return f.passive(c.head)
	case "plan", "intend", "expect", "go", "aim", "promise", "vow", "pledge":
		if x := f.trees.Child(c.head, "xcomp"); x != nlp.None && f.trees.Child(x, "mark") != nlp.None {
			return head.Lemma != "go" || head.XPOS == "VBG"
		}
	}
	return false
}

// aboutNumber reports whether the point of c is a number: it counts the subject, or what there is, or what a verb of toll or
// amount takes.
func (f *finder) aboutNumber(c clause, verb class) bool {
	head := f.doc.Tokens[c.head]
	if subject := f.trees.Child(c.head, "nsubj"); subject != nlp.None && f.counts(subject) || head.Deprel == "acl" && f.counts(head.Head) {
		return true
	}
	if f.trees.Child(c.head, "cop") != nlp.None && f.counts(c.head) && head.UPOS != "VERB" {
		return true
	}
	if verb&toll == 0 {
		return false
	}
	for child := range f.trees.Children(c.head) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "obj", "obl", "nsubj":
			if f.counts(child) {
				return true
			}
		}
	}
	return false
}

// judges reports whether c is a judgement: its predicate is a word of praise, blame or feeling.
func (f *finder) judges(c clause) bool {
	if f.words.of(f.doc.Tokens[c.head].Lemma)&opinion != 0 || f.takesSides(c.head) {
		return true
	}
	for child := range f.trees.Children(c.head) {
		tok := f.doc.Tokens[child]
		switch deptree.Base(tok.Deprel) {
		case "amod", "xcomp", "obj":
			if f.words.of(tok.Lemma)&opinion != 0 {
				return true
			}
		}
	}
	return false
}

// takesSides reports whether the speaker says what they are for or against: "I support them".
func (f *finder) takesSides(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "support", "back", "oppose", "prefer", "favor", "favour", "agree", "disagree":
		if subject := f.trees.Child(v, "nsubj"); subject != nlp.None {
			who := f.doc.Tokens[subject].Lower
			return who == "i" || who == "we"
		}
	}
	return false
}

// ofThemselves reports whether the subject of predicate t is a pronoun for those who put the claim forward.
func (f *finder) ofThemselves(t int, by *nlp.Claim) bool {
	subject := f.subject(t)
	if subject == nlp.None || f.doc.Tokens[subject].UPOS != "PRON" || by.ByArticle {
		return false
	}
	e := f.covering(f.doc.Tokens[subject].Span)
	source := f.doc.Tokens[f.lastToken(by.Source)]
	named := len(by.Claimants) > 0
	person := named && f.doc.Entities[by.Claimants[0]].Type == nlp.Person
	switch f.doc.Tokens[subject].Lower {
	case "i", "we":
		return true
	case "he", "she":
		return slices.Contains(by.Claimants, e) || e == nlp.None && !named && source.XPOS == "NN"
	case "it":
		return slices.Contains(by.Claimants, e) || !person && source.XPOS != "NNS" && (e == nlp.None || f.sameSort(e, by))
	case "they":
		return slices.Contains(by.Claimants, e) || e == nlp.None && !named && source.XPOS == "NNS"
	}
	return false
}

// sameSort reports whether entity e could be mistaken for the claimant: "Ford said it … Toyota said it …".
func (f *finder) sameSort(e int, by *nlp.Claim) bool {
	return len(by.Claimants) > 0 && f.doc.Entities[e].Type == f.doc.Entities[by.Claimants[0]].Type
}

// lastToken returns the last token of s, or the first of the document if s has none.
func (f *finder) lastToken(s nlp.Span) int {
	first, last := f.tokensIn(s)
	if s.IsZero() || last < first {
		return 0
	}
	return last
}
