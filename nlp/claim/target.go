package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// targetOfCue returns the entity on which the reporting verb cue lays an accusation or a demand: its object, or its subject in
// the passive; else the one after its preposition, or the one that is to act.
func (f *finder) targetOfCue(claim nlp.Claim, cue int) int {
	if claim.Type != nlp.Accusation && claim.Type != nlp.Demand {
		return nlp.None
	}
	if on := f.laidAt(cue); on != nlp.None {
		return f.entityAt(on, f.voices(&claim))
	}
	if on := f.blamedOn(cue); on != nlp.None {
		return f.entityAt(on, f.voices(&claim))
	}
	if f.givesTime(cue) {
		return f.entityAt(f.trees.Child(cue, "iobj"), f.voices(&claim))
	}
	if obj := f.object(cue); obj != nlp.None {
		if e := f.entityAt(obj, f.voices(&claim)); e != nlp.None && f.doc.Entities[e].Type != nlp.Work {
			return e
		}
		if e := f.besideName(obj, claim); e != nlp.None {
			return e
		}
		if e := f.makerOf(obj, claim); e != nlp.None {
			return e
		}
		if e := f.namedAfter(cue, claim); obj > cue+1 && e != nlp.None {
			return e // "called Minister Eva Brandt a liar"
		}
		if from := f.askedFrom(obj); claim.Type == nlp.Demand && from != nlp.None {
			return f.entityAt(from, f.voices(&claim))
		}
		if f.verbs.at(f.doc, cue)&describe == 0 {
			return nlp.None
		}
		return f.ownerAfter(obj, claim) // "described the attack as Ann Hall's doing"
	}
	if e := f.namedAfter(cue, claim); e != nlp.None || f.warnsOff(cue) {
		return e // "warned against it" warns nobody by name
	}
	for child := range f.trees.Children(cue) {
		tok := f.doc.Tokens[child]
		switch deptree.Base(tok.Deprel) {
		case "iobj":
			return f.entityAt(child, f.voices(&claim))
		case "obl", "xcomp", "ccomp", "advcl": // "called on X to", "spoke out against X", "demanded that X"
			if child < cue || f.inTime(child) {
				continue
			}
			if subject := f.trees.Child(child, "nsubj"); subject != nlp.None {
				child = subject
			}
			if e := f.entityAt(child, f.voices(&claim)); e != nlp.None {
				return e
			}
			if e := f.besideName(child, claim); e != nlp.None {
				return e
			}
		}
	}
	return nlp.None
}

// besideName returns the entity whose name stands right behind the noun t, with a comma or without, whatever the tree makes of it: "the
// landlord, Crown Estates", "the transport union UTW"; or nlp.None.
func (f *finder) besideName(t int, claim nlp.Claim) int {
	next := t + 1
	if next < len(f.doc.Tokens) && f.doc.Tokens[next].Lower == "," {
		next++
	}
	if f.doc.Tokens[t].UPOS != "NOUN" || next >= len(f.doc.Tokens) || f.doc.Tokens[next].UPOS != "PROPN" || f.sentenceOf(next) != f.sentenceOf(t) {
		return nlp.None
	}
	if e := f.covering(f.doc.Tokens[next].Span); e != nlp.None && f.doc.Entities[e].Type != nlp.Group && !slices.Contains(claim.Claimants, e) {
		return e
	}
	return nlp.None
}

// makerOf returns the entity by which the noun t is said to be made, run or owned, "a spray made by Agrona", or nlp.None.
func (f *finder) makerOf(t int, claim nlp.Claim) int {
	made := f.trees.Child(t, "acl")
	if made < t {
		return nlp.None
	}
	switch f.doc.Tokens[made].Lemma {
	case "make", "build", "produce", "run", "own", "operate", "sell", "supply", "write":
		if by := f.agent(made); by != nlp.None {
			return f.entityAt(by, f.voices(&claim))
		}
		for child := range f.trees.Children(made) {
			if by := f.trees.Child(child, "case"); child > made && by != nlp.None && f.doc.Tokens[by].Lower == "by" {
				return f.entityAt(child, f.voices(&claim))
			}
		}
	}
	return nlp.None
}

