// Package english assembles the engine for English news.
package english

import (
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
	pipeline, err := nlp.Build(
		nlp.Make(token.New),    // tokens and sentences
		nlp.Make(tag.New),      // parts of speech and lemmas
		nlp.Make(parse.New),    // dependencies
		nlp.Make(timex.New),    // dates and times, with values
		nlp.Make(quantity.New), // counts and amounts, with values
		nlp.Make(name.New),     // names and their types
		nlp.Make(entity.New),   // who and what the names stand for
		nlp.Make(quote.New),    // who said what
		func() (nlp.Annotator, error) { return quote.Persons{}, nil }, // who "I" and "you" are
		nlp.Make(claim.New),          // what is put forward
		nlp.Make(claim.NewRelations), // what contradicts, supports and restates what
	)
	if err != nil {
		return nil, err
	}
	models, err := readModels(modelsTSV)
	if err != nil {
		return nil, err
	}
	accuracy, err := readAccuracy(accuracyTSV)
	if err != nil {
		return nil, err
	}
	return &nlp.Engine{Pipeline: pipeline, Name: "english", Languages: []string{"en"}, Models: models, Accuracy: accuracy}, nil
}
