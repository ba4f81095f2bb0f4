// Package sequence trains the labellers of sequences: a structured perceptron with averaged weights and a margin (Collins 2002;
// Taskar, Guestrin and Koller 2003 for the cost of a wrong label), over numbered features in flat slices, because training is
// bound by memory. What it learns has the file form of linear.Model.
package sequence

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// A Vocabulary numbers the features that were seen often enough.
type Vocabulary struct {
	seen []uint8
	ids  map[uint32]int32
	keys []uint32
}

const seenBits = 27

// NewVocabulary returns an empty vocabulary.
func NewVocabulary() *Vocabulary {
	return &Vocabulary{seen: make([]uint8, 1<<seenBits), ids: make(map[uint32]int32)}
}

// fold keeps the 32 bits of a feature that linear.Model knows it by.
func fold(feature uint64) uint32 { return uint32(feature ^ feature>>32) }

// Count counts features, which Number needs to know.
func (v *Vocabulary) Count(features []uint64) {
	for _, f := range features {
		if s := &v.seen[fold(f)>>(32-seenBits)]; *s < 255 {
			*s++
		}
	}
}

// Number appends the numbers of the features that were counted at least least times.
func (v *Vocabulary) Number(list []int32, features []uint64, least uint8) []int32 {
	for _, f := range features {
		key := fold(f)
		if v.seen[key>>(32-seenBits)] < least {
			continue
		}
		id, ok := v.ids[key]
		if !ok {
			id = int32(len(v.keys))
			v.ids[key] = id
			v.keys = append(v.keys, key)
		}
		list = append(list, id)
	}
	return list
}

// Len returns how many features have a number.
func (v *Vocabulary) Len() int { return len(v.keys) }

// A Sequence is what is labelled together: the features of all its elements in one list, and the true labels.
type Sequence struct {
	Features []int32
	Ends     []int32 // where the features of each element end
	Truth    []uint8
	Open     []uint32 // if not nil, the sets of labels that may be true of each element, label k as bit k; Truth is not used
}

func (s *Sequence) of(i int) []int32 {
	if i == 0 {
		return s.Features[:s.Ends[0]]
	}
	return s.Features[s.Ends[i-1]:s.Ends[i]]
}

// is reports whether label b may be true of element i.
func (s *Sequence) is(i, b int) bool {
	if s.Open != nil {
		return s.Open[i]>>b&1 != 0
	}
	return int(s.Truth[i]) == b
}

// never is far above any score.
const never = 1e18

// A Perceptron is a model in training.
type Perceptron struct {
	n       int
	allowed func(a, b int) bool
	weights []float32
	sums    []float64
	trans   []float32 // b after a at a*n+b; the start is row n
	tsums   []float64
	now     float64
	best    []float32
	back    []uint8
	path    []uint8
}

// NewPerceptron returns a perceptron for so many features and labels; label b may follow a, or begin a sequence if a is -1, only
// if allowed says so.
func NewPerceptron(features, labels int, allowed func(a, b int) bool) *Perceptron {
	return &Perceptron{n: labels, allowed: allowed, weights: make([]float32, features*labels), sums: make([]float64, features*labels),
		trans: make([]float32, (labels+1)*labels), tsums: make([]float64, (labels+1)*labels)}
}

// Decode returns the best labels of s; the slice is good until the next call.
func (p *Perceptron) Decode(s *Sequence) []uint8 { return p.decode(s, 0, false) }

