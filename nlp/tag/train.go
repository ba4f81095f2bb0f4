package tag

import (
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Train returns the file form of a tagger that was trained on documents with gold tags, in epochs passes over them.
func Train(docs []*nlp.Document, epochs int) ([]byte, error) {
	clusters, err := cluster.Default()
	if err != nil {
		return nil, err
	}
	index := make(map[string]int)
	for _, doc := range docs {
		for _, tok := range doc.Tokens {
			index[tok.UPOS+" "+tok.XPOS] = 0
		}
	}
	var labels []string
	for l := range index {
		labels = append(labels, l)
	}
	slices.Sort(labels)
	for i, l := range labels {
		index[l] = i
	}
	trainer := linear.NewTrainer(labels)
	scores := make([]float64, len(labels))
	rng := rand.New(rand.NewPCG(1, 1))
	order := rng.Perm(len(docs))
	w := window{clusters: clusters}
	var features []uint64
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, d := range order {
			doc := docs[d]
			for _, s := range doc.Sentences {
				w.start(doc, s)
				for i, tok := range doc.Tokens[s.First : s.First+s.Count] {
					features = features[:0]
					w.features(i, func(f uint64) { features = append(features, f) })
					trainer.Score(scores, features)
					guess, truth := 0, index[tok.UPOS+" "+tok.XPOS]
					for l, x := range scores {
						if x > scores[guess] {
							guess = l
						}
					}
					if guess != truth {
						trainer.Update(truth, features, 1)
						trainer.Update(guess, features, -1)
					}
					trainer.Next()
					w.tagged(guess)
				}
			}
		}
	}
	return trainer.Encode(3, 400), nil
}
