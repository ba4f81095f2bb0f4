// Package english assembles the engine for English news.
package english

import (
	"errors"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/claim"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/quantity"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// New returns the engine. It fails only if an embedded model is damaged.
func New() (*nlp.Engine, error) {
	tokens, err1 := token.New()
	tags, err2 := tag.New()
	trees, err3 := parse.New()
	times, err4 := timex.New()
	quantities, err5 := quantity.New()
	names, err6 := name.New()
	entities, err7 := entity.New()
	quotes, err8 := quote.New()
	claims, err9 := claim.New()
	relations, err10 := claim.NewRelations()
	models, err11 := readModels(modelsTSV)
	accuracy, err12 := readAccuracy(accuracyTSV)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7, err8, err9, err10, err11, err12); err != nil {
		return nil, err
	}
	pipeline, err := nlp.NewPipeline(
		tokens,          // tokens and sentences
		tags,            // parts of speech and lemmas
		trees,           // dependencies
		times,           // dates and times, with values
		quantities,      // counts and amounts, with values
		names,           // names and their types
		entities,        // who and what the names stand for
		quotes,          // who said what
		quote.Persons{}, // who "I" and "you" are
		claims,          // what is put forward
		relations,       // how claims stand to each other
	)
	if err != nil {
		return nil, err
	}
	return &nlp.Engine{Pipeline: pipeline, Name: "english", Languages: []string{"en"}, Models: models, Accuracy: accuracy}, nil
}
