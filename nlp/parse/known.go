package parse

// score sets scores to those of the transitions from st.
func (s *search) score(st *state, scores *[transitions]int32) {
	v := s.view(st)
	sign := v.sign()
	whole := s.recall(sign)
	if whole.sign != sign {
		s.keys = s.treeFeatures(s.keys[:0], &v)
		s.arcs.Score(scores, s.keys)
		// Places beyond 21 bits, in sentences of two million tokens, only make the scores worse.
		j0, i0, i1 := uint64(v.j0+2), uint64(v.i0+2)<<21, uint64(v.i1+2)<<42
		s.addKnown(scores, &v, frontGroup, j0)
		s.addKnown(scores, &v, pairGroup, i0|j0)
		s.addKnown(scores, &v, tripleGroup, i1|i0|j0)
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

// addKnown adds the scores of the features of a group, which follow from places, to scores.
func (s *search) addKnown(scores *[transitions]int32, v *view, g group, places uint64) {
	k := s.recall(places)
	if k.sign != places {
		switch g {
		case frontGroup:
			s.keys = s.frontFeatures(s.keys[:0], v)
		case pairGroup:
			s.keys = s.pairFeatures(s.keys[:0], v)
		case tripleGroup:
			s.keys = s.tripleFeatures(s.keys[:0], v)
		}
		s.arcs.Score(&k.scores, s.keys)
		k.sign = places
	}
	for t, x := range k.scores {
		scores[t] += x
	}
}

// arcFeatures appends the keys of all features for the choice of a transition from st.
func (s *search) arcFeatures(keys []uint32, st *state) []uint32 {
	v := s.view(st)
	return s.treeFeatures(s.tripleFeatures(s.pairFeatures(s.frontFeatures(keys, &v), &v), &v), &v)
}
