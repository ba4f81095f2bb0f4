package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// underFire adds the claim that a clause, of the article or of quote q, tells by a noun of what its subject came in for, if it does: "the
// minister faced criticism from lawmakers for failing to act", "the council came under fire from tenants", "she won praise from voters".
func (f *finder) underFire(c clause, q int) bool {
	v := c.head
	noun, kind := f.cameInFor(v)
	if noun == nlp.None || f.negated(v) || f.modal(v) {
		return false
	}
	claim := nlp.Claim{Type: kind, Target: nlp.None, Quote: q, Confidence: 0.6}
	by := nlp.None
	_, last := f.trees.Extent(v)
	for t := noun + 1; t <= min(last, c.last) && by == nlp.None; t++ {
		tok := f.doc.Tokens[t]
		if tok.UPOS == "ADP" && slices.Contains([]string{"from", "by", "among"}, tok.Lower) && tok.Head > t && !f.inTime(tok.Head) {
			by = tok.Head
		}
		if tok.Lower == "for" || tok.Lower == "over" || tok.Lower == "after" {
			break
		}
	}
	switch {
	case by != nlp.None:
		f.claimedBy(&claim, by)
		from, to := f.tokensIn(claim.Source)
		for t := from + 1; t <= to; t++ {
			if word := f.doc.Tokens[t].Lower; word == "for" || word == "over" || word == "after" {
				claim.Source.End = f.doc.Tokens[t-1].End // "criticism from tenants over the leaks"
				break
			}
		}
	case kind == nlp.Demand && (f.trees.Child(noun, "acl") > noun || f.trees.Child(v, "xcomp") > noun), kind == nlp.Accusation && f.saysFor(v) && !f.anger(noun):
		claim.ByArticle = true
	default:
		return false
	}
	if subject := f.subject(v); kind != nlp.Opinion && subject != nlp.None {
		claim.Target = f.entityAt(subject, claim.Claimants)
	}
	f.add(claim, v, c.first, f.beforeRelative(by, c.last))
	return true
}

// beforeRelative returns the token before the comma and the relative clause of the noun t, which may be nlp.None, if there is one; else last.
func (f *finder) beforeRelative(t, last int) int {
	if t == nlp.None {
		return last
	}
	for child := range f.trees.Children(t) {
		if lo, _ := f.trees.Extent(child); f.doc.Tokens[child].Deprel == "acl:relcl" && lo > t && lo <= last {
			last = lo - 1
			for last > t && isMark(&f.doc.Tokens[last]) {
				last--
			}
		}
	}
	return last
}

// criticised adds the accusation that quote q is if its cue is a noun of attack that is the subject of a clause, "Criticism of the mayor by
// members of her party is growing", and reports whether it is.
func (f *finder) criticised(q, cue int, claim *nlp.Claim) bool {
	if cue == nlp.None || f.doc.Tokens[cue].UPOS != "NOUN" || deptree.Base(f.doc.Tokens[cue].Deprel) != "nsubj" {
		return false
	}
	v := f.doc.Tokens[cue].Head
	if f.words.of(strings.ToLower(f.doc.Tokens[cue].Lemma))&(assailing|charged) == 0 || f.anger(cue) || f.modal(v) || f.negated(v) {
		return false
	}
	c := *claim
	c.Type = nlp.Accusation
	_, last := f.tokensIn(f.quotes[q].Content[0])
	for t := cue + 1; t <= last && c.Target == nlp.None; t++ {
		c.Target = f.entityAt(t, f.voices(claim))
	}
	if c.Target == nlp.None {
		return false
	}
	first, end := f.trees.Extent(v)
	trimmed := f.trim(clause{v, first, end})
	f.add(c, v, trimmed.first, trimmed.last)
	return true
}

