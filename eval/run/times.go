package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A timexItem is a time expression as score_timex.py reads it.
type timexItem struct {
	Begin int    `json:"b"`
	End   int    `json:"e"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// times measures the Times layer on the dates of GUM and on the test cases of Microsoft's Recognizers-Text, whose dialect of
// values differs from TIMEX3's in places.
func (b *bench) times() error {
	b.header()
	type errorTable struct {
		title  string
		counts map[string]int
	}
	var tables []errorTable
	for _, set := range []struct{ title, file string }{
		{"GUM dev", "corpora/timex/gum/dev.jsonl"},
		{"Recognizers-Text", "corpora/timex/recognizers-text/dev.jsonl"},
	} {
		found := make(map[string][]timexItem)
		counts := make(map[string]int)
		err := jsonLines(b, set.file, func(doc timexText) error {
			out, err := b.annotate(nlp.Times, doc.Text, doc.date())
			if err != nil {
				return err
			}
			at := newCodePoints(doc.Text)
			items := []timexItem{}
			for _, t := range out.Times {
				s := at.span(t.Span)
				items = append(items, timexItem{s.Begin, s.End, timexType(t.Value), t.Value})
			}
			found[doc.Doc] = items
			countTimeErrors(counts, doc.Timex, items, doc.Mentions)
			return nil
		})
		if err != nil {
			return err
		}
		f, err := b.score("score_timex.py", set.file, found)
		if err != nil {
			return err
		}
		for _, name := range []string{"strict", "relaxed", "value", "strict_value"} {
			b.row(set.title+" "+strings.ReplaceAll(name, "_", " "), f.at(name))
		}
		b.note(set.title, "times, value F1", f.at("value").percent("f1"))
		tables = append(tables, errorTable{"what is wrong with times: " + set.title, counts})
	}
	for _, t := range tables {
		b.kinds(t.title, t.counts)
	}
	return nil
}

// timexType tells the TIMEX3 type by the form of the value.
func timexType(value string) string {
	switch {
	case strings.HasPrefix(value, "P"):
		return "DURATION"
	case strings.Contains(value, "T"):
		return "TIME"
	}
	return "DATE"
}

// parseDay returns the day that s begins with.
func parseDay(s string) (nlp.Date, error) {
	if len(s) < len(time.DateOnly) {
		return nlp.Date{}, fmt.Errorf("no date: %q", s)
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return nlp.Date{}, err
	}
	return nlp.DateOf(t), nil
}
