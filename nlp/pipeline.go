package nlp

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"
)

// ErrInvalidUTF8 is the error of annotating a text or title that is not valid UTF-8.
var ErrInvalidUTF8 = errors.New("not valid UTF-8")

// An Annotator adds layers to a document and leaves its text and the layers of others alone. It adds each layer that it
// provides, empty but not nil if it finds nothing.
//
// Once built it never changes, so it is safe for concurrent use.
type Annotator interface {
	Requires() Layers
	Provides() Layers
	Annotate(*Document)
}

// A Pipeline is a list of annotators, run in order. It is safe for concurrent use.
type Pipeline struct {
	steps []Annotator
}

// NewPipeline returns a pipeline of steps, in the order given. Each layer that a step requires must be provided by a step
// before it, and no layer may be provided twice.
func NewPipeline(steps ...Annotator) (*Pipeline, error) {
	var have Layers
	for _, s := range steps {
		if missing := s.Requires() &^ have; missing != 0 {
			return nil, fmt.Errorf("%T requires %v, which no earlier step provides", s, missing)
		}
		if twice := s.Provides() & have; twice != 0 {
			return nil, fmt.Errorf("%T provides %v, as an earlier step does", s, twice)
		}
		have |= s.Provides()
	}
	return &Pipeline{steps}, nil
}

// A Maker makes an annotator. It fails if what the annotator reads is damaged.
type Maker func() (Annotator, error)

// Make returns the maker that calls create, such as token.New.
func Make[A Annotator](create func() (A, error)) Maker {
	return func() (Annotator, error) { return create() }
}

// Build makes annotators, side by side because reading models takes time, and returns the pipeline of them, in the order given.
func Build(makers ...Maker) (*Pipeline, error) {
	steps, errs := make([]Annotator, len(makers)), make([]error, len(makers))
	var group sync.WaitGroup
	for i, create := range makers {
		group.Go(func() { steps[i], errs[i] = create() })
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return NewPipeline(steps...)
}

// Provides returns the layers that the pipeline adds.
func (p *Pipeline) Provides() Layers {
	var have Layers
	for _, s := range p.steps {
		have |= s.Provides()
	}
	return have
}

// Only returns the pipeline of those steps of p that are needed to provide the layers in want.
func (p *Pipeline) Only(want Layers) *Pipeline {
	var steps []Annotator
	for _, s := range slices.Backward(p.steps) {
		if s.Provides()&want != 0 {
			want |= s.Requires()
			steps = append(steps, s)
		}
	}
	slices.Reverse(steps)
	return &Pipeline{steps}
}

// Annotate adds the pipeline's layers to doc, whose layers must be empty. It returns ErrInvalidUTF8 if text or title are not
// valid UTF-8, and ctx's error, between two steps, if ctx is done.
func (p *Pipeline) Annotate(ctx context.Context, doc *Document) error {
	if !utf8.ValidString(doc.Text) || !utf8.ValidString(doc.Title) {
		return ErrInvalidUTF8
	}
	for _, s := range p.steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.Annotate(doc)
	}
	return nil
}
