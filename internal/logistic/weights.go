package logistic

import (
	"fmt"
	"strconv"
	"strings"
)

// Read returns the weights of lines such as "name<TAB>0.5", which must have the names given, in order. Lines that begin with "#" are
// passed over.
func Read(text string, names []string) ([]float64, error) {
	var weights []float64
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("weight of %q: %w", name, err)
		}
		if len(weights) == len(names) || name != names[len(weights)] {
			return nil, fmt.Errorf("unexpected feature %q", name)
		}
		weights = append(weights, w)
	}
	if len(weights) < len(names) {
		return nil, fmt.Errorf("no weight of %q", names[len(weights)])
	}
	return weights, nil
}

// Text returns the form of weights that Read reads, behind a line that says what they are.
func Text(title string, names []string, weights []float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", title)
	for i, name := range names {
		fmt.Fprintf(&b, "%s\t%.4f\n", name, weights[i])
	}
	return b.String()
}
