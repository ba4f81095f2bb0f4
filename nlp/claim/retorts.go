package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// retorts finds accusations that answer one: by somebody accused, of whoever accused them, of what the accusation speaks of too or told
// without a word of guilt, as what happened in truth: "CityMove blamed the union. The union said the company had walked out of the room."
func (c *comparer) retorts() {
	for i := range c.stated {
		claim := &c.doc.Claims[i]
		if claim.Type != nlp.Accusation || claim.ByArticle {
			continue
		}
		if claim.Target == nlp.None {
			if i > 0 && c.blamesOthers(i, i-1) {
				c.relate(i, i-1, nlp.Contradicts, 0.5)
			}
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 3; j-- {
			if c.retort(i, j) {
				c.relate(i, j, nlp.Contradicts, 0.55)
				break
			}
		}
	}
}

// blamesOthers reports whether those who were blamed for something in claim j say in accusation i right after it what others without a name did:
// "held the rebels responsible for the bloodshed", "the rebels said the army had opened fire first".
func (c *comparer) blamesOthers(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	target := c.doc.Claims[j].Target
	if c.doc.Claims[j].Type != nlp.Accusation || target == nlp.None || a.sentence-b.sentence > 1 || !a.party.differs(b.party) || a.negated || c.timesDiffer(i, j) {
		return false
	}
	return a.party.has(c.entityKey(target)) && a.subject != "" && !a.party.has(a.subject) && c.tellsBygone(a.head) && c.performs(a.head)&accuse == 0 && !c.passive(a.head)
}

// retort reports whether accusation i answers claim j.
func (c *comparer) retort(i, j int) bool {
	other := &c.doc.Claims[j]
	if other.Type != nlp.Accusation || other.ByArticle || other.Target == nlp.None {
		return false
	}
	a, b := &c.stated[i], &c.stated[j]
	target, accused := c.entityKey(c.doc.Claims[i].Target), c.entityKey(other.Target)
	if !a.party.differs(b.party) || !a.party.has(accused) || !b.party.has(target) || a.negated || c.timesDiffer(i, j) {
		return false
	}
	if a.class&accuse != 0 && c.saysFor(a.verb) { // "accused Russia of deporting children"
		return shared(a, b, slices.Concat(a.party.keys, b.party.keys)...) > 0
	}
	if tok := c.doc.Tokens[a.head]; tok.UPOS != "VERB" || c.performs(a.head)&(accuse|wrong) == 0 {
		if tok.UPOS == "VERB" && !c.tellsBygone(a.head) { // "she refuses to answer" tells nothing of what happened
			return shared(a, b, slices.Concat(a.party.keys, b.party.keys)...) > 0
		}
		return true
	}
	return shared(a, b, slices.Concat(a.party.keys, b.party.keys)...) > 0
}

// tellsBygone reports whether verb v is in the past or the past perfect.
func (c *comparer) tellsBygone(v int) bool {
	if c.doc.Tokens[v].XPOS == "VBD" {
		return true
	}
	for child := range c.trees.Children(v) {
		if tok := c.doc.Tokens[child]; tok.UPOS == "AUX" && (tok.Lower == "had" || tok.Lower == "was" || tok.Lower == "were" || tok.Lower == "did") {
			return true
		}
	}
	return false
}
