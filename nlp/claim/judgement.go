package claim

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// judges reports whether c is a judgement: its predicate is a word of praise, blame or feeling, or it says that something is too much or
// whose it is.
func (f *finder) judges(c clause) bool {
	if f.opinionated(c.head) || f.takesSides(c.head) || f.tooMuch(c) || f.feels(c.head) || f.likens(c.head) {
		return true
	}
	if f.worsens(c.head) {
		return false
	}
	for child := range f.trees.Children(c.head) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "amod", "xcomp", "obj", "advmod":
			if f.opinionated(child) {
				return true
			}
		case "obl":
			if f.doc.Tokens[c.head].Lemma == "belong" && f.trees.Child(child, "nmod") != nlp.None || f.doc.Tokens[child].Lower == "us" {
				return f.doc.Tokens[c.head].Lemma == "belong" // "this park belongs to our children"
			}
		}
	}
	return false
}

// opinionated reports whether token t is a word of judgement, in whatever degree: "proud", "prouder", "proudest".
func (f *finder) opinionated(t int) bool {
	tok := f.doc.Tokens[t]
	if (f.words.of(tok.Lemma)|f.words.of(tok.Lower))&opinion != 0 {
		return true
	}
	if tok.UPOS != "ADJ" && tok.XPOS != "JJS" && tok.XPOS != "JJR" {
		return false
	}
	for _, suffix := range []string{"est", "er"} {
		if stem, ok := strings.CutSuffix(tok.Lower, suffix); ok && len(stem) > 2 {
			y, _ := strings.CutSuffix(stem, "i")
			if (f.words.of(stem)|f.words.of(stem+"e")|f.words.of(y+"y"))&opinion != 0 {
				return true
			}
		}
	}
	return false
}

// tooMuch reports whether c says that something is too much: "families have buried too many", "it took too long".
func (f *finder) tooMuch(c clause) bool {
	if f.doc.Tokens[c.head].Lemma == "contain" {
		return false // can be measured
	}
	for t := c.first; t < c.last; t++ {
		if f.doc.Tokens[t].Lower != "too" {
			continue
		}
		if next := f.doc.Tokens[t+1]; next.UPOS == "ADJ" || next.UPOS == "ADV" || next.Lower == "many" || next.Lower == "much" {
			return t+1 == c.head || next.Head == c.head || f.doc.Tokens[next.Head].Head == c.head
		}
	}
	return false
}

// feels reports whether predicate t says how the speaker feels: "I am tired".
func (f *finder) feels(t int) bool {
	tok := f.doc.Tokens[t]
	if (f.words.of(tok.Lemma)|f.words.of(tok.Lower))&feeling == 0 {
		return false
	}
	subject := f.subject(t)
	return subject != nlp.None && f.doc.Tokens[subject].UPOS == "PRON"
}

// likens reports whether predicate t says what something is like: "it's like losing a relative".
func (f *finder) likens(t int) bool {
	for child := range f.trees.Children(t) {
		if tok := &f.doc.Tokens[child]; tok.Lower == "like" && (tok.Deprel == "case" || tok.Deprel == "mark") {
			return child < t && f.trees.Child(t, "cop") != nlp.None
		}
	}
	return false
}

// worsens reports whether verb v says that something was made or became worse or better, which can be looked up: "made matters worse".
func (f *finder) worsens(v int) bool {
	if lemma := f.doc.Tokens[v].Lemma; lemma != "make" && lemma != "get" {
		return false
	}
	for child := range f.trees.Children(v) {
		if word := f.doc.Tokens[child].Lower; child > v && (word == "worse" || word == "better") {
			return true
		}
	}
	return false
}

// takesSides reports whether the speaker says what they are for or against: "I support them".
func (f *finder) takesSides(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "support", "back", "oppose", "prefer", "favor", "favour", "agree", "disagree", "welcome", "appreciate", "regret", "enjoy", "trust", "condemn", "reject":
		if subject := f.trees.Child(v, "nsubj"); subject != nlp.None {
			who := f.doc.Tokens[subject].Lower
			return who == "i" || who == "we"
		}
	case "think", "believe", "like", "want", "care", "feel":
		return f.negated(v)
	}
	return false
}
