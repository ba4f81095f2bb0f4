// Command dispute trains the model of which claims of an article contradict each other: a logistic regression over the traits of pairs that lie
// close by. It learns from articles of our own with their claims, and from news articles of PolNeAR, in which hardly any two claims do: the few that
// were found there are listed in polnear.tsv.
//
//	dispute -corpora DIR [-articles eval/testdata/claims] [-out nlp/claim] [-folds N]
package main

import (
	"cmp"
	"context"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/claimgold"
	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/claim"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/quantity"
	"github.com/hearsay-nlp/hearsay/nlp/quote"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// How much a pair of each set counts: rules were fitted on the articles of dev, so that types and parties are righter there than elsewhere; and
// PolNeAR has many more pairs than the rest together.
const (
	countTrain, countDev, countPolNeAR = 1, 0.5, 1
	ridge                              = 4
)

//go:embed polnear.tsv
var polnear string

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	articles := flag.String("articles", "eval/testdata/claims", "`folder` of our own articles")
	out := flag.String("out", "nlp/claim", "`folder` to write disputes.txt to")
	folds := flag.Int("folds", 0, "`number` of parts to measure with, each by a model of the others, instead of writing one")
	flag.Parse()
	if err := run(*corpora, *articles, *out, *folds); err != nil {
		log.Fatal(err)
	}
}

// A set is the pairs of claims of one source of articles.
type set struct {
	name    string
	count   float64 // how much a pair counts
	pairs   []pair
	missing int // contradictions of which there is no pair
}

// A pair is two claims of an article, by number, with their traits.
type pair struct {
	article     int
	values      []float64
	contradicts bool
}

func run(corpora, folder, out string, folds int) error {
	a, err := newAnnotators()
	if err != nil {
		return err
	}
	sets := []*set{{name: "train", count: countTrain}, {name: "dev", count: countDev}, {name: "PolNeAR", count: countPolNeAR}}
	for _, s := range sets[:2] {
		if err := a.own(s, filepath.Join(folder, s.name)); err != nil {
			return err
		}
	}
	if err := a.news(sets[2], filepath.Join(corpora, "attribution", "polnear", "train")); err != nil {
		return err
	}
	if folds > 0 {
		measure(sets, folds)
		return nil
	}
	text := logistic.Text("Weights of the traits of pairs of claims that contradict each other.", claim.TraitNames(), fit(sets, 0, 1))
	return os.WriteFile(filepath.Join(out, "disputes.txt"), []byte(text), 0o644)
}

// fit returns the weights learnt from all pairs but those of every article of which the number leaves rest when divided by folds.
func fit(sets []*set, rest, folds int) []float64 {
	var values [][]float64
	var yes []bool
	var counts []float64
	for _, s := range sets {
		for _, p := range s.pairs {
			if folds > 1 && p.article%folds == rest {
				continue
			}
			values, yes, counts = append(values, p.values), append(yes, p.contradicts), append(counts, s.count)
		}
	}
	return logistic.FitWeighted(values, yes, counts, ridge)
}

// measure prints how well models trained on the other articles do.
func measure(sets []*set, folds int) {
	sure := make(map[*pair]float64)
	for rest := range folds {
		weights := fit(sets, rest, folds)
		for _, s := range sets {
			for i := range s.pairs {
				if p := &s.pairs[i]; p.article%folds == rest {
					sure[p] = logistic.Probability(weights, p.values)
				}
			}
		}
	}
	for _, s := range sets {
		for _, least := range []float64{0.2, 0.25, 0.3, 0.35, 0.4, 0.5} {
			right, found, all := 0, 0, s.missing
			for i := range s.pairs {
				p := &s.pairs[i]
				if p.contradicts {
					all++
				}
				if sure[p] < least {
					continue
				}
				found++
				if p.contradicts {
					right++
				}
			}
			precision, recall := float64(right)/float64(max(1, found)), float64(right)/float64(max(1, all))
			fmt.Printf("%-8s from %.2f: precision %5.1f, recall %5.1f, F1 %5.1f; %d found\n", s.name, least, 100*precision, 100*recall,
				200*precision*recall/max(precision+recall, 1e-9), found)
		}
	}
}

// annotators find claims and pair them.
type annotators struct {
	pipeline *nlp.Pipeline
	claims   *claim.Annotator
}

func newAnnotators() (annotators, error) {
	claims, err := claim.New()
	if err != nil {
		return annotators{}, err
	}
	pipeline, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(quantity.New),
		nlp.Make(name.New), nlp.Make(entity.New), nlp.Make(quote.New), nlp.Make(func() (*claim.Annotator, error) { return claims, nil }))
	return annotators{pipeline, claims}, err
}

// own adds the pairs of the articles of our own in a folder.
func (a annotators) own(s *set, folder string) error {
	articles, err := claimgold.ReadAll(folder)
	if err != nil {
		return err
	}
	if len(articles) == 0 {
		return fmt.Errorf("%s: no articles", folder)
	}
	for n, article := range articles {
		doc := &nlp.Document{Text: article.Text}
		if err := a.pipeline.Annotate(context.Background(), doc); err != nil {
			return err
		}
		twins := claimgold.Match(doc.Claims, article.Claims)
		contradict := make(map[[2]int]bool)
		for _, r := range article.Relations {
			if r.Type == nlp.Contradicts {
				contradict[[2]int{min(r.From, r.To), max(r.From, r.To)}] = true
			}
		}
		s.missing += len(contradict)
		a.claims.Pairs(doc, func(later, earlier int, values []float64) {
			x, y := twins[later], twins[earlier]
			yes := x != nlp.None && y != nlp.None && contradict[[2]int{min(x, y), max(x, y)}]
			if yes {
				s.missing--
			}
			s.pairs = append(s.pairs, pair{n, values, yes})
		})
	}
	return nil
}

// news adds the pairs of two of three articles of PolNeAR, which contradict each other if they are in the list.
func (a annotators) news(s *set, folder string) error {
	listed := make(map[string][][2]nlp.Span) // earlier and later claim, by article
	for line := range strings.Lines(polnear) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		var at [4]int
		for i := range at {
			var err error
			if at[i], err = strconv.Atoi(f[1+i]); err != nil {
				return fmt.Errorf("polnear.tsv: %w", err)
			}
		}
		listed[f[0]] = append(listed[f[0]], [2]nlp.Span{{Start: at[0], End: at[1]}, {Start: at[2], End: at[3]}})
		s.missing++
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	slices.SortFunc(files, cmp.Compare[string])
	for n, file := range files {
		if n%3 == 2 {
			continue // those are kept to look at
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		doc := &nlp.Document{Text: string(data)}
		if err := a.pipeline.Annotate(context.Background(), doc); err != nil {
			return err
		}
		list := listed[strings.TrimSuffix(filepath.Base(file), ".txt")]
		a.claims.Pairs(doc, func(later, earlier int, values []float64) {
			yes := slices.ContainsFunc(list, func(l [2]nlp.Span) bool {
				return claimgold.Overlap(l[0], doc.Claims[earlier].Span) >= 0.5 && claimgold.Overlap(l[1], doc.Claims[later].Span) >= 0.5
			})
			if yes {
				s.missing--
			}
			s.pairs = append(s.pairs, pair{n, values, yes})
		})
	}
	return nil
}
