package token

import (
	"strings"
	"unicode/utf8"
)

// How many bytes are looked at for an address, an e-mail address and the name of a site, so that a piece of any length costs little.
const (
	longestAddress = 2048
	longestEmail   = 256
	longestName    = 64
)

// whole returns the end of what must not be cut although it has marks inside and begins at start: a URL, an e-mail address, a
// @handle, a #hashtag, the name of a file, a face. It returns start if there is none.
func (s *splitter) whole(start, end int) int {
	piece := s.low[start:min(end, start+longestAddress)]
	switch b := piece[0]; {
	case b == '@' || b == '#':
		return start + tagLength(piece)
	case !isWordByte(b):
		return start + s.faceLength(start, end)
	case isURL(piece):
		return start + len(trimAddress(piece))
	}
	if at := strings.IndexByte(piece[:min(len(piece), longestName)], '@'); at > 0 {
		return start + emailLength(piece[:min(len(piece), longestEmail)], at)
	}
	if dot := strings.IndexByte(piece[:min(len(piece), longestName)], '.'); dot > 0 {
		return start + s.pathLength(piece, dot)
	}
	return start
}

// isURL reports whether piece begins as a URL does.
func isURL(piece string) bool {
	if strings.IndexByte("hfwmd", piece[0]) < 0 {
		return false
	}
	for _, prefix := range []string{"http://", "https://", "ftp://", "www.", "mailto:", "doi:"} {
		if len(piece) > len(prefix) && strings.HasPrefix(piece, prefix) {
			return true
		}
	}
	return false
}

// tagLength returns the length of the @handle or #hashtag that begins piece, which has at least one letter, or 0.
func tagLength(piece string) int {
	n, letters := 1, 0
	for n < len(piece) && (isWordByte(piece[n]) || piece[n] >= utf8.RuneSelf) {
		r, size := utf8.DecodeRuneInString(piece[n:])
		if size > 1 && !isWord(r) {
			break
		}
		if !isDigit(r) {
			letters++
		}
		n += size
	}
	if letters == 0 || piece[0] == '@' && isDigit(rune(piece[1])) {
		return 0
	}
	return n
}

// emailLength returns the length of the e-mail address that begins piece and has its @ at at, or 0. Within a company the host may
// be a single word.
func emailLength(piece string, at int) int {
	address := trimAddress(piece)
	if len(address) < at+2 || !isWordByte(address[at+1]) || strings.Count(address, "@") != 1 {
		return 0
	}
	return len(address)
}

// pathLength returns the length of the site with a path or of the name of a file that begins piece and has its first full stop at
// dot, or 0.
func (s *splitter) pathLength(piece string, dot int) int {
	n := dot
	for n < len(piece) && (isWordByte(piece[n]) || piece[n] == '.' || piece[n] == '-') {
		n++
	}
	if n < len(piece) && piece[n] == '/' && s.siteName(piece[:n]) {
		return len(trimAddress(piece))
	}
	name := trimAddress(piece)
	if last := strings.LastIndexByte(name, '.'); s.files[name[last+1:]] && !strings.ContainsAny(name, "()[]/,:;!?") {
		return len(name)
	}
	return 0
}

// siteName reports whether text, in small letters, begins with the name of a site or of a newsgroup: "example.com",
// "comp.lang.misc".
func (s *splitter) siteName(text string) bool {
	n, dots, short := 0, 0, false
	last := -1 // the last full stop
	for n < len(text) && (isWordByte(text[n]) || text[n] == '-' || text[n] == '.' && n+1 < len(text) && isWordByte(text[n+1])) {
		if text[n] == '.' {
			short = short || n-last < 3
			last = n
			dots++
		}
		n++
	}
	if dots == 0 {
		return false
	}
	return s.sites[text[last+1:n]] || dots > 1 && !short && n-last > 2
}

// trimAddress cuts what ends the sentence and not the address. A bracket belongs to it if it was opened in it.
func trimAddress(s string) string {
	if i := strings.IndexAny(s, "<>\"“”‘’«»"); i > 0 {
		s = s[:i]
	}
	extra := strings.Count(s, ")") - strings.Count(s, "(") // brackets that close and were not opened
	for {
		s = strings.TrimRight(s, ".,;:!?'…]")
		if extra <= 0 || !strings.HasSuffix(s, ")") {
			return s
		}
		s = s[:len(s)-1]
		extra--
	}
}

// faceLength returns the length of the face made of marks that begins at start, or 0. A face stands at an end of the piece, and no
// word is tied to it.
func (s *splitter) faceLength(start, end int) int {
	if !s.faceStarts[s.low[start]] {
		return 0
	}
	for n := min(4, end-start); n > 1; n-- {
		if s.faces[s.low[start:start+n]] {
			begins := start == 0 || isSpaceByte(s.text[start-1])
			ends := start+n == end
			if begins && (ends || !isWordByte(s.text[start+n])) || ends && !isWordByte(s.text[end-1]) && s.text[start] != '(' {
				return n
			}
		}
	}
	return 0
}

func isSpaceByte(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func isWordByte(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}
