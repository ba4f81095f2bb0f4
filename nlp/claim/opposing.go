package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// stillSo reports whether a says that something still is, and b that it has ended: "the treaty is still in force", "the treaty expired".
func (c *comparer) stillSo(a, b *statement) bool {
	if a.negated || b.negated || !ended[c.doc.Tokens[b.head].Lemma] || a.subject != b.subject && !c.unknown(a.head) {
		return false
	}
	for child := range c.trees.Children(a.head) {
		if c.doc.Tokens[child].Lower == "still" {
			return true
		}
	}
	return c.doc.Tokens[a.head].Lemma == "remain"
}

// ended are verbs that say that what their subject did or was came to an end.
var ended = map[string]bool{
	"cease": true, "close": true, "collapse": true, "die": true, "end": true, "expire": true, "fail": true, "lapse": true, "leave": true, "quit": true,
	"resign": true, "stop": true, "vanish": true, "withdraw": true,
}

// unknown reports whether the subject of predicate t is "it" or "they", for what was spoken of and for no entity.
func (c *comparer) unknown(t int) bool {
	subject := c.subject(t)
	return subject != nlp.None && c.takenUp(subject)
}

// insteadOf reports whether claim i says that it was not what b says that it was, but something else: "drought, not mining, emptied the wells".
func (c *comparer) insteadOf(i int, b *statement) bool {
	not := c.stated[i].not
	if not == nlp.None || b.negated {
		return false
	}
	_, last := c.tokensIn(c.doc.Claims[i].Span)
	for t := not + 1; t <= last && c.doc.Tokens[t].UPOS != "PUNCT" && (t == not+1 || c.doc.Tokens[t].UPOS != "VERB"); t++ {
		if upos := c.doc.Tokens[t].UPOS; upos != "NOUN" && upos != "PROPN" && t > not+1 {
			continue
		}
		if k := c.key(t); k != "" && (k == b.subject || slices.Contains(b.keys, k) && c.causes(b.head)) {
			return true
		}
	}
	return false
}

// notBut returns the "not" with which the tokens from first to last set a noun apart, "neglect, not rain, was the cause", or nlp.None.
func (f *finder) notBut(first, last int) int {
	for t := first + 1; t < last; t++ {
		if f.doc.Tokens[t].Lower != "not" {
			continue
		}
		if before := f.doc.Tokens[t-1].Lower; before != "," && before != "and" {
			continue
		}
		end := t + 1 // behind the noun
		for end < last && (f.doc.Tokens[end].UPOS == "DET" || f.doc.Tokens[end].UPOS == "ADJ" || f.doc.Tokens[end].UPOS == "NOUN" || f.doc.Tokens[end].UPOS == "PROPN" || f.doc.Tokens[end].XPOS == "POS") {
			end++
		}
		if end == t+1 && f.doc.Tokens[end].XPOS == "VBG" {
			end++ // "not mining"
		}
		if end > t+1 && (end > last || f.doc.Tokens[end].Lower == "," || finiteTag(f.doc.Tokens[end].XPOS)) {
			return t
		}
	}
	return nlp.None
}

// emphatic reports whether one of a and b says with stress, "coffee does lower the risk", what the other one said is not so.
func (c *comparer) emphatic(a, b *statement) bool {
	if !b.negated || a.negated || a.subject == "" || a.subject != b.subject {
		return false
	}
	if c.doc.Tokens[a.head].XPOS != "VB" {
		return false
	}
	for child := range c.trees.Children(a.head) {
		if tok := &c.doc.Tokens[child]; child < a.head && tok.Lemma == "do" && tok.Deprel == "aux" {
			return true
		}
	}
	return false
}

// covers reports whether all that claim i denies by a verb of denial is said by b: "denied that anyone died of neglect", "neglect was a factor
// in six deaths".
func (c *comparer) covers(i int, b *statement) bool {
	d := &c.stated[i]
	if c.doc.Claims[i].Type != nlp.Denial || !d.negated || d.sweeping || b.negated || d.class&deny == 0 {
		return false
	}
	n := 0
	for _, k := range append([]string{d.predicate}, d.keys...) {
		if k == "" || d.party.has(k) || c.verbs.of(k)&deny != 0 || n > 0 && k == d.predicate {
			continue
		}
		if k != b.predicate && k != b.subject && !slices.Contains(b.keys, k) {
			return false
		}
		n++
	}
	return n >= 2
}

// bothWin reports whether a and b are by two sides that each say they won.
func (c *comparer) bothWin(a, b *statement) bool {
	won := c.senses.of("win").word
	return c.wins(a, won) && c.wins(b, won) && a.subject != b.subject && c.ownSide(a) && c.ownSide(b)
}

// wins reports whether s says that its subject won all.
func (c *comparer) wins(s *statement, won string) bool {
	if s.negated || s.future || s.supposed || s.predicate != won && c.doc.Tokens[s.head].Lemma != "claim" {
		return false
	}
	obj := c.object(s.head)
	if s.predicate == won {
		return obj == nlp.None || c.senses.of(c.doc.Tokens[obj].Lemma).word == c.senses.of("election").word
	}
	return c.doc.Tokens[s.head].Lemma == "claim" && obj != nlp.None && c.doc.Tokens[obj].Lemma == "victory"
}

