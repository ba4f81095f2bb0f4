package timex

// match finds the times that begin at token i and returns the token to go on with, or i if there is none.
func (f *finder) match(i int) int {
	w := f.word(i)
	switch w.sort {
	case digits:
		return f.matchDigits(i)
	case numeral:
		if next := f.dayMatch(i); next > i {
			return next
		}
		return f.matchNumber(i)
	case article:
		return f.matchArticle(i)
	case month, shortMonth:
		return f.matchMonth(i)
	case weekday, shortWeekday:
		return f.dayMatch(i)
	case near:
		return f.dayMatch(i)
	case weekdays:
		f.add(i, i+1, "XXXX-WXX-"+string(rune('0'+w.n)))
		return i + 1
	case season:
		return f.matchSeason(i)
	case which:
		return f.matchWhich(i, i)
	case every:
		return f.matchEvery(i)
	case edge:
		return f.matchEdge(i, i)
	case later:
		if s := f.word(i + 1).sort; s == which || s == near || s == weekday || f.low(i+1) == "that" {
			return f.prefixed(i, i+1)
		}
	case noon:
		return f.matchClock(i)
	case decade:
		return f.matchDecade(i)
	case festive:
		return f.matchHoliday(i)
	case trigger:
		return f.matchTrigger(i)
	}
	return i
}

// dayMatch finds a day that begins at token i, with the time of day that may follow it.
func (f *finder) dayMatch(i int) int {
	d, next := f.dayAt(i)
	if next == i {
		return i
	}
	if f.word(i).sort == near && f.word(i).n == 2 { // tonight
		return f.partWith(i, next, d, 4)
	}
	return f.dayWith(i, next, d)
}

// prefixed finds the times at token j and makes the first begin at token i, if it is a date.
func (f *finder) prefixed(i, j int) int {
	n := len(f.out)
	next := f.match(j)
	if next == j {
		return i
	}
	if t := &f.out[n]; t.Start == f.toks[j].Start && (t.Value == "" || t.Value[0] != 'P' && t.Value[0] != 'T') {
		t.Start = f.toks[i].Start
	}
	return next
}

// matchArticle finds what an article leads to: "the past year", "the end of May", "the weekend", "an hour".
func (f *finder) matchArticle(i int) int {
	j := i + 1
	if f.word(i).n < 2 { // a, an
		return f.matchOne(i)
	}
	w := f.word(j)
	switch w.sort {
	case which:
		if next := f.matchWhich(j, i); next > j {
			return next
		}
	case edge:
		if f.low(j+1) == "of" {
			if next := f.matchEdge(j, i); next > j {
				return next
			}
		}
	case weekend:
		if f.low(j+1) != "of" && f.now.known() {
			d := f.now
			if f.tense(i, j) != future && d.weekday() < 6 {
				d = d.addDays(-7)
			}
			f.add(i, j+1, d.week()+"-WE")
			return j + 1
		}
	case part:
		if f.low(j+1) == "of" {
			if d, next := f.dayAt(j + 2); next > j+2 {
				f.add(i, next, f.dayValue(d)+partValues[w.n])
				f.keep(d)
				return next
			}
		}
		if p := f.low(i - 1); w.n < 4 && (p == "in" || p == "during" || p == "by" || p == "into" || p == "through") {
			f.add(i, j+1, f.sentenceDay()+partValues[w.n])
			return j + 1
		}
	case unit:
		switch {
		case w.n == day && f.low(j+1) == "before" && f.low(j+2) == "yesterday":
			return f.dayWith(i, j+3, f.shift(-2))
		case w.n == day && f.low(j+1) == "after" && f.low(j+2) == "tomorrow":
			return f.dayWith(i, j+3, f.shift(2))
		case w.n == week && f.low(j+1) == "of":
			if d, next := f.dayAt(j + 2); next > j+2 {
				value := ""
				if d.known() {
					value = d.week()
				}
				f.add(i, next, value)
				return next
			}
		}
	}
	if f.low(j) == "same" && f.is(j+1, unit) {
		if value := f.sameAs(int(f.word(j + 1).n)); value != "" {
			f.add(i, j+2, value)
			return j + 2
		}
	}
	return i
}

// sameAs returns the value of the day, month or year last mentioned.
func (f *finder) sameAs(u int) string {
	switch {
	case u == day && f.last.known():
		return f.last.value()
	case u == week && f.last.known():
		return f.last.week()
	case u == aMonth && f.last.month != 0:
		return date{f.last.year, f.last.month, 0}.value()
	case u == year && f.last.year != 0:
		return date{year: f.last.year}.value()
	}
	return ""
}

