package claim

import (
	"cmp"
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Relations adds how the claims of a document stand to each other. It never changes, so it is safe for concurrent use.
//
// Claims are indexed by what they count, whom they accuse and what they are about, and each is only compared with the few latest
// before it that share an entry, so that the work grows with the number of claims and not with its square.
type Relations struct {
	*Annotator
	weights []float64 // of the traits of pairs
}

// NewRelations returns the annotator for English.
func NewRelations() (*Relations, error) {
	r, err := NewRules()
	if err != nil {
		return nil, err
	}
	r.weights, err = readDisputes(disputesTxt)
	return r, err
}

// NewRules returns an annotator that adds only what rules find, without the model of disputes.
func NewRules() (*Relations, error) {
	a, err := New()
	if err != nil {
		return nil, err
	}
	return &Relations{Annotator: a}, nil
}

// Requires implements nlp.Annotator.
func (r *Relations) Requires() nlp.Layers { return r.Annotator.Requires() | nlp.Claims }

// Provides implements nlp.Annotator.
func (r *Relations) Provides() nlp.Layers { return nlp.ClaimRelations }

// Annotate adds the relations between the claims of doc. A pair of claims has one relation, that of the first step that finds any.
func (r *Relations) Annotate(doc *nlp.Document) {
	c := newComparer(r.Annotator, doc)
	c.reasons()     // what is given as a reason
	c.figures()     // two figures for one thing
	c.denials()     // an accusation and its denial
	c.retorts()     // an accusation and one in answer
	c.opposites()   // one proposition, true and not true
	c.antonyms()    // of what is taken up
	c.contrasts()   // what there was and was not
	c.holdings()    // what two sides say they have
	c.evidence()    // what bears a denial out
	c.repetitions() // what is said again
	c.echoes()      // and in quotation marks
	c.rivals()      // and what contradicts that
	if r.weights != nil {
		c.disputes(r.weights) // what a model takes for a contradiction
	}
	doc.ClaimRelations = make([]nlp.ClaimRelation, 0, len(c.found))
	for _, r := range c.found {
		doc.ClaimRelations = append(doc.ClaimRelations, r)
	}
	slices.SortFunc(doc.ClaimRelations, func(a, b nlp.ClaimRelation) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
}

// A comparer holds the state of one call to Annotate.
type comparer struct {
	*finder
	stated   []statement // what each claim says
	found    map[[2]int]nlp.ClaimRelation
	backs    map[int]bool // claims that support another
	answered map[int]bool // accusations that a denial answers
	updated  map[int]bool // whether a sentence says that its figures are not the last, by sentence
}

// newComparer returns the state to compare the claims of doc.
func newComparer(a *Annotator, doc *nlp.Document) *comparer {
	c := &comparer{
		finder: newFinder(a, doc), found: make(map[[2]int]nlp.ClaimRelation), backs: make(map[int]bool), updated: make(map[int]bool),
		answered: make(map[int]bool), stated: make([]statement, 0, len(doc.Claims)),
	}
	for i := range doc.Claims {
		c.stated = append(c.stated, c.state(i, c.stated))
	}
	return c
}

// latest is how many earlier claims that share an entry a claim is compared with.
const latest = 8

// relate adds a relation, unless the pair has one.
func (c *comparer) relate(from, to int, t nlp.RelationType, confidence float64) {
	key := [2]int{min(from, to), max(from, to)}
	if _, ok := c.found[key]; !ok && from != to {
		if t == nlp.Supports {
			c.backs[from] = true
		}
		c.found[key] = nlp.ClaimRelation{From: from, To: to, Type: t, Confidence: confidence}
	}
}
