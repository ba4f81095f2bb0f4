package parse

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A scorer tells how good each transition is in a state with the features given. What they need may be fetched before.
type scorer interface {
	Fetch(keys []uint32)
	Score(scores *[transitions]int32, keys []uint32)
}

// A search finds the best sequence of transitions by a beam: of all states that a number of transitions can lead to, the best few are
// kept (Zhang and Clark 2008). All sequences for a sentence of n tokens have 2n transitions, so scores can be compared. Its memory is
// used again for the next sentence.
type search struct {
	sentence
	arcs      scorer
	relations *linear.Model
	fixed             // relations
	width     int     // states kept
	margin    int64   // states are dropped whose scores are lower than the best one by more
	truth     []int32 // in training: the right heads

	nodes      []node
	steps      []step
	beam, next []state
	candidates []candidate
	keys       []uint32
	chances    [transitions]int32 // of the transitions from a state
	scores     []int32            // of relations
	known      [1 << knownBits]known
	memo       [memoSize]memo
	sentences  uint64 // how many have been parsed
}

// longest is the number of tokens up to which a sentence gets a beam; what is longer is a list or a table.
const longest = 400

// A candidate is a state that might follow.
type candidate struct {
	from  int // index in the beam
	t     transition
	score int64
}

// start makes s ready for the tokens of a sentence.
func (s *search) start(tokens []nlp.Token) {
	s.sentence.start(tokens)
	s.sentences++
	clear(s.known[:])
	s.nodes, s.steps = s.nodes[:0], s.steps[:0]
	s.beam = append(s.beam[:0], state{top: nlp.None, step: nlp.None, front: newNode(0), gold: true})
}

// advance replaces the states of the beam by the best of those one transition further.
func (s *search) advance() {
	width := s.width
	if s.n > longest {
		width = 1
	}
	s.candidates = s.candidates[:0]
	for i := range s.beam {
		st := &s.beam[i]
		s.score(st, &s.chances)
		for t := shift; t < transitions; t++ {
			if s.allows(st, t) {
				s.propose(candidate{i, t, st.score + int64(s.chances[t]) + s.lure(st, t)}, width)
			}
		}
	}
	s.next = s.next[:0]
	for _, c := range s.candidates {
		if c.score < s.candidates[0].score-s.margin {
			break
		}
		s.next = append(s.next, state{})
		to := &s.next[len(s.next)-1]
		from := &s.beam[c.from]
		s.apply(to, from, c.t, s.relation(from, c.t))
		to.score = c.score
	}
	s.beam, s.next = s.next, s.beam
}

// lure returns what training adds to the score of a transition that makes a wrong arc, so that the right parse must be ahead of others
// by a margin that grows with the number of their mistakes (Taskar, Guestrin and Koller 2003).
func (s *search) lure(st *state, t transition) int64 {
	if s.truth == nil {
		return 0
	}
	head, dependent := s.arc(st, t)
	if head == nil || s.truth[dependent.token] == head.token {
		return 0
	}
	return lure
}

const lure = 150

// propose puts c where it belongs among the best candidates; of equal ones, the first stays before.
func (s *search) propose(c candidate, width int) {
	if len(s.candidates) == width {
		if s.candidates[width-1].score >= c.score {
			return
		}
		s.candidates = s.candidates[:width-1]
	}
	s.candidates = append(s.candidates, c)
	for i := len(s.candidates) - 1; i > 0 && s.candidates[i-1].score < c.score; i-- {
		s.candidates[i], s.candidates[i-1] = s.candidates[i-1], s.candidates[i]
	}
}

// run parses a sentence. The beam then holds the best states at its end, whose steps can be followed back.
func (s *search) run(tokens []nlp.Token) {
	s.start(tokens)
	for range 2 * len(tokens) {
		s.advance()
	}
}

// tree returns the heads and relations of the tokens after the last step given, in the memory of the two slices.
func (s *search) tree(last int32, head []int32, relation []uint8) ([]int32, []uint8) {
	head, relation = slices.Grow(head[:0], s.n)[:s.n], slices.Grow(relation[:0], s.n)[:s.n]
	for at := last; at >= 0; at = s.steps[at].before {
		if x := &s.steps[at]; x.dependent >= 0 {
			head[x.dependent], relation[x.dependent] = x.head, x.relation
		}
	}
	return head, relation
}
