package timex

// matchWhich finds what "last", "this", "next" and the like lead to. The time begins at token from: i, or that of the "the" before it.
func (f *finder) matchWhich(i, from int) int {
	w := f.low(i)
	n := int(f.word(i).n)
	j := i + 1
	the := from < i
	told := w == "previous" || w == "preceding" || w == "following" // counts from what the text told last
	if the && w == "next" {
		told = true
	}
	if v, count := f.cardinal(j); count > 0 { // the last three years
		u, next, tied := f.unitAfter(j + count)
		if next == j+count || tied || n == 0 {
			return i
		}
		d, next := f.smaller(duration{{v, u}}, next)
		f.add(from, next, d.value())
		return next
	}
	u := f.word(j)
	if (f.low(j) == "fiscal" || f.low(j) == "financial") && f.low(j+1) == "year" {
		value := ""
		if f.now.year != 0 {
			value = "FY" + date{year: f.now.year + n}.value()
		}
		f.add(from, j+2, value)
		return j + 2
	}
	switch u.sort {
	case unit:
		return f.whichUnit(i, from, int(u.n), told)
	case weekend:
		value := ""
		if f.now.known() {
			value = f.now.addDays(7*n).week() + "-WE"
		}
		f.add(from, j+1, value)
		return j + 1
	case weekday:
		return f.dayWith(from, j+1, f.whichWeekday(i))
	case month, shortMonth:
		if !f.upper(j) || f.is(j+1, digits) && f.fourDigits(j+1) == 0 {
			return i
		}
		if d, next := f.monthDay(j); d.year != 0 || d.day != 0 {
			f.addDate(from, next, f.resolve(i, next, d))
			return next
		}
		d := date{month: int(u.n)}
		if f.now.month != 0 {
			d.year = f.now.year
			if n < 0 && d.month >= f.now.month {
				d.year--
			} else if n > 0 && d.month <= f.now.month {
				d.year++
			}
		}
		f.addDate(from, j+1, d)
		return j + 1
	case season:
		value := ""
		if f.now.month != 0 {
			value = f.whichSeason(n, int(u.n))
		}
		f.add(from, j+1, value)
		return j + 1
	case part:
		d := f.shift(min(n, 0))
		if n > 0 {
			if d = (date{}); f.last.known() {
				d = f.last.addDays(1)
			}
		}
		return f.partWith(from, j+1, d, int(u.n))
	case festive:
		if r, next := f.holiday(j); next > j && f.now.month != 0 {
			d := r.in(f.now.year)
			if n < 0 && !d.before(f.now) {
				d = r.in(f.now.year - 1)
			} else if n > 0 && !f.now.before(d) {
				d = r.in(f.now.year + 1)
			}
			return f.dayWith(from, next, d)
		}
	}
	return i
}

// whichSeason returns the value of "last summer", "this winter" and so on. Winter has the year in which it begins.
func (f *finder) whichSeason(n, s int) string {
	y := f.now.year
	now := f.now.month % 12 / 3 // 0 for winter, 1 for spring
	s4 := s % 4
	if s4 == 0 { // winter
		if f.now.month <= 2 {
			y-- // the one that has begun last year
		} else if f.now.month < 12 && n < 0 {
			y--
		} else if f.now.month <= 3 && n == 0 {
			y--
		}
		if now == 0 {
			y += n
		}
	} else if n < 0 && s4 >= now && !(now == 0 && f.now.month == 12) {
		y--
	} else if n > 0 && (s4 <= now || f.now.month == 12) {
		y++
	}
	return date{year: y}.value() + "-" + seasonValues[s]
}

// whichUnit finds "last week", "this year", "the past month", "the following day", at token i.
func (f *finder) whichUnit(i, from, u int, told bool) int {
	w := f.low(i)
	n := int(f.word(i).n)
	next := i + 2
	if f.low(next) == "-" && f.glued(next-1) {
		return i
	}
	the := from < i
	switch u {
	case second, minute, hour:
		if the && (w == "past" || w == "last" || w == "next") && u > second {
			f.add(from, next, oneOf(u))
			return next
		}
		return i
	case day:
		if n == 0 || w == "last" && !the || w == "past" || w == "coming" || w == "upcoming" {
			return i
		}
		if w == "last" { // the last day of
			return i
		}
		d := date{}
		if f.last.known() {
			d = f.last.addDays(n)
		} else if w == "next" && !the {
			return i
		}
		return f.dayWith(from, next, d)
	}
	if the && (w == "past" || w == "last" || w == "coming" || w == "next" && u >= aDecade) {
		if w == "last" && f.low(next) == "of" {
			return i
		}
		f.add(from, next, oneOf(u))
		return next
	}
	base := f.now
	if told {
		base = f.last
	}
	value := ""
	switch u {
	case week, fortnight:
		if base.known() {
			value = base.addDays(7 * n).week()
		}
	case aMonth:
		if base.month != 0 {
			d := base.addMonths(n)
			value = d.value()
			if told {
				f.last = d
			}
		}
	case quarter:
		if base.month != 0 {
			d := base.addMonths(3 * n)
			value = date{year: d.year}.value() + [...]string{"-Q1", "-Q2", "-Q3", "-Q4"}[(d.month-1)/3]
		}
	case year:
		if base.year != 0 {
			value = date{year: base.year + n}.value()
			if told {
				f.last = date{year: base.year + n}
			}
		}
	case aDecade, century:
		if base.year > 100 {
			width := map[int]int{aDecade: 3, century: 2}[u]
			value = date{year: base.year + n*map[int]int{aDecade: 10, century: 100}[u]}.value()[:width]
		}
	}
	if told && value == "" && !the {
		return i
	}
	f.add(from, next, value)
	return next
}
