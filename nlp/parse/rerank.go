package parse

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// A reranker chooses among the trees that the beam ends with (Collins 2000; Charniak and Johnson 2005): the search has scored each arc
// with what it knew at the time, the reranker sees whole trees. It looks at those places only at which they differ.
type reranker struct {
	model *linear.Hashed

	trees  []tree // of which the first count are in use, the best of the search first
	count  int
	scores []int64 // of trees; a point of the search counts as much as one of model
	seen   []place // the different places of one token
	which  []int   // for each tree, the one of seen that it has
	keys   []uint32
}

// best returns the best tree of those that s has ended with.
func (r *reranker) best(s *search) *tree {
	r.collect(s)
	if r.count == 1 {
		return &r.trees[0]
	}
	for i := range s.n {
		if r.compare(int32(i)) == 1 {
			continue
		}
		for k, p := range r.seen {
			r.keys = s.placeFeatures(r.keys[:0], &p)
			score := int64(r.model.Score(r.keys))
			for t, x := range r.which {
				if x == k {
					r.scores[t] += score
				}
			}
		}
	}
	best := 0
	for t, x := range r.scores {
		if x > r.scores[best] {
			best = t
		}
	}
	return &r.trees[best]
}

// collect takes the trees of the last states of s, each once; several sequences of transitions may lead to the same.
func (r *reranker) collect(s *search) {
	r.count, r.scores = 0, r.scores[:0]
	for i := range s.beam {
		if r.count == len(r.trees) {
			r.trees = append(r.trees, tree{})
		}
		t := &r.trees[r.count]
		t.head, t.relation = s.tree(s.beam[i].step, t.head, t.relation)
		if !slices.ContainsFunc(r.trees[:r.count], func(x tree) bool { return slices.Equal(x.head, t.head) }) {
			r.count++
			r.scores = append(r.scores, s.beam[i].score-s.beam[0].score)
		}
	}
	if r.count > 1 {
		for t := range r.trees[:r.count] {
			r.trees[t].link()
		}
	}
}

// compare finds the different places that token i has in the trees, and returns how many there are.
func (r *reranker) compare(i int32) int {
	r.seen, r.which = r.seen[:0], r.which[:0]
	for t := range r.trees[:r.count] {
		p := r.trees[t].place(i)
		k := slices.Index(r.seen, p)
		if k < 0 {
			k = len(r.seen)
			r.seen = append(r.seen, p)
		}
		r.which = append(r.which, k)
	}
	return len(r.seen)
}
