package main

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// Each article of our own converts: all its words are where its claims say.
func TestClaimGold(t *testing.T) {
	for _, half := range []string{"dev", "unseen"} {
		files, err := filepath.Glob("../testdata/claims/" + half + "/*.txtar")
		if err != nil || len(files) == 0 {
			t.Fatalf("no articles in %s: %v", half, err)
		}
		for _, file := range files {
			t.Run(half+"/"+strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
				ar, err := txtar.ParseFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if _, _, err := readClaimGold(ar); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// What the reader makes of an article, offsets in code points.
func TestReadClaimGold(t *testing.T) {
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
	_, gold, err := readClaimGold(ar)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(gold.Entities[0].Mentions); got != 2 {
		t.Errorf("%d mentions, want the full name and the surname", got)
	}
	if got, want := gold.Claims[0].Span, [2]int{20, 49}; got != want || gold.Claims[0].Checkable {
		t.Errorf("the claim in two pieces is %v, want %v, and no opinion can be checked", got, want)
	}
	if got, want := *gold.Claims[1].ClaimantText, [2]int{52, 59}; got != want {
		t.Errorf("the source is %v, want %v", got, want)
	}
	if got := gold.Claims[2].Claimants; len(got) != 1 || got[0] != "ARTICLE" {
		t.Errorf("claimants %q, want the article", got)
	}
}

// What is not in the text, or not clear, is an error.
func TestReadClaimGoldFails(t *testing.T) {
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
		if _, _, err := readClaimGold(ar); err == nil {
			t.Errorf("%s: no error", c.name)
		}
	}
}
