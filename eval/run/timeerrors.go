package main

import (
	"strings"
	"unicode"
)

// A timexText is a text with its time expressions. Mentions are noun phrases of time that nobody has marked as such.
type timexText struct {
	timedText
	Timex    []timexItem
	Mentions [][2]int `json:"time_mentions"`
}

// overlap is how many characters two ranges share.
func overlap(b1, e1, b2, e2 int) int { return min(e1, e2) - max(b1, b2) }

// countTimeErrors compares each gold time with the one found that shares most with it. Values in a dialect that is not TIMEX3's have a kind
// of their own: ranges as "(start,end,duration)", values with only a part of a date.
func countTimeErrors(counts map[string]int, gold, found []timexItem, mentions [][2]int) {
	taken := make([]bool, len(found))
	for _, g := range gold {
		best, most := -1, 0
		for k, f := range found {
			if o := overlap(g.Begin, g.End, f.Begin, f.End); o > most {
				best, most = k, o
			}
		}
		if best < 0 {
			counts["missed: "+kindOf(g)]++
			continue
		}
		f := found[best]
		taken[best] = true
		switch short, long := f.Begin > g.Begin || f.End < g.End, f.Begin < g.Begin || f.End > g.End; {
		case short && long:
			counts["begins or ends elsewhere: "+kindOf(g)]++
		case short:
			counts["a part of it: "+kindOf(g)]++
		case long:
			counts["more than it: "+kindOf(g)]++
		}
		switch {
		case g.Value == "" || strings.EqualFold(g.Value, f.Value):
		case strings.HasPrefix(g.Value, "("):
			counts["value is a range in another dialect: "+kindOf(g)]++
		case f.Value == "":
			counts["no value: "+kindOf(g)]++
		case grain(g.Value) != grain(f.Value):
			counts["value of another grain: "+kindOf(g)]++
		default:
			counts["other value: "+kindOf(g)]++
		}
	}
	for k, f := range found {
		known := taken[k]
		for _, m := range mentions {
			known = known || overlap(m[0], m[1], f.Begin, f.End) > 0
		}
		if !known {
			counts["nobody's"]++
		}
	}
}

func kindOf(t timexItem) string { return strings.ToLower(t.Type) }

// grain is the form of a value: its digits and X as one sign.
func grain(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == 'X' {
			return '0'
		}
		return r
	}, value)
}
