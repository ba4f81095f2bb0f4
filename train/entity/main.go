// Command entity trains the ranker of coreference, on GUM and, for pronouns of persons, on LitBank, and the weights of salience, on
// GUM's marks. Names, tags and trees are those that the engine finds.
//
//	entity -corpora DIR [-out nlp/entity]
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/train/logistic"
)

// marginScale makes margins numbers around 1, as the fit wants them.
const marginScale = 1000

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
	margins, right, err := entity.Margins(ranker, dev)
	if err != nil {
		return err
	}
	var examples [][]float64
	for _, m := range margins {
		examples = append(examples, []float64{1, m / marginScale})
	}
	weights := logistic.Fit(examples, right)
	log.Printf("%d links on GUM dev; certainty: offset %.3f, slope %.6f", len(margins), weights[0], weights[1]/marginScale)
	return nil
}
