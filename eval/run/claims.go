package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

// claimCounts and claimShares are the figures of score_gold.py that tell of claims.
var (
	claimCounts = []string{"claim", "claim_reported", "claim_article", "relation", "contradiction"}
	claimShares = []string{"claim_type", "claim_claimant", "claim_target", "claim_checkable"}
)

func (b *bench) claimsDev() error { return b.claims("eval/testdata/claims/dev") }

func (b *bench) claimsUnseen() error { return b.claims("eval/testdata/claims/unseen") }

// claims annotates the articles of our own in a folder of the repository, has their claims scored and writes the table. Of shared it
// needs the scorer only.
func (b *bench) claims(folder string) error {
	const scorer = "score_gold.py"
	if _, err := fs.Stat(b.shared, "eval/"+scorer); err != nil {
		return err
	}
	files, err := filepath.Glob(folder + "/*.txtar")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s: %w", folder, fs.ErrNotExist)
	}
	dir, err := os.MkdirTemp("", "hearsay")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	right, found := filepath.Join(dir, "gold"), filepath.Join(dir, "found")
	for _, d := range []string{right, found} {
		if err := os.Mkdir(d, 0o755); err != nil {
			return err
		}
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			return err
		}
		text, gold, err := readClaimGold(ar)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		data, err := json.Marshal(gold)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txtar") + ".json"
		if err := os.WriteFile(filepath.Join(right, name), data, 0o644); err != nil {
			return err
		}
		if err := b.answer(text, filepath.Join(found, name)); err != nil {
			return err
		}
	}
	f, err := b.compare(scorer, right, found)
	if err != nil {
		return err
	}
	b.goldTable(f, claimCounts, claimShares)
	return nil
}
