package entity

import "github.com/hearsay-nlp/hearsay/nlp"

// agreeOnTypes gives equal names one type, the one that most of them have, weighed by confidence. A single word that is the
// surname of somebody named in full has one more vote for a person.
func (r *resolver) agreeOnTypes() {
	votes := make(map[string]*[nlp.Product + 1]float64)
	surnames := make(map[string]bool)
	for i := range r.doc.Names {
		name, f := &r.doc.Names[i], &r.forms[i]
		v := votes[f.key]
		if v == nil {
			v = new([nlp.Product + 1]float64)
			votes[f.key] = v
		}
		v[name.Type] += 0.5 + name.Confidence
		if name.Type == nlp.Person && len(f.words) > 1 {
			surnames[f.words[len(f.words)-1]] = true
		}
	}
	for key, v := range votes {
		if v[nlp.Person] > 0 && surnames[key] {
			v[nlp.Person] += 1.5
		}
	}
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		v := votes[r.forms[x.name].key]
		best := r.typed[x.name]
		for t, n := range v {
			if n > v[best] {
				best = nlp.EntityType(t)
			}
		}
		if best != r.typed[x.name] {
			r.typed[x.name] = best
			r.forms[x.name] = r.formOf(x.name)
			x.types = setOf(best)
		}
		if best == nlp.Person {
			x.gender = r.forms[x.name].gender
		}
		x.plural = best == nlp.Group || best == nlp.Person && r.doc.Tokens[x.head].XPOS == "NNPS"
	}
}