// heardNone reports whether a says that somebody heard, saw or got none of what b says that there were: "shouted three warnings", "heard none".
func (c *comparer) heardNone(a, b *statement) bool {
	if b.negated || a.sentence-b.sentence > 1 {
		return false
	}
	obj := c.trees.Child(a.head, "obj")
	if obj < a.head || c.doc.Tokens[obj].Lower != "none" || c.trees.Child(obj, "nmod") != nlp.None {
		return false
	}
	what := c.object(b.head)
	return what > b.head && c.doc.Tokens[what].XPOS == "NNS" && !c.none(what)
}

// otherCause reports whether a and b lay one mishap on two causes that have nothing in common.
func (c *comparer) otherCause(a, b *statement) bool {
	x, y := c.cause(a.head), c.cause(b.head)
	if x == nlp.None || y == nlp.None || a.negated || b.negated || !c.ofMishap(a) && !c.ofMishap(b) {
		return false
	}
	return c.key(x) != c.key(y) && !slices.Contains(a.keys, c.key(y)) && !slices.Contains(b.keys, c.key(x))
}

// ofMishap reports whether s speaks of something that has one cause.
func (c *comparer) ofMishap(s *statement) bool {
	return slices.ContainsFunc(s.keys, func(k string) bool {
		return slices.Contains([]string{"fire", "blaze", "explosion", "blast", "crash", "accident", "derailment", "collapse", "leak", "spill", "outage"}, k)
	})
}

// cause returns what predicate t gives as the only cause of something: "attributed the blaze to fireworks", "a cable was to blame", "the fire was
// caused by a cable"; or nlp.None.
func (c *comparer) cause(t int) int {
	tok := &c.doc.Tokens[t]
	with := ""
	switch tok.Lemma {
	case "attribute":
		with = "to"
	case "blame", "blam":
		if c.toBlame(t) {
			return c.subject(t)
		}
		if obj := c.object(t); obj > t && c.saysFor(t) {
			return obj // "blamed a heater for the fire"
		}
		with = "on"
	case "cause", "start", "trigger", "spark":
		if tok.UPOS == "NOUN" && c.trees.Child(t, "cop") != nlp.None {
			return c.subject(t)
		}
		if c.passive(t) {
			return c.agent(t)
		}
		return c.subject(t)
	default:
		return nlp.None
	}
	for child := range c.trees.Children(t) {
		mark := c.trees.Child(child, "case")
		if d := deptree.Base(c.doc.Tokens[child].Deprel); child > t && mark != nlp.None && (d == "obl" || d == "nmod") && c.doc.Tokens[mark].Lower == with {
			return child
		}
	}
	if obj := c.object(t); obj > t {
		for child := range c.trees.Children(obj) {
			if mark := c.trees.Child(child, "case"); child > obj && mark != nlp.None && c.doc.Tokens[mark].Lower == with {
				return child
			}
		}
	}
	return nlp.None
}

// retold reports whether claims i and j, one right after the other, say of one subject what was and what was not.
func (c *comparer) retold(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if j != i-1 || a.sentence-b.sentence > 1 || a.subject == "" || a.subject != b.subject || a.negated == b.negated || a.future || b.future || a.sweeping || b.sweeping {
		return false
	}
	n := a
	if b.negated {
		n = b
	}
	x, y := c.subject(a.head), c.subject(b.head)
	if x == nlp.None || y == nlp.None || c.doc.Tokens[x].UPOS != "PRON" && c.doc.Tokens[y].UPOS != "PRON" || c.ofSomethingElse(n) || a.class&deny != 0 {
		return false
	}
	if a.itself && b.itself || c.doc.Tokens[n.head].UPOS != "VERB" || c.verbs.at(c.doc, a.head)&(attitude|speak) != 0 || c.verbs.at(c.doc, b.head)&(attitude|speak) != 0 {
		return false
	}
	return c.bygone(a.head) && c.bygone(b.head)
}

// bygone reports whether predicate t is in the past or the perfect.
func (c *comparer) bygone(t int) bool { return c.tellsBygone(t) || c.perfect(t) }

// elliptic reports whether claim i only says of what was spoken of in claim j right before it that it was not so, or was: "the ball had crossed
// the line", "it had not".
func (c *comparer) elliptic(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if j != i-1 || a.sentence-b.sentence > 1 || c.doc.Tokens[a.head].UPOS != "AUX" && c.doc.Tokens[a.head].Lemma != "do" || b.sweeping || c.doc.Claims[j].Type == nlp.Opinion {
		return false
	}
	subject := c.subject(a.head)
	if subject == nlp.None || c.doc.Tokens[subject].UPOS != "PRON" || c.trees.Child(a.head, "expl", "obj", "ccomp", "xcomp", "advcl", "obl") != nlp.None {
		return false
	}
	return c.negated(a.head) != b.negated
}

// gotNothing reports whether a says that somebody got or heard nothing, and b that something was given or told to them: "I passed every complaint
// on to the council", "the council received nothing".
func (c *comparer) gotNothing(a, b *statement) bool {
	if !gotten[c.doc.Tokens[a.head].Lemma] || b.negated || a.subject == "" {
		return false
	}
	obj := c.trees.Child(a.head, "obj")
	if obj < a.head || !c.none(obj) || c.doc.Tokens[obj].UPOS == "NOUN" && c.doc.Tokens[obj].Lower != "nothing" {
		return false
	}
	for child := range c.trees.Children(b.head) {
		if d := deptree.Base(c.doc.Tokens[child].Deprel); child > b.head && (d == "obl" || d == "iobj") && c.key(child) == a.subject {
			return true
		}
	}
	return false
}
