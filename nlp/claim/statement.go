package claim

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A statement is what a claim says, in the form in which claims are compared. What it speaks of it names by keys: an entity by its
// number, a state by its name whatever stands for it, any other word by the lemma that senses.txt gives it.
type statement struct {
	sentence  int
	verb      int      // the predicate of the claim
	class     class    // and what it does, as far as its object bears it out
	head      int      // the predicate: that of what is denied or laid on somebody, where the reporting verb makes the claim
	predicate string   // its key; that of the object where the verb says little, as in "had no role"
	subject   string   // the key of who or what it is said of; may be empty
	patient   string   // and of whom or what it is done to
	keys      []string // of all that it speaks of, sorted
	negated   bool     // by "not", by what denies it, or by a word for the opposite
	future    bool     // is about what is to come
	supposed  bool     // holds only if something else does
	sweeping  bool     // denies all that was said or laid on somebody: "denied the allegations", "had no part in it"
	plural    bool     // and more than one thing
	anaphoric bool     // denies what was said just before: "denied it", "the claim is false"
	pronoun   bool     // calls that no more than "it" or "that"
	otherwise bool     // says that what was said is not so: "proved otherwise"
	tallied   bool     // denies figures: "disputed the forum's figures"
	charged   bool     // denies what blames, and no mere statement: "denied the charges"
	counted   []counted
	timed     bool     // names a time
	not       int      // the "not" of "neglect, not rain", or nlp.None
	itself    bool     // is said by those who put it forward of themselves, with a pronoun
	numbers   []string // as they are written, but those of times
	places    []int    // entities that are locations, rising
	party     party    // who puts it forward
}

// state finds what claim i says.
func (c *comparer) state(i int, before []statement) statement {
	claim := &c.doc.Claims[i]
	first, last := c.tokensIn(claim.Span)
	s := statement{sentence: c.sentenceOf(first), party: c.partyOf(claim, before)}
	verb := c.top(first, last)
	class := c.performs(verb)
	s.head, s.verb, s.class = verb, verb, class
	switch {
	case claim.Type == nlp.Denial && class&deny != 0:
		c.denied(&s, verb)
	case claim.Type == nlp.Accusation && class&accuse != 0, claim.Type == nlp.Demand && class&demand != 0:
		c.laid(&s, verb)
	case c.verbs.at(c.doc, verb)&(describe|judge) != 0 && claim.Type != nlp.Accusation && c.called(&s, verb):
	case class&estimate == 0:
		c.said(&s, verb)
	default:
		if obj := c.object(verb); obj != nlp.None {
			s.subject = c.subjectKey(obj, s.party)
		}
	}
	if claim.Type == nlp.Denial && class&deny == 0 && c.untrueWord(first, last) != nlp.None { // "a lie"
		s.negated, s.sweeping, s.anaphoric, s.pronoun, s.subject = true, true, true, true, s.party.first()
	}
	if claim.Type == nlp.Accusation && claim.Target != nlp.None && c.predicateOf(verb) != "" && class&accuse != 0 {
		s.subject = c.entityKey(claim.Target)
	}
	if n := len(before); s.subject == "" && n > 0 && s.sentence-before[n-1].sentence <= 1 && !isEntity(before[n-1].subject) && c.takesUp(s.head, verb) {
		s.subject = before[n-1].subject // what was spoken of
	}
	if n := len(before); n > 0 && s.subject != "" && s.subject == s.party.first() && s.predicate != "" && s.predicate == before[n-1].predicate &&
		s.sentence-before[n-1].sentence <= 1 && before[n-1].subject != "" && !isEntity(before[n-1].subject) && c.takesUp(s.head, verb) {
		s.subject = before[n-1].subject // of which the same is said: "the offer is worth 2%", "it is worth 7%"
	}
	s.timed = len(claim.Times) > 0
	s.itself = c.ofThemselves(s.head, claim)
	if claim.Type == nlp.Denial && class&deny == 0 && c.didNothing(s.head, claim) {
		s.itself, s.negated = true, true
	}
	if subject := c.subject(s.head); claim.Type == nlp.Denial && subject != nlp.None && c.none(subject) {
		s.negated = true // "nobody forced him out"
	}
	s.future = c.foretells(clause{s.head, first, last})
	for t := first; t <= last; t++ {
		if c.doc.Tokens[t].UPOS == "NUM" && !c.inTime(t) {
			s.numbers = append(s.numbers, c.doc.Tokens[t].Lower)
		}
		if k := c.key(t); k != "" && k != s.predicate && t != s.head && (t != verb || class&accuse == 0) {
			s.keys = append(s.keys, k)
		}
		tok := c.doc.Tokens[t]
		if t == s.head && c.perfect(t) && c.modal(t) { // "would have won"
			s.supposed = true
		}
		if tok.Deprel == "mark" && (tok.Lower == "if" || tok.Lower == "unless") {
			s.supposed = true
		}
	}
	slices.Sort(s.keys)
	s.keys = slices.Compact(s.keys)
	for _, e := range c.entitiesIn(claim.Span) {
		if c.doc.Entities[e].Type == nlp.Location {
			s.places = append(s.places, e)
		}
	}
	s.counted = c.countedIn(claim, verb, before)
	s.not = c.notBut(first, last)
	return s
}

