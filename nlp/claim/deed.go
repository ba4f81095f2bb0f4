package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// reporting are the classes of verbs that put something forward.
const reporting = accuse | deny | reject | demand | describe | judge | estimate | give | commit | wish | speak | argue | admit | name | alter | attitude | perceive | praise

// tellsDeed reports whether what labels of quotes took for one tells of a deed, by a verb that reports nothing and has neither an object nor a
// clause in what is said: "Workers walked out in [a row over pay]"; or of one of which somebody else tells: "He took [the money, she told the
// court]".
func (f *finder) tellsDeed(quote *nlp.Quote) bool {
	if len(quote.Content) == 0 {
		return false
	}
	v := f.cueHead(quote.Cue)
	if quote.Kind == nlp.Indirect && v != nlp.None && !quote.Source.IsZero() {
		if t := f.afterDateline(f.doc.Sentences[f.sentenceOf(v)]); v > t && quote.Source.End < f.doc.Tokens[t].Start && quote.Source.Start >= f.doc.Sentences[f.sentenceOf(v)].Start {
			return true // "[DORVIK] — A judge found him guilty of …"
		}
	}
	if quote.Kind == nlp.Indirect && v == nlp.None && !quote.Cue.IsZero() && f.anyVerb(f.tokensIn(quote.Cue)) {
		return true // "the officer, who [has not] been named"
	}
	if begin, _ := f.tokensIn(quote.Cue); quote.Kind == nlp.Indirect && v != nlp.None && f.doc.Tokens[v].UPOS == "NOUN" && begin > 0 && f.doc.Tokens[begin-1].Lower == "," {
		if _, last := f.tokensIn(quote.Content[0]); last > v && f.beforeAnswer(max(0, begin-2), v) < v {
			return true // "accused him of theft, [a charge] that [he has denied]"
		}
	}
	if quote.Kind != nlp.Indirect || v == nlp.None || f.doc.Tokens[v].UPOS != "VERB" {
		return false
	}
	begin, end := f.tokensIn(quote.Cue)
	if first, last := f.tokensIn(quote.Content[0]); begin > 0 && f.inside(begin-1, quote.Source) && first == end+1 && f.startsPredicate(first, last, quote.Source) {
		return true // "[A skull] found in the cave [is old]"
	}
	class := f.verbs.at(f.doc, v) & reporting
	if obj := f.trees.Child(v, "obj"); f.doc.Tokens[v].Lemma == "recall" && obj > v && f.counts(obj) {
		return true // "recalled 40,000 heaters"
	}
	if f.doc.Tokens[v].Lemma == "sue" && !f.saysFor(v) {
		return !f.anyFinite(f.content(quote))
	}
	last := f.sayingLast(f.doc.Sentences[f.sentenceOf(v)])
	if last > v && class&(accuse|deny|demand|speak|argue) == 0 && (class&^(give|estimate|alter) == 0 || f.inside(last, quote.Content[0])) {
		if _, _, head := f.phraseBefore(last); head != nlp.None {
			return true
		}
	}
	if class != 0 || slices.ContainsFunc(quote.Content, func(s nlp.Span) bool { return f.ownVerb(f.tokensIn(s)) }) {
		return false
	}
	if f.doc.Tokens[begin].Lower == "to" {
		return true // "appealed to Havel to spare pupils an exam"
	}
	for t := begin; t <= end; t++ {
		if tok := &f.doc.Tokens[t]; t != v && (tok.UPOS == "VERB" || tok.UPOS == "NOUN" && f.verbs.of(tok.Lemma)&reporting != 0) || tok.Lower == "according" {
			return false // "pinned their hopes on", "refused to say"
		}
	}
	for child := range f.trees.Children(v) {
		switch deptree.Base(f.doc.Tokens[child].Deprel) {
		case "obj", "ccomp", "xcomp", "csubj", "parataxis", "nsubj":
			for _, span := range quote.Content {
				if f.inside(child, span) {
					return false
				}
			}
		}
	}
	return true
}

// startsPredicate reports whether the tokens from first to last begin with the predicate of which a noun in source is the subject.
func (f *finder) startsPredicate(first, last int, source nlp.Span) bool {
	for t := first; t <= last; t++ {
		if subject := f.trees.Child(t, "nsubj"); subject != nlp.None && f.inside(subject, source) && f.finite(t) {
			return finiteTag(f.doc.Tokens[first].XPOS)
		}
	}
	return false
}
