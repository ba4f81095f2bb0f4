package sequence

import (
	"slices"
	"sync"
)

// A Text makes the features of its tokens: for the first pass, and for the second, which sees the labels of the first. Both append to
// list.
type Text interface {
	First(list []uint64, i int) []uint64
	Second(labels []uint8) func(list []uint64, i int) []uint64
}

// A Lesson is a text with its true labels.
type Lesson struct {
	Text  Text
	Parts [][2]int // the ranges of tokens that are labelled together, in order; they cover the text
	Truth []uint8
	Open  []uint32 // if not nil, the sets of labels that may be true of each token, as in Sequence

	first []uint8 // labels of the first pass, by a model that has not seen the text
}

// Passes is how two passes are trained.
type Passes struct {
	Labels      []string
	Allowed     func(a, b int) bool
	Epochs      int
	Orders      int     // the weights are the mean of those learned from so many orders of the data, one of which is worth more or less by luck
	Folds       int     // the second pass learns from labels of the first that are made in so many folds
	LeastSeen   uint8   // how often a feature must be seen
	Cost        float32 // margin
	LeastWeight float32 // smaller weights are left out
	Limit       float64 // of the file form, as in linear.Trainer.Encode

	// Report, if not nil, is told what was trained and how it labels the tests.
	Report func(pass string, label func(*Lesson) []uint8)
}

// Train returns the file forms of both passes. The first is trained on all lessons; tests are only reported on.
func (p *Passes) Train(lessons, tests []*Lesson) (first, second []byte) {
	l := p.learn(lessons, tests, func(x *Lesson) features { return x.Text.First })
	p.report("first pass", l)
	for _, t := range tests {
		t.first = l.label(t)
	}
	for fold := range p.Folds {
		var others []*Lesson
		for i, x := range lessons {
			if i%p.Folds != fold {
				others = append(others, x)
			}
		}
		part := &labeller{p.perceptron(l.vocabulary, l.sequences, others), l.vocabulary, l.sequences}
		for i := fold; i < len(lessons); i += p.Folds {
			lessons[i].first = part.label(lessons[i])
		}
		p.report("fold", part)
	}
	first = l.model.Encode(l.vocabulary, p.Labels, p.Limit)
	l = nil // its sequences need the room
	l = p.learn(lessons, tests, func(x *Lesson) features { return x.Text.Second(x.first) })
	p.report("second pass", l)
	return first, l.model.Encode(l.vocabulary, p.Labels, p.Limit)
}

func (p *Passes) report(pass string, l *labeller) {
	if p.Report != nil {
		p.Report(pass, l.label)
	}
}

type features = func(list []uint64, i int) []uint64

// A labeller is a trained pass, and the numbered features of the lessons.
type labeller struct {
	model      *Perceptron
	vocabulary *Vocabulary
	sequences  map[*Lesson][]*Sequence
}

// learn trains a pass on lessons, and numbers the features of tests too.
func (p *Passes) learn(lessons, tests []*Lesson, of func(*Lesson) features) *labeller {
	l := &labeller{vocabulary: NewVocabulary(), sequences: make(map[*Lesson][]*Sequence)}
	var buf []uint64
	for _, x := range lessons {
		f := of(x)
		for i := range x.Truth {
			buf = f(buf[:0], i)
			l.vocabulary.Count(buf)
		}
	}
	for _, x := range slices.Concat(lessons, tests) {
		f := of(x)
		for _, part := range x.Parts {
			s := &Sequence{Truth: x.Truth[part[0]:part[1]]}
			if x.Open != nil {
				s.Open = x.Open[part[0]:part[1]]
			}
			for i := part[0]; i < part[1]; i++ {
				buf = f(buf[:0], i)
				s.Features = l.vocabulary.Number(s.Features, buf, p.LeastSeen)
				s.Ends = append(s.Ends, int32(len(s.Features)))
			}
			s.Features = slices.Clone(s.Features)
			l.sequences[x] = append(l.sequences[x], s)
		}
	}
	l.model = p.perceptron(l.vocabulary, l.sequences, lessons)
	return l
}

// atOnce is how many orders are learned from side by side; each takes some hundred megabytes.
const atOnce = 2

// perceptron trains a model on lessons.
func (p *Passes) perceptron(v *Vocabulary, sequences map[*Lesson][]*Sequence, lessons []*Lesson) *Perceptron {
	var data []*Sequence
	for _, x := range lessons {
		data = append(data, sequences[x]...)
	}
	models := make([]*Perceptron, max(p.Orders, 1))
	var group sync.WaitGroup
	free := make(chan struct{}, atOnce)
	for i := range models {
		free <- struct{}{}
		group.Go(func() {
			models[i] = NewPerceptron(v.Len(), len(p.Labels), p.Allowed)
			models[i].Learn(data, p.Epochs, p.Cost, uint64(i+1))
			<-free
		})
	}
	group.Wait()
	m := models[0]
	m.Average(models[1:])
	m.Prune(p.LeastWeight)
	return m
}

func (l *labeller) label(x *Lesson) []uint8 {
	var labels []uint8
	for _, s := range l.sequences[x] {
		labels = append(labels, l.model.Decode(s)...)
	}
	return labels
}