// takesUp reports whether predicate t, or what verb v calls so, is said of "it" or "they".
func (c *comparer) takesUp(t, v int) bool {
	subject := c.subject(t)
	if subject == nlp.None && t != v {
		subject = c.object(v) // "called it unsafe"
	}
	return subject != nlp.None && c.takenUp(subject) && c.trees.Child(t, "csubj", "ccomp", "xcomp") == nlp.None
}

// called fills in s from a clause that says by verb v what something is, "described the method as unsound", and reports whether it is one.
func (c *comparer) called(s *statement, v int) bool {
	obj := c.object(v)
	if obj < v || c.passive(v) || c.negated(v) {
		return false
	}
	for _, head := range []int{v, obj} {
		for what := range c.trees.Children(head) {
			as := c.trees.Child(what, "case")
			plain := c.doc.Tokens[what].Deprel == "xcomp" && c.doc.Tokens[what].UPOS == "ADJ"
			if what < obj || !plain && (as == nlp.None || c.doc.Tokens[as].Lower != "as") {
				continue
			}
			sense := c.senses.at(&c.doc.Tokens[what])
			s.head, s.predicate, s.negated = what, sense.word, sense.opposite
			s.subject = c.subjectKey(obj, s.party)
			return true
		}
	}
	return false
}

// top returns the predicate of the claim made of the tokens from first to last.
func (c *comparer) top(first, last int) int {
	top := first
	for t := first; t <= last; t++ {
		tok := c.doc.Tokens[t]
		outside := tok.Head == t || tok.Head < first || tok.Head > last
		if outside && c.predicate(t) && (top == first || tok.UPOS == "VERB" && c.doc.Tokens[top].UPOS != "VERB") {
			top = t
		}
	}
	if top == first && !c.predicate(top) && first <= last {
		if all := c.clauses(first, last); len(all) > 0 {
			return all[0].head
		}
	}
	return top
}

// said fills in s from the clause of predicate t.
func (c *comparer) said(s *statement, t int) {
	if x := c.trees.Child(t, "ccomp"); x > t && c.verbs.at(c.doc, t)&(attitude|perceive) != 0 && c.finite(x) && !c.negated(t) {
		t = x // "they knew the building was unsafe"
	}
	c.predicated(s, t)
	if subject := c.subject(t); subject != nlp.None {
		s.subject = c.subjectKey(subject, s.party)
	}
	if c.thereIs(s, t) || c.drives(s, t) {
		return
	}
	if obj := c.object(s.head); obj != nlp.None && c.verbs.at(c.doc, s.head)&light == 0 {
		s.patient = c.key(obj)
	}
	if obj := c.trees.Child(s.head, "obj", "iobj"); obj > s.head && (c.doc.Tokens[obj].UPOS != "NOUN" || c.doc.Tokens[obj].Lower == "nothing") && c.none(obj) {
		s.negated = !s.negated // "were told nothing"
	}
	if c.shouldHave(t) {
		s.negated = !s.negated // what should have been done was not
	}
	if c.negated(t) != (c.hasNo(t, part|intent) || c.objectNo(t)) {
		s.negated = !s.negated
	}
	word := c.words.of(c.doc.Tokens[t].Lemma) | c.words.of(c.doc.Tokens[t].Lower) | c.words.of(s.predicate)
	switch {
	case s.negated && word&part != 0, c.hasNo(t, part):
		s.sweeping = true
	case c.callsUntrue(clause{head: t}):
		s.sweeping, s.negated = true, true
		s.anaphoric = c.doc.Tokens[t].Lower != "innocent"
		if subject := c.trees.Child(t, "nsubj"); subject != nlp.None {
			_, number := c.numbered(subject)
			s.tallied = number || c.words.of(c.doc.Tokens[subject].Lemma)&tally != 0
		}
	case c.otherwise(t):
		s.sweeping, s.negated, s.otherwise = true, true, true
	case s.negated && s.predicate == "true":
		s.sweeping, s.anaphoric = true, true
	}
}

