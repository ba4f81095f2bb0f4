package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// holdings finds two claims close by of which one side says that it took a place, or something else that one side only can have, and the
// other that it holds it: "the army said it had taken the port", "the rebels said they were still in control of the harbour".
func (c *comparer) holdings() {
	for i := range c.stated {
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 2; j-- {
			a, b := &c.stated[i], &c.stated[j]
			if c.fallen(a, b) || c.fallen(b, a) {
				c.relate(i, j, nlp.Contradicts, 0.55) // "had captured the town", "denied that the town had fallen"
				continue
			}
			if c.takenAndKept(a, b) || c.takenAndKept(b, a) {
				c.relate(i, j, nlp.Contradicts, 0.55) // "seized the town", "the town remained in government hands"
				continue
			}
			if !c.ownSide(a) || !c.ownSide(b) || a.negated || b.negated || a.future || b.future || a.supposed || b.supposed || !a.party.differs(b.party) {
				continue
			}
			took := c.takes(a.head) && c.keeps(b.head) || c.takes(b.head) && c.keeps(a.head)
			if took && (len(a.places) == 0 || len(b.places) == 0 || common(a.places, b.places)) && !c.timesDiffer(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.55)
			}
		}
	}
}

// fallen reports whether a says that its side took a place, and b that it has not fallen.
func (c *comparer) fallen(a, b *statement) bool {
	if !c.ownSide(a) || a.negated || !b.negated || a.future || b.future || !c.takes(a.head) || !a.party.differs(b.party) {
		return false
	}
	return c.doc.Tokens[b.head].Lemma == "fall" && c.subject(b.head) != nlp.None && (b.party.has(b.subject) || slices.Contains(a.keys, b.subject))
}

// takenAndKept reports whether a says that a place was taken, and b that it is in the hands of others or under their control.
func (c *comparer) takenAndKept(a, b *statement) bool {
	if a.negated || b.negated || a.future || b.future || a.supposed || b.supposed || !c.takes(a.head) || !a.party.differs(b.party) {
		return false
	}
	if a.party.article || b.party.article || b.subject == "" || b.subject != c.key(c.object(a.head)) && !slices.Contains(a.keys, b.subject) {
		return false
	}
	for child := range c.trees.Children(b.head) {
		if tok := &c.doc.Tokens[child]; child > b.head && (tok.Lower == "hands" || tok.Lower == "control") {
			return true
		}
	}
	tok := &c.doc.Tokens[b.head]
	return (tok.Lower == "hands" || tok.Lower == "control") && c.trees.Child(b.head, "cop") != nlp.None
}

// ownSide reports whether s is said by those who put it forward of themselves or of what is theirs: "our troops control the port".
func (c *comparer) ownSide(s *statement) bool {
	if s.itself || s.party.has(s.subject) {
		return true
	}
	subject := c.subject(s.head)
	if subject == nlp.None {
		return false
	}
	poss := c.trees.Child(subject, "nmod")
	return poss != nlp.None && (c.doc.Tokens[poss].Lower == "our" || c.doc.Tokens[poss].Lower == "its" || c.doc.Tokens[poss].Lower == "their")
}

// takes reports whether predicate t says that its subject came to hold a place.
func (c *comparer) takes(t int) bool {
	return c.verbs.at(c.doc, t)&seize != 0 && !c.passive(t) && c.ground(c.object(t))
}

// ground reports whether the noun t, which may be nlp.None, is a place that troops hold or lose.
func (c *comparer) ground(t int) bool {
	if t == nlp.None {
		return false
	}
	if e := c.covering(c.doc.Tokens[t].Span); e != nlp.None && c.doc.Entities[e].Type == nlp.Location {
		return true
	}
	return c.words.of(c.doc.Tokens[t].Lemma)&territory != 0
}

// keeps reports whether predicate t says that its subject holds a place: "is in control of", "controls", "holds".
func (c *comparer) keeps(t int) bool {
	if c.doc.Tokens[t].Lower == "control" && (c.trees.Child(t, "cop") != nlp.None || c.doc.Tokens[t].UPOS == "VERB") {
		for child := range c.trees.Children(t) {
			if c.ground(child) {
				return true
			}
		}
		return false
	}
	switch c.doc.Tokens[t].Lemma {
	case "hold", "retain", "occupy":
		return c.ground(c.object(t))
	case "remain", "stay":
		x := c.trees.Child(t, "xcomp", "obl")
		return x != nlp.None && c.doc.Tokens[x].Lower == "control"
	}
	return false
}
