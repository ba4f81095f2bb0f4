package timex

import (
	"github.com/hearsay-nlp/hearsay/internal/number"
)

// dayAt reads a day that begins at token i, in any way of naming it: "Friday", "Friday, May 18", "18 May 2015", "2015-05-18",
// "yesterday", "last Friday". The day is zero if it cannot be resolved. It returns i if there is none.
func (f *finder) dayAt(i int) (date, int) {
	switch w := f.word(i); w.sort {
	case weekday, shortWeekday:
		return f.weekdayAt(i)
	case near:
		if f.upper(i) && i > f.first && f.upos(i-1) == "PROPN" && f.glueless(i-1) {
			return date{}, i // Europe Today
		}
		return f.shift(int(w.n) % 2), i + 1
	case month, shortMonth:
		if !f.isMonth(i) {
			return date{}, i
		}
		if d, next := f.monthDay(i); d.day != 0 {
			return f.resolve(i, next, d), next
		}
	case digits, numeral:
		if w.sort == digits {
			if d, next := f.numericDate(i); next > i && d.day != 0 {
				return f.resolve(i, next, d), next
			}
		}
		if d, next := f.dayMonth(i); next > i {
			return f.resolve(i, next, d), next
		}
	case which:
		if f.is(i+1, weekday) {
			return f.whichWeekday(i), i + 2
		}
	}
	return date{}, i
}

// glueless reports whether a space follows token i.
func (f *finder) glueless(i int) bool { return !f.glued(i) }

// shift returns the day n days after that of publication, the zero date if that is unknown.
func (f *finder) shift(n int) date {
	if !f.now.known() {
		return date{}
	}
	return f.now.addDays(n)
}

// notDays are words that make a name of the weekday after them.
var notDays = map[string]bool{"black": true, "bloody": true, "super": true, "cyber": true, "ash": true, "palm": true, "fat": true, "holy": true}

// papers are words that make a name of the weekday before them.
var papers = map[string]bool{"times": true, "mail": true, "express": true, "mirror": true, "telegraph": true, "herald": true, "post": true, "people": true, "world": true, "star": true}

// weekdayAt reads a day that begins with the name of a weekday.
func (f *finder) weekdayAt(i int) (date, int) {
	w := f.word(i)
	if notDays[f.low(i-1)] && f.upper(i-1) || f.upper(i+1) && papers[f.low(i+1)] {
		return date{}, i
	}
	j := i + 1
	if f.low(j) == "," || f.low(j) == "(" {
		j++
	}
	if f.low(j) == "the" {
		if v, n := number.Ordinal(f.rest(j + 1)); n > 0 && v <= 31 && !f.isMonthWord(j+1+n) && f.low(j+1+n) != "of" {
			return f.weekdayInMonth(int(w.n), int(v)), j + 1 + n
		}
		j++
	}
	if s := f.word(j).sort; s == month || s == shortMonth || s == digits || s == numeral {
		if d, next := f.calendarDay(j); next > j && d.day != 0 {
			if f.low(next) == ")" && f.low(i+1) == "(" {
				next++
			}
			return f.resolveOn(i, next, d, int(w.n)), next
		}
	}
	if w.sort == shortWeekday && (!f.upper(i) || f.low(i-1) != "on") {
		return date{}, i
	}
	next := i + 1
	j = next
	if f.low(j) == "of" || f.low(j) == "," {
		j++
	}
	if f.is(j, which) && f.is(j+1, unit) && f.word(j+1).n == week { // Friday last week
		if !f.now.known() {
			return date{}, j + 2
		}
		monday := f.now.addDays(7*int(f.word(j).n) + 1 - f.now.weekday())
		return monday.addDays(int(w.n) - 1), j + 2
	}
	return f.weekdayBy(int(w.n), f.tense(i, next)), next
}

// weekdayBy returns the weekday nearest to the day of publication in the direction of t. The day of publication itself counts,
// because agencies name it so ("said on Friday").
func (f *finder) weekdayBy(n int, t tense) date {
	if !f.now.known() {
		return date{}
	}
	if t == future {
		return f.now.addDays((n - f.now.weekday() + 7) % 7)
	}
	return f.now.addDays(-((f.now.weekday() - n + 7) % 7))
}

// whichWeekday returns the day of "last Friday", "this Friday", "next Friday", whose first word is token i.
func (f *finder) whichWeekday(i int) date {
	n := int(f.word(i + 1).n)
	from := f.now
	if w := f.low(i); (w == "following" || w == "previous" || w == "preceding") && f.last.known() {
		from = f.last
	}
	if !from.known() {
		return date{}
	}
	switch f.word(i).n {
	case -1:
		return from.addDays(-((from.weekday()-n+6)%7 + 1))
	case 1:
		return from.addDays((n-from.weekday()+6)%7 + 1)
	}
	if f.tense(i, i+2) == past {
		return f.weekdayBy(n, past)
	}
	return f.weekdayBy(n, future)
}

