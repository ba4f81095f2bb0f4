package timex

import (
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/number"
)

// seasonValues are the TIMEX3 values of the seasons, by their number in words.txt.
var seasonValues = [...]string{"", "SP", "SU", "FA", "WI"}

// matchDigits finds what a token that begins with a digit leads to.
func (f *finder) matchDigits(i int) int {
	if f.tied(i) {
		return i
	}
	if next := f.isoTime(i); next > i {
		return next
	}
	if d, next := f.numericDate(i); next > i {
		if d.day == 0 {
			f.addDate(i, next, d)
			return next
		}
		return f.dayWith(i, next, f.resolve(i, next, d))
	}
	if next := f.dayRange(i); next > i {
		return next
	}
	if next := f.dayMatch(i); next > i {
		return next
	}
	if next := f.matchClock(i); next > i {
		return next
	}
	if next := f.matchDecade(i); next > i {
		return next
	}
	if next := f.matchYear(i); next > i {
		return next
	}
	return f.matchNumber(i)
}

// tied reports whether token i is tied to a word or sign before it, as in "F-16", "$5" and "#3".
func (f *finder) tied(i int) bool {
	if !f.glued(i - 1) {
		return false
	}
	switch f.low(i - 1) {
	case "$", "£", "€", "¥", "#", "us$", "+", "/", ":", "%":
		return true
	case "-":
		if f.glued(i - 2) {
			switch p := f.low(i - 2); p {
			case "mid", "early", "late", "pre", "post", "end":
				return false
			default:
				return !f.isMonthWord(i-2) && !f.is(i-2, digits)
			}
		}
	}
	return false
}

// dayRange finds the first day of a range whose month comes after: "3 to 5 May 2015", "3-5 May".
func (f *finder) dayRange(i int) int {
	n, j := f.dayNumber(i)
	if n == 0 {
		return i
	}
	k := f.joins(j)
	if k == j {
		return i
	}
	if f.low(k) == "the" {
		k++
	}
	d, next := f.dayMonth(k)
	if next == k || f.is(k-1, none) && d.day <= n && f.low(j) != "and" && f.low(j) != "or" {
		return i
	}
	d = f.resolve(i, next, d)
	f.addDate(i, j, date{d.year, d.month, n})
	f.addDate(k, next, d)
	return next
}

// matchDecade finds a decade or a century by its years: "1990s", "the 90s", "'90s", "the nineties", "1800s".
func (f *finder) matchDecade(i int) int {
	w := f.low(i)
	if f.is(i, decade) {
		return f.shortDecade(i, int(f.word(i).n))
	}
	w = strings.TrimPrefix(strings.TrimPrefix(w, "'"), "‘")
	w, plural := strings.CutSuffix(w, "s")
	if !plural {
		return i
	}
	w = strings.TrimSuffix(w, "'")
	n := number.Whole(w)
	switch {
	case n < 0 || n%10 != 0:
	case len(w) == 4 && n >= 1000 && n < 2100:
		if n%100 == 0 && n != 2000 {
			f.add(i, i+1, w[:2])
		} else {
			f.add(i, i+1, w[:3])
		}
		f.last = date{year: n}
		return i + 1
	case len(w) == 2 && w != f.low(i)[:2]: // '90s
		f.addDecade(i, n)
		return i + 1
	case len(w) == 2:
		return f.shortDecade(i, n)
	}
	return i
}

// shortDecade finds a decade without its century, which may be an age or a temperature unless words around say otherwise.
func (f *finder) shortDecade(i, n int) int {
	j := i - 1
	for f.low(j) == "early" || f.low(j) == "late" || f.low(j) == "mid" || f.low(j) == "-" {
		j--
	}
	if f.low(j) != "the" || n < 20 || f.low(j-1) == "into" || f.low(j-1) == "low" {
		return i
	}
	f.addDecade(i, n)
	return i + 1
}

// addDecade adds the decade of two digits, the last that has begun.
func (f *finder) addDecade(i, n int) {
	now := f.now.year
	if now == 0 {
		now = 2020
	}
	y := now - now%100 + n
	if y > now {
		y -= 100
	}
	f.add(i, i+1, date{year: y}.value()[:3])
}

