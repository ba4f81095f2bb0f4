package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// denies reports whether c says that something is not so: its predicate is negated, and not in the future, as a failing effort,
// or by "no longer" or "not just"; or it calls what was said untrue, or says that the subject had no part in it.
func (f *finder) denies(c clause, by *nlp.Claim) bool {
	if f.verbs.at(f.doc, c.head)&deny != 0 && !f.modal(c.head) {
		denied := f.trees.Child(c.head, "iobj") != nlp.None || f.passive(c.head) && !f.ofWhatWasSaid(c.head)
		return !denied // "was denied entry" denies nothing
	}
	if f.foretells(c) || f.demands(c, by) {
		return false
	}
	if f.negated(c.head) {
		return !f.failsEffort(c, by) && !f.onlyLacks(c.head) && !f.grants(c)
	}
	return f.callsUntrue(c) || f.hasNo(c.head, part|intent) || f.otherwise(c.head) || f.didNothing(c.head, by) ||
		f.saysNone(c) && !f.failsEffort(c, by)
}

// grants reports whether the negation of c lets stand what it negates, as less than all of it, or as what once was so: "it isn't just about me",
// "he isn't working any more".
func (f *finder) grants(c clause) bool {
	tokens := f.doc.Tokens
	for t := c.first; t < c.last; t++ {
		next := tokens[t+1].Lower
		switch tokens[t].Lower {
		case "not", "n't":
			switch next {
			case "just", "simply", "merely", "solely", "necessarily":
				return tokens[t].Head == c.head || tokens[t+1].Head == c.head
			}
		case "any":
			if t > c.head && (next == "more" || next == "longer") && (t+1 == c.last || tokens[t+2].UPOS != "NOUN") {
				return true
			}
		}
		if next == "anymore" && t+1 > c.head {
			return true
		}
	}
	return false
}

// lackable is what somebody may be said to have none of, or there to be none of, who denies nothing: "there is no doubt", "had no choice".
var lackable = map[string]bool{
	"alternative": true, "better": true, "chance": true, "choice": true, "comment": true, "doubt": true, "end": true, "excuse": true, "idea": true,
	"limit": true, "matter": true, "need": true, "one": true, "option": true, "place": true, "point": true, "question": true, "reason": true, "room": true,
	"secret": true, "shortage": true, "surprise": true, "time": true, "use": true, "way": true, "wonder": true,
}

// saysNone reports whether c says that nobody did it, or that there was none of it: "no data was lost", "there was no offer", "heard no shots".
func (f *finder) saysNone(c clause) bool {
	if f.verbs.at(f.doc, c.head)&attitude != 0 || f.onlyLacks(c.head) {
		return false
	}
	if subject := f.subject(c.head); subject != nlp.None && f.none(subject) && f.trees.Child(c.head, "expl") == nlp.None {
		return f.doc.Tokens[subject].UPOS == "PRON" || !lackable[f.doc.Tokens[subject].Lemma]
	}
	for child := range f.trees.Children(c.head) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "obj", "iobj", "nsubj":
			if child > c.head && f.none(child) && !lackable[f.doc.Tokens[child].Lemma] && !f.opinionated(c.head) {
				// What others did nothing about is a charge, if anything; "there is no petrol left" says how things stand.
				return f.doc.Tokens[c.head].Lemma != "do" && f.doc.Tokens[min(child+1, len(f.doc.Tokens)-1)].Lower != "left"
			}
		case "obl":
			if child > c.head && f.doc.Tokens[child].UPOS != "NOUN" && f.none(child) { // "spat at no one"
				return true
			}
		}
	}
	return false
}

// onlyLacks reports whether the negated predicate t answers nothing that anybody said: what cannot be done, what somebody does not know or
// want, and what was never seen the like of.
func (f *finder) onlyLacks(t int) bool {
	if f.verbs.at(f.doc, t)&attitude != 0 {
		return true
	}
	never := false
	for child := range f.trees.Children(t) {
		switch tok := f.doc.Tokens[child]; tok.Lower {
		case "can", "ca", "could":
			return tok.UPOS == "AUX" && !f.perfect(t) && f.trees.Child(t, "cop") == nlp.None
		case "never":
			never = true
		}
	}
	if !never || f.verbs.at(f.doc, t)&perceive == 0 {
		return false
	}
	_, last := f.trees.Extent(t)
	for i := t + 1; i <= last; i++ {
		switch f.doc.Tokens[i].Lower {
		case "like", "such", "so", "as", "this", "that":
			return true
		}
	}
	return false
}

