package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// joinAcronyms joins acronyms to the names that they stand for, wherever in the text: "European Union" … "EU", "the EU" … "European
// Union". In parentheses right after a name an acronym need only be made of its letters: "Hungarian State Railways (MÁV)"; and of an
// organisation of several words it may be that in another language: "Italian Episcopal Conference (CEI)". The type is that of the long
// name.
func (r *resolver) joinAcronyms() {
	long := make(map[string]int) // first chain by the initials of its name
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] == nlp.Person || r.typed[x.name] == nlp.Group {
			continue
		}
		f := &r.forms[x.name]
		if len(f.words) < 2 {
			continue
		}
		for _, s := range initials(f.words) {
			if _, ok := long[s]; !ok {
				long[s] = x.chain
			}
		}
	}
	last := nlp.None // name before
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		f := &r.forms[x.name]
		if f.upper {
			if c, ok := long[f.key]; ok && utf8.RuneCountInString(f.key) <= 6 {
				r.adopt(m, c)
			} else if last != nlp.None && r.opensParenthesis(x.first-1, last) && r.typed[r.mentions[last].name] != nlp.Person && r.typed[r.mentions[last].name] != nlp.Group &&
				(madeOf(f.key, r.forms[r.mentions[last].name].words) || r.abbreviates(x, last)) {
				r.adopt(m, r.mentions[last].chain)
			}
		}
		last = m
	}
}

// adopt joins the chain of name m to chain c, and gives it c's type.
func (r *resolver) adopt(m, c int) {
	c = r.find(c)
	t, types := r.chains[c].typ, r.chains[c].types
	c = r.join(c, r.mentions[m].chain)
	r.chains[c].typ, r.chains[c].types = t, types
}

// abbreviates reports whether the acronym x, alone in its parentheses, stands for the organisation last before them.
func (r *resolver) abbreviates(x *mention, last int) bool {
	long := &r.mentions[last]
	if r.typed[long.name] != nlp.Organization || r.typed[x.name] != nlp.Organization || len(r.forms[long.name].words) < 2 {
		return false
	}
	return x.last+1 < len(r.doc.Tokens) && (r.doc.Tokens[x.last+1].Lower == ")" || r.doc.Tokens[x.last+1].Lower == "]")
}

// opensParenthesis reports whether token t is a parenthesis or bracket that opens right after the mention before.
func (r *resolver) opensParenthesis(t, before int) bool {
	return t >= 0 && r.mentions[before].last == t-1 && (r.doc.Tokens[t].Lower == "(" || r.doc.Tokens[t].Lower == "[")
}

// small words are left out of most acronyms.
var smallWords = wordSet("of the and for in on to & de la du des der")

// initials returns what the acronym of words can be: the initials without small words, and with them.
func initials(words []string) []string {
	var short, full strings.Builder
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			if part == "" {
				continue
			}
			c := initial(part)
			full.WriteRune(c)
			if !smallWords[part] {
				short.WriteRune(c)
			}
		}
	}
	var out []string
	if utf8.RuneCountInString(short.String()) > 1 {
		out = append(out, short.String())
	}
	if full.Len() != short.Len() {
		out = append(out, full.String())
	}
	return out
}

// madeOf reports whether the letters of acronym stand in this order in words, each word that gives one giving its first.
func madeOf(acronym string, words []string) bool {
	letters := []rune(acronym)
	all := []rune(strings.Join(words, " "))
	i := 0
	for j, c := range all {
		if i < len(letters) && c == letters[i] && (i > 0 || j == 0 || all[j-1] == ' ') {
			i++
		}
	}
	return i == len(letters) && len(letters) > 1
}
