package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// denials finds what is denied: accusations of those who deny or of whom the denial speaks, where it denies all or says of what; else, if
// it denies what was said, what stands just before it.
func (c *comparer) denials() {
	laid := make(map[string][]int) // accusations, by whom they are laid on
	for i := range c.stated {
		if c.doc.Claims[i].Type != nlp.Accusation {
			continue
		}
		keys := []string{c.stated[i].subject}
		if e := c.doc.Claims[i].Target; e != nlp.None {
			keys = append(keys, c.entityKey(e))
		}
		if c.doc.Claims[i].Target == nlp.None {
			keys = append(keys, c.accused(i)...)
			slices.Sort(keys)
		}
		for _, k := range slices.Compact(keys) {
			laid[k] = append(laid[k], i)
		}
	}
	for i := range c.stated {
		if c.doc.Claims[i].Type == nlp.Denial {
			c.denial(i, laid)
		}
	}
}

// accused returns the keys of all nouns in the object of an accusation that lays it on nobody by name: "blame a paper mill upstream".
func (c *comparer) accused(i int) []string {
	obj := c.object(c.stated[i].verb)
	if obj == nlp.None || c.stated[i].class&accuse == 0 {
		return nil
	}
	first, last := c.tokensIn(c.doc.Claims[i].Span)
	var out []string
	for t := max(first, c.start(obj)); t <= min(obj, last); t++ {
		if k := c.key(t); k != "" && c.doc.Tokens[t].UPOS == "NOUN" {
			out = append(out, k)
		}
	}
	return out
}

// denial relates denial i to the latest accusations before it that it denies: three if it denies several, else one.
func (c *comparer) denial(i int, laid map[string][]int) {
	d := &c.stated[i]
	if d.anaphoric && c.denyTheirs(i) {
		return
	}
	denied := slices.DeleteFunc(c.accusations(i, laid), func(j int) bool { return !c.deniesAccusation(i, j) })
	if accuser := c.accuser(i, denied); len(denied) > 0 {
		for _, j := range denied { // the article's own account of it
			if c.stated[j].party.article && c.stated[j].party.first() != accuser && c.doc.Claims[j].Target == c.doc.Claims[denied[0]].Target && d.sentence-c.stated[j].sentence <= 3 {
				c.relate(i, j, nlp.Contradicts, 0.6)
			}
		}
		most := 1
		if d.plural || !d.sweeping || !d.anaphoric {
			most = 3
		}
		for k, j := range denied {
			if k > 0 && most == 0 && denied[k-1]-j <= 2 && c.answered[denied[k-1]] && d.sentence-c.stated[j].sentence <= 3 {
				most = 1 // what was said again in quotation marks: "accused the ministry of neglect. “They did nothing,” she said."
			}
			if most > 0 && c.stated[j].party.first() == accuser {
				c.relate(i, j, nlp.Contradicts, 0.7)
				c.answered[j] = true
				most--
			}
		}
		return
	}
	if d.predicate == "guilty" && d.sweeping {
		c.denyGuilt(i)
	}
	if d.otherwise {
		c.denyBefore(i)
		return
	}
	if !d.anaphoric {
		return
	}
	if d.tallied {
		c.denyFigures(i)
		return
	}
	for j := i - 1; j >= max(0, i-latest) && d.sentence-c.stated[j].sentence <= 2; j-- {
		switch other := &c.stated[j]; {
		case c.saysOf(d) && shared(d, other) == 0:
		case d.charged && c.doc.Claims[j].Type != nlp.Accusation && !slices.ContainsFunc(other.keys, d.party.has):
		case !d.party.differs(other.party) && !c.reportedBy(d, j) || other.party.article || c.doc.Claims[j].Type == nlp.Denial && (d.charged || c.performs(other.head)&deny != 0 || other.sweeping) || c.backs[j]:
		case c.doc.Claims[j].Type == nlp.Opinion || c.doc.Claims[j].Type == nlp.Demand:
		default:
			c.relate(i, j, nlp.Contradicts, 0.5)
			return
		}
	}
}

