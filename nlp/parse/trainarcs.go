package parse

import (
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

const (
	// trainWidth is the width of the beam in training.
	trainWidth = 8

	// leftOut is the share of features without which a sentence is learnt, so that none relies on another (Globerson and Roweis 2006).
	leftOut = 0.1

	// leastUpdates is how often a feature must have been updated to be kept, unit the change of a weight, per pass over the trees, that
	// counts one in the file. Both decide the size of the file.
	leastUpdates = 16
	unit         = 0.16
)

// trainArcs trains a model of transitions, on the lessons that take accepts, as a structured perceptron: the beam's best sequence is
// compared with the oracle's.
func (t *trainer) trainArcs(epochs int, take func(*lesson) bool) []byte {
	s := t.newSearch()
	s.width = trainWidth
	model := linear.NewTernaryTrainer()
	s.arcs = model
	rng := rand.New(rand.NewPCG(1, 1))
	order := rng.Perm(len(t.lessons))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			if l := &t.lessons[i]; take(l) {
				model.LeaveOut(leftOut, rng.Uint32())
				s.mend(model, l)
			}
		}
	}
	return model.Encode(leastUpdates, unit*float64(epochs))
}

// mend parses l by the present weights and, if the best parse is not the oracle's, mends them for the transitions of both up to where
// the wrong one is ahead by most (the max-violation update of Huang, Fayong and Guo 2012).
func (s *search) mend(model *linear.TernaryTrainer, l *lesson) {
	defer model.Next()
	s.relations, s.truth = l.relations, l.projective
	s.start(l.tokens)
	gold := s.beam[0]
	length, violation, wrong := 0, int64(-1), int32(nlp.None)
	var scores [transitions]int32
	for i, x := range l.path {
		s.score(&gold, &scores)
		var to state
		s.apply(&to, &gold, x, s.relation(&gold, x))
		to.score += int64(scores[x])
		gold = to
		s.advance()
		for j := range s.beam {
			s.beam[j].gold = s.beam[j].gold && s.steps[s.beam[j].step].transition == x
		}
		if best := &s.beam[0]; !best.gold && best.score-gold.score > violation {
			length, violation, wrong = i+1, best.score-gold.score, best.step
		}
	}
	if violation < 0 {
		return
	}
	path := s.pathTo(wrong)
	same := 0
	for path[same] == l.path[same] {
		same++
	}
	s.replay(model, l, l.path[:length], same, 1)
	s.replay(model, l, path, same, -1)
}

// pathTo returns the transitions up to a step.
func (s *search) pathTo(last int32) []transition {
	var path []transition
	for at := last; at >= 0; at = s.steps[at].before {
		path = append(path, s.steps[at].transition)
	}
	slices.Reverse(path)
	return path
}

// replay adds by to the weights of the transitions of path from the place given on.
func (s *search) replay(model *linear.TernaryTrainer, l *lesson, path []transition, from int, by int32) {
	s.start(l.tokens)
	st := s.beam[0]
	for i, x := range path {
		if i >= from {
			s.keys = s.arcFeatures(s.keys[:0], &st)
			model.Update(int(x), s.keys, by)
		}
		var to state
		s.apply(&to, &st, x, s.relation(&st, x))
		st = to
	}
}
