package parse

// score sets scores to those of the transitions from st.
func (s *search) score(st *state, scores *[transitions]int32) {
	v := s.view(st)
	sign := v.sign()
	whole := s.recall(sign)
	if whole.sign != sign {
		*whole = known{sign, s.sum(&v)}
	}
	*scores = whole.scores
}

// sum returns the scores of all features. It asks the memory for what all groups need that are not known before it waits for any.
func (s *search) sum(v *view) [transitions]int32 {
	var sum [transitions]int32
	var unknown [groups]struct {
		known    *known
		sign     uint64
		from, to int // its keys
	}
	n := 0
	s.keys = s.keys[:0]
	for g := range groups {
		sign := v.groupSign(g)
		k := s.recall(sign)
		if k.sign == sign {
			k.addTo(&sum)
			continue
		}
		u := &unknown[n]
		n++
		u.known, u.sign, u.from = k, sign, len(s.keys)
		s.keys = s.groupFeatures(s.keys, v, g)
		u.to = len(s.keys)
	}
	s.arcs.Fetch(s.keys)
	for i := range unknown[:n] {
		u := &unknown[i]
		u.known.sign = u.sign
		s.arcs.Score(&u.known.scores, s.keys[u.from:u.to])
		u.known.addTo(&sum)
	}
	return sum
}

// known are the scores of a state or of a group of its features, by what they look at. In a beam, many states are alike in that: those
// that differ in what lies deep in the stack, or in arcs within a phrase.
type known struct {
	sign   uint64
	scores [transitions]int32
}

func (k *known) addTo(sum *[transitions]int32) {
	for t, x := range k.scores {
		sum[t] += x
	}
}

// knownBits is the logarithm of how many such scores are kept.
const knownBits = 10

// recall returns the place of scores by their sign.
func (s *search) recall(sign uint64) *known { return &s.known[sign*k0>>(64-knownBits)] }

// arcFeatures appends the keys of all features for the choice of a transition from st.
func (s *search) arcFeatures(keys []uint32, st *state) []uint32 {
	v := s.view(st)
	for g := range groups {
		keys = s.groupFeatures(keys, &v, g)
	}
	return keys
}