// reportedBy reports whether claim j, of those who make denial d, is put forward within the quote of somebody else: "Rovers have agreed to
// sell him, the Echo reported. Rovers dismissed the report."
func (c *comparer) reportedBy(d *statement, j int) bool {
	q := c.doc.Claims[j].Quote
	if q == nlp.None || c.quotes[q].Inside == nlp.None || c.doc.Claims[j].Type == nlp.Denial {
		return false
	}
	by := c.quotes[c.quotes[q].Inside].Speakers
	return len(by) > 0 && !slices.ContainsFunc(by, func(e int) bool { return d.party.has(c.entityKey(e)) })
}

// denyTheirs relates denial i of what somebody named said, "disputed Delmar's claim", to the last thing of it that they put forward, and
// reports whether there is any.
func (c *comparer) denyTheirs(i int) bool {
	d := &c.stated[i]
	first, last := c.tokensIn(c.doc.Claims[i].Span)
	for t := first; t <= last; t++ {
		tok := &c.doc.Tokens[t]
		him := c.contradicted(t) // "contradicted him"
		if !him && (tok.Deprel != "nmod:poss" || c.words.of(c.doc.Tokens[tok.Head].Lemma)&allegation == 0 || c.words.of(c.doc.Tokens[tok.Head].Lemma)&tally != 0) {
			continue
		}
		e := c.sourceOf(t)
		if (e == nlp.None || d.party.has(c.entityKey(e))) && tok.UPOS == "PRON" && i > 0 && len(c.doc.Claims[i-1].Claimants) == 1 && d.sentence-c.stated[i-1].sentence <= 1 {
			e = c.doc.Claims[i-1].Claimants[0] // "called his account an invention"
		}
		if e == nlp.None || d.party.has(c.entityKey(e)) {
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && d.sentence-c.stated[j].sentence <= 6; j-- {
			typ := c.doc.Claims[j].Type
			if c.stated[j].party.first() == c.entityKey(e) && typ != nlp.Demand && typ != nlp.Opinion && !(typ == nlp.Denial && c.stated[j].anaphoric) && d.party.differs(c.stated[j].party) {
				c.relate(i, j, nlp.Contradicts, 0.6)
				return true
			}
		}
	}
	return false
}

// contradicted reports whether token t is whom somebody contradicts.
func (c *comparer) contradicted(t int) bool {
	tok := &c.doc.Tokens[t]
	return tok.Deprel == "obj" && c.doc.Tokens[tok.Head].Lemma == "contradict" && (tok.UPOS == "PRON" || tok.UPOS == "PROPN")
}

// denyGuilt relates claim i, by which somebody says that he is innocent, to the last accusation before it that is laid on nobody else who
// has a name.
func (c *comparer) denyGuilt(i int) {
	for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 6; j-- {
		other := &c.doc.Claims[j]
		if other.Type != nlp.Accusation || !c.stated[i].party.differs(c.stated[j].party) {
			continue
		}
		if other.Target == nlp.None || c.doc.Entities[other.Target].Type != nlp.Person {
			if c.stated[j].class&accuse != 0 {
				c.relate(i, j, nlp.Contradicts, 0.5)
				return
			}
		}
	}
}

// denyBefore relates claim i, which says that it is not as was said, to the last two things that another party said before it.
func (c *comparer) denyBefore(i int) {
	d, most, by := &c.stated[i], 2, ""
	for j := i - 1; j >= max(0, i-latest) && d.sentence-c.stated[j].sentence <= 3 && most > 0; j-- {
		other := &c.stated[j]
		if t := c.doc.Claims[j].Type; t != nlp.Fact && t != nlp.Denial && t != nlp.Figure && t != nlp.Accusation || other.party.article {
			continue
		}
		if !d.party.differs(other.party) || by != "" && other.party.first() != by {
			return
		}
		by = other.party.first()
		c.relate(i, j, nlp.Contradicts, 0.5)
		most--
	}
}

// denyFigures relates denial i of figures to those of whoever it says they are, else to the figure that it names, or to the last before it.
func (c *comparer) denyFigures(i int) {
	d := &c.stated[i]
	most := 3
	for j := i - 1; j >= max(0, i-latest) && most > 0; j-- {
		other := &c.stated[j]
		claim := &c.doc.Claims[j]
		if len(claim.Quantities) == 0 && claim.Type != nlp.Figure || !d.party.differs(other.party) || claim.Type == nlp.Denial || other.party.article {
			continue
		}
		theirs := isEntity(d.subject) && other.party.has(d.subject)
		switch near := d.sentence-other.sentence <= 2; {
		case theirs:
			c.relate(i, j, nlp.Contradicts, 0.6)
			most--
		case isEntity(d.subject) && d.subject != d.party.first():
		case len(d.numbers) > 0 && slices.ContainsFunc(d.numbers, func(n string) bool { return slices.Contains(other.numbers, n) }):
			c.relate(i, j, nlp.Contradicts, 0.6)
			return
		case len(d.numbers) == 0 && near:
			c.relate(i, j, nlp.Contradicts, 0.5)
			return
		}
	}
}

// saysOf reports whether a denial of what was said says of what that was: "denied the claims of fraud".
func (c *comparer) saysOf(d *statement) bool {
	return !d.pronoun && slices.ContainsFunc(d.keys, func(k string) bool {
		return !d.party.has(k) && k != d.subject && k != d.predicate && c.words.of(k)&(allegation|untrue|offence|opinion|voice) == 0 &&
			c.verbs.of(k)&(deny|reject|describe|speak) == 0
	})
}

// accuser returns by its key who is answered by denial i of the accusations, latest first: whose stands within two sentences, else who
// accuses most.
func (c *comparer) accuser(i int, accusations []int) string {
	count := make(map[string]int)
	best := ""
	for _, j := range accusations {
		key := c.stated[j].party.first()
		if c.stated[i].sentence-c.stated[j].sentence <= 2 {
			return key
		}
		if count[key]++; best == "" || count[key] > count[best] {
			best = key
		}
	}
	return best
}

// accusations returns the latest accusations before claim i of those who put it forward, for whom they speak, or of whom it speaks; latest
// first.
func (c *comparer) accusations(i int, laid map[string][]int) []int {
	d := &c.stated[i]
	keys := d.party.keys
	if d.party.governs {
		keys = append(slices.Clone(keys), "government", "minister")
	}
	if d.subject != "" && !d.party.has(d.subject) {
		keys = append(slices.Clone(keys), d.subject)
	}
	var out []int
	for _, k := range keys {
		list := laid[k]
		end, _ := slices.BinarySearch(list, i)
		out = append(out, list[max(0, end-latest):end]...)
	}
	slices.Sort(out)
	slices.Reverse(out)
	return slices.Compact(out)
}

// deniesAccusation reports whether denial i denies accusation j, which is laid on those for whom it is made: all of it, or that of
// which it speaks too.
func (c *comparer) deniesAccusation(i, j int) bool {
	d, a := &c.stated[i], &c.stated[j]
	if !d.party.differs(a.party) || c.timesDiffer(i, j) {
		return false
	}
	near := d.sentence-a.sentence <= 2
	if near && c.counter(i) {
		return true
	}
	if what := c.object(d.head); what != nlp.None && !d.sweeping && c.objectNo(d.head) { // "faced no threat" answers what speaks of the threat
		k := c.key(what)
		return k == a.predicate || slices.Contains(a.keys, k)
	}
	if d.predicate != "" && d.predicate == a.predicate {
		answers := near && d.class&deny != 0 && c.telling(d) && !c.answered[j]
		return d.negated != a.negated && (shared(d, a) > 0 || c.bare(d) || c.bare(a) || answers)
	}
	if near && d.negated && !a.negated && d.itself && !d.future && c.verbs.at(c.doc, d.verb)&(deny|reject) == 0 && !c.ofSomethingElse(d) && c.blames(j) && c.verbs.at(c.doc, d.head)&(speak|attitude|perceive|commit) == 0 {
		return true // "we do not burn our own bread"
	}
	if a.predicate == "" && d.negated && !d.party.has(d.subject) && d.sentence-a.sentence <= 1 && !d.sweeping && d.class&deny != 0 && !c.ofSomethingElse(d) && !c.answered[j] {
		return true // "blamed him for the deaths", "denies that anyone died of neglect"
	}
	if d.sweeping && d.anaphoric && !d.charged && c.saysOf(d) {
		return shared(d, a) > 0 // "rejected rumours that it would close"
	}
	if d.sweeping && (d.anaphoric || len(d.keys) <= 2) {
		return true
	}
	if !d.sweeping && d.negated && a.negated {
		return false // both say that it was not done
	}
	if !d.sweeping && d.subject != a.subject && !d.party.has(d.subject) {
		return false // it speaks of something else
	}
	if shared(d, a, d.party.keys...) > 0 {
		return true
	}
	return d.sweeping && d.sentence-a.sentence <= 1
}

// counter reports whether denial i says without a word of denial what was so instead.
func (c *comparer) counter(i int) bool {
	d := &c.stated[i]
	return c.doc.Claims[i].Type == nlp.Denial && !d.negated && !d.sweeping && !d.otherwise && d.class&(deny|describe) == 0 && !c.negated(d.verb) &&
		(c.subject(d.verb) != nlp.None || d.not != nlp.None)
}

// blames reports whether claim j lays something on somebody that was done: by a verb of blame that says for what, or in a clause of its own.
func (c *comparer) blames(j int) bool {
	verb, class := c.stated[j].verb, c.stated[j].class
	if noun, _ := c.cameInFor(verb); noun != nlp.None {
		return false
	}
	if subject := c.subject(verb); subject != nlp.None && c.words.of(c.doc.Tokens[subject].Lemma)&assailing != 0 {
		return false
	}
	return class&accuse == 0 && c.doc.Tokens[verb].UPOS == "VERB" && class&receive == 0 || class&(accuse|describe) == accuse && (c.saysFor(verb) || c.doc.Claims[j].Target == nlp.None)
}

// ofSomethingElse reports whether denial d is of what was done to one thing: "did not steal the watch".
func (c *comparer) ofSomethingElse(d *statement) bool {
	obj := c.object(d.head)
	if obj == nlp.None || c.passive(d.head) {
		return false
	}
	det := c.trees.Child(obj, "det")
	return c.covering(c.doc.Tokens[obj].Span) != nlp.None || det != nlp.None && c.doc.Tokens[det].Lower == "the"
}

// opposites finds two claims that say one thing of one subject, of which one says that it is not so.
func (c *comparer) opposites() {
	type key struct{ predicate, subject string }
	earlier := make(map[key][]int)
	for i := range c.stated {
		s := &c.stated[i]
		if s.subject == "" || s.predicate == "" || s.supposed || c.doc.Claims[i].Type == nlp.Demand || !c.telling(s) {
			continue
		}
		k := key{s.predicate, s.subject}
		list := earlier[k]
		for _, j := range list[max(0, len(list)-latest):] {
			if c.opposed(i, j) && !c.stated[i].party.article && !c.stated[j].party.article || c.saysOtherwise(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.65)
			}
			if c.lastTimes(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.6)
			}
		}
		earlier[k] = append(list, i)
		if s.patient == "" {
			continue
		}
		k = key{s.predicate, "to " + s.patient} // "had informed parliament", "parliament was told nothing"
		list = earlier[k]
		for _, j := range list[max(0, len(list)-latest):] {
			if x, y := c.passive(s.head), c.passive(c.stated[j].head); x != y && c.opposed(i, j) && !s.party.article && !c.stated[j].party.article {
				c.relate(i, j, nlp.Contradicts, 0.6)
			}
		}
		earlier[k] = append(list, i)
	}
	c.looselyOpposed()
}

