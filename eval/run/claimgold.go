package main

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/internal/claimgold"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A goldArticle is the JSON form of what is right for an article, as far as claims need it, in the words of score_gold.py.
type goldArticle struct {
	Entities  []goldEntity   `json:"entities"`
	Quotes    []struct{}     `json:"quotes"` // the scorer wants the list; claims are scored without it
	Claims    []goldClaim    `json:"claims"`
	Relations []goldRelation `json:"relations"`
}

// A goldEntity is one who claims or is claimed about; its name is its ID.
type goldEntity struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Type     string        `json:"type"`
	Mentions []goldMention `json:"mentions"`
}

type goldMention struct {
	Span [2]int `json:"span"`
	Kind string `json:"kind"`
}

type goldClaim struct {
	ID           string   `json:"id"`
	Type         string   `json:"type"`
	Claimants    []string `json:"claimants"`
	ClaimantText *[2]int  `json:"claimant_text,omitempty"`
	Target       string   `json:"target,omitempty"`
	Span         [2]int   `json:"span"`
	Checkable    bool     `json:"checkable"`
}

type goldRelation struct {
	From string `json:"from"`
	To   string `json:"to"`
	Type string `json:"type"`
}

// newGoldArticle returns the JSON form of a.
func newGoldArticle(a *claimgold.Article) goldArticle {
	at := newCodePoints(a.Text)
	gold := goldArticle{Entities: []goldEntity{}, Quotes: []struct{}{}, Claims: []goldClaim{}, Relations: []goldRelation{}}
	for _, e := range a.Entities {
		entity := goldEntity{ID: e.Name, Name: e.Name, Type: e.Type.String()}
		for _, m := range e.Mentions {
			entity.Mentions = append(entity.Mentions, goldMention{at.pair(m), mentionKinds[nlp.Named]})
		}
		gold.Entities = append(gold.Entities, entity)
	}
	id := func(claim int) string { return fmt.Sprint("c", claim+1) }
	for i, c := range a.Claims {
		claim := goldClaim{
			ID: id(i), Type: claimTypes[c.Type], Claimants: append([]string{}, c.Claimants...), Target: c.Target, Span: at.pair(c.Span),
			Checkable: c.Type != nlp.Opinion && c.Type != nlp.Demand,
		}
		switch {
		case c.ByArticle:
			claim.Claimants = []string{"ARTICLE"}
		case !c.Source.IsZero():
			source := at.pair(c.Source)
			claim.ClaimantText = &source
		}
		gold.Claims = append(gold.Claims, claim)
	}
	for _, r := range a.Relations {
		gold.Relations = append(gold.Relations, goldRelation{From: id(r.From), To: id(r.To), Type: relationTypes[r.Type]})
	}
	return gold
}
