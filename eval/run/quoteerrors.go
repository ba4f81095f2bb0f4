package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// A pointSet is the code points of a text that a content holds, without white space.
type pointSet map[int]bool

func newPointSet(text []rune, spans [][2]int) pointSet {
	out := make(pointSet)
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if !unicode.IsSpace(text[i]) {
				out[i] = true
			}
		}
	}
	return out
}

// ends returns the first and the last point of a set that is not empty.
func (p pointSet) ends() (first, last int) {
	points := slices.Sorted(maps.Keys(p))
	return points[0], points[len(points)-1]
}

// likeness is the share of the points of both sets that are in both.
func (p pointSet) likeness(q pointSet) float64 {
	both := 0
	for i := range p {
		if q[i] {
			both++
		}
	}
	return float64(both) / float64(max(len(p)+len(q)-both, 1))
}

// errorKinds counts what is wrong with the contents found in the articles of a folder, and writes the kinds, the most frequent first.
func (b *bench) errorKinds(folder string, found map[string][]attribution) error {
	counts := make(map[string]int)
	for _, name := range slices.Sorted(maps.Keys(found)) {
		text, err := fs.ReadFile(b.shared, folder+"/"+name+".txt")
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(b.shared, folder+"/"+name+".ann.json")
		if err != nil {
			return err
		}
		var gold []attribution
		if err := json.Unmarshal(data, &gold); err != nil {
			return err
		}
		countErrors(counts, []rune(string(text)), gold, found[name])
	}
	b.kinds("what is wrong with contents", counts)
	return nil
}

// kinds writes how many errors there are of each kind, the most frequent first.
func (b *bench) kinds(title string, counts map[string]int) {
	b.text.WriteString("\n  " + title + "\n")
	for _, kind := range slices.SortedFunc(maps.Keys(counts), func(x, y string) int {
		return cmp.Or(counts[y]-counts[x], cmp.Compare(x, y))
	}) {
		fmt.Fprintf(&b.text, "    %-60s %5d\n", kind, counts[kind])
	}
}

// countErrors compares each gold content with the one found that is most like it.
func countErrors(counts map[string]int, text []rune, gold, found []attribution) {
	var sets []pointSet
	for _, f := range found {
		sets = append(sets, newPointSet(text, f.Content))
	}
	taken := make([]bool, len(sets))
	for _, g := range gold {
		set := newPointSet(text, g.Content)
		best, most := -1, 0.0
		for k, f := range sets {
			if like := set.likeness(f); like > most {
				best, most = k, like
			}
		}
		switch {
		case best < 0 && len(g.Source) == 0:
			counts["missed, without a source"]++
		case best < 0:
			counts["missed"]++
		case most < 0.5:
			counts["found, but less than half of it the same"]++
			taken[best] = true
		case most < 1:
			counts[bounds(set, sets[best])]++
			taken[best] = true
		default:
			taken[best] = true
		}
	}
	for _, t := range taken {
		if !t {
			counts["found, but nobody's"]++
		}
	}
}

// bounds tells where a content that was found begins and ends, compared with gold.
func bounds(gold, found pointSet) string {
	goldFirst, goldLast := gold.ends()
	first, last := found.ends()
	var kinds []string
	switch {
	case first < goldFirst:
		kinds = append(kinds, "begins early")
	case first > goldFirst:
		kinds = append(kinds, "begins late")
	}
	switch {
	case last < goldLast:
		kinds = append(kinds, "ends early")
	case last > goldLast:
		kinds = append(kinds, "ends late")
	}
	if len(kinds) == 0 {
		return "a part within is missing, or too much"
	}
	return strings.Join(kinds, " and ")
}