// saysOtherwise reports whether claim i says that somebody did what they deny by a verb of denial in claim j just before: "denied assaulting a
// waiter", "Grant hit him".
func (c *comparer) saysOtherwise(i, j int) bool {
	a, d := &c.stated[i], &c.stated[j]
	if c.doc.Claims[j].Type != nlp.Denial || a.negated || !d.negated || a.sentence-d.sentence > 4 || !c.comparable(i, j) || d.subject != d.party.first() {
		return false
	}
	return d.class&deny != 0 && c.doc.Claims[i].Type == nlp.Accusation
}

// lastTimes reports whether claims i and j give two times for the last time, or the first, that something was so: "was inspected in
// February", "had last been inspected in 2023".
func (c *comparer) lastTimes(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if a.negated != b.negated || a.future || b.future || a.supposed || b.supposed || !a.party.differs(b.party) || !c.timesDiffer(i, j) {
		return false
	}
	return c.lastly(a.head) || c.lastly(b.head)
}

// lastly reports whether predicate t has "last" or "first" as an adverb.
func (c *comparer) lastly(t int) bool {
	for child := range c.trees.Children(t) {
		if tok := c.doc.Tokens[child]; child < t && !c.inTime(child) && (tok.Lower == "last" || tok.Lower == "first") {
			return true
		}
	}
	return false
}

