package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A form is a name as names are compared: without article, title and corporate suffix.
type form struct {
	key    string   // the words, joined by a space
	words  []string // in lower case without full stops
	title  int      // token of a title such as "Mr" before the name, or None
	gender gender   // of a person, by title or given name
	upper  bool     // one word, all in capitals: it may be an acronym
}

// formOf returns the form of a name.
func (r *resolver) formOf(n int) form {
	f := form{title: nlp.None}
	name, typ := &r.doc.Names[n], r.typed[n]
	tokens := r.doc.Tokens[name.First : name.First+name.Count]
	words := make([]string, 0, len(tokens))
	for i := range tokens {
		w := strings.ReplaceAll(tokens[i].Lower, ".", "")
		switch {
		case w == "" || w == "," || w == "'s" || w == "'" || w == `"` || w == "-" || w == "(" || w == ")":
			continue
		case len(words) == 0 && (w == "the" || w == "a") && len(tokens) > 1:
			continue
		}
		words = append(words, w)
	}
	if typ == nlp.Person {
		for len(words) > 1 && r.isTitle(words[0]) {
			f.gender = r.lexicon.titles[words[0]]
			words = words[1:]
		}
		for n := len(words); n > 1 && personSuffixes[words[n-1]]; n-- {
			words = words[:n-1]
		}
		if t := name.First - 1; t >= 0 && r.sentence[t] == r.sentence[name.First] {
			if g, ok := r.lexicon.titles[strings.ReplaceAll(r.doc.Tokens[t].Lower, ".", "")]; ok {
				f.title = t
				if g != unknownGender {
					f.gender = g
				}
			}
		}
		if f.gender == unknownGender && len(words) > 1 {
			f.gender = r.lexicon.given[words[0]]
		}
	}
	if typ == nlp.Organization {
		for n := len(words); n > 1 && corporateSuffixes[words[n-1]]; n-- {
			words = words[:n-1]
		}
	}
	if len(words) == 1 {
		f.upper = isUpper(tokens[len(tokens)-1].In(r.doc.Text)) || isUpper(tokens[0].In(r.doc.Text))
	}
	f.words, f.key = words, strings.Join(words, " ")
	return f
}

// isTitle reports whether a word before a name is a title rather than a given name ("Dr", not "King" or "Dean").
func (r *resolver) isTitle(w string) bool {
	_, title := r.lexicon.titles[w]
	_, given := r.lexicon.given[w]
	return title && !given
}

// personSuffixes stand behind a name that is otherwise the same.
var personSuffixes = wordSet("jr sr ii iii iv phd md qc kc sc esq mp mep obe mbe cbe")

// corporateSuffixes tell the legal form of a company.
var corporateSuffixes = wordSet("inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa se nv bv gmbh kg ab as asa oy spa srl pty bhd kk holdings")

// wordSet returns the set of the words of a list.
func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// isUpper reports whether s has at least two letters and they are all capitals.
func isUpper(s string) bool {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			if !unicode.IsUpper(c) {
				return false
			}
			n++
		}
	}
	return n > 1
}

// initial returns the first letter of w.
func initial(w string) rune {
	c, _ := utf8.DecodeRuneInString(w)
	return c
}
