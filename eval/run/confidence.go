package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/claimgold"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A calibration gathers how sure the engine was of what, and whether it was right.
type calibration struct {
	title string
	bins  [len(confidenceBins)]struct {
		n, right int
		sum      float64
	}
}

// confidenceBins are the lower ends of the classes that confidences are put into.
var confidenceBins = [...]float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95}

func (c *calibration) add(confidence float64, right bool) {
	i := len(confidenceBins) - 1
	for confidence < confidenceBins[i] {
		i--
	}
	bin := &c.bins[i]
	bin.n++
	bin.sum += confidence
	if right {
		bin.right++
	}
}

// write writes a line for each class: how many, what was said on average, and how many of a hundred were right.
func (c *calibration) write(b *bench) {
	fmt.Fprintf(&b.text, "  %s\n", c.title)
	for i, bin := range c.bins {
		if bin.n == 0 {
			continue
		}
		upper := 1.0
		if i+1 < len(confidenceBins) {
			upper = confidenceBins[i+1]
		}
		n := float64(bin.n)
		fmt.Fprintf(&b.text, "    %.2f to %.2f %23.1f %7.1f %7d\n", confidenceBins[i], upper, 100*bin.sum/n, 100*float64(bin.right)/n, bin.n)
	}
}

// confidence shows what confidences mean: of things of which the engine is as sure as a line says, how many are right.
func (b *bench) confidence() error {
	fmt.Fprintf(&b.text, "%41s %7s %7s\n", "said", "right", "of")
	for _, measure := range []func() error{b.nameConfidence, b.mentionConfidence, b.quoteConfidence, b.disputeConfidence} {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

// nameConfidence looks at names: one is right if span and type are.
func (b *bench) nameConfidence() error {
	for _, set := range []struct {
		title, file string
		misc        bool // names of other types are marked too
	}{
		{"names, CoNLL-2003 testa (fitted on it)", "corpora/ner/conll2003/dev.gold.json", true},
		{"names, CrossNER politics dev", "corpora/ner/crossner-politics/dev.gold.json", false},
	} {
		data, err := fs.ReadFile(b.shared, set.file)
		if err != nil {
			return err
		}
		var gold struct {
			Docs map[string]struct {
				Text     string
				Entities [][3]any
			}
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			return fmt.Errorf("%s: %w", set.file, err)
		}
		c := calibration{title: set.title}
		for _, name := range slices.Sorted(maps.Keys(gold.Docs)) { // sums of floats depend on the order
			d := gold.Docs[name]
			doc, err := b.annotate(nlp.Names, d.Text, nlp.Date{})
			if err != nil {
				return err
			}
			at := newCodePoints(d.Text)
			for _, n := range doc.Names {
				label := nameLabels[n.Type]
				if label == "MISC" && !set.misc {
					continue
				}
				s := at.span(n.Span)
				c.add(n.Confidence, slices.Contains(d.Entities, [3]any{float64(s.Begin), float64(s.End), label}))
			}
		}
		c.write(b)
	}
	return nil
}

// mentionConfidence looks at the mentions of entities that are no names: one is right if the gold has it in the chain that most of the
// entity's names are in. GUM's mentions go on to their last modifier, so that equal beginnings or ends are enough.
func (b *bench) mentionConfidence() error {
	pronouns, phrases := calibration{title: "pronouns, GUM dev"}, calibration{title: "noun phrases, GUM dev"}
	err := jsonLines(b, "corpora/coref/gum/dev.jsonl", func(text linkedText) error {
		doc, err := b.annotate(nlp.Entities|nlp.QuotedMentions, text.Text, text.date())
		if err != nil {
			return err
		}
		at := newCodePoints(text.Text)
		exact, begins, ends := make(map[[2]int]int), make(map[int]int), make(map[int]int) // number of the chain, from 1
		for i, c := range text.Clusters {
			for _, m := range c.Mentions {
				s := [2]int{text.Offsets[m.S][0], text.Offsets[m.E-1][1]}
				exact[s], begins[s[0]], ends[s[1]] = i+1, i+1, i+1
			}
		}
		chain := func(m nlp.Mention) int {
			s := at.pair(m.Span)
			for _, n := range []int{exact[s], begins[s[0]], ends[s[1]]} {
				if n > 0 {
					return n
				}
			}
			return 0
		}
		for _, e := range doc.Entities {
			votes := make(map[int]int)
			best := 0
			for _, m := range e.Mentions {
				if n := chain(m); m.Kind == nlp.Named && n > 0 {
					if votes[n]++; votes[n] > votes[best] {
						best = n
					}
				}
			}
			for _, m := range e.Mentions {
				switch right := best > 0 && chain(m) == best; m.Kind {
				case nlp.Pronoun:
					pronouns.add(m.Confidence, right)
				case nlp.Nominal:
					phrases.add(m.Confidence, right)
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	pronouns.write(b)
	phrases.write(b)
	return nil
}

// quoteConfidence looks at quotes: one is right if it shares half of its content, by F1, and something of its source with one of the gold.
func (b *bench) quoteConfidence() error {
	files, err := fs.Glob(b.shared, "corpora/attribution/polnear/dev/*.txt")
	if err != nil {
		return err
	}
	c := calibration{title: "quotes, PolNeAR dev (fitted on it)"}
	for _, file := range files {
		text, err := fs.ReadFile(b.shared, file)
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(b.shared, path.Join(path.Dir(file), strings.TrimSuffix(path.Base(file), ".txt")+".ann.json"))
		if err != nil {
			return err
		}
		var gold []attribution
		if err := json.Unmarshal(data, &gold); err != nil {
			return err
		}
		doc, err := b.annotate(nlp.Quotes, string(text), nlp.Date{})
		if err != nil {
			return err
		}
		at, runes := newCodePoints(doc.Text), []rune(doc.Text)
		for _, q := range doc.Quotes {
			content, source := newPointSet(runes, at.pairs(q.Content...)), newPointSet(runes, at.pairs(q.Source))
			c.add(q.Confidence, slices.ContainsFunc(gold, func(g attribution) bool {
				if content.likeness(newPointSet(runes, g.Content)) < 1.0/3 {
					return false
				}
				whose := newPointSet(runes, g.Source)
				return len(source) == 0 && len(whose) == 0 || source.likeness(whose) > 0
			}))
		}
	}
	c.write(b)
	return nil
}

// disputeConfidence looks at contradictions in the articles of our own that nobody has looked at: one is right if the gold has it.
func (b *bench) disputeConfidence() error {
	c := calibration{title: "contradictions, own articles, unseen"}
	for _, set := range []string{"unseen", "other"} {
		articles, err := claimgold.ReadAll("eval/testdata/claims/" + set)
		if err != nil {
			return err
		}
		for _, a := range articles {
			doc, err := b.annotate(nlp.ClaimRelations, a.Text, nlp.Date{})
			if err != nil {
				return err
			}
			twins := claimgold.Match(doc.Claims, a.Claims)
			for _, r := range doc.ClaimRelations {
				if r.Type != nlp.Contradicts {
					continue
				}
				x, y := twins[r.From], twins[r.To]
				c.add(r.Confidence, slices.ContainsFunc(a.Relations, func(g claimgold.Relation) bool {
					return g.Type == nlp.Contradicts && (g.From == x && g.To == y || g.From == y && g.To == x)
				}))
			}
		}
	}
	c.write(b)
	return nil
}
