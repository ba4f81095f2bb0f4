package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// relays looks for the outlets through whom the article has what somebody said ("…, she said, the agency reported."): a source and
// a cue with no content of their own, right behind the rest.
func (f *finder) relays() {
	ps := f.linker.pieces
	for k := range f.drafts {
		d := &f.drafts[k]
		last := max(d.cue.end, d.source.end)
		if p := f.outlet(d); p.end > p.first {
			d.Relay = f.trim(f.span(p))
			continue
		}
		i, _ := slices.BinarySearchFunc(ps, last, func(p piece, t int) int { return p.first - t })
		if i+1 >= len(ps) || ps[i].first > last+2 {
			continue
		}
		s, c := ps[i], ps[i+1]
		if s.kind == cuePiece {
			s, c = c, s
		}
		if s.kind != sourcePiece || c.kind != cuePiece || max(s.first, c.first)-min(s.end, c.end) > 0 || f.v.toks[s.first].sentence != f.v.toks[last-1].sentence {
			continue
		}
		own := slices.ContainsFunc(f.drafts, func(o draft) bool { return o.cue == c })
		if !own && f.v.between(last, ps[i].first)&1 != 0 {
			d.Relay = f.trim(f.span(s))
		}
	}
}

// longestOutlet is how many tokens the name of an outlet has at most.
const longestOutlet = 8

// outlet returns what ends the sentence of d behind a comma, if it is a name with a verb of saying and nothing else ("…, she said, the
// Herald reported."), or an empty piece.
func (f *finder) outlet(d *draft) piece {
	end := max(d.cue.end, d.source.end)
	for _, s := range []nlp.Span{d.Content[len(d.Content)-1], d.Addressee} {
		if s.End > f.doc.Tokens[end-1].End {
			end = firstToken(f.doc, s.End)
		}
	}
	tokens := f.doc.Tokens
	if end >= len(tokens) || tokens[end].Lower != "," || f.v.toks[end].sentence != f.v.toks[end-1].sentence {
		return piece{}
	}
	sentence := f.v.toks[end].sentence
	for verb := end + 2; verb < min(len(tokens), end+1+longestOutlet) && f.v.toks[verb].sentence == sentence; verb++ {
		if tokens[verb].UPOS != "VERB" {
			continue
		}
		last := verb + 1
		ends := last >= len(tokens) || f.v.toks[last].sentence != sentence || tokens[last].Lower == "."
		name := piece{first: end + 1, end: verb}
		if !ends || f.class(verb)&speakVerb == 0 || verb == d.verb || len(f.places.within(f.span(name))) == 0 || tokens[end+1].UPOS == "PRON" {
			return piece{}
		}
		return name
	}
	return piece{}
}
