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

// echoes finds what somebody says again in his own words right after it was reported of him, and a number that is given again.
func (c *comparer) echoes() {
	for i := range c.stated {
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 2; j-- {
			if c.echoed(i, j) || c.sameFigure(i, j) {
				c.relate(i, j, nlp.Restates, 0.5)
				break
			}
		}
	}
}

// echoed reports whether claim i, in quotation marks, says again what claim j by the same party said in the sentence before: both that it is
// not so or will not be, or the same of the same side they accuse.
func (c *comparer) echoed(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	x, y := &c.doc.Claims[i], &c.doc.Claims[j]
	if x.Type != y.Type || a.sentence-b.sentence > 1 || a.sentence == b.sentence || a.future != b.future || a.party.differs(b.party) || !c.sameParty(i, j) {
		return false
	}
	if x.Quote == nlp.None || x.Quote == y.Quote || c.quotes[x.Quote].Kind != nlp.Direct {
		return false
	}
	switch x.Type {
	case nlp.Denial, nlp.Prediction:
		if x.Type == nlp.Denial && !a.tallied && a.predicate != b.predicate && shared(a, b) == 0 {
			return false
		}
		return a.sweeping && b.sweeping && a.tallied && b.tallied || c.negated(a.head) && c.negated(b.head) && a.itself && (b.itself || b.subject == b.party.first())
	case nlp.Accusation:
		subject := c.subject(a.head)
		return subject != nlp.None && c.doc.Tokens[subject].UPOS == "PRON" && x.Target != nlp.None && x.Target == y.Target && c.object(a.head) == nlp.None && c.performs(a.head)&accuse == 0
	}
	return false
}

// sameFigure reports whether claim i gives the number of claim j again, of the same things or of what was spoken of.
func (c *comparer) sameFigure(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if c.doc.Claims[i].Type != nlp.Figure || c.doc.Claims[j].Type != nlp.Figure || a.party.article || b.party.article || a.negated != b.negated {
		return false
	}
	if len(a.counted) != 1 || len(b.counted) != 1 || c.timesDiffer(i, j) {
		return false
	}
	x, y := a.counted[0], b.counted[0]
	same := x.Kind == y.Kind && x.Low == y.Low && x.High == y.High && x.HasLow == y.HasLow && x.HasHigh == y.HasHigh
	return same && x.Low > 2 && (x.that || y.that || x.unit == y.unit && x.deed == y.deed)
}

// rivals hands what contradicts a figure on to what gives that figure again.
func (c *comparer) rivals() {
	against := make(map[int][]int)
	for pair, r := range c.found {
		if r.Type == nlp.Contradicts {
			against[pair[0]] = append(against[pair[0]], pair[1])
			against[pair[1]] = append(against[pair[1]], pair[0])
		}
	}
	var pairs [][2]int
	for pair, r := range c.found {
		if r.Type != nlp.Restates || !c.sameFigure(pair[1], pair[0]) {
			continue
		}
		for k, i := range pair {
			for _, j := range against[pair[1-k]] {
				if len(against[pair[1-k]]) <= latest && c.stated[i].party.differs(c.stated[j].party) {
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
	}
	for _, p := range pairs {
		c.relate(max(p[0], p[1]), min(p[0], p[1]), nlp.Contradicts, 0.5)
	}
}
