package entity

import "github.com/hearsay-nlp/hearsay/nlp"

// Chains returns all chains of at least two mentions that the annotator forms in doc, in the order of their first mention: those of its
// entities, and those of things that the text never names ("a man … he"), which are no entities. It serves to compare the annotator with
// others on corpora that mark both.
func (a *Annotator) Chains(doc *nlp.Document) [][]nlp.Mention {
	r := a.resolve(doc)
	r.gather()
	var out [][]nlp.Mention
	place := make(map[int]int) // in out, by chain
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.chain == nlp.None {
			continue
		}
		c := r.chainOf(m)
		if len(r.chains[c].mentions) < 2 {
			continue
		}
		i, ok := place[c]
		if !ok {
			i = len(out)
			place[c] = i
			out = append(out, nil)
		}
		if span := r.span(x); len(out[i]) == 0 || out[i][len(out[i])-1].Span != span {
			out[i] = append(out[i], nlp.Mention{Span: span, Kind: x.kind, Confidence: x.confidence})
		}
	}
	return out
}
