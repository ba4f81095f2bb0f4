package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/hearsay-nlp/hearsay/nlp"
	claims "github.com/hearsay-nlp/hearsay/nlp/claim"
)

// worth measures check-worthiness on ClaimBuster, sentence by sentence.
func (b *bench) worth() error {
	const file = "corpora/claims/claimbuster/dev.jsonl"
	f, err := b.shared.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	model, err := claims.NewWorth()
	if err != nil {
		return err
	}
	found := make(map[string]float64)
	for in := bufio.NewScanner(f); in.Scan(); {
		var line struct {
			ID   any
			Text string
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return err
		}
		doc, err := b.annotate(nlp.Tags|nlp.Quantities, line.Text, nlp.Date{})
		if err != nil {
			return err
		}
		found[fmt.Sprint(line.ID)] = model.Score(doc, 0, len(doc.Tokens)-1)
	}
	score, err := b.score("score_claims.py", file, found)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b.text, "  %-34s %9s %7s %7s\n", "", "avg prec", "best F1", "ROC AUC")
	fmt.Fprintf(&b.text, "  %-34s %9.1f %7.1f %7.1f\n", "ClaimBuster dev", score.percent("average_precision"), score.percent("best_f1"), score.percent("roc_auc"))
	b.note("ClaimBuster dev", "check-worthiness, average precision", score.percent("average_precision"))
	return nil
}
