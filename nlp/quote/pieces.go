package quote

import "github.com/hearsay-nlp/hearsay/nlp"

// Labels know little of sentences. What they join over the end of one, outside of quotation marks, are two pieces.

// bySentence returns pieces with each content that goes on over the end of a sentence outside of quotation marks as two.
func (v *view) bySentence(pieces []piece) []piece {
	out := make([]piece, 0, len(pieces))
	for _, p := range pieces {
		for i := p.first + 1; i < p.end && p.kind == contentPiece; i++ {
			if v.toks[i].sentence != v.toks[i-1].sentence && v.toks[i].quoted == outside && v.toks[i-1].quoted == outside {
				out = append(out, piece{contentPiece, p.first, i})
				p.first = i
			}
		}
		out = append(out, p)
	}
	return out
}

// cued returns pieces with a cue, and its source, for each content without quotation marks that has none in its sentence, where the tree hangs it on a
// verb that most often is one: "urged" of "It urged the trust to publish".
func (v *view) cued(pieces []piece) []piece {
	cues := make(map[int32]bool)
	for _, p := range pieces {
		if p.kind == cuePiece {
			cues[v.toks[p.first].sentence] = true
		}
	}
	out := make([]piece, 0, len(pieces))
	for _, p := range pieces {
		if p.kind != contentPiece || cues[v.toks[p.first].sentence] || v.toks[p.first].quoted != outside {
			out = append(out, p)
			continue
		}
		verb := int(v.toks[v.headOf(p)].head)
		subject := v.forest.Child(verb, "nsubj")
		if verb >= p.first || v.toks[verb].bin < surelyCue || v.doc.Tokens[verb].UPOS != "VERB" || !finiteTag(v.doc.Tokens[verb].XPOS) || subject == nlp.None || subject > verb {
			out = append(out, p)
			continue
		}
		if n := len(out); n == 0 || out[n-1].end <= subject {
			first, last := v.forest.Extent(subject)
			for last > subject && v.doc.Tokens[last].UPOS == "PUNCT" {
				last--
			}
			out = append(out, piece{sourcePiece, first, min(last+1, verb)})
		}
		p.first = verb + 1
		out = append(out, piece{cuePiece, verb, verb + 1}, p)
		cues[v.toks[verb].sentence] = true
	}
	return out
}

// surelyCue is how often a lemma is a cue, in the bins of cues.txt, that most often is one.
const surelyCue = 4
