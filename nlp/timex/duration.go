package timex

import (
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/number"
)

// A duration is a list of amounts, each of a smaller unit than the one before.
type duration []amount

type amount struct {
	n    float64
	unit int
}

// value returns the TIMEX3 value. Units that have no letter are turned into years or weeks.
func (d duration) value() string {
	var buf [24]byte
	b := append(buf[:0], 'P')
	clock := false
	for _, a := range d {
		n, letter := a.n, byte('D')
		switch a.unit {
		case second, minute, hour:
			if !clock {
				b = append(b, 'T')
				clock = true
			}
			letter = "SMH"[a.unit-second]
		case week:
			letter = 'W'
		case fortnight:
			n, letter = 2*n, 'W'
		case aMonth:
			letter = 'M'
		case quarter:
			n, letter = 3*n, 'M'
		case year:
			letter = 'Y'
		case aDecade:
			n, letter = 10*n, 'Y'
		case century:
			n, letter = 100*n, 'Y'
		}
		b = strconv.AppendFloat(b, n, 'f', -1, 64)
		b = append(b, letter)
	}
	return string(b)
}

// oneOf returns the value of one unit.
func oneOf(unit int) string { return duration{{1, unit}}.value() }

// between are words that may stand between a number and its unit: "two full days".
var between = map[string]bool{
	"full": true, "whole": true, "entire": true, "more": true, "straight": true, "consecutive": true, "additional": true, "extra": true, "long": true,
	"further": true, "calendar": true, "successive": true, "solid": true, "short": true, "working": true, "business": true, "other": true, "turbulent": true,
}

// cardinal reads a number at token i.
func (f *finder) cardinal(i int) (float64, int) { return number.Cardinal(f.rest(i)) }

// unitAfter reads the unit that follows a number that ends before token j; tied is true for "11-year". It returns j if there is none.
func (f *finder) unitAfter(j int) (u, next int, tied bool) {
	if f.low(j) == "-" && f.glued(j) && f.glued(j-1) {
		if w := f.word(j + 1); w.sort == unit || w.sort == units {
			return int(w.n), j + 2, true
		}
		return 0, j, false
	}
	k := j
	for n := 0; n < 2 && between[f.low(k)]; n++ {
		k++
	}
	if w := f.word(k); (w.sort == units || w.sort == unit && w.n != second) && w.n != quarter {
		if f.low(k+1) == "-" && f.glued(k) && f.glued(k+1) && w.sort == unit && f.low(k+2) != "old" {
			return 0, j, false // two day-trippers
		}
		return int(w.n), k + 1, false
	}
	return 0, j, false
}

// matchNumber finds what a number at token i leads to: a duration, an age, "two weeks ago", "the 19th century".
func (f *finder) matchNumber(i int) int {
	v, n := f.cardinal(i)
	if n == 0 {
		if f.is(i, digits) {
			if next := f.gluedUnit(i); next > i {
				return next
			}
		}
		return f.matchOrdinal(i)
	}
	j := i + n
	if k := f.joins(j); k > j && f.low(j) != "&" { // 5 to 10 years, two or three weeks
		if _, n2 := f.cardinal(k); n2 > 0 {
			if u, next, _ := f.unitAfter(k + n2); next > k+n2 {
				if f.low(j) != "and" || f.low(i-1) == "between" {
					f.add(i, j, duration{{v, u}}.value())
					return j
				}
			}
		}
	}
	if next := f.span(i, j, v); next > i {
		return next
	}
	return f.bareAge(i, j, v)
}

// span finds the duration, age or distance whose number, v, covers tokens [i, j).
func (f *finder) span(i, j int, v float64) int {
	u, next, tied := f.unitAfter(j)
	if next == j {
		return i
	}
	if (f.low(i-1) == "-" || f.low(i-1) == "–") && f.glued(i-1) && f.after < i-1 {
		return i // part of a code or a result
	}
	if v == 1 && u == day && !tied && f.is(i, numeral) && !f.oneDay(i, next) {
		return i
	}
	if u == second && !tied && f.is(i, numeral) && !strings.HasSuffix(f.low(next-1), "s") {
		return i
	}
	if age := f.old(next); age > next {
		f.add(i, age, duration{{v, u}}.value())
		return age
	}
	d := duration{{v, u}}
	if f.low(next) == "and" && f.low(next+1) == "a" && (f.low(next+2) == "half" || f.low(next+2) == "quarter") { // an hour and a half
		part := 0.5
		if f.low(next+2) == "quarter" {
			part = 0.25
		}
		d[0].n += part
		next += 3
	}
	if !tied {
		d, next = f.smaller(d, next)
	}
	return f.distance(i, next, d)
}

