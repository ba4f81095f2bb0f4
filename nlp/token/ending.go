package token

import (
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An ending is the sort of a token that may end a sentence.
type ending uint8

const (
	none     ending = iota
	stops           // .
	exclaims        // ! ?
	trails          // ...
	shortens        // U.S.
	names           // Yahoo!
)

// mayEnd has the last bytes of the tokens that may end a sentence; 0xa6 is the last byte of …, and of others.
var mayEnd = [256]bool{'.': true, '!': true, '?': true, 0xa6: true}

// endingOf returns the sort of a token.
func endingOf(word string) ending {
	switch last := word[len(word)-1]; {
	case !mayEnd[last]:
		return none
	case word == ".":
		return stops
	case strings.Trim(word, ".…") == "":
		return trails
	case strings.Trim(word, ".!?") == "":
		return exclaims
	case last == '.':
		return shortens
	case last == '!':
		return names
	}
	return none
}

// A place is where a sentence may end.
type place struct {
	*walker
	i      int        // the last token before it
	gap    string     // the white space there
	next   *nlp.Token // the token after it
	text   string     // from that token on
	closed bool       // a mark that closes stands between the end and here
}

// continues reports whether what follows cannot begin a sentence.
func (p *place) continues() bool {
	switch p.next.Lower {
	case ",", ";", ":", "%", "/", "=", "'s", ".": // also of . . .
		return true
	case "..", "...", "…":
		return p.gap == ""
	case "—", "–", "-", "--":
		return p.closed // “We won,” — Anna Berg
	case "(":
		return p.agency()
	}
	return false
}

// agency reports whether what follows is the agency of a dateline, between brackets and before a dash: SPRINGFIELD, Ill. (AP) —
func (p *place) agency() bool {
	const longest = 40 // bytes
	name, rest, ok := strings.Cut(p.text[:min(len(p.text), longest)], ")")
	if !ok || len(name) < 3 || !startsUpper(name[1:]) || !isUpper(p.doc.Tokens[p.first].In(p.doc.Text)) {
		return false
	}
	rest = strings.TrimLeft(rest, " ")
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")
}

// isUpper reports whether a word has three letters or more, all of them capitals.
func isUpper(word string) bool {
	return len(word) > 2 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// startsSentence reports whether what follows looks like the beginning of a sentence: a capital or a number, behind marks that open.
func (p *place) startsSentence() bool {
	for n, r := range p.text {
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
func (p *place) afterExclamation() bool {
	if startsLower(p.text) {
		name := p.core > p.first+1 && startsUpper(p.doc.Tokens[p.core-1].In(p.doc.Text)) // the Mamma Mia! star
		return p.gap != "" && !p.closed && !name                                         // “Really?” he asked
	}
	if p.gap == "" && !p.startsSentence() {
		return false
	}
	return !p.attributes()
}

// afterEllipsis reports whether the dots of word end the sentence.
func (p *place) afterEllipsis(word string) bool {
	return p.startsSentence() && (p.gap != "" || len(word) > 3) && !p.attributes()
}

// attributes reports whether a quotation closes here, and what follows says whose it is.
func (p *place) attributes() bool { return p.closed && p.saidAfter(p.i+1) }

// afterStop reports whether a full stop ends the sentence.
func (p *place) afterStop() bool {
	switch {
	case p.listNumber():
		return false
	case startsLower(p.text):
		return !p.closed && (p.gap != "" || isWordByte(p.text[0])) && !p.spacedDots()
	case p.gap == "":
		return p.startsSentence() && !isDigit(rune(p.text[0])) && p.followsWord()
	}
	return true
}

// followsWord reports whether the end is tied to what is before it, unlike the one of “(.DJI)”.
func (p *place) followsWord() bool {
	last := lastRune(p.doc.Text[:p.doc.Tokens[p.core].Start])
	return !unicode.IsSpace(last) && last != '('
}

// spacedDots reports whether the full stop is not the first in a row: . . .
func (p *place) spacedDots() bool {
	return p.core > p.first && p.doc.Tokens[p.core-1].Lower == "."
}

// listNumber reports whether the full stop follows a number or a letter that counts the items of a list, at the beginning of a sentence
// or, as in “three things: 1. peace, 2. bread”, within it.
func (p *place) listNumber() bool {
	if p.i != p.core || p.core == p.first || p.gap == "" {
		return false
	}
	number := p.doc.Tokens[p.core-1].Lower
	digits := isDigit(rune(number[0]))
	if p.core-1 == p.first {
		return len(number) <= 2 && (digits || len(number) == 1) || digits && len(number) <= 4 && strings.Contains(number, ".")
	}
	switch p.doc.Tokens[p.core-2].Lower {
	case ":":
		return digits && len(number) <= 2
	case ",", ";", "and", "or":
		return digits && len(number) <= 2 && startsLower(p.text)
	}
	return false
}

// afterAbbreviation reports whether a sentence ends with the abbreviation end.
func (p *place) afterAbbreviation(end *nlp.Token) bool {
	word := end.Lower
	initial := startsUpper(end.In(p.doc.Text)) && strings.IndexByte(word, '.') == len(word)-1 && lastLetter(word[:len(word)-1])
	switch {
	case initial: // what follows is no initial either
		return p.core > p.first && p.starters[p.next.Lower] && startsUpper(p.text) && p.next.Len() > 1
	case p.titles[word], p.within[word], p.numbers[word]:
		return false
	case p.walker.next == opens:
		return p.startsSentence() && p.next.Lower != "(" && p.next.Lower != "["
	case !startsUpper(p.text):
		return false
	case word == "a.m." || word == "p.m.":
		return p.starters[p.next.Lower] || p.core-p.first > 4 && !p.clock[p.next.Lower]
	}
	return p.starters[p.next.Lower] || p.companies[word] && p.subjectFollows()
}

// subjectFollows reports whether what follows is a subject of one word with its verb, as in “Orion Inc. Analysts had expected it”.
func (p *place) subjectFollows() bool {
	toks := p.doc.Tokens
	return p.i+2 < len(toks) && p.finite[toks[p.i+2].Lower]
}
