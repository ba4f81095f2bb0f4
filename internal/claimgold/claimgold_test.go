package claimgold_test

import (
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hearsay-nlp/hearsay/internal/claimgold"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// All articles of our own can be read: all their words are where their claims say.
func TestReadAll(t *testing.T) {
	const folder = "../../eval/testdata/claims/"
	sets, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, set := range sets {
		if !set.IsDir() {
			continue
		}
		articles, err := claimgold.ReadAll(folder + set.Name())
		if err != nil {
			t.Error(err)
		}
		n += len(articles)
	}
	if n < 91 {
		t.Errorf("only %d articles", n)
	}
}

// What the reader makes of an article.
func TestRead(t *testing.T) {
	ar := txtar.Parse([]byte(`-- text --
Zoë Varga said no. “The tax,” Varga said, “is low.” Critics say the tax is high. The tax is new.
-- entities --
Zoë Varga (person): Zoë Varga, Varga
-- claims --
c1 opinion by Zoë Varga: The tax#1 … is low
c2 fact by "Critics": the tax is high
c3 fact by ARTICLE: The tax#2 … is new
c2 contradicts c1
`))
	a, err := claimgold.Read(ar)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(a.Entities[0].Mentions); got != 2 {
		t.Errorf("%d mentions, want the full name and the surname", got)
	}
	if got, want := a.Claims[0].In(a.Text), "The tax,” Varga said, “is low"; got != want {
		t.Errorf("the claim in two pieces is %q, want %q", got, want)
	}
	if got, want := a.Claims[1].Source.In(a.Text), "Critics"; got != want {
		t.Errorf("the source is %q, want %q", got, want)
	}
	if !a.Claims[2].ByArticle {
		t.Error("the last claim is not the article's")
	}
	if got, want := a.Relations, []claimgold.Relation{{From: 1, To: 0, Type: nlp.Contradicts}}; !slices.Equal(got, want) {
		t.Errorf("relations %v, want %v", got, want)
	}
}

// What is not in the text, or not clear, is an error.
func TestReadFails(t *testing.T) {
	for _, c := range []struct{ name, entities, claims string }{
		{"words that are not there", "", "c1 fact by ARTICLE: the bridge is open"},
		{"words that stand twice", "", "c1 fact by ARTICLE: the bridge"},
		{"a second where there is one", "", `c1 fact by "Ana Ruiz"#2: the bridge is shut`},
		{"half a word", "", "c1 fact by ARTICLE: the bridge is shu"},
		{"an entity not listed", "", "c1 fact by Ana Ruiz: the bridge is shut"},
		{"an entity not mentioned", "Eva Ruiz (person): Eva Ruiz", ""},
		{"a type that is none", "", "c1 guess by ARTICLE: the bridge is shut"},
		{"a number left out", "", "c2 fact by ARTICLE: the bridge is shut"},
		{"a relation to nothing", "", "c1 fact by ARTICLE: the bridge is shut\nc1 supports c2"},
		{"a line that is neither", "", "c1: the bridge is shut"},
	} {
		ar := &txtar.Archive{Files: []txtar.File{
			{Name: "text", Data: []byte("Ana Ruiz says the bridge is shut. People need the bridge.")},
			{Name: "entities", Data: []byte(c.entities)},
			{Name: "claims", Data: []byte(c.claims)},
		}}
		if _, err := claimgold.Read(ar); err == nil {
			t.Errorf("%s: no error", c.name)
		}
	}
}

// Each gold claim takes the best of the claims found that have half of it and are left.
func TestMatch(t *testing.T) {
	claims := func(spans ...nlp.Span) (out []nlp.Claim) {
		for _, s := range spans {
			out = append(out, nlp.Claim{Span: s})
		}
		return out
	}
	gold := []claimgold.Claim{{Span: nlp.Span{Start: 0, End: 10}}, {Span: nlp.Span{Start: 20, End: 30}}}
	found := claims(nlp.Span{Start: 0, End: 6}, nlp.Span{Start: 0, End: 9}, nlp.Span{Start: 24, End: 40})
	if got, want := claimgold.Match(found, gold), []int{nlp.None, 0, nlp.None}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