// smaller reads the smaller units after a duration that ends before token next: "two years and three months".
func (f *finder) smaller(d duration, next int) (duration, int) {
	for len(d) < 3 {
		j := next
		if w := f.low(j); w == "and" || w == "," {
			j++
		}
		v, n := f.cardinal(j)
		if n == 0 {
			break
		}
		u, after, tied := f.unitAfter(j + n)
		if after == j+n || tied || u >= d[len(d)-1].unit || u == day && d[len(d)-1].unit == week && f.low(after) != "ago" {
			break
		}
		if f.low(after) == "later" || f.low(after) == "earlier" {
			break
		}
		d, next = append(d, amount{v, u}), after
	}
	return d, next
}

// oneDay reports whether "one day", which ends before token next, is a length of time and not some day.
func (f *finder) oneDay(i, next int) bool {
	switch f.low(i - 1) {
	case "for", "within", "in", "than", "only", "just", "least", "most", "after", "about", "every":
		return true
	}
	switch f.low(next) {
	case "after", "before", "later", "earlier", "ago", "of":
		return true
	}
	return false
}

// old reads what makes an age of a number of years before token i: "-old", "old", "of age", "-olds".
func (f *finder) old(i int) int {
	j := i
	if f.low(j) == "-" && f.glued(j) && f.glued(j-1) {
		j++
	}
	switch f.low(j) {
	case "old", "olds":
		return j + 1
	case "of":
		if f.low(j+1) == "age" {
			return j + 2
		}
	}
	return i
}

// distance adds a duration that covers tokens [i, next), or the date that it leads to: "two weeks ago", "ten days before May 3".
func (f *finder) distance(i, next int, d duration) int {
	switch f.low(next) {
	case "ago":
		value := f.ago(d)
		f.add(i, next+1, value)
		return next + 1
	case "from", "after", "before":
		if f.low(next) == "from" && f.low(next+1) == "now" {
			f.add(i, next+2, f.away(f.now, d, 1))
			return next + 2
		}
		j := next + 1
		if day, after := f.dayAt(j); after > j {
			sign := 1
			if f.low(next) == "before" {
				sign = -1
			}
			f.add(i, after, f.away(day, d, sign))
			return after
		}
	}
	f.add(i, next, d.value())
	return next
}

// ago returns the value of the time that lies d before the day of publication. It is as exact as its unit: a week for weeks, a
// year for years.
func (f *finder) ago(d duration) string {
	if f.now.year == 0 {
		return ""
	}
	n := int(d[0].n)
	if d[0].n > 1e9 {
		return ""
	}
	switch u := d[0].unit; {
	case u == century || u == aDecade:
		if y := f.now.year - n*map[int]int{aDecade: 10, century: 100}[u]; y > 0 {
			return date{year: y}.value()[:map[int]int{aDecade: 3, century: 2}[u]]
		}
		return ""
	case u == year && len(d) == 1 && d[0].n != float64(n) && f.now.month != 0:
		return f.now.addMonths(-int(d[0].n * 12)).value()
	case u == year && len(d) == 1:
		y := f.now.year - n
		if y <= 0 {
			y-- // there is no year 0
		}
		if y < -9999 {
			return ""
		}
		return date{year: y}.value()
	case !f.now.known() || n > 100000:
		return ""
	case (u == week || u == fortnight) && len(d) == 1:
		if u == fortnight {
			n *= 2
		}
		return f.now.addDays(-7 * n).week()
	case u == aMonth && len(d) == 1:
		return f.now.addMonths(-n).value()
	case u == hour:
		return f.now.addDays(-(n / 24)).value()
	case u < hour:
		return f.now.value()
	}
	return f.away(f.now, d, -1)
}

// away returns the value of the day that lies d after another, or before it.
func (f *finder) away(from date, d duration, sign int) string {
	if !from.known() {
		return ""
	}
	days, months := 0, 0
	for _, a := range d {
		if a.n > 10000 {
			return ""
		}
		n := int(a.n)
		switch a.unit {
		case second, minute:
		case hour:
			days += n / 24
		case day:
			days += n
		case week:
			days += 7 * n
		case fortnight:
			days += 14 * n
		case aMonth:
			months += n
		case quarter:
			months += 3 * n
		case year:
			months += 12 * n
		case aDecade:
			months += 120 * n
		case century:
			months += 1200 * n
		}
	}
	if months != 0 {
		to := from.addMonths(sign * months)
		if to.year <= 0 || to.year > 9999 {
			return ""
		}
		to.day = min(from.day, daysIn(to.year, to.month))
		from = to
	}
	to := from.addDays(sign * days)
	if to.year <= 0 || to.year > 9999 {
		return ""
	}
	return to.value()
}

// gluedUnit finds a duration whose unit is tied to its digits: "48h", "90min".
func (f *finder) gluedUnit(i int) int {
	v, rest, ok := number.Digits(f.low(i))
	if !ok || len(rest) == 0 {
		return i
	}
	w := f.Annotator.words[rest]
	u := int(w.n)
	switch {
	case rest == "h":
		u = hour
	case w.sort != units || len(rest) < 3:
		return i
	}
	return f.distance(i, i+1, duration{{v, u}})
}

