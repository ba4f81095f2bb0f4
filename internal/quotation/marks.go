// Package quotation finds quotation marks of all kinds and pairs them.
package quotation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Marked is a stretch of text between quotation marks, which belong to it. Whether it quotes somebody, or is a title or
// irony, its marks do not tell.
type Marked struct {
	nlp.Span
	Depth     int  // 0 for the outermost
	Unclosed  bool // no mark closes it; it ends with its paragraph
	Continues bool // it takes up the unclosed one of the paragraph before
}

// maxDepth is how deep quotation marks may nest; openings beyond it are passed over.
const maxDepth = 4

// Marks returns the stretches of text between quotation marks, in the order of their starts; of two, one contains the other or
// they are apart. It takes linear time.
//
// Marks are paired within a paragraph by a stack. A mark's glyph says whether it opens or closes, unless it stands where only
// the other makes sense ("”Fear”, he said"); the straight mark goes by its neighbours. As is the custom of newspapers, a quotation
// that runs on over paragraphs opens anew in each and closes only in the last, so one that is never closed ends with its
// paragraph. Single marks must be closed, or else they are apostrophes, unless a whole paragraph opens with one.
func Marks(text string) []Marked {
	s := scanner{text: text}
	wrapped := IsWrapped(text)
	for start := 0; start < len(text); {
		end := paragraphEnd(text, start, wrapped)
		s.paragraph(start, end)
		start = end
	}
	return s.found
}

// IsWrapped reports whether lines of text are broken to fit a width, so that a line end alone ends no paragraph: most lines
// that another follows at once end within a sentence.
func IsWrapped(text string) bool {
	within, ended := 0, 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\n' || text[i+1] == '\n' || text[i+1] == '\r' {
			continue
		}
		line := strings.TrimRight(text[max(0, i-8):i], " \t\r")
		if line == "" || strings.HasSuffix(line, "\n") {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(line); unicode.IsLetter(r) || unicode.IsDigit(r) || r == ',' {
			within++
		} else {
			ended++
		}
	}
	return within > ended && within >= 3
}

// paragraphEnd returns the end of the paragraph that begins at start: after a blank line, or any line unless text is wrapped.
func paragraphEnd(text string, start int, wrapped bool) int {
	for i := start; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		next := i + 1
		for next < len(text) && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r') {
			next++
		}
		if !wrapped || next == len(text) || text[next] == '\n' {
			return i + 1
		}
	}
	return len(text)
}

// A side says what a mark may do where it stands.
type side uint8

const (
	opens side = 1 << iota
	closes
)

// A family is a set of glyphs of which each may close what another opened.
type family uint8

const (
	double    family = iota + 1 // “ ” „ ‟ " `` ''
	single                      // ‘ ’ ‚ ‛ '
	guillemet                   // « »
	angle                       // ‹ ›
	corner                      // 「 」
	white                       // 『 』
)

// A scanner holds the state of one call of Marks.
type scanner struct {
	text      string
	found     []Marked
	open      []opening // the stack of the present paragraph
	unclosed  bool      // the paragraph before ended with an open quotation
	lastClose int       // where the last mark of the paragraph that may close a single one begins
}

// An opening is a mark that opened a quotation.
type opening struct {
	family family
	glyph  rune
	found  int // index in scanner.found
}

// paragraph finds the quotations of text[start:end].
func (s *scanner) paragraph(start, end int) {
	trimmed := start + len(strings.TrimRightFunc(s.text[start:end], unicode.IsSpace))
	first := end - len(strings.TrimLeftFunc(s.text[start:end], unicode.IsSpace))
	if trimmed <= first {
		return // a blank line ends nothing
	}
	s.open = s.open[:0]
	s.lastClose = s.lastSingle(first, trimmed)
	base := len(s.found)
	for i := first; i < trimmed; {
		r, size := utf8.DecodeRuneInString(s.text[i:trimmed])
		if f, n := s.glyph(r, i, trimmed); f != 0 {
			s.mark(f, r, i, n, first, trimmed)
			size = n
		}
		i += size
	}
	before := s.unclosed
	s.unclosed = s.settle(base, first, trimmed)
	if before && base < len(s.found) && s.found[base].Start == first {
		s.found[base].Continues = true
	}
}

