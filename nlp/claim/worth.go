package claim

import (
	_ "embed"
	"fmt"
	"math"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed worth.model
var worthModel []byte

//go:embed worth.txt
var worthTxt string

// Worth tells how much a statement is worth checking, by a logistic regression over its words, tags and figures that was trained
// on ClaimBuster (Arslan, Hassan, Li and Tremayne 2020, "A Benchmark Dataset of Check-Worthy Factual Claims"). It never
// changes, so it is safe for concurrent use.
type Worth struct {
	model            *linear.Model
	slope, intercept float64 // Platt's calibration of the model's sum
}

// NewWorth returns the embedded model.
func NewWorth() (*Worth, error) {
	model, err := linear.Decode(worthModel)
	if err != nil {
		return nil, fmt.Errorf("check-worthiness: %w", err)
	}
	w := &Worth{model: model}
	if _, err := fmt.Sscan(worthTxt, &w.slope, &w.intercept); err != nil {
		return nil, fmt.Errorf("check-worthiness: calibration: %w", err)
	}
	return w, nil
}

// Score returns the probability, from 0 to 1, that the statement made of the tokens of doc from first to last is worth checking.
// It needs the layers Tags and Quantities.
func (w *Worth) Score(doc *nlp.Document, first, last int) float64 {
	var sum [1]int32
	count := 0
	WorthFeatures(doc, first, last, func(feature uint64) {
		w.model.Add(sum[:], feature)
		count++
	})
	return 1 / (1 + math.Exp(-w.slope*float64(sum[0])*WorthScale(count)-w.intercept))
}

// WorthScale returns by what the sum of the weights of so many features is multiplied, so that a long statement is not worth checking for
// its length: each vector of features has length 1.
func WorthScale(features int) float64 { return 1 / math.Sqrt(float64(features)) }

// The templates of features.
const (
	biasFeature = iota
	wordFeature
	bigramFeature
	tagFeature
	tagBigramFeature
	quantityFeature
	lengthFeature
	startFeature
	wordTagFeature
)

// WorthFeatures calls add with each feature of the statement made of the tokens from first to last; training uses it too.
func WorthFeatures(doc *nlp.Document, first, last int, add func(uint64)) {
	add(linear.Feature(biasFeature, 0))
	before, tagBefore := uint64(0), uint64(0)
	for t := first; t <= last; t++ {
		tok := &doc.Tokens[t]
		if tok.UPOS == "PUNCT" {
			continue
		}
		word, tag := linear.Hash(tok.Lower), linear.Hash(tok.XPOS)
		if tok.UPOS == "NUM" {
			word = linear.Hash("0") // which number it is says nothing
		}
		add(linear.Feature(wordFeature, word))
		add(linear.Feature(wordTagFeature, linear.Hash(tok.Lemma)))
		add(linear.With(linear.Feature(bigramFeature, before), word))
		add(linear.Feature(tagFeature, tag))
		add(linear.With(linear.Feature(tagBigramFeature, tagBefore), tag))
		if before == 0 {
			add(linear.Feature(startFeature, word))
		}
		before, tagBefore = word, tag
	}
	add(linear.Feature(lengthFeature, uint64(min((last-first)/4, 10))))
	if first <= last {
		span := nlp.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last].End}
		quantities := within(doc.Quantities, span, func(q nlp.Quantity) nlp.Span { return q.Span })
		for _, q := range quantities {
			add(linear.Feature(quantityFeature, uint64(q.Kind)))
		}
		add(linear.With(linear.Feature(quantityFeature, 0), uint64(min(len(quantities), 3))))
	}
}
