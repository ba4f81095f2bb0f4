package timex

import "strings"

// numericDate reads a date in digits at token i: "2015-05-18", "5/18/2015", "18.05.2015", "2015/05", and "5/18" after a preposition. With
// slashes and hyphens the month comes first, as American papers have it, unless that is impossible; with full stops the day does. Whatever
// the digits are cut into, the date must end where a token does.
func (f *finder) numericDate(i int) (date, int) {
	start := f.toks[i].Start
	limit := min(f.toks[f.end-1].End, start+16)
	s := f.doc.Text[start:limit]
	a, n1 := leadingDigits(s)
	if n1 == 0 || n1 == 3 || n1 > 4 || n1 == len(s) {
		return date{}, i
	}
	sep := s[n1]
	if sep != '-' && sep != '/' && sep != '.' {
		return date{}, i
	}
	b, n2 := leadingDigits(s[n1+1:])
	if n2 == 0 || n2 > 2 {
		return date{}, i
	}
	end := n1 + 1 + n2
	var d date
	if end+1 < len(s) && s[end] == sep && s[end+1] >= '0' && s[end+1] <= '9' {
		c, n3 := leadingDigits(s[end+1:])
		end += 1 + n3
		switch {
		case n1 == 4 && n3 <= 2:
			d = date{a, b, c}
		case n1 <= 2 && (n3 == 4 || n3 == 2):
			if n3 == 2 {
				c = f.century(c)
			}
			if sep == '.' || a > 12 {
				a, b = b, a
			}
			d = date{c, a, b}
		default:
			return date{}, i
		}
	} else {
		switch {
		case n1 == 4 && n2 == 2 && sep != '.' && b <= 12 && a >= 1000 && a < 2200 && f.low(i-1) != "from" && f.low(i-1) != "between":
			d = date{a, b, 0}
		case sep == '/' && n1 <= 2 && dateLeads[f.low(i-1)] && !(a == 9 && b == 11):
			if a > 12 {
				a, b = b, a
			}
			d = date{0, a, b}
		default:
			return date{}, i
		}
	}
	if !d.valid() || d.year != 0 && (d.year < 1000 || d.year > 2200) {
		return date{}, i
	}
	return d, f.tokenAt(i, start+end)
}

// dateLeads are words after which "5/18" is a date.
var dateLeads = map[string]bool{
	"on": true, "by": true, "until": true, "since": true, "from": true, "before": true, "after": true, "through": true, "till": true, "monday": true, "tuesday": true,
	"wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// tokenAt returns the token after the one that ends at offset end, or i if none does. A token in the form of ISO 8601's time of day may
// run on.
func (f *finder) tokenAt(i, end int) int {
	for j := i; j < f.end && f.toks[j].Start < end; j++ {
		if f.toks[j].End == end {
			if end < len(f.doc.Text) {
				if c := f.doc.Text[end]; c == '/' || c == '-' || c == '.' && end+1 < len(f.doc.Text) && isDigit(f.doc.Text[end+1]) {
					return i
				}
			}
			return j + 1
		}
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// leadingDigits returns the number that s begins with and how many digits it has; more than four are not read.
func leadingDigits(s string) (value, n int) {
	for n < len(s) && n < 5 && isDigit(s[n]) {
		value = 10*value + int(s[n]-'0')
		n++
	}
	return value, n
}

// isoTime reads a date with a time of day that is glued to it by a T, at token i: "2021-11-14T10:30:00Z".
func (f *finder) isoTime(i int) int {
	text := f.doc.Text
	start := f.toks[i].Start
	s := text[start:min(len(text), start+25)]
	if len(s) < 16 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' {
		return i
	}
	y, n1 := leadingDigits(s)
	m, n2 := leadingDigits(s[5:])
	d, n3 := leadingDigits(s[8:10])
	if n1 != 4 || n2 != 2 || n3 != 2 || !(date{y, m, d}).valid() {
		return i
	}
	end := 16
	if len(s) >= 19 && s[16] == ':' {
		end = 19
	}
	if _, _, _, _, ok := parseClock(s[11:end]); !ok {
		return i
	}
	if rest := s[end:]; strings.HasPrefix(rest, "Z") {
		end++
	} else if len(rest) >= 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':' {
		end += 6
	}
	for j := i; j < f.end; j++ {
		if f.toks[j].End == start+end {
			f.keep(date{y, m, d})
			f.add(i, j+1, s[:end])
			return j + 1
		}
		if f.toks[j].End > start+end {
			break
		}
	}
	return i
}
