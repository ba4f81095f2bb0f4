package parse

import (
	"math"
	"math/rand/v2"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

const (
	// The beam whose last trees the reranker learns from: wider than the one that it will be given, for more examples.
	listWidth, listMargin = 16, 300

	rerankerBits  = 20   // the logarithm of the number of weights
	rerankerRate  = 0.02 // of learning
	rerankerScale = 4    // how much an error costs

	// relationCost is how much a wrong relation counts where a wrong head counts one.
	relationCost = 0.3

	// rerankerUnit is the change of a weight that counts one in the file.
	rerankerUnit = 0.02
)

// A list is the trees that a beam ended with, where they differ. Trees are told by their index.
type list struct {
	search []float64 // their scores
	errors []float64
	places []listPlace
}

// A listPlace is a place that some of the trees have and others have not.
type listPlace struct {
	keys  []uint32
	trees []int32
}

// lists parses the lessons of a part, which a parser with the arcs given has not seen.
func (t *trainer) lists(part int, arcs *linear.Ternary) []list {
	s := t.newSearch()
	s.arcs, s.width, s.margin = arcs, listWidth, listMargin
	r := &reranker{}
	var out []list
	for i := range t.lessons {
		lesson := &t.lessons[i]
		if lesson.part != part {
			continue
		}
		s.relations = lesson.relations
		s.run(lesson.tokens)
		if r.collect(s); r.count == 1 {
			continue
		}
		var l list
		for k := range r.trees[:r.count] {
			l.search = append(l.search, rerankerUnit*float64(r.scores[k]))
			l.errors = append(l.errors, lesson.errors(&r.trees[k]))
		}
		for d := range s.n {
			if r.compare(int32(d)) == 1 {
				continue
			}
			for k, p := range r.seen {
				at := listPlace{keys: s.placeFeatures(nil, &p)}
				for tree, x := range r.which {
					if x == k {
						at.trees = append(at.trees, int32(tree))
					}
				}
				l.places = append(l.places, at)
			}
		}
		out = append(out, l)
	}
	return out
}

// errors returns what the wrong heads and relations of a tree cost.
func (l *lesson) errors(t *tree) float64 {
	sum := 0.0
	for d, h := range l.head {
		if t.head[d] != h {
			sum++
		}
		if t.relation[d] != l.relation[d] {
			sum += relationCost
		}
	}
	return sum
}

// trainReranker learns to choose from lists: the weights make the expected number of errors small, if a tree is chosen with the probability
// that a softmax of the scores gives it (Smith and Eisner 2006).
func trainReranker(lists []list, epochs int) ([]byte, error) {
	model := linear.NewHashedTrainer(rerankerBits, rerankerRate)
	rng := rand.New(rand.NewPCG(5, 5))
	order := rng.Perm(len(lists))
	var chance []float64
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l := &lists[i]
			model.LeaveOut(leftOut, rng.Uint32())
			chance = append(chance[:0], l.search...)
			for _, p := range l.places {
				x := model.Score(p.keys)
				for _, t := range p.trees {
					chance[t] += x
				}
			}
			softmax(chance)
			expected := 0.0
			for t, p := range chance {
				expected += p * l.errors[t]
			}
			for _, p := range l.places {
				gradient := 0.0
				for _, t := range p.trees {
					gradient += chance[t] * (l.errors[t] - expected)
				}
				if math.Abs(gradient) > smallGradient {
					model.Descend(p.keys, rerankerScale*gradient)
				}
			}
			model.Next()
		}
	}
	return model.Encode(rerankerUnit)
}

// smallGradient is one that changes nothing worth the time.
const smallGradient = 1e-4

// softmax makes probabilities of scores.
func softmax(scores []float64) {
	top, sum := math.Inf(-1), 0.0
	for _, x := range scores {
		top = max(top, x)
	}
	for i, x := range scores {
		scores[i] = math.Exp(x - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}
