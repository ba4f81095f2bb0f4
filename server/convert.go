package server

import (
	"fmt"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A converter turns a document of the engine into the contract's messages. Offsets become those of the caller: into the text as
// it was submitted, in the unit asked for.
type converter struct {
	doc     *nlp.Document
	source  string       // the submitted text
	markup  *markup      // where the document's text stands in source; nil if they are the same
	offsets *offsetTable // of source
}

func newConverter(doc *nlp.Document, source string, markup *markup, encoding hearsayv1.OffsetEncoding) *converter {
	return &converter{doc, source, markup, newOffsetTable(source, encoding)}
}

// article returns all layers of the document that are there.
func (c *converter) article() *hearsayv1.Article {
	doc := c.doc
	a := &hearsayv1.Article{}
	for _, s := range doc.Sentences {
		a.Sentences = append(a.Sentences, &hearsayv1.Sentence{Span: c.span(s.Span), FirstToken: new(int32(s.First)), TokenCount: int32(s.Count)})
	}
	for _, t := range doc.Tokens {
		a.Tokens = append(a.Tokens, &hearsayv1.Token{
			Span: c.span(t.Span), Lemma: t.Lemma, Upos: t.UPOS, Xpos: t.XPOS, Head: new(int32(t.Head)), Deprel: t.Deprel,
		})
	}
	for i := range doc.Entities {
		a.Entities = append(a.Entities, c.entity(i))
	}
	for i := range doc.Quotes {
		a.Quotes = append(a.Quotes, c.quote(i))
	}
	for i := range doc.Claims {
		a.Claims = append(a.Claims, c.claim(i))
	}
	for _, r := range doc.ClaimRelations {
		a.ClaimRelations = append(a.ClaimRelations, &hearsayv1.ClaimRelation{
			FromClaimId: id("c", r.From), ToClaimId: id("c", r.To), Type: hearsayv1.ClaimRelation_Type(r.Type), Confidence: float32(r.Confidence),
		})
	}
	for i, t := range doc.Times {
		a.Times = append(a.Times, &hearsayv1.TimeExpression{Id: id("t", i), Span: c.span(t.Span), Value: t.Value})
	}
	for i := range doc.Quantities {
		a.Quantities = append(a.Quantities, c.quantity(i))
	}
	return a
}

func (c *converter) entity(i int) *hearsayv1.Entity {
	e := &c.doc.Entities[i]
	out := &hearsayv1.Entity{
		Id: id("e", i), Name: e.Name, Type: hearsayv1.Entity_Type(e.Type), Role: e.Role, Salience: float32(e.Salience),
	}
	for _, m := range e.Mentions {
		out.Mentions = append(out.Mentions, &hearsayv1.Mention{
			Span: c.span(m.Span), Kind: hearsayv1.Mention_Kind(m.Kind), Confidence: float32(m.Confidence),
		})
	}
	if e.Link != (nlp.Link{}) {
		out.Link = &hearsayv1.EntityLink{
			WikidataId: e.Link.WikidataID, WikipediaTitle: e.Link.WikipediaTitle, Confidence: float32(e.Link.Confidence),
		}
	}
	return out
}

func (c *converter) quote(i int) *hearsayv1.Quote {
	q := &c.doc.Quotes[i]
	out := &hearsayv1.Quote{
		Id: id("q", i), Kind: hearsayv1.Quote_Kind(q.Kind), Manner: hearsayv1.Quote_Manner(q.Manner), Cue: c.optional(q.Cue),
		Source: c.optional(q.Source), SpeakerIds: ids("e", q.Speakers), Addressee: c.optional(q.Addressee), Relay: c.optional(q.Relay),
		InsideQuoteId: id("q", q.Inside), Confidence: float32(q.Confidence),
	}
	for _, s := range q.Content {
		out.Content = append(out.Content, c.span(s))
	}
	return out
}

func (c *converter) claim(i int) *hearsayv1.Claim {
	x := &c.doc.Claims[i]
	return &hearsayv1.Claim{
		Id: id("c", i), Type: hearsayv1.Claim_Type(x.Type), Span: c.span(x.Span), ClaimantIds: ids("e", x.Claimants), ByArticle: x.ByArticle,
		Source: c.optional(x.Source), TargetId: id("e", x.Target), QuoteId: id("q", x.Quote), Checkable: new(x.Checkable),
		CheckWorthiness: float32(x.CheckWorthiness), TimeIds: ids("t", x.Times), QuantityIds: ids("n", x.Quantities), Confidence: float32(x.Confidence),
	}
}

func (c *converter) quantity(i int) *hearsayv1.Quantity {
	q := &c.doc.Quantities[i]
	out := &hearsayv1.Quantity{
		Id: id("n", i), Span: c.span(q.Span), Kind: hearsayv1.Quantity_Kind(q.Kind), Approximate: q.Approximate, Unit: q.Unit, Currency: q.Currency,
	}
	if q.HasLow {
		out.Low = &q.Low
	}
	if q.HasHigh {
		out.High = &q.High
	}
	return out
}

// span returns a span with what it cuts out of the submitted text.
func (c *converter) span(s nlp.Span) *hearsayv1.TextSpan {
	if c.markup != nil {
		s = c.markup.source(s)
	}
	return &hearsayv1.TextSpan{Begin: new(c.offsets.at(s.Start)), End: c.offsets.at(s.End), Text: s.In(c.source)}
}

func (c *converter) optional(s nlp.Span) *hearsayv1.TextSpan {
	if s.IsZero() {
		return nil
	}
	return c.span(s)
}

// id returns the name of the i-th element of a layer, or "" for nlp.None.
func id(letter string, i int) string {
	if i == nlp.None {
		return ""
	}
	return fmt.Sprintf("%s%d", letter, i+1)
}

func ids(letter string, list []int) []string {
	var out []string
	for _, i := range list {
		out = append(out, id(letter, i))
	}
	return out
}
