package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// addReason adds the clause that c gives as its reason as a claim of its own by the same claimant: that after "because", or that before c.
func (f *finder) addReason(claim nlp.Claim, c clause) {
	r := f.reasonOf(c.head)
	if r == nlp.None || f.cueOf[r] != 0 { // "because, she says, …" is hers
		return
	}
	first, last := f.trees.Extent(r)
	mark := f.trees.Child(r, "mark")
	reason := f.trim(clause{r, max(first, mark+1), last})
	if claim.Type = f.typeOf(reason, &claim); claim.Type == nlp.Denial && !f.ofThemselves(r, &claim) {
		claim.Type = nlp.Fact // what is not so is the reason, and answers nobody
	}
	claim.Target = f.targetOf(claim, reason)
	f.add(claim, r, reason.first, reason.last)
}

// withoutReason returns c without the clause with which it begins or ends, if that is given as its reason.
func (f *finder) withoutReason(c clause) clause {
	r := f.reasonOf(c.head)
	if r == nlp.None || f.cueOf[r] != 0 {
		return c
	}
	first, last := f.trees.Extent(r)
	switch {
	case r < c.head && last+1 < c.head:
		c.first = last + 1
	case first > c.head && last >= c.last:
		c.last = first - 1
	default:
		return c
	}
	return f.trim(c)
}

// reasonOf returns the predicate of the clause that is given as the reason for what predicate t says, or nlp.None: finite, with a
// subject of its own, and hanging on t or on what that takes. "As" and "since" mostly tell when, but not where they stand before what they
// explain and tell of a state.
func (f *finder) reasonOf(t int) int {
	for _, h := range []int{t, f.trees.Child(t, "xcomp", "ccomp")} {
		if h == nlp.None {
			continue
		}
		for r := range f.trees.Children(h) {
			mark := f.trees.Child(r, "mark")
			if mark == nlp.None || deptree.Base(f.doc.Tokens[r].Deprel) != "advcl" {
				continue
			}
			if !f.finite(r) || f.trees.Child(r, "nsubj", "csubj") == nlp.None {
				continue
			}
			switch f.doc.Tokens[mark].Lower {
			case "because":
				return r
			case "as", "since":
				if r < t && (f.trees.Child(r, "cop") != nlp.None || f.perfect(r)) {
					return r
				}
			}
		}
	}
	return nlp.None
}