// yearLeads are words after which four digits are a year, yearBelow those that need it to be one of our time.
var (
	yearLeads = map[string]bool{
		"in": true, "since": true, "during": true, "until": true, "till": true, "before": true, "after": true, "throughout": true, "circa": true,
		"c.": true, "ca.": true, "early": true, "late": true, "mid": true, "year": true, "through": true, "pre": true, "post": true, "from": true,
	}
	nearLeads = map[string]bool{
		"by": true, "between": true, "to": true, "of": true, "for": true, "with": true, "than": true, "around": true, "about": true, "versus": true, "vs": true,
		"vs.": true, "on": true, "and": true, "late-": true,
	}
	yearOf = map[string]bool{ // nouns whose "of" leads to a number
		"population": true, "total": true, "number": true, "average": true, "crowd": true, "force": true, "team": true, "group": true, "maximum": true,
		"minimum": true, "record": true, "fleet": true, "workforce": true,
	}
)

// matchYear finds a year, or the first of two that form a range.
func (f *finder) matchYear(i int) int {
	w := f.low(i)
	if next := f.beforeChrist(i); next > i {
		return next
	}
	if len(w) == 7 && w[4] == '/' { // 2015/16
		if y, to := number.Whole(w[:4]), number.Whole(w[5:]); y >= 1900 && y < 2200 && to == (y+1)%100 {
			f.add(i, i+1, w[:4]+"/"+strconv.Itoa(y+1))
			return i + 1
		}
	}
	y := f.fourDigits(i)
	if y == 0 {
		return i
	}
	j := i + 1
	if q := f.word(j); q.sort == trigger && q.n > 0 { // 2015 Q3
		return f.quarterIn(i, j+1, y, int(q.n))
	}
	if q := f.word(j + 1); f.low(j) == "-" && q.sort == trigger && q.n > 0 {
		return f.quarterIn(i, j+2, y, int(q.n))
	}
	if w := f.low(j); (w == "-" || w == "–" || w == "/") && (f.glued(i) == f.glued(j)) { // 1990-95, 2014–2018
		y2, n := f.fourDigits(j+1), f.low(j+1)
		if y2 == 0 && len(n) == 2 && number.Whole(n) > y%100 {
			y2 = y - y%100 + number.Whole(n)
		}
		if y2 > y && y2 < y+200 && y >= 1400 && !f.noun(j+2, true) {
			f.addDate(i, j, date{year: y})
			f.addDate(j+1, j+2, date{year: y2})
			return j + 2
		}
		if f.glued(i) && f.glued(j) && w == "-" {
			return i
		}
	}
	if !f.yearHere(i, y) {
		return i
	}
	if f.low(j) == "fiscal" || f.low(j) == "financial" {
		if f.low(j+1) == "year" {
			f.add(i, j+2, "FY"+w)
			return j + 2
		}
	}
	f.addDate(i, j, date{year: y})
	f.afterYear = true
	return j
}

// yearHere reports whether the four digits at token i, which are y, are a year, by what stands around them.
func (f *finder) yearHere(i, y int) bool {
	prev, next := f.low(i-1), f.low(i+1)
	ours := y >= 1900 && y <= 2100
	switch next {
	case "%", "percent", "per", "million", "billion", "thousand", "hundred", "dollars", "euros", "pounds", "km", "miles", "feet", "meters", "metres", "people", "dead":
		return false
	}
	plural := f.noun(i+1, true) && !strings.HasSuffix(next, "ics")
	if plural && (!ours || y%100 == 0) {
		return false
	}
	switch {
	case yearLeads[prev]:
		return !(prev == "from" && !ours && y < 1400) && !(plural && prev != "in" && prev != "of" && prev != "before" && prev != "after" && prev != "since" && prev != "during")
	case prev == "of" && yearOf[f.low(i-2)], prev == "on" && f.upos(i-2) != "" && !ours:
		return false
	case prev == "and" || prev == "or" || prev == "to" || prev == "," || prev == "-" || prev == "–" || prev == "through":
		if f.afterYear && f.after == i-1 {
			return true
		}
		if prev == "," {
			return ours && i-2 >= f.first && f.isMonthWord(i-2) || ours && next == ","
		}
		if prev == "-" || prev == "–" {
			return ours && f.low(i-2) != "" && (yearLeads[f.low(i-2)] || !f.glued(i-1))
		}
		return ours && !plural && f.upos(i-2) != "VERB"
	case nearLeads[prev]:
		older := y >= 1500 && y%100 != 0 && (prev == "by" || prev == "around" || prev == "about") && f.endsPhrase(i+1)
		return !plural && (ours || older)
	case prev == "(" || prev == "[":
		return y >= 1400 && (next == ")" || next == "]" || next == "," || next == "–" || next == "-" || next == ";")
	case prev == ";" || prev == ":":
		return ours && (next == ")" || next == ";" || next == "")
	}
	if i == f.first {
		return ours && (f.upos(i+1) == "VERB" || f.upos(i+1) == "AUX" || f.upos(i+1) == "PROPN" || f.noun(i+1, false) && !plural)
	}
	switch f.upos(i - 1) {
	case "DET", "PRON", "PART":
		return ours && (f.noun(i+1, false) || f.upos(i+1) == "PROPN" || f.upos(i+1) == "ADJ") && (prev != "all" && prev != "some" && prev != "these" && prev != "those")
	case "ADJ", "VERB", "CCONJ", "SCONJ", "ADV":
		return ours && (f.upos(i+1) == "PROPN" && !plural)
	}
	return false
}

