package main

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// nameLabels are CoNLL-2003's labels of the entity types.
var nameLabels = [...]string{"", "PER", "ORG", "LOC", "MISC", "MISC", "MISC", "MISC"}

// names measures the Names layer on public sets.
func (b *bench) names() error {
	b.header()
	for _, set := range []struct{ title, file, labels string }{
		{"CoNLL-2003 testa", "corpora/ner/conll2003/dev.gold.json", "PER,ORG,LOC,MISC"},
		{"UNER English EWT dev", "corpora/ner/uner-ewt/dev.gold.json", "PER,ORG,LOC"},
		{"CrossNER politics dev", "corpora/ner/crossner-politics/dev.gold.json", "PER,ORG,LOC"},
		{"GUM dev", "corpora/ner/gum/dev.gold.json", "PER,ORG,LOC,MISC"},
	} {
		data, err := fs.ReadFile(b.shared, set.file)
		if err != nil {
			return err
		}
		var gold struct {
			Docs map[string]struct{ Text string }
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			return fmt.Errorf("%s: %w", set.file, err)
		}
		found := make(map[string][][3]any)
		for id, d := range gold.Docs {
			doc, err := b.annotate(nlp.Names, d.Text, nlp.Date{})
			if err != nil {
				return err
			}
			at := newCodePoints(d.Text)
			spans := [][3]any{}
			for _, n := range doc.Names {
				s := at.span(n.Span)
				spans = append(spans, [3]any{s.Begin, s.End, nameLabels[n.Type]})
			}
			found[id] = spans
		}
		f, err := b.score("score_entities.py", set.file, found, "--labels", set.labels)
		if err != nil {
			return err
		}
		b.row(set.title, f.at("exact"))
		b.note(set.title, "names, exact F1", f.at("exact").percent("f1"))
		labels := f.at("labels")
		for _, label := range labels.keys() {
			b.row("  "+label, labels.at(label))
		}
	}
	return nil
}