// callsUntrue reports whether c says that what was said, or what the speaker is accused of, is not so: "the claim is false", "I am
// innocent", "nine million is an invention".
func (f *finder) callsUntrue(c clause) bool {
	head := f.doc.Tokens[c.head]
	subject := f.trees.Child(c.head, "nsubj")
	if subject == nlp.None || f.negated(c.head) || f.trees.Child(c.head, "cop") == nlp.None {
		return false
	}
	if next := c.head + 1; next < len(f.doc.Tokens) && f.opinionated(c.head) && f.explains(next) {
		return false // "it is absurd that the party changed the rules", which it did
	}
	if f.doc.Tokens[subject].Lower == "it" && f.trees.Child(c.head, "csubj", "ccomp", "xcomp") != nlp.None {
		return false // "it is absurd that …"
	}
	_, number := f.numbered(subject)
	said := f.words.of(f.doc.Tokens[subject].Lemma)&(allegation|tally) != 0 || number
	switch head.Lower { // "without foundation"
	case "foundation", "basis", "merit", "substance":
		with := f.trees.Child(c.head, "case")
		return said && with != nlp.None && f.doc.Tokens[with].Lower == "without"
	}
	if head.Lower == "wrong" { // "it is wrong" is mostly a judgement
		return said
	}
	if (f.words.of(head.Lemma)|f.words.of(head.Lower))&untrue == 0 {
		return false
	}
	return said || head.Lower == "innocent" || f.words.of(f.doc.Tokens[subject].Lemma)&anaphor != 0
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
			case "wrong", "illegal", "improper", "unlawful", "inappropriate", "untoward", "unusual":
				return true
			}
			return next[0].Lower == "to" && next[1].Lower == "do" || next[0].Lower == "to" && next[1].Lower == "hide"
		}
	}
	return false
}

// otherwise reports whether predicate t says that something else is so: "the recorder proved otherwise", "the opposite is true".
func (f *finder) otherwise(t int) bool {
	for child := range f.trees.Children(t) {
		switch f.doc.Tokens[child].Lower {
		case "otherwise":
			return child > t && f.doc.Tokens[t].UPOS == "VERB"
		case "opposite", "contrary", "reverse":
			return true
		}
	}
	return false
}

// didNothing reports whether predicate t says of those who put it forward that they did none of it: "it has discharged nothing", "not a
// litre has left our pipes", "nobody touched me".
func (f *finder) didNothing(t int, by *nlp.Claim) bool {
	tok := f.doc.Tokens[t]
	if nothing := f.trees.Child(t, "obj"); tok.Lemma == "know" && nothing > t && f.doc.Tokens[nothing].Lower == "nothing" {
		return true // "knew nothing of it"
	}
	if tok.UPOS != "VERB" || f.verbs.at(f.doc, t)&(attitude|perceive) != 0 || f.trees.Child(t, "expl") != nlp.None {
		return false
	}
	subject, obj := f.subject(t), f.trees.Child(t, "obj")
	if obj > t && f.ofThemselves(t, by) && f.none(obj) && f.doc.Tokens[t].Lemma != "have" {
		return true
	}
	if subject == nlp.None || !f.none(subject) {
		return false
	}
	for i := f.start(subject); i <= max(obj, subject, t) && i < len(f.doc.Tokens); i++ {
		switch f.doc.Tokens[i].Lower {
		case "our", "my", "us", "me":
			return true
		}
	}
	_, last := f.trees.Extent(t)
	for i := t + 1; i <= last; i++ {
		switch f.doc.Tokens[i].Lower {
		case "our", "my", "us", "me":
			return true
		}
	}
	return false
}

// none reports whether the noun phrase of t stands for nothing or nobody.
func (f *finder) none(t int) bool {
	first := f.start(t)
	for first < t && f.doc.Tokens[first].Deprel == "case" {
		first++
	}
	switch tok := f.doc.Tokens[first]; tok.Lower {
	case "nothing", "nobody", "none", "neither":
		return true
	case "no":
		next := f.doc.Tokens[min(first+1, len(f.doc.Tokens)-1)].Lower
		return next != "more" && next != "less" && next != "fewer" && next != "doubt"
	case "not":
		return first < t && (f.doc.Tokens[first+1].Lower == "a" || f.doc.Tokens[first+1].Lower == "one" || f.doc.Tokens[first+1].Lower == "a single")
	}
	return false
}

// negated reports whether the predicate t is negated by "not", "n't" or "never", which may also stand by another adverb.
func (f *finder) negated(t int) bool {
	for child := range f.trees.Children(t) {
		switch tok := f.doc.Tokens[child]; tok.Lower {
		case "not", "n't", "never":
			if next := f.doc.Tokens[min(child+1, len(f.doc.Tokens)-1)].Lower; next == "only" || (next == "to" || next == "enough") && child > t {
				continue // "not only will it close", "called on him not to leave", "there were not enough"
			}
			return true
		default:
			cop := tok.Deprel == "cop" && child < t // "there never was an agreement"
			if !cop && (tok.UPOS != "ADV" || deptree.Base(tok.Deprel) != "advmod" || child > t) {
				continue
			}
			for c := range f.trees.Children(child) {
				if f.doc.Tokens[c].Lower == "never" {
					return true
				}
			}
		}
	}
	return false
}
