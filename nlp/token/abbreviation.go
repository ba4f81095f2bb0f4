package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations are the lists of abbreviations.txt and starters.txt.
type abbreviations struct {
	titles, numbers, within, others set
	ambiguous                       set // of others, those that are words too, without their full stop
	months, days                    set // "Sun. Oct. 3": months by their first three letters
	starters                        set
	companies                       set // of others, those that end the name of a company
	finite                          set // verbs that show the word before them to be a subject
}

func newAbbreviations() (abbreviations, error) {
	a := abbreviations{starters: readSet(startersTxt)}
	err := readSets(abbreviationsTxt, map[string]*set{
		"title": &a.titles, "number": &a.numbers, "within": &a.within, "other": &a.others, "word": &a.ambiguous,
		"month": &a.months, "day": &a.days, "company": &a.companies, "finite": &a.finite,
	})
	return a, err
}

// longestAbbreviation bounds what is looked up, so that a word of any length costs little.
const longestAbbreviation = 8

// known reports whether word, in small letters and with its full stop, is in one of the lists.
func (a *abbreviations) known(word string) bool {
	return a.titles[word] || a.numbers[word] || a.within[word] || a.others[word]
}

// fullStop reports whether the full stop at pos belongs to the word that begins at start, and whether the word goes on behind it.
func (s *splitter) fullStop(start, pos, end int) (stays, on bool) {
	last, _ := utf8.DecodeLastRuneInString(s.text[start:pos])
	next, _ := utf8.DecodeRuneInString(s.text[pos+1 : end])
	switch {
	case isDigit(last) && isDigit(next): // 1.5
		return true, true
	case unicode.IsLetter(last) && unicode.IsLetter(next) && s.runsOn(start, pos, end):
		return true, true
	}
	return s.abbreviates(start, pos), false
}

// runsOn reports whether letters on both sides of the full stop at pos are of one word: "U.S", "Ph.D.", "example.com", but not
// "Mr.Smith" or "end.The".
func (s *splitter) runsOn(start, pos, end int) bool {
	if lastLetter(s.text[start:pos]) {
		_, size := utf8.DecodeRuneInString(s.text[pos+1 : end])
		if after, _ := utf8.DecodeRuneInString(s.text[pos+1+size : end]); !unicode.IsLetter(after) && !isDigit(after) {
			return true
		}
	}
	for n := pos + 3; n <= min(end, start+longestAbbreviation); n++ {
		if s.low[n-1] == '.' && s.known(s.low[start:n]) {
			return true
		}
	}
	next, _ := utf8.DecodeRuneInString(s.text[pos+1 : end])
	return unicode.IsLower(next) && s.siteName(s.low[start:min(end, start+longestName)])
}

// lastLetter reports whether word ends with a letter on its own, as "U" and "U.S" do.
func lastLetter(word string) bool {
	r, size := utf8.DecodeLastRuneInString(word)
	return unicode.IsLetter(r) && (len(word) == size || word[len(word)-size-1] == '.')
}

// abbreviates reports whether the word [start, pos) is one that the full stop behind it shortens.
func (s *splitter) abbreviates(start, pos int) bool {
	if hyphen := strings.LastIndexByte(s.text[max(start, pos-longestAbbreviation):pos], '-'); hyphen >= 0 { // ex-Gov.
		start = max(start, pos-longestAbbreviation) + hyphen + 1
	}
	capital := startsUpper(s.text[start:pos])
	if pos-start < longestAbbreviation {
		word := s.low[start : pos+1]
		switch {
		case s.titles[word]:
			return capital
		case s.numbers[word] && !(capital && pos-start == 1):
			return s.numberFollows(pos+1) || start > 0 && s.text[start-1] == '('
		case s.within[word] && !capital:
			return true
		case word == "etc.":
			return !s.sentenceFollows(pos + 1)
		case s.others[word]:
			return !s.ambiguous[s.low[start:pos]] || s.unambiguous(start, pos+1, capital)
		}
	}
	return s.initials(start, pos, capital)
}

// initials reports whether the word [start, pos) is an initial, or letters with full stops: "J", "a.k.a".
func (s *splitter) initials(start, pos int, capital bool) bool {
	switch word := s.text[start:pos]; {
	case !lastLetter(word):
		return false
	case word == "I":
		return s.initialFollows(pos + 1)
	case start > 0 && isDigit(rune(s.text[start-1])): // 40C.
		return false
	}
	return capital || strings.IndexByte(s.text[start:pos], '.') == utf8.RuneLen(firstRune(s.text[start:pos]))
}

// unambiguous reports whether a word such as "in." or "Sun.", between start and after, is an abbreviation by what stands around it.
func (s *splitter) unambiguous(start, after int, capital bool) bool {
	if before := strings.TrimRight(s.text[max(0, start-2):start], " "); before != "" && isDigit(rune(before[len(before)-1])) {
		return true
	}
	rest := strings.TrimLeft(s.text[after:min(len(s.text), after+8)], " ")
	if rest == "" || !capital {
		return false
	}
	if s.days[s.low[start:after]] && (startsLower(rest) || len(rest) > 2 && s.months[strings.ToLower(rest[:3])]) {
		return true // Sat. night, Sun. Oct. 3
	}
	return isDigit(rune(rest[0])) || strings.IndexByte(",)-", rest[0]) >= 0
}

// numberFollows reports whether a number follows text[:pos], white space aside: in digits, or in Roman numerals of two letters or more.
func (s *splitter) numberFollows(pos int) bool {
	rest := strings.TrimLeft(s.text[pos:min(len(s.text), pos+8)], " \u00a0")
	if rest == "" {
		return false
	}
	roman := len(rest) - len(strings.TrimLeft(rest, "IVXLC"))
	return isDigit(rune(rest[0])) || roman > 1 && (roman == len(rest) || !isWordByte(rest[roman]))
}

// sentenceFollows reports whether the text or the line ends at pos, or a word with a capital follows.
func (s *splitter) sentenceFollows(pos int) bool {
	rest := strings.TrimLeft(s.text[pos:min(len(s.text), pos+8)], " ")
	return rest == "" || rest[0] == '\n' || rest[0] == '\r' || startsUpper(rest)
}

// initialFollows reports whether an initial, as "M.", follows text[:pos].
func (s *splitter) initialFollows(pos int) bool {
	rest := strings.TrimLeft(s.text[pos:min(len(s.text), pos+8)], " ")
	return len(rest) > 1 && unicode.IsUpper(firstRune(rest)) && strings.IndexByte(rest, '.') == utf8.RuneLen(firstRune(rest))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDigit(r rune) bool { return unicode.IsDigit(r) }

func startsUpper(s string) bool { return unicode.IsUpper(firstRune(s)) }

func startsLower(s string) bool { return unicode.IsLower(firstRune(s)) }
