package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// reasons finds claims that are given as a reason for another.
func (c *comparer) reasons() {
	byHead := make(map[int]int) // claims by the tokens that head them
	for i := range c.stated {
		byHead[c.stated[i].verb] = i
	}
	for i, claim := range c.doc.Claims {
		first, _ := c.tokensIn(claim.Span)
		if r, ok := byHead[c.reasonOf(c.stated[i].verb)]; ok {
			c.relate(r, i, nlp.Supports, 0.7) // "… because …"
		}
		if i > 0 && first > 0 && c.doc.Tokens[first-1].Lower == "because" && c.doc.Claims[i-1].Quote == claim.Quote &&
			c.stated[i-1].sentence == c.stated[i].sentence {
			c.relate(i, i-1, nlp.Supports, 0.7) // which trees hang elsewhere
		}
		if i > 0 && c.cites(c.stated[i].verb) && c.doc.Claims[i-1].Quote == claim.Quote && c.stated[i-1].sentence == c.stated[i].sentence {
			c.relate(i, i-1, nlp.Supports, 0.7) // "…, citing rising costs"
		}
		c.participle(i)
		c.defence(i)
	}
}

// participle relates what hangs on another claim of the same claimant by a participle: "denied it, claiming that …", "urged them to
// leave, warning that …".
func (c *comparer) participle(i int) {
	claim := &c.doc.Claims[i]
	if claim.Quote == nlp.None {
		return
	}
	cue := c.cueHead(c.quotes[claim.Quote].Cue)
	if cue == nlp.None || c.verbs.at(c.doc, cue)&argue == 0 || claim.Start < c.doc.Tokens[cue].Start {
		return
	}
	if tok := c.doc.Tokens[cue]; tok.XPOS != "VBG" || deptree.Base(tok.Deprel) != "advcl" {
		return
	}
	by := c.stated[i].party.first()
	for j := i - 1; j >= max(0, i-latest) && c.stated[j].sentence == c.stated[i].sentence; j-- {
		if other := &c.doc.Claims[j]; other.Quote == claim.Quote || other.Start >= c.doc.Tokens[cue].Start {
			continue
		}
		switch {
		case c.sameParty(i, j) && c.doc.Claims[j].Type != nlp.Fact && c.doc.Claims[j].Type != nlp.Figure:
			c.relate(i, j, nlp.Supports, 0.6)
			return
		case c.stated[j].party.article && claim.Type != nlp.Prediction && by != "" && c.stated[j].subject == by:
			c.relate(i, j, nlp.Supports, 0.5) // "closed the road, saying that it was flooded"
			return
		}
	}
}

// defence relates what a claimant says right after a denial of what was laid on him to the denial.
func (c *comparer) defence(i int) {
	if t := c.doc.Claims[i].Type; t != nlp.Denial && t != nlp.Fact && t != nlp.Accusation || c.stated[i].anaphoric {
		return
	}
	for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 4; j-- {
		if !c.sameParty(i, j) {
			return
		}
		if d := &c.stated[j]; c.doc.Claims[j].Type == nlp.Denial && (d.anaphoric || c.stated[i].sentence-d.sentence <= 1 && d.class&deny != 0 && c.tellsPast(i)) {
			c.relate(i, j, nlp.Supports, 0.5)
			return
		}
	}
}

// tellsPast reports whether claim i is no denial and tells what was, as one who denies says what happened instead.
func (c *comparer) tellsPast(i int) bool {
	t := c.stated[i].head
	return c.doc.Claims[i].Type != nlp.Denial && (c.doc.Tokens[t].XPOS == "VBD" || c.perfect(t) || c.pastCopula(t) || c.trees.Child(t, "aux:pass", "aux") != nlp.None && !c.modal(t))
}

// sameParty reports whether claims i and j have the same claimants.
func (c *comparer) sameParty(i, j int) bool {
	a, b := c.stated[i].party, c.stated[j].party
	return !a.article && !b.article && a.first() != "" && a.first() == b.first()
}
