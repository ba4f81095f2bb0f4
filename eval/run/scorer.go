package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// A figure is what a scorer says of one thing: numbers by name, such as "p", "r" and "f1".
type figure map[string]any

// number returns the number called name, and whether there is one.
func (f figure) number(name string) (float64, bool) {
	x, ok := f[name].(float64)
	return x, ok
}

// percent returns the share called name in percent; the scorers of public sets give shares of 1.
func (f figure) percent(name string) float64 {
	x, _ := f.number(name)
	return 100 * x
}

// score runs a scorer on a prediction, which it writes as JSON, and returns what it prints.
func (b *bench) score(scorer, gold string, prediction any, flags ...string) (figure, error) {
	file, err := temporary(prediction)
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(file) }()
	return b.scoreFile(scorer, gold, file, flags...)
}

// temporary writes each of values as a line of JSON into a new file, and returns its path.
func temporary(values ...any) (string, error) {
	file, err := os.CreateTemp("", "hearsay-*.json")
	if err != nil {
		return "", err
	}
	out := json.NewEncoder(file)
	for _, v := range values {
		if err := out.Encode(v); err != nil {
			return "", errors.Join(err, file.Close(), os.Remove(file.Name()))
		}
	}
	return file.Name(), file.Close()
}

// scoreFile runs a scorer on a prediction that stands in a file or folder.
func (b *bench) scoreFile(scorer, gold, prediction string, flags ...string) (figure, error) {
	return b.compare(scorer, filepath.Join(b.root, gold), prediction, flags...)
}

// compare runs a scorer on gold and a prediction, wherever they stand.
func (b *bench) compare(scorer, gold, prediction string, flags ...string) (figure, error) {
	args := append([]string{filepath.Join(b.root, "eval", scorer), gold, prediction, "--json"}, flags...)
	out, err := exec.CommandContext(b.ctx, "python3", args...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, fmt.Errorf("%s: %w\n%s", scorer, err, exit.Stderr)
	}
	if err != nil {
		return nil, err
	}
	var f figure
	if err := json.Unmarshal(out, &f); err != nil {
		return nil, fmt.Errorf("%s: %w", scorer, err)
	}
	return f, nil
}

// at returns the figure that stands in f under the names given, one inside the other; it is empty if there is none.
func (f figure) at(names ...string) figure {
	for _, name := range names {
		inner, _ := f[name].(map[string]any)
		f = inner
	}
	return f
}

// header begins a table of precision, recall and F1.
func (b *bench) header() {
	fmt.Fprintf(&b.text, "  %-34s %9s %7s %7s %7s %7s\n", "", "precision", "recall", "F1", "gold", "found")
}

// row writes precision, recall and F1 that are shares of 1.
func (b *bench) row(name string, f figure) {
	gold, _ := f.number("gold")
	found, _ := f.number("pred")
	fmt.Fprintf(&b.text, "  %-34s %9.1f %7.1f %7.1f %7.0f %7.0f\n", name, f.percent("p"), f.percent("r"), f.percent("f1"), gold, found)
}

// keys returns the names of the figures in f, sorted.
func (f figure) keys() []string { return slices.Sorted(maps.Keys(f)) }
