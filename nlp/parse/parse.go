// Package parse adds dependency trees. doc/parser.md describes the method: a beam search over arc-hybrid transitions (Kuhlmann,
// Gómez-Rodríguez and Satta 2011) with the weights of a structured perceptron; the relations are chosen by two more models, the first
// during the search, and the last, whose word counts, when the tree is whole.
package parse

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed arcs.model
var arcsModel []byte

//go:embed relations.model
var relationsModel []byte

//go:embed labels.model
var labelsModel []byte

//go:embed reranker.model
var rerankerModel []byte

// An Annotator adds the trees of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	arcs      *linear.Ternary
	relations *linear.Model // that the search gives to arcs
	labels    *linear.Model // the final relations; its labels are those of relations
	reranker  *linear.Hashed
	fixed     // relations that are not chosen
	clusters  *cluster.Table
}

const (
	// width is how many states the beam keeps, margin by how much at most their scores are lower than the best one: few, unless there is
	// doubt. More cost time and gain little.
	width  = 16
	margin = 200
)

// relationsAtMost is how many relations a set can hold.
const relationsAtMost = 64

// New returns the annotator for English.
func New() (*Annotator, error) {
	return NewFrom(Models{Arcs: arcsModel, Relations: relationsModel, Labels: labelsModel, Reranker: rerankerModel})
}

// NewFrom returns an annotator with the models that Train gives.
func NewFrom(m Models) (*Annotator, error) {
	a := &Annotator{}
	var err error
	if a.arcs, err = linear.DecodeTernary(m.Arcs); err != nil {
		return nil, fmt.Errorf("parser: arcs: %w", err)
	}
	if a.relations, err = linear.Decode(m.Relations); err != nil {
		return nil, fmt.Errorf("parser: relations: %w", err)
	}
	if a.labels, err = linear.Decode(m.Labels); err != nil {
		return nil, fmt.Errorf("parser: labels: %w", err)
	}
	if a.reranker, err = linear.DecodeHashed(m.Reranker); err != nil {
		return nil, fmt.Errorf("parser: reranker: %w", err)
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	names := a.relations.Labels()
	if len(names) > relationsAtMost || !slices.Equal(names, a.labels.Labels()) {
		return nil, fmt.Errorf("parser: the models disagree on the relations")
	}
	if a.fixed, err = newFixed(names); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	return a, nil
}

// fixed are the indices of the relations that follow from what a token is: only the child of the root is a "root", and punctuation, and
// nothing else, is "punct".
type fixed struct{ root, punct uint8 }

func newFixed(names []string) (fixed, error) {
	root, punct := slices.Index(names, "root"), slices.Index(names, "punct")
	if root < 0 || punct < 0 {
		return fixed{}, fmt.Errorf("no relations root and punct")
	}
	return fixed{uint8(root), uint8(punct)}, nil
}

// fixedRelation returns the relation of dependent to a head, if it is fixed.
func (f fixed) fixedRelation(s *sentence, head, dependent int32) (relation uint8, ok bool) {
	if int(head) == s.n {
		return f.root, true
	}
	return f.punct, s.at(dependent).pos == punctuation
}

// punctuation is the part of speech of punctuation as features know it.
var punctuation = linear.Hash("PUNCT")

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens | nlp.Tags }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Dependencies }

// Annotate adds the trees of doc's sentences, one root each.
func (a *Annotator) Annotate(doc *nlp.Document) {
	names := a.relations.Labels()
	s := a.newSearch()
	r := &reranker{model: a.reranker}
	l := &labeller{model: a.labels, fixed: a.fixed, scores: make([]int32, len(names))}
	for _, sent := range doc.Sentences {
		tokens := doc.Tokens[sent.First : sent.First+sent.Count]
		s.run(tokens)
		best := r.best(s)
		l.head, l.first = best.head, best.relation
		l.run(&s.sentence)
		for i := range tokens {
			tokens[i].Deprel = names[l.final[i]]
			if tokens[i].Head = sent.First + int(l.head[i]); int(l.head[i]) == len(tokens) {
				tokens[i].Head = sent.First + i
			}
		}
	}
}

func (a *Annotator) newSearch() *search {
	return &search{
		sentence: sentence{clusters: a.clusters}, arcs: a.arcs, relations: a.relations, fixed: a.fixed, width: width, margin: margin,
		scores: make([]int32, len(a.relations.Labels())),
	}
}
