package main

import (
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A linkedText is a text of GUM whose chains tell the article of Wikipedia that they are linked to.
type linkedText struct {
	timedText
	Offsets  [][2]int // of tokens
	Clusters []struct {
		Type     string
		Identity string
		Mentions []struct {
			S, E int
			Form string
		}
	}
}

// links measures the links of entities on GUM, of whose chains the table of links has seen nothing: how many of the links given are those
// of the gold chain that an entity shares a name with, and how many of the gold chains of persons, organisations and places with an
// article, and a name, are linked to it. Links of chains that the gold links to nothing are told apart.
func (b *bench) links() error {
	fmt.Fprintf(&b.text, "%32s %7s %7s %9s %7s %7s %7s\n", "given", "right", "wrong", "not told", "gold", "found", "right %")
	for _, part := range []struct{ title, file string }{
		{"GUM train", "corpora/coref/gum/train.jsonl.gz"},
		{"GUM dev", "corpora/coref/gum/dev.jsonl"},
	} {
		var given, right, wrong, gold, found int
		err := jsonLines(b, part.file, func(text linkedText) error {
			doc, err := b.annotate(nlp.Entities, text.Text, text.date())
			if err != nil {
				return err
			}
			articles := make(map[[2]int]string) // by the span of a name
			for _, c := range text.Clusters {
				for _, m := range c.Mentions {
					if m.Form == "named" {
						articles[[2]int{text.Offsets[m.S][0], text.Offsets[m.E-1][1]}] = c.Identity
					}
				}
			}
			at := newCodePoints(text.Text)
			linked := make(map[string]bool)
			for _, e := range doc.Entities {
				title := e.Link.WikipediaTitle
				if title == "" {
					continue
				}
				given++
				var same, other bool
				for _, m := range e.Mentions {
					if article := articles[at.pair(m.Span)]; article != "" {
						same = same || sameArticle(article, title)
						other = other || !sameArticle(article, title)
					}
				}
				switch {
				case same:
					right++
					linked[strings.ToLower(title)] = true
				case other:
					wrong++
				}
			}
			for _, c := range text.Clusters {
				if (c.Type == "person" || c.Type == "organization" || c.Type == "place") && c.Identity != "" {
					gold++
					if linked[strings.ToLower(titleOf(c.Identity))] {
						found++
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(&b.text, "  %-24s %5d %7d %7d %9d %7d %7d %7.1f\n", part.title, given, right, wrong, given-right-wrong, gold, found, 100*float64(right)/float64(max(right+wrong, 1)))
	}
	return nil
}

// titleOf returns the title of an article as readers see it, from the form that GUM has.
func titleOf(identity string) string {
	return strings.NewReplacer("_", " ", "%28", "(", "%29", ")", "%2D", "-", "%2C", ",").Replace(identity)
}

// sameArticle reports whether a form of GUM and a title are of one article.
func sameArticle(identity, title string) bool { return strings.EqualFold(titleOf(identity), title) }