// looselyOpposed finds two claims close by that say one thing, of which one says that it is not so and not clearly of whom: "the plant
// poisoned the lake", "the company denied poisoning the lake".
func (c *comparer) looselyOpposed() {
	for i := range c.stated {
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 2; j-- {
			a, b := &c.stated[i], &c.stated[j]
			if !a.negated {
				a, b = b, a
			}
			if c.telling(a) && a.predicate == b.predicate && a.subject == "" && b.subject == "" && i-j == 1 && c.unknown(a.head) && c.unknown(b.head) && c.opposed(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.55) // "it was a penalty", "it was never a penalty"
			}
			if i-j == 1 && c.together(a, b) {
				c.relate(i, j, nlp.Contradicts, 0.6)
				continue
			}
			if !c.telling(a) || a.predicate != b.predicate || a.subject == b.subject || c.gravely(a.head) || !c.opposed(i, j) && !(i-j == 1 && c.nobodyDid(a, b)) {
				continue
			}
			accused := c.doc.Claims[i].Type == nlp.Accusation || c.doc.Claims[j].Type == nlp.Accusation
			negator := c.subject(a.head)
			target := nlp.None
			for _, k := range []int{i, j} {
				if &c.stated[k] == a {
					target = c.doc.Claims[k].Target
				}
			}
			switch near := c.stated[i].sentence-c.stated[j].sentence <= 1; {
			case negator != nlp.None && c.none(negator) && near && c.doc.Tokens[negator].UPOS == "PRON":
				c.relate(i, j, nlp.Contradicts, 0.55) // "children have fallen ill", "nobody has fallen ill"
			case target != nlp.None && b.party.has(c.entityKey(target)) && c.doc.Tokens[b.head].UPOS == "VERB":
				c.relate(i, j, nlp.Contradicts, 0.55) // "failed to warn them", "they had been warned"
			case near && negator != nlp.None && c.takenUp(negator) && !c.modal(a.head) && a.head != b.head && c.finite(b.head):
				c.relate(i, j, nlp.Contradicts, 0.55) // "quotas had been cut", "they had not been cut"
			case a.subject != "" && a.subject == a.party.first() && a.party.has(b.subject) && shared(a, b) > 0:
				c.relate(i, j, nlp.Contradicts, 0.6) // "we did not", of whom they speak for
			case accused && c.doc.Claims[i].Type != nlp.Denial && b.party.has(a.subject) && shared(a, b) > 0:
				c.relate(i, j, nlp.Contradicts, 0.55) // "should have paid the wages", "all wages had been paid"
			case accused && c.none(max(0, c.subject(a.head))) && slices.Contains(a.keys, b.subject):
				c.relate(i, j, nlp.Contradicts, 0.55) // "he was forced out", "nobody forced him out"
			case accused && (a.subject == "" || a.subject == a.party.first()) && shared(a, b) > 0, a.subject == "" && c.bare(a) && near:
				c.relate(i, j, nlp.Contradicts, 0.5)
			}
		}
	}
}

