package claim

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// stemLetters is how many letters at its start a word for a people shares with the name of its country at least.
const stemLetters = 4

// stemOf returns the first letters of a name of one word, of which a word for its people may be made, or "".
func stemOf(name string) string {
	if len(name) <= stemLetters || strings.ContainsAny(name, " .") {
		return ""
	}
	return strings.ToLower(name[:stemLetters])
}

// landOf returns the state or the place of whose name word is made, as "Ukrainian" is of "Ukraine", if the text speaks of it; or nlp.None.
func (f *finder) landOf(word string) int {
	lower := strings.ToLower(word)
	if state, ok := f.states[lower]; ok {
		if land, ok := f.lands[state]; ok {
			return land
		}
		return nlp.None
	}
	if len(word) <= stemLetters || word == lower {
		return nlp.None
	}
	for _, suffix := range []string{"ian", "ean", "an", "n", "ish", "ese", "i"} {
		root, ok := strings.CutSuffix(lower, suffix)
		if !ok || len(root) < stemLetters {
			continue
		}
		stems := f.stems[root[:stemLetters]]
		for _, e := range stems[:min(len(stems), latest)] {
			if name := strings.ToLower(f.doc.Entities[e].Name); name == root || strings.TrimRight(name, "aeiouy") == strings.TrimRight(root, "aeiouy") {
				return e
			}
		}
	}
	return nlp.None
}

// landsOf returns the states and places in the name of entity e: "Ostrian Defence Ministry" is Ostria's.
func (f *finder) landsOf(e int) []int {
	var out []int
	if f.doc.Entities[e].Type == nlp.Person {
		return nil
	}
	for word := range strings.FieldsSeq(f.doc.Entities[e].Name) {
		if land := f.landOf(word); land != nlp.None && land != e {
			out = append(out, land)
		}
	}
	return out
}