// decode finds the best labels of s. A wrong label gains cost, so that what is learned has a margin; closed leaves only the labels
// of s.Open.
func (p *Perceptron) decode(s *Sequence, cost float32, closed bool) []uint8 {
	n, length := p.n, len(s.Ends)
	if cap(p.best) < length*n {
		p.best, p.back, p.path = make([]float32, length*n), make([]uint8, length*n), make([]uint8, length)
	}
	best, back, path := p.best[:length*n], p.back[:length*n], p.path[:length]
	for i := range length {
		row := best[i*n : (i+1)*n]
		clear(row)
		for _, f := range s.of(i) {
			ws := p.weights[int(f)*n:][:n]
			for b := range row {
				row[b] += ws[b]
			}
		}
		for b := range row {
			switch right := s.is(i, b); {
			case closed && !right:
				row[b] = -never
			case !closed && !right:
				row[b] += cost
			}
		}
		for b := range n {
			if i == 0 {
				if p.allowed(-1, b) {
					row[b] += p.trans[n*n+b]
				} else {
					row[b] = -never
				}
				continue
			}
			top, from := float32(-math.MaxFloat32), 0
			for a, score := range best[(i-1)*n : i*n] {
				if p.allowed(a, b) {
					if sum := score + p.trans[a*n+b]; sum > top {
						top, from = sum, a
					}
				}
			}
			row[b] += top
			back[i*n+b] = uint8(from)
		}
	}
	last := best[(length-1)*n:]
	path[length-1] = 0
	for b, score := range last {
		if score > last[path[length-1]] {
			path[length-1] = uint8(b)
		}
	}
	for i := length - 1; i > 0; i-- {
		path[i-1] = back[i*n+int(path[i])]
	}
	return path
}

func (p *Perceptron) update(features []int32, label uint8, by float32) {
	for _, f := range features {
		k := int(f)*p.n + int(label)
		p.weights[k] += by
		p.sums[k] += float64(by) * p.now
	}
}

func (p *Perceptron) updateTrans(a int, b uint8, by float32) {
	k := a*p.n + int(b)
	p.trans[k] += by
	p.tsums[k] += float64(by) * p.now
}

// Learn goes over data epochs times, in an order that seed sets, and averages the weights.
func (p *Perceptron) Learn(data []*Sequence, epochs int, cost float32, seed uint64) {
	order := make([]*Sequence, len(data))
	copy(order, data)
	rng := rand.New(rand.NewPCG(seed, 17))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			truth := s.Truth
			if s.Open != nil {
				truth = slices.Clone(p.decode(s, 0, true))
			}
			guess := p.decode(s, cost, false)
			beforeTruth, beforeGuess := p.n, p.n
			for i, g := range guess {
				t := truth[i]
				if g != t {
					p.update(s.of(i), t, 1)
					p.update(s.of(i), g, -1)
				}
				if g != t || beforeTruth != beforeGuess {
					p.updateTrans(beforeTruth, t, 1)
					p.updateTrans(beforeGuess, g, -1)
				}
				beforeTruth, beforeGuess = int(t), int(g)
			}
			p.now++
		}
	}
	for k := range p.weights {
		p.weights[k] -= float32(p.sums[k] / p.now)
	}
	for k := range p.trans {
		p.trans[k] -= float32(p.tsums[k] / p.now)
	}
	p.sums, p.tsums = nil, nil
}

// Average makes the weights the mean of those of p and of others, of the same features and labels.
func (p *Perceptron) Average(others []*Perceptron) {
	share := 1 / float32(len(others)+1)
	for _, o := range others {
		for k, w := range o.weights {
			p.weights[k] += w
		}
		for k, w := range o.trans {
			p.trans[k] += w
		}
	}
	for k := range p.weights {
		p.weights[k] *= share
	}
	for k := range p.trans {
		p.trans[k] *= share
	}
}

// Prune makes weights that are closer to 0 than least 0.
func (p *Perceptron) Prune(least float32) {
	for k, w := range p.weights {
		if w < least && w > -least {
			p.weights[k] = 0
		}
	}
}

// Encode returns the file form of the model.
func (p *Perceptron) Encode(v *Vocabulary, labels []string, limit float64) []byte {
	t := linear.NewTrainer(labels)
	for id, key := range v.keys {
		for b := range p.n {
			if w := p.weights[id*p.n+b]; w != 0 {
				t.Update(b, []uint64{uint64(key)}, float64(w))
			}
		}
	}
	for a := range p.n + 1 {
		previous := a
		if a == p.n {
			previous = -1
		}
		for b := range p.n {
			t.Update(b, []uint64{linear.Transition(previous)}, float64(p.trans[a*p.n+b]))
		}
	}
	return t.Encode(0, limit)
}
