package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// sentences returns the sentences that the tokens of doc form.
func (a *Annotator) sentences(doc *nlp.Document) []nlp.Sentence {
	out := make([]nlp.Sentence, 0, len(doc.Tokens)/15+1)
	wrapped := wrapWidth(doc.Text)
	first := 0
	for i := range doc.Tokens {
		if i+1 < len(doc.Tokens) && !a.breaks(doc, first, i, wrapped) {
			continue
		}
		out = append(out, nlp.Sentence{
			Span: nlp.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[i].End}, First: first, Count: i + 1 - first,
		})
		first = i + 1
	}
	return out
}

// wrapWidth returns the width at which the lines of text were broken, or 0 if each line is a paragraph: lines are taken for
// broken if most are of nearly one length and none is much longer.
func wrapWidth(text string) int {
	longest, lines, full := 0, 0, 0
	for line := range strings.Lines(text) {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	if longest > 100 || longest < 40 {
		return 0
	}
	for line := range strings.Lines(text) {
		switch n := utf8.RuneCountInString(strings.TrimSpace(line)); {
		case n == 0:
		case n > longest-15:
			full++
			lines++
		default:
			lines++
		}
	}
	if full*2 > lines && lines > 2 {
		return longest
	}
	return 0
}

// breaks reports whether a sentence that begins with token first ends after token i, which is not the last of the text.
func (a *Annotator) breaks(doc *nlp.Document, first, i, wrapped int) bool {
	tok, next := &doc.Tokens[i], &doc.Tokens[i+1]
	gap := doc.Text[tok.End:next.Start]
	if strings.ContainsAny(gap, "\n\r\u2028\u2029") && a.lineEnds(doc, i, gap, wrapped) {
		return true
	}
	// What ends the sentence may be followed by marks that close.
	last := i
	for last > first && closing(doc, last) {
		last--
	}
	if closing(doc, i+1) && gap == "" {
		return false // the mark still belongs to this sentence
	}
	end := &doc.Tokens[last]
	word := end.Lower
	switch {
	case word == "!" || word == "?" || strings.Trim(word, "!?") == "" && word != "":
		if last < i && a.saidAfter(doc, i+1) {
			return false
		}
		return !startsLower(doc.Text[next.Start:])
	case word == ".":
		if startsLower(doc.Text[next.Start:]) && gap != "" {
			return false
		}
		return true
	case word == "…" || strings.Trim(word, ".") == "":
		return startsUpper(doc.Text[next.Start:]) && gap != ""
	case strings.HasSuffix(word, ".") && len(word) > 1:
		return a.abbreviationEnds(doc, end, next)
	}
	return false
}

// abbreviationEnds reports whether a sentence ends with the abbreviation end, given the token after it.
func (a *Annotator) abbreviationEnds(doc *nlp.Document, end, next *nlp.Token) bool {
	if a.titles[end.Lower] || letters(strings.TrimSuffix(end.Lower, ".")) == 1 {
		return false
	}
	if !startsUpper(doc.Text[next.Start:]) {
		switch next.Lower {
		case "“", "\"", "‘":
			return true
		}
		return false
	}
	return a.starters[next.Lower]
}

// lineEnds reports whether the line break in the gap after token i ends a sentence.
func (a *Annotator) lineEnds(doc *nlp.Document, i int, gap string, wrapped int) bool {
	if strings.Count(strings.ReplaceAll(gap, "\r\n", "\n"), "\n") > 1 || wrapped == 0 || strings.ContainsAny(gap, "\u2029") {
		return true
	}
	next := doc.Text[doc.Tokens[i+1].Start:]
	if r, _ := utf8.DecodeRuneInString(next); strings.ContainsRune("•*–—-", r) && !startsLower(next) {
		return true // a list item
	}
	// A line that is much shorter than the rest was not broken for its length.
	start := strings.LastIndexAny(doc.Text[:doc.Tokens[i].End], "\n\r") + 1
	return utf8.RuneCountInString(doc.Text[start:doc.Tokens[i].End]) < wrapped*3/5
}

// closing reports whether token i is a mark that closes a quotation or a bracket, by what stands around it.
func closing(doc *nlp.Document, i int) bool {
	tok := &doc.Tokens[i]
	switch tok.Lower {
	case ")", "]", "}", "”", "»", "''":
		return true
	case "\"", "'":
		// A straight mark closes if it is tied to what is before it and not to what is after.
		before := tok.Start > 0 && !spaceAt(doc.Text[:tok.Start], false)
		after := tok.End < len(doc.Text) && !spaceAt(doc.Text[tok.End:], true)
		return before && (!after || i+1 < len(doc.Tokens) && closesToo(doc.Tokens[i+1].Lower))
	}
	return false
}

func closesToo(word string) bool {
	switch word {
	case ")", "]", "\"", "'", "”", ",", ".", ";", ":", "?", "!", "-", "–", "—":
		return true
	}
	return false
}

// spaceAt reports whether text begins, or ends, with white space.
func spaceAt(text string, begins bool) bool {
	var r rune
	if begins {
		r, _ = utf8.DecodeRuneInString(text)
	} else {
		r, _ = utf8.DecodeLastRuneInString(text)
	}
	return unicode.IsSpace(r)
}

// saidAfter reports whether token i begins a clause that says who spoke: “Stop!” Mary Smith said.
func (a *Annotator) saidAfter(doc *nlp.Document, i int) bool {
	for j := i; j < len(doc.Tokens) && j < i+6; j++ {
		switch doc.Tokens[j].Lower {
		case "said", "says", "asked", "asks", "cried", "shouted", "added", "wrote", "told", "replied", "yelled", "exclaimed", "tweeted":
			return true
		case ".", "“", "\"", "!", "?", ",":
			return false
		}
	}
	return false
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '$'
}