// objectNo reports whether the object of verb t is none: "had no relationship". None of several is a figure.
func (c *comparer) objectNo(t int) bool {
	obj := c.object(t)
	if obj == nlp.None || c.doc.Tokens[obj].XPOS == "NNS" {
		return false
	}
	det := c.trees.Child(obj, "det")
	return det != nlp.None && c.doc.Tokens[det].Lower == "no"
}

// predicated fills in what the predicate t says, and turns the statement round if its word says the opposite.
func (c *comparer) predicated(s *statement, t int) {
	if x := c.trees.Child(t, "xcomp"); x > t {
		switch lemma := c.doc.Tokens[t].Lemma; {
		case lemma == "fail" || lemma == "neglect" || lemma == "omit": // "failed to warn"
			s.negated = !s.negated
			t = x
		case c.doc.Tokens[x].UPOS == "ADJ" && becoming[lemma]: // "had fallen ill", "was declared unsafe"
			t = x
		}
	}
	s.head = t
	if lemma := c.doc.Tokens[t].Lemma; lemma == "switch" || lemma == "turn" {
		for child := range c.trees.Children(t) {
			if c.doc.Tokens[child].Lower == "off" { // and not on
				s.negated = !s.negated
			}
		}
	}
	what := t
	if c.verbs.at(c.doc, t)&light != 0 {
		if obj := c.trees.Child(t, "obj"); obj != nlp.None {
			what = obj
		}
	}
	sense := c.senses.at(&c.doc.Tokens[what])
	if obj := c.trees.Child(t, "obj"); obj > t && c.doc.Tokens[t].Lemma == "open" && c.doc.Tokens[obj].Lower == "fire" {
		sense = c.senses.of("gunfire") // "opened fire"
	}
	if amod := c.trees.Child(t, "amod"); amod != nlp.None && c.trees.Child(t, "cop") != nlp.None {
		if x := c.senses.at(&c.doc.Tokens[amod]); x.opposite && amod < t {
			sense = x // "were unarmed labourers"
		}
	}
	if way := c.direction(t); way.word != "" {
		sense = way
	}
	s.predicate = sense.word
	if sense.opposite {
		s.negated = !s.negated
	}
}

// becoming are verbs that say of their subject, or of their object in the passive, what the adjective behind them says.
var becoming = map[string]bool{
	"become": true, "consider": true, "declare": true, "deem": true, "fall": true, "find": true, "get": true, "go": true, "grow": true, "judge": true,
	"prove": true, "remain": true, "rule": true, "stay": true, "turn": true,
}

// direction returns the sense of a verb or copula with "up" or "down": "crime had gone up", "burglaries were down".
func (c *comparer) direction(t int) sense {
	word := c.doc.Tokens[t].Lower
	switch c.doc.Tokens[t].Lemma {
	case "go", "come", "be", "creep", "edge":
		for child := range c.trees.Children(t) {
			if w := c.doc.Tokens[child].Lower; child > t && (w == "up" || w == "down") {
				word = w
			}
		}
	default:
		if c.trees.Child(t, "cop") == nlp.None {
			return sense{}
		}
	}
	switch word {
	case "up":
		return c.senses.of("rise")
	case "down":
		return c.senses.of("fall")
	}
	return sense{}
}

// driving are verbs by which something makes something else rise, 1, or fall, -1.
var driving = map[string]int{"boost": 1, "cut": -1, "double": 1, "halve": -1, "lift": 1, "lower": -1, "raise": 1, "reduce": -1, "slash": -1}

// drives fills in s from a clause by which something makes something else rise or fall, of which it then tells: "the tax has cut sales".
func (c *comparer) drives(s *statement, t int) bool {
	obj := c.object(t)
	if obj == nlp.None || c.doc.Tokens[obj].UPOS != "NOUN" || c.trees.Child(t, "xcomp") > t {
		return false
	}
	way := driving[c.doc.Tokens[t].Lemma]
	if way == 0 {
		return false
	}
	if e := c.covering(c.doc.Tokens[obj].Span); e != nlp.None {
		return false
	}
	s.head, s.predicate, s.subject = t, c.senses.of("rise").word, c.key(obj)
	s.negated = s.negated != ((way < 0) != c.negated(t))
	return true
}