// weekdayInMonth returns the weekday that is the n-th day of a month, in the month that is nearest.
func (f *finder) weekdayInMonth(weekday, n int) date {
	if !f.now.known() {
		return date{}
	}
	for _, months := range []int{0, -1, 1, -2, 2, -3, 3} {
		d := f.now.addMonths(months)
		d.day = n
		if d.valid() && d.weekday() == weekday {
			return d
		}
	}
	return date{}
}

func (f *finder) isMonthWord(i int) bool { return f.is(i, month) || f.is(i, shortMonth) }

// isMonth reports whether token i names a month and nothing else.
func (f *finder) isMonth(i int) bool {
	if !f.isMonthWord(i) {
		return false
	}
	dayOrYear := f.is(i+1, digits) || f.low(i+1) == "," && f.fourDigits(i+2) > 0
	short := f.is(i, shortMonth)
	switch f.low(i) {
	case "may", "march", "mar", "jun":
		if !f.upper(i) || f.toks[i].XPOS == "MD" && !dayOrYear {
			return false
		}
	default:
		if short && !f.upper(i) && !dayOrYear && !f.is(i-1, digits) {
			return false
		}
	}
	if dayOrYear {
		return true
	}
	// People are called April and May, and "Theresa May".
	switch f.low(i) {
	case "april", "may", "june", "august", "jan", "mar", "march":
		if f.upper(i-1) && f.upos(i-1) == "PROPN" && f.word(i-1).sort == none && f.low(i-1) != "in" {
			return false
		}
		if f.upper(i+1) && f.upos(i+1) == "PROPN" && !f.isMonthWord(i+1) {
			return false
		}
	}
	return true
}

// calendarDay reads a day or month of the calendar, with its year if it has one.
func (f *finder) calendarDay(i int) (date, int) {
	if f.isMonthWord(i) {
		if !f.isMonth(i) {
			return date{}, i
		}
		return f.monthDay(i)
	}
	if f.is(i, digits) {
		if d, next := f.numericDate(i); next > i {
			return d, next
		}
	}
	return f.dayMonth(i)
}

// dayNumber reads the number of a day in a month: "18", "18th", "eighteenth".
func (f *finder) dayNumber(i int) (n, next int) {
	if w := f.low(i); f.is(i, digits) {
		if n := number.Whole(w); n > 0 && n <= 31 && len(w) <= 2 {
			return n, i + 1
		}
	}
	if v, count := number.Ordinal(f.rest(i)); count > 0 && v <= 31 {
		return int(v), i + count
	}
	return 0, i
}

// fourDigits returns the year that token i is, and 0 if it is none.
func (f *finder) fourDigits(i int) int {
	if w := f.low(i); len(w) == 4 {
		if n := number.Whole(w); n >= 1000 && n < 2200 {
			return n
		}
	}
	return 0
}

// yearAfter reads a year that goes with the month, season or holiday before token i, and returns i if there is none.
func (f *finder) yearAfter(i int) (year, next int) {
	j := i
	if w := f.low(j); w == "," || w == "of" || w == "-" && f.glued(j) && f.glued(j-1) {
		j++
	}
	if y := f.fourDigits(j); y > 0 && !(f.low(j+1) == "-" && f.glued(j) && f.upos(j+2) == "NOUN") {
		return y, j + 1
	}
	if w := f.low(j); len(w) == 3 && (w[0] == '\'') { // '15
		if n := number.Whole(w[1:]); n >= 0 {
			return f.century(n), j + 1
		}
	}
	return 0, i
}

// century returns the year that two digits stand for: the last one that is not far ahead.
func (f *finder) century(n int) int {
	now := f.now.year
	if now == 0 {
		now = 2020
	}
	y := now - now%100 + n
	if y > now+10 {
		y -= 100
	}
	return y
}

// monthDay reads "May", "May 18", "May 18, 2015", "May 2015", "May the 18th", at a month.
func (f *finder) monthDay(i int) (date, int) {
	d := date{month: int(f.word(i).n)}
	next := i + 1
	j := next
	if f.low(j) == "the" || f.low(j) == "-" && f.glued(j) && f.glued(i) {
		j++
	}
	if n, after := f.dayNumber(j); n > 0 && !f.counts(after) {
		d.day, next = n, after
	}
	if y, after := f.yearAfter(next); after > next {
		d.year, next = y, after
	}
	return d, next
}

// counts reports whether token i is what a number before it counts, so that the number is no day.
func (f *finder) counts(i int) bool {
	w := f.low(i)
	if w == "percent" || w == "%" || w == "per" && f.low(i+1) == "cent" || w == "million" || w == "billion" || w == "thousand" || w == "hundred" {
		return true
	}
	return f.noun(i, true) && !f.is(i, part) && f.upos(i+1) == "VERB" || f.is(i, units)
}

