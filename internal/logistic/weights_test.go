package logistic

import (
	"slices"
	"strings"
	"testing"
)

func TestWeights(t *testing.T) {
	names, weights := []string{"bias", "margin"}, []float64{-1.25, 0.5}
	text := Text("Weights.", names, weights)
	if got, err := Read(text, names); err != nil || !slices.Equal(got, weights) {
		t.Errorf("Read(%q) is %v, %v", text, got, err)
	}
	for _, c := range []struct{ text, want string }{
		{"bias\t1\n", `no weight of "margin"`},
		{"margin\t1\nbias\t1\n", `unexpected feature "margin"`},
		{"bias\t1\nmargin\t1\nmore\t1\n", `unexpected feature "more"`},
		{"bias\tone\nmargin\t1\n", `weight of "bias"`},
	} {
		if _, err := Read(c.text, names); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error of %q is %v, want %s", c.text, err, c.want)
		}
	}
}