// endsPhrase reports whether a noun phrase has ended before token i for sure: what counts something would stand before a noun or a verb.
func (f *finder) endsPhrase(i int) bool {
	switch f.upos(i) {
	case "", "PUNCT", "PRON", "PROPN", "DET":
		return true
	}
	return false
}

// beforeChrist finds a year with its era: "300 BC", "394 AD", "776 BCE", "79 CE".
func (f *finder) beforeChrist(i int) int {
	v, rest, ok := number.Digits(f.low(i))
	if !ok || rest != "" || v < 1 || v > 9999 || v != float64(int(v)) || !f.upper(i+1) {
		return i
	}
	y := int(v)
	switch f.low(i + 1) {
	case "bc", "bce", "b.c.", "b.c.e.":
		y = -y
	case "ad", "ce", "a.d.", "c.e.":
	default:
		return i
	}
	f.addDate(i, i+2, date{year: y})
	return i + 2
}

// matchOrdinal finds a century, a quarter or half of a year, or a day of a month, at an ordinal.
func (f *finder) matchOrdinal(i int) int {
	v, n := number.Ordinal(f.rest(i))
	if n == 0 {
		return i
	}
	j := i + n
	if f.low(j) == "and" || f.low(j) == "to" || f.low(j) == "or" { // the 19th and 20th centuries
		if v2, n2 := number.Ordinal(f.rest(j + 1)); n2 > 0 && v2 > v && f.word(j+1+n2).n == century && f.word(j+1+n2).sort >= unit && f.word(j+1+n2).sort <= units {
			f.add(i, j, centuryValue(v))
			return j
		}
	}
	hyphen := f.low(j) == "-" && f.glued(j) && f.glued(j-1)
	if hyphen {
		j++
	}
	w := f.word(j)
	switch {
	case (w.sort == unit || w.sort == units) && w.n == century && v <= 30:
		value := centuryValue(v)
		if next := f.low(j + 1); f.upper(j+1) && (next == "bc" || next == "bce" || next == "b.c.") {
			j++
			value = ""
		}
		f.add(i, j+1, value)
		return j + 1
	case w.sort == unit && w.n == quarter && v <= 4:
		if f.word(i).sort != digits || !hyphen {
			return f.quarterOf(i, j+1, int(v))
		}
	case f.low(j) == "half" && v <= 2 && !hyphen:
		return f.halfOf(i, j+1, int(v))
	case f.is(i, digits) && v <= 31 && f.low(i-1) == "the" && f.now.month != 0 && !f.noun(j, false) && f.upos(j) != "ADJ" && f.upos(j) != "PROPN" && f.upos(j) != "NUM":
		switch f.low(i - 2) {
		case "on", "until", "by", "from", "since", "before", "after", "till":
			d := f.now
			if t := f.tense(i, j); t == future && d.day > int(v) {
				d = d.addMonths(1)
			} else if t != future && d.day < int(v) {
				d = d.addMonths(-1)
			}
			d.day = int(v)
			if d.valid() {
				return f.dayWith(i, j, d)
			}
		}
	}
	return i
}

func centuryValue(v float64) string {
	if v < 1 || v > 99 {
		return ""
	}
	return string(appendPadded(nil, int(v)-1, 2))
}

// business are words of sentences in which a quarter is one of a year and not of a game.
var business = map[string]bool{
	"profit": true, "profits": true, "earnings": true, "revenue": true, "revenues": true, "sales": true, "growth": true, "gdp": true, "economy": true,
	"percent": true, "%": true, "shares": true, "income": true, "results": true, "fiscal": true, "analysts": true, "loss": true, "losses": true,
	"forecast": true, "output": true, "company": true, "inflation": true, "investors": true, "orders": true, "deliveries": true, "exports": true,
}

