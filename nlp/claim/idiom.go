package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// misdeeds are idioms for wrongs: a verb, and the lemmas of which one must hang on it: "sat on their hands", "turned a blind eye".
var misdeeds = map[string][]string{
	"abdicate": {"duty", "responsibility"}, "accept": {"bribe", "kickback"}, "arm": {"militant", "militia", "rebel"},
	"bend": {"rule", "truth"}, "burn": {"church", "crop", "field", "home", "house", "school", "village"}, "buy": {"vote"}, "close": {"eye"},
	"cook": {"book"}, "copy": {"design", "idea", "page", "patent", "thesis"}, "cost": {"life"}, "cut": {"corner"}, "drag": {"foot", "heel"},
	"fail": {"child", "customer", "family", "patient", "people", "us", "victim", "worker"}, "fake": {"data", "result"}, "fan": {"flame"},
	"fiddle": {"book", "expense", "figure"}, "fix": {"match", "prices", "race"}, "gamble": {"life", "money", "safety"}, "have": {"blood"}, "hold": {"ransom"},
	"hurl": {"bomb", "bottle", "brick", "firework", "stone"}, "invent": {"claim", "data", "evidence", "quote", "result", "story"}, "jump": {"queue"}, "know": {"danger", "defect", "fault", "flaw", "hazard", "risk"},
	"let": {"down"}, "line": {"pocket"}, "look": {"way"}, "make": {"mockery"}, "move": {"goalpost"}, "overstep": {"mark", "power"},
	"pass": {"buck"}, "play": {"life", "politics"}, "put": {"profit"}, "risk": {"life"}, "ruin": {"life"}, "shirk": {"duty", "responsibility"},
	"sit": {"hand"}, "stab": {"back"}, "stuff": {"ballot", "box"}, "take": {"bribe", "kickback"}, "throw": {"bomb", "brick", "firework", "stone"}, "turn": {"back", "eye"}, "wash": {"hand"},
	"waste": {"money"}, "wreck": {"life"},
}

// misdeed reports whether verb v makes an idiom for a wrong.
func (f *finder) misdeed(v int) bool {
	with, ok := misdeeds[f.doc.Tokens[v].Lemma]
	if !ok {
		return false
	}
	for child := range f.trees.Children(v) {
		if tok := &f.doc.Tokens[child]; (child > v || tok.Deprel == "nsubj:pass") && (slices.Contains(with, tok.Lemma) || slices.Contains(with, tok.Lower)) {
			return !f.none(child)
		}
	}
	return false
}

// knewUnsafe reports whether verb v says that its subject knew that something was unsafe.
func (f *finder) knewUnsafe(v int) bool {
	what := f.trees.Child(v, "ccomp")
	if f.doc.Tokens[v].Lemma != "know" || what < v || f.doc.Tokens[v].XPOS != "VBD" && !f.perfect(v) || f.negated(what) {
		return false
	}
	sense := f.senses.at(&f.doc.Tokens[what])
	return sense.opposite && sense.word == f.senses.of("safe").word
}

// faults are nouns for what somebody did wrong or left undone, which is laid on whoever has it: "the minister's failure to act cost lives".
var faults = map[string]bool{
	"carelessness": true, "complacency": true, "failure": true, "greed": true, "inaction": true, "incompetence": true, "indifference": true,
	"mismanagement": true, "neglect": true, "negligence": true, "recklessness": true, "refusal": true, "unwillingness": true,
}

// fault returns the noun for a fault that predicate t is said of: its subject, or what that is an amount of, "years of neglect"; or nlp.None.
func (f *finder) fault(t int) int {
	subject := f.subject(t)
	if subject == nlp.None || f.none(subject) {
		return nlp.None
	}
	if faults[f.doc.Tokens[subject].Lemma] {
		return subject
	}
	if of := f.trees.Child(subject, "nmod"); of > subject && faults[f.doc.Tokens[of].Lemma] && f.doc.Tokens[subject].XPOS == "NNS" {
		return of
	}
	return nlp.None
}

// faultOf returns whoever has the fault that the predicate t itself is, where the tree took the noun for it: "[the minister's] failure to act
// cost lives"; or nlp.None.
func (f *finder) faultOf(t int) int {
	if !faults[f.doc.Tokens[t].Lemma] {
		return nlp.None
	}
	if poss := f.trees.Child(t, "nmod"); poss != nlp.None && f.doc.Tokens[poss].Deprel == "nmod:poss" {
		return poss
	}
	return nlp.None
}

// becauseOf returns to whom what predicate t says is owed belongs, "because of her cuts", if that is not whoever puts it forward; or nlp.None.
func (f *finder) becauseOf(t int, by *nlp.Claim) int {
	_, last := f.trees.Extent(t)
	because := t
	for because <= last && f.doc.Tokens[because].Lower != "because" {
		because++
	}
	if because > last {
		return nlp.None
	}
	if subject := f.subject(t); subject == nlp.None || !by.Source.IsZero() && by.Source.Contains(f.doc.Tokens[subject].Span) {
		return nlp.None
	}
	if f.doc.Tokens[because].Deprel != "case" {
		return nlp.None
	}
	for poss := range f.trees.Children(f.doc.Tokens[because].Head) { // which may hang on any noun before it
		if f.doc.Tokens[poss].Deprel != "nmod:poss" {
			continue
		}
		if e := f.sourceOf(poss); e != nlp.None && !slices.Contains(by.Claimants, e) && f.doc.Entities[e].Type != nlp.Location {
			return poss
		}
	}
	return nlp.None
}
