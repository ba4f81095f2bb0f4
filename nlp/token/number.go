package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// number returns the end of the number that begins at start, and whether the token ends there; if not, letters follow that
// belong to it: "2nd", "1990s", "3D".
func (s *splitter) number(start, end int) (stop int, ends bool) {
	if n := hyphenated(s.text[start:end]); n > 0 {
		return start + n, true
	}
	pos := start
	for pos < end && (digitAt(s.text, pos) || strings.IndexByte(",.:/", s.text[pos]) >= 0 && pos+1 < end && digitAt(s.text, pos+1)) {
		pos++
	}
	return pos, s.unitFollows(start, pos, end)
}

func digitAt(text string, i int) bool { return '0' <= text[i] && text[i] <= '9' }

// longestUnit bounds the units that are looked up.
const longestUnit = 8

// unitFollows reports whether what is written on to the number [start, pos) is a unit.
func (s *splitter) unitFollows(start, pos, end int) bool {
	n := pos
	for n < end && n <= pos+longestUnit {
		r, size := utf8.DecodeRuneInString(s.text[n:end])
		if !isWord(r) && r != '°' && r != '²' && r != '.' && r != '/' {
			break
		}
		n += size
	}
	unit := strings.TrimRight(s.low[pos:n], "./")
	if !s.units[unit] {
		return false
	}
	company := s.text[start:n] == "3M" && (start == 0 || !unicode.Is(unicode.Sc, lastRune(s.text[:start])))
	return !company
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// hyphenated returns the length of the telephone number or date with hyphens that begins piece, or 0: three groups of digits or
// more, or one of three and one of four. Two groups otherwise are a range or a score, of which the hyphen is a token.
func hyphenated(piece string) int {
	groups, n, size, before := 0, 0, 0, 0
	for n < len(piece) && n < longestName {
		if digitAt(piece, n) {
			size++
			n++
			continue
		}
		if piece[n] != '-' || size == 0 || n+1 == len(piece) || !digitAt(piece, n+1) {
			break
		}
		groups++
		before, size = size, 0
		n++
	}
	if r, _ := utf8.DecodeRuneInString(piece[n:]); unicode.IsLetter(r) || r == '-' || r == '/' {
		return 0
	}
	if groups > 1 || groups == 1 && before == 3 && size == 4 {
		return n
	}
	return 0
}
