package entity

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Example is a document with all layers that the annotator requires, and what its mentions refer to.
type Example struct {
	Doc *nlp.Document
	// Truth gives the chain of the mention whose head begins at a byte of the text; chains are numbered from 1.
	Truth map[int]int
	// Partial says that only persons are marked, so that other mentions teach nothing.
	Partial bool
}

// Train returns the model of a ranker trained on examples.
func Train(examples []Example, epochs int) ([]byte, error) {
	l, err := newLexicon()
	if err != nil {
		return nil, err
	}
	weights := make([]*averaged, runs)
	var wg sync.WaitGroup
	for k := range weights {
		wg.Go(func() { weights[k] = learn(l, examples, epochs, uint64(k)) })
	}
	wg.Wait()
	return encode(weights, minUpdates*runs, largest), nil
}

// runs is how many times the ranker is learned, each time from the examples in another order, to average the weights: one order is worth
// up to a point more or less than another.
const runs = 8

// learn returns the weights learned from examples in an order that seed decides.
func learn(l *lexicon, examples []Example, epochs int, seed uint64) *averaged {
	t := &learner{weights: newAveraged()}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(1, 2+seed))
	for epoch := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		t.free = epoch > 0
		for _, i := range order {
			t.example = &examples[i]
			r := newResolver(l, t.example.Doc)
			r.chooser = t
			t.truth = nil
			r.run()
		}
	}
	return t.weights
}

// What the model keeps: features updated this often in each run, as integers up to this one.
const (
	minUpdates = 5
	largest    = 3000
)

// TrainSalience returns the weights of salience, in the form of salience.txt: a logistic regression of how salient the chains of
// each example are, from 0 to 1, by the numbers that Truth gives them. Names that no chain is known of teach nothing.
func TrainSalience(ranker []byte, examples []Example, salient []map[int]float64) (string, error) {
	model, err := linear.Decode(ranker)
	if err != nil {
		return "", err
	}
	l, err := newLexicon()
	if err != nil {
		return "", err
	}
	var data [][]float64
	var targets []float64
	for i := range examples {
		r := newResolver(l, examples[i].Doc)
		r.chooser = &ranking{model: model, confidence: make([]float64, len(ConfidenceFeatures))}
		r.run()
		r.gather()
		truth := truths(r, &examples[i])
		for c := range r.chains {
			ch := &r.chains[c]
			if ch.joined != c || !ch.named {
				continue
			}
			votes := make(map[int]int)
			best := 0
			for _, m := range ch.mentions {
				if k := truth[m]; k != 0 {
					if votes[k]++; votes[k] > votes[best] {
						best = k
					}
				}
			}
			if best != 0 {
				data = append(data, r.salienceOf(ch))
				targets = append(targets, salient[i][best])
			}
		}
	}
	weights := regress(data, targets)
	var b strings.Builder
	b.WriteString("# Weights of salience, written by train/entity.\n")
	for i, name := range salienceFeatures {
		fmt.Fprintf(&b, "%s\t%.4f\n", name, weights[i])
	}
	return b.String(), nil
}

// regress returns the weights of a logistic regression, by gradient descent with a little decay.
func regress(data [][]float64, targets []float64) []float64 {
	weights := make([]float64, len(salienceFeatures))
	s := salience{weights}
	gradient := make([]float64, len(weights))
	for range 4000 {
		clear(gradient)
		for i, x := range data {
			d := targets[i] - s.score(x)
			for k, v := range x {
				gradient[k] += d * v
			}
		}
		for k := range weights {
			weights[k] += 0.5*gradient[k]/float64(len(data)) - 1e-4*weights[k]
		}
	}
	return weights
}

// Evidence runs the ranker on examples and returns, for each mention that it gives to a chain with a name, the values of
// ConfidenceFeatures and whether it was right.
func Evidence(ranker []byte, examples []Example) (evidence [][]float64, right []bool, err error) {
	model, err := linear.Decode(ranker)
	if err != nil {
		return nil, nil, err
	}
	l, err := newLexicon()
	if err != nil {
		return nil, nil, err
	}
	for i := range examples {
		r := newResolver(l, examples[i].Doc)
		p := &prober{ranking: ranking{model: model, confidence: make([]float64, len(ConfidenceFeatures))}, example: &examples[i]}
		r.chooser = p
		r.run()
		evidence, right = append(evidence, p.evidence...), append(right, p.right...)
	}
	return evidence, right, nil
}

// A prober chooses as the ranker does, and notes how sure and how right it was.
type prober struct {
	ranking
	example  *Example
	truth    []int
	evidence [][]float64
	right    []bool
}

