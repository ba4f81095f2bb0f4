package main

import (
	"cmp"
	"log"
	"math"
	"slices"
	"time"
)

// Classes are found by the exchange algorithm with the predictive objective (Uszkoreit and Brants, "Distributed Word Clustering for Large
// Scale Class-Based Language Modeling", ACL 2008) in both directions (Dehdari, Tan and van Genabith, "BIRA: Improved Predictive
// Exchange Word Clustering", NAACL 2016): each word is moved to the class that best predicts the words before and behind it, again and
// again, at most so many rounds.
const exchangeRounds = 14

// A text is its vocabulary, most frequent words first, and the pairs of words that follow one another. The word after the last one
// stands for the edges of sentences and for all rare words.
type text struct {
	words         []string
	before, after [][]pair // of each word
	pairs         int
}

type pair struct{ word, count int32 }

func newText(sentences [][]string) *text {
	counts := make(map[string]int)
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	t := &text{}
	for w, n := range counts {
		if n >= leastSeen {
			t.words = append(t.words, w)
		}
	}
	slices.SortFunc(t.words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	index := make(map[string]int32, len(t.words))
	for i, w := range t.words {
		index[w] = int32(i)
	}
	other := int32(len(t.words))
	type key struct{ a, b int32 }
	follow := make(map[key]int32)
	for _, s := range sentences {
		last := other
		for _, w := range s {
			i, ok := index[w]
			if !ok {
				i = other
			}
			follow[key{last, i}]++
			last = i
		}
		follow[key{last, other}]++
	}
	t.pairs = len(follow)
	t.before, t.after = make([][]pair, len(t.words)+1), make([][]pair, len(t.words)+1)
	for k, n := range follow {
		t.after[k.a] = append(t.after[k.a], pair{k.b, n})
		t.before[k.b] = append(t.before[k.b], pair{k.a, n})
	}
	for _, lists := range [][][]pair{t.before, t.after} {
		for _, list := range lists {
			slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(a.word, b.word) })
		}
	}
	return t
}

// A side counts how often each word stands beside a word of each class, on one side of it.
type side struct {
	near   [][]pair // of each word, what stands on that side
	counts []float32
	sums   []float64 // by class
}

// exchange returns the class of each word.
func (t *text) exchange(classes int) []int {
	n := len(t.words)
	class := make([]int, n)
	for w := range class {
		class[w] = w % classes // the most frequent words are apart
	}
	sides := []*side{{near: t.after}, {near: t.before}}
	for _, s := range sides {
		s.counts, s.sums = make([]float32, (n+1)*classes), make([]float64, classes)
		for w := range n {
			s.add(w, class[w], classes, 1)
		}
	}
	gains := make([]float64, classes)
	for round := range exchangeRounds {
		began, moved := time.Now(), 0
		for w := range n {
			clear(gains)
			for _, s := range sides {
				s.add(w, class[w], classes, -1)
				s.gain(w, gains)
			}
			best := class[w]
			for c, g := range gains {
				if g > gains[best]+1e-9 {
					best = c
				}
			}
			if best != class[w] {
				moved++
			}
			class[w] = best
			for _, s := range sides {
				s.add(w, best, classes, 1)
			}
		}
		log.Printf("%d classes, round %d: %d words moved, %.1f s", classes, round+1, moved, time.Since(began).Seconds())
		if moved*500 < n {
			break
		}
	}
	return class
}

// add adds what stands beside w to the counts of class c, or takes it off.
func (s *side) add(w, c, classes int, sign float32) {
	for _, p := range s.near[w] {
		s.counts[int(p.word)*classes+c] += sign * float32(p.count)
		s.sums[c] += float64(sign) * float64(p.count)
	}
}

// gain adds to gains by how much the text becomes likelier if w, which is in no class, joins each class.
func (s *side) gain(w int, gains []float64) {
	classes := len(gains)
	sum := 0.0
	for _, p := range s.near[w] {
		n := float64(p.count)
		sum += n
		alone := entropy(n)
		for c, x := range s.counts[int(p.word)*classes : (int(p.word)+1)*classes] {
			if x == 0 {
				gains[c] += alone
			} else {
				gains[c] += entropy(float64(x)+n) - entropy(float64(x))
			}
		}
	}
	for c, x := range s.sums {
		gains[c] -= entropy(x+sum) - entropy(x)
	}
}

var logs = func() []float64 {
	out := make([]float64, 1<<16)
	for i := 1; i < len(out); i++ {
		out[i] = float64(i) * math.Log(float64(i))
	}
	return out
}()

// entropy returns x log x.
func entropy(x float64) float64 {
	if x < float64(len(logs)) {
		return logs[int(x)]
	}
	return x * math.Log(x)
}