// criticism adds the accusation that the subject of a clause is by name, if it is: "Criticism of the mayor by members of her party is growing",
// "Hale's attack on the judge went too far".
func (f *finder) criticism(c clause, q int) bool {
	noun := f.subject(c.head)
	if noun == nlp.None || f.doc.Tokens[noun].UPOS != "NOUN" || f.words.of(strings.ToLower(f.doc.Tokens[noun].Lemma))&(assailing|charged) == 0 || f.anger(noun) || f.modal(c.head) || f.negated(c.head) {
		return false
	}
	by, on := nlp.None, nlp.None
	for child := range f.trees.Children(noun) {
		with := f.trees.Child(child, "case")
		if f.doc.Tokens[child].Deprel == "nmod:poss" && f.doc.Tokens[child].UPOS != "PRON" {
			by = child
		}
		if child < noun || with == nlp.None || f.inTime(child) {
			continue
		}
		switch f.doc.Tokens[with].Lower {
		case "by", "from":
			by = child
		case "of", "on", "against":
			on = child
			for below := range f.trees.Children(child) { // which trees hang on whom it is of
				if with := f.trees.Child(below, "case"); below > child && with != nlp.None && (f.doc.Tokens[with].Lower == "by" || f.doc.Tokens[with].Lower == "from") {
					by = below
				}
			}
		}
	}
	if by == nlp.None || on == nlp.None || !f.speaks(by) {
		return false
	}
	claim := nlp.Claim{Type: nlp.Accusation, Target: nlp.None, Quote: q, Confidence: 0.5}
	f.claimedBy(&claim, by)
	if claim.Target = f.entityAt(on, claim.Claimants); claim.Target == nlp.None || f.doc.Entities[claim.Target].Type == nlp.Location {
		return false
	}
	f.add(claim, c.head, c.first, c.last)
	return true
}

// anger reports whether noun t is of what people feel, and no words.
func (f *finder) anger(t int) bool {
	return slices.Contains([]string{"anger", "outrage", "fury", "backlash", "outcry"}, f.doc.Tokens[t].Lemma)
}

// cameInFor returns the noun of attack, praise or demand that the subject of verb v came in for, and the type of the claim; or nlp.None.
func (f *finder) cameInFor(v int) (int, nlp.ClaimType) {
	tok := f.doc.Tokens[v]
	for child := range f.trees.Children(v) {
		if child < v {
			continue
		}
		with := f.trees.Child(child, "case")
		ok := false
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "obj":
			ok = f.verbs.at(f.doc, v)&receive != 0 && !f.passive(v)
		case "obl":
			if with == nlp.None {
				continue
			}
			switch f.doc.Tokens[with].Lower {
			case "under":
				ok = tok.Lemma == "come"
			case "with":
				ok = f.passive(v) && (tok.Lemma == "meet" || tok.Lemma == "greet")
			}
		}
		if !ok {
			continue
		}
		switch class := f.words.of(f.doc.Tokens[child].Lemma); {
		case class&assailing != 0 && (f.doc.Tokens[child].Lemma != "fire" && f.doc.Tokens[child].Lemma != "attack" || tok.Lemma == "come" && f.trees.Child(v, "expl") == nlp.None && f.fromPeople(child, v)):
			return child, nlp.Accusation
		case class&acclaim != 0:
			return child, nlp.Opinion
		case class&bidding != 0 && (f.doc.Tokens[child].Lemma != "call" || f.doc.Tokens[child].XPOS == "NNS"):
			return child, nlp.Demand
		}
	}
	return nlp.None, 0
}

// fromPeople reports whether the fire or the attack at noun t, under which the subject of v came, is one of words: it says for what, or does
// not come from an army.
func (f *finder) fromPeople(t, v int) bool {
	_, last := f.trees.Extent(v)
	for i := t + 1; i <= last; i++ {
		if f.words.of(f.doc.Tokens[i].Lemma)&armed != 0 {
			return false
		}
	}
	return true
}

// putDown reports whether the object of "put", at t, is put down to somebody or something by name; "to fog" blames nobody.
func (f *finder) putDown(t int) bool {
	for ; t+3 < len(f.doc.Tokens) && f.doc.Tokens[t].UPOS != "PUNCT" && f.doc.Tokens[t].UPOS != "VERB"; t++ {
		if f.downTo(t) {
			to := f.doc.Tokens[t+2].Head
			return to > t && f.covering(f.doc.Tokens[to].Span) != nlp.None
		}
	}
	return false
}

