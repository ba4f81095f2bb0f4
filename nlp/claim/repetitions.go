package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// repetitions finds claims that say again what an earlier one said.
func (c *comparer) repetitions() {
	byKey := make(map[string][]int)
	for i := range c.stated {
		compared := make(map[int]bool)
		for _, k := range c.stated[i].keys {
			list := byKey[k]
			for _, j := range list[max(0, len(list)-latest):] {
				if !compared[j] && c.repeats(i, j) {
					c.relate(i, j, nlp.Restates, 0.5)
				}
				compared[j] = true
			}
			byKey[k] = append(list, i)
		}
	}
}

// alike reports whether two statements speak of much the same things; of one that only adds to the other less is asked.
func alike(a, b *statement) bool {
	if a.predicate != "" && a.predicate == b.predicate && a.subject != "" && a.subject == b.subject {
		least := min(len(a.keys), len(b.keys))
		return least >= 2 && 3*both(a, b) >= 2*least
	}
	return overlap(a, b) >= 0.55
}

// repeats reports whether claim i says again what claim j says: of the same sort, of the same things, with no other figure.
func (c *comparer) repeats(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if a.sentence == b.sentence || a.negated != b.negated || a.future != b.future || !alike(a, b) || c.timesDiffer(i, j) {
		return false
	}
	if (c.doc.Claims[i].Type == nlp.Demand) != (c.doc.Claims[j].Type == nlp.Demand) {
		return false
	}
	few, many := a.numbers, b.numbers
	if len(few) > len(many) {
		few, many = many, few
	}
	for _, n := range few {
		if !slices.Contains(many, n) {
			return false
		}
	}
	return true
}
