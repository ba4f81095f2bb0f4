package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A splitter holds the state of one call to Annotate.
type splitter struct {
	*Annotator
	text   string
	tokens []nlp.Token
}

// split cuts the text at white space and each piece into tokens.
func (s *splitter) split() {
	for start := 0; start < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[start:])
		if unicode.IsSpace(r) || invisible(r) {
			start += size
			continue
		}
		end := start + size
		for end < len(s.text) {
			r, size := utf8.DecodeRuneInString(s.text[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		s.chunk(start, end)
		start = end
	}
}

// invisible reports whether r prints nothing and joins nothing, as a byte order mark or a soft control.
func invisible(r rune) bool {
	return r == '\ufeff' || r == '\u200b' || r == '\u2060' || unicode.IsControl(r)
}

// emit adds the token text[start:end].
func (s *splitter) emit(start, end int) {
	if start < end {
		s.tokens = append(s.tokens, nlp.Token{Span: nlp.Span{Start: start, End: end}})
	}
}

// chunk cuts a piece without white space, from the left.
func (s *splitter) chunk(start, end int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(s.text[start:end])
		switch {
		case invisible(r):
			start += size
		case s.address(start, end) > start:
			stop := s.address(start, end)
			s.emit(start, stop)
			start = stop
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			stop := s.word(start, end)
			s.clitics(start, stop)
			start = stop
		default:
			stop := s.symbol(start, end)
			s.emit(start, stop)
			start = stop
		}
	}
}

// longestAddress is how many bytes of a piece are looked at for an address, so that one of any length costs little.
const longestAddress = 2048

// address returns the end of a URL, an e-mail address, a @handle or a #hashtag that begins at start, or start.
func (s *splitter) address(start, end int) int {
	piece := s.text[start:min(end, start+longestAddress)]
	switch {
	case hasPrefixFold(piece, "http://"), hasPrefixFold(piece, "https://"), hasPrefixFold(piece, "ftp://"), hasPrefixFold(piece, "www."):
		return start + len(trimAddress(piece))
	case (piece[0] == '@' || piece[0] == '#') && len(piece) > 1 && isWordByte(piece[1]):
		n := 1
		for n < len(piece) && (isWordByte(piece[n]) || piece[n] >= utf8.RuneSelf) {
			if strings.HasPrefix(piece[n:], "’") || strings.HasPrefix(piece[n:], "”") {
				break
			}
			n++
		}
		return start + n
	}
	if at := strings.IndexByte(piece[:min(len(piece), 64)], '@'); at > 0 && isWordByte(piece[0]) {
		address := trimAddress(piece)
		if strings.IndexByte(address[min(at, len(address)):], '.') > 1 && strings.Count(address, "@") == 1 {
			return start + len(address)
		}
	}
	return start
}

// trimAddress cuts what ends the sentence and not the address.
func trimAddress(s string) string {
	if i := strings.IndexAny(s, "<>\"”“’"); i > 0 {
		s = s[:i]
	}
	if strings.Contains(s, "(") {
		return strings.TrimRight(s, ".,;:!?'")
	}
	return strings.TrimRight(s, ".,;:!?')]")
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func isWordByte(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// prefixes stay with the word that their hyphen ties them to, as in the treebanks; other hyphens are tokens.
var prefixes = map[string]bool{
	"e": true, "co": true, "re": true, "non": true, "anti": true, "semi": true, "pre": true, "post": true, "ex": true, "multi": true,
	"un": true, "sub": true, "pan": true, "inter": true, "de": true, "mini": true, "socio": true, "psycho": true, "bi": true, "ultra": true,
	"neo": true, "quasi": true, "extra": true, "trans": true, "micro": true, "macro": true, "vice": true, "uh": true, "x": true,
}

// word returns the end of the word or number that begins at start: letters, digits and marks, and what holds them together.
func (s *splitter) word(start, end int) int {
	pos := start
	for pos < end {
		r, size := utf8.DecodeRuneInString(s.text[pos:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u200d' || r == '_' {
			pos += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s.text[pos+size : end])
		last, _ := utf8.DecodeLastRuneInString(s.text[start:pos])
		switch r {
		case '.':
			if s.dotStays(start, pos, end, last, next) {
				pos += size
				continue
			}
		case ',', ':':
			if unicode.IsDigit(last) && unicode.IsDigit(next) {
				pos += size
				continue
			}
		case '/':
			if unicode.IsDigit(last) && unicode.IsDigit(next) {
				pos += size
				continue
			}
		case '\'', '’':
			if unicode.IsLetter(next) || unicode.IsDigit(last) && next == 's' {
				pos += size
				continue
			}
		case '&':
			if unicode.IsUpper(last) && unicode.IsUpper(next) {
				pos += size
				continue
			}
		case '-':
			if prefixes[strings.ToLower(s.text[start:pos])] && unicode.IsLower(next) {
				pos += size
				continue
			}
		case '$':
			if pos-start <= 2 && unicode.IsUpper(last) { // US$, C$
				return pos + size
			}
		}
		break
	}
	return pos
}

// dotStays reports whether the full stop at pos belongs to the word that begins at start.
func (s *splitter) dotStays(start, pos, end int, last, next rune) bool {
	word := s.text[start:pos]
	switch {
	case unicode.IsDigit(last) && unicode.IsDigit(next): // 1.5
		return true
	case unicode.IsLetter(last) && unicode.IsLetter(next):
		// U.S., Ph.D., e.g., names of sites; but "end.The" is two words
		return letters(word) == 1 || strings.Contains(word, ".") || s.titles[strings.ToLower(word)+"."] || unicode.IsLower(next) && siteName(s.text[start:min(end, start+64)])
	case s.titles[strings.ToLower(word)+"."], s.others[strings.ToLower(word)+"."] && s.abbreviates(word, pos+1):
		return true
	case strings.Contains(word, ".") && letters(word[strings.LastIndexByte(word, '.')+1:]) == 1: // the last stop of U.S.
		return true
	case letters(word) == 1 && unicode.IsUpper(last) && word != "I": // an initial
		return true
	}
	return false
}

// letters returns the number of letters in s, at most 2.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return 2
		}
		if n++; n == 2 {
			break
		}
	}
	return n
}

