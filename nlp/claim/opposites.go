package claim

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed opposites.txt
var oppositesTxt string

// opposites maps the words of opposites.txt to the lines that they stand in, numbered from 1; those on the right of the slash to the negative.
type opposites map[string][]int16

func readOpposites(text string) opposites {
	o := make(opposites)
	line := int16(0)
	for l := range strings.Lines(text) {
		if strings.HasPrefix(l, "#") || strings.TrimSpace(l) == "" {
			continue
		}
		line++
		left, right, _ := strings.Cut(l, "/")
		for _, w := range strings.Fields(left) {
			o[w] = append(o[w], line)
		}
		for _, w := range strings.Fields(right) {
			o[w] = append(o[w], -line)
		}
	}
	return o
}

// of returns the lines of a token.
func (o opposites) of(tok *nlp.Token) []int16 {
	if lines, ok := o[tok.Lower]; ok {
		return lines
	}
	return o[tok.Lemma]
}

// clash reports whether a word of one list is set against one of the other.
func clash(a, b []int16) bool {
	return slices.ContainsFunc(a, func(line int16) bool { return slices.Contains(b, -line) })
}