// askedFrom returns from whom the noun t is asked, "an apology from the minister", or nlp.None.
func (f *finder) askedFrom(t int) int {
	for next := t + 1; next < min(t+6, len(f.doc.Tokens)); next++ {
		tok := f.doc.Tokens[next]
		if tok.Lower == "from" && tok.Head > next && !f.inTime(tok.Head) {
			return tok.Head
		}
		if tok.UPOS == "VERB" || tok.UPOS == "PUNCT" {
			break
		}
	}
	return nlp.None
}

// blamedOn returns whom verb v blames something on, or nlp.None.
func (f *finder) blamedOn(v int) int {
	if lemma := f.doc.Tokens[v].Lemma; lemma != "blame" && lemma != "blam" {
		return nlp.None
	}
	for _, head := range []int{v, f.object(v)} {
		if head == nlp.None {
			continue
		}
		for child := range f.trees.Children(head) {
			if on := f.trees.Child(child, "case"); child > v && on != nlp.None && f.doc.Tokens[on].Lower == "on" && !f.inTime(child) {
				return child
			}
		}
	}
	return nlp.None
}

// namedAfter returns the entity named right behind the verb v, before what it is accused of or asked for, whatever the tree makes of it; or
// nlp.None.
func (f *finder) namedAfter(v int, claim nlp.Claim) int {
	if f.passive(v) {
		return nlp.None
	}
	for t := v + 1; t < min(v+8, len(f.doc.Tokens)); t++ {
		tok := f.doc.Tokens[t]
		if t == v+1 && tok.Lower == "that" && claim.Type == nlp.Demand {
			continue
		}
		switch tok.UPOS {
		case "ADP", "SCONJ", "PART", "PUNCT", "AUX", "CCONJ":
			return nlp.None
		}
		if e := f.actor(f.covering(tok.Span), tok); e != nlp.None && tok.UPOS != "PRON" && f.doc.Entities[e].Type != nlp.Work && !slices.Contains(claim.Claimants, e) {
			return e
		}
	}
	return nlp.None
}

// ownerAfter returns the entity to whom a phrase behind token t belongs, and that is not one of the claimants.
func (f *finder) ownerAfter(t int, claim nlp.Claim) int {
	s := f.doc.Sentences[f.sentenceOf(t)]
	for next := t + 1; next < s.First+s.Count; next++ {
		if tok := f.doc.Tokens[next]; deptree.Base(tok.Deprel) == "nmod" || deptree.Base(tok.Deprel) == "compound" {
			if e := f.covering(tok.Span); e != nlp.None && f.doc.Entities[e].Type != nlp.Group && !slices.Contains(claim.Claimants, e) {
				return e
			}
		}
	}
	return nlp.None
}

// targetOf returns the entity on which a clause lays an accusation or a demand: its subject, or the agent of a passive, or what
// the subject belongs to.
func (f *finder) targetOf(claim nlp.Claim, c clause) int {
	if claim.Type != nlp.Accusation && claim.Type != nlp.Demand {
		return nlp.None
	}
	if claim.Type == nlp.Demand && f.asks(c.head) {
		return f.targetOfCue(claim, c.head)
	}
	doer := f.subject(c.head)
	if owner := f.trees.Child(c.head, "nmod"); claim.Type == nlp.Accusation && owner != nlp.None && f.doc.Tokens[owner].Deprel == "nmod:poss" &&
		f.words.of(f.doc.Tokens[c.head].Lemma)&guilt != 0 {
		doer = owner // "the delay was Paris's fault"
	}
	if owner := f.faultOf(c.head); owner != nlp.None {
		doer = owner
	}
	if owner := f.becauseOf(c.head, &claim); owner != nlp.None && claim.Type == nlp.Accusation {
		doer = owner // "patients are at risk because of her cuts"
	}
	if who := f.workOf(c.head); who != nlp.None {
		doer = who
	}
	if with := f.liesWith(c.head); with != nlp.None && claim.Type == nlp.Accusation {
		doer = with
	}
	if claim.Type == nlp.Demand && f.timeFor(c.head) {
		if doer = f.timesUp(c.head); doer == nlp.None {
			return nlp.None
		}
	}
	if to := f.bids(c.head); to != nlp.None && claim.Type == nlp.Demand {
		doer = f.trees.Child(to, "nsubj")
	}
	if f.passive(c.head) {
		doer = f.agent(c.head)
		if doer == nlp.None && f.verbs.at(f.doc, c.head)&accuse != 0 {
			doer = f.subject(c.head)
		}
		if doer == nlp.None && claim.Type == nlp.Demand {
			doer = f.subject(c.head)
		}
	}
	if doer == nlp.None {
		doer = f.antecedent(c.head) // "the mayor, who she said had failed to act"
	}
	if doer == nlp.None {
		return nlp.None
	}
	if tok := &f.doc.Tokens[doer]; tok.UPOS == "PRON" && f.covering(tok.Span) == nlp.None && claim.Quote != nlp.None {
		if to := f.quotes[claim.Quote].Addressee; !to.IsZero() && (tok.Lower == "he" || tok.Lower == "she" || tok.Lower == "it") {
			doer = f.headOf(to) // "told Maas that he must repay it"
		}
	}
	return f.entityAt(doer, f.voices(&claim))
}