// glyph returns the family of the mark at i, and its size in bytes, or 0.
func (s *scanner) glyph(r rune, i, end int) (family, int) {
	switch r {
	case '“', '”', '„', '‟', '"', '＂':
		return double, utf8.RuneLen(r)
	case '`':
		if i+1 < end && s.text[i+1] == '`' {
			return double, 2
		}
	case '\'':
		if i+1 < end && s.text[i+1] == '\'' {
			return double, 2
		}
		return single, 1
	case '‘', '’', '‚', '‛':
		return single, utf8.RuneLen(r)
	case '«', '»':
		return guillemet, utf8.RuneLen(r)
	case '‹', '›':
		return angle, utf8.RuneLen(r)
	case '「', '」':
		return corner, utf8.RuneLen(r)
	case '『', '』':
		return white, utf8.RuneLen(r)
	}
	return 0, 0
}

// mark handles the mark of n bytes at i in the paragraph from first to end.
func (s *scanner) mark(f family, r rune, i, n, first, end int) {
	prev, _ := utf8.DecodeLastRuneInString(s.text[first:i])
	next, _ := utf8.DecodeRuneInString(s.text[i+n : end])
	if i == first {
		prev = ' '
	}
	if i+n == end {
		next = ' '
	}
	if f == single && s.apostrophe(r, prev, next, i, n, first, end) {
		return
	}
	level := s.openOf(f)
	switch s.sides(f, r, prev, next, level >= 0) {
	case opens:
		if f == double && r == '"' && unicode.IsDigit(prev) {
			return // inches
		}
		if f == single && s.lastClose < i+n && !(i == first && r == '‘') {
			return // nothing closes it
		}
		if len(s.open) >= maxDepth {
			return
		}
		s.open = append(s.open, opening{f, r, len(s.found)})
		s.found = append(s.found, Marked{Span: nlp.Span{Start: i, End: i}, Depth: len(s.open) - 1})
	case closes:
		if level < 0 {
			return
		}
		// What was opened within and is still open will not be closed any more.
		s.open = s.open[:level+1]
		s.found[s.open[level].found].End = i + n
		s.open = s.open[:level]
	}
}

// openOf returns the level of the innermost open mark of family f, or -1.
func (s *scanner) openOf(f family) int {
	for level := len(s.open) - 1; level >= 0; level-- {
		if s.open[level].family == f {
			return level
		}
	}
	return -1
}

// sides decides whether a mark between prev and next opens or closes, given whether one of its family is open.
func (s *scanner) sides(f family, r, prev, next rune, open bool) side {
	canOpen := !unicode.IsSpace(next) && (unicode.IsSpace(prev) || isOpener(prev))
	canClose := !unicode.IsSpace(prev) && (unicode.IsSpace(next) || isCloser(next))
	switch r {
	case '“', '‘', '‟', '‛', '`':
		if open && !canOpen && canClose {
			return closes // “so“, or the German „so“
		}
		return opens
	case '”', '’', '」', '』':
		if !open && canOpen && !canClose {
			return opens
		}
		return closes
	case '„', '‚', '「', '『':
		return opens
	case '»', '›':
		if !open && canOpen {
			return opens // »so«
		}
		if open && s.open[s.openOf(f)].glyph == r && canOpen {
			return opens
		}
		return closes
	case '«', '‹':
		if open && s.open[s.openOf(f)].glyph != r && !canOpen {
			return closes
		}
		return opens
	}
	switch {
	case canOpen && !canClose:
		return opens
	case canClose && !canOpen:
		return closes
	case open:
		return closes
	case unicode.IsLetter(prev) && unicode.IsLetter(next) && f == double:
		return opens // a space was left out: he said"no
	case f == single:
		return 0
	}
	return opens
}

