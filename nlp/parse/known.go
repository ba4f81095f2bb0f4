package parse

// score sets scores to those of the transitions from st. It has what all groups of features need fetched before it reads any.
func (s *search) score(st *state, scores *[transitions]int32) {
	v := s.view(st)
	sign := v.sign()
	whole := s.recall(sign)
	if whole.sign != sign {
		tree := s.treeFeatures(s.keys[:0], &v)
		s.arcs.Fetch(tree)
		s.keys = tree
		// Places beyond 21 bits, in sentences of two million tokens, only make the scores worse.
		j0, i0, i1 := uint64(v.j0+2), uint64(v.i0+2)<<21, uint64(v.i1+2)<<42
		groups := [...]asked{s.ask(&v, frontGroup, j0), s.ask(&v, pairGroup, i0|j0), s.ask(&v, tripleGroup, i1|i0|j0)}
		s.arcs.Score(scores, tree)
		for _, g := range groups {
			if g.keys != nil {
				s.arcs.Score(&g.scores, g.keys)
			}
			for t, x := range g.scores {
				scores[t] += x
			}
		}
		*whole = known{sign, *scores}
	}
	*scores = whole.scores
}

// known are the scores of a state or of a group of its features, by what they look at. In a beam, many states are alike in that: those
// that differ in what lies deep in the stack, or in arcs within a phrase.
type known struct {
	sign   uint64
	scores [transitions]int32
}

// A group is a group of features whose scores are kept.
type group uint8

const (
	frontGroup group = iota
	pairGroup
	tripleGroup
)

// knownBits is the logarithm of how many such scores are kept.
const knownBits = 10

// recall returns the place of scores by their sign.
func (s *search) recall(sign uint64) *known { return &s.known[sign*k0>>(64-knownBits)] }

// An asked group is one whose scores are known, or will be when those of the features with the keys are.
type asked struct {
	*known
	keys []uint32
}

// ask returns a group of the features of a state, which follow from places.
func (s *search) ask(v *view, g group, places uint64) asked {
	k := s.recall(places)
	if k.sign == places {
		return asked{known: k}
	}
	k.sign = places
	from := len(s.keys)
	switch g {
	case frontGroup:
		s.keys = s.frontFeatures(s.keys, v)
	case pairGroup:
		s.keys = s.pairFeatures(s.keys, v)
	case tripleGroup:
		s.keys = s.tripleFeatures(s.keys, v)
	}
	s.arcs.Fetch(s.keys[from:])
	return asked{k, s.keys[from:]}
}

// arcFeatures appends the keys of all features for the choice of a transition from st.
func (s *search) arcFeatures(keys []uint32, st *state) []uint32 {
	v := s.view(st)
	return s.treeFeatures(s.tripleFeatures(s.pairFeatures(s.frontFeatures(keys, &v), &v), &v), &v)
}
