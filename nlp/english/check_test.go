package english_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// check sees that the layers of doc are what package nlp says of them, whatever the text.
func check(tb testing.TB, doc *nlp.Document) {
	tb.Helper()
	c := checker{tb, doc}
	c.tokens()
	c.entities()
	c.quotes()
	c.claims()
	for i, x := range doc.Times {
		c.span("time", x.Span)
		c.true(i == 0 || doc.Times[i-1].End <= x.Start, "times overlap or are out of order at %d", x.Start)
	}
	for i, x := range doc.Quantities {
		c.span("quantity", x.Span)
		c.true(i == 0 || doc.Quantities[i-1].End <= x.Start, "quantities overlap or are out of order at %d", x.Start)
		c.true(x.HasLow || x.HasHigh, "a quantity at %d without bounds", x.Start)
		c.true(!x.HasLow || !x.HasHigh || x.Low <= x.High, "a quantity at %d with low %v and high %v", x.Start, x.Low, x.High)
		c.true((x.Kind == nlp.Money) || x.Currency == "", "a quantity at %d of kind %d with currency %q", x.Start, x.Kind, x.Currency)
	}
}

type checker struct {
	testing.TB
	doc *nlp.Document
}

func (c checker) true(ok bool, format string, args ...any) {
	c.Helper()
	if !ok {
		c.Fatalf("%q: "+format, append([]any{c.doc.Text}, args...)...)
	}
}

// span sees that s lies in the text, between characters, and neither begins nor ends with white space.
func (c checker) span(what string, s nlp.Span) {
	c.Helper()
	text := c.doc.Text
	c.true(0 <= s.Start && s.Start < s.End && s.End <= len(text), "%s %v is no span of the text", what, s)
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	c.true(utf8.ValidString(s.In(text)), "%s %v splits a character", what, s)
	c.true(!unicode.IsSpace(first) && !unicode.IsSpace(last), "%s %v has white space at its ends", what, s)
}

func (c checker) optional(what string, s nlp.Span) {
	c.Helper()
	if !s.IsZero() {
		c.span(what, s)
	}
}

func (c checker) share(what string, x float64) {
	c.Helper()
	c.true(0 <= x && x <= 1, "%s is %v", what, x)
}

// indices sees that list rises and stays below n.
func (c checker) indices(what string, list []int, n int) {
	c.Helper()
	for i, x := range list {
		c.true(0 <= x && x < n && (i == 0 || list[i-1] < x), "%s are %v of %d", what, list, n)
	}
}

