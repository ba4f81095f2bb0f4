package timex

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/number"
)

// partValues are the TIMEX3 values of the parts of a day, by their number in words.txt.
var partValues = [...]string{"", "TMO", "TAF", "TEV", "TNI"}

// dayValue returns the value of a day, which is empty if it is not known.
func (f *finder) dayValue(d date) string {
	if d == (date{}) {
		return ""
	}
	return d.value()
}

// sentenceDay returns the value of the last day that the sentence names.
func (f *finder) sentenceDay() string { return f.dayValue(f.day) }

// dayWith adds the day that tokens [i, next) name, with the part of the day or time of day after it, and returns where it ends.
func (f *finder) dayWith(i, next int, d date) int {
	j := next
	if w := f.low(j); w == "in" && f.low(j+1) == "the" && f.is(j+2, part) {
		return f.partWith(i, j+3, d, int(f.word(j+2).n))
	}
	if w := f.low(j); (w == "early" || w == "late") && f.is(j+1, part) {
		j++
	}
	if f.is(j, part) && !strings.HasSuffix(f.low(j), "s") {
		return f.partWith(i, j+1, d, int(f.word(j).n))
	}
	f.keep(d)
	value := f.dayValue(d)
	if clock, after := f.clockAfter(next, 0); after > next {
		if value != "" {
			value += clock
		}
		next = after
	}
	f.add(i, next, value)
	return next
}

// partWith adds a part of a day, which covers tokens [i, next), with the time of day after it.
func (f *finder) partWith(i, next int, d date, p int) int {
	f.keep(d)
	value := f.dayValue(d)
	if clock, after := f.clockAfter(next, p); after > next {
		if value != "" {
			value += clock
		}
		f.add(i, after, value)
		return after
	}
	if value != "" {
		value += partValues[p]
	}
	f.add(i, next, value)
	return next
}

// clockAfter reads the time of day that follows a day or a part p of one, and returns next if none does.
func (f *finder) clockAfter(next, p int) (string, int) {
	j := next
	if w := f.low(j); w == "," {
		j++
	}
	at := false
	switch f.low(j) {
	case "at", "@":
		at = true
		j++
		if w := f.low(j); w == "about" || w == "around" {
			j++
		}
	case "around", "about", "by", "before", "after", "from":
		j++
	}
	value, after, sure := f.clock(j, p)
	if after == j || !sure && !at {
		if at && after == j { // at 7, at seven
			if h, n := f.cardinal(j); n == 1 && h >= 1 && h <= 12 && h == float64(int(h)) && p > 0 && !f.noun(j+1, false) && f.low(j+1) != "-" {
				return clockValue(inPart(int(h), p), 0, -1), j + 1
			}
		}
		return "", next
	}
	return value, after
}

// inPart returns the hour of the day that is said to be in a part of it.
func inPart(h, p int) int {
	switch {
	case p == 1 && h == 12:
		return 0
	case p > 1 && h < 12 && !(p == 4 && h < 6):
		return h + 12
	}
	return h
}

func clockValue(h, m, s int) string {
	b := appendPadded([]byte("T"), h, 2)
	b = appendPadded(append(b, ':'), m, 2)
	if s >= 0 {
		b = appendPadded(append(b, ':'), s, 2)
	}
	return string(b)
}

