// Package parse adds dependency trees. doc/parser.md describes the method: greedy arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez
// and Satta 2011), trained with a dynamic oracle and exploration (Goldberg and Nivre 2013) as an averaged perceptron; the
// relation of each arc is chosen by a second model when the arc is made.
package parse

import (
	_ "embed"
	"fmt"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed arcs.model
var arcsModel []byte

//go:embed relations.model
var relationsModel []byte

// An Annotator adds the trees of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	arcs      *linear.Model
	relations *linear.Model
	root      int // index of the relation "root"
	clusters  *cluster.Table
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	arcs, err := linear.Decode(arcsModel)
	if err != nil {
		return nil, fmt.Errorf("parser: arcs: %w", err)
	}
	if len(arcs.Labels()) != transitions {
		return nil, fmt.Errorf("parser: the model of arcs has %d labels, want %d", len(arcs.Labels()), transitions)
	}
	relations, err := linear.Decode(relationsModel)
	if err != nil {
		return nil, fmt.Errorf("parser: relations: %w", err)
	}
	a := &Annotator{arcs: arcs, relations: relations, root: nlp.None}
	for i, l := range relations.Labels() {
		if l == "root" {
			a.root = i
		}
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if a.root == nlp.None {
		return nil, fmt.Errorf("parser: the model of relations does not know the root")
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens | nlp.Tags }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Dependencies }

// Annotate adds the trees of doc's sentences, one root each.
func (a *Annotator) Annotate(doc *nlp.Document) {
	st := state{clusters: a.clusters}
	var scores [transitions]int32
	labels := make([]int32, len(a.relations.Labels()))
	names := a.relations.Labels()
	for _, s := range doc.Sentences {
		tokens := doc.Tokens[s.First : s.First+s.Count]
		st.start(tokens)
		for !st.done() {
			clear(scores[:])
			st.arcFeatures(func(f uint64) { a.arcs.Add(scores[:], f) })
			t := st.choose(func(t transition) float64 { return float64(scores[t]) })
			head, dependent := st.arc(t)
			relation := a.root
			if t != shift && head != st.n {
				clear(labels)
				st.relationFeatures(head, dependent, func(f uint64) { a.relations.Add(labels, f) })
				relation = a.best(labels)
			}
			st.apply(t, relation)
		}
		for i := range tokens {
			tokens[i].Deprel = names[st.relation[i]]
			if tokens[i].Head = s.First + st.head[i]; st.head[i] == st.n {
				tokens[i].Head = s.First + i
			}
		}
	}
}

// best returns the relation with the highest score; only the arc from the root is a "root".
func (a *Annotator) best(scores []int32) int {
	best := nlp.None
	for i, x := range scores {
		if i != a.root && (best == nlp.None || x > scores[best]) {
			best = i
		}
	}
	return best
}