// isOpener reports whether a mark after r may open.
func isOpener(r rune) bool {
	return strings.ContainsRune("([{<—–-/:…=*_>|“‘\"'„«‹「『,;¿¡", r)
}

// isCloser reports whether a mark before r may close.
func isCloser(r rune) bool {
	return strings.ContainsRune(")]}>.,;:!?—–-/…*_|”’\"'»›」』", r)
}

// apostrophe reports whether the single mark at i is no quotation mark: within a word, before what was left out ("’90s",
// "’em"), on both sides of an "n", or after a plural's possessor, or what lost its end, when a later mark can close.
func (s *scanner) apostrophe(r, prev, next rune, i, n, first, end int) bool {
	wordBefore := unicode.IsLetter(prev) || unicode.IsDigit(prev)
	wordAfter := unicode.IsLetter(next) || unicode.IsDigit(next)
	if wordBefore && wordAfter {
		return true
	}
	open := s.openOf(single) >= 0
	if wordAfter && r != '‚' && elided(s.text[i+n:end]) {
		return open || !unicode.IsSpace(prev) || !s.endsSpeech(i+n, end) // "'Tis late,' she said" has no other mark to open it
	}
	if wordBefore && !open {
		return true
	}
	before := s.text[first:i]
	if prev == 'n' && isAnd(before) {
		return true
	}
	if open && wordBefore && next == ' ' && s.lastClose > i && r != '‘' && mayLack(before) {
		after, _ := utf8.DecodeRuneInString(s.text[min(i+n+1, end):end])
		return unicode.IsLower(after) && s.closesLater(i+n, end)
	}
	return false
}

// isAnd reports whether before ends with an "and" of which the first mark and the letter are left: "rock 'n" of "rock 'n' roll".
func isAnd(before string) bool {
	rest, ok := strings.CutSuffix(strings.ToLower(lastBytes(before, 5)), "n")
	if !ok {
		return false
	}
	mark, size := utf8.DecodeLastRuneInString(rest)
	if mark != '\'' && mark != '’' && mark != '‘' {
		return false
	}
	rest = rest[:len(rest)-size]
	return rest != "" && unicode.IsSpace(rune(rest[len(rest)-1]))
}

// cutWords are words whose end is left out.
var cutWords = []string{"lil", "o", "ol"}

// mayLack reports whether before ends with a word that may have an apostrophe behind it: a plural's possessor, or a word whose end is left out
// ("talkin' loud").
func mayLack(before string) bool {
	word := lastBytes(before, 16)
	at := strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	word = strings.ToLower(word[at+1:])
	switch {
	case word == "":
		return false
	case strings.HasSuffix(word, "in"):
		return len(word) >= 4 && !strings.HasSuffix(word, "ain")
	case strings.ContainsRune("szx", rune(word[len(word)-1])):
		return true
	}
	return slices.Contains(cutWords, word)
}

// lastBytes returns the last n bytes of s.
func lastBytes(s string, n int) string { return s[max(0, len(s)-n):] }

// elidedWords are words whose beginning is left out.
var elidedWords = []string{"em", "til", "till", "cause", "cuz", "n", "tis", "twas", "bout", "round", "nuff", "ere", "neath", "cos", "twill", "twere"}

