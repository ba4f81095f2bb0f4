// Command entity trains the ranker of coreference, on GUM and, for pronouns of persons, on LitBank, the weights of salience, on
// GUM's marks, and those of confidence, on GUM's development part. Names, tags and trees are those that the engine finds.
//
//	entity -corpora DIR [-out nlp/entity]
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/train/logistic"
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
	dev, _, err := readGUM(p, filepath.Join(corpora, "coref/gum/dev.jsonl"), filepath.Join(corpora, "treebank/gum/gum-dev.conllu"))
	if err != nil {
		return err
	}
	evidence, right, err := entity.Evidence(ranker, dev)
	if err != nil {
		return err
	}
	var confidence strings.Builder
	confidence.WriteString("# Weights of confidence, written by train/entity.\n")
	for i, w := range logistic.Fit(evidence, right) {
		fmt.Fprintf(&confidence, "%s\t%.4f\n", entity.ConfidenceFeatures[i], w)
	}
	return os.WriteFile(filepath.Join(out, "confidence.txt"), []byte(confidence.String()), 0o644)
}
