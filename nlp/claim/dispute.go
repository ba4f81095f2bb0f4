package claim

import (
	_ "embed"
	"fmt"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed disputes.txt
var disputesTxt string

// window is how many claims before it a claim is compared with by the model of disputes. Of the contradictions in the articles it is trained on,
// 98 in 100 lie within it.
const window = 6

// surely is the probability from which on two claims are said to contradict each other.
const surely = 0.35

// readDisputes reads the model of disputes: a weight for each trait.
func readDisputes(text string) ([]float64, error) {
	weights, err := logistic.Read(text, TraitNames())
	if err != nil {
		return nil, fmt.Errorf("disputes: %w", err)
	}
	return weights, nil
}

// disputes finds the claims that contradict another close by in words of their own, which no rule knows: by a logistic regression over the
// traits of the pair.
func (c *comparer) disputes(weights []float64) {
	c.pairs(func(p *pair) {
		if _, ok := c.found[[2]int{p.earlier, p.later}]; ok {
			return
		}
		sum := 0.0
		for t, w := range weights {
			if traits[t].has(p) {
				sum += w
			}
		}
		if sure := logistic.Sigmoid(sum); sure >= surely {
			c.relate(p.later, p.earlier, nlp.Contradicts, sure)
		}
	})
}

// Pairs calls yield with the claims of doc that may contradict each other, the later one first, and the values of their traits, for training.
func (a *Annotator) Pairs(doc *nlp.Document, yield func(later, earlier int, values []float64)) {
	c := newComparer(a, doc)
	c.pairs(func(p *pair) {
		values := make([]float64, len(traits))
		for t := range traits {
			if traits[t].has(p) {
				values[t] = 1
			}
		}
		yield(p.later, p.earlier, values)
	})
}

// A pair is a claim and one before it that it may contradict.
type pair struct {
	*comparer
	later, earlier int
	a, b           *statement // of the later and of the earlier claim
	x, y           *nlp.Claim
	u, v           *wording
	like           int // how much the two are alike
	most           int // and how much the later one and any other within the window are
}

// pairs calls yield with each pair of claims that lie within the window and are neither both the article's nor said in one breath.
func (c *comparer) pairs(yield func(*pair)) {
	worded := make([]wording, len(c.stated))
	for i := range c.stated {
		worded[i] = c.wordingOf(i)
	}
	var pairs [window]pair
	for i := range c.stated {
		x := &c.doc.Claims[i]
		n, most := 0, 0
		for j := i - 1; j >= max(0, i-window); j-- {
			y := &c.doc.Claims[j]
			p := pair{comparer: c, later: i, earlier: j, a: &c.stated[i], b: &c.stated[j], x: x, y: y, u: &worded[i], v: &worded[j]}
			if x.Quote == y.Quote && x.Quote != nlp.None || p.a.party.article && p.b.party.article || y.End > x.Start {
				continue
			}
			if p.compatible() {
				continue
			}
			p.like = p.likeness()
			if !c.oneParty(i, j) {
				most = max(most, p.like)
			}
			pairs[n] = p
			n++
		}
		for k := range pairs[:n] {
			pairs[k].most = most
			yield(&pairs[k])
		}
	}
}

// oneParty reports whether claims i and j may be by one party.
func (c *comparer) oneParty(i, j int) bool { return !c.stated[i].party.differs(c.stated[j].party) }

// mayBeOne reports whether two numbers of one kind may be of one thing, for all that is known of what they count.
func (p *pair) mayBeOne(x, y counted) bool {
	switch {
	case x.that || y.that:
		return true
	case x.deed != y.deed && x.deed != "" && y.deed != "" && x.deed != thereIs && y.deed != thereIs:
		return false
	case x.Kind == nlp.Percent && p.otherSubject():
		return false
	}
	return x.unit == "" || y.unit == "" || p.unitsFit(x, y)
}

// compatible reports whether both claims can be true for all that is known: they are by one party, of two places, or of what holds only if
// something else does; or their figures count other things, leave room for each other, or are not the last.
func (p *pair) compatible() bool {
	a, b := p.a, p.b
	switch {
	case a.supposed || b.supposed, a.party.first() != "" && a.party.first() == b.party.first(), len(a.places) > 0 && len(b.places) > 0 && !common(a.places, b.places):
		return true
	case len(a.counted) == 0 || len(b.counted) == 0:
		return false
	case p.updates(p.later) || p.updates(p.earlier), p.timesDiffer(p.later, p.earlier):
		return true
	}
	fit, apart := false, false
	for _, x := range a.counted {
		for _, y := range b.counted {
			if x.Kind == y.Kind && p.mayBeOne(x, y) {
				fit = true
				apart = apart || disjoint(x.Quantity, y.Quantity) && !x.more && !y.more
			}
		}
	}
	return fit && !apart || !fit && p.x.Type == nlp.Figure && p.y.Type == nlp.Figure || p.x.Type == nlp.Figure && a.itself && b.itself
}