// clock reads a time of day at token i: "10:30", "6:00am", "3 p.m. GMT", "noon", "ten o'clock". It is not sure if it might be
// something else, such as a result.
func (f *finder) clock(i, p int) (value string, next int, sure bool) {
	if f.is(i, noon) {
		return map[int16]string{12: "T12:00", 24: "T24:00"}[f.word(i).n], i + 1, true
	}
	if (f.low(i) == "12") && f.is(i+1, noon) {
		return f.clock(i+1, p)
	}
	var h, m int
	s, half := -1, -1 // not told
	next = i + 1
	switch {
	case f.is(i, digits):
		w := f.low(i)
		var ok bool
		h, m, s, half, ok = parseClock(w)
		if !ok {
			return "", i, false
		}
		if half < 0 && !strings.Contains(w, ":") && len(w) <= 2 && !f.is(next, meridiem) && !f.oclock(next) {
			return "", i, false
		}
		if strings.Contains(w, ".") && half < 0 && !f.is(next, meridiem) {
			return "", i, false
		}
		if len(w) == 4 && half < 0 && !strings.ContainsAny(w, ":.") && !f.zoned(next) && f.low(next) != "hours" && !f.is(next, meridiem) {
			return "", i, false // 1430 GMT
		}
		sure = half >= 0
	case f.is(i, numeral):
		v, n := f.cardinal(i)
		if n != 1 || v < 1 || v > 12 || !f.is(i+n, meridiem) && !f.oclock(i+n) {
			return "", i, false
		}
		h, next = int(v), i+n
	default:
		return "", i, false
	}
	if f.oclock(next) {
		next++
		sure = true
		if f.low(next) == "in" && f.low(next+1) == "the" && f.is(next+2, part) {
			p = int(f.word(next + 2).n)
			next += 3
		}
	}
	if half < 0 && f.is(next, meridiem) && !(f.low(next) == "am" && f.upos(next) == "AUX" && f.is(i, numeral)) {
		half = int(f.word(next).n)
		next++
		sure = true
	}
	if half >= 0 {
		if h > 12 {
			half = h - h%12 // 14:00 pm
		}
		h = h%12 + half
	} else if p > 0 {
		h = inPart(h, p)
	}
	if w := f.low(next); (w == "hours" || w == "hrs") && !sure && !strings.Contains(f.low(i), ".") && len(f.low(i)) >= 4 {
		next++
		sure = true
	}
	if h > 24 || m > 59 || s > 59 {
		return "", i, false
	}
	value = clockValue(h, m, s)
	if n, after := f.zone(next); after > next {
		value += zoneValue(n)
		next = after
		sure = true
	} else if f.is(next, localZone) && f.capitals(next) || f.low(next) == "local" && f.low(next+1) == "time" {
		if next++; f.low(next) == "time" {
			next++
		}
		sure = true
	} else if w := f.low(next); (w == "eastern" || w == "pacific" || w == "central" || w == "mountain") && f.low(next+1) == "time" {
		next += 2
		sure = true
	}
	return value, next, sure
}

func (f *finder) oclock(i int) bool { return f.low(i) == "o'clock" || f.low(i) == "oclock" }

// capitals reports whether token i is in capital letters.
func (f *finder) capitals(i int) bool {
	w := f.toks[i].In(f.doc.Text)
	return strings.ToUpper(w) == w
}

// zoned reports whether a time zone stands at token i.
func (f *finder) zoned(i int) bool {
	_, next := f.zone(i)
	return next > i || f.is(i, localZone) && f.capitals(i)
}

// zone reads the time zone at token i, with or without brackets, as minutes ahead of UTC.
func (f *finder) zone(i int) (minutes, next int) {
	j := i
	if f.low(j) == "(" {
		j++
	}
	if !f.is(j, zone) || !f.capitals(j) {
		return 0, i
	}
	minutes = int(f.word(j).n)
	j++
	if j > i+1 {
		if f.low(j) != ")" {
			return 0, i
		}
		j++
	}
	return minutes, j
}

// zoneValue returns the ISO 8601 form of a time zone.
func zoneValue(minutes int) string {
	if minutes == 0 {
		return "Z"
	}
	sign := "+"
	if minutes < 0 {
		sign = "-"
		minutes = -minutes
	}
	b := appendPadded([]byte(sign), minutes/60, 2)
	return string(appendPadded(append(b, ':'), minutes%60, 2))
}

