package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// demands reports whether c says what must or should be done. What must be in the article's own words is how it is, and what had to be is
// how it was.
func (f *finder) demands(c clause, by *nlp.Claim) bool {
	for child := range f.trees.Children(c.head) {
		switch tok := f.doc.Tokens[child]; tok.Lower {
		case "must", "should", "ought":
			return tok.UPOS == "AUX" && f.trees.Child(c.head, "aux") != nlp.None && !f.perfect(c.head) && (!by.ByArticle || tok.Lower != "must")
		}
	}
	head := f.doc.Tokens[c.head]
	if by.ByArticle {
		return false
	}
	if f.imperative(c) || f.timeFor(c.head) || f.wantsOf(c.head) {
		return true
	}
	if head.UPOS != "VERB" || f.trees.Child(c.head, "xcomp") == nlp.None || f.negated(c.head) {
		return false
	}
	to := f.trees.Child(f.trees.Child(c.head, "xcomp"), "mark")
	if to < 1 || f.doc.Tokens[to].Lower != "to" || f.doc.Tokens[to-1].Lower == "yet" {
		return false // "have halved", "have yet to see a penny"
	}
	return head.Lemma == "need" && head.XPOS != "VBD" || head.Lemma == "have" && (head.XPOS == "VBP" || head.XPOS == "VBZ" || head.XPOS == "VB")
}

// imperative reports whether c bids: "Stop the war", "please help us".
func (f *finder) imperative(c clause) bool {
	if tok := f.doc.Tokens[c.head]; tok.XPOS != "VB" || f.trees.Child(c.head, "nsubj", "mark", "csubj", "expl") != nlp.None {
		return false
	}
	for t := c.first; t < c.head; t++ {
		if !slices.Contains([]string{"please", "do", "not", "n't", "never", "just", "now", "so", "“", "\"", "‘", "'", ",", "and", "but"}, f.doc.Tokens[t].Lower) {
			return false
		}
	}
	return true
}

// timeFor reports whether predicate t says that it is time for something.
func (f *finder) timeFor(t int) bool {
	tok := f.doc.Tokens[t]
	return tok.Lower == "time" && f.trees.Child(t, "cop") != nlp.None && f.trees.Child(t, "acl", "advcl", "nmod", "xcomp", "ccomp", "csubj") > t
}

// timesUp returns for whom the predicate t says that it is time to act: "it is time for Hart to go"; or nlp.None.
func (f *finder) timesUp(t int) int {
	if !f.timeFor(t) {
		return nlp.None
	}
	for next := t + 1; next < min(t+6, len(f.doc.Tokens)); next++ {
		if tok := &f.doc.Tokens[next]; f.doc.Tokens[t+1].Lower == "for" && (tok.UPOS == "PROPN" || tok.UPOS == "NOUN") {
			return next
		}
	}
	return nlp.None
}

// givesTime reports whether verb v says how long somebody has to do something: "gave the firm a week to explain".
func (f *finder) givesTime(v int) bool {
	obj, to := f.trees.Child(v, "obj"), f.trees.Child(v, "iobj")
	if f.doc.Tokens[v].Lemma != "give" || to < v || f.passive(v) {
		return false
	}
	_, last := f.trees.Extent(to)
	if next := last + 1; next+1 < len(f.doc.Tokens) && f.doc.Tokens[next].Lower == "until" && f.inTime(next+1) {
		return f.trees.Child(v, "xcomp", "advcl") > next // "gave him until Monday to pay"
	}
	if obj < v {
		return false
	}
	switch f.doc.Tokens[obj].Lemma {
	case "hour", "day", "week", "month", "year", "deadline", "ultimatum":
		return f.trees.Child(v, "xcomp", "advcl") > obj || f.trees.Child(obj, "acl") > obj
	}
	return false
}

// warnsOff reports whether verb v warns somebody against a deed or to do one: "warned clubs against jumping to conclusions", "was warned to
// stay away".
func (f *finder) warnsOff(v int) bool {
	if f.doc.Tokens[v].Lemma != "warn" && f.doc.Tokens[v].Lemma != "caution" {
		return false
	}
	for child := range f.trees.Children(v) {
		mark := f.trees.Child(child, "mark", "case")
		if child < v || mark == nlp.None {
			continue
		}
		switch f.doc.Tokens[mark].Lower {
		case "against":
			return true
		case "to":
			return f.doc.Tokens[child].XPOS == "VB"
		}
	}
	return false
}

// warnsOfThing reports whether verb v only warns of a thing, which leaves open what is said of it: "warned of floods".
func (f *finder) warnsOfThing(v int) bool {
	if f.doc.Tokens[v].Lemma != "warn" || f.passive(v) || f.subject(v) == nlp.None || f.object(v) != nlp.None || f.trees.Child(v, "ccomp", "xcomp", "advcl") > v {
		return false
	}
	of := f.doc.Tokens[min(v+1, len(f.doc.Tokens)-1)]
	return of.Lower == "of" || of.Lower == "about"
}

// inquires reports whether verb v asks somebody a question: "asked whether he would run".
func (f *finder) inquires(v int) bool {
	if f.doc.Tokens[v].Lemma != "ask" {
		return false
	}
	if obj := f.object(v); obj > v && f.doc.Tokens[obj].Lemma == "question" {
		return true
	}
	what := f.trees.Child(v, "ccomp", "advcl")
	if what < v {
		return false
	}
	first, _ := f.trees.Extent(what)
	switch f.doc.Tokens[first].Lower {
	case "if", "whether", "why", "how", "what", "who", "when", "where":
		return true
	}
	return false
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
