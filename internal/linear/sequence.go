package linear

import (
	"math"
	"slices"
)

// A Sequence labels the elements of a sequence together: each element's features, and each pair of neighbouring labels, have
// weights, and Viterbi's algorithm finds the sequence of labels with the highest sum. It is safe for concurrent use.
type Sequence struct {
	n      int
	start  []int32  // weight of each label at the start
	before [][]step // for each label, those that may stand before it
	after  [][]step // for each label, those that may stand behind it
}

// A step is a neighbouring label with the weight of the pair.
type step struct {
	label  int32
	weight int32
}

// never is the weight of what must not be; far below any sum of weights, far above overflow.
const never = math.MinInt32 / 4

// NewSequence returns a sequence labeller over a model that was trained with Transition features. Label b may follow label a,
// or begin the sequence if a is -1, only if allowed says so; nil allows all.
func NewSequence(model *Model, allowed func(a, b int) bool) *Sequence {
	return newSequence(len(model.Labels()), allowed, model.Add)
}

// newSequence returns a labeller with n labels; add adds the weights of a feature to the scores of labels, which are 0.
func newSequence(n int, allowed func(a, b int) bool, add func(scores []int32, feature uint64)) *Sequence {
	s := &Sequence{n: n, start: make([]int32, n), before: make([][]step, n), after: make([][]step, n)}
	weights := make([]int32, n)
	for a := -1; a < n; a++ {
		clear(weights)
		add(weights, Transition(a))
		for b, w := range weights {
			switch may := allowed == nil || allowed(a, b); {
			case a < 0 && may:
				s.start[b] = w
			case a < 0:
				s.start[b] = never
			case may:
				s.before[b] = append(s.before[b], step{int32(a), w})
				s.after[a] = append(s.after[a], step{int32(b), w})
			}
		}
	}
	return s
}

// transitionTemplate is the template number of transition features; annotators number theirs below it.
const transitionTemplate = 1 << 32

// Transition returns the feature of the label before, which is -1 at the start of a sequence.
func Transition(previous int) uint64 { return Feature(transitionTemplate, uint64(previous+1)) }

// A Lattice is the working memory of Decode, to be used again for the next sequence. The zero Lattice is ready.
type Lattice struct {
	Scores []int32 // element scores, n labels for each element; the caller fills it
	best   []int32
	back   []uint16
	path   []int

	margins []int32
}

// Reset makes room in l for the scores of length elements and n labels, all 0.
func (l *Lattice) Reset(length, n int) {
	if size := length * n; cap(l.Scores) < size {
		l.Scores = make([]int32, size)
		l.best = make([]int32, size)
		l.back = make([]uint16, size)
	} else {
		l.Scores = l.Scores[:size]
		clear(l.Scores)
	}
}

// Decode returns the best labels for the elements whose scores stand in l. The slice is l's own, good until the next call.
func (s *Sequence) Decode(l *Lattice) []int {
	n := s.n
	length := len(l.Scores) / n
	if length == 0 {
		return nil
	}
	best, back := l.best[:len(l.Scores)], l.back[:len(l.Scores)]
	for b := range n {
		best[b] = l.Scores[b] + s.start[b]
	}
	for i := 1; i < length; i++ {
		before := best[(i-1)*n : i*n]
		for b := range n {
			top, from := int32(math.MinInt32), int32(0)
			for _, a := range s.before[b] {
				if sum := before[a.label] + a.weight; sum > top {
					top, from = sum, a.label
				}
			}
			best[i*n+b] = max(top, never) + l.Scores[i*n+b] // a path that must not be stays so, and cannot overflow
			back[i*n+b] = uint16(from)
		}
	}
	if cap(l.path) < length {
		l.path = make([]int, length)
	}
	path := l.path[:length]
	path[length-1] = Best(best[(length-1)*n:])
	for i := length - 1; i > 0; i-- {
		path[i-1] = int(back[i*n+path[i]])
	}
	return path
}

// Margins returns, for each element of the sequence that was decoded last with l, by how much the best sequence of labels is better
// than the best one in which that element has another label: the difference of max-marginals. The slice is l's own, good until
// the next call.
func (s *Sequence) Margins(l *Lattice) []int32 {
	n := s.n
	length := len(l.Scores) / n
	l.margins = slices.Grow(l.margins[:0], length)[:length]
	after := make([]int32, n) // the best sum of what follows the element, by its label
	before := make([]int32, n)
	for i := length - 1; i >= 0; i-- {
		if i+1 < length {
			for a := range n {
				top := int32(never)
				for _, b := range s.after[a] {
					top = max(top, b.weight+l.Scores[(i+1)*n+int(b.label)]+before[b.label])
				}
				after[a] = top
			}
		}
		best, second := int32(math.MinInt32), int32(math.MinInt32)
		for a := range n {
			switch sum := max(l.best[i*n+a]+after[a], never); {
			case sum > best:
				best, second = sum, best
			case sum > second:
				second = sum
			}
		}
		l.margins[i] = best - max(second, never)
		before, after = after, before
	}
	return l.margins
}

// Decode finds the best labels of a sequence by the trainer's present weights: features[i] are those of element i.
func (t *Trainer) Decode(features [][]uint64, allowed func(a, b int) bool) []int {
	n, length := len(t.labels), len(features)
	if length == 0 {
		return nil
	}
	trans := make([]float64, (n+1)*n)
	for a := range n + 1 {
		previous := a
		if a == n {
			previous = -1
		}
		row := trans[a*n : (a+1)*n]
		t.Add(row, Transition(previous))
		for b := range row {
			if allowed != nil && !allowed(previous, b) {
				row[b] = math.Inf(-1)
			}
		}
	}
	best := make([]float64, length*n)
	back := make([]int, length*n)
	for i := range length {
		t.Score(best[i*n:(i+1)*n], features[i])
		for b := range n {
			if i == 0 {
				best[b] += trans[n*n+b]
				continue
			}
			top, from := math.Inf(-1), 0
			for a, score := range best[(i-1)*n : i*n] {
				if sum := score + trans[a*n+b]; sum > top {
					top, from = sum, a
				}
			}
			best[i*n+b] += top
			back[i*n+b] = from
		}
	}
	path := make([]int, length)
	for b, score := range best[(length-1)*n:] {
		if score > best[(length-1)*n+path[length-1]] {
			path[length-1] = b
		}
	}
	for i := length - 1; i > 0; i-- {
		path[i-1] = back[i*n+path[i]]
	}
	return path
}

// Learn decodes a sequence and, where the labels found differ from truth, moves the weights towards truth (the structured
// perceptron). It reports whether all labels were right. The example is then over, as by Next.
func (t *Trainer) Learn(features [][]uint64, truth []int, allowed func(a, b int) bool) bool {
	guess := t.Decode(features, allowed)
	right := true
	beforeTruth, beforeGuess := -1, -1
	for i, f := range features {
		if truth[i] != guess[i] {
			right = false
			t.Update(truth[i], f, 1)
			t.Update(guess[i], f, -1)
		}
		if truth[i] != guess[i] || beforeTruth != beforeGuess {
			t.Update(truth[i], []uint64{Transition(beforeTruth)}, 1)
			t.Update(guess[i], []uint64{Transition(beforeGuess)}, -1)
		}
		beforeTruth, beforeGuess = truth[i], guess[i]
	}
	t.Next()
	return right
}
