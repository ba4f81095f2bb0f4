package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// sourcePhrases are prepositions of several words that say whose words a clause is. They leave so little doubt that the tree alone
// tells the rest where the labels have missed one.
var sourcePhrases = [][]string{{"according", "to"}, {"in", "the", "words", "of"}, {"in", "the", "view", "of"}, {"in", "the", "opinion", "of"}}

// accordingConfidence is the share of quotes found by accordings in PolNeAR's development part whose content is right.
const accordingConfidence = 0.7

// accordings adds a quote for each source phrase that is no cue yet: its source is the noun phrase behind it, its content the clause that
// it belongs to.
func (f *finder) accordings() {
	cues := make([]bool, len(f.doc.Tokens))
	for k := range f.drafts {
		d := &f.drafts[k]
		for i := d.cue.first; i < d.cue.end; i++ {
			cues[i] = true
		}
	}
	for i := range f.doc.Tokens {
		for _, p := range sourcePhrases {
			if f.says(i, p) && !slices.Contains(cues[i:i+len(p)], true) {
				if d, ok := f.according(piece{cuePiece, i, i + len(p)}); ok {
					f.drafts = append(f.drafts, d)
				}
			}
		}
	}
}

// says reports whether the words given, in lower case, stand at token i.
func (f *finder) says(i int, words []string) bool {
	if i+len(words) >= len(f.doc.Tokens) {
		return false
	}
	for k, w := range words {
		if f.doc.Tokens[i+k].Lower != w {
			return false
		}
	}
	return true
}

// according returns the quote of a source phrase. There is none where the tree has no clause around it; where that is another quote's, the
// source is its relay.
func (f *finder) according(cue piece) (d draft, ok bool) {
	tokens, s := f.doc.Tokens, f.v.sents[f.v.toks[cue.first].sentence]
	if cue.end >= int(s.end) {
		return d, false
	}
	source := f.nounPhrase(cue.end, int(s.end))
	if source.end == source.first || !f.canSay(cue, source) {
		return d, false
	}
	clause := tokens[f.v.headOf(source)].Head
	for !isClause(&tokens[clause]) || clause >= cue.first && clause < source.end {
		if tokens[clause].Head == clause {
			return d, false
		}
		clause = tokens[clause].Head
	}
	if k := slices.IndexFunc(f.drafts, func(d draft) bool { return d.cue.first <= clause && clause < d.cue.end }); k >= 0 {
		if f.drafts[k].Relay.IsZero() { // "…", she said, according to the agency
			f.drafts[k].Relay = f.trim(f.span(source))
		}
		return d, false
	}
	first, last := f.extent(clause)
	d = draft{cue: cue, source: source, verb: cue.first}
	d.Inside, d.Cue, d.Source = nlp.None, f.span(cue), f.trim(f.span(source))
	for _, p := range []piece{{contentPiece, first, min(cue.first, last+1)}, {contentPiece, max(source.end, first), last + 1}} {
		for p.first < p.end && tokens[p.first].UPOS == "PUNCT" && f.v.toks[p.first].quoted != openMark {
			p.first++
		}
		if p.first < p.end && !f.isEmpty(p) {
			d.Content = append(d.Content, f.withoutEnds(f.content(p)))
		}
	}
	if len(d.Content) == 0 {
		return d, false
	}
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), nlp.Stated, accordingConfidence
	return d, true
}

// canSay reports whether a source phrase is set off, or what stands behind it can say something; "they are paid according to age" has no
// source.
func (f *finder) canSay(cue, source piece) bool {
	return int(f.v.sents[f.v.toks[cue.first].sentence].first) == cue.first || f.doc.Tokens[cue.first-1].UPOS == "PUNCT" ||
		len(f.places.within(f.span(source))) > 0 || f.isMessage(f.v.headOf(source))
}

// isMeasure reports whether the cue of d ends with a source phrase whose source is none.
func (f *finder) isMeasure(d *draft) bool {
	phrase := sourcePhrases[0]
	first := d.cue.end - len(phrase)
	return d.source.end > d.source.first && first >= d.cue.first && f.says(first, phrase) && !f.canSay(piece{cuePiece, first, d.cue.end}, d.source)
}

// extent returns the first and the last token of a clause without those that are joined to it and have a subject of their own.
func (f *finder) extent(clause int) (first, last int) {
	first, last = f.v.forest.Extent(clause)
	for c := range f.v.forest.Children(clause) {
		if c > clause && deptree.Base(f.doc.Tokens[c].Deprel) == "conj" && f.v.forest.Child(c, "nsubj") != nlp.None {
			next, _ := f.v.forest.Extent(c)
			last = min(last, next-1)
		}
	}
	for last > clause && f.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	return first, last
}

// isEmpty reports whether p has nothing but punctuation and conjunctions.
func (f *finder) isEmpty(p piece) bool {
	for i := p.first; i < p.end; i++ {
		switch f.doc.Tokens[i].UPOS {
		case "PUNCT", "CCONJ", "SCONJ":
		default:
			return false
		}
	}
	return true
}

// isClause reports whether t heads a clause.
func isClause(t *nlp.Token) bool {
	switch deptree.Base(t.Deprel) {
	case "root", "ccomp", "parataxis", "advcl", "conj", "csubj":
		return true
	}
	return t.Deprel == "acl:relcl"
}

// nounPhrase returns the noun phrase that begins at token first and ends before token end, up to the first comma or dash behind its head.
func (f *finder) nounPhrase(first, end int) piece {
	tokens := f.doc.Tokens
	head := first
	for up := tokens[head].Head; up > head && up < end && !isClause(&tokens[head]); up = tokens[head].Head {
		if isClause(&tokens[up]) || tokens[up].UPOS == "VERB" || tokens[up].UPOS == "AUX" {
			break
		}
		head = up
	}
	switch tokens[head].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET":
	default:
		return piece{kind: sourcePiece, first: first, end: first}
	}
	_, last := f.v.forest.Extent(head)
	last = min(last, end-1)
	for i := head + 1; i <= last; i++ {
		if tokens[i].UPOS == "PUNCT" && tokens[i].Lower != "-" {
			last = i - 1
		}
	}
	return piece{kind: sourcePiece, first: first, end: max(last, head) + 1}
}
