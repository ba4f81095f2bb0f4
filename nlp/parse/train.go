package parse

import (
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Tree is a sentence with its gold tree: the tokens, which should have the tags that a tagger gives them, and for each the
// place of its head in the sentence (None for the root) and its relation.
type Tree struct {
	Tokens []nlp.Token
	Head   []int
	Deprel []string
}

// Train returns the file forms of the models of arcs and of relations.
func Train(trees []Tree, epochs int) (arcs, relations []byte, err error) {
	t := newLearner(trees)
	if t.st.clusters, err = cluster.Default(); err != nil {
		return nil, nil, err
	}
	rng := rand.New(rand.NewPCG(1, 1))
	order := rng.Perm(len(trees))
	for epoch := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(&trees[i], epoch > 0, rng)
		}
	}
	return t.arcs.Encode(4, 1000), t.relations.Encode(3, 400), nil
}

// A learner holds what training changes.
type learner struct {
	arcs, relations *linear.Trainer
	index           map[string]int
	st              state
	scores          []float64
	features        []uint64
	children        [][]int // gold children of each token, and of the root at n
}

func newLearner(trees []Tree) *learner {
	t := &learner{arcs: linear.NewTrainer([]string{"shift", "left", "right"}), index: make(map[string]int)}
	for _, tree := range trees {
		for _, r := range tree.Deprel {
			t.index[r] = 0
		}
	}
	var names []string
	for r := range t.index {
		names = append(names, r)
	}
	slices.Sort(names)
	for i, r := range names {
		t.index[r] = i
	}
	t.relations = linear.NewTrainer(names)
	t.scores = make([]float64, max(len(names), transitions))
	return t
}

// learn parses a tree by the present weights, and mends them where the choice costs an arc. With explore, it goes on from the
// state that its own choice leads to nine times of ten, as Goldberg and Nivre 2013 do.
func (t *learner) learn(tree *Tree, explore bool, rng *rand.Rand) {
	n := len(tree.Tokens)
	gold := make([]int, n)
	t.children = make([][]int, n+1)
	for i, h := range tree.Head {
		if h == nlp.None {
			h = n
		}
		gold[i] = h
		t.children[h] = append(t.children[h], i)
	}
	st := &t.st
	st.start(tree.Tokens)
	var scores [transitions]float64
	for !st.done() {
		t.features = t.features[:0]
		st.arcFeatures(func(f uint64) { t.features = append(t.features, f) })
		t.arcs.Score(scores[:], t.features)
		guess := st.choose(func(x transition) float64 { return scores[x] })
		least := 1 << 30
		var cost [transitions]int
		for x := shift; x < transitions; x++ {
			if st.allows(x) {
				cost[x] = t.cost(x, gold)
				least = min(least, cost[x])
			}
		}
		best := st.choose(func(x transition) float64 {
			if cost[x] > least {
				return -1e18
			}
			return scores[x]
		})
		if cost[guess] > least {
			t.arcs.Update(int(best), t.features, 1)
			t.arcs.Update(int(guess), t.features, -1)
		}
		t.arcs.Next()
		step := best
		if cost[guess] == least || explore && rng.IntN(10) > 0 {
			step = guess
		}
		t.relate(tree, step, gold)
	}
}

// relate applies a step, with the relation that the model gives its arc, and mends the model if the arc is right and the relation
// is not.
func (t *learner) relate(tree *Tree, step transition, gold []int) {
	st := &t.st
	head, dependent := st.arc(step)
	if step == shift || head == st.n {
		st.apply(step, t.index["root"])
		return
	}
	t.features = t.features[:0]
	st.relationFeatures(head, dependent, func(f uint64) { t.features = append(t.features, f) })
	scores := t.scores[:len(t.relations.Labels())]
	t.relations.Score(scores, t.features)
	guess, root := nlp.None, t.index["root"]
	for i, x := range scores {
		if i != root && (guess == nlp.None || x > scores[guess]) {
			guess = i
		}
	}
	if truth := t.index[tree.Deprel[dependent]]; gold[dependent] == head {
		if guess != truth {
			t.relations.Update(truth, t.features, 1)
			t.relations.Update(guess, t.features, -1)
		}
		t.relations.Next()
	}
	st.apply(step, guess)
}

// cost returns how many gold arcs that could still be made cannot after x (Goldberg and Nivre 2013, section 4.2).
func (t *learner) cost(x transition, gold []int) int {
	st := &t.st
	lost := 0
	switch x {
	case shift:
		b := st.front
		for _, c := range t.children[b] {
			if c < b && st.head[c] == nlp.None {
				lost++
			}
		}
		if h := gold[b]; h < b && st.head[h] == nlp.None && h != st.at(0) {
			lost++
		}
		return lost
	case left:
		s := st.at(0)
		if h := gold[s]; h > st.front || h == st.at(1) && h != nlp.None {
			lost++
		}
	case right:
		if gold[st.at(0)] >= st.front {
			lost++
		}
	}
	for _, c := range t.children[st.at(0)] {
		if c >= st.front {
			lost++
		}
	}
	return lost
}
