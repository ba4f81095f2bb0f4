package timex

import (
	"fmt"
	"strconv"
	"time"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A date is a year, a month or a day; what is not known is 0. Years before Christ are negative: -44 is 44 BC.
type date struct{ year, month, day int }

func dateOf(d nlp.Date) date { return date{d.Year, int(d.Month), d.Day} }

// value returns the TIMEX3 value, with X for what is unknown.
func (d date) value() string {
	var buf [16]byte
	b := buf[:0]
	switch {
	case d.year == 0:
		b = append(b, "XXXX"...)
	case d.year < 0:
		b = appendPadded(append(b, '-'), -d.year, 4)
	default:
		b = appendPadded(b, d.year, 4)
	}
	if d.month != 0 {
		b = appendPadded(append(b, '-'), d.month, 2)
		if d.day != 0 {
			b = appendPadded(append(b, '-'), d.day, 2)
		}
	} else if d.day != 0 {
		b = appendPadded(append(b, "-XX-"...), d.day, 2)
	}
	return string(b)
}

func appendPadded(b []byte, n, width int) []byte {
	for most := 10; width > 1; width-- {
		if n < most {
			b = append(b, '0')
		}
		most *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// known reports whether d is a day with its year.
func (d date) known() bool { return d.year != 0 && d.month != 0 && d.day != 0 }

func (d date) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// addDays returns the day n days after d, which must be known.
func (d date) addDays(n int) date {
	t := d.time().AddDate(0, 0, n)
	y, m, day := t.Date()
	return date{y, int(m), day}
}

// addMonths returns the month n months after that of d.
func (d date) addMonths(n int) date {
	m := d.year*12 + d.month - 1 + n
	return date{floorDiv(m, 12), m - 12*floorDiv(m, 12) + 1, 0}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekday returns 1 for Monday to 7 for Sunday.
func (d date) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// week returns the value of the ISO week of d.
func (d date) week() string {
	y, w := d.time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// before reports whether d is before e; unknown parts are equal to all.
func (d date) before(e date) bool {
	if d.year != e.year {
		return d.year < e.year
	}
	if d.month == 0 || e.month == 0 || d.month != e.month {
		return d.month != 0 && e.month != 0 && d.month < e.month
	}
	return d.day != 0 && e.day != 0 && d.day < e.day
}

// valid reports whether there is such a day or month. A year that is not known may be a leap year.
func (d date) valid() bool {
	if d.month < 1 || d.month > 12 || d.day < 0 {
		return false
	}
	y := d.year
	if y == 0 {
		y = 2000
	}
	return d.day <= daysIn(y, d.month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// easter returns Easter Sunday of the western churches (J.-M. Oudin's form of the rule, Explanatory Supplement to the Astronomical
// Almanac, 1992).
func easter(year int) date {
	c := year / 100
	n := year - 19*(year/19)
	k := (c - 17) / 25
	i := c - c/4 - (c-k)/3 + 19*n + 15
	i -= 30 * (i / 30)
	i -= (i / 28) * (1 - (i/28)*(29/(i+1))*((21-n)/11))
	j := year + year/4 + i + 2 - c + c/4
	j -= 7 * (j / 7)
	l := i - j
	m := 3 + (l+40)/44
	return date{year, m, l + 28 - 31*(m/4)}
}

// nthWeekday returns the n-th weekday of a month, the last if n is more than 5.
func nthWeekday(year, month, n, weekday int) date {
	first := date{year, month, 1}
	d := 1 + (weekday-first.weekday()+7)%7
	if n > 5 {
		for d+7 <= daysIn(year, month) {
			d += 7
		}
		return date{year, month, d}
	}
	return date{year, month, d + 7*(n-1)}
}
