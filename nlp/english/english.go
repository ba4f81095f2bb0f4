// Package english assembles the engine for English news.
package english

import (
	"errors"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// New returns the engine. It fails only if an embedded model is damaged.
func New() (*nlp.Engine, error) {
	tokens, err1 := token.New()
	tags, err2 := tag.New()
	trees, err3 := parse.New()
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	pipeline, err := nlp.NewPipeline(
		tokens,
		tags,
		trees,
	)
	if err != nil {
		return nil, err
	}
	return &nlp.Engine{Pipeline: pipeline, Name: "english", Languages: []string{"en"}}, nil
}