// antecedent returns the noun on which the relative clause of predicate t hangs, if t has no subject of its own; or nlp.None.
func (f *finder) antecedent(t int) int {
	for range 3 {
		tok := f.doc.Tokens[t]
		switch {
		case tok.Head == t:
			return nlp.None
		case tok.Deprel == "acl:relcl":
			return tok.Head
		case deptree.Base(tok.Deprel) != "ccomp" && deptree.Base(tok.Deprel) != "conj":
			return nlp.None
		}
		if noun := f.beforeWhich(tok.Head); noun != nlp.None {
			return noun
		}
		t = tok.Head
	}
	return nlp.None
}

// beforeWhich returns the noun right before the "which" or "who" of verb v, whatever the tree makes of its clause: "[Acme], which they say
// poisoned the bay"; or nlp.None.
func (f *finder) beforeWhich(v int) int {
	for child := range f.trees.Children(v) {
		switch f.doc.Tokens[child].Lower {
		case "which", "who", "whom":
			t := child - 1
			if t > 0 && f.doc.Tokens[t].Lower == "," {
				t--
			}
			if upos := f.doc.Tokens[max(t, 0)].UPOS; t >= 0 && child < v && (upos == "NOUN" || upos == "PROPN") {
				return t
			}
		}
	}
	return nlp.None
}

// inheritTargets lays accusations that do not name who did it, as in "they forced us to stay" or "my passport was taken away", on whom the
// same claimant accused last.
func (f *finder) inheritTargets() {
	type source struct {
		entity int
		words  string
	}
	last := make(map[source]int)
	for i := range f.found {
		d := &f.found[i]
		if d.Type != nlp.Accusation || d.ByArticle {
			continue
		}
		key := source{nlp.None, d.Source.In(f.doc.Text)}
		if len(d.Claimants) > 0 {
			key = source{d.Claimants[0], ""}
		}
		if d.Target != nlp.None {
			last[key] = d.Target
		} else if e, ok := last[key]; ok && f.unnamedDoer(d.head) && !slices.Contains(d.Claimants, e) {
			d.Target = e
		}
	}
}

// unnamedDoer reports whether the clause of predicate t does not say who does it, or only by a pronoun.
func (f *finder) unnamedDoer(t int) bool {
	if f.passive(t) {
		return f.agent(t) == nlp.None
	}
	doer := f.subject(t)
	return doer != nlp.None && f.doc.Tokens[doer].UPOS == "PRON"
}

// entityAt returns the entity of the mention that token t heads or stands in, else of one in its noun phrase that it belongs to;
// but none of not.
func (f *finder) entityAt(t int, not []int) int {
	if e := f.definite(t); e != nlp.None && !slices.Contains(not, e) {
		return e // "accused [the authority] of drowning Leeds"
	}
	if e := f.entityBelow(t, not, 3); e != nlp.None {
		return e
	}
	if e := f.sourceOf(t); e != nlp.None && !slices.Contains(not, e) {
		return e
	}
	if e := f.firmBefore(t, not); e != nlp.None {
		return e
	}
	if tok := &f.doc.Tokens[t]; tok.UPOS == "PRON" && deptree.Base(tok.Deprel) != "nsubj" && f.covering(f.doc.Tokens[t].Span) == nlp.None {
		return f.lastNamed(t, not)
	}
	if t+1 < len(f.doc.Tokens) && f.doc.Tokens[t].UPOS == "NOUN" && f.doc.Tokens[t+1].UPOS == "PROPN" { // "the paper mill Arbolux"
		if e := f.covering(f.doc.Tokens[t+1].Span); e != nlp.None && f.doc.Entities[e].Type != nlp.Location && !slices.Contains(not, e) {
			return e
		}
	}
	return nlp.None
}