// elided reports whether the word at the start of after lost its beginning, as years do too.
func elided(after string) bool {
	end := 0
	for end < len(after) && (after[end]|0x20 >= 'a' && after[end]|0x20 <= 'z' || after[end] >= '0' && after[end] <= '9') {
		end++
	}
	word := after[:end]
	if len(word) >= 2 && word[0] >= '0' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9' {
		return len(word) == 2 || len(word) == 3 && word[2] == 's' // ’16, ’90s
	}
	for _, w := range elidedWords {
		if len(w) == len(word) && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// closesLater reports whether a single mark that follows soon after i closes for sure: after punctuation, or before it.
func (s *scanner) closesLater(i, end int) bool {
	const far = 400
	end = min(end, i+far)
	for ; i < end; i++ {
		n := 0
		if s.text[i] == '\'' {
			n = 1
		} else if strings.HasPrefix(s.text[i:end], "’") {
			n = 3
		} else if strings.HasPrefix(s.text[i:end], "‘") {
			return false
		}
		if n > 0 && i > 0 {
			prev, _ := utf8.DecodeLastRuneInString(s.text[:i])
			next, _ := utf8.DecodeRuneInString(s.text[i+n:])
			if !unicode.IsSpace(prev) && (i+n == len(s.text) || unicode.IsSpace(next) || isCloser(next)) {
				return true
			}
			if unicode.IsSpace(prev) && s.text[i] == '\'' {
				return false
			}
		}
	}
	return false
}

// endsSpeech reports whether the next single mark that follows soon after i, and is in no word, closes a quotation for sure: behind a comma, a full stop,
// a question or an exclamation.
func (s *scanner) endsSpeech(i, end int) bool {
	const far = 400
	end = min(end, i+far)
	for ; i < end; i++ {
		n := 0
		switch {
		case s.text[i] == '\'':
			n = 1
		case strings.HasPrefix(s.text[i:end], "’"):
			n = 3
		case strings.HasPrefix(s.text[i:end], "‘"):
			return false
		default:
			continue
		}
		next, _ := utf8.DecodeRuneInString(s.text[i+n:])
		if unicode.IsLetter(next) && s.text[i-1] != ' ' {
			continue
		}
		return strings.IndexByte(",.!?", s.text[i-1]) >= 0
	}
	return false
}

// lastSingle returns where the last mark that may close a single quotation begins in text[first:end], or -1.
func (s *scanner) lastSingle(first, end int) int {
	next := ' '
	for i := end; i > first; {
		r, size := utf8.DecodeLastRuneInString(s.text[first:i])
		i -= size
		if r == '\'' || r == '’' || r == '‘' {
			prev, _ := utf8.DecodeLastRuneInString(s.text[first:i])
			if i > first && !unicode.IsSpace(prev) && (unicode.IsSpace(next) || isCloser(next)) {
				return i
			}
		}
		next = r
	}
	return -1
}

// settle ends the quotations found since base that no mark closed: with the paragraph, or where another of the kind begins. It
// reports whether there was one that the paragraph ended. Those within a closed one, and single ones that may be apostrophes, are
// dropped.
func (s *scanner) settle(base, first, end int) bool {
	var ends [maxDepth + 1]int
	depth, kept, unclosed := 0, base, false
	for k := base; k < len(s.found); k++ {
		m := s.found[k]
		for depth > 0 && ends[depth-1] <= m.Start {
			depth--
		}
		if m.End == m.Start {
			r, size := utf8.DecodeRuneInString(s.text[m.Start:])
			lone := r == '\'' || r == '‘' || r == '’' || r == '»' || r == '›'
			if depth > 0 || lone && !(m.Start == first && r == '‘') || m.Start+size >= end {
				continue
			}
			m.End, m.Unclosed = end, true
			if k+1 < len(s.found) && strings.HasPrefix(s.text[s.found[k+1].Start:], string(r)) {
				m.End = m.Start + len(strings.TrimRightFunc(s.text[m.Start:s.found[k+1].Start], unicode.IsSpace))
			}
			unclosed = m.End == end
		}
		m.Depth = depth
		ends[depth] = m.End
		depth++
		s.found[kept] = m
		kept++
	}
	s.found = s.found[:kept]
	return unclosed
}

// Within tells, for each token, whether it stands in one of marks, whose order is that of Marks.
func Within(marks []Marked, tokens []nlp.Token) []bool {
	out := make([]bool, len(tokens))
	next, end := 0, 0
	for i := range tokens {
		for ; next < len(marks) && marks[next].Start <= tokens[i].Start; next++ {
			end = max(end, marks[next].End)
		}
		out[i] = tokens[i].End <= end
	}
	return out
}
