package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// entities returns the chains that have a name, in the order of their first named mention.
func (r *resolver) entities(a *Annotator) []nlp.Entity {
	r.gather()
	type start struct{ chain, at int }
	var order []start
	for c := range r.chains {
		ch := &r.chains[c]
		if ch.joined != c || !ch.named {
			continue
		}
		for _, m := range ch.mentions {
			if r.mentions[m].kind == nlp.Named {
				order = append(order, start{c, m})
				break
			}
		}
	}
	slices.SortFunc(order, func(x, y start) int { return cmp.Compare(x.at, y.at) })
	out := make([]nlp.Entity, 0, len(order))
	for _, s := range order {
		out = append(out, r.entity(a, s.chain))
	}
	return out
}

// gather puts the mentions of each chain in the order of the text.
func (r *resolver) gather() {
	for c := range r.chains {
		r.chains[c].mentions = r.chains[c].mentions[:0]
	}
	for m := range r.mentions {
		if r.mentions[m].chain != nlp.None {
			c := r.chainOf(m)
			r.chains[c].mentions = append(r.chains[c].mentions, m)
		}
	}
}

// entity returns chain c as an entity.
func (r *resolver) entity(a *Annotator, c int) nlp.Entity {
	ch := &r.chains[c]
	e := nlp.Entity{Type: ch.typ, Mentions: make([]nlp.Mention, 0, len(ch.mentions))}
	for _, m := range ch.mentions {
		x := &r.mentions[m]
		span := r.span(x)
		if n := len(e.Mentions); n > 0 && e.Mentions[n-1].Span == span {
			continue
		}
		e.Mentions = append(e.Mentions, nlp.Mention{Span: span, Kind: x.kind, Confidence: x.confidence})
	}
	e.Name = r.canonical(ch)
	if ch.typ == nlp.Person {
		e.Role = r.role(ch)
	}
	e.Salience = a.salience.of(r, ch)
	e.Link = a.links.link(r, ch)
	return e
}

// span returns the text span of a mention.
func (r *resolver) span(x *mention) nlp.Span {
	if x.kind == nlp.Named {
		return r.doc.Names[x.name].Span
	}
	return nlp.Span{Start: r.doc.Tokens[x.first].Start, End: r.doc.Tokens[x.last].End}
}

// canonical returns the fullest of the names of ch: the one of most words, of persons then one not set in capitals, then the most frequent, then the
// longest, then the first.
func (r *resolver) canonical(ch *chain) string {
	count := make(map[string]int)
	for _, m := range ch.mentions {
		if x := &r.mentions[m]; x.kind == nlp.Named {
			count[r.span(x).In(r.doc.Text)]++
		}
	}
	best, words, person := "", 0, ch.typ == nlp.Person
	for _, m := range ch.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		name, n := r.span(x).In(r.doc.Text), len(r.forms[x.name].words)
		if best == "" || cmp.Or(cmp.Compare(n, words), cmp.Compare(flag(person && isUpper(best)), flag(person && isUpper(name))), cmp.Compare(count[name], count[best]), cmp.Compare(len(name), len(best))) > 0 {
			best, words = name, n
		}
	}
	return strings.Join(strings.Fields(best), " ")
}

// role returns the longest description of the person ch, without article.
func (r *resolver) role(ch *chain) string {
	best := ""
	for _, p := range ch.titles {
		first := p.first
		for first < p.last && (r.doc.Tokens[first].UPOS == "DET" || r.doc.Tokens[first].XPOS == "PRP$") {
			first++
		}
		if role := strings.Join(strings.Fields(r.text(first, p.last)), " "); len(role) > len(best) {
			best = role
		}
	}
	return best
}
