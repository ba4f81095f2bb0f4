package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/hearsay-nlp/hearsay/nlp"
	claims "github.com/hearsay-nlp/hearsay/nlp/claim"
)

// worth measures check-worthiness on ClaimBuster, sentence by sentence: the engine's model, and what words alone can do.
func (b *bench) worth() error {
	const folder = "corpora/claims/claimbuster/"
	dev, err := b.sentences(folder + "dev.jsonl")
	if err != nil {
		return err
	}
	model, err := claims.NewWorth()
	if err != nil {
		return err
	}
	found := make(map[string]float64)
	for _, s := range dev {
		doc, err := b.annotate(nlp.Tags|nlp.Quantities, s.Text, nlp.Date{})
		if err != nil {
			return err
		}
		found[fmt.Sprint(s.ID)] = model.Score(doc, 0, len(doc.Tokens)-1)
	}
	score, err := b.score("score_claims.py", folder+"dev.jsonl", found)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b.text, "  %-34s %9s %7s %7s\n", "", "avg prec", "best F1", "ROC AUC")
	b.worthRow("ClaimBuster dev", score)
	b.note("ClaimBuster dev", "check-worthiness, average precision", score.percent("average_precision"))

	train, err := b.sentences(folder + "train.jsonl")
	if err != nil {
		return err
	}
	var texts []string
	var yes []bool
	for _, s := range train {
		texts = append(texts, s.Text)
		yes = append(yes, s.Label == 1)
	}
	words := newTFIDF(texts, yes)
	for _, s := range dev {
		found[fmt.Sprint(s.ID)] = words.score(s.Text)
	}
	if score, err = b.score("score_claims.py", folder+"dev.jsonl", found); err != nil {
		return err
	}
	b.worthRow("  baseline: TF-IDF, regression", score)
	return nil
}

func (b *bench) worthRow(name string, score figure) {
	fmt.Fprintf(&b.text, "  %-34s %9.1f %7.1f %7.1f\n", name, score.percent("average_precision"), score.percent("best_f1"), score.percent("roc_auc"))
}

// A sentence is a line of ClaimBuster; its label is 1 if it is worth checking.
type sentence struct {
	ID    any
	Text  string
	Label int
}

func (b *bench) sentences(file string) ([]sentence, error) {
	f, err := b.shared.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []sentence
	in := bufio.NewScanner(f)
	for in.Scan() {
		var s sentence
		if err := json.Unmarshal(in.Bytes(), &s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, in.Err()
}
