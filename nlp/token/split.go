package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A splitter holds the state of one call to Annotate.
type splitter struct {
	*Annotator
	text   string
	low    string // text in small letters, byte for byte
	tokens []nlp.Token
}

// split cuts the text at white space and each piece into tokens.
func (s *splitter) split() {
	for start := 0; start < len(s.text); {
		size, space := spaceAt(s.text, start)
		if space {
			start += size
			continue
		}
		end := start + size
		for end < len(s.text) {
			size, space := spaceAt(s.text, end)
			if space {
				break
			}
			end += size
		}
		s.piece(start, end)
		start = end
	}
}

// spaceAt returns the size of the character at i, and whether it is white space.
func spaceAt(text string, i int) (size int, space bool) {
	if b := text[i]; b < utf8.RuneSelf {
		return 1, b == ' ' || '\t' <= b && b <= '\r'
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return size, unicode.IsSpace(r)
}

// invisible reports whether r prints nothing: a byte order mark, a space without width, a mark of direction, a control. Joiners print
// nothing either, but within words and emoji they belong to them.
func invisible(r rune) bool {
	switch {
	case r == '\ufeff', r == '\u200b', r == '\u2060', joiner(r), '\u200e' <= r && r <= '\u200f', '\u202a' <= r && r <= '\u202e':
		return true
	}
	return unicode.IsControl(r)
}

// isWord reports whether words are made of r.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// emit adds the token text[start:end].
func (s *splitter) emit(start, end int) {
	s.tokens = append(s.tokens, nlp.Token{
		Span: nlp.Span{Start: start, End: end}, Lower: lower(s.text[start:end], s.low[start:end]), Head: len(s.tokens),
	})
}

// piece cuts a piece without white space, from the left.
func (s *splitter) piece(start, end int) {
	if isPlain(s.low[start:end]) {
		s.emitWord(start, end)
		return
	}
	fresh := true // no word ends at start
	for start < end {
		stop := start
		if fresh {
			stop = s.whole(start, end)
		}
		r, size := utf8.DecodeRuneInString(s.text[start:end])
		switch {
		case stop > start:
			s.emit(start, stop)
		case invisible(r):
			stop = start + size
		case isWord(r):
			stop = s.word(start, end)
			s.emitWord(start, stop)
			fresh = false
		default:
			stop = s.symbol(start, end)
			s.emit(start, stop)
			fresh = true
		}
		start = stop
	}
}

// isPlain reports whether piece, in small letters, is nothing but letters of ASCII, as most are.
func isPlain(piece string) bool {
	for i := range len(piece) {
		if piece[i] < 'a' || piece[i] > 'z' {
			return false
		}
	}
	return true
}