// thereIs fills in s from a clause that says what there is, or that there is none or not enough.
func (c *comparer) thereIs(s *statement, t int) bool {
	noun := c.trees.Child(t, "nsubj", "obj", "obl")
	if c.trees.Child(t, "expl") == nlp.None || noun < t || c.doc.Tokens[t].Lemma != "be" || c.negated(t) {
		return false
	}
	s.head, s.predicate, s.subject = t, c.senses.of(c.doc.Tokens[noun].Lemma).word, "there"
	for i := min(t+1, c.start(noun)); i < noun; i++ {
		switch c.doc.Tokens[i].Lower {
		case "no", "not", "n't":
			s.negated = !s.negated
		}
	}
	return true
}

// denied fills in what the verb of denial v denies: "denied that it had lied", "denied lying", "denied any part in it".
func (c *comparer) denied(s *statement, v int) {
	s.negated = true
	if c.differs(v) {
		s.sweeping, s.anaphoric, s.pronoun, s.subject = true, true, true, s.party.first()
		return
	}
	if class := c.verbs.at(c.doc, v); class&(describe|deny) == describe || c.doc.Tokens[v].Lemma == "plead" { // "called the claim a lie"
		s.sweeping, s.anaphoric, s.subject, s.charged = true, true, s.party.first(), class&describe == 0
		s.predicate = c.senses.of("true").word
		if obj := c.object(v); obj != nlp.None {
			s.charged = c.words.of(c.doc.Tokens[obj].Lemma)&charged != 0
		}
		return
	}
	if inner := c.inner(v); inner != nlp.None {
		c.predicated(s, inner)
		if c.negated(inner) {
			s.negated = !s.negated
		}
		if obj := c.object(s.head); obj != nlp.None {
			s.patient = c.key(obj)
		}
		if subject := c.trees.Child(inner, "nsubj"); subject != nlp.None {
			s.subject = c.subjectKey(subject, s.party)
		} else {
			s.subject = s.party.first()
		}
		if c.words.of(c.doc.Tokens[inner].Lemma)&(part|guilt) != 0 && s.negated {
			s.sweeping = true
		}
		return
	}
	s.subject = s.party.first()
	obj := c.object(v)
	if head := c.relativeObject(v); obj == nlp.None && head != nlp.None {
		class := c.words.of(c.doc.Tokens[head].Lemma) // "a charge that it denies"
		s.sweeping, s.anaphoric, s.charged = true, true, class&charged != 0
		s.plural = c.doc.Tokens[head].XPOS == "NNS"
		return
	}
	if obj == nlp.None {
		return
	}
	noun := c.doc.Tokens[obj]
	class := c.words.of(noun.Lemma) | c.words.of(noun.Lower)
	s.predicate = c.senses.of(noun.Lemma).word
	s.sweeping = class&(allegation|anaphor|part|guilt) != 0
	s.anaphoric = class&(allegation|anaphor) != 0
	s.pronoun = (noun.UPOS == "PRON" || noun.Lower == "that") && class&anaphor != 0
	if class&tally != 0 {
		s.tallied, s.sweeping, s.anaphoric = true, true, true
		if of := c.trees.Child(obj, "nmod"); of != nlp.None {
			s.subject = c.key(of)
			if e := c.sourceOf(of); e != nlp.None {
				s.subject = c.entityKey(e)
			}
		}
	}
	if c.contradicted(obj) {
		s.sweeping, s.anaphoric = true, true
	}
	s.charged = class&charged != 0
	s.plural = noun.XPOS == "NNS" || class&part != 0
}

// laid fills in what the verb v lays on its object: "accused her of lying", "blamed the council for the flood", "urged them to leave".
func (c *comparer) laid(s *statement, v int) {
	if on := c.blamedOn(v); on != nlp.None {
		s.subject = c.subjectKey(on, party{})
	} else if obj := c.object(v); obj != nlp.None {
		s.subject = c.subjectKey(obj, party{})
	}
	if inner := c.inner(v); inner != nlp.None {
		c.predicated(s, inner)
		if c.negated(inner) {
			s.negated = !s.negated
		}
		if subject := c.trees.Child(inner, "nsubj"); subject != nlp.None && s.subject == "" {
			s.subject = c.subjectKey(subject, party{})
		}
	}
}

