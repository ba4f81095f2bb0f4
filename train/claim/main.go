// Command claim trains the model of check-worthiness on ClaimBuster: a logistic regression by averaged stochastic gradient descent,
// and Platt's calibration of its sum on every tenth sentence, which the regression does not see.
//
//	claim -corpora DIR [-out nlp/claim]
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/claim"
	"github.com/hearsay-nlp/hearsay/nlp/quantity"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/claim", "`folder` to write worth.model and worth.txt to")
	flag.Parse()
	if err := run(*corpora, *out); err != nil {
		log.Fatal(err)
	}
}

// An example is a sentence's features, and whether it is worth checking.
type example struct {
	features []uint64
	label    float64
}

func run(corpora, out string) error {
	pipeline, err := newPipeline()
	if err != nil {
		return err
	}
	examples, err := read(pipeline, filepath.Join(corpora, "claims", "claimbuster", "train.jsonl"))
	if err != nil {
		return err
	}
	var train, held []example
	for i, e := range examples {
		if i%10 == 9 {
			held = append(held, e)
		} else {
			train = append(train, e)
		}
	}
	data := regress(train)
	model, err := linear.Decode(data)
	if err != nil {
		return err
	}
	slope, intercept := calibrate(model, held)
	if err := os.WriteFile(filepath.Join(out, "worth.model"), data, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "worth.txt"), fmt.Appendf(nil, "%.8f %.6f\n", slope, intercept), 0o644)
}

// newPipeline returns what the features need.
func newPipeline() (*nlp.Pipeline, error) {
	return nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(timex.New), nlp.Make(quantity.New))
}

func read(pipeline *nlp.Pipeline, file string) ([]example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var examples []example
	for in := bufio.NewScanner(f); in.Scan(); {
		var line struct {
			Text  string
			Label float64
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return nil, err
		}
		doc := &nlp.Document{Text: line.Text}
		if err := pipeline.Annotate(context.Background(), doc); err != nil {
			return nil, err
		}
		e := example{label: line.Label}
		claim.WorthFeatures(doc, 0, len(doc.Tokens)-1, func(f uint64) { e.features = append(e.features, f) })
		examples = append(examples, e)
	}
	return examples, nil
}

// regress returns the model's file form.
func regress(examples []example) []byte {
	const epochs, firstRate = 8, 3.0 // vectors have length 1, so that steps may be long
	trainer := linear.NewTrainer([]string{"worthy"})
	rng := rand.New(rand.NewPCG(1, 1))
	order := rng.Perm(len(examples))
	scores := make([]float64, 1)
	for epoch := range epochs {
		rate := firstRate / (1 + float64(epoch))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := examples[i]
			trainer.Score(scores, e.features)
			scale := claim.WorthScale(len(e.features))
			trainer.Update(0, e.features, rate*scale*(e.label-sigmoid(scores[0]*scale)))
			trainer.Next()
		}
	}
	return trainer.Encode(4*epochs, 1000)
}

// calibrate returns slope and intercept of the logistic regression of the labels on the model's sums.
func calibrate(model *linear.Model, examples []example) (slope, intercept float64) {
	const scale = 1000
	var sums [][]float64
	var worthy []bool
	for _, e := range examples {
		var sum [1]int32
		model.Score(sum[:], e.features)
		sums = append(sums, []float64{1, float64(sum[0]) * claim.WorthScale(len(e.features)) / scale})
		worthy = append(worthy, e.label > 0.5)
	}
	weights := logistic.Fit(sums, worthy)
	return weights[1] / scale, weights[0]
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
