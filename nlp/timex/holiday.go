package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed holidays.txt
var holidaysTxt string

// A holiday is a name and the rule for its date.
type holiday struct {
	name []string // its words in lower case
	rule rule
}

// A rule is one of: a day of the year; the nth weekday of a month; a distance from Easter.
type rule struct {
	month, day   int // a fixed day, unless nth is set
	nth, weekday int
	easter       bool
	distance     int
}

// in returns the day in a year.
func (r rule) in(year int) date {
	switch {
	case r.easter:
		return easter(year).addDays(r.distance)
	case r.nth > 0:
		return nthWeekday(year, r.month, r.nth, r.weekday)
	}
	return date{year, r.month, r.day}
}

func readHolidays(text string) (map[string][]holiday, error) {
	holidays := make(map[string][]holiday)
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, names, _ := strings.Cut(line, ":")
		r, err := readRule(head)
		if err != nil {
			return nil, fmt.Errorf("bad line %q: %w", line, err)
		}
		for name := range strings.SplitSeq(names, ",") {
			h := holiday{strings.Fields(name), r}
			if len(h.name) == 0 {
				return nil, fmt.Errorf("bad line %q", line)
			}
			holidays[h.name[0]] = append(holidays[h.name[0]], h)
		}
	}
	return holidays, nil
}

func readRule(s string) (r rule, err error) {
	if distance, ok := strings.CutPrefix(s, "easter"); ok {
		r.easter = true
		r.distance, err = strconv.Atoi(distance)
		return r, err
	}
	if strings.Contains(s, "/") {
		_, err = fmt.Sscanf(s, "%d-%d/%d", &r.month, &r.nth, &r.weekday)
		return r, err
	}
	_, err = fmt.Sscanf(s, "%d-%d", &r.month, &r.day)
	return r, err
}

// holiday reads the name of a holiday that begins at token i: the longest one.
func (f *finder) holiday(i int) (r rule, next int) {
	if !f.upper(i) {
		return rule{}, i
	}
	next = i
	for _, h := range f.holidays[f.low(i)] {
		n := len(h.name)
		if n <= next-i || i+n > f.end {
			continue
		}
		same := true
		for k, w := range h.name {
			same = same && f.toks[i+k].Lower == w
		}
		if same {
			r, next = h.rule, i+n
		}
	}
	// "Christmas trees" are not there on a day.
	if next == i+1 && (f.upos(next) == "NOUN" || f.upos(next) == "PROPN") && f.word(next).sort == none {
		return rule{}, i
	}
	return r, next
}

// matchHoliday finds a holiday at token i, in the year that follows it or that the verb tells.
func (f *finder) matchHoliday(i int) int {
	r, next := f.holiday(i)
	if next == i {
		return i
	}
	d := f.nearest(i, next, r.in)
	if y, n := f.yearAfter(next); n > next {
		d, next = r.in(y), n
	}
	return f.dayWith(i, next, d)
}
