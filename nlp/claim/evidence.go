package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// evidence finds what is told in support of a denial, and so contradicts what is denied: "dismissed the claim. She said the plan had been
// published." A denial of responsibility leaves open what happened, and one of several accusations which of them it speaks of.
func (c *comparer) evidence() {
	denied := make(map[int][]int) // what each denial contradicts
	for pair, r := range c.found {
		if r.Type != nlp.Contradicts {
			continue
		}
		for k, i := range pair {
			if c.doc.Claims[i].Type == nlp.Denial && pair[1-k] < i {
				denied[i] = append(denied[i], pair[1-k])
			}
		}
	}
	type link struct{ from, to int }
	var links []link
	for _, r := range c.found {
		if r.Type != nlp.Supports || len(denied[r.To]) != 1 || c.doc.Claims[r.To].Type != nlp.Denial {
			continue
		}
		if to := denied[r.To][0]; c.refutes(r.From, r.To, to) {
			links = append(links, link{r.From, to})
		}
	}
	for _, l := range links {
		c.relate(l.from, l.to, nlp.Contradicts, 0.5)
	}
}

// refutes reports whether claim i, which supports denial d of claim j, says itself that j is not so.
func (c *comparer) refutes(i, d, j int) bool {
	s, denial, what := &c.stated[i], &c.stated[d], &c.stated[j]
	if t := c.doc.Claims[i].Type; t != nlp.Fact && t != nlp.Denial && t != nlp.Figure || s.future || s.sentence-denial.sentence > 1 || s.sentence < denial.sentence {
		return false
	}
	if tok := c.doc.Tokens[s.head]; tok.XPOS == "VBP" || tok.XPOS == "VBZ" || c.modal(s.head) && !c.anybody(c.subject(s.head)) || denial.plural {
		return false
	}
	if c.performs(s.head)&(describe|speak) != 0 {
		return false
	}
	if !s.party.differs(what.party) || c.reasonOf(s.head) != nlp.None {
		return false
	}
	if denial.tallied { // "disputed that figure, saying fewer than half had stayed away"
		return slices.ContainsFunc(s.counted, func(x counted) bool {
			return slices.ContainsFunc(what.counted, func(y counted) bool { return x.Kind == y.Kind && disjoint(x.Quantity, y.Quantity) })
		})
	}
	if c.doc.Claims[j].Type != nlp.Accusation && !c.doc.Claims[j].ByArticle && c.doc.Claims[j].Type != nlp.Fact && c.doc.Claims[j].Type != nlp.Figure {
		return false
	}
	return denial.anaphoric || s.itself || shared(s, what) > 0
}
