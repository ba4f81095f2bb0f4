package english_test

import (
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

var (
	entityTypes  = [...]string{"?", "person", "organization", "location", "group", "event", "work", "product"}
	mentionKinds = [...]string{"?", "", "~", "^"} // nominal ~the minister, pronoun ^she
	quoteKinds   = [...]string{"?", "direct", "indirect", "mixed"}
	manners      = [...]string{"?", "stated", "thought", "intended"}
	claimTypes   = [...]string{"?", "denial", "accusation", "demand", "prediction", "figure", "opinion", "fact"}
	relations    = [...]string{"?", "contradicts", "supports", "restates"}
	kinds        = [...]string{"?", "count", "money", "percent", "measure", "ordinal"}
)

// show writes the layers of doc in the form that testdata/README.md explains.
func show(doc *nlp.Document) string {
	var b strings.Builder
	words := func(s nlp.Span) string { return strings.Join(strings.Fields(s.In(doc.Text)), " ") }
	name := func(i int) string { return doc.Entities[i].Name }
	b.WriteString("-- sentences --\n")
	for _, s := range doc.Sentences {
		fmt.Fprintln(&b, words(s.Span))
	}
	b.WriteString("-- entities --\n")
	for _, e := range doc.Entities {
		fmt.Fprintf(&b, "%s (%s", e.Name, entityTypes[e.Type])
		if e.Role != "" {
			fmt.Fprintf(&b, ", %s", e.Role)
		}
		if e.Link.WikidataID != "" {
			fmt.Fprintf(&b, ", %s", e.Link.WikidataID)
		}
		b.WriteString(")")
		for i, m := range e.Mentions {
			fmt.Fprintf(&b, "%s %s%s", []string{":", ","}[min(i, 1)], mentionKinds[m.Kind], words(m.Span))
		}
		b.WriteByte('\n')
	}
	b.WriteString("-- quotes --\n")
	for i, q := range doc.Quotes {
		var content, speakers []string
		for _, c := range q.Content {
			content = append(content, words(c))
		}
		for _, s := range q.Speakers {
			speakers = append(speakers, name(s))
		}
		fmt.Fprintf(&b, "q%d %s %s: %s\n", i+1, quoteKinds[q.Kind], manners[q.Manner], strings.Join(content, " … "))
		for _, part := range []struct{ name, value string }{
			{"source", words(q.Source)}, {"speakers", strings.Join(speakers, ", ")}, {"cue", words(q.Cue)}, {"addressee", words(q.Addressee)}, {"relay", words(q.Relay)},
		} {
			if part.value != "" {
				fmt.Fprintf(&b, "    %s: %s\n", part.name, part.value)
			}
		}
		if q.Inside != nlp.None {
			fmt.Fprintf(&b, "    inside: q%d\n", q.Inside+1)
		}
	}
	b.WriteString("-- claims --\n")
	for i, c := range doc.Claims {
		who := []string{words(c.Source)}
		if c.ByArticle {
			who = []string{"ARTICLE"}
		} else if len(c.Claimants) > 0 {
			who = nil
			for _, x := range c.Claimants {
				who = append(who, name(x))
			}
		}
		fmt.Fprintf(&b, "c%d %s by %s", i+1, claimTypes[c.Type], strings.Join(who, ", "))
		if c.Target != nlp.None {
			fmt.Fprintf(&b, " on %s", name(c.Target))
		}
		fmt.Fprintf(&b, ": %s\n", words(c.Span))
	}
	for _, r := range doc.ClaimRelations {
		fmt.Fprintf(&b, "c%d %s c%d\n", r.From+1, relations[r.Type], r.To+1)
	}
	b.WriteString("-- times --\n")
	for _, t := range doc.Times {
		fmt.Fprintf(&b, "%s = %s\n", words(t.Span), t.Value)
	}
	b.WriteString("-- quantities --\n")
	for _, q := range doc.Quantities {
		fmt.Fprintf(&b, "%s = %s%s%s\n", words(q.Span), kinds[q.Kind], bounds(q), strings.TrimRight(" "+q.Unit+q.Currency, " "))
	}
	return b.String()
}

// bounds writes what a quantity can be: 5, ~5 for about 5, 5.. for at least 5.
func bounds(q nlp.Quantity) string {
	about := " "
	if q.Approximate {
		about = " ~"
	}
	low, high := "", ""
	if q.HasLow {
		low = fmt.Sprintf("%.10g", q.Low)
	}
	if q.HasHigh {
		high = fmt.Sprintf("%.10g", q.High)
	}
	if low == high {
		return about + low
	}
	return about + low + ".." + high
}
