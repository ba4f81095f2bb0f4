package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// holdings finds two claims close by of which one side says that it took a place, or something else that one side only can have, and the
// other that it holds it: "the army said it had taken the port", "the rebels said they were still in control of the harbour".
func (c *comparer) holdings() {
	for i := range c.stated {
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 2; j-- {
			a, b := &c.stated[i], &c.stated[j]
			if !a.itself || !b.itself || a.negated || b.negated || a.future || b.future || a.supposed || b.supposed || !a.party.differs(b.party) {
				continue
			}
			took := c.takes(a.head) && c.keeps(b.head) || c.takes(b.head) && c.keeps(a.head)
			if took && (len(a.places) == 0 || len(b.places) == 0 || common(a.places, b.places)) && !c.timesDiffer(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.55)
			}
		}
	}
}

// takes reports whether predicate t says that its subject came to hold a place.
func (c *comparer) takes(t int) bool {
	return c.verbs.at(c.doc, t)&seize != 0 && c.object(t) != nlp.None && !c.passive(t)
}

// keeps reports whether predicate t says that its subject holds a place: "is in control of", "controls", "holds".
func (c *comparer) keeps(t int) bool {
	if c.doc.Tokens[t].Lower == "control" && (c.trees.Child(t, "cop") != nlp.None || c.doc.Tokens[t].UPOS == "VERB") {
		return true
	}
	switch c.doc.Tokens[t].Lemma {
	case "hold", "retain", "occupy", "defend", "keep", "have":
		obj := c.object(t)
		return obj != nlp.None && (c.doc.Tokens[t].Lemma != "have" && c.doc.Tokens[t].Lemma != "keep" || c.doc.Tokens[obj].Lower == "control")
	case "remain", "stay":
		x := c.trees.Child(t, "xcomp", "obl")
		return x != nlp.None && c.doc.Tokens[x].Lower == "control"
	}
	return false
}
