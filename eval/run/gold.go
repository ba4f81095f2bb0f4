package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// goldCounts are the figures of score_gold.py with precision and recall, goldShares those that are a share of cases.
var (
	goldCounts = []string{
		"mention_named", "mention_named_typed", "entity", "coref_b3", "quote_overlap", "quote_exact", "quote_direct_overlap",
		"quote_indirect_overlap", "claim", "claim_reported", "claim_article", "relation", "contradiction", "time_span", "time_value", "quantity",
	}
	goldShares = []string{
		"entity_name", "entity_role", "quote_kind", "quote_manner", "quote_cue", "quote_source_overlap", "quote_speaker", "quote_addressee",
		"quote_relay", "claim_type", "claim_claimant", "claim_target", "claim_checkable",
	}
)

func (b *bench) goldDev() error {
	f, err := b.gold("gold/dev")
	if err != nil {
		return err
	}
	for _, name := range []string{"mention_named", "mention_named_typed", "entity", "quote_overlap", "claim", "time_value", "quantity"} {
		value, _ := f.at(name).number("f1")
		b.note("gold/dev", strings.ReplaceAll(name, "_", " ")+" F1", value)
	}
	return nil
}

func (b *bench) goldSeed() error {
	_, err := b.gold("gold/seed")
	return err
}

// gold annotates the articles of a folder, has the answers scored and writes the table.
func (b *bench) gold(folder string) (figure, error) {
	texts, err := fs.Glob(b.shared, path.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s: %w", folder, fs.ErrNotExist)
	}
	dir, err := os.MkdirTemp("", "hearsay")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	for _, name := range texts {
		text, err := fs.ReadFile(b.shared, name)
		if err != nil {
			return nil, err
		}
		if err := b.answer(string(text), filepath.Join(dir, strings.TrimSuffix(path.Base(name), ".txt")+".json")); err != nil {
			return nil, err
		}
	}
	f, err := b.scoreFile("score_gold.py", folder, dir)
	if err != nil {
		return nil, err
	}
	b.goldTable(f, goldCounts, goldShares)
	return f, nil
}

// answer writes what the engine finds in text into a file.
func (b *bench) answer(text, file string) error {
	doc, err := b.annotate(nlp.AllLayers, text, nlp.Date{})
	if err != nil {
		return err
	}
	data, err := json.Marshal(newArticle(doc))
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// goldTable writes the counts and the shares called so that score_gold.py gave.
func (b *bench) goldTable(f figure, counts, shares []string) {
	b.header()
	for _, name := range counts {
		x := f.at(name)
		gold, _ := x.number("gold")
		found, _ := x.number("pred")
		p, _ := x.number("p")
		r, _ := x.number("r")
		f1, _ := x.number("f1")
		fmt.Fprintf(&b.text, "  %-34s %9.1f %7.1f %7.1f %7.0f %7.0f\n", name, p, r, f1, gold, found)
	}
	fmt.Fprintf(&b.text, "\n  %-34s %9s %7s\n", "", "right", "of")
	for _, name := range shares {
		x := f.at(name)
		n, _ := x.number("n")
		if right, ok := x.number("acc"); ok {
			fmt.Fprintf(&b.text, "  %-34s %9.1f %7.0f\n", name, right, n)
		}
	}
}
