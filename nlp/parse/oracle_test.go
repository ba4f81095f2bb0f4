package parse

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// randomTree returns the heads of a tree of n tokens; n is the head of its root.
func randomTree(rng *rand.Rand, n int) []int32 {
	head := make([]int32, n)
	order := rng.Perm(n)
	for i, d := range order {
		if head[d] = int32(n); i > 0 {
			head[d] = int32(order[rng.IntN(i)])
		}
	}
	return head
}

func TestOracleLeadsToTheTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	s := &search{}
	var err error
	if s.clusters, err = cluster.Default(); err != nil {
		t.Fatal(err)
	}
	for range 300 {
		n := 1 + rng.IntN(12)
		head := randomTree(rng, n)
		straight := projective(head)
		for d := range straight {
			if int(straight[d]) != n && crosses(straight, d) {
				t.Fatalf("projective(%v) = %v, where the arc to %d crosses others", head, straight, d)
			}
		}
		if again := projective(straight); !slices.Equal(again, straight) {
			t.Fatalf("projective changes the projective tree %v to %v", straight, again)
		}
		path := oracle(straight)
		if len(path) != 2*n {
			t.Fatalf("oracle(%v) has %d transitions, want %d", straight, len(path), 2*n)
		}
		s.follow(&lesson{tokens: make([]nlp.Token, n), path: path}, func(st *state, x transition) uint8 {
			if !s.allows(st, x) {
				t.Fatalf("%v: the oracle's transition %d is not allowed", straight, x)
			}
			return 0
		})
		got := make([]int32, n)
		for _, x := range s.steps {
			if x.dependent >= 0 {
				got[x.dependent] = x.head
			}
		}
		if !slices.Equal(got, straight) {
			t.Fatalf("the oracle of %v leads to %v", straight, got)
		}
	}
}
