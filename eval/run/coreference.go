package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
	entities "github.com/hearsay-nlp/hearsay/nlp/entity"
)

// coreference measures the Entities layer on GUM (news and interviews) and on GAP (Webster et al. 2018). GUM has chains that no name
// belongs to, which are no entities here: entities are measured against all chains, and against those with a name; and what the annotator
// joins, named or not, against all chains, as others are measured.
func (b *bench) coreference() error {
	const file = "corpora/coref/gum/dev.jsonl"
	resolver, err := entities.New()
	if err != nil {
		return err
	}
	found, whole := make(map[string][][][2]int), make(map[string][][][2]int)
	err = b.lines(file, func(doc timedText) error {
		out, err := b.annotate(nlp.Entities|nlp.QuotedMentions, doc.Text, doc.date())
		if err != nil {
			return err
		}
		at := newCodePoints(doc.Text)
		clusters := [][][2]int{}
		named := make(map[[2]int]bool)
		for _, e := range out.Entities {
			var spans [][2]int
			for _, m := range e.Mentions {
				spans = append(spans, at.pair(m.Span))
				named[at.pair(m.Span)] = true
			}
			clusters = append(clusters, spans)
		}
		found[doc.Doc] = clusters
		whole[doc.Doc] = slices.Clone(clusters)
		for _, chain := range resolver.Chains(out) {
			var spans [][2]int
			for _, m := range chain {
				spans = append(spans, at.pair(m.Span))
			}
			if !slices.ContainsFunc(spans, func(s [2]int) bool { return named[s] }) {
				whole[doc.Doc] = append(whole[doc.Doc], spans)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.header()
	named, err := b.namedChains(file)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(named) }()
	prediction, err := temporary(found)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(prediction) }()
	chains, err := temporary(whole)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(chains) }()
	all := filepath.Join(b.root, file)
	for _, genre := range []string{"news", "interview"} {
		for _, gold := range []struct{ title, file, prediction string }{
			{"GUM dev " + genre, all, prediction},
			{"GUM dev " + genre + ", named", named, prediction},
			{"GUM dev " + genre + ", all joined", all, chains},
		} {
			f, err := b.compare("score_coref.py", gold.file, gold.prediction, "--types", "person,organization,place", "--head", "--genre", genre)
			if err != nil {
				return err
			}
			b.tree(gold.title+" ", f)
			fmt.Fprintf(&b.text, "  %-34s %25.1f\n", gold.title+" CoNLL average", f.percent("conll"))
		}
	}
	return b.gap()
}

// namedChains writes the gold of a file, in which the chains without a named mention have a type of their own, so that the scorer leaves
// them out; it returns the path.
func (b *bench) namedChains(file string) (string, error) {
	var docs []any
	err := jsonLines(b, file, func(doc map[string]any) error {
		clusters, _ := doc["clusters"].([]any)
		for _, c := range clusters {
			chain, _ := c.(map[string]any)
			mentions, _ := chain["mentions"].([]any)
			if !slices.ContainsFunc(mentions, func(m any) bool {
				mention, _ := m.(map[string]any)
				return mention["form"] == "named"
			}) {
				chain["type"] = "nameless"
			}
		}
		docs = append(docs, doc)
		return nil
	})
	if err != nil {
		return "", err
	}
	return temporary(docs...)
}

// gap asks, for each snippet of GAP, whether its pronoun stands for either of two names.
func (b *bench) gap() error {
	const file = "corpora/coref/gap/gap-development.tsv"
	data, err := fs.ReadFile(b.shared, file)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	found := make(map[string]map[string]bool)
	for _, line := range lines[1:] {
		// ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL
		f := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if len(f) != 11 {
			return fmt.Errorf("%s: a line has %d fields, want 11", file, len(f))
		}
		doc, err := b.annotate(nlp.Entities, f[1], nlp.Date{})
		if err != nil {
			return err
		}
		pronoun, err := named(f[1], f[3], f[2])
		if err != nil {
			return err
		}
		answer := make(map[string]bool)
		for i, key := range map[int]string{4: "A", 7: "B"} {
			name, err := named(f[1], f[i+1], f[i])
			if err != nil {
				return err
			}
			answer[key] = together(doc.Entities, pronoun, name)
		}
		found[f[0]] = answer
	}
	f, err := b.score("score_gap.py", file, found)
	if err != nil {
		return err
	}
	b.tree("GAP development ", f)
	return nil
}

// named returns the span of what, which stands at an offset in code points.
func named(text, offset, what string) (nlp.Span, error) {
	n, err := strconv.Atoi(offset)
	if err != nil {
		return nlp.Span{}, err
	}
	start := 0
	for range n {
		_, size := utf8.DecodeRuneInString(text[start:])
		start += size
	}
	return nlp.Span{Start: start, End: start + len(what)}, nil
}

// together reports whether an entity has a mention at pronoun and a named one that overlaps name.
func together(entities []nlp.Entity, pronoun, name nlp.Span) bool {
	for _, e := range entities {
		var atPronoun, atName bool
		for _, m := range e.Mentions {
			atPronoun = atPronoun || m.Span == pronoun
			atName = atName || m.Kind == nlp.Named && m.Overlaps(name)
		}
		if atPronoun && atName {
			return true
		}
	}
	return false
}

// A timedText is a line of a corpus in JSON: a text and its date.
type timedText struct {
	Doc, Text string
	Date, Dct string
}

// date returns the day of the text, or the zero Date if the corpus has none.
func (t timedText) date() nlp.Date {
	for _, s := range []string{t.Dct, t.Date} {
		if day, err := parseDay(s); err == nil {
			return day
		}
	}
	return nlp.Date{}
}

// lines calls do for each line of a JSONL file.
func (b *bench) lines(file string, do func(timedText) error) error { return jsonLines(b, file, do) }

// jsonLines calls do for each line of a JSONL file, which may be compressed.
func jsonLines[T any](b *bench, file string, do func(T) error) error {
	f, err := b.shared.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var data io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if data, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	in := bufio.NewScanner(data)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var line T
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := do(line); err != nil {
			return err
		}
	}
	return in.Err()
}