// matchTrigger finds what single words lead to.
func (f *finder) matchTrigger(i int) int {
	switch w := f.low(i); w {
	case "aged", "age", "ages":
		return f.matchAge(i)
	case "fiscal", "financial", "fy":
		return f.matchFiscal(i)
	case "once", "twice":
		if p := f.low(i + 1); (p == "a" || p == "per" || p == "each" || p == "every" || p == "an") && (f.is(i+2, unit)) && f.word(i+2).n > minute {
			f.add(i, i+3, oneOf(int(f.word(i+2).n)))
			return i + 3
		}
	case "half":
		return f.matchHalf(i, i)
	case "ad":
		if y := f.fourDigits(i + 1); f.upper(i) && y > 0 {
			f.addDate(i, i+2, date{year: y})
			return i + 2
		}
	case "q1", "q2", "q3", "q4", "h1", "h2":
		return f.matchQuarter(i, int(f.word(i).n), i+1)
	case "annually", "yearly", "monthly", "weekly", "daily":
		if f.upos(i) == "ADV" {
			f.add(i, i+1, map[byte]string{'a': "P1Y", 'y': "P1Y", 'm': "P1M", 'w': "P1W", 'd': "P1D"}[w[0]])
			return i + 1
		}
	case "all":
		if u := f.word(i + 1); u.sort == unit && u.n >= day && u.n != quarter && f.low(i+2) != "-" {
			f.add(i, i+2, oneOf(int(u.n)))
			return i + 2
		}
	case "that":
		switch u := f.word(i + 1); u.sort {
		case unit:
			if value := f.sameAs(int(u.n)); value != "" && f.upos(i) == "DET" {
				f.add(i, i+2, value)
				return i + 2
			}
		case part:
			f.add(i, i+2, f.sentenceDay()+partValues[u.n])
			return i + 2
		}
	}
	return i
}

// matchEvery finds a repeated time: "every day", "each year", "every two weeks", "every Monday".
func (f *finder) matchEvery(i int) int {
	j := i + 1
	v := 1.
	if f.low(j) == "single" {
		j++
	}
	if f.low(j) == "other" || f.low(j) == "second" {
		v = 2
		j++
	} else if n, count := f.cardinal(j); count > 0 {
		v = n
		j += count
	}
	w := f.word(j)
	switch w.sort {
	case unit, units:
		if w.sort == unit && w.n == second || f.low(j+1) == "-" && f.glued(j) {
			return i
		}
		f.add(i, j+1, duration{{v, int(w.n)}}.value())
		return j + 1
	case weekday:
		value := "XXXX-WXX-" + string(rune('0'+w.n))
		next := j + 1
		if p := f.word(next); p.sort == part {
			value += partValues[p.n]
			next++
		} else if clock, n := f.clockAfter(next, 0); n > next {
			value += clock
			next = n
		}
		f.add(i, next, value)
		return next
	case weekend:
		f.add(i, j+1, "XXXX-WXX-WE")
		return j + 1
	case month:
		f.add(i, j+1, date{month: int(w.n)}.value())
		return j + 1
	case season:
		f.add(i, j+1, "XXXX-"+seasonValues[w.n])
		return j + 1
	case part:
		f.add(i, j+1, partValues[w.n])
		return j + 1
	}
	return i
}

// matchEdge finds a part of a time, which has the value of the whole: "early 2015", "mid-March", "the end of the year". The time
// begins at token from, which is i or that of the article before it.
func (f *finder) matchEdge(i, from int) int {
	switch f.low(i) {
	case "early", "late", "mid":
		j := i + 1
		if f.low(j) == "-" {
			j++
		}
		if f.is(j, unit) || f.is(j, units) {
			return i
		}
		return f.prefixed(i, j)
	}
	if f.low(i+1) != "of" {
		return i
	}
	j := i + 2
	if f.low(j) == "the" || f.low(j) == "this" {
		value := ""
		switch u := f.word(j + 1); {
		case u.sort != unit:
		case u.n == year && f.now.year != 0:
			value = date{year: f.now.year}.value()
		case u.n == aMonth && f.now.month != 0:
			value = date{f.now.year, f.now.month, 0}.value()
		case u.n == week && f.now.known():
			value = f.now.week()
		}
		if value != "" {
			f.add(from, j+2, value)
			return j + 2
		}
	}
	next := f.prefixed(from, j)
	if next == from {
		return i
	}
	return next
}
