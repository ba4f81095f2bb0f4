package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Who "was quoted as saying" something is its source, though the subject of a passive verb is rarely one, and labels often take it for
// content.

// longestRelay is how many tokens may stand between the two halves of the cue: "quoted by the state agency as saying".
const longestRelay = 8

// passives adds the quotes of those who are quoted as saying something, in place of what the labels have made of them.
func (f *finder) passives() {
	tokens := f.doc.Tokens
	for i := 2; i+1 < len(tokens); i++ {
		if tokens[i].Lower != "as" || tokens[i+1].Lower != "saying" || f.v.toks[i].quoted != outside {
			continue
		}
		s := f.v.sents[f.v.toks[i].sentence]
		d, ok := f.quotedAs(i, int(s.first), int(s.end))
		if !ok {
			continue
		}
		f.drafts = slices.DeleteFunc(f.drafts, func(o draft) bool {
			return o.cue.first < d.cue.end && d.cue.first < o.cue.end || o.Content[0].Overlaps(d.Source) && !o.Content[0].Contains(d.Cue)
		})
		f.drafts = append(f.drafts, d)
	}
}

// quotedAs returns the quote whose cue ends with "as saying", of which token as is the first, in the sentence from token first to before end.
func (f *finder) quotedAs(as, first, end int) (d draft, ok bool) {
	tokens := f.doc.Tokens
	verb := as - 1
	for verb > max(first, as-longestRelay) && !quotes(&tokens[verb]) {
		verb--
	}
	be := verb - 1
	for be > first && tokens[be].UPOS == "ADV" {
		be--
	}
	if !quotes(&tokens[verb]) || be <= first || tokens[be].Lemma != "be" {
		return d, false
	}
	from := be // of the cue: "has been quoted", "was also quoted"
	for from > first+1 && tokens[from-1].UPOS == "AUX" {
		from--
	}
	d = draft{cue: piece{cuePiece, from, as + 2}, verb: verb}
	subject := f.v.forest.Child(verb, "nsubj")
	if subject == nlp.None || subject >= from {
		return d, false
	}
	d.source = f.phrase(subject)
	d.source.end = min(d.source.end, from)
	content := piece{contentPiece, as + 2, end}
	for content.end > content.first && tokens[content.end-1].UPOS == "PUNCT" && f.v.toks[content.end-1].quoted != closeMark {
		content.end--
	}
	d.Inside, d.Cue, d.Source = nlp.None, f.span(d.cue), f.trim(f.span(d.source))
	if before := d.source.first - 1; content.end-content.first < 2 && before > first { // "…," he was quoted as saying
		content = piece{contentPiece, first, before}
		if f.v.toks[before].quoted == closeMark {
			d.Content = []nlp.Span{f.v.marked[f.v.toks[before].mark].Span}
		}
	}
	for content.first < content.end && !f.begins(content.first) {
		content.first++
	}
	if d.Content == nil {
		if content.first >= content.end {
			return d, false
		}
		d.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	}
	if as > verb+2 && tokens[verb+1].Lower == "by" {
		d.Relay = f.span(piece{first: verb + 2, end: as})
	}
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), nlp.Stated, treeConfidence
	return d, true
}

// quotes reports whether t is a participle of a verb that tells somebody else's words.
func quotes(t *nlp.Token) bool {
	return (t.Lemma == "quote" || t.Lemma == "cite") && (t.XPOS == "VBN" || t.XPOS == "VBD")
}
