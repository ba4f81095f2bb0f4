package english

import (
	_ "embed"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// models.tsv has a line for each model: its file, SHA-256, size in bytes, what it was made from, and that data's licence. It is written
// by train/sources.
//
//go:embed models.tsv
var modelsTSV string

// accuracy.tsv has a line for each figure: the development set, what was measured, and the value. It is written by eval/run.
//
//go:embed accuracy.tsv
var accuracyTSV string

func readModels(text string) ([]nlp.Model, error) {
	var out []nlp.Model
	for line := range strings.Lines(text) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != 5 || len(c[1]) != 64 {
			return nil, fmt.Errorf("models.tsv: bad line %q", line)
		}
		size, err := strconv.Atoi(c[2])
		if err != nil {
			return nil, fmt.Errorf("models.tsv: %w", err)
		}
		out = append(out, nlp.Model{Name: modelName(c[0]), Version: c[1][:12], Size: size, Source: c[3], License: c[4]})
	}
	return out, nil
}

// modelName returns the name of a model by its file: "parse/arcs".
func modelName(file string) string {
	return strings.TrimPrefix(strings.TrimSuffix(file, path.Ext(file)), "../internal/")
}

func readAccuracy(text string) ([]nlp.Accuracy, error) {
	var out []nlp.Accuracy
	for line := range strings.Lines(text) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != 3 {
			return nil, fmt.Errorf("accuracy.tsv: bad line %q", line)
		}
		value, err := strconv.ParseFloat(c[2], 64)
		if err != nil {
			return nil, fmt.Errorf("accuracy.tsv: %w", err)
		}
		out = append(out, nlp.Accuracy{Dataset: c[0], Metric: c[1], Value: value})
	}
	return out, nil
}
