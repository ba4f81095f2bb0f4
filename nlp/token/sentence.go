package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A walker goes through the tokens of a document and cuts them into sentences.
type walker struct {
	*Annotator
	doc     *nlp.Document
	marks   marks
	wrapped int // the width of lines, or 0
	first   int // the first token of the sentence
	core    int // its last token so far that is no mark that closes
	next    role
}

// sentences returns the sentences that the tokens of doc form.
func (a *Annotator) sentences(doc *nlp.Document) []nlp.Sentence {
	out := make([]nlp.Sentence, 0, len(doc.Tokens)/15+1)
	w := walker{Annotator: a, doc: doc, marks: marks{Annotator: a, doc: doc}, wrapped: wrapWidth(doc.Text)}
	if len(doc.Tokens) > 0 {
		w.next = w.marks.role(0)
	}
	for i := range doc.Tokens {
		if w.next != closes || i == w.first {
			w.core = i
		}
		if i+1 < len(doc.Tokens) && !w.breaks(i) {
			continue
		}
		out = append(out, nlp.Sentence{
			Span: nlp.Span{Start: doc.Tokens[w.first].Start, End: doc.Tokens[i].End}, First: w.first, Count: i + 1 - w.first,
		})
		w.first = i + 1
	}
	return out
}

// breaks reports whether a sentence ends after token i, which is not the last of the text.
func (w *walker) breaks(i int) bool {
	gap := w.doc.Text[w.doc.Tokens[i].End:w.doc.Tokens[i+1].Start]
	if gap != " " && gap != "" && breaksLine(gap) && w.lineEnds(i, gap) {
		w.marks.paragraph()
		w.next = w.marks.role(i + 1)
		return true
	}
	w.next = w.marks.role(i + 1)
	return w.ends(i, gap)
}

// ends reports whether a sentence ends after token i by what the tokens are. What ends it may be followed by marks that close.
func (w *walker) ends(i int, gap string) bool {
	end, next := &w.doc.Tokens[w.core], &w.doc.Tokens[i+1]
	sort := terminators[end.Lower[len(end.Lower)-1]]
	if w.next == closes {
		return false
	}
	if sort == 0 {
		return w.endsOtherwise(i)
	}
	word := end.Lower
	switch {
	case strings.Trim(word, "!?") == "" || sort == exclaims && strings.Trim(word, ".!?") == "":
		sort = exclaims
	case word == ".":
		sort = stops
	case strings.Trim(word, ".…") == "":
		sort = trails
	case sort == stops:
		sort = shortens
	default:
		return w.marked[word] && w.starters[next.Lower]
	}
	c := context{walker: w, i: i, gap: gap, next: next, text: w.doc.Text[next.Start:], closed: w.core < i}
	if c.continues() {
		return false
	}
	switch sort {
	case exclaims:
		return c.afterExclamation()
	case stops:
		return c.afterStop()
	case trails:
		return c.startsSentence() && (gap != "" || len(word) > 3) && !(c.closed && w.saidAfter(i+1))
	}
	return c.afterAbbreviation(end)
}

// endsOtherwise reports whether a sentence without a full stop or the like ends after token i: :) They; “But—” “No!”; a URL
func (w *walker) endsOtherwise(i int) bool {
	tok, next := &w.doc.Tokens[i], &w.doc.Tokens[i+1]
	switch {
	case w.core == i:
		return tok.Len() > 4 && isURL(tok.Lower) && (startsUpper(w.doc.Text[next.Start:]) || isURL(next.Lower))
	case w.marks.smiles(tok.Lower):
		return startsUpper(w.doc.Text[next.Start:])
	}
	switch w.doc.Tokens[w.core].Lower {
	case "—", "–", "--":
		return w.next == opens && next.Lower != "("
	}
	return false
}

// The sorts of tokens that may end a sentence.
const (
	stops    = 1 + iota // .
	exclaims            // ! ?
	trails              // ...
	shortens            // U.S.
)

