package parse

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// doubtful is a sentence for which the beam ends with several trees.
var doubtful = []nlp.Token{
	{Lower: "we", Lemma: "we", UPOS: "PRON", XPOS: "PRP"}, {Lower: "saw", Lemma: "see", UPOS: "VERB", XPOS: "VBD"},
	{Lower: "men", Lemma: "man", UPOS: "NOUN", XPOS: "NNS"}, {Lower: "and", Lemma: "and", UPOS: "CCONJ", XPOS: "CC"},
	{Lower: "women", Lemma: "woman", UPOS: "NOUN", XPOS: "NNS"}, {Lower: "in", Lemma: "in", UPOS: "ADP", XPOS: "IN"},
	{Lower: "towns", Lemma: "town", UPOS: "NOUN", XPOS: "NNS"}, {Lower: "with", Lemma: "with", UPOS: "ADP", XPOS: "IN"},
	{Lower: "telescopes", Lemma: "telescope", UPOS: "NOUN", XPOS: "NNS"},
}

// TestRerankerAddsUp sees that the tree chosen is the one whose places, all of them, score best with what the search gave it: those
// that are left out because the trees agree on them make no difference.
func TestRerankerAddsUp(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	s := a.newSearch()
	s.margin = noMargin
	s.run(doubtful)
	r := &reranker{model: a.reranker}
	got := r.best(s)
	if r.count < 2 {
		t.Fatalf("%d trees", r.count)
	}
	top, want := int64(0), -1
	for k := range r.trees[:r.count] {
		tr := &r.trees[k]
		score := int64(0)
		for i := range s.beam {
			head, _ := s.tree(s.beam[i].step, nil, nil)
			if slices.Equal(head, tr.head) {
				score = s.beam[i].score
				break
			}
		}
		for i := range s.n {
			p := tr.place(int32(i))
			score += int64(a.reranker.Score(s.placeFeatures(nil, &p)))
		}
		if want < 0 || score > top {
			top, want = score, k
		}
	}
	if got != &r.trees[want] {
		t.Errorf("chose %v, want %v", got.head, r.trees[want].head)
	}
	for k := range r.trees[:r.count] {
		for j := range k {
			if slices.Equal(r.trees[k].head, r.trees[j].head) {
				t.Errorf("trees %d and %d are the same", j, k)
			}
		}
	}
}

// TestRerankerLearns gives lists in which the tree that the search likes less is right if and only if it has a certain feature.
func TestRerankerLearns(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const good, bad = 1 << 30, 2 << 30
	var lists []list
	for range 300 {
		key, errors := uint32(good), []float64{1, 0}
		if rng.IntN(2) == 0 {
			key, errors = bad, []float64{0, 1}
		}
		lists = append(lists, list{
			search: []float64{0, -1}, errors: errors,
			places: []listPlace{{keys: []uint32{key}, trees: []int32{1}}, {keys: []uint32{3 << 30}, trees: []int32{0}}},
		})
	}
	data, err := trainReranker(lists, 20)
	if err != nil {
		t.Fatal(err)
	}
	m, err := linear.DecodeHashed(data)
	if err != nil {
		t.Fatal(err)
	}
	behind := -int32(1 / rerankerUnit)
	first := m.Score([]uint32{3 << 30})
	if x := m.Score([]uint32{good}) + behind; x <= first {
		t.Errorf("the right tree has %d, the other %d", x, first)
	}
	if x := m.Score([]uint32{bad}) + behind; x >= first {
		t.Errorf("the wrong tree has %d, the other %d", x, first)
	}
}
