package entity

import "github.com/hearsay-nlp/hearsay/nlp"

// maybePerson reports whether the name x, taken for a place or an organisation, has the form of a person's: one to three words
// without article, none of which tells the sort of a thing ("River", "Party") and which are no acronym and no country. Surnames are
// often those of towns, and a "he" that fits nobody else tells them apart.
func (r *resolver) maybePerson(x *mention) bool {
	f := &r.forms[x.name]
	switch r.typed[x.name] {
	case nlp.Organization, nlp.Location, nlp.Work, nlp.Product:
	default:
		return false
	}
	if len(f.words) == 0 || len(f.words) > 3 || f.upper || x.first > 0 && r.doc.Tokens[x.first-1].UPOS == "DET" {
		return false
	}
	if _, country := r.lexicon.countries[f.key]; country || compassPoints[f.words[0]] || seatsOfPower[f.key] {
		return false
	}
	for i := x.first; i <= x.last; i++ {
		tok := &r.doc.Tokens[i]
		if tok.UPOS != "PROPN" || tok.XPOS == "NNPS" || r.lexicon.noun(tok.Lower).types != 0 {
			return false
		}
	}
	return true
}
