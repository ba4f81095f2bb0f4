package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/token"
	"github.com/hearsay-nlp/hearsay/train/bio"
)

// readAll returns the sentences of the train parts, as lower-case words.
func readAll(corpora string) ([][]string, error) {
	var out [][]string
	for _, file := range []string{"treebank/ewt/en_ewt-train.conllu.gz", "treebank/gum/gum-train.conllu.gz"} {
		sentences, err := conllu.ReadFile(filepath.Join(corpora, file))
		if err != nil {
			return nil, err
		}
		for _, s := range sentences {
			out = append(out, words(s.NewDocument(true))...)
		}
	}
	tokens, err := token.New()
	if err != nil {
		return nil, err
	}
	plain := func(text string) {
		doc := &nlp.Document{Text: text}
		tokens.Annotate(doc)
		out = append(out, words(doc)...)
	}
	files, err := filepath.Glob(filepath.Join(corpora, "attribution/polnear/train/*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		plain(string(text))
	}
	err = eachLine(filepath.Join(corpora, "claims/claimbuster/train.jsonl"), func(line []byte) error {
		var s struct{ Text string }
		err := json.Unmarshal(line, &s)
		plain(s.Text)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, file := range []string{"conll2003/train.bio.gz", "wikigold/train.bio", "crossner-politics/train.bio", "re3d/train.bio"} {
		texts, err := bio.Read(filepath.Join(corpora, "ner", file), 1)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			out = append(out, words(t.Doc)...)
		}
	}
	return out, nil
}

// words returns the sentences of doc.
func words(doc *nlp.Document) [][]string {
	var out [][]string
	for _, s := range doc.Sentences {
		var list []string
		for _, t := range doc.Tokens[s.First : s.First+s.Count] {
			list = append(list, t.Lower)
		}
		out = append(out, list)
	}
	return out
}

func eachLine(file string, do func([]byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		if err := do(in.Bytes()); err != nil {
			return err
		}
	}
	return in.Err()
}
