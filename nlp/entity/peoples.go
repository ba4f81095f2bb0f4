package entity

import (
	_ "embed"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// peoples.txt has a line for the words of each country's people, nouns and adjectives; written by train/facts.
//
//go:embed peoples.txt
var peoplesTxt string

// groups.txt has peoples that are no country's, and faiths.
//
//go:embed groups.txt
var groupsTxt string

func (l *lexicon) readPeoples() {
	for line := range strings.Lines(peoplesTxt + groupsTxt) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Split(strings.TrimSpace(line), "|")
		for _, w := range words {
			if _, ok := l.peoples[w]; !ok {
				l.peoples[w] = words[0]
			}
		}
	}
}

// joinPeoples joins the words for one people or camp, noun and adjective, singular and plural: "Muslim" … "Muslims", "Poles" …
// "Polish". The country that they come from is another thing.
func (r *resolver) joinPeoples() {
	chains := make(map[string]int)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Group {
			continue
		}
		k := r.lexicon.people(r.forms[x.name].key)
		if c, ok := chains[k]; ok {
			r.join(c, x.chain)
		} else {
			chains[k] = x.chain
		}
	}
}

// people returns one form for all the words of one people.
func (l *lexicon) people(word string) string {
	if p, ok := l.peoples[word]; ok {
		return p
	}
	stem := word
	if n := len(stem); n > 4 && strings.HasSuffix(stem, "s") && !strings.HasSuffix(stem, "ss") {
		stem = stem[:n-1]
	}
	if p, ok := l.peoples[stem]; ok {
		return p
	}
	if n := len(stem); n > 6 && strings.HasSuffix(stem, "ish") { // "Kurdish", "Kurds"
		stem = stem[:n-3]
	}
	return stem
}
