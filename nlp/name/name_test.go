package name_test

import (
	"context"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// A syllable behind a hyphen belongs to a name, and what English puts there does not.
func TestHyphens(t *testing.T) {
	pipeline, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(name.New))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"Economy minister Gil Tae-seong said tariffs would rise.": {"Gil Tae-seong PERSON"},
		"Chief executive Ku Bon-hyeok blamed himself.":            {"Ku Bon-hyeok PERSON"},
		"Kim Jong-un met Moon Jae-in.":                            {"Kim Jong-un PERSON", "Moon Jae-in PERSON"},
		"A Barack Obama-era law was cut.":                         {"Barack Obama PERSON"},
		"They found a Donald Trump-like figure.":                  {"Donald Trump PERSON"},
	} {
		doc := &nlp.Document{Text: text}
		if err := pipeline.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range doc.Names {
			got = append(got, n.In(text)+" "+n.Type.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
