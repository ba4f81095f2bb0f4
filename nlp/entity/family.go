package entity

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// family reports whether the name x stands for several people of a surname, which is among surnames: "the Smiths".
func (r *resolver) family(x *mention, surnames map[string]bool) bool {
	if x.first != x.last || x.first == 0 || r.doc.Tokens[x.first-1].Lower != "the" {
		return false
	}
	one, ok := strings.CutSuffix(r.doc.Tokens[x.head].Lower, "s")
	return ok && (surnames[one] || surnames[strings.TrimSuffix(one, "e")])
}

// couples are nouns for people who may share a surname: of one in the singular, of the others in the plural.
var (
	couples   = wordSet("couple pair family")
	relations = wordSet("parent spouse sibling brother sister twin newlywed")
)

// familyConfidence is that of what is said of people who are named as a family.
const familyConfidence = 0.7

// joinFamilies joins "the Smiths" with the couple, the parents or the like that was last spoken of, if nothing names them.
func (r *resolver) joinFamilies() {
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || !r.chains[r.chainOf(m)].family {
			continue
		}
		for k := m - 1; k >= 0 && r.sentence[x.head]-r.sentence[r.mentions[k].head] <= maxBack; k-- {
			y := &r.mentions[k]
			if y.kind != nlp.Nominal || !(couples[r.lemma(y)] || y.plural && relations[r.lemma(y)]) {
				continue
			}
			if y.chain != nlp.None && !r.chains[r.find(y.chain)].named {
				for _, n := range r.chains[r.find(y.chain)].mentions {
					r.mentions[n].confidence = max(r.mentions[n].confidence, familyConfidence)
				}
				r.join(x.chain, y.chain)
			}
			break
		}
	}
}
