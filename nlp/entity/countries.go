package entity

import "github.com/hearsay-nlp/hearsay/nlp"

// joinCountries joins the names of one country: "the United States" … "America", "North Korea" … "DPRK".
func (r *resolver) joinCountries() {
	chains := make(map[string]int) // by the entry of the knowledge base
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Location {
			continue
		}
		link, ok := r.lexicon.links[linkKey{r.forms[x.name].key, nlp.Location}]
		if !ok {
			continue
		}
		if c, ok := chains[link.WikidataID]; ok {
			r.join(c, x.chain)
		} else {
			chains[link.WikidataID] = x.chain
		}
	}
}
