package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// accuses reports whether c lays guilt on its subject, who is not the speaker.
func (f *finder) accuses(c clause, by *nlp.Claim) bool {
	if f.failsEffort(c, by) {
		return true
	}
	if f.ofThemselves(c.head, by) && !f.passive(c.head) {
		return false
	}
	if subject := f.subject(c.head); subject != nlp.None && f.none(subject) {
		return false // "nobody forced him out"
	}
	head := f.doc.Tokens[c.head]
	if class := f.verbs.at(f.doc, c.head); class&accuse != 0 && (class&literal == 0 || f.saysFor(c.head)) && !f.foretells(c) {
		return true
	}
	if head.Lemma == "fail" && f.trees.Child(c.head, "xcomp") != nlp.None || f.shouldHave(c.head) {
		return true
	}
	if f.negated(c.head) || f.foretells(c) || f.hasNo(c.head, part) {
		return false
	}
	if f.verbs.at(f.doc, c.head)&wrong != 0 && f.trees.Child(c.head, "cop") == nlp.None && f.byDoer(c.head) || f.words.of(head.Lemma)&guilt != 0 || f.wrongly(c.head) || f.behind(c.head) {
		return true
	}
	if f.misdeed(c.head) || f.knewUnsafe(c.head) || f.workOf(c.head) != nlp.None || f.liesWith(c.head) != nlp.None || f.fault(c.head) != nlp.None || f.faultOf(c.head) != nlp.None || f.becauseOf(c.head, by) != nlp.None {
		return true
	}
	if f.verbs.at(f.doc, c.head)&slight != 0 && !f.passive(c.head) && (f.byName(c.head) || f.amongPeople(c.head)) {
		return true
	}
	for child := range f.trees.Children(c.head) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "cop":
			if f.words.of(head.Lemma)&offence != 0 {
				return true // "he is a thief"
			}
		case "obj", "xcomp":
			class := f.words.of(f.doc.Tokens[child].Lemma)
			if deptree.Base(f.doc.Tokens[child].Deprel) == "xcomp" && f.verbs.at(f.doc, child)&wrong != 0 && f.verbs.of(head.Lemma)&(wish|attitude) == 0 {
				return true // "was used to silence critics"
			}
			if class&guilt != 0 && !f.none(child) || f.ofWrong(child) || class&offence != 0 && f.verbs.at(f.doc, c.head)&(light|stage) != 0 {
				return true
			}
			if class&crime != 0 && f.verbs.at(f.doc, c.head)&stage != 0 || class&bond != 0 && f.verbs.at(f.doc, c.head)&flout != 0 {
				return true // "carried out eleven burglaries", "broke the ceasefire"
			}
		}
	}
	return f.alight(c) || f.causes(c.head) || f.usedFor(c.head)
}

// failsEffort reports whether c blames by saying what is not done: "is not making any effort", "did not warn", "we were never asked".
func (f *finder) failsEffort(c clause, by *nlp.Claim) bool {
	if f.words.of(f.doc.Tokens[c.head].Lemma)&effort == 0 || f.researched(by) {
		return false
	}
	if obj := f.object(c.head); f.doc.Tokens[c.head].Lemma == "do" && obj > c.head && f.byName(c.head) && !f.ofThemselves(c.head, by) && !by.ByArticle {
		if word := f.doc.Tokens[obj].Lower; word == "nothing" || word == "little" {
			to := f.trees.Child(c.head, "xcomp", "advcl") > obj || f.trees.Child(obj, "acl") > obj
			if to && f.trees.Child(c.head, "aux") != nlp.None || to && f.doc.Tokens[c.head].XPOS == "VBD" {
				return true // "had done nothing to stop the leak"
			}
		}
	}
	if obj := f.trees.Child(c.head, "obj"); obj > c.head && f.none(obj) && due[f.doc.Tokens[obj].Lemma] && !f.ofThemselves(c.head, by) && !by.ByArticle {
		return f.subject(c.head) != nlp.None // "had given no warning"
	}
	for child := range f.trees.Children(c.head) {
		if d := deptree.Base(f.doc.Tokens[child].Deprel); child > c.head && (d == "obj" || d == "obl") && f.doc.Tokens[child].UPOS != "NOUN" && f.none(child) && !f.ofThemselves(c.head, by) && !by.ByArticle {
			return f.subject(c.head) != nlp.None && !f.nothingWrong(child) // "has listened to nobody"
		}
	}
	subject := f.subject(c.head)
	if subject != nlp.None && f.none(subject) && f.doc.Tokens[subject].UPOS == "PRON" && !by.ByArticle {
		obj := f.object(c.head)
		return obj != nlp.None && (f.doc.Tokens[obj].Lower == "us" || f.doc.Tokens[obj].Lower == "me") // "nobody told us"
	}
	if f.trees.Child(c.head, "cop") != nlp.None || f.doc.Tokens[c.head].Lemma == "make" && f.trees.Child(c.head, "xcomp") > c.head {
		return false // "the goal was not to make it", "has not made it dearer"
	}
	return f.negated(c.head) && (f.passive(c.head) && f.words.of(f.doc.Tokens[c.head].Lemma)&heeding != 0 || !f.passive(c.head) && !f.ofThemselves(c.head, by))
}