// siteName reports whether s looks like the name of a site: "example.com".
func siteName(s string) bool {
	s = strings.TrimRight(s, ".,;:!?)”’\"'")
	_, end, ok := strings.Cut(s, ".")
	if !ok {
		return false
	}
	switch end[strings.LastIndexByte(end, '.')+1:] {
	case "com", "org", "net", "gov", "edu", "info", "io", "co", "uk", "tv", "eu", "de", "fr", "ru", "cn", "au", "ca", "us":
		return true
	}
	return false
}

// abbreviates reports whether a word that is also an abbreviation is one here: those that are words too ("in.", "sun.", "mar.")
// only when what follows goes on with the sentence.
func (s *splitter) abbreviates(word string, after int) bool {
	switch strings.ToLower(word) {
	case "in", "sun", "sat", "min", "sec", "art", "ill", "ind", "miss", "mass", "wash", "mo", "la", "del", "ed", "mi", "pa", "ext", "ore", "jun", "wed", "mar":
		rest := strings.TrimLeft(s.text[after:], " ")
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(rune(word[0])) && (unicode.IsDigit(r) || r == ',')
	}
	return true
}

// symbol returns the end of the punctuation mark or symbol at start. Full stops, hyphens and the like in a row are one token, and
// so is an emoji with its modifiers.
func (s *splitter) symbol(start, end int) int {
	r, size := utf8.DecodeRuneInString(s.text[start:end])
	pos := start + size
	switch r {
	case '.', '-', '*', '=', '_', '~', '`', '!', '?':
		for pos < end {
			next, n := utf8.DecodeRuneInString(s.text[pos:end])
			if next != r && !((r == '!' || r == '?') && (next == '!' || next == '?')) {
				break
			}
			pos += n
		}
		return pos
	case '\'', '’', '‘':
		if n := s.elision(start, size, end); n > start {
			return n
		}
		if r == '\'' && strings.HasPrefix(s.text[pos:end], "'") { // '' closes a quotation
			return pos + 1
		}
	}
	joined := false
	for pos < end { // modifiers, variation selectors, joined emoji, flags
		next, n := utf8.DecodeRuneInString(s.text[pos:end])
		flag := regional(r) && regional(next) && pos == start+size
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

// elision returns the end of a word that an apostrophe begins ('90s, 'em, 'tis), or start.
func (s *splitter) elision(start, size, end int) int {
	rest := strings.ToLower(s.text[start+size : min(end, start+size+4)])
	for _, w := range []string{"em", "tis", "twas", "til", "bout", "cause"} {
		if after, ok := strings.CutPrefix(rest, w); ok && (after == "" || !isWordByte(after[0]) && after[0] != '\'') {
			return start + size + len(w)
		}
	}
	if len(rest) >= 3 && rest[0] >= '0' && rest[0] <= '9' && rest[1] == '0' && rest[2] == 's' {
		return start + size + 3
	}
	if end-start-size == 2 && len(rest) == 2 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' {
		return end
	}
	return start
}

// clitics cuts a word into the words that it is made of: "do" "n't", "Mary" "'s", "can" "not".
func (s *splitter) clitics(start, end int) {
	word := s.text[start:end]
	low := lower(word)
	extra := len(word) - len(low) // a curly apostrophe is longer than a straight one
	cut := 0
	switch {
	case low == "cannot":
		cut = 3
	case low == "gonna" || low == "gotta" || low == "wanna":
		cut = 3
	case strings.HasSuffix(low, "n't") && len(low) > 3:
		cut = len(word) - 3 - extra
	default:
		if i := strings.LastIndexByte(low, '\''); i > 0 {
			switch low[i:] {
			case "'s", "'m", "'re", "'ve", "'ll", "'d":
				cut = i
			}
		}
	}
	if cut <= 0 || extra > 2 || cut >= len(word) || !utf8.RuneStart(word[cut]) {
		s.emit(start, end)
		return
	}
	s.emit(start, start+cut)
	s.emit(start+cut, end)
}