// inner returns the verb or predicate of the clause that verb v takes, or nlp.None.
func (c *comparer) inner(v int) int {
	if x := c.trees.Child(v, "ccomp", "xcomp"); x > v {
		return x
	}
	for _, head := range []int{v, c.object(v)} {
		if head == nlp.None {
			continue
		}
		for x := range c.trees.Children(head) {
			switch deptree.Base(c.doc.Tokens[x].Deprel) {
			case "advcl", "acl":
				if x > v && c.doc.Tokens[x].XPOS == "VBG" && c.trees.Child(x, "mark", "case") != nlp.None && c.doc.Tokens[x-1].Lower != "," {
					return x
				}
			}
		}
	}
	return nlp.None
}

// predicateOf returns the key of token t if it can be a predicate.
func (c *comparer) predicateOf(t int) string { return c.senses.at(&c.doc.Tokens[t]).word }

// key returns the key of token t, or "" if the token speaks of nothing.
func (c *comparer) key(t int) string {
	tok := c.doc.Tokens[t]
	switch tok.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "PRON":
		if c.inTime(t) {
			return ""
		}
		if e := c.covering(tok.Span); e != nlp.None {
			return c.entityKey(e)
		}
		if tok.UPOS == "PRON" {
			return ""
		}
		return c.senses.at(&tok).word
	}
	return ""
}

// entityKey returns the key of an entity: the state, if it is one, or stands for one as its people and its capital do.
func (f *finder) entityKey(e int) string {
	if f.keys[e] == "" {
		f.keys[e] = f.newKey(e)
	}
	return f.keys[e]
}

func (f *finder) newKey(e int) string {
	entity := &f.doc.Entities[e]
	switch entity.Type {
	case nlp.Location, nlp.Organization, nlp.Group:
		if state, ok := f.states[strings.TrimPrefix(strings.ToLower(entity.Name), "the ")]; ok {
			return "=" + state
		}
	}
	return "#" + strconv.Itoa(e)
}

// isEntity reports whether a key is that of an entity or a state.
func isEntity(key string) bool { return key != "" && (key[0] == '#' || key[0] == '=') }

// subjectKey returns the key of the noun t; that of p if t is a pronoun that no entity has, since it then mostly is whoever speaks.
func (c *comparer) subjectKey(t int, p party) string {
	tok := c.doc.Tokens[t]
	if tok.UPOS == "PRON" {
		switch tok.Lower {
		case "i", "we":
			return p.first()
		case "he", "she", "they":
			if c.covering(tok.Span) == nlp.None && !(tok.Lower == "they" && p.single) {
				return p.first()
			}
		case "it":
			if c.covering(tok.Span) == nlp.None && !p.person && !p.thing {
				return p.first()
			}
		}
	}
	return c.key(t)
}

// entitiesIn returns the entities mentioned in s, rising.
func (f *finder) entitiesIn(s nlp.Span) []int {
	start := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= s.Start })
	var out []int
	for _, m := range f.mentions[start:] {
		if m.Start >= s.End {
			break
		}
		if m.End <= s.End {
			out = append(out, m.entity)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared returns how many keys a and b have in common besides their predicates, those whom they are laid on, and except.
func shared(a, b *statement, except ...string) int {
	n := 0
	for _, k := range a.keys {
		if k == a.subject || k == b.subject || k == a.predicate || k == b.predicate || slices.Contains(except, k) {
			continue
		}
		if _, ok := slices.BinarySearch(b.keys, k); ok {
			n++
		}
	}
	return n
}

// overlap returns the share of what two statements speak of that they have in common (Jaccard's index).
func overlap(a, b *statement) float64 {
	if len(a.keys) < 3 || len(b.keys) < 3 {
		return 0
	}
	n := both(a, b)
	return float64(n) / float64(len(a.keys)+len(b.keys)-n)
}

// both returns how many keys a and b have in common.
func both(a, b *statement) int {
	n := 0
	for _, k := range a.keys {
		if _, ok := slices.BinarySearch(b.keys, k); ok {
			n++
		}
	}
	return n
}

// common reports whether two rising lists share an element.
func common(a, b []int) bool {
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			return true
		}
	}
	return false
}
