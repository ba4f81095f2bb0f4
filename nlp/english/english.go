// Package english assembles the engine for English news.
package english

import (
	"fmt"
	"io"
	"slices"

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

// linksModel is the model that Links replaces.
const linksModel = "entity/links"

// An Option changes what New builds.
type Option func(*settings)

type settings struct{ links io.Reader }

// Links replaces the embedded table of what names stand for by the one that New reads from in, in the form of entity.ReadLinks.
func Links(in io.Reader) Option { return func(s *settings) { s.links = in } }

// New returns the engine. It fails only if an embedded model or what an option gives is damaged.
func New(options ...Option) (*nlp.Engine, error) {
	var s settings
	for _, set := range options {
		set(&s)
	}
	models, err := readModels(modelsTSV)
	if err != nil {
		return nil, err
	}
	entities := nlp.Make(entity.New)
	if s.links != nil {
		table, err := entity.ReadLinks(s.links)
		if err != nil {
			return nil, fmt.Errorf("links: %w", err)
		}
		entities = nlp.Make(func() (*entity.Annotator, error) { return entity.NewWith(table) })
		given := nlp.Model{Name: linksModel, Version: table.Version(), Size: table.Size(), Source: "a table given when the engine was built"}
		models[slices.IndexFunc(models, func(m nlp.Model) bool { return m.Name == linksModel })] = given
	}
	pipeline, err := nlp.Build(
		nlp.Make(token.New),    // tokens and sentences
		nlp.Make(tag.New),      // parts of speech and lemmas
		nlp.Make(parse.New),    // dependencies
		nlp.Make(timex.New),    // dates and times, with values
		nlp.Make(quantity.New), // counts and amounts, with values
		nlp.Make(name.New),     // names and their types
		entities,               // who and what the names stand for
		nlp.Make(quote.New),    // who said what
		func() (nlp.Annotator, error) { return quote.Persons{}, nil }, // who "I" and "you" are
		nlp.Make(claim.New),          // what is put forward
		nlp.Make(claim.NewRelations), // what contradicts, supports and restates what
	)
	if err != nil {
		return nil, err
	}
	accuracy, err := readAccuracy(accuracyTSV)
	if err != nil {
		return nil, err
	}
	return &nlp.Engine{Pipeline: pipeline, Name: "english", Languages: []string{"en"}, Models: models, Accuracy: accuracy}, nil
}
