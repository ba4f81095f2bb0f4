package tag

import (
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

const (
	// margin is by how much the true label must be ahead of all others for the weights to stay as they are (Krauth and Mézard 1987).
	margin = 40

	// leftOut is the share, in percent, of features that training leaves out of a sentence, so that no feature relies on another
	// (Globerson and Roweis 2006).
	leftOut = 10

	// leastUpdates is how often a feature must have been updated to be kept, weightLimit the largest weight in the file. Both decide
	// its size.
	leastUpdates, weightLimit = 8, 150
)

// Models are the file forms of the models of a tagger.
type Models struct {
	Tags []byte // of labels
	Sure []byte // forms that need no model
}

// Train returns the models of a tagger that was trained on documents with gold tags, in epochs passes over them.
func Train(docs []*nlp.Document, epochs int) (Models, error) {
	clusters, err := cluster.Default()
	if err != nil {
		return Models{}, err
	}
	labels, sure := labelsOf(docs), sureForms(docs)
	known, err := readSure(sure, labels)
	if err != nil {
		return Models{}, err
	}
	t := &trainer{
		sure:  known,
		model: linear.NewTrainer(labels), labels: labels, scores: make([]float64, len(labels)),
		window: window{clusters: clusters}, rng: rand.New(rand.NewPCG(1, 1)),
	}
	order := t.rng.Perm(len(docs))
	for range epochs {
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, d := range order {
			for _, s := range docs[d].Sentences {
				t.learn(docs[d], s)
			}
		}
	}
	return Models{Tags: t.model.Encode(leastUpdates, weightLimit), Sure: sure}, nil
}

// labelsOf returns the pairs of tags in docs, sorted.
func labelsOf(docs []*nlp.Document) []string {
	var labels []string
	for _, doc := range docs {
		for _, tok := range doc.Tokens {
			labels = append(labels, tok.UPOS+" "+tok.XPOS)
		}
	}
	slices.Sort(labels)
	return slices.Compact(labels)
}

// A trainer holds what training changes.
type trainer struct {
	model    *linear.Trainer
	labels   []string
	sure     map[string]int
	scores   []float64
	window   window
	rng      *rand.Rand
	features []uint64
	left     dropped
}

// learn tags a sentence by the present weights, and mends them where the true label is not ahead by the margin.
func (t *trainer) learn(doc *nlp.Document, s nlp.Sentence) {
	t.window.start(doc, s)
	for place := range t.left {
		t.left[place] = t.rng.IntN(100) < leftOut
	}
	for i, tok := range doc.Tokens[s.First : s.First+s.Count] {
		if label, ok := t.sure[tok.In(doc.Text)]; ok {
			t.window.tagged(label)
			continue
		}
		t.features = thin(t.window.features(t.features[:0], i), &t.left)
		t.model.Score(t.scores, t.features)
		truth, _ := slices.BinarySearch(t.labels, tok.UPOS+" "+tok.XPOS)
		guess, rival := firstTwo(t.scores, truth)
		if t.scores[truth]-t.scores[rival] < margin {
			t.model.Update(truth, t.features, 1)
			t.model.Update(rival, t.features, -1)
		}
		t.model.Next()
		t.window.tagged(guess)
	}
}

// dropped tells by their places which features a sentence goes without.
type dropped [64]bool

// thin returns features without those that are dropped; it changes the slice.
func thin(features []uint64, left *dropped) []uint64 {
	kept := features[:0]
	for place, f := range features {
		if !left[place] {
			kept = append(kept, f)
		}
	}
	return kept
}

// firstTwo returns the label with the highest score, and the one with the highest score but truth.
func firstTwo(scores []float64, truth int) (guess, rival int) {
	rival = -1
	for l, x := range scores {
		if x > scores[guess] {
			guess = l
		}
		if l != truth && (rival < 0 || x > scores[rival]) {
			rival = l
		}
	}
	return guess, rival
}
