package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// sourcePhrases are prepositions of several words that say whose words a clause is. They leave so little doubt that the tree alone
// tells the rest where the labels have missed one.
var sourcePhrases = [][]string{{"according", "to"}, {"in", "the", "words", "of"}, {"in", "the", "view", "of"}, {"in", "the", "opinion", "of"}}

// hearsay are adverbs that say that somebody unnamed says so.
var hearsay = []string{"reportedly", "allegedly", "purportedly"}

// treeConfidence is that of quotes that are read off the tree. PolNeAR's development part has twenty-two of them: eight have the right content, and
// twenty-one at least half of it.
const treeConfidence = 0.7

// accordings adds a quote for each source phrase that is no cue yet: its source is the noun phrase behind it, its content the clause that
// it belongs to. Adverbs of hearsay have no source.
func (f *finder) accordings() {
	near := f.bySentence()
	withCue := func(i int) int { // the index of the draft whose cue has token i, or None
		for _, k := range near[int(f.v.toks[i].sentence)] {
			if f.drafts[k].has(i) {
				return k
			}
		}
		return nlp.None
	}
	for i := range f.doc.Tokens {
		if t := &f.doc.Tokens[i]; slices.Contains(hearsay, t.Lower) && t.Deprel == "advmod" && isClause(&f.doc.Tokens[t.Head]) && withCue(i) == nlp.None {
			if d := (draft{cue: piece{cuePiece, i, i + 1}, verb: i}); f.fill(&d, t.Head) {
				f.drafts = append(f.drafts, d)
			}
		}
		for _, p := range sourcePhrases {
			if !f.says(i, p) {
				continue
			}
			d, ok := f.according(piece{cuePiece, i, i + len(p)})
			switch k := withCue(i); {
			case !ok:
			case k == nlp.None:
				f.drafts = append(f.drafts, d)
			case !f.hasVerb(f.drafts[k].Content): // the labels have a part of the clause alone
				f.drafts[k].Content, f.drafts[k].Kind = d.Content, d.Kind
			}
		}
	}
}

// isHearsay reports whether the cue of d is an adverb of hearsay and a verb that attributes nothing by itself: what "the police reportedly found" is said
// by nobody named.
func (f *finder) isHearsay(d *draft) bool {
	return f.class(d.verb)&(speakVerb|tellVerb) == 0 && d.verb > d.cue.first && slices.Contains(hearsay, f.doc.Tokens[d.cue.first].Lower) && f.doc.Tokens[d.verb].UPOS == "VERB" && isClause(&f.doc.Tokens[d.verb])
}

// hasVerb reports whether there is a finite verb in spans.
func (f *finder) hasVerb(spans []nlp.Span) bool {
	return slices.ContainsFunc(spans, func(s nlp.Span) bool {
		first := firstToken(f.doc, s.Start)
		return f.isFinite(first, max(first, firstToken(f.doc, s.End)))
	})
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

// according returns the quote of a source phrase; there is none where the tree has no clause around it. The clause may be that of another
// quote, which then stands inside.
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
	d = draft{cue: cue, source: source, verb: cue.first}
	d.Source = f.trim(f.span(source))
	ok = f.fill(&d, clause)
	return d, ok
}

// fill makes a quote of d, whose cue and source are known, with the rest of a clause as its content. It reports whether there is a rest.
func (f *finder) fill(d *draft, clause int) bool {
	first, last := f.extent(clause)
	end := max(d.cue.end, d.source.end)
	if d.source.end > d.source.first { // a relative clause, or what it is, goes with the source
		_, hi := f.v.forest.Extent(f.v.headOf(d.source))
		end = max(end, hi+1)
	}
	for _, p := range []piece{{contentPiece, first, min(d.cue.first, last+1)}, {contentPiece, max(end, first), last + 1}} {
		for p.first < p.end && !f.begins(p.first) {
			p.first++
		}
		if p.first < p.end {
			d.Content = append(d.Content, f.withoutEnds(f.content(p)))
		}
	}
	d.Inside, d.Cue = nlp.None, f.span(d.cue)
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), nlp.Stated, treeConfidence
	return len(d.Content) > 0
}

// begins reports whether content may begin with token i: no punctuation but an opening mark, no conjunction that joins it to what was before.
func (f *finder) begins(i int) bool {
	switch f.doc.Tokens[i].UPOS {
	case "PUNCT":
		return f.v.toks[i].quoted == openMark
	case "CCONJ":
		return false
	}
	return true
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

// isClause reports whether t heads a clause.
func isClause(t *nlp.Token) bool {
	switch deptree.Base(t.Deprel) {
	case "root", "ccomp", "parataxis", "advcl", "conj", "csubj":
		return true
	}
	return t.Deprel == "acl:relcl"
}

// isWhole reports whether the phrase of token i is complete without its head: that is no noun, or set off by a comma.
func (f *finder) isWhole(i, head int) bool {
	switch f.doc.Tokens[head].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ":
		return slices.ContainsFunc(f.doc.Tokens[i:head], func(t nlp.Token) bool { return t.Lower == "," })
	}
	return true
}

// nounPhrase returns the noun phrase that begins at token first and ends before token end, up to the first comma or dash behind its head.
func (f *finder) nounPhrase(first, end int) piece {
	tokens := f.doc.Tokens
	head := first
	for up := tokens[head].Head; up > head && up < end && !f.isWhole(head, up); up = tokens[head].Head {
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
