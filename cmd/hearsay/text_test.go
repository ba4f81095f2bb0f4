package main

import (
	"strings"
	"testing"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// spanOf returns where part stands in text, in bytes.
func spanOf(text, part string) *hearsayv1.TextSpan {
	at := int32(strings.Index(text, part))
	return &hearsayv1.TextSpan{Begin: new(at), End: at + int32(len(part)), Text: part}
}

// sample returns an article with a quote inside another, a name in both, and one that ends the text.
func sample() *hearsayv1.Article {
	const text = "Ann said that Bob had said he knew Zoë"
	return &hearsayv1.Article{
		Text: text,
		Entities: []*hearsayv1.Entity{
			{Id: "e1", Name: "Ann", Type: hearsayv1.Entity_TYPE_PERSON, Role: "judge", Mentions: []*hearsayv1.Mention{
				{Span: spanOf(text, "Ann"), Kind: hearsayv1.Mention_KIND_NAMED}}},
			{Id: "e2", Name: "Bob", Type: hearsayv1.Entity_TYPE_PERSON, Mentions: []*hearsayv1.Mention{
				{Span: spanOf(text, "Bob"), Kind: hearsayv1.Mention_KIND_NAMED}, {Span: spanOf(text, "he"), Kind: hearsayv1.Mention_KIND_PRONOUN}}},
			{Id: "e3", Name: "Zoë", Type: hearsayv1.Entity_TYPE_PERSON, Mentions: []*hearsayv1.Mention{
				{Span: spanOf(text, "Zoë"), Kind: hearsayv1.Mention_KIND_NAMED}}},
		},
		Quotes: []*hearsayv1.Quote{
			{Id: "q1", SpeakerIds: []string{"e1"}, Cue: spanOf(text, "said"), Content: []*hearsayv1.TextSpan{spanOf(text, "that Bob had said he knew Zoë")}},
			{Id: "q2", SpeakerIds: []string{"e2"}, Cue: spanOf(text, "had said"), Content: []*hearsayv1.TextSpan{spanOf(text, "he knew Zoë")}, InsideQuoteId: "q1"},
		},
		Claims: []*hearsayv1.Claim{
			{Id: "c1", Type: hearsayv1.Claim_TYPE_FACT, ClaimantIds: []string{"e1"}, Span: spanOf(text, "Bob had said he knew Zoë")},
			{Id: "c2", Type: hearsayv1.Claim_TYPE_FACT, ByArticle: true, Span: spanOf(text, "he knew Zoë")},
		},
		ClaimRelations: []*hearsayv1.ClaimRelation{{FromClaimId: "c2", ToClaimId: "c1", Type: hearsayv1.ClaimRelation_TYPE_SUPPORTS}},
	}
}

func TestText(t *testing.T) {
	var got strings.Builder
	if err := (textWriter{}).write(&got, sample()); err != nil {
		t.Fatal(err)
	}
	const want = `Ann said [q1 that Bob had said [q2 he knew Zoë]]

Who and what
  Ann  person          1×  judge
  Bob  person          2×
  Zoë  person          1×

Who said what
  q1   Ann (said): that Bob had said he knew Zoë
  q2   Bob (had said): he knew Zoë

What is claimed
  c1   fact       Ann: Bob had said he knew Zoë
  c2   fact       the article: he knew Zoë
  c2 supports c1

`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
