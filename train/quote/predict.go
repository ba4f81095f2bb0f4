package main

import (
	"encoding/json"
	"os"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
)

// predict writes the quotes that the built-in models find in the articles of a folder, in the form that the scorer of attributions
// reads: offsets in code points, by the name of the article.
func predict(folder, file string) error {
	articles, err := readArticles(folder)
	if err != nil {
		return err
	}
	quotes, err := quote.New()
	if err != nil {
		return err
	}
	type found struct {
		Source     [][2]int `json:"source"`
		Cue        [][2]int `json:"cue"`
		Content    [][2]int `json:"content"`
		Confidence float64  `json:"confidence"`
	}
	out := make(map[string][]found)
	for _, a := range articles {
		a.doc.Entities = []nlp.Entity{}
		quotes.Annotate(a.doc)
		spans := func(list ...nlp.Span) [][2]int {
			pairs := [][2]int{}
			for _, s := range list {
				if !s.IsZero() {
					begin := utf8.RuneCountInString(a.doc.Text[:s.Start])
					pairs = append(pairs, [2]int{begin, begin + utf8.RuneCountInString(s.In(a.doc.Text))})
				}
			}
			return pairs
		}
		out[a.name] = []found{}
		for _, q := range a.doc.Quotes {
			out[a.name] = append(out[a.name], found{spans(q.Source), spans(q.Cue), spans(q.Content...), q.Confidence})
		}
	}
	data, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
