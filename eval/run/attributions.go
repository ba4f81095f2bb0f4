package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
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
	if err := b.publishers(folder, found); err != nil {
		return err
	}
	given := f.at("source_given_content", "with_source")
	pairs, _ := given.number("pairs")
	fmt.Fprintf(&b.text, "\n  of %.0f contents found, sources: exact %.1f, overlap %.1f\n", pairs, given.percent("exact"), given.percent("overlap"))
	if err := b.errorKinds(folder, found); err != nil {
		return err
	}
	b.note("PolNeAR dev", "content, exact F1", f.at("content_exact").percent("f1"))
	b.note("PolNeAR dev", "content, match F1", f.at("content_match").percent("f1"))
	return nil
}

// publishers writes the figures of the articles of each publisher, which their names begin with.
func (b *bench) publishers(folder string, found map[string][]attribution) error {
	parts := make(map[string]map[string][]attribution)
	for name, list := range found {
		publisher, _, _ := strings.Cut(name, "_")
		if parts[publisher] == nil {
			parts[publisher] = make(map[string][]attribution)
		}
		parts[publisher][name] = list
	}
	for _, publisher := range slices.Sorted(maps.Keys(parts)) {
		f, err := b.scorePart(folder, parts[publisher])
		if err != nil {
			return err
		}
		b.row(publisher+" exact", f.at("content_exact"))
		b.row(publisher+" match", f.at("content_match"))
	}
	return nil
}

// scorePart scores articles of a folder as if it had no others.
func (b *bench) scorePart(folder string, found map[string][]attribution) (f figure, err error) {
	part, err := os.MkdirTemp("", "hearsay-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(part)) }()
	for name := range found {
		for _, suffix := range []string{".txt", ".ann.json"} {
			data, err := fs.ReadFile(b.shared, folder+"/"+name+suffix)
			if err != nil {
				return nil, err
			}
			if err := os.WriteFile(filepath.Join(part, name+suffix), data, 0o600); err != nil {
				return nil, err
			}
		}
	}
	prediction, err := temporary(found)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.Remove(prediction)) }()
	return b.compare("score_attribution.py", part, prediction)
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
