package parse

import (
	"math/rand/v2"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// relationMargin is by how much the true relation must be ahead of all others for the weights to stay as they are (the perceptron with
// margin of Krauth and Mézard 1987).
const relationMargin = 30

// How often a feature must have been updated to be kept, and the largest weight in the file: both decide its size.
const (
	relationUpdates, relationLimit = 5, 250
	labelUpdates, labelLimit       = 8, 150
)

// A relationTrainer trains a model of relations.
type relationTrainer struct {
	model *linear.Trainer
	fixed
	scores   []float64
	features []uint64
}

func (t *trainer) newRelationTrainer() *relationTrainer {
	return &relationTrainer{model: linear.NewTrainer(t.names), fixed: t.fixed, scores: make([]float64, len(t.names))}
}

// learn returns the relation that the model chooses, and mends the model if the true one is not ahead by the margin.
func (t *relationTrainer) learn(keys []uint32, truth uint8) uint8 {
	t.features = t.features[:0]
	for _, k := range keys {
		t.features = append(t.features, uint64(k))
	}
	t.model.Score(t.scores, t.features)
	guess, rival := -1, -1 // the best relation, and the best wrong one
	for r, x := range t.scores {
		if r == int(t.root) || r == int(t.punct) {
			continue
		}
		if guess < 0 || x > t.scores[guess] {
			guess = r
		}
		if r != int(truth) && (rival < 0 || x > t.scores[rival]) {
			rival = r
		}
	}
	if t.scores[truth]-t.scores[rival] < relationMargin {
		t.model.Update(int(truth), t.features, 1)
		t.model.Update(rival, t.features, -1)
	}
	t.model.Next()
	return uint8(guess)
}

// trainRelations trains the model of the search's relations on the lessons that take accepts.
func (t *trainer) trainRelations(epochs int, take func(*lesson) bool) []byte {
	s, r := t.newSearch(), t.newRelationTrainer()
	rng := rand.New(rand.NewPCG(3, 3))
	order := rng.Perm(len(t.lessons))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l := &t.lessons[i]
			if !take(l) {
				continue
			}
			s.follow(l, func(st *state, x transition) uint8 {
				head, dependent := s.arc(st, x)
				if head == nil {
					return s.root
				}
				if relation, ok := s.fixedRelation(&s.sentence, head.token, dependent.token); ok {
					return relation
				}
				s.keys = s.relationFeatures(s.keys[:0], head, dependent)
				return r.learn(s.keys, l.relation[dependent.token])
			})
		}
	}
	return r.model.Encode(relationUpdates, relationLimit)
}

// follow goes along the oracle's path; choose gives the relation of each arc.
func (s *search) follow(l *lesson, choose func(*state, transition) uint8) {
	s.start(l.tokens)
	st := s.beam[0]
	for _, x := range l.path {
		var to state
		s.apply(&to, &st, x, choose(&st, x))
		st = to
	}
}

// trainLabels trains the model of final relations.
func (t *trainer) trainLabels(epochs int) []byte {
	r := t.newRelationTrainer()
	s := sentence{clusters: t.clusters}
	l := labeller{fixed: t.fixed}
	first := t.firstRelations()
	rng := rand.New(rand.NewPCG(4, 4))
	order := rng.Perm(len(t.lessons))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			lesson := &t.lessons[i]
			s.start(lesson.tokens)
			l.head, l.first = lesson.head, first[i]
			l.start(&s)
			for i, h := range l.head {
				d := int32(i)
				if _, ok := l.fixedRelation(&s, h, d); !ok {
					l.keys = l.features(l.keys[:0], d)
					r.learn(l.keys, lesson.relation[d])
				}
			}
		}
	}
	return r.model.Encode(labelUpdates, labelLimit)
}

// firstRelations returns for each lesson the relations that the search would choose on the oracle's path.
func (t *trainer) firstRelations() [][]uint8 {
	s := t.newSearch()
	out := make([][]uint8, len(t.lessons))
	for i := range t.lessons {
		l := &t.lessons[i]
		s.relations = l.relations
		s.follow(l, s.relation)
		out[i] = make([]uint8, len(l.tokens))
		for _, x := range s.steps {
			if x.dependent >= 0 {
				out[i][x.dependent] = x.relation
			}
		}
	}
	return out
}
