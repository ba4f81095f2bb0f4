package nlp_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// step is an annotator that appends its name to the document's title.
type step struct {
	name               string
	requires, provides nlp.Layers
}

func (s step) Requires() nlp.Layers       { return s.requires }
func (s step) Provides() nlp.Layers       { return s.provides }
func (s step) Annotate(doc *nlp.Document) { doc.Title += s.name }

var (
	split = step{"split ", 0, nlp.Tokens | nlp.Sentences}
	tag   = step{"tag ", nlp.Tokens, nlp.Tags}
	times = step{"times ", nlp.Tokens, nlp.Times}
	names = step{"names ", nlp.Tags, nlp.Names}
)

func TestNewPipelineChecksOrder(t *testing.T) {
	for _, tc := range []struct {
		steps []nlp.Annotator
		want  string // part of the error
	}{
		{[]nlp.Annotator{split, tag, names}, ""},
		{[]nlp.Annotator{split, names, tag}, "requires Tags"},
		{[]nlp.Annotator{tag}, "requires Tokens"},
		{[]nlp.Annotator{split, tag, tag}, "provides Tags, as an earlier step does"},
	} {
		_, err := nlp.NewPipeline(tc.steps...)
		switch {
		case tc.want == "" && err != nil:
			t.Errorf("NewPipeline(%v): %v", tc.steps, err)
		case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
			t.Errorf("NewPipeline(%v) = %v, want error with %q", tc.steps, err, tc.want)
		}
	}
}

func TestOnlyRunsWhatIsNeeded(t *testing.T) {
	p, err := nlp.NewPipeline(split, tag, times, names)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Provides(), nlp.Tokens|nlp.Sentences|nlp.Tags|nlp.Times|nlp.Names; got != want {
		t.Errorf("Provides() = %v, want %v", got, want)
	}
	for want, steps := range map[nlp.Layers]string{
		0:                     "",
		nlp.Sentences:         "split ",
		nlp.Times:             "split times ",
		nlp.Names:             "split tag names ",
		nlp.Names | nlp.Times: "split tag times names ",
	} {
		var doc nlp.Document
		if err := p.Only(want).Annotate(t.Context(), &doc); err != nil {
			t.Fatal(err)
		}
		if doc.Title != steps {
			t.Errorf("Only(%v) runs %q, want %q", want, doc.Title, steps)
		}
	}
}

func TestBuild(t *testing.T) {
	works := func(s step) nlp.Maker { return nlp.Make(func() (step, error) { return s, nil }) }
	fails := func(err error) nlp.Maker { return nlp.Make(func() (step, error) { return step{}, err }) }
	p, err := nlp.Build(works(split), works(tag))
	if err != nil || p.Provides() != nlp.Tokens|nlp.Sentences|nlp.Tags {
		t.Errorf("Build = %v, %v", p, err)
	}
	first, second := errors.New("first"), errors.New("second")
	if _, err := nlp.Build(works(split), fails(first), fails(second)); !errors.Is(err, first) || !errors.Is(err, second) {
		t.Errorf("Build with two that fail = %v", err)
	}
	if _, err := nlp.Build(works(tag)); err == nil {
		t.Error("Build of an order that does not fit: no error")
	}
}

func TestAnnotateRefuses(t *testing.T) {
	p, err := nlp.NewPipeline(split)
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range []nlp.Document{{Text: "a\xff"}, {Text: "a", Title: "\xff"}} {
		if err := p.Annotate(t.Context(), &doc); !errors.Is(err, nlp.ErrInvalidUTF8) {
			t.Errorf("Annotate(%q, %q) = %v, want ErrInvalidUTF8", doc.Text, doc.Title, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	doc := nlp.Document{Text: "a"}
	if err := p.Annotate(ctx, &doc); !errors.Is(err, context.Canceled) {
		t.Errorf("Annotate with a cancelled context = %v", err)
	}
}

func TestLayersString(t *testing.T) {
	for l, want := range map[nlp.Layers]string{
		0:                           "none",
		nlp.Tokens:                  "Tokens",
		nlp.Tokens | nlp.Sentences:  "Sentences|Tokens",
		nlp.ClaimRelations:          "ClaimRelations",
		nlp.AllLayers &^ nlp.Tokens: "Sentences|Tags|Dependencies|Times|Quantities|Names|Entities|Quotes|QuotedMentions|Claims|ClaimRelations",
	} {
		if got := l.String(); got != want {
			t.Errorf("Layers(%b) = %q, want %q", l, got, want)
		}
	}
}
