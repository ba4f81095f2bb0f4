package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// wantsOf reports whether the clause of verb v says what its subject wants of somebody else, or what is to be done: "we want the council to act",
// "wants the bridge closed", "wants an inquiry", "would rather see it closed". What somebody wants to do is no demand.
func (f *finder) wantsOf(v int) bool {
	tok := f.doc.Tokens[v]
	if f.negated(v) {
		return false
	}
	if tok.Lemma != "want" {
		return f.prefers(v)
	}
	x := f.trees.Child(v, "xcomp", "ccomp")
	if obj := f.trees.Child(v, "obj"); obj > v {
		for _, head := range []int{v, obj} {
			if to := f.trees.Child(head, "xcomp", "ccomp", "advcl", "acl"); to > obj && (head == v || f.doc.Tokens[to].XPOS == "VB") {
				return true // "to close it", wherever the tree hangs it
			}
		}
		return f.wantsThing(v, obj)
	}
	return x > v && f.trees.Child(x, "nsubj") > v && (!f.finite(x) || f.doc.Tokens[x].XPOS != "VBZ" && f.trees.Child(x, "aux", "cop", "mark") == nlp.None)
}

// wantsThing reports whether somebody who has been named now wants obj by verb v: "the union wants a guarantee", but not "I want peace" or "wanted a
// dog".
func (f *finder) wantsThing(v, obj int) bool {
	subject := f.subject(v)
	if xpos := f.doc.Tokens[v].XPOS; xpos != "VBZ" && xpos != "VBP" || subject == nlp.None {
		return false
	}
	switch tok := &f.doc.Tokens[obj]; tok.Lower {
	case "everyone", "everybody", "somebody", "someone", "anyone", "anybody":
		return f.trees.Child(obj, "acl") > obj // "everyone who was ill to call"
	default:
		if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" {
			return false
		}
	}
	return f.doc.Tokens[subject].UPOS != "PRON" || f.covering(f.doc.Tokens[subject].Span) != nlp.None
}

// wanted returns the last token of what somebody wants by verb v, up to a comma, where labels end at last: "wants [new quarries] banned within a
// year".
func (f *finder) wanted(v, last int) int {
	_, end := f.trees.Extent(v)
	for last < end && !isMark(&f.doc.Tokens[last+1]) && f.doc.Tokens[last+1].UPOS != "CCONJ" && f.doc.Tokens[last+1].UPOS != "SCONJ" {
		last++
	}
	return last
}

// prefers reports whether verb v says what somebody would have done instead: "would rather see it closed", "would prefer more men".
func (f *finder) prefers(v int) bool {
	if f.doc.Tokens[v].XPOS != "VB" || f.trees.Child(v, "nsubj") == nlp.None {
		return false
	}
	would, instead := false, false
	for child := range f.trees.Children(v) {
		switch tok := &f.doc.Tokens[child]; {
		case child > v:
		case tok.Lower == "would" || tok.Lower == "'d":
			would = true
		case tok.Lower == "rather" || tok.Lower == "sooner":
			instead = true
		}
	}
	if !would {
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "prefer":
		instead = f.trees.Child(v, "obj", "xcomp", "ccomp") > v
	case "like", "love":
		x := f.trees.Child(v, "xcomp")
		instead = x > v && f.doc.Tokens[x].Lemma == "see" // "would like to see it closed"
	}
	return instead
}

// foresees reports whether verb v says what its subject expects, plans or promises by an object or a clause: "promised an inquiry", "fears 300
// redundancies".
func (f *finder) foresees(v int) bool {
	if f.passive(v) || f.negated(v) {
		return false
	}
	what := f.trees.Child(v, "obj", "xcomp", "ccomp")
	if what < v {
		return false
	}
	switch tok := &f.doc.Tokens[v]; tok.Lemma {
	case "plan", "promise", "pledge", "vow", "hope", "expect", "foresee", "anticipate", "forecast", "predict":
		return tok.XPOS != "VBG" && tok.XPOS != "VB"
	case "offer":
		return deptree.Base(f.doc.Tokens[what].Deprel) == "xcomp" && tok.XPOS != "VBG"
	case "fear":
		return f.counts(what) && deptree.Base(f.doc.Tokens[what].Deprel) == "obj"
	}
	return false
}

// findsIt reports whether verb v says what its subject thinks of its object: "finds the terraces beautiful", "thought three months more realistic",
// "regretted the decision".
func (f *finder) findsIt(v int) bool {
	obj, what := f.trees.Child(v, "obj"), f.trees.Child(v, "xcomp", "ccomp")
	if f.passive(v) || f.negated(v) {
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "regret", "lament", "deplore":
		return obj > v && f.doc.Tokens[obj].UPOS == "NOUN"
	case "think", "find", "consider":
		return what > v && f.doc.Tokens[what].UPOS == "ADJ" && f.trees.Child(what, "cop", "mark") == nlp.None && f.words.of(f.doc.Tokens[what].Lemma)&guilt == 0 &&
			(obj > v && obj < what || what > v+2) && !f.finite(what) && !physical[f.doc.Tokens[what].Lemma]
	}
	return false
}

// physical are adjectives that tell of what was found, and not what somebody thinks of it.
var physical = map[string]bool{
	"alive": true, "asleep": true, "dead": true, "empty": true, "open": true, "shut": true, "unconscious": true, "missing": true, "locked": true, "closed": true,
	"intact": true, "broken": true, "full": true, "safe": true, "ill": true, "injured": true, "present": true, "absent": true, "positive": true, "negative": true,
}
