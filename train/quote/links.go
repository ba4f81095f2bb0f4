package main

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
	"github.com/hearsay-nlp/hearsay/train/sequence"
)

// A choice is a piece to link: the candidates' features, and which is right.
type choice struct {
	label      int
	candidates [][]uint64
	right      int
}

// choices returns the links of an article between the pieces that its true labels make. Pieces that are in no attribution, and those whose
// partner is not among the candidates, teach nothing.
func choices(a article, l *sequence.Lesson) []choice {
	owner := make(map[int]int) // token of a cue or content to attribution
	cue, source := make([]int, len(a.attributions)), make([]int, len(a.attributions))
	mark := func(spans []nlp.Span, k int) (first int) {
		first = nlp.None
		for _, s := range spans {
			i, _ := slices.BinarySearchFunc(a.doc.Tokens, s.Start, func(t nlp.Token, o int) int {
				if t.End <= o {
					return -1
				}
				return 1
			})
			for ; i < len(a.doc.Tokens) && a.doc.Tokens[i].Start < s.End; i++ {
				owner[i] = k
				if first == nlp.None {
					first = i
				}
			}
		}
		return first
	}
	for k, t := range a.attributions {
		source[k] = mark(t.source, k)
		cue[k] = mark(t.cue, k)
	}
	for k, t := range a.attributions {
		mark(t.content, k)
	}
	linking := l.Text.(*quote.Text).Linking(l.Truth)
	at := make(map[int]int) // token to piece that begins there
	for i := range linking.Len() {
		_, first := linking.Piece(i)
		at[first] = i
	}
	var out []choice
	for _, kind := range []int{1, 2} {
		for i := range linking.Len() {
			k, first := linking.Piece(i)
			if k != kind {
				continue
			}
			o, ok := owner[first]
			if !ok {
				continue
			}
			want := nlp.None
			if kind == 2 {
				want = at2(at, cue[o])
			} else if source[o] != nlp.None {
				want = at2(at, source[o])
				if want == nlp.None {
					continue
				}
			}
			candidates, label := linking.Candidates(i)
			c := choice{label: label, right: slices.Index(candidates, want)}
			if c.right >= 0 && len(candidates) > 0 {
				for _, j := range candidates {
					c.candidates = append(c.candidates, slices.Clone(linking.Features(i, j)))
				}
				out = append(out, c)
				if kind == 2 {
					linking.Link(i, want)
				}
			}
		}
	}
	return out
}

func at2(at map[int]int, token int) int {
	if i, ok := at[token]; ok {
		return i
	}
	return nlp.None
}

// learnLinks returns the model of links.
func learnLinks(data []choice, epochs int) []byte {
	t := linear.NewTrainer(quote.LinkLabels)
	for range epochs {
		for _, c := range data {
			if guess := guess(t, c); guess != c.right {
				t.Update(c.label, c.candidates[c.right], 1)
				t.Update(c.label, c.candidates[guess], -1)
			}
			t.Next()
		}
	}
	return t.Encode(3, 1000)
}

func guess(t *linear.Trainer, c choice) int {
	scores := make([]float64, len(quote.LinkLabels))
	best, top := 0, 0.0
	for j, f := range c.candidates {
		t.Score(scores, f)
		if s := scores[c.label]; j == 0 || s > top {
			best, top = j, s
		}
	}
	return best
}

// measureLinks returns the share of choices that the model gets right, by label.
func measureLinks(model []byte, data []choice) ([2]float64, error) {
	m, err := linear.Decode(model)
	if err != nil {
		return [2]float64{}, err
	}
	var right, all [2]float64
	scores := make([]int32, 2)
	for _, c := range data {
		best, top := 0, int32(0)
		for j, f := range c.candidates {
			m.Score(scores, f)
			if s := scores[c.label]; j == 0 || s > top {
				best, top = j, s
			}
		}
		all[c.label]++
		if best == c.right {
			right[c.label]++
		}
	}
	return [2]float64{100 * right[0] / all[0], 100 * right[1] / all[1]}, nil
}
