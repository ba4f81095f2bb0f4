package quote

import (
	"cmp"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Persons adds what the first and second persons in quotation marks refer to: "I" to the one speaker of the quote, if it is a
// person; "we" to a speaker that is an organisation, a place or a people; "you" to whom the quote is said to, if that is one
// entity. They are mentions like others, in doc.Entities. Persons never changes, so it is safe for concurrent use.
type Persons struct{}

// Requires implements nlp.Annotator.
func (Persons) Requires() nlp.Layers { return nlp.Tokens | nlp.Entities | nlp.Quotes }

// Provides implements nlp.Annotator.
func (Persons) Provides() nlp.Layers { return nlp.QuotedMentions }

// Annotate adds the mentions to the entities of doc.
func (Persons) Annotate(doc *nlp.Document) {
	marked := quotation.Marks(doc.Text)
	mark := 0
	places := newMentionPlaces(doc)
	added := make(map[int]bool) // entities with new mentions
	for q := range doc.Quotes {
		quote := &doc.Quotes[q]
		if quote.Kind == nlp.Indirect {
			continue
		}
		speaker, addressee := nlp.None, places.only(quote.Addressee)
		if len(quote.Speakers) == 1 {
			speaker = quote.Speakers[0]
		}
		for _, c := range quote.Content {
			for i := firstToken(doc, c.Start); i < len(doc.Tokens) && doc.Tokens[i].Start < c.End; i++ {
				tok := &doc.Tokens[i]
				e := person(doc, tok.Lower, speaker, addressee)
				if e == nlp.None {
					continue
				}
				for mark > 0 && marked[mark].Start > tok.Start {
					mark--
				}
				for mark+1 < len(marked) && marked[mark+1].Start <= tok.Start {
					mark++
				}
				if len(marked) == 0 || !marked[mark].Contains(tok.Span) || innermost(doc, q, tok.Span) != q {
					continue
				}
				doc.Entities[e].Mentions = append(doc.Entities[e].Mentions, nlp.Mention{Span: tok.Span, Kind: nlp.Pronoun, Confidence: quote.Confidence})
				added[e] = true
			}
		}
	}
	for e := range added {
		ms := doc.Entities[e].Mentions
		slices.SortStableFunc(ms, func(a, b nlp.Mention) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
		doc.Entities[e].Mentions = slices.CompactFunc(ms, func(a, b nlp.Mention) bool { return a.Span == b.Span })
	}
}

// person returns the entity that a pronoun stands for, or None.
func person(doc *nlp.Document, pronoun string, speaker, addressee int) int {
	switch pronoun {
	case "i", "me", "my", "mine", "myself":
		if speaker != nlp.None && doc.Entities[speaker].Type == nlp.Person {
			return speaker
		}
	case "we", "us", "our", "ours", "ourselves":
		if speaker != nlp.None && doc.Entities[speaker].Type != nlp.Person {
			return speaker
		}
	case "you", "your", "yours", "yourself":
		return addressee
	}
	return nlp.None
}

// only returns the entity of the mention that s is, or None.
func (m mentionPlaces) only(s nlp.Span) int {
	if s.IsZero() {
		return nlp.None
	}
	for _, p := range m.within(s) {
		if p.Span == s {
			return p.entity
		}
	}
	return nlp.None
}

// innermost returns the last quote from q on that stands in q and has s in its content.
func innermost(doc *nlp.Document, q int, s nlp.Span) int {
	best := q
	for i := q + 1; i < len(doc.Quotes) && doc.Quotes[i].Content[0].Start <= s.Start; i++ {
		if doc.Quotes[i].Inside == best && slices.ContainsFunc(doc.Quotes[i].Content, func(c nlp.Span) bool { return c.Contains(s) }) {
			best = i
		}
	}
	return best
}