// lastNamed returns the only person for the pronoun "him" or "her" at t, the only organisation or place for "it", the only organisation for "its", that the two sentences before it
// name besides those who speak, or nlp.None.
func (f *finder) lastNamed(t int, not []int) int {
	person, owner := false, false
	switch f.doc.Tokens[t].Lower {
	case "he", "him", "she", "her":
		person = true
	case "it":
	case "its":
		owner = true // which a place may be as well, but mostly is not
	default:
		return nlp.None
	}
	s := f.sentenceOf(t)
	from := f.doc.Sentences[max(0, s-2)].Start
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= f.doc.Tokens[t].Start })
	only := nlp.None
	for i := end - 1; i >= max(0, end-2*latest) && f.mentions[i].Start >= from; i-- {
		e := f.mentions[i].entity
		if slices.Contains(not, e) || e == only {
			continue
		}
		switch kind := f.doc.Entities[e].Type; {
		case person && kind != nlp.Person, !person && kind != nlp.Organization && (kind != nlp.Location || owner) && kind != nlp.Product:
		case only != nlp.None:
			return nlp.None
		default:
			only = e
		}
	}
	return only
}

// entityBelow looks for the entity of t down its noun phrase, depth steps at most: "war maniacs of the South Korean military".
func (f *finder) entityBelow(t int, not []int, depth int) int {
	tok := f.doc.Tokens[t]
	if e := f.actor(f.entityOf(t), tok); e != nlp.None && !slices.Contains(not, e) {
		return e
	}
	if named := f.trees.Child(t, "appos"); named > t && depth > 0 { // "the bank's auditor, Ann Hall"
		if e := f.actor(f.entityOf(named), f.doc.Tokens[named]); e != nlp.None && !slices.Contains(not, e) {
			return e
		}
	}
	for child := range f.trees.Children(t) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "compound", "nmod", "appos", "flat", "amod":
			if depth == 0 || f.inTime(child) {
				continue
			}
			if with := f.trees.Child(child, "case"); with != nlp.None && f.doc.Tokens[with].Lower != "of" && f.doc.Tokens[with].XPOS != "POS" && !f.sentBy(t, with) && !f.madeAt(child, with) {
				continue // where or with whom it is
			}
			if e := f.entityBelow(child, not, depth-1); e != nlp.None {
				return e
			}
		}
	}
	return nlp.None
}

// madeAt reports whether the preposition with says whose it is, of what comes from, or was done at, a business: "a botched update at Corvane".
func (f *finder) madeAt(t, with int) bool {
	switch f.doc.Tokens[with].Lower {
	case "at", "from":
		e := f.entityOf(t)
		return e != nlp.None && (f.doc.Entities[e].Type == nlp.Organization || f.doc.Entities[e].Type == nlp.Product)
	}
	return false
}

// sentBy reports whether the preposition with says for whom the people at noun t act: "soldiers from Larana", "a reporter for the Beacon".
func (f *finder) sentBy(t, with int) bool {
	word := f.doc.Tokens[with].Lower
	return (word == "from" || word == "for") && f.words.of(f.doc.Tokens[t].Lemma)&(people|armed|voice) != 0
}

// actor returns entity e of token tok, or the state if tok is an adjective for its people, as in "Russian officials". Other peoples and
// camps that only tell of what sort somebody is ("European neighbours") are no actors.
func (f *finder) actor(e int, tok nlp.Token) int {
	if e == nlp.None || f.doc.Entities[e].Type != nlp.Group || tok.UPOS == "NOUN" {
		return e
	}
	if d := deptree.Base(tok.Deprel); d != "amod" && d != "compound" {
		return e
	}
	state, ok := f.states[strings.ToLower(f.doc.Entities[e].Name)]
	if !ok {
		return nlp.None
	}
	if land, ok := f.lands[state]; ok {
		return land
	}
	return e
}

// covering returns the entity of the shortest mention that covers s, or nlp.None.
func (f *finder) covering(s nlp.Span) int {
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start > s.Start })
	best := nlp.None
	for i := end - 1; i >= 0 && i >= end-8; i-- { // mentions are short, and few nest
		if m := f.mentions[i]; m.Contains(s) && (best == nlp.None || m.Len() < f.mentions[best].Len()) {
			best = i
		}
	}
	if best == nlp.None {
		return nlp.None
	}
	return f.mentions[best].entity
}
