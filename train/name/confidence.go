package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/train/bio"
)

// learnConfidence fits the confidence of the names that the built-in models find in texts that they have not seen, of more than one sort:
// what is sure of agency news is less so of anything else.
func learnConfidence(corpora, out string) error {
	finder, err := name.New()
	if err != nil {
		return err
	}
	tags, err := tag.New()
	if err != nil {
		return err
	}
	var examples [][]float64
	var right []bool
	for _, set := range []struct {
		file string
		open bool
	}{{"conll2003/dev.bio", false}, {"crossner-politics/dev.bio", true}, {"uner-ewt/dev.bio", true}} {
		texts, err := bio.Read(filepath.Join(corpora, "ner", set.file), sentencesADocument)
		if err != nil {
			return err
		}
		for _, t := range texts {
			tags.Annotate(t.Doc)
			truth := names(newText(t, set.open).truth)
			found, values := finder.Evidence(t.Doc)
			for i, n := range found {
				sort := sortOf[n.Type]
				if set.open && sort == "MISC" {
					continue
				}
				examples = append(examples, values[i])
				right = append(right, truth[span{slices.Index(name.SortNames, sort), n.First, n.First + n.Count}])
			}
		}
	}
	weights := logistic.Fit(examples, right)
	logf("confidence fitted on %d names", len(examples))
	text := logistic.Text("Weights of confidence, written by train/name -confidence.", name.ConfidenceFeatures, weights)
	return os.WriteFile(filepath.Join(out, "confidence.txt"), []byte(text), 0o644)
}

// sortOf is the sort that the corpora have for each type.
var sortOf = map[nlp.EntityType]string{
	nlp.Person: "PER", nlp.Organization: "ORG", nlp.Location: "LOC", nlp.Group: "MISC", nlp.Event: "MISC", nlp.Work: "MISC", nlp.Product: "MISC",
}