// parseClock reads "10:30", "10.30", "10:30:15", "6:00am", "3pm", "1430" and "7"; half is 0 for a.m., 12 for p.m. and -1 for neither.
func parseClock(w string) (h, m, s, half int, ok bool) {
	half, s = -1, -1
	end := len(w)
	for end > 0 && (w[end-1] < '0' || w[end-1] > '9') {
		end--
	}
	switch w[end:] {
	case "":
	case "am", "a.m.", "a.m":
		half = 0
	case "pm", "p.m.", "p.m":
		half = 12
	default:
		return 0, 0, 0, 0, false
	}
	w = w[:end]
	if len(w) > 8 || len(w) == 0 {
		return 0, 0, 0, 0, false
	}
	sep := strings.IndexAny(w, ":.")
	if sep < 0 {
		n := number.Whole(w)
		switch {
		case n < 0:
		case len(w) <= 2:
			return n, 0, s, half, n <= 24 && (half < 0 || n >= 1 && n <= 12)
		case len(w) == 4 || half >= 0:
			return n / 100, n % 100, s, half, n/100 <= 24 && n%100 < 60 && (half < 0 || n/100 <= 12)
		}
		return 0, 0, 0, 0, false
	}
	h = number.Whole(w[:sep])
	tail := w[sep+1:]
	if len(tail) >= 5 && tail[2] == ':' {
		s = number.Whole(tail[3:])
		tail = tail[:2]
	}
	m = number.Whole(tail)
	return h, m, s, half, h >= 0 && h <= 24 && len(tail) == 2 && m >= 0 && m < 60 && s < 60
}

// clockLeads are words after which "10:30" is a time of day.
var clockLeads = map[string]bool{
	"at": true, "by": true, "from": true, "until": true, "till": true, "since": true, "before": true, "after": true, "around": true, "about": true,
	"between": true, "to": true, "@": true,
}

// matchClock finds a time of day at token i, with the day after it.
func (f *finder) matchClock(i int) int {
	if next := f.clockRange(i); next > i {
		return next
	}
	value, next, sure := f.clock(i, 0)
	if next == i {
		return i
	}
	if !sure {
		prev := f.low(i - 1)
		joined := prev == "and" || prev == "-" || prev == "–"
		if !clockLeads[prev] && !(joined && f.after >= i-1 && f.after > f.first) {
			return i
		}
		if prev == "to" && f.upos(i-2) == "VERB" || f.counts(next) || f.noun(next, true) {
			return i
		}
	}
	j := next
	for k := 0; k < 2; k++ {
		if w := f.low(j); w == "," || w == "on" {
			j++
		}
	}
	if f.low(j) == "in" && f.low(j+1) == "the" && f.is(j+2, part) {
		f.add(i, j+3, f.sentenceDay()+value)
		return j + 3
	}
	if f.is(j, which) && f.is(j+1, part) && f.now.known() {
		d := f.now
		if f.word(j).n < 0 {
			d = d.addDays(-1)
		}
		f.keep(d)
		f.add(i, j+2, d.value()+value)
		return j + 2
	}
	if d, after := f.dayAt(j); after > j && (j == next || f.low(j-1) == "on" || !f.is(j, digits)) {
		if f.is(after, part) {
			after++
		}
		f.keep(d)
		if d != (date{}) {
			value = d.value() + value
		}
		f.add(i, after, value)
		return after
	}
	f.add(i, next, f.sentenceDay()+value)
	return next
}

// clockRange finds the first time of a range that states the half of the day only once: "2 to 4 p.m.".
func (f *finder) clockRange(i int) int {
	w := f.low(i)
	h, m, s, half, ok := parseClock(w)
	if !f.is(i, digits) || !ok || half >= 0 || h > 12 || h == 0 || s >= 0 || strings.Contains(w, ".") && len(w) < 4 {
		return i
	}
	j := f.joins(i + 1)
	if j == i+1 {
		return i
	}
	h2, _, _, half2, ok := parseClock(f.low(j))
	if !ok || !f.is(j, digits) || h2 > 12 {
		return i
	}
	if half2 < 0 {
		if !f.is(j+1, meridiem) {
			return i
		}
		half2 = int(f.word(j + 1).n)
	}
	if h%12 > h2%12 { // 11 to 1 p.m.
		half2 = 12 - half2
	}
	f.add(i, i+1, f.sentenceDay()+clockValue(h%12+half2, m, s))
	return i + 1
}
