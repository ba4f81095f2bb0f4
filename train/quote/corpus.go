package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// An attribution is one of the gold data, its spans in bytes.
type attribution struct {
	source, cue, content []nlp.Span
}

// An article is a document with its gold attributions.
type article struct {
	name         string
	doc          *nlp.Document
	attributions []attribution
}

// readArticles returns the articles of a folder in the order of their names, with tokens, tags and trees.
func readArticles(folder string) ([]article, error) {
	core, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(name.New))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.ann.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var articles []article
	for _, file := range files {
		base := strings.TrimSuffix(file, ".ann.json")
		text, err := os.ReadFile(base + ".txt")
		if err != nil {
			return nil, err
		}
		gold, err := readGold(file, string(text))
		if err != nil {
			return nil, err
		}
		doc := &nlp.Document{Text: string(text)}
		if err := core.Annotate(context.Background(), doc); err != nil {
			return nil, err
		}
		articles = append(articles, article{filepath.Base(base), doc, gold})
	}
	return articles, nil
}

// readGold reads the attributions of a text, whose offsets count code points.
func readGold(file, text string) ([]attribution, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []struct{ Source, Cue, Content [][2]int }
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	var offsets []int
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	spans := func(pairs [][2]int) []nlp.Span {
		var out []nlp.Span
		for _, p := range pairs {
			out = append(out, nlp.Span{Start: offsets[p[0]], End: offsets[p[1]]})
		}
		return out
	}
	var out []attribution
	for _, a := range list {
		out = append(out, attribution{spans(a.Source), spans(a.Cue), spans(a.Content)})
	}
	return out, nil
}
