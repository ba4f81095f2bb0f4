// Command entity trains the ranker of coreference, on GUM and, for pronouns of persons, on LitBank, the weights of salience, on GUM's
// marks, and those of confidence, on the parts of GUM that a ranker was not trained on. Names, tags and trees are those that the engine
// finds.
//
//	entity -corpora DIR [-out nlp/entity]
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/entity", "`folder` to write to")
	epochs := flag.Int("epochs", 5, "passes over the data")
	flag.Parse()
	if err := run(*corpora, *out, *epochs); err != nil {
		log.Fatal(err)
	}
}

func run(corpora, out string, epochs int) error {
	p, err := newPipeline()
	if err != nil {
		return err
	}
	train, salient, err := readGUM(p, filepath.Join(corpora, "coref/gum/train.jsonl.gz"), filepath.Join(corpora, "treebank/gum/gum-train.conllu.gz"))
	if err != nil {
		return err
	}
	fiction, err := readLitBank(p, filepath.Join(corpora, "coref/litbank/train.jsonl.gz"))
	if err != nil {
		return err
	}
	ranker, err := entity.Train(append(fiction, train...), epochs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "ranker.model"), ranker, 0o644); err != nil {
		return err
	}
	salience, err := entity.TrainSalience(ranker, train, salient)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "salience.txt"), []byte(salience), 0o644); err != nil {
		return err
	}
	evidence, right, err := heldOut(train, fiction, epochs)
	if err != nil {
		return err
	}
	confidence := logistic.Text("Weights of confidence, written by train/entity.", entity.ConfidenceFeatures, logistic.Fit(evidence, right))
	return os.WriteFile(filepath.Join(out, "confidence.txt"), []byte(confidence), 0o644)
}

// folds is into how many parts the training data are cut to see how sure the ranker is of what it was not trained on.
const folds = 3

// heldOut returns the evidence on each part of train by a ranker that the other parts and more were learned from.
func heldOut(train, more []entity.Example, epochs int) (evidence [][]float64, right []bool, err error) {
	for k := range folds {
		rest, part := slices.Clone(more), []entity.Example(nil)
		for i, e := range train {
			if i%folds == k {
				part = append(part, e)
			} else {
				rest = append(rest, e)
			}
		}
		ranker, err := entity.Train(rest, epochs)
		if err != nil {
			return nil, nil, err
		}
		x, yes, err := entity.Evidence(ranker, part)
		if err != nil {
			return nil, nil, err
		}
		evidence, right = append(evidence, x...), append(right, yes...)
	}
	return evidence, right, nil
}