// downTo reports whether "down to" stands right behind token t.
func (f *finder) downTo(t int) bool {
	return t+2 < len(f.doc.Tokens) && f.doc.Tokens[t+1].Lower == "down" && f.doc.Tokens[t+2].Lower == "to"
}

// laidAt returns on whom verb v lays blame by its object: "laid the blame on the army", "pointed the finger at Paris", "took aim at the
// judge"; or nlp.None.
func (f *finder) laidAt(v int) int {
	obj := f.trees.Child(v, "obj")
	if obj < v || f.passive(v) {
		return nlp.None
	}
	want := ""
	switch noun := f.doc.Tokens[obj].Lemma; f.doc.Tokens[v].Lemma {
	case "lay", "put", "place", "pin", "heap", "shift":
		if noun == "blame" || noun == "responsibility" || f.doc.Tokens[v].Lemma == "pin" && noun != "hope" && noun != "medal" {
			want = "on"
		} else if f.doc.Tokens[v].Lemma == "put" && f.putDown(obj) {
			want = "to" // "put the collapse down to the bank"
		}
	case "attribute":
		if f.words.of(noun)&(crime|offence) != 0 {
			want = "to" // "attributed the attack to the rebels"
		}
	case "point":
		if noun == "finger" {
			want = "at"
		}
	case "take":
		if noun == "aim" || noun == "swipe" {
			want = "at"
		}
	case "level", "make", "bring", "file", "lodge":
		if f.words.of(noun)&charged != 0 || noun == "lawsuit" || noun == "suit" {
			want = "against"
		}
	}
	if want == "" {
		return nlp.None
	}
	for t := obj + 1; t < min(obj+8, len(f.doc.Tokens)); t++ {
		tok := f.doc.Tokens[t]
		if tok.Head <= t || f.inTime(tok.Head) {
			continue
		}
		switch lemma := f.doc.Tokens[tok.Head].Lemma; {
		case tok.Lower == want:
			return tok.Head
		case tok.Lower == "at" && want == "on" && (lemma == "door" || lemma == "doorstep" || lemma == "foot"):
			return f.trees.Child(tok.Head, "nmod") // "at the door of the minister"
		}
	}
	return nlp.None
}

// relativeDenials adds what the relative clauses of sentence s deny: "a charge that Kigali has repeatedly denied".
func (f *finder) relativeDenials(s nlp.Sentence) {
	for v := s.First; v < s.First+s.Count; v++ {
		tok := f.doc.Tokens[v]
		if tok.UPOS != "VERB" || f.verbs.at(f.doc, v)&(deny|reject) == 0 || f.negated(v) || f.modal(v) || f.passive(v) || f.heads[v] {
			continue
		}
		by, head := f.trees.Child(v, "nsubj"), f.relativeObject(v)
		if head == nlp.None {
			continue
		}
		noun := f.words.of(f.doc.Tokens[head].Lemma)
		if by == nlp.None || !f.speaks(by) || f.trees.Child(v, "ccomp", "xcomp", "iobj") != nlp.None {
			continue
		}
		which := false // which the tree knows for one
		for t := max(s.First, v-8); t < v && tok.Deprel == "acl:relcl"; t++ {
			which = which || f.doc.Tokens[t].Lower == "which" && t < by
		}
		if noun&(allegation|charged|part) == 0 && !which {
			continue
		}
		claim := nlp.Claim{Type: nlp.Denial, Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
		f.claimedBy(&claim, by)
		first := v
		for t := by + 1; t < v; t++ {
			if f.doc.Tokens[t].Head == v && isAuxiliary(f.doc.Tokens[t].Deprel) {
				first = t
				break
			}
		}
		_, last := f.trees.Extent(v)
		c := f.trim(clause{v, first, last})
		f.add(claim, v, c.first, c.last)
	}
}