// dayMonth reads "18 May", "18th of May 2015", "the first of May", "05-Aug-2016", at the number.
func (f *finder) dayMonth(i int) (date, int) {
	n, j := f.dayNumber(i)
	if n == 0 {
		return date{}, i
	}
	if f.low(j) == "day" {
		j++
	}
	if w := f.low(j); w == "of" || (w == "-" || w == "/") && f.glued(j) && f.glued(j-1) {
		j++
	}
	if !f.isMonthWord(j) || f.word(j).n == 5 && f.toks[j].XPOS == "MD" || f.low(j) == "mar" && !f.upper(j) || f.low(j) == "march" && !f.upper(j) {
		return date{}, i
	}
	d := date{month: int(f.word(j).n), day: n}
	if !d.valid() {
		return date{}, i
	}
	next := j + 1
	if f.low(next) == "/" && f.fourDigits(next+1) > 0 {
		next++
	}
	if y, after := f.yearAfter(next); after > next {
		d.year, next = y, after
	}
	return d, next
}

// resolve gives the day or month d its year, which covers tokens [i, next).
func (f *finder) resolve(i, next int, d date) date {
	if d.year != 0 {
		return d
	}
	t := f.tense(i, next)
	if f.year != 0 && f.year != f.now.year && t != future {
		d.year = f.year
		return d
	}
	return f.nearestBy(t, d, func(year int) date { return date{year, d.month, d.day} })
}

// resolveOn is like resolve for a day that is stated to be a certain weekday.
func (f *finder) resolveOn(i, next int, d date, weekday int) date {
	if d.year != 0 || f.now.year == 0 || d.month == 0 {
		return d
	}
	for _, n := range []int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6} {
		e := date{f.now.year + n, d.month, d.day}
		if e.valid() && e.weekday() == weekday {
			return e
		}
	}
	return f.resolve(i, next, d)
}

// nearest returns the day or month that in gives for the year that the verb tells.
func (f *finder) nearest(i, next int, in func(year int) date) date {
	return f.nearestBy(f.tense(i, next), date{}, in)
}

// nearestBy returns in of the year of publication or one next to it: of those, the last that is not later, the first that is not
// earlier, or the closest. Without a date of publication it returns unknown.
func (f *finder) nearestBy(t tense, unknown date, in func(year int) date) date {
	if f.now.year == 0 {
		return unknown
	}
	d := in(f.now.year)
	switch t {
	case past:
		if f.now.before(d) {
			d = in(f.now.year - 1)
		}
	case future:
		if d.before(f.now) {
			d = in(f.now.year + 1)
		}
	default:
		if m := d.month - f.now.month; f.now.month != 0 && m > 6 {
			d = in(f.now.year - 1)
		} else if f.now.month != 0 && m < -6 {
			d = in(f.now.year + 1)
		}
	}
	return d
}

// matchMonth finds a month or a day of one, or the first of two that form a range.
func (f *finder) matchMonth(i int) int {
	if !f.isMonth(i) {
		return i
	}
	d, next := f.monthDay(i)
	if next == i+1 && !f.bareMonth(i) {
		return i
	}
	if d.day != 0 && !(date{d.year, d.month, d.day}).valid() {
		d.day, next = 0, i+1
	}
	if conj := f.joins(next); d.year == 0 && conj > next {
		if n, after := f.dayNumber(conj); d.day != 0 && n > 0 && !f.isMonthWord(after) && f.low(after) != "of" && !f.noun(after, false) && !f.counts(after) {
			// May 3 to 5, 2015
			d2 := date{0, d.month, n}
			if y, past := f.yearAfter(after); past > after {
				d.year, d2.year, after = y, y, past
			}
			d = f.resolve(i, next, d)
			d2.year = d.year
			f.addDate(i, next, d)
			f.addDate(conj, after, d2)
			return after
		}
		if f.isMonth(conj) { // May to June 2015, May 3 to June 5, 2015
			if d2, _ := f.monthDay(conj); d2.year != 0 {
				d.year = d2.year
				if d2.month < d.month {
					d.year--
				}
			}
		}
	}
	d = f.resolve(i, next, d)
	if d.day != 0 {
		return f.dayWith(i, next, d)
	}
	f.addDate(i, next, d)
	return next
}

// joins returns the token after a word or dash at i that joins the ends of a range or the parts of a list, or i.
func (f *finder) joins(i int) int {
	switch w := f.low(i); w {
	case "to", "and", "or", "through", "until", "till", "&", "-", "–", "—", "~":
		return i + 1
	}
	return i
}

// monthLeads are words before which, or after which, a bare word is the month that it looks like.
var monthLeads = map[string]bool{
	"in": true, "since": true, "last": true, "next": true, "this": true, "by": true, "from": true, "during": true, "of": true, "until": true,
	"till": true, "early": true, "late": true, "mid": true, "before": true, "after": true, "to": true, "through": true, "between": true,
	"and": true, "-": true, "–": true, "for": true, "every": true, "or": true, "previous": true, "following": true, "on": true, "around": true, "'s": true,
}

// bareMonth reports whether token i, the name of a month on its own, is one.
func (f *finder) bareMonth(i int) bool {
	if f.is(i, shortMonth) {
		return f.upper(i) && monthLeads[f.low(i-1)]
	}
	switch f.low(i) {
	case "may", "march", "april", "june", "august":
		return monthLeads[f.low(i-1)]
	}
	return f.upper(i) || monthLeads[f.low(i-1)]
}
