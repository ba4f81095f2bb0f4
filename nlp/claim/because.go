package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// addReason adds the clause after "because" in c, or before c after "as" or "since", as a claim of its own by the same claimant. It stands
// in the span of c, since c is not said without it.
func (f *finder) addReason(claim nlp.Claim, c clause) {
	r := f.reasonOf(c)
	if r == nlp.None || f.cueOf[r] != 0 { // "because, she says, …" is hers
		return
	}
	first, last := f.trees.Extent(r)
	mark := f.trees.Child(r, "mark")
	reason := f.trim(clause{r, max(first, mark+1), min(last, c.last)})
	claim.Type = f.typeOf(reason, &claim)
	claim.Target = f.targetOf(claim, reason)
	f.add(claim, r, reason.first, reason.last)
}

// reasonOf returns the predicate of the clause that c gives as its reason, or nlp.None: finite, with a subject of its own, and hanging on
// the predicate of c or on what that takes.
func (f *finder) reasonOf(c clause) int {
	heads := []int{c.head}
	if x := f.trees.Child(c.head, "xcomp", "ccomp"); x != nlp.None {
		heads = append(heads, x)
	}
	for _, h := range heads {
		for r := range f.trees.Children(h) {
			if r < c.first || r > c.last || deptree.Base(f.doc.Tokens[r].Deprel) != "advcl" || !f.finite(r) || f.trees.Child(r, "nsubj") == nlp.None {
				continue
			}
			mark := f.trees.Child(r, "mark")
			if mark == nlp.None {
				continue
			}
			switch f.doc.Tokens[mark].Lower {
			case "because":
				return r
			}
		}
	}
	return nlp.None
}
