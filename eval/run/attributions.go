package main

import (
	"io/fs"
	"path"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An attribution is a quote as score_attribution.py reads it.
type attribution struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

// attributions measures the Quotes layer on PolNeAR (Newell, Margolin and Ruths 2018).
func (b *bench) attributions() error {
	const folder = "corpora/attribution/polnear/dev"
	files, err := fs.Glob(b.shared, folder+"/*.txt")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fs.ErrNotExist
	}
	found := make(map[string][]attribution)
	for _, file := range files {
		text, err := fs.ReadFile(b.shared, file)
		if err != nil {
			return err
		}
		doc, err := b.annotate(nlp.Quotes, string(text), nlp.Date{})
		if err != nil {
			return err
		}
		at := newCodePoints(doc.Text)
		quotes := []attribution{}
		for _, q := range doc.Quotes {
			quotes = append(quotes, attribution{at.pairs(q.Source), at.pairs(q.Cue), at.pairs(q.Content...)})
		}
		found[strings.TrimSuffix(path.Base(file), ".txt")] = quotes
	}
	f, err := b.score("score_attribution.py", folder, found)
	if err != nil {
		return err
	}
	b.header()
	b.tree("", f)
	b.note("PolNeAR dev", "content, exact F1", f.at("content_exact").percent("f1"))
	b.note("PolNeAR dev", "content, match F1", f.at("content_match").percent("f1"))
	return nil
}

// tree writes a row for each figure in f that has an F1, with the names that lead to it.
func (b *bench) tree(prefix string, f figure) {
	for _, name := range f.keys() {
		inner := f.at(name)
		if _, ok := inner.number("f1"); ok {
			b.row(prefix+name, inner)
		} else if len(inner) > 0 {
			b.tree(prefix+name+" ", inner)
		}
	}
}