// together reports whether b says of two that they did what a says that he never did with the other: "I never met Dane", "they met twice".
func (c *comparer) together(a, b *statement) bool {
	they := c.subject(b.head)
	if they == nlp.None || a.predicate != b.predicate || a.negated == b.negated || a.future || b.future || a.supposed || b.supposed || !a.party.differs(b.party) {
		return false
	}
	switch c.doc.Tokens[they].Lower {
	case "they", "we", "both":
		return a.subject != "" && a.subject == a.party.first() && b.party.first() != "" && slices.Contains(a.keys, b.party.first())
	}
	return false
}

// nobodyDid reports whether a says that nobody did what b says that people did: "guards checked his cell", "nobody had checked on him".
func (c *comparer) nobodyDid(a, b *statement) bool {
	nobody, who := c.subject(a.head), c.subject(b.head)
	if nobody == nlp.None || who == nlp.None || c.doc.Tokens[nobody].UPOS != "PRON" || !c.none(nobody) || c.doc.Tokens[a.head].UPOS != "VERB" {
		return false
	}
	if len(a.places) > 0 && len(b.places) > 0 && !common(a.places, b.places) {
		return false
	}
	return c.words.of(c.doc.Tokens[who].Lemma)&people != 0 && !a.future && !b.future && !a.supposed && !b.supposed && a.negated != b.negated && a.party.differs(b.party)
}

