package main

import (
	"math"
	"math/rand/v2"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// A vocabulary numbers the features that were seen often enough.
type vocabulary struct {
	seen []uint8
	ids  map[uint32]int32
	keys []uint32
}

const seenBits = 27

func newVocabulary() *vocabulary {
	return &vocabulary{seen: make([]uint8, 1<<seenBits), ids: make(map[uint32]int32)}
}

// fold keeps the 32 bits of a feature that linear.Model knows it by.
func fold(feature uint64) uint32 { return uint32(feature ^ feature>>32) }

func (v *vocabulary) count(features []uint64) {
	for _, f := range features {
		if s := &v.seen[fold(f)>>(32-seenBits)]; *s < 255 {
			*s++
		}
	}
}

// number appends the numbers of the features that were counted at least least times.
func (v *vocabulary) number(list []int32, features []uint64, least uint8) []int32 {
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

// A sequence is a paragraph: the features of all its tokens in one list, and the true labels.
type sequence struct {
	features []int32
	ends     []int32 // where the features of each token end
	truth    []uint8
}

func (s *sequence) of(i int) []int32 {
	if i == 0 {
		return s.features[:s.ends[0]]
	}
	return s.features[s.ends[i-1]:s.ends[i]]
}

// A perceptron is an averaged structured perceptron over numbered features, kept in flat slices because training is bound by
// memory. linear.Trainer learns the same, more slowly.
type perceptron struct {
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

func newPerceptron(features, labels int, allowed func(a, b int) bool) *perceptron {
	return &perceptron{n: labels, allowed: allowed, weights: make([]float32, features*labels), sums: make([]float64, features*labels),
		trans: make([]float32, (labels+1)*labels), tsums: make([]float64, (labels+1)*labels)}
}

// decode returns the best labels of s; the slice is good until the next call. A wrong label gains cost, so that what is
// learned has a margin.
func (p *perceptron) decode(s *sequence, cost float32) []uint8 {
	n, length := p.n, len(s.ends)
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
		if cost != 0 {
			for b := range row {
				if b != int(s.truth[i]) {
					row[b] += cost
				}
			}
		}
		for b := range n {
			if i == 0 {
				if p.allowed(-1, b) {
					row[b] += p.trans[n*n+b]
				} else {
					row[b] = -math.MaxFloat32 / 4
				}
				continue
			}
			top, from := float32(-math.MaxFloat32/2), 0
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

func (p *perceptron) update(features []int32, label uint8, by float32) {
	for _, f := range features {
		k := int(f)*p.n + int(label)
		p.weights[k] += by
		p.sums[k] += float64(by) * p.now
	}
}

func (p *perceptron) updateTrans(a int, b uint8, by float32) {
	k := a*p.n + int(b)
	p.trans[k] += by
	p.tsums[k] += float64(by) * p.now
}

// learn goes over data epochs times.
func (p *perceptron) learn(data []*sequence, epochs int, cost float32, seed uint64) {
	order := make([]*sequence, len(data))
	copy(order, data)
	rng := rand.New(rand.NewPCG(seed, 17))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			guess := p.decode(s, cost)
			beforeTruth, beforeGuess := p.n, p.n
			for i, g := range guess {
				t := s.truth[i]
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

// prune makes weights that are closer to 0 than least 0.
func (p *perceptron) prune(least float32) {
	for k, w := range p.weights {
		if w < least && w > -least {
			p.weights[k] = 0
		}
	}
}

// encode returns the file form of the model.
func (p *perceptron) encode(v *vocabulary, labels []string, limit float64) []byte {
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
