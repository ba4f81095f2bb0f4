package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
	"github.com/hearsay-nlp/hearsay/train/bio"
)

// newPipeline returns what entities require.
func newPipeline() (*nlp.Pipeline, error) {
	return nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(name.New))
}

// eachLine calls do with each line of a file, which may be packed.
func eachLine(file string, do func(line []byte) error) error {
	in, err := bio.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return lines.Err()
}

// readGUM reads the coreference of GUM, and how salient each chain is: in what share of the summaries it is named.
func readGUM(p *nlp.Pipeline, file, treebank string) (examples []entity.Example, salient []map[int]float64, err error) {
	marks, err := readSalience(treebank)
	if err != nil {
		return nil, nil, err
	}
	err = eachLine(file, func(line []byte) error {
		var d struct {
			Doc, Text string
			Offsets   [][2]int
			Clusters  []struct {
				ID       int
				Mentions []struct{ Head int }
			}
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		doc := &nlp.Document{Text: d.Text}
		if err := p.Annotate(context.Background(), doc); err != nil {
			return err
		}
		var bytes []int // by code point
		for i := range d.Text {
			bytes = append(bytes, i)
		}
		truth := make(map[int]int)
		for _, c := range d.Clusters {
			for _, m := range c.Mentions {
				truth[bytes[d.Offsets[m.Head][0]]] = c.ID
			}
		}
		examples = append(examples, entity.Example{Doc: doc, Truth: truth})
		salient = append(salient, marks[d.Doc])
		return nil
	})
	return examples, salient, err
}

// opening is the beginning of a mention in the treebank: number, type, state, and a mark for each of five summaries.
var opening = regexp.MustCompile(`\((\d+)-[a-z]+-[a-z:]+-([sn]{5})`)

// readSalience returns, by document and chain, the share of summaries that name the chain.
func readSalience(file string) (map[string]map[int]float64, error) {
	out := make(map[string]map[int]float64)
	doc := ""
	err := eachLine(file, func(line []byte) error {
		if id, ok := strings.CutPrefix(string(line), "# newdoc id = "); ok {
			doc = id
			out[doc] = make(map[int]float64)
		}
		for _, m := range opening.FindAllSubmatch(line, -1) {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil {
				return err
			}
			out[doc][n] = max(out[doc][n], float64(strings.Count(string(m[2]), "s"))/5)
		}
		return nil
	})
	return out, err
}

// readLitBank reads the coreference of LitBank, in which of pronouns only those of persons are used.
func readLitBank(p *nlp.Pipeline, file string) ([]entity.Example, error) {
	var out []entity.Example
	err := eachLine(file, func(line []byte) error {
		var d struct {
			Tokens   []string
			Sents    [][2]int
			Clusters []struct{ Mentions []struct{ S, E int } }
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		var text strings.Builder
		starts := make([]int, len(d.Tokens))
		for i, t := range d.Tokens {
			if i > 0 {
				text.WriteByte(' ')
			}
			starts[i] = text.Len()
			text.WriteString(t)
		}
		doc := &nlp.Document{Text: text.String()}
		if err := p.Annotate(context.Background(), doc); err != nil {
			return err
		}
		truth := make(map[int]int)
		for id, c := range d.Clusters {
			for _, m := range c.Mentions {
				for i := m.S; i < m.E; i++ { // the head is the one that the engine takes for it
					if _, taken := truth[starts[i]]; !taken || m.E == m.S+1 {
						truth[starts[i]] = id + 1
					}
				}
			}
		}
		out = append(out, entity.Example{Doc: doc, Truth: truth, Partial: true})
		return nil
	})
	return out, err
}