// quarterOf finds the quarter q of a year, whose words are tokens [i, j): with a year, or in a sentence about business.
func (f *finder) quarterOf(i, j, q int) int {
	if y, next := f.yearAfter(j); next > j {
		return f.quarterIn(i, next, y, q)
	}
	if y, next := f.thisYear(j); next > j {
		return f.quarterIn(i, next, y, q)
	}
	for k := max(f.first, i-reach); k < f.end && k < i+reach; k++ {
		if business[f.toks[k].Lower] {
			return f.quarterIn(i, j, f.quarterYear(i, j, q), q)
		}
	}
	return i
}

// quarterYear returns the year of a quarter without one: the last quarter that has begun, or the next if the verb says so.
func (f *finder) quarterYear(i, j, q int) int {
	if f.now.month == 0 {
		return f.now.year
	}
	now := (f.now.month + 2) / 3
	switch t := f.tense(i, j); {
	case t == future && q < now:
		return f.now.year + 1
	case t != future && q > now:
		return f.now.year - 1
	}
	return f.now.year
}

// thisYear reads "of the year", "of this year", "of last year", "this year", at token j.
func (f *finder) thisYear(j int) (year, next int) {
	k := j
	if f.low(k) == "of" {
		k++
	}
	if !f.is(k+1, unit) || f.word(k+1).n != int16(yearUnit) || f.now.year == 0 {
		return 0, j
	}
	switch {
	case f.low(k) == "the" && k > j:
		return f.now.year, k + 2
	case f.is(k, which):
		return f.now.year + int(f.word(k).n), k + 2
	}
	return 0, j
}

const yearUnit = year

// quarterIn adds a quarter, 1 to 4, or half, 5 or 6, of a year, which covers tokens [i, next).
func (f *finder) quarterIn(i, next, y, q int) int {
	value := ""
	if y != 0 {
		value = date{year: y}.value() + [...]string{"", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2"}[q]
		f.year = y
	}
	f.add(i, next, value)
	return next
}

// halfOf finds the half h of a year, whose words are tokens [i, j); it needs the year, as there are halves of matches.
func (f *finder) halfOf(i, j, h int) int {
	if y, next := f.yearAfter(j); next > j {
		return f.quarterIn(i, next, y, 4+h)
	}
	if y, next := f.thisYear(j); next > j {
		return f.quarterIn(i, next, y, 4+h)
	}
	return i
}

// matchQuarter finds "Q3", "Q3 2015", "H1 2015" at token i.
func (f *finder) matchQuarter(i, q, next int) int {
	if !f.upper(i) {
		return i
	}
	if y, after := f.yearAfter(next); after > next {
		return f.quarterIn(i, after, y, q)
	}
	if y, after := f.thisYear(next); after > next {
		return f.quarterIn(i, after, y, q)
	}
	if q > 4 {
		return i
	}
	return f.quarterIn(i, next, f.quarterYear(i, next, q), q)
}

// matchFiscal finds a financial year: "fiscal 2015", "fiscal year 2015", "FY2015".
func (f *finder) matchFiscal(i int) int {
	j := i + 1
	if f.low(j) == "year" && f.low(i) != "fy" {
		j++
	}
	if y := f.fourDigits(j); y > 0 {
		f.add(i, j+1, "FY"+strconv.Itoa(y))
		return j + 1
	}
	return i
}

// seasonLeads are words after which a season on its own is that of one year.
var seasonLeads = map[string]bool{"in": true, "since": true, "by": true, "until": true, "during": true, "over": true, "from": true, "for": true, "before": true, "after": true}

// matchSeason finds a season, with its year or with one that the verb tells.
func (f *finder) matchSeason(i int) int {
	w := f.word(i)
	n := int(w.n)
	if y, next := f.yearAfter(i + 1); next > i+1 {
		f.add(i, next, date{year: y}.value()+"-"+seasonValues[n])
		f.year = y
		return next
	}
	if f.now.month == 0 || f.toks[i].XPOS != "NN" && f.toks[i].XPOS != "NNP" {
		return i
	}
	prev := i - 1
	if f.low(prev) == "the" {
		prev--
	}
	for w := f.low(prev); w == "early" || w == "late"; w = f.low(prev) {
		prev--
	}
	if !seasonLeads[f.low(prev)] || f.noun(i+1, false) || f.upos(i+1) == "PROPN" || f.low(i+1) == "of" {
		return i
	}
	t := f.tense(prev, i+1)
	if t == open {
		return i
	}
	y := f.now.year
	first := 3 * n // the month in which it begins, 12 for winter
	switch {
	case n == 4 && t == past && f.now.month < 12, t == past && n < 4 && f.now.month < first:
		y--
	case t == future && n < 4 && f.now.month > first+2:
		y++
	}
	f.add(i, i+1, date{year: y}.value()+"-"+seasonValues[n])
	return i + 1
}