// matchOne finds a duration whose number is an article: "an hour", "a full day", "a year and a half", "a dozen years", "a week ago".
func (f *finder) matchOne(i int) int {
	if v, n := f.cardinal(i); n > 0 {
		return f.span(i, i+n, v)
	}
	j := i + 1
	if f.low(j) == "half" {
		return f.matchHalf(j, i)
	}
	if f.low(j) == "quarter" && f.low(j+1) == "of" && f.low(j+2) == "an" && f.low(j+3) == "hour" {
		return f.distance(i, j+4, duration{{15, minute}})
	}
	if w := f.low(j); w == "full" || w == "whole" || w == "entire" || w == "single" || w == "further" {
		j++
	}
	w := f.word(j)
	if w.sort != unit || w.n < minute || w.n == quarter || f.low(j) == "sec" || f.low(j+1) == "-" && f.glued(j) {
		return i
	}
	prev := f.low(i - 1)
	if w.n == minute && f.low(j+1) != "ago" && f.low(j+1) != "later" && prev != "in" && prev != "within" {
		return i
	}
	switch prev {
	case "what", "such", "quite", "half":
		return i
	case "miles", "kilometers", "kilometres", "km", "mile", "kilometer", "kilometre": // fifty miles an hour
		if w.n == hour {
			return i
		}
	}
	if f.noun(j+1, false) && f.word(j+1).sort == none && w.n != century && f.low(j+1) != "ago" {
		return i // a day trip
	}
	return f.span(i, i+1, 1)
}

// matchHalf finds "half an hour", "a half hour", "half a century" and "half a dozen years" at the word "half"; the time begins at token from.
func (f *finder) matchHalf(i, from int) int {
	if v, n := f.cardinal(i); n > 0 {
		return f.span(from, i+n, v)
	}
	j := i + 1
	if w := f.low(j); w == "a" || w == "an" || w == "-" && f.glued(i) && f.glued(j) {
		j++
	} else if from == i {
		return i
	}
	w := f.word(j)
	if w.sort != unit || w.n < minute || w.n == quarter || f.low(j+1) == "-" {
		return from
	}
	d := duration{{0.5, int(w.n)}}
	if w.n == hour {
		d[0] = amount{30, minute}
	}
	return f.distance(from, j+1, d)
}

// matchAge finds an age after "aged", "age" or "ages": "aged 14", "age of 14", "ages 5 to 11".
func (f *finder) matchAge(i int) int {
	j := i + 1
	if w := f.low(j); w == "of" || w == "between" || w == "about" || w == "from" {
		j++
	}
	v, n := f.cardinal(j)
	if n == 0 || v > 130 || j > i+1 && f.low(i) == "ages" && f.low(i+1) == "of" {
		return i
	}
	next := j + n
	u := year
	if w := f.word(next); w.sort == units && w.n >= day {
		u = int(w.n)
		next++
	}
	f.add(i, next, duration{{v, u}}.value())
	if k := f.joins(next); k > next { // 5 to 11
		if v2, n2 := f.cardinal(k); n2 > 0 && v2 <= 130 && v2 > v && !f.noun(k+n2, false) {
			f.add(k, k+n2, duration{{v2, u}}.value())
			next = k + n2
		}
	}
	return next
}

// ageSubjects are pronouns that stand for people.
var ageSubjects = map[string]bool{"he": true, "she": true, "i": true, "who": true, "we": true, "they": true}

// ageVerbs are verbs after which a bare number is an age if the subject is a person.
var ageVerbs = map[string]bool{"was": true, "is": true, "turned": true, "turns": true, "were": true, "are": true, "'s": true, "am": true, "'m": true}

// bareAge finds an age that is only a number, v, at tokens [i, j): "she was six", "Anna Berg, 34, said".
func (f *finder) bareAge(i, j int, v float64) int {
	if v < 2 || v > 115 || v != float64(int(v)) {
		return i
	}
	k := i - 1
	for f.low(k) == "only" || f.low(k) == "just" || f.low(k) == "about" || f.low(k) == "almost" || f.low(k) == "nearly" {
		k--
	}
	if ageVerbs[f.low(k)] && ageSubjects[f.low(k-1)] {
		switch f.low(j) {
		case "", ",", ".", ";", "!", "?", ")", "so", "and", "when", "but", "or", "because", "at", "then", "”", "\"", "—", "–", ":", "while", "as", "if":
			f.add(i, j, duration{{v, year}}.value())
			return j
		}
		return i
	}
	// After a name of two words, between commas or in brackets.
	if f.low(i-1) == "," && f.is(i, digits) && v >= 10 && f.upos(i-2) == "PROPN" && f.upos(i-3) == "PROPN" && f.word(i-2).sort == none {
		switch f.low(j) {
		case ",", ".", ";":
			if f.upos(j+1) == "NUM" {
				return i
			}
			f.add(i, j, duration{{v, year}}.value())
			return j
		}
	}
	return i
}
