package token

import (
	"strings"
	"unicode/utf8"
)

// The widths between which text is broken into lines.
const (
	narrowest = 40
	widest    = 100
)

// wrapWidth returns the width at which the lines of text were broken, or 0 if each line is a paragraph: lines are taken for
// broken if most are of nearly one length and none is much longer.
func wrapWidth(text string) int {
	longest := 0
	for line := range strings.Lines(text) {
		if longest = max(longest, width(line)); longest > widest {
			return 0
		}
	}
	if longest < narrowest {
		return 0
	}
	lines, full := 0, 0
	for line := range strings.Lines(text) {
		switch n := width(line); {
		case n > longest-15:
			full++
			lines++
		case n > 0:
			lines++
		}
	}
	if full*2 > lines && lines > 2 {
		return longest
	}
	return 0
}

func width(line string) int { return utf8.RuneCountInString(strings.TrimSpace(line)) }

// breaksLine reports whether gap, the white space between two tokens, holds the end of a line.
func breaksLine(gap string) bool {
	for i := range len(gap) {
		switch gap[i] {
		case '\n', '\r':
			return true
		case 0xe2: // the separators of lines and paragraphs
			if strings.HasPrefix(gap[i:], "\u2028") || strings.HasPrefix(gap[i:], "\u2029") {
				return true
			}
		}
	}
	return false
}

// endsParagraph reports whether gap, the white space between two tokens, holds an empty line.
func endsParagraph(gap string) bool {
	lines := 0
	for i := range len(gap) {
		if gap[i] == '\n' || gap[i] == '\r' && (i+1 == len(gap) || gap[i+1] != '\n') {
			lines++
		}
	}
	return lines > 1 || strings.Contains(gap, "\u2029")
}

// lineEnds reports whether the line break in the gap after token i ends a sentence. If lines are wrapped at a width, it does where the
// line was not broken for its length or a list goes on; if they are not, unless the line plainly goes on.
func (w *walker) lineEnds(i int, gap string) bool {
	if endsParagraph(gap) {
		return true
	}
	last, next := &w.doc.Tokens[i], &w.doc.Tokens[i+1]
	line := width(lastLine(w.doc.Text[:last.End]))
	if w.wrapped == 0 {
		return line < narrowest || !w.dangles(last.In(w.doc.Text)) && !(startsLower(next.In(w.doc.Text)) && isWord(firstRune(last.Lower)))
	}
	if startsItem(next.Lower) && !(i+2 < len(w.doc.Tokens) && startsLower(w.doc.Text[w.doc.Tokens[i+2].Start:])) {
		return true
	}
	return line < w.wrapped*3/5
}

// dangles reports whether no paragraph ends with word, and no heading, which may have it with a capital.
func (w *walker) dangles(word string) bool { return word == "," || w.dangling[word] }

// startsItem reports whether a token is what begins the items of a list.
func startsItem(word string) bool {
	switch word {
	case "•", "*", "–", "—", "-", "·", "▪", "■", "►", "»", "◦", "‣":
		return true
	}
	return false
}

// lastLine returns the last line of text, of which it looks at no more than a wrapped line may have.
func lastLine(text string) string {
	text = text[max(0, len(text)-4*widest):]
	return text[strings.LastIndexAny(text, "\n\r")+1:]
}
