package entity

import (
	_ "embed"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// countries.txt has a line for the names of each country; written by train/facts.
//
//go:embed countries.txt
var countriesTxt string

func (l *lexicon) readCountries() {
	for line := range strings.Lines(countriesTxt) {
		names := strings.Split(strings.TrimSpace(line), "|")
		for _, name := range names {
			l.countries[name] = names[0]
		}
	}
}

// joinCountries joins the names of one country: "the United States" … "America", "North Korea" … "DPRK".
func (r *resolver) joinCountries() {
	chains := make(map[string]int)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Location {
			continue
		}
		country, ok := r.lexicon.countries[r.forms[x.name].key]
		if !ok {
			continue
		}
		if c, ok := chains[country]; ok {
			r.join(c, x.chain)
		} else {
			chains[country] = x.chain
		}
	}
}