// nothingWrong reports whether more stands behind the "nothing" at t that says of what sort: "nothing wrong", "nothing of the kind".
func (f *finder) nothingWrong(t int) bool {
	next := f.doc.Tokens[min(t+1, len(f.doc.Tokens)-1)]
	return next.UPOS == "ADJ" || next.Lower == "of" || next.Lower == "but" || next.Lower == "to" || next.Lower == "else"
}

// due is what somebody is blamed for who gave or made none of it.
var due = map[string]bool{
	"action": true, "advice": true, "answer": true, "apology": true, "attempt": true, "care": true, "compensation": true, "effort": true, "explanation": true,
	"help": true, "information": true, "notice": true, "protection": true, "response": true, "support": true, "training": true, "warning": true,
}

// researched reports whether a claim is put forward by research, which finds what does not help and blames nobody.
func (f *finder) researched(by *nlp.Claim) bool {
	head := nlp.None
	if !by.Source.IsZero() {
		head = f.headOf(by.Source)
	}
	return head != nlp.None && slices.Contains([]string{"study", "research", "trial", "survey", "analysis", "scientist", "researcher"}, f.doc.Tokens[head].Lemma)
}

// shouldHave reports whether predicate t says what somebody ought to have done and did not.
func (f *finder) shouldHave(t int) bool {
	if !f.perfect(t) {
		return false
	}
	for child := range f.trees.Children(t) {
		switch f.doc.Tokens[child].Lower {
		case "should", "ought":
			return true
		}
	}
	return false
}

// liesWith returns with whom or at whose door verb v says that the blame lies: "responsibility lies with Acme"; or nlp.None.
func (f *finder) liesWith(v int) int {
	subject := f.subject(v)
	if lemma := f.doc.Tokens[v].Lemma; lemma != "lie" && lemma != "rest" || subject == nlp.None {
		return nlp.None
	}
	if noun := f.doc.Tokens[subject].Lemma; noun != "blame" && noun != "responsibility" && noun != "fault" && noun != "guilt" {
		return nlp.None
	}
	for child := range f.trees.Children(v) {
		if with := f.trees.Child(child, "case"); child > v && with != nlp.None && (f.doc.Tokens[with].Lower == "with" || f.doc.Tokens[with].Lower == "on") {
			return child
		}
	}
	return nlp.None
}

// workOf returns whose work, doing or fault predicate t says that something is: "the attack was the work of Larana"; or nlp.None.
func (f *finder) workOf(t int) int {
	switch f.doc.Tokens[t].Lemma {
	case "work", "doing", "fault":
	default:
		return nlp.None
	}
	if f.trees.Child(t, "cop") == nlp.None {
		return nlp.None
	}
	for child := range f.trees.Children(t) {
		if of := f.trees.Child(child, "case"); child > t && of != nlp.None && f.doc.Tokens[of].Lower == "of" && f.named(child) {
			return child
		}
	}
	return nlp.None
}

// wrongly reports whether the verb v has an adverb that says that it is a wrong: "secretly", "illegally".
func (f *finder) wrongly(v int) bool {
	if f.doc.Tokens[v].UPOS != "VERB" {
		return false
	}
	for child := range f.trees.Children(v) {
		if tok := f.doc.Tokens[child]; tok.UPOS == "ADV" && f.words.of(tok.Lower)&wrongful != 0 {
			return true
		}
	}
	return false
}

// behind reports whether predicate t is what somebody is said to be behind: "the army was behind the killings".
func (f *finder) behind(t int) bool {
	with := f.trees.Child(t, "case")
	return with != nlp.None && f.doc.Tokens[with].Lower == "behind" && f.trees.Child(t, "cop") != nlp.None && f.words.of(f.doc.Tokens[t].Lemma)&(crime|offence|guilt) != 0
}

