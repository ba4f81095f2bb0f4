package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// symbol returns the end of the punctuation mark or symbol at start. Full stops, hyphens and the like in a row are one token, and
// so is an emoji with its modifiers.
func (s *splitter) symbol(start, end int) int {
	r, size := utf8.DecodeRuneInString(s.text[start:end])
	switch r {
	case '.', '!', '?', '…':
		return s.terminator(start, end)
	case '-', '*', '=', '_', '~', '`', '<', '>', '+', '#', '|':
		if n := s.signed(start, end); n > start {
			return n
		}
		n := start + 1
		for n < end && s.text[n] == s.text[start] {
			n++
		}
		return n
	case '\'', '’', '‘':
		if n := s.elision(start, size, end); n > start {
			return n
		}
		if r != '‘' && strings.HasPrefix(s.text[start+size:end], string(r)) { // '' closes a quotation
			return start + 2*size
		}
	}
	return s.emoji(start, end)
}

// terminator returns the end of the marks at start that end a sentence, which are one token: "?!", "...", ".?"; of ".." and "?" it
// makes two.
func (s *splitter) terminator(start, end int) int {
	if s.text[start] == '.' && start+1 < end && isDigit(rune(s.text[start+1])) && (start == 0 || !isWord(lastRune(s.text[:start]))) {
		n, _ := s.number(start+1, end) // .5
		return n
	}
	run := func(pos int, marks string) int {
		for pos < end {
			r, size := utf8.DecodeRuneInString(s.text[pos:end])
			if !strings.ContainsRune(marks, r) {
				break
			}
			pos += size
		}
		return pos
	}
	if dots := run(start, ".…"); dots > start {
		if dots == start+1 {
			return run(dots, "!?")
		}
		return dots
	}
	marks := run(start, "!?")
	if run(marks, ".") == marks+1 {
		return marks + 1
	}
	return marks
}

// signed returns the end of a telephone number with the code of its country that begins at start, or start: "+44 20", "+4520112233".
func (s *splitter) signed(start, end int) int {
	n := start + 1
	for n < end && (digitAt(s.text, n) || s.text[n] == '-' && n > start+7) {
		n++
	}
	if s.text[start] != '+' || n == start+1 || n < end {
		return start
	}
	if follows := strings.TrimLeft(s.text[n:min(len(s.text), n+3)], " "); n > start+7 || follows != "" && (follows[0] == '(' || isDigit(rune(follows[0]))) && n <= start+4 {
		return n
	}
	return start
}

// emoji returns the end of the character at start with its modifiers, variation selectors, joined emoji, and the other half of a
// flag.
func (s *splitter) emoji(start, end int) int {
	first, size := utf8.DecodeRuneInString(s.text[start:end])
	pos := start + size
	joined := false
	for pos < end {
		next, n := utf8.DecodeRuneInString(s.text[pos:end])
		flag := regional(first) && regional(next) && pos == start+size
		if !joined && next != '\u200d' && !unicode.IsMark(next) && (next < 0x1f3fb || next > 0x1f3ff) && !flag {
			break
		}
		joined = next == '\u200d'
		pos += n
	}
	return pos
}

// regional reports whether r is half of a flag.
func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// longestElision is the length of the longest word in the list.
const longestElision = 5

// elision returns the end of a word that an apostrophe of the given size begins ('90s, 'em, 'tis), or start.
func (s *splitter) elision(start, size, end int) int {
	from := start + size
	n := from
	for n < end && n <= from+longestElision && isWordByte(s.text[n]) {
		n++
	}
	word := s.low[from:n]
	switch {
	case word == "n" && n < end && isApostrophe(firstRune(s.text[n:end])): // rock 'n' roll
		_, size := utf8.DecodeRuneInString(s.text[n:end])
		return n + size
	case s.elided[word] && (n == end || !isApostrophe(firstRune(s.text[n:end]))):
		return n
	case len(word) == 3 && digitAt(word, 0) && word[1:] == "0s":
		return n
	case len(word) == 2 && digitAt(word, 0) && digitAt(word, 1) && s.afterWord(start):
		return n
	}
	return start
}

// afterWord reports whether a word and white space stand before start: the summer of '69, but neither: '20 people died,' nor 5'10".
func (s *splitter) afterWord(start int) bool {
	return start > 0 && isSpaceByte(s.text[start-1]) && len(s.tokens) > 0 && unicode.IsLetter(firstRune(s.tokens[len(s.tokens)-1].Lower))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }
