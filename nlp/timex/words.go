package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/number"
)

//go:embed words.txt
var wordsTxt string

// sort is what a word does in a time expression.
type sort uint8

const (
	none sort = iota
	digits
	numeral // a number in words
	article // "a", "an", "the"
	month
	shortMonth
	weekday
	shortWeekday
	weekdays
	season
	unit
	units
	weekend
	part
	near
	which
	every
	edge
	later
	meridiem
	noon
	decade
	zone
	localZone
	trigger // begins a time in other ways
	festive // begins the name of a holiday
)

var sorts = map[string]sort{
	"month": month, "shortmonth": shortMonth, "weekday": weekday, "shortweekday": shortWeekday, "weekdays": weekdays, "season": season,
	"unit": unit, "units": units, "weekend": weekend, "part": part, "near": near, "which": which, "every": every, "edge": edge, "later": later,
	"meridiem": meridiem, "noon": noon, "decade": decade, "zone": zone, "localzone": localZone,
}

// The numbers of the units.
const (
	second = 1 + iota
	minute
	hour
	day
	week
	fortnight
	aMonth
	quarter
	year
	aDecade
	century
)

// A word of a time expression has a sort and a number in it, such as 5 of the months.
type word struct {
	sort sort
	n    int16
}

func readWords(text string) (map[string]word, error) {
	words := map[string]word{
		"a": {article, 0}, "an": {article, 1}, "the": {article, 2},
		"aged": {trigger, 0}, "age": {trigger, 0}, "ages": {trigger, 0}, "fiscal": {trigger, 0}, "financial": {trigger, 0}, "fy": {trigger, 0},
		"once": {trigger, 0}, "twice": {trigger, 0}, "half": {trigger, 0}, "ad": {trigger, 0},
		"q1": {trigger, 1}, "q2": {trigger, 2}, "q3": {trigger, 3}, "q4": {trigger, 4}, "h1": {trigger, 5}, "h2": {trigger, 6},
		"annually": {trigger, 0}, "yearly": {trigger, 0}, "monthly": {trigger, 0}, "weekly": {trigger, 0}, "daily": {trigger, 0},
		"all": {trigger, 0}, "that": {trigger, 0}, "same": {trigger, 0},
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, forms, _ := strings.Cut(line, ":")
		name, digits, _ := strings.Cut(head, " ")
		s, n := sorts[name], 0
		n, err := strconv.Atoi(digits)
		if s == none || err != nil {
			return nil, fmt.Errorf("bad line %q", line)
		}
		for _, w := range strings.Fields(forms) {
			words[w] = word{s, int16(n)}
		}
	}
	return words, nil
}

// lookup returns what a word in lower case does in a time expression.
func (a *Annotator) lookup(w string) word {
	if w == "" {
		return word{}
	}
	switch c := w[0]; {
	case '0' <= c && c <= '9':
		return word{digits, 0}
	case c == '\'' || c > 'z' && w[:min(3, len(w))] == "‘":
		if len(w) > 2 {
			return word{digits, 0} // '90s
		}
		return word{}
	case c < 'a' || c > 'z':
		return word{}
	}
	if known := a.words[w]; known.sort != none {
		return known
	}
	if number.Known(w) {
		return word{numeral, 0}
	}
	if a.holidays[w] != nil {
		return word{festive, 0}
	}
	return word{}
}
