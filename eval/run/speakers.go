package main

import (
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A novel is a text of LitBank with its quotations and who speaks them (Sims and Bamman 2020).
type novel struct {
	Tokens   []string
	Sents    [][2]int
	Clusters []struct {
		ID       string
		Mentions []struct{ S, E int }
	}
	Quotes []struct {
		S, E    int
		Speaker string
	}
}

// speakers measures who is said to speak in fiction, to see how far the habits of news carry. A speaker is right if no one in the
// gold has more mentions in common with the entity.
func (b *bench) speakers() error {
	var gold, found, told, right int
	err := jsonLines(b, "corpora/coref/litbank/dev.jsonl", func(n novel) error {
		text, offsets := n.text()
		doc, err := b.annotate(nlp.Quotes|nlp.QuotedMentions, text, nlp.Date{})
		if err != nil {
			return err
		}
		who := n.who(doc, offsets)
		for _, q := range n.Quotes {
			gold++
			quote := quoteAt(doc, nlp.Span{Start: offsets[q.S][0], End: offsets[q.E-1][1]})
			if quote == nil {
				continue
			}
			found++
			if len(quote.Speakers) == 0 {
				continue
			}
			told++
			if who[quote.Speakers[0]] == q.Speaker {
				right++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.shares([]share{{"LitBank dev: quotations found", found, gold}, {"with a speaker", told, found}, {"that is right", right, told}})
	return b.interviews()
}

// A share is how many of so many are right.
type share struct {
	name      string
	right, of int
}

// shares writes a table of shares.
func (b *bench) shares(rows []share) {
	fmt.Fprintf(&b.text, "  %-34s %9s %7s\n", "", "%", "of")
	for _, r := range rows {
		fmt.Fprintf(&b.text, "  %-34s %9.1f %7d\n", r.name, 100*float64(r.right)/float64(max(r.of, 1)), r.of)
	}
}

// An interview is a document of GUM with the speaker of each sentence, whose names are written as one word.
type interview struct {
	timedText
	Genre    string
	Tokens   []string
	Offsets  [][2]int
	Sents    [][2]int
	Speakers []*string
}

// interviews measures who is said to speak in the interviews of GUM, which stand without quotation marks: to whom "I" is given. Few have
// two who answer, and those are hard to tell apart. It is right if the last word of the entity's name ends the speaker's.
func (b *bench) interviews() error {
	var gold, told, right int
	err := jsonLines(b, "corpora/coref/gum/dev.jsonl", func(n interview) error {
		if n.Genre != "interview" {
			return nil
		}
		doc, err := b.annotate(nlp.Entities|nlp.Quotes|nlp.QuotedMentions, n.Text, n.date())
		if err != nil {
			return err
		}
		who := make(map[[2]int]string) // the name of the entity of a mention
		at := newCodePoints(n.Text)
		for _, e := range doc.Entities {
			for _, m := range e.Mentions {
				who[at.pair(m.Span)] = e.Name
			}
		}
		for k, s := range n.Sents {
			if n.Speakers[k] == nil {
				continue
			}
			for i := s[0]; i < s[1]; i++ {
				switch strings.ToLower(n.Tokens[i]) {
				case "i", "me", "my", "mine", "myself":
				default:
					continue
				}
				gold++
				words := strings.Fields(who[n.Offsets[i]])
				if len(words) == 0 {
					continue
				}
				told++
				if strings.HasSuffix(*n.Speakers[k], words[len(words)-1]) {
					right++
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.shares([]share{{"GUM dev interviews: \"I\" given", told, gold}, {"to the one who speaks", right, told}})
	return nil
}

// text returns the tokens as a text, a sentence a line, and where each stands in it.
func (n *novel) text() (text string, offsets [][2]int) {
	var out strings.Builder
	for _, s := range n.Sents {
		for i := s[0]; i < s[1]; i++ {
			if i > s[0] && !strings.Contains(".,;:!?”’)", n.Tokens[i]) && n.Tokens[i-1] != "“" && n.Tokens[i-1] != "(" {
				out.WriteByte(' ')
			}
			start := out.Len()
			out.WriteString(n.Tokens[i])
			offsets = append(offsets, [2]int{start, out.Len()})
		}
		out.WriteByte(' ')
	}
	return out.String(), offsets
}

// quoteAt returns the first quote of doc that has half of s or more in its content, or nil.
func quoteAt(doc *nlp.Document, s nlp.Span) *nlp.Quote {
	for k := range doc.Quotes {
		both := 0
		for _, c := range doc.Quotes[k].Content {
			both += max(0, min(c.End, s.End)-max(c.Start, s.Start))
		}
		if 2*both >= s.Len() {
			return &doc.Quotes[k]
		}
	}
	return nil
}

// who returns for each entity of doc the cluster with which it has most mentions in common, the first of several, or "".
func (n *novel) who(doc *nlp.Document, offsets [][2]int) []string {
	out := make([]string, len(doc.Entities))
	for k := range doc.Entities {
		most := 0
		for _, c := range n.Clusters {
			common := 0
			for _, m := range doc.Entities[k].Mentions {
				for _, g := range c.Mentions {
					if m.Span == (nlp.Span{Start: offsets[g.S][0], End: offsets[g.E-1][1]}) {
						common++
					}
				}
			}
			if common > most {
				most, out[k] = common, c.ID
			}
		}
	}
	return out
}