func (c checker) tokens() {
	c.Helper()
	at, next := 0, 0
	for _, s := range c.doc.Sentences {
		c.span("sentence", s.Span)
		c.true(s.First == next && s.Count > 0, "a sentence begins at token %d, the last ended before %d", s.First, next)
		next = s.First + s.Count
		c.true(s.Start == c.doc.Tokens[s.First].Start && s.End == c.doc.Tokens[next-1].End, "sentence %v does not fit its tokens", s.Span)
		roots := 0
		for i := s.First; i < next; i++ {
			t := c.doc.Tokens[i]
			c.span("token", t.Span)
			c.true(t.Start >= at, "tokens overlap at %d", t.Start)
			lost := strings.TrimFunc(c.doc.Text[at:t.Start], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
			c.true(lost == "", "no token has %q", lost)
			at = t.End
			c.true(t.UPOS != "" && t.XPOS != "" && t.Lemma != "" && t.Deprel != "", "token %d lacks something: %+v", i, t)
			c.true(s.First <= t.Head && t.Head < next, "token %d has its head %d in another sentence", i, t.Head)
			if t.Head == i {
				roots++
			}
		}
		c.true(roots == 1, "the sentence at %d has %d roots", s.Start, roots)
	}
	c.true(next == len(c.doc.Tokens), "%d of %d tokens are in sentences", next, len(c.doc.Tokens))
}

func (c checker) entities() {
	c.Helper()
	last := -1
	taken := make(map[nlp.Span]int)
	for i, e := range c.doc.Entities {
		c.true(e.Name != "" && e.Type >= nlp.Person && e.Type <= nlp.Product, "entity %d is %q of type %d", i, e.Name, e.Type)
		c.share("salience", e.Salience)
		named := -1
		for j, m := range e.Mentions {
			c.span("mention", m.Span)
			c.share("confidence of a mention", m.Confidence)
			c.true(j == 0 || e.Mentions[j-1].Start <= m.Start, "mentions of %q are out of order", e.Name)
			if m.Kind == nlp.Named && named < 0 {
				named = m.Start
			}
			other, twice := taken[m.Span]
			c.true(!twice, "%q is a mention of entities %d and %d", m.In(c.doc.Text), other, i)
			taken[m.Span] = i
		}
		c.true(named > last, "entity %q is first named at %d, the one before at %d", e.Name, named, last)
		last = named
	}
}

func (c checker) quotes() {
	c.Helper()
	for i, q := range c.doc.Quotes {
		c.true(len(q.Content) > 0, "quote %d has no content", i)
		for j, s := range q.Content {
			c.span("content", s)
			c.true(j == 0 || q.Content[j-1].End <= s.Start, "contents of quote %d overlap: %v", i, q.Content)
		}
		c.true(i == 0 || c.doc.Quotes[i-1].Content[0].Start <= q.Content[0].Start, "quote %d is out of order", i)
		c.optional("cue", q.Cue)
		c.optional("source", q.Source)
		c.optional("addressee", q.Addressee)
		c.optional("relay", q.Relay)
		c.indices("speakers", q.Speakers, len(c.doc.Entities))
		c.share("confidence of a quote", q.Confidence)
		c.true(q.Kind >= nlp.Direct && q.Kind <= nlp.Mixed && q.Manner >= nlp.Stated && q.Manner <= nlp.Intended, "quote %d has kind %d and manner %d", i, q.Kind, q.Manner)
		if q.Inside == nlp.None {
			continue
		}
		c.true(q.Inside >= 0 && q.Inside < len(c.doc.Quotes) && q.Inside != i, "quote %d is inside %d", i, q.Inside)
		inside := false
		for _, s := range c.doc.Quotes[q.Inside].Content {
			inside = inside || s.Contains(q.Content[0])
		}
		c.true(inside, "quote %d is not inside quote %d", i, q.Inside)
	}
}

func (c checker) claims() {
	c.Helper()
	n := len(c.doc.Claims)
	for i, x := range c.doc.Claims {
		c.span("claim", x.Span)
		c.true(i == 0 || c.doc.Claims[i-1].Start <= x.Start, "claim %d is out of order", i)
		c.indices("claimants", x.Claimants, len(c.doc.Entities))
		c.true(!x.ByArticle || len(x.Claimants) == 0 && x.Source.IsZero(), "claim %d is by the article and by others", i)
		c.optional("source", x.Source)
		c.true(x.Target == nlp.None || x.Target >= 0 && x.Target < len(c.doc.Entities), "claim %d has target %d", i, x.Target)
		c.true(x.Quote == nlp.None || x.Quote >= 0 && x.Quote < len(c.doc.Quotes), "claim %d is in quote %d", i, x.Quote)
		c.indices("times of a claim", x.Times, len(c.doc.Times))
		c.indices("quantities of a claim", x.Quantities, len(c.doc.Quantities))
		c.share("check-worthiness", x.CheckWorthiness)
		c.true(x.Checkable || x.CheckWorthiness == 0, "claim %d cannot be checked and is worth %v", i, x.CheckWorthiness)
		c.share("confidence of a claim", x.Confidence)
	}
	for _, r := range c.doc.ClaimRelations {
		c.true(r.From >= 0 && r.From < n && r.To >= 0 && r.To < n && r.From != r.To, "a relation from claim %d to %d of %d", r.From, r.To, n)
		c.share("confidence of a relation", r.Confidence)
	}
}
