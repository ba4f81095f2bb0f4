package tag

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// scriptsAtMost is how many scripts a lemmatizer knows; the rarest are left to the exceptions.
const scriptsAtMost = 200

// lemmaCase is one kind of word in the data: what it looks like, and the lemma that it has.
type lemmaCase struct{ form, lower, upos, xpos, lemma string }

// TrainLemmas returns the file forms of a lemmatizer's model and exceptions, trained on documents with gold lemmas.
func TrainLemmas(docs []*nlp.Document, epochs int) (model, exceptions []byte, err error) {
	counts := make(map[lemmaCase]int)
	scripts := make(map[string]int)
	for _, doc := range docs {
		for _, tok := range doc.Tokens {
			if tok.Lemma == "_" && tok.In(doc.Text) != "_" || strings.ContainsAny(tok.Lemma, "\t\n") {
				continue
			}
			c := lemmaCase{tok.In(doc.Text), tok.Lower, tok.UPOS, tok.XPOS, tok.Lemma}
			counts[c]++
			scripts[newScript(c.form, c.lemma)]++
		}
	}
	var names []string
	for name := range scripts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if scripts[a] != scripts[b] {
			return scripts[b] - scripts[a]
		}
		return strings.Compare(a, b)
	})
	names = names[:min(len(names), scriptsAtMost)]
	slices.Sort(names)

	var cases []lemmaCase
	for c := range counts {
		cases = append(cases, c)
	}
	slices.SortFunc(cases, func(a, b lemmaCase) int {
		return slices.Compare([]string{a.form, a.upos, a.xpos, a.lemma}, []string{b.form, b.upos, b.xpos, b.lemma})
	})
	model = trainScripts(names, cases, counts, epochs)

	l := &lemmatizer{}
	if l.model, err = linear.Decode(model); err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		s, err := parseScript(name)
		if err != nil {
			return nil, nil, err
		}
		l.scripts = append(l.scripts, s)
	}
	return model, l.misses(cases, counts), nil
}

// trainScripts trains the choice of scripts, each kind of word seen once a pass, the frequent ones up to four times.
func trainScripts(names []string, cases []lemmaCase, counts map[lemmaCase]int, epochs int) []byte {
	trainer := linear.NewTrainer(names)
	scores := make([]float64, len(names))
	rng := rand.New(rand.NewPCG(2, 2))
	order := rng.Perm(len(cases))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			c := cases[i]
			truth, known := slices.BinarySearch(names, newScript(c.form, c.lemma))
			if !known {
				continue
			}
			features := lemmaFeatures(nil, c.form, c.lower, c.upos, c.xpos)
			for range min(counts[c], 4) {
				trainer.Score(scores, features)
				guess := 0
				for l, x := range scores {
					if x > scores[guess] {
						guess = l
					}
				}
				if guess != truth {
					trainer.Update(truth, features, 1)
					trainer.Update(guess, features, -1)
				}
				trainer.Next()
			}
		}
	}
	return trainer.Encode(2, 400)
}

// misses returns the words that occur at least twice and whose commonest lemma l does not find, as lines of lemmas.txt.
func (l *lemmatizer) misses(cases []lemmaCase, counts map[lemmaCase]int) []byte {
	type key = [2]string
	tally := make(map[key]map[string]int)
	wrong := make(map[key]bool)
	for _, c := range cases {
		k := key{c.lower, c.upos}
		if tally[k] == nil {
			tally[k] = make(map[string]int)
		}
		tally[k][c.lemma] += counts[c]
		if l.lemma(c.form, c.lower, c.upos, c.xpos) != c.lemma {
			wrong[k] = true
		}
	}
	var lines []string
	for k := range wrong {
		best, n, total := "", 0, 0
		for lemma, count := range tally[k] {
			total += count
			if count > n || count == n && lemma < best {
				best, n = lemma, count
			}
		}
		if total >= 2 && n*10 >= total*9 && !strings.ContainsAny(k[0], "\t\n") {
			lines = append(lines, k[0]+"\t"+k[1]+"\t"+best+"\n")
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}
