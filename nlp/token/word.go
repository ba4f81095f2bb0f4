package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word returns the end of the word or number that begins at start: letters, digits and marks, and what holds them together.
func (s *splitter) word(start, end int) int {
	pos := start
	if n := s.withSlash(start, end); n > start {
		return n
	}
	if digitAt(s.text, start) {
		n, ends := s.number(start, end)
		if ends {
			return n
		}
		pos = n
	}
	for pos < end {
		r, size := utf8.DecodeRuneInString(s.text[pos:end])
		if isWord(r) || joiner(r) || r == '_' {
			pos += size
			continue
		}
		if r == '.' {
			stays, on := s.fullStop(start, pos, end)
			if !stays {
				return pos
			}
			pos++
			if on || s.apostropheFollows(pos, end) {
				continue
			}
			return pos
		}
		if !s.joins(r, start, pos, pos+size, end) {
			return pos
		}
		pos += size
		if r == '$' || r == '!' {
			return pos
		}
	}
	return pos
}

// joiner reports whether r, which prints nothing, is written between letters of one word.
func joiner(r rune) bool { return r == '\u200c' || r == '\u200d' || r == softHyphen }

// apostropheFollows reports whether an apostrophe and a letter stand at pos, as in "the U.S.'s".
func (s *splitter) apostropheFollows(pos, end int) bool {
	r, size := utf8.DecodeRuneInString(s.text[pos:end])
	return isApostrophe(r) && unicode.IsLetter(firstRune(s.text[pos+size:end]))
}

// joins reports whether the mark r, at [pos, after), stands within the word that begins at start.
func (s *splitter) joins(r rune, start, pos, after, end int) bool {
	last, _ := utf8.DecodeLastRuneInString(s.text[start:pos])
	next, _ := utf8.DecodeRuneInString(s.text[after:end])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(next) || isDigit(last) && next == 's'
	case '`', '´': // typed for an apostrophe
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next)
	case '*': // sh*t
		return unicode.IsLetter(last) && (unicode.IsLetter(next) || next == '*' && after+1 < end && unicode.IsLetter(rune(s.text[after+1])))
	case '-':
		return s.hyphenJoins(start, pos, end, next)
	case '!': // Yahoo!
		return pos-start <= longestAffix && s.marked[s.low[start:after]]
	case '$': // US$, C$
		return pos-start <= 2 && unicode.IsUpper(last)
	}
	return false
}

// longestAffix bounds the prefixes and suffixes that are looked up.
const longestAffix = 8

// hyphenJoins reports whether the hyphen at pos ties a prefix or a suffix to a word.
func (s *splitter) hyphenJoins(start, pos, end int, next rune) bool {
	if pos-start <= longestAffix && s.prefixes[s.low[start:pos]] {
		switch prefix := s.low[start:pos]; prefix {
		case "e", "uh", "bi", "un":
			return unicode.IsLower(next)
		case "mid":
			return unicode.IsLetter(next) || isDigit(next)
		}
		return unicode.IsLetter(next)
	}
	n := pos + 1
	for n < end && n <= pos+longestAffix && isWordByte(s.text[n]) {
		n++
	}
	return s.suffixes[s.low[pos+1:n]]
}

// withSlash returns the end of a word such as "w/o", or start.
func (s *splitter) withSlash(start, end int) int {
	if start+1 >= end || s.text[start+1] != '/' {
		return start
	}
	n := start + 2
	for n < end && n < start+6 && isWordByte(s.text[n]) {
		n++
	}
	if s.slashed[s.low[start:n]] {
		return n
	}
	return start
}

// emitWord adds a word, or the words that it is made of: "do" "n't", "Mary" "'s", "can" "not".
func (s *splitter) emitWord(start, end int) {
	cut := s.cut(start, end)
	if cut <= start || cut >= end {
		s.emit(start, end)
		return
	}
	s.emit(start, cut)
	s.emit(cut, end)
}

// longestCut is the length of the longest word that is cut in two for itself.
const longestCut = 8

// cut returns where the word [start, end) falls in two, or start.
func (s *splitter) cut(start, end int) int {
	low := s.low[start:end]
	if len(low) <= longestCut && s.cutEnds[low[len(low)-1]] {
		if n, ok := s.cuts[low]; ok && s.cutHere(start, end) {
			return start + n
		}
	}
	at, size := lastApostrophe(low)
	if at <= 0 {
		return start
	}
	switch low[at+size:] {
	case "s":
		if low[at-1] == '0' && digitAt(low, 0) { // the 1990's
			return start
		}
		return start + at
	case "m", "re", "ve", "ll", "d":
		return start + at
	case "t":
		if at > 1 && low[at-1] == 'n' {
			return start + at - 1
		}
	}
	return start
}

// cutHere reports whether a word that is cut for itself is no other word here: "Ive" and "Im" are names, and one may be wont to do
// something.
func (s *splitter) cutHere(start, end int) bool {
	switch s.low[start:end] {
	case "im", "ive", "hes", "shes":
		return s.text[start:end] == s.low[start:end]
	case "wont":
		return !strings.HasPrefix(s.text[end:], " to ")
	}
	return true
}

// lastApostrophe returns where the last apostrophe of word stands, or -1, and its size. It looks no farther than the longest clitic.
func lastApostrophe(word string) (at, size int) {
	for i := len(word) - 1; i >= 0 && i >= len(word)-6; i-- {
		switch word[i] {
		case '\'', '`':
			return i, 1
		case 0xe2:
			if strings.HasPrefix(word[i:], "’") {
				return i, len("’")
			}
		case 0xc2:
			if strings.HasPrefix(word[i:], "´") {
				return i, len("´")
			}
		}
	}
	return -1, 0
}
