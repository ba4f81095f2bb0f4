package main

import (
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An article is the JSON form of an annotated article, as far as the scorers read it. The names are those of the contract.
type article struct {
	Entities       []entity   `json:"entities"`
	Quotes         []quote    `json:"quotes"`
	Claims         []claim    `json:"claims"`
	ClaimRelations []relation `json:"claimRelations"`
	Times          []timex    `json:"times"`
	Quantities     []quantity `json:"quantities"`
}

type span struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

type entity struct {
	ID       int       `json:"id"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`
	Role     string    `json:"role"`
	Mentions []mention `json:"mentions"`
}

type mention struct {
	Span span   `json:"span"`
	Kind string `json:"kind"`
}

type quote struct {
	ID         int    `json:"id"`
	Kind       string `json:"kind"`
	Manner     string `json:"manner"`
	Content    []span `json:"content"`
	Cue        *span  `json:"cue,omitempty"`
	Source     *span  `json:"source,omitempty"`
	SpeakerIDs []int  `json:"speakerIds"`
	Addressee  *span  `json:"addressee,omitempty"`
	Relay      *span  `json:"relay,omitempty"`
}

type claim struct {
	ID          int    `json:"id"`
	Type        string `json:"type"`
	Span        span   `json:"span"`
	ClaimantIDs []int  `json:"claimantIds"`
	ByArticle   bool   `json:"byArticle"`
	Source      *span  `json:"source,omitempty"`
	TargetID    *int   `json:"targetId,omitempty"`
	Checkable   bool   `json:"checkable"`
}

type relation struct {
	From int    `json:"fromClaimId"`
	To   int    `json:"toClaimId"`
	Type string `json:"type"`
}

type timex struct {
	Span  span   `json:"span"`
	Value string `json:"value"`
}

type quantity struct {
	Span        span     `json:"span"`
	Low         *float64 `json:"low,omitempty"`
	High        *float64 `json:"high,omitempty"`
	Approximate bool     `json:"approximate"`
	Unit        string   `json:"unit"`
}

// The contract's names of the engine's enums, by value.
var (
	mentionKinds  = [...]string{"", "NAMED", "NOMINAL", "PRONOUN"}
	quoteKinds    = [...]string{"", "DIRECT", "INDIRECT", "MIXED"}
	manners       = [...]string{"", "STATED", "THOUGHT", "INTENDED"}
	claimTypes    = [...]string{"", "DENIAL", "ACCUSATION", "DEMAND", "PREDICTION", "FIGURE", "OPINION", "FACT"}
	relationTypes = [...]string{"", "CONTRADICTS", "SUPPORTS", "RESTATES"}
)

// newArticle returns the JSON form of doc.
func newArticle(doc *nlp.Document) article {
	at := newCodePoints(doc.Text)
	a := article{Entities: []entity{}, Quotes: []quote{}, Claims: []claim{}, ClaimRelations: []relation{}, Times: []timex{}, Quantities: []quantity{}} // none is a list too
	for i, e := range doc.Entities {
		out := entity{ID: i, Name: e.Name, Type: e.Type.String(), Role: e.Role}
		for _, m := range e.Mentions {
			out.Mentions = append(out.Mentions, mention{at.span(m.Span), mentionKinds[m.Kind]})
		}
		a.Entities = append(a.Entities, out)
	}
	for i, q := range doc.Quotes {
		a.Quotes = append(a.Quotes, quote{
			ID: i, Kind: quoteKinds[q.Kind], Manner: manners[q.Manner], Content: at.spans(q.Content), Cue: at.optional(q.Cue),
			Source: at.optional(q.Source), SpeakerIDs: append([]int{}, q.Speakers...), Addressee: at.optional(q.Addressee), Relay: at.optional(q.Relay),
		})
	}
	for i, c := range doc.Claims {
		out := claim{
			ID: i, Type: claimTypes[c.Type], Span: at.span(c.Span), ClaimantIDs: append([]int{}, c.Claimants...), ByArticle: c.ByArticle,
			Source: at.optional(c.Source), Checkable: c.Checkable,
		}
		if c.Target != nlp.None {
			out.TargetID = &c.Target
		}
		a.Claims = append(a.Claims, out)
	}
	for _, r := range doc.ClaimRelations {
		a.ClaimRelations = append(a.ClaimRelations, relation{r.From, r.To, relationTypes[r.Type]})
	}
	for _, t := range doc.Times {
		a.Times = append(a.Times, timex{at.span(t.Span), t.Value})
	}
	for _, q := range doc.Quantities {
		out := quantity{Span: at.span(q.Span), Approximate: q.Approximate, Unit: q.Unit}
		if q.HasLow {
			out.Low = &q.Low
		}
		if q.HasHigh {
			out.High = &q.High
		}
		a.Quantities = append(a.Quantities, out)
	}
	return a
}

// codePoints counts code points up to each byte of a text.
type codePoints []int

func newCodePoints(text string) codePoints {
	at := make(codePoints, len(text)+1)
	n := 0
	for i := range len(text) {
		at[i] = n
		if i+1 == len(text) || utf8.RuneStart(text[i+1]) {
			n++
		}
	}
	at[len(text)] = n
	return at
}

func (at codePoints) span(s nlp.Span) span { return span{at[s.Start], at[s.End]} }

func (at codePoints) pair(s nlp.Span) [2]int { return [2]int{at[s.Start], at[s.End]} }

func (at codePoints) spans(ss []nlp.Span) []span {
	out := []span{}
	for _, s := range ss {
		out = append(out, at.span(s))
	}
	return out
}

func (at codePoints) pairs(ss ...nlp.Span) [][2]int {
	out := [][2]int{}
	for _, s := range ss {
		if !s.IsZero() {
			out = append(out, at.pair(s))
		}
	}
	return out
}

func (at codePoints) optional(s nlp.Span) *span {
	if s.IsZero() {
		return nil
	}
	out := at.span(s)
	return &out
}
