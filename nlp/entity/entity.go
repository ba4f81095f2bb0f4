// Package entity finds the things that a document names: it gathers the mentions of each (coreference), and gives each a name, a
// type, a role, a salience and, where one is known for sure, an entry of a knowledge base.
//
// Mentions are gathered in two stages, as in the sieves of Lee et al. (2013, "Deterministic Coreference Resolution Based on
// Entity-Centric, Precision-Ranked Rules"): steps of falling precision, each of which sees what those before it have joined.
// First come names, over the whole document, and the noun phrases that stand in apposition to them. Then all other noun
// phrases and the pronouns are taken in the order of the text; for each a linear ranker chooses among the chains of mentions
// that were last spoken of, or none (after Durrett and Klein 2013, "Easy Victories and Uphill Battles in Coreference
// Resolution"). Chains without a name take part all the way, so that "he" can refer to "a farmer", and are left out at the end.
// doc/entities.md tells the rest.
package entity

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed ranker.model
var rankerModel []byte

// An Annotator adds the entities of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	lexicon  *lexicon
	ranker   *linear.Model
	salience *salience
	links    *Links

	confidence []float64 // weights of ConfidenceFeatures
}

// New returns the annotator for English, with the embedded table of links.
func New() (*Annotator, error) {
	links, err := ReadLinks(strings.NewReader(linksTxt))
	if err != nil {
		return nil, fmt.Errorf("entities: links.txt: %w", err)
	}
	return NewWith(links)
}

// NewWith returns the annotator for English that links by the table given.
func NewWith(links *Links) (*Annotator, error) {
	a, err := NewFrom(rankerModel)
	if err == nil {
		a.links = links
	}
	return a, err
}

// NewFrom returns an annotator with a ranker in the form that Train gives it, that links nothing.
func NewFrom(ranker []byte) (*Annotator, error) {
	a := &Annotator{links: &Links{}}
	var err error
	if a.ranker, err = linear.Decode(ranker); err != nil {
		return nil, fmt.Errorf("entities: ranker: %w", err)
	}
	if n := len(a.ranker.Labels()); n != 1 {
		return nil, fmt.Errorf("entities: the ranker has %d labels, want 1", n)
	}
	if a.lexicon, err = newLexicon(); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	if a.salience, err = newSalience(salienceTxt); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	if a.confidence, err = logistic.Read(confidenceTxt, ConfidenceFeatures); err != nil {
		return nil, fmt.Errorf("entities: confidence: %w", err)
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers {
	return nlp.Sentences | nlp.Tokens | nlp.Tags | nlp.Dependencies | nlp.Times | nlp.Names
}

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Entities }

// sieves are the steps by which mentions are joined, in order.
var sieves = []func(*resolver){
	(*resolver).agreeOnTypes,    // one name, one type
	(*resolver).joinSameNames,   // "Ann Smith" … "Ann Smith"
	(*resolver).joinPersons,     // "Ann Smith" … "Ms Smith"
	(*resolver).joinAcronyms,    // "European Union" … "EU"
	(*resolver).joinShortForms,  // "Deutsche Bank AG" … "Deutsche Bank"
	(*resolver).joinCountries,   // "United States" … "America"
	(*resolver).joinPeoples,     // "Muslim" … "Muslims"
	(*resolver).joinAppositions, // "Ann Smith, the mayor of York"
	(*resolver).joinSpeakers,    // "Ann Smith: I"
	(*resolver).joinDislocated,  // "Ann Smith, she"
	(*resolver).joinCataphors,   // "In her speech, Ann Smith"
	(*resolver).joinByRank,      // "the mayor", "she"
	(*resolver).joinFamilies,    // "the parents" … "the Smiths"
}

// Annotate adds the entities of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	doc.Entities = a.resolve(doc).entities(a)
}

// resolve finds the mentions of doc and joins them.
func (a *Annotator) resolve(doc *nlp.Document) *resolver {
	r := newResolver(a.lexicon, doc)
	r.chooser = &ranking{model: a.ranker, confidence: a.confidence}
	r.run()
	return r
}