// terminators has for the last byte of a token the sort of end that it may be; 0xa6 is the last byte of …, and of others.
var terminators = [256]uint8{'.': stops, '!': exclaims, '?': exclaims, 0xa6: trails}

// A context is a place where a sentence may end.
type context struct {
	*walker
	i      int        // the last token before it
	gap    string     // the white space there
	next   *nlp.Token // the token after it
	text   string     // from that token on
	closed bool       // a mark that closes stands between the end and here
}

// continues reports whether what follows cannot begin a sentence.
func (c *context) continues() bool {
	switch c.next.Lower {
	case ",", ";", ":", "%", "/", "=", "'s":
		return true
	case ".":
		return true // . . .
	case "..", "...", "…":
		return c.gap == ""
	case "—", "–", "-", "--":
		return c.closed // “We won,” — Anna Berg
	}
	return false
}

// startsSentence reports whether what follows looks like the beginning of a sentence: a capital or a number, behind marks that open.
func (c *context) startsSentence() bool {
	for n, r := range c.text {
		if n > 8 {
			break
		}
		if strings.ContainsRune("“‘\"'«„([‹", r) {
			continue
		}
		return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r)
	}
	return false
}

// afterExclamation reports whether a question mark or an exclamation mark ends the sentence.
func (c *context) afterExclamation() bool {
	if startsLower(c.text) {
		// “Really?” he asked; the Mamma Mia! star
		return !c.closed && c.gap != "" && !(c.core > c.first+1 && startsUpper(c.doc.Tokens[c.core-1].In(c.doc.Text)))
	}
	if c.gap == "" && !c.startsSentence() {
		return false
	}
	return !(c.closed && c.saidAfter(c.i+1))
}

// afterStop reports whether a full stop ends the sentence.
func (c *context) afterStop() bool {
	switch {
	case c.listNumber():
		return false
	case startsLower(c.text):
		return !c.closed && (c.gap != "" || isWordByte(c.text[0])) && !c.spacedDots()
	case c.gap == "":
		return c.startsSentence() && !isDigit(rune(c.text[0]))
	}
	return true
}

// spacedDots reports whether the full stop is not the first in a row: . . .
func (c *context) spacedDots() bool {
	return c.core > c.first && c.doc.Tokens[c.core-1].Lower == "."
}

// listNumber reports whether the full stop follows a number or a letter that counts the items of a list, at the beginning of a sentence
// or, as in “three things: 1. peace, 2. bread”, within it.
func (c *context) listNumber() bool {
	if c.i != c.core || c.core == c.first || c.gap == "" {
		return false
	}
	number := c.doc.Tokens[c.core-1].Lower
	digits := isDigit(rune(number[0]))
	if c.core-1 == c.first {
		return len(number) <= 2 && (digits || len(number) == 1) || digits && len(number) <= 4 && strings.Contains(number, ".")
	}
	switch c.doc.Tokens[c.core-2].Lower {
	case ":":
		return digits && len(number) <= 2
	case ",", ";", "and", "or":
		return digits && len(number) <= 2 && startsLower(c.text)
	}
	return false
}

// afterAbbreviation reports whether a sentence ends with the abbreviation end.
func (c *context) afterAbbreviation(end *nlp.Token) bool {
	word := end.Lower
	initial := startsUpper(end.In(c.doc.Text)) && strings.IndexByte(word, '.') == len(word)-1 && lastLetter(word[:len(word)-1])
	switch {
	case initial: // what follows is no initial either
		return c.core > c.first && c.starters[c.next.Lower] && startsUpper(c.text) && c.next.Len() > 1
	case c.titles[word], c.within[word], c.numbers[word]:
		return false
	case c.walker.next == opens:
		return c.startsSentence() && c.next.Lower != "(" && c.next.Lower != "["
	case !startsUpper(c.text):
		return false
	case word == "a.m." || word == "p.m.":
		return c.starters[c.next.Lower] || c.core-c.first > 4 && !c.clock[c.next.Lower]
	}
	return c.starters[c.next.Lower]
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}
