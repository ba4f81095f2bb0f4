package linear

// A Trainer learns the weights of a model as an averaged perceptron. It is not safe for concurrent use.
//
//	t := linear.NewTrainer(labels)
//	for each example {
//		t.Score(scores, features)
//		if guess := best(scores); guess != truth {
//			t.Update(truth, features, +1)
//			t.Update(guess, features, -1)
//		}
//		t.Next()
//	}
//	data := t.Encode(0, 0)
type Trainer struct {
	labels []string
	rows   map[uint32]*trainRow
	now    float64 // examples seen
}

// A trainRow is the weights of one feature, with what averaging needs: sums holds Σ step·change, so that the average of a
// weight over n steps is weight − sum/n.
type trainRow struct {
	weights []float64
	sums    []float64
	updates int
}

// NewTrainer returns a trainer with all weights 0.
func NewTrainer(labels []string) *Trainer {
	return &Trainer{labels: labels, rows: make(map[uint32]*trainRow)}
}

// Labels returns the names of the labels.
func (t *Trainer) Labels() []string { return t.labels }

// Score sets scores, which has an element for each label, to the sums of the present weights of features.
func (t *Trainer) Score(scores []float64, features []uint64) {
	clear(scores)
	for _, f := range features {
		t.Add(scores, f)
	}
}

// Add adds the present weights of feature to scores.
func (t *Trainer) Add(scores []float64, feature uint64) {
	if r := t.rows[fold(feature)]; r != nil {
		for i, w := range r.weights {
			scores[i] += w
		}
	}
}

// Update adds by to the weights of label for features.
func (t *Trainer) Update(label int, features []uint64, by float64) {
	for _, f := range features {
		key := fold(f)
		r := t.rows[key]
		if r == nil {
			both := make([]float64, 2*len(t.labels))
			r = &trainRow{weights: both[:len(t.labels)], sums: both[len(t.labels):]}
			t.rows[key] = r
		}
		r.weights[label] += by
		r.sums[label] += by * t.now
		r.updates++
	}
}

// Next ends an example.
func (t *Trainer) Next() { t.now++ }

// Encode returns the file form of the averaged model. Features that were updated fewer than minUpdates times are left out.
// Weights become integers of which the largest is limit; 0 stands for 1,000, which no task here needs to exceed. A small
// limit leaves weak weights out and so makes a small file.
func (t *Trainer) Encode(minUpdates int, limit float64) []byte {
	if limit == 0 {
		limit = 1000
	}
	averaged := make(map[uint32][]float64, len(t.rows))
	for key, r := range t.rows {
		if r.updates < minUpdates {
			continue
		}
		ws := make([]float64, len(t.labels))
		for i, w := range r.weights {
			ws[i] = w
			if t.now > 0 {
				ws[i] -= r.sums[i] / t.now
			}
		}
		averaged[key] = ws
	}
	return encode(t.labels, quantise(averaged, limit))
}