func (p *prober) choose(r *resolver, m int, from []candidate) (int, float64) {
	if p.truth == nil {
		p.truth = truths(r, p.example)
	}
	best, sure := p.ranking.choose(r, m, from)
	if best != nlp.None && r.chains[from[best].chain].named {
		p.evidence = append(p.evidence, slices.Clone(p.ranking.evidence[:]))
		p.right = append(p.right, p.truth[m] != 0 && p.truth[m] == p.truth[from[best].last])
	}
	return best, sure
}

// A learner chooses as the ranker does by the weights it has so far, and mends them where it is wrong. The chain that a mention
// then joins is the right one in the first epoch, and the one it chose in later ones, so that it learns to live with its errors.
type learner struct {
	weights  *averaged
	features features
	example  *Example
	truth    []int // chain of each mention, 0 if it has none
	free     bool
	options  []option
}

func (t *learner) choose(r *resolver, m int, from []candidate) (int, float64) {
	if t.truth == nil {
		t.truth = truths(r, t.example)
	}
	x := &r.mentions[m]
	if t.example.Partial && (t.truth[m] == 0 || x.kind == nlp.Nominal || x.types != setOf(nlp.Person)) {
		return nlp.None, 0
	}
	f := &t.features
	f.start(r, m, from)
	// Choice 0 is none, choice i+1 is candidate i.
	t.options = t.options[:0]
	anyRight := false
	for i := -1; i < len(from); i++ {
		o := option{}
		if i < 0 {
			o.features = slices.Clone(f.none())
		} else {
			o.features = slices.Clone(f.of(i))
			o.right = t.truth[m] != 0 && t.truth[from[i].last] == t.truth[m]
			anyRight = anyRight || o.right
		}
		o.score = t.weights.score(o.features)
		t.options = append(t.options, o)
	}
	t.options[0].right = !anyRight
	if anyRight {
		for i := range t.options {
			if o := &t.options[i]; !o.right {
				o.score += r.cost(x, i-1, from)
			}
		}
	}
	best, right := 0, -1
	var all, good float64
	for i, o := range t.options {
		all += math.Exp(o.score)
		if o.right {
			good += math.Exp(o.score)
			if right < 0 || o.score > t.options[right].score {
				right = i
			}
		}
		if o.score > t.options[best].score {
			best = i
		}
	}
	for _, o := range t.options {
		d := -math.Exp(o.score) / all
		if o.right {
			d += math.Exp(o.score) / good
		}
		if math.Abs(d) > 1e-3 {
			t.weights.update(o.features, rate*d)
		}
	}
	t.weights.now++
	if t.free {
		return best - 1, 1
	}
	return right - 1, 1
}

// rate is the step of the gradient descent.
const rate = 0.03

// Costs of errors, which are added to the scores of wrong choices while learning where there is a right one, as in the softmax-margin of
// Durrett and Klein (2013): to refer to nothing is worse than to refer to something else, since most pronouns refer to something; and
// a chain without a name is lost to the reader.
const (
	costNoneOfPerson  = 1.5 // "he", "she"
	costNoneOfThing   = 1   // "it", "they"
	costNoneOfPhrase  = 1.5
	costOther         = 0.5
	costUnnamedPerson = 2 // for "he" and "she"
	costUnnamed       = 1
)

// cost returns what the wrong choice of candidate i, or of none if i is None, for the mention x costs.
func (r *resolver) cost(x *mention, i int, from []candidate) float64 {
	switch {
	case i == nlp.None && x.kind == nlp.Pronoun && x.types == setOf(nlp.Person):
		return costNoneOfPerson
	case i == nlp.None && x.kind == nlp.Pronoun:
		return costNoneOfThing
	case i == nlp.None:
		return costNoneOfPhrase
	case x.kind != nlp.Pronoun:
		return 0
	case r.chains[from[i].chain].named:
		return costOther
	case x.types == setOf(nlp.Person):
		return costOther + costUnnamedPerson
	}
	return costOther + costUnnamed
}

// An option is one of the choices for a mention.
type option struct {
	features []uint64
	score    float64
	right    bool
}

// truths returns the true chain of each mention of r, 0 if it has none.
func truths(r *resolver, e *Example) []int {
	out := make([]int, len(r.mentions))
	for m := range r.mentions {
		x := &r.mentions[m]
		out[m] = e.Truth[r.doc.Tokens[x.head].Start]
		for i := x.first; x.kind == nlp.Named && i <= x.last && out[m] == 0; i++ {
			out[m] = e.Truth[r.doc.Tokens[i].Start]
		}
	}
	return out
}