// antonyms finds two claims, one right after the other, of which one says the opposite of the other of what it takes up by a noun that only
// takes up what was spoken of: "the practice was legal", "the dumping was illegal".
func (c *comparer) antonyms() {
	for i := 1; i < len(c.stated); i++ {
		for j := i - 1; j >= max(0, i-2) && c.stated[i].sentence-c.stated[j].sentence <= 1; j-- {
			a, b := &c.stated[i], &c.stated[j]
			if a.predicate == "" || a.predicate != b.predicate || a.subject == b.subject || !c.generic(a) && !c.generic(b) || !c.opposite(a, b) {
				continue
			}
			if a.negated != b.negated && c.comparable(i, j) && c.doc.Claims[i].Type != nlp.Demand && c.doc.Claims[j].Type != nlp.Demand {
				c.relate(i, j, nlp.Contradicts, 0.5)
			}
		}
	}
}

// generic reports whether the subject of s only takes up what was spoken of.
func (c *comparer) generic(s *statement) bool {
	subject := c.subject(s.head)
	if subject != nlp.None && c.doc.Tokens[subject].UPOS == "PRON" && c.covering(c.doc.Tokens[subject].Span) == nlp.None {
		switch c.doc.Tokens[subject].Lower {
		case "he", "she", "they":
			return true
		}
	}
	return subject != nlp.None && (c.words.of(s.subject)&generic != 0 || c.words.of(c.doc.Tokens[subject].Lower)&anaphor != 0)
}

// opposite reports whether the predicates of a and b are words of which one says the opposite of the other, or that are called so.
func (c *comparer) opposite(a, b *statement) bool {
	said := func(t int) bool { return c.trees.Child(t, "cop") != nlp.None || c.doc.Tokens[t].Deprel == "xcomp" }
	return said(a.head) && said(b.head) && (c.senses.known(c.doc.Tokens[a.head].Lemma) || c.senses.known(c.doc.Tokens[a.head].Lower))
}

// takenUp reports whether token t is a pronoun for what was spoken of and for no entity.
func (c *comparer) takenUp(t int) bool {
	tok := c.doc.Tokens[t]
	if tok.UPOS != "PRON" || c.covering(tok.Span) != nlp.None {
		return false
	}
	return tok.Lower == "they" || tok.Lower == "them" || tok.Lower == "it" || tok.Lower == "this" || tok.Lower == "that"
}

// telling reports whether the predicate of s says enough to be compared: "do" and "have" do not without their object.
func (c *comparer) telling(s *statement) bool {
	return s.predicate != "" && (c.doc.Tokens[s.head].UPOS != "AUX" || s.subject == "there") && c.verbs.of(s.predicate)&(light|speak) == 0
}

// opposed reports whether claims i and j, which say one thing of one subject, cannot both be true.
func (c *comparer) opposed(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if a.negated == b.negated || !c.comparable(i, j) {
		return false
	}
	if len(a.places) > 0 && len(b.places) > 0 && !common(a.places, b.places) {
		return false
	}
	return shared(a, b) > 0 || c.bare(a) || c.bare(b)
}

// comparable reports whether claims i and j are by different parties and about one time, and hold without condition; what each says of
// itself is not about one thing.
func (c *comparer) comparable(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if a.supposed || b.supposed || a.itself && b.itself || a.future != b.future {
		return false
	}
	return a.party.differs(b.party) && !c.timesDiffer(i, j)
}

// bare reports whether s says no more than its predicate of its subject.
func (c *comparer) bare(s *statement) bool {
	for _, k := range s.keys {
		if k != s.subject && k != s.predicate && !s.party.has(k) && c.verbs.of(k)&(deny|reject|accuse) == 0 {
			return false
		}
	}
	return true
}
