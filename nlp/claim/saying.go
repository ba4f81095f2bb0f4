package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// saying returns the participle behind a comma by which the subject of c says something more: "claimed victory,
// [saying] it had won 54 percent"; or nlp.None.
func (f *finder) saying(c clause) int {
	for t := c.head + 2; t < c.last; t++ {
		if tok := f.doc.Tokens[t]; tok.XPOS == "VBG" && f.doc.Tokens[t-1].Lower == "," && f.verbs.at(f.doc, t)&(speak|argue) != 0 {
			return t
		}
	}
	return nlp.None
}

// withoutSaying returns c without what its subject says more by a participle, and adds that, inside quote q, if no quote was found for it.
func (f *finder) withoutSaying(c clause, q int) clause {
	t, by := f.saying(c), f.subject(c.head)
	if t == nlp.None || by == nlp.None || f.passive(c.head) || !f.speaks(by) {
		return c
	}
	if f.cueOf[t] != 0 {
		c.last = t - 2
		return f.trim(c)
	}
	claim := nlp.Claim{Target: nlp.None, Quote: q, Confidence: 0.5}
	f.claimedBy(&claim, by)
	clauses := f.clauses(t+1, c.last)
	if !f.anyFinite(clauses) {
		return c
	}
	for _, inner := range clauses {
		if !f.finite(inner.head) || f.isQuestion(inner) {
			continue
		}
		inner = f.withoutReason(inner)
		claim.Type = f.typeOf(inner, &claim)
		claim.Target = f.targetOf(claim, inner)
		f.add(claim, inner.head, inner.first, inner.last)
	}
	c.last = t - 2
	return f.trim(c)
}
