// Package number reads numbers as English writes them, in digits and in words: "1,426", "1.5 million", "twenty-one", "two and a
// half", "dozens", "third", "two-thirds".
//
// Each function reads a number from the beginning of a list of tokens and returns how many tokens it covers, 0 if none is there.
// The caller cuts the list at the end of the sentence.
package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Most is the largest number that is read from words of size, so that no row of them makes one that is too large to write down.
const Most = 1e18

// class is what a word does in a number.
type class uint8

const (
	unit    class = 1 + iota // 0 to 9
	teen                     // 10 to 19
	tens                     // 20, 30, …
	hundred                  // 100
	scale                    // 1,000 and more
	dozen                    // 12 or 20, which counts as "hundred" does: "three dozen"
	plural                   // "dozens", "hundreds"
	ordinal                  // "third"
	tenth                    // an ordinal that is a multiple of ten: "twentieth"
	part                     // "half", "quarters"
)

type word struct {
	class class
	value float64
}

// Known reports whether w, in lower case, can be part of a number in words.
func Known(w string) bool { return lookup(w).class != 0 }

// lookup returns what w, in lower case, does in a number.
func lookup(w string) word {
	if len(w) < 3 || len(w) > 15 || w[0] < 'b' || w[0] > 'z' {
		return word{}
	}
	return words[w]
}

// words never changes.
var words = map[string]word{
	"zero": {unit, 0}, "one": {unit, 1}, "two": {unit, 2}, "three": {unit, 3}, "four": {unit, 4},
	"five": {unit, 5}, "six": {unit, 6}, "seven": {unit, 7}, "eight": {unit, 8}, "nine": {unit, 9},
	"ten": {teen, 10}, "eleven": {teen, 11}, "twelve": {teen, 12}, "thirteen": {teen, 13}, "fourteen": {teen, 14},
	"fifteen": {teen, 15}, "sixteen": {teen, 16}, "seventeen": {teen, 17}, "eighteen": {teen, 18}, "nineteen": {teen, 19},
	"twenty": {tens, 20}, "thirty": {tens, 30}, "forty": {tens, 40}, "fifty": {tens, 50}, "sixty": {tens, 60},
	"seventy": {tens, 70}, "eighty": {tens, 80}, "ninety": {tens, 90},
	"hundred": {hundred, 100}, "dozen": {dozen, 12}, "score": {dozen, 20},
	"thousand": {scale, 1e3}, "million": {scale, 1e6}, "billion": {scale, 1e9}, "trillion": {scale, 1e12},
	"lakh": {scale, 1e5}, "crore": {scale, 1e7},
	"tens": {plural, 10}, "dozens": {plural, 12}, "scores": {plural, 20}, "hundreds": {plural, 100}, "thousands": {plural, 1e3},
	"millions": {plural, 1e6}, "billions": {plural, 1e9}, "trillions": {plural, 1e12},
	"first": {ordinal, 1}, "second": {ordinal, 2}, "third": {ordinal, 3}, "fourth": {ordinal, 4}, "fifth": {ordinal, 5},
	"sixth": {ordinal, 6}, "seventh": {ordinal, 7}, "eighth": {ordinal, 8}, "ninth": {ordinal, 9}, "tenth": {ordinal, 10},
	"eleventh": {ordinal, 11}, "twelfth": {ordinal, 12}, "thirteenth": {ordinal, 13}, "fourteenth": {ordinal, 14},
	"fifteenth": {ordinal, 15}, "sixteenth": {ordinal, 16}, "seventeenth": {ordinal, 17}, "eighteenth": {ordinal, 18},
	"nineteenth": {ordinal, 19}, "twentieth": {tenth, 20}, "thirtieth": {tenth, 30}, "fortieth": {tenth, 40}, "fiftieth": {tenth, 50},
	"sixtieth": {tenth, 60}, "seventieth": {tenth, 70}, "eightieth": {tenth, 80}, "ninetieth": {tenth, 90}, "hundredth": {tenth, 100},
	"thousandth": {tenth, 1000},
	"half":       {part, 2}, "halves": {part, 2}, "quarter": {part, 4}, "quarters": {part, 4}, "thirds": {part, 3}, "fourths": {part, 4},
	"fifths": {part, 5}, "sixths": {part, 6}, "sevenths": {part, 7}, "eighths": {part, 8}, "ninths": {part, 9}, "tenths": {part, 10},
}

