package parse

// score sets scores to those of the transitions from st.
func (s *search) score(st *state, scores *[transitions]int32) {
	v := s.view(st)
	sign := v.sign()
	whole := s.recall(sign)
	if whole.sign != sign {
		clear(scores[:])
		for g := range groups {
			s.addKnown(scores, &v, g, v.groupSign(g))
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

// knownBits is the logarithm of how many such scores are kept.
const knownBits = 10

// recall returns the place of scores by their sign.
func (s *search) recall(sign uint64) *known { return &s.known[sign*k0>>(64-knownBits)] }

// addKnown adds the scores of the features of a group, which sees what sign is a hash of, to scores.
func (s *search) addKnown(scores *[transitions]int32, v *view, g group, sign uint64) {
	k := s.recall(sign)
	if k.sign != sign {
		s.keys = s.groupFeatures(s.keys[:0], v, g)
		s.arcs.Score(&k.scores, s.keys)
		k.sign = sign
	}
	for t, x := range k.scores {
		scores[t] += x
	}
}

// arcFeatures appends the keys of all features for the choice of a transition from st.
func (s *search) arcFeatures(keys []uint32, st *state) []uint32 {
	v := s.view(st)
	for g := range groups {
		keys = s.groupFeatures(keys, &v, g)
	}
	return keys
}