// alight reports whether c tells of a fire that somebody set: "set the terminal alight", "set fire to the shop".
func (f *finder) alight(c clause) bool {
	if f.doc.Tokens[c.head].Lemma != "set" || f.subject(c.head) == nlp.None && f.agent(c.head) == nlp.None {
		return false
	}
	for t := c.head + 1; t <= c.last && t <= c.head+8; t++ {
		switch f.doc.Tokens[t].Lower {
		case "alight", "ablaze":
			return true
		case "fire":
			return t == c.head+1 || f.doc.Tokens[t-1].Lower == "on"
		}
	}
	return false
}

// usedFor reports whether predicate t says that something was used for a wrong: "the law had been used to silence critics".
func (f *finder) usedFor(t int) bool {
	if f.doc.Tokens[t].Lemma != "use" {
		return false
	}
	x := f.trees.Child(t, "advcl", "xcomp")
	return x > t && f.verbs.at(f.doc, x)&wrong != 0
}

// causes reports whether the verb v says that somebody, and no thing, caused harm.
func (f *finder) causes(v int) bool {
	obj, doer := f.object(v), f.subject(v)
	if f.doc.Tokens[v].Lemma == "cause" && f.passive(v) { // "the leak was caused by Arbolux"
		by := f.agent(v)
		return by != nlp.None && f.named(by)
	}
	if f.doc.Tokens[v].Lemma != "cause" && f.doc.Tokens[v].Lemma != "trigger" || f.passive(v) || obj == nlp.None || doer == nlp.None {
		return false
	}
	return f.byName(v)
}

// byName reports whether a person or an organisation that has a name is the subject of verb v.
func (f *finder) byName(v int) bool {
	doer := f.subject(v)
	return doer != nlp.None && f.named(doer)
}

// amongPeople reports whether verb v tells what people did to people: "the crew abandoned the passengers".
func (f *finder) amongPeople(v int) bool {
	doer, to := f.subject(v), f.trees.Child(v, "obj")
	if doer == nlp.None || to < v || f.doc.Tokens[doer].UPOS != "NOUN" {
		return false
	}
	toPeople := f.words.of(f.doc.Tokens[to].Lemma)&people != 0 || f.doc.Tokens[to].UPOS == "PRON" && f.doc.Tokens[to].Lower != "it"
	return toPeople && f.words.of(f.doc.Tokens[doer].Lemma)&people != 0
}

// named reports whether the noun t is of a person, an organisation or a state that has a name.
func (f *finder) named(t int) bool {
	e := f.sourceOf(t)
	if e == nlp.None {
		return false
	}
	_, state := f.states[strings.ToLower(f.doc.Entities[e].Name)]
	return f.doc.Entities[e].Type == nlp.Person || f.doc.Entities[e].Type == nlp.Organization || f.doc.Entities[e].Type == nlp.Product || state
}

// ofWrong reports whether noun t is that of a wrong, as in "has a history of cheating".
func (f *finder) ofWrong(t int) bool {
	for child := range f.trees.Children(t) {
		of := f.trees.Child(child, "mark", "case")
		if child <= t || of == nlp.None {
			continue
		}
		for _, v := range []int{child, of + 1} { // "cheating" is sometimes taken for an adjective
			if v < len(f.doc.Tokens) && f.doc.Tokens[v].XPOS == "VBG" && f.verbs.at(f.doc, v)&wrong != 0 {
				return true
			}
		}
	}
	return false
}

// byDoer reports whether somebody does what the verb of wrong v says: in the passive without "by", and of a mishap, to be killed is
// no deed.
func (f *finder) byDoer(v int) bool {
	if f.givesToll(v) || f.liesThere(v) {
		return false
	}
	if next := f.doc.Tokens[min(v+1, len(f.doc.Tokens)-1)]; f.doc.Tokens[v].Lemma == "commit" && next.Lower == "to" {
		return false // "was committed to fairness"
	}
	doer := f.trees.Child(v, "nsubj")
	if f.passive(v) {
		if doer = f.agent(v); doer == nlp.None {
			return f.verbs.at(f.doc, v)&toll == 0
		}
	}
	return doer == nlp.None || f.words.of(f.doc.Tokens[doer].Lemma)&mishap == 0
}

// liesThere reports whether verb v says where its subject lies, and not that it told a lie: "is lying on its side".
func (f *finder) liesThere(v int) bool {
	if f.doc.Tokens[v].Lemma != "lie" {
		return false
	}
	for child := range f.trees.Children(v) {
		with := f.trees.Child(child, "case")
		if child < v || with == nlp.None || deptree.Base(f.doc.Tokens[child].Deprel) != "obl" || f.inTime(child) {
			continue
		}
		switch f.doc.Tokens[with].Lower {
		case "to", "about", "over", "for", "under":
		default:
			return true
		}
	}
	return false
}