// fractions are the characters that stand for one.
var fractions = map[rune]float64{'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅛': 1. / 8, '⅕': 1. / 5}

// Digits returns the value of the number in digits that w begins with, with commas between thousands, a decimal point or a
// fraction like "½", and what follows it: "1,426" is 1426, "5m" is 5 and "m", "21st" is 21 and "st".
func Digits(w string) (value float64, rest string, ok bool) {
	n, point := 0, -1
	for n < len(w) {
		c := w[n]
		switch {
		case isDigit(c):
		case c == '.' && point < 0 && n > 0 && n+1 < len(w) && isDigit(w[n+1]):
			point = n
		case c == ',' && point < 0 && n > 0 && n <= 3+4*strings.Count(w[:n], ",") && threeDigits(w[n+1:]):
		default:
			goto end
		}
		n++
	}
end:
	if n > 0 {
		// 1,42 or 1234,567 is something else.
		head := w[:n]
		if point >= 0 {
			head = w[:point]
		}
		if first := strings.IndexByte(head, ','); first >= 0 && (first > 3 || (len(head)-first)%4 != 0) {
			return 0, w, false
		}
		if n > 32 {
			return 0, w, false // no number that counts anything
		}
		var buf [32]byte
		plain := buf[:0]
		for _, c := range []byte(w[:n]) {
			if c != ',' {
				plain = append(plain, c)
			}
		}
		v, err := strconv.ParseFloat(string(plain), 64)
		if err != nil {
			return 0, w, false
		}
		value = v
	}
	if n < len(w) && w[n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(w[n:])
		if f, is := fractions[r]; is {
			value += f
			n += size
		}
	}
	return value, w[n:], n > 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// Whole returns the value of w if it is one to four digits and nothing else, and -1 otherwise.
func Whole(w string) int {
	if len(w) == 0 || len(w) > 4 {
		return -1
	}
	n := 0
	for i := range len(w) {
		if !isDigit(w[i]) {
			return -1
		}
		n = 10*n + int(w[i]-'0')
	}
	return n
}

// Glued reports whether tokens i and i+1 touch.
func Glued(toks []nlp.Token, i int) bool {
	return i >= 0 && i+1 < len(toks) && toks[i].End == toks[i+1].Start
}

// IsDash reports whether w can stand between the ends of a range.
func IsDash(w string) bool {
	switch w {
	case "-", "–", "—", "--", "−":
		return true
	}
	return false
}

// isHyphen reports whether token i ties its neighbours together.
func isHyphen(toks []nlp.Token, i int) bool {
	return i > 0 && i+1 < len(toks) && (toks[i].Lower == "-" || toks[i].Lower == "‑") && Glued(toks, i-1) && Glued(toks, i)
}

// Cardinal reads a number that says how many: "8000", "1.5 million", "three hundred and five", "a dozen", "half a million", "two and a
// half". An article is read only before a word such as "dozen".
func Cardinal(toks []nlp.Token) (value float64, n int) {
	if len(toks) == 0 {
		return 0, 0
	}
	switch w := toks[0].Lower; {
	case w == "":
		return 0, 0
	case w == "a" || w == "an":
		if len(toks) > 1 {
			switch c := lookup(toks[1].Lower); c.class {
			case hundred, scale, dozen:
				if toks[1].Lower != "score" {
					return inWords(toks, 1, 1)
				}
			}
		}
		return 0, 0
	case w == "half":
		if len(toks) > 2 && (toks[1].Lower == "a" || toks[1].Lower == "-") {
			if c := lookup(toks[2].Lower); c.class == scale || c.class == dozen && c.value == 12 {
				return c.value / 2, 3
			}
		}
		return 0, 0
	case isDigit(w[0]) || w[0] >= utf8.RuneSelf:
		v, rest, ok := Digits(w)
		if !ok || rest != "" {
			return 0, 0
		}
		return inDigits(toks, v)
	}
	switch lookup(toks[0].Lower).class {
	case unit, teen, tens:
		return inWords(toks, 0, 0)
	}
	return 0, 0
}

// inDigits goes on after a number in digits, which is the first token.
func inDigits(toks []nlp.Token, v float64) (float64, int) {
	n := 1
	if len(toks) > 1 { // 1 1/2
		if f := slashed(toks[1].Lower); f > 0 && v == float64(int(v)) && v < 1000 {
			v += f
			n = 2
		}
	}
	for n < len(toks) {
		at := n
		if isHyphen(toks, at) {
			at++
		}
		c := lookup(toks[at].Lower)
		if c.class != scale && c.class != hundred && (c.class != dozen || c.value != 12) || v*c.value > Most {
			break
		}
		v *= c.value
		n = at + 1
	}
	return halfMore(toks, v, n, 1)
}

// halfMore goes on with "and a half", and the scale that may follow it, after a number that ends before token n.
func halfMore(toks []nlp.Token, v float64, n int, step float64) (float64, int) {
	at := n
	hyphen := isHyphen(toks, at)
	if hyphen {
		at++
	}
	if at+2 >= len(toks) || toks[at].Lower != "and" {
		return v, n
	}
	at++
	if isHyphen(toks, at) {
		at++
	}
	if at+1 >= len(toks) || toks[at].Lower != "a" && toks[at].Lower != "one" {
		return v, n
	}
	at++
	if isHyphen(toks, at) {
		at++
	}
	if at >= len(toks) || toks[at].Lower != "half" {
		return v, n
	}
	v += step / 2
	n = at + 1
	if n < len(toks) {
		if c := lookup(toks[n].Lower); c.class == scale {
			return v * c.value, n + 1
		}
	}
	return v, n
}

// inWords reads a number in words that begins with token first; current is 1 after an article.
func inWords(toks []nlp.Token, first int, current float64) (float64, int) {
	var (
		total   float64
		last    class
		highest = 1e15 // the next scale must be smaller
		n       = first
	)
	if current > 0 {
		last = unit
	}
	for at := n; at < len(toks); at = n {
		joined := isHyphen(toks, at)
		and := false
		if joined {
			at++
		} else if toks[at].Lower == "and" && (last == hundred || last == scale) && at+1 < len(toks) {
			and = true
			at++
		}
		c := lookup(toks[at].Lower)
		switch c.class {
		case unit:
			if last == unit || last == teen || joined && last != tens || c.value == 0 && last != 0 {
				goto end
			}
			current += c.value
		case teen:
			if last == unit || last == teen || last == tens || joined {
				goto end
			}
			current += c.value
		case tens:
			if last == unit || last == teen || last == tens || joined && last != hundred {
				goto end
			}
			current += c.value
		case hundred, dozen:
			if and || last == 0 || last == scale || last == hundred || last == dozen || current >= 100 || c.class == dozen && c.value == 20 {
				goto end
			}
			current *= c.value
		case scale:
			if and || last == 0 || last == scale && current == 0 && total == 0 {
				goto end
			}
			if last == scale { // thousand million
				if total*c.value > Most {
					goto end
				}
				total *= c.value
				highest = c.value
				break
			}
			if c.value >= highest {
				goto end
			}
			total += current * c.value
			current = 0
			highest = c.value
		default:
			goto end
		}
		if and && c.class == unit && c.value == 0 {
			goto end
		}
		if and && at+1 < len(toks) { // "a hundred and two thousand" is one number, "two hundred and three hundred" are two
			if next := lookup(toks[at+1].Lower); next.class == hundred || next.class == scale && next.value >= highest {
				if c.class == unit || c.class == teen || c.class == tens {
					current -= c.value
				}
				goto end
			}
		}
		last = c.class
		n = at + 1
	}
end:
	if n == first {
		return 0, 0
	}
	if last == unit || last == teen || last == tens {
		return halfMore(toks, total+current, n, 1)
	}
	if last == scale && current == 0 {
		return halfMore(toks, total, n, highest)
	}
	return total + current, n
}

// Plural reads a number that is only an order of size: "dozens", "hundreds of thousands". It does not read the "of" that leads to
// what is counted.
func Plural(toks []nlp.Token) (value float64, n int) {
	if len(toks) == 0 {
		return 0, 0
	}
	c := lookup(toks[0].Lower)
	if c.class != plural {
		return 0, 0
	}
	value, n = c.value, 1
	for n+1 < len(toks) && toks[n].Lower == "of" {
		next := lookup(toks[n+1].Lower)
		if next.class != plural || next.value < 1000 && value > next.value || value*next.value > Most {
			break
		}
		value *= next.value
		n += 2
	}
	if n == 1 && c.value == 10 {
		return 0, 0 // "tens" alone is rare, and seldom a number
	}
	return value, n
}

// Ordinal reads a place in an order: "third", "21st", "twenty-first".
func Ordinal(toks []nlp.Token) (value float64, n int) {
	if len(toks) == 0 || toks[0].Lower == "" {
		return 0, 0
	}
	w := toks[0].Lower
	if isDigit(w[0]) {
		v, rest, ok := Digits(w)
		if !ok || v != float64(int64(v)) {
			return 0, 0
		}
		switch rest {
		case "st", "nd", "rd", "th":
			return v, 1
		}
		return 0, 0
	}
	switch c := lookup(w); c.class {
	case ordinal, tenth:
		return c.value, 1
	case tens:
		at := 1
		if isHyphen(toks, at) {
			at++
		}
		if at < len(toks) {
			if next := lookup(toks[at].Lower); next.class == ordinal && next.value < 10 {
				return c.value + next.value, at + 1
			}
		}
	}
	return 0, 0
}

// Fraction reads a part of a whole: "half", "a third", "two-thirds", "three quarters", "3/4".
func Fraction(toks []nlp.Token) (value float64, n int) {
	if len(toks) == 0 || toks[0].Lower == "" {
		return 0, 0
	}
	w := toks[0].Lower
	if w == "half" {
		return 0.5, 1
	}
	if w[0] >= utf8.RuneSelf {
		if r, size := utf8.DecodeRuneInString(w); size == len(w) && fractions[r] > 0 {
			return fractions[r], 1
		}
	}
	if f := slashed(w); f > 0 {
		return f, 1
	}
	of := 1.
	at := 1
	switch c := lookup(w); {
	case w == "a" || w == "one":
	case c.class == unit && c.value > 0, c.class == teen:
		of = c.value
	default:
		return 0, 0
	}
	if isHyphen(toks, at) {
		at++
	}
	if at >= len(toks) {
		return 0, 0
	}
	switch c := lookup(toks[at].Lower); c.class {
	case part:
		if many := strings.HasSuffix(toks[at].Lower, "s"); many == (of > 1) && of < c.value {
			return of / c.value, at + 1
		}
	case ordinal, tenth:
		if of == 1 && c.value > 2 {
			return 1 / c.value, at + 1
		}
	}
	return 0, 0
}

// slashed returns the value of "3/4", and 0 for anything that is no proper fraction of small numbers.
func slashed(w string) float64 {
	over, under, ok := strings.Cut(w, "/")
	if !ok {
		return 0
	}
	a, b := Whole(over), Whole(under)
	if a < 1 || b <= a || b > 10 {
		return 0
	}
	return float64(a) / float64(b)
}
