package parse

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Tree is a sentence with its gold tree: the tokens, which should have the tags that a tagger gives them, and for each the
// place of its head in the sentence (None for the root) and its relation.
type Tree struct {
	Tokens []nlp.Token
	Head   []int
	Deprel []string
}

// Models are the file forms of the models of a parser.
type Models struct {
	Arcs      []byte // of transitions
	Relations []byte // of the relations that the search gives to arcs
	Labels    []byte // of the final relations
	Reranker  []byte // of whole trees
}

// Epochs are how often the stages of training go through the trees.
type Epochs struct {
	Arcs      int
	Others    int // for the transitions of each of the parsers that the reranker learns from
	Relations int
	Reranker  int
}

// Train returns the models of a parser.
func Train(trees []Tree, epochs Epochs) (Models, error) {
	clusters, err := cluster.Default()
	if err != nil {
		return Models{}, err
	}
	t := newTrainer(trees, clusters)
	if t.fixed, err = newFixed(t.names); err != nil {
		return Models{}, err
	}

	// The search sees the relations of the arcs that it has made. So that it learns to live with wrong ones, each part of the trees
	// is given relations by a model that was trained on the other parts.
	relations, err := each(parts, func(part int) (*linear.Model, error) {
		return linear.Decode(t.trainRelations(epochs.Relations, func(l *lesson) bool { return l.part != part }))
	})
	if err != nil {
		return Models{}, err
	}
	for i := range t.lessons {
		t.lessons[i].relations = relations[t.lessons[i].part]
	}

	// So that the reranker learns from lists as good as those it will meet, each part is parsed by a parser that was trained on the
	// other parts. The first of these jobs takes the longest.
	all := func(*lesson) bool { return true }
	var m Models
	var lists [parts][]list
	jobs := []func() error{
		func() error { m.Arcs = t.trainArcs(epochs.Arcs, all); return nil },
		func() error { m.Relations = t.trainRelations(epochs.Relations, all); return nil },
		func() error { m.Labels = t.trainLabels(epochs.Relations); return nil },
	}
	for part := range parts {
		jobs = append(jobs, func() error {
			arcs, err := linear.DecodeTernary(t.trainArcs(epochs.Others, func(l *lesson) bool { return l.part != part }))
			lists[part] = t.lists(part, arcs)
			return err
		})
	}
	if _, err := each(len(jobs), func(i int) (struct{}, error) { return struct{}{}, jobs[i]() }); err != nil {
		return Models{}, err
	}
	m.Reranker, err = trainReranker(slices.Concat(lists[:]...), epochs.Reranker)
	return m, err
}

// A trainer holds what all stages of training share.
type trainer struct {
	names []string // of relations
	fixed
	clusters *cluster.Table
	lessons  []lesson
}

// A lesson is a tree as training needs it.
type lesson struct {
	tokens     []nlp.Token
	head       []int32 // n for None
	relation   []uint8
	projective []int32      // heads of the projective tree next to the gold one
	path       []transition // the oracle's, to the projective tree
	part       int
	relations  *linear.Model // one that has not seen the tree
}

const parts = 5

// newTrainer turns trees into lessons; those with several roots teach nothing that a parse could follow, and are left out.
func newTrainer(trees []Tree, clusters *cluster.Table) *trainer {
	t := &trainer{clusters: clusters}
	for _, tree := range trees {
		t.names = append(t.names, tree.Deprel...)
	}
	slices.Sort(t.names)
	t.names = slices.Compact(t.names)
	for i, tree := range trees {
		n := len(tree.Head)
		l := lesson{tokens: tree.Tokens, part: i % parts}
		for j, h := range tree.Head {
			if h == nlp.None {
				h = n
			}
			relation, _ := slices.BinarySearch(t.names, tree.Deprel[j])
			l.head, l.relation = append(l.head, int32(h)), append(l.relation, uint8(relation))
		}
		l.projective = projective(l.head)
		if l.path = oracle(l.projective); len(l.path) == 2*n {
			t.lessons = append(t.lessons, l)
		}
	}
	return t
}

// newSearch returns a search whose models are still to be set.
func (t *trainer) newSearch() *search {
	return &search{sentence: sentence{clusters: t.clusters}, fixed: t.fixed, margin: noMargin, scores: make([]int32, len(t.names))}
}

// noMargin keeps all states that the width of the beam lets in.
const noMargin = 1 << 60
