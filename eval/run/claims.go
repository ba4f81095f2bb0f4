package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/claimgold"
)

// claimCounts and claimShares are the figures of score_gold.py that tell of claims.
var (
	claimCounts = []string{"claim", "claim_reported", "claim_article", "relation", "contradiction"}
	claimShares = []string{"claim_type", "claim_claimant", "claim_target", "claim_checkable"}
)

func (b *bench) claimsDev() error { return b.claims("eval/testdata/claims/dev") }

func (b *bench) claimsUnseen() error { return b.claims("eval/testdata/claims/unseen") }

func (b *bench) claimsOther() error { return b.claims("eval/testdata/claims/other") }

// claims annotates the articles of our own in a folder of the repository, has their claims scored and writes the table. Of shared it
// needs the scorer only.
func (b *bench) claims(folder string) error {
	const scorer = "score_gold.py"
	if _, err := fs.Stat(b.shared, "eval/"+scorer); err != nil {
		return err
	}
	articles, err := claimgold.ReadAll(folder)
	if err != nil {
		return err
	}
	if len(articles) == 0 {
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
	for _, a := range articles {
		data, err := json.Marshal(newGoldArticle(&a))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(right, a.Name+".json"), data, 0o644); err != nil {
			return err
		}
		if err := b.answer(a.Text, filepath.Join(found, a.Name+".json")); err != nil {
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
