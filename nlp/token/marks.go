package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A role is what a token does for the tokens around it.
type role uint8

const (
	plain  role = iota
	opens       // a quotation or a bracket
	closes      // a quotation or a bracket, or it hangs on the sentence before: a reference, a face
)

// marks tells the roles of the tokens of a document, from the first to the last. Quotation marks that look alike at both ends are told
// apart by the spaces around them, and if those do not tell, by which came before in the paragraph.
type marks struct {
	*Annotator
	doc      *nlp.Document
	straight bool // " or '' is open
	low      bool // „ is open, which “ closes
	reversed bool // » is open, which « closes
	citation int  // the last token of a reference in square brackets, "[3]"
}

// paragraph tells that one begins: what is still open there was left open by mistake, or by the custom of long quotations.
func (m *marks) paragraph() { m.straight, m.low, m.reversed = false, false, false }

// role returns the role of token i.
func (m *marks) role(i int) role {
	tok := &m.doc.Tokens[i]
	if b := m.doc.Text[tok.Start]; isWordByte(b) && i > m.citation {
		return plain
	}
	if i <= m.citation && m.citation > 0 {
		return closes
	}
	before, after := m.tied(tok)
	switch tok.Lower {
	case "(", "{", "‘", "‹", "‚":
		return opens
	case ")", "]", "}", "›":
		return closes
	case "[":
		return m.bracket(i)
	case "'":
		if before && !after {
			return closes
		}
		return opens
	case "``":
		m.straight = true
		return opens
	case "\"", "''":
		return m.straightRole(before, after)
	case "“":
		if m.low || before && !after {
			m.low = false
			return closes
		}
		return opens
	case "„":
		m.low = true
		return opens
	case "”":
		if after && !before {
			return opens
		}
		m.low = false
		return closes
	case "»":
		if after && !before {
			m.reversed = true
			return opens
		}
		return closes
	case "«":
		if m.reversed || before && !after {
			m.reversed = false
			return closes
		}
		return opens
	}
	if m.smiles(tok.Lower) {
		return closes
	}
	return plain
}

// smiles reports whether a token is a face or an emoji.
func (m *marks) smiles(word string) bool {
	r := firstRune(word)
	return r >= 0x1f300 && r < 0x1fb00 || m.faces[word]
}

// straightRole returns the role of a straight double mark, given whether it is tied to a word before and after it.
func (m *marks) straightRole(before, after bool) role {
	if before == after {
		m.straight = !m.straight
	} else {
		m.straight = after
	}
	if m.straight {
		return opens
	}
	return closes
}

// tied reports whether a mark follows, and is followed by, something that a mark at that place would belong to.
func (m *marks) tied(tok *nlp.Token) (before, after bool) {
	last, _ := utf8.DecodeLastRuneInString(m.doc.Text[:tok.Start])
	next, _ := utf8.DecodeRuneInString(m.doc.Text[tok.End:])
	before = tok.Start > 0 && !unicode.IsSpace(last) && !strings.ContainsRune("([{—–“‘\"", last)
	after = isWord(next) || strings.ContainsRune("$£€@#…“‘(['", next)
	return before, after
}

// bracket returns the role of the bracket at token i, which may begin a reference: "[3]", "[citation needed]".
func (m *marks) bracket(i int) role {
	toks := m.doc.Tokens[i:]
	if len(toks) < 3 {
		return opens
	}
	switch word := toks[1].Lower; {
	case isDigit(rune(word[0])) && toks[2].Lower == "]":
		m.citation = i + 2
		return closes
	case word == "citation" && len(toks) > 3 && toks[3].Lower == "]":
		m.citation = i + 3
		return closes
	}
	return opens
}
