package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// whole returns a quote with all that is said in it and by all of its source, as far as commas, quotation marks and the order of words tell where
// that begins and ends, whatever labels and trees make of it.
func (f *finder) whole(quote nlp.Quote) nlp.Quote {
	if len(quote.Content) == 0 || quote.Cue.IsZero() {
		return quote
	}
	quote.Content = slices.Clone(quote.Content)
	if first, last := f.tokensIn(quote.Source); first < last && f.doc.Tokens[first].Lower == "by" {
		quote.Source.Start = f.doc.Tokens[first+1].Start // "criticism of the mayor by [her party]"
	}
	v := f.cueHead(quote.Cue)
	if v == nlp.None {
		return quote
	}
	if f.retold(&quote, v) {
		return quote
	}
	if f.told(&quote, v) {
		return quote
	}
	f.joinPieces(&quote)
	f.closeMarks(&quote, v)
	f.upToVerb(&quote, v)
	f.upToPhrase(&quote, v)
	f.dropBefore(&quote)
	f.dropBehind(&quote, v)
	f.upToSource(&quote, v)
	return quote
}

// retold turns a quote whose verb v tells of a deed into one of the sentence before the comma behind which somebody else says so, and reports
// whether that is there: "[Workers blocked the road for hours], [police] said, but …".
func (f *finder) retold(quote *nlp.Quote, v int) bool {
	class := f.verbs.at(f.doc, v) & reporting
	if quote.Kind != nlp.Indirect || f.doc.Tokens[v].UPOS != "VERB" || class&^(give|estimate|alter) != 0 {
		return false
	}
	_, end := f.tokensIn(quote.Content[len(quote.Content)-1])
	if end < v || end+2 >= len(f.doc.Tokens) || f.doc.Tokens[end+1].Lower != "," {
		return false
	}
	for t := end + 3; t < min(end+10, len(f.doc.Tokens)-1); t++ {
		tok := f.doc.Tokens[t]
		if tok.UPOS != "VERB" || !finiteTag(tok.XPOS) || f.verbs.at(f.doc, t)&speak == 0 || f.sentenceOf(t) != f.sentenceOf(v) {
			continue
		}
		first, last, head := f.phraseBefore(t)
		if head == nlp.None || first != end+2 {
			return false
		}
		begin := f.doc.Tokens[f.afterDateline(f.doc.Sentences[f.sentenceOf(v)])].Start
		if begin > quote.Cue.Start {
			return false
		}
		quote.Content = []nlp.Span{{Start: begin, End: f.doc.Tokens[end].End}}
		quote.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
		quote.Cue, quote.Speakers = tok.Span, nil
		return true
	}
	return false
}

// told turns a quote of which verb v takes no more than whom it was told, or where it stands, into one of the sentence before the comma in front of
// its source: "[The bookkeeper stole £412,000], [prosecutors] told the court on Tuesday", "…, [researchers] conclude in a study of 22,000 adults". It
// reports whether it did.
func (f *finder) told(quote *nlp.Quote, v int) bool {
	if quote.Kind != nlp.Indirect || quote.Source.IsZero() || len(quote.Content) != 1 || quote.Content[0].Start < f.doc.Tokens[v].End {
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "tell", "conclude", "report", "write", "say":
	default:
		return false
	}
	a, b := f.tokensIn(quote.Content[0])
	if a > b || f.ownVerb(a, b) && !(a == v+1 && f.doc.Tokens[v].Lemma == "tell" && f.doc.Tokens[a].Lower != "that") || f.doc.Tokens[a].Lower == "to" || f.trees.Child(v, "xcomp") > v {
		return false
	}
	first, last, head := f.phraseBefore(v)
	if head == nlp.None {
		return false
	}
	begin := f.afterDateline(f.doc.Sentences[f.sentenceOf(v)])
	if first-2 <= begin {
		return false
	}
	quote.Content[0] = nlp.Span{Start: f.doc.Tokens[begin].Start, End: f.doc.Tokens[first-2].End}
	quote.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
	return true
}

// joinPieces makes one of two pieces of a quote that are one clause, which who says it interrupts: "[The player], he said, [had been well all
// morning]".
func (f *finder) joinPieces(quote *nlp.Quote) {
	if len(quote.Content) != 2 || quote.Kind != nlp.Indirect || quote.Source.IsZero() {
		return
	}
	a, b := f.tokensIn(quote.Content[0])
	c, d := f.tokensIn(quote.Content[1])
	if a > b || c > d || c-b > 14 || b >= c || f.sentenceOf(a) != f.sentenceOf(d) || f.doc.Tokens[b+1].Lower != "," || f.doc.Tokens[c-1].Lower != "," {
		return
	}
	if f.anyFiniteVerb(a, b) == f.anyFiniteVerb(c, d) || f.ownVerb(c, d) && f.doc.Tokens[c].UPOS != "AUX" && f.doc.Tokens[c].UPOS != "VERB" {
		return
	}
	quote.Content = []nlp.Span{{Start: quote.Content[0].Start, End: quote.Content[1].End}}
}

// anyFiniteVerb reports whether a finite verb stands among the tokens from first to last.
func (f *finder) anyFiniteVerb(first, last int) bool {
	return slices.ContainsFunc(f.doc.Tokens[first:max(first, last+1)], func(t nlp.Token) bool { return finiteTag(t.XPOS) })
}

// upToSource gives quote all that stands before the comma behind which its source and its verb v end the sentence: "[Water from the wells is unsafe
// on some days], [the institute for public health] said". What stands behind them there was not said so, if it begins with a semicolon or says when.
func (f *finder) upToSource(quote *nlp.Quote, v int) {
	if quote.Kind != nlp.Indirect || quote.Source.IsZero() || len(quote.Content) != 1 {
		return
	}
	begin, end := f.tokensIn(quote.Content[0])
	if begin > end {
		return
	}
	if behind := begin > 0 && f.doc.Tokens[begin-1].Lower == ";"; quote.Content[0].Start >= quote.Source.Start && !behind && !whenWords[f.doc.Tokens[begin].Lower] {
		return
	}
	if quote.Source.End > f.doc.Tokens[v].Start || f.verbs.at(f.doc, v)&(speak|judge|argue) == 0 {
		return
	}
	first, last, head := f.phraseBefore(v)
	s := f.doc.Sentences[f.sentenceOf(v)]
	if head == nlp.None || quote.Content[0].Start < s.Start || !f.inside(first, quote.Source) && !f.inside(last, quote.Source) {
		return
	}
	inside := begin > s.First && !isMark(&f.doc.Tokens[begin-1]) && f.doc.Tokens[begin-1].UPOS != "CCONJ" && f.doc.Tokens[begin-1].Lower != "that"
	if !f.ownVerb(begin, first-2) || inside {
		quote.Content[0].Start = f.doc.Tokens[f.afterDateline(s)].Start
	}
	quote.Content[0].End = f.doc.Tokens[first-2].End
	quote.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
}

// upToVerb gives quote the verb of which it has no more than the subject, and what belongs to that: "said [the officer], who was not named, [had
// lied]".
func (f *finder) upToVerb(quote *nlp.Quote, v int) {
	first, last := f.tokensIn(quote.Content[0])
	x := f.trees.Child(v, "ccomp")
	if quote.Kind != nlp.Indirect || len(quote.Content) != 1 || first < v || x <= last || f.trees.Child(x, "nsubj") < first || f.trees.Child(x, "nsubj") > last {
		return
	}
	if lo, hi := f.trees.Extent(x); lo >= first {
		for hi > x && isMark(&f.doc.Tokens[hi]) {
			hi--
		}
		quote.Content[0].End = f.doc.Tokens[hi].End
	}
}

// upToPhrase gives quote the phrase right behind it without which its verb v, or what is said, is not whole: what something is dismissed "as", the
// number that it is put "at", and when something was "only last week".
func (f *finder) upToPhrase(quote *nlp.Quote, v int) {
	content := &quote.Content[len(quote.Content)-1]
	first, last := f.tokensIn(*content)
	s := f.doc.Sentences[f.sentenceOf(v)]
	end := s.First + s.Count - 1
	if quote.Kind != nlp.Indirect || first > last || first < v || last+2 > end {
		return
	}
	begin, when := last+1, false
	switch class := f.verbs.at(f.doc, v); f.doc.Tokens[begin].Lower {
	case "as":
		if class&(reject|describe) == 0 || f.passive(v) {
			return
		}
	case "at":
		number, ok := f.numberAfterAt(v)
		if to, _ := f.tokensIn(number.Span); class&estimate == 0 || !ok || to < begin || to > begin+3 {
			return
		}
	case "only":
		when = f.inTime(begin+1) || begin+2 <= end && f.doc.Tokens[begin+1].UPOS == "ADP" && f.inTime(begin+2)
		if class&speak == 0 || !when || !f.anyVerb(first, last) {
			return
		}
	default:
		return
	}
	t := begin + 1
	for ; t <= end; t++ {
		tok := &f.doc.Tokens[t]
		next := &f.doc.Tokens[min(t+1, end)]
		if isMark(tok) || finiteTag(tok.XPOS) || tok.UPOS == "SCONJ" || tok.UPOS == "CCONJ" && (next.UPOS == "VERB" || next.UPOS == "AUX" || next.UPOS == "PRON") {
			break
		}
		if !when && (f.inTime(t) || tok.UPOS == "ADP" && f.inTime(min(t+1, end))) {
			break
		}
	}
	if t > begin+1 {
		content.End = f.doc.Tokens[t-1].End
	}
}

// whenWords begin clauses that tell when something was said, and not what.
var whenWords = map[string]bool{"after": true, "before": true, "as": true, "when": true, "while": true}

// closeMarks ends what is said at the closing quotation mark where it begins with an opening one and has none for its source what stands between
// that and the verb v: "“[There were none],” [a spokeswoman, Ann Hall], said".
func (f *finder) closeMarks(quote *nlp.Quote, v int) {
	content := &quote.Content[0]
	first, last := f.tokensIn(*content)
	if begin, _ := f.tokensIn(quote.Cue); begin < v {
		v = begin // "said in a video posted an hour later"
	}
	if len(quote.Content) != 1 || !quote.Source.IsZero() || first >= last || last >= v || f.doc.Tokens[first].Lower != "“" {
		return
	}
	for t := first + 1; t+1 < last; t++ {
		if f.doc.Tokens[t].Lower != "”" {
			continue
		}
		if f.anyFiniteVerb(t+1, v-1) {
			return
		}
		quote.Kind = nlp.Direct
		quote.Source = nlp.Span{Start: f.doc.Tokens[t+1].Start, End: content.End}
		content.End = f.doc.Tokens[t].End
		return
	}
}

// anyVerb reports whether a verb stands among the tokens from first to last.
func (f *finder) anyVerb(first, last int) bool {
	return slices.ContainsFunc(f.doc.Tokens[first:max(first, last+1)], func(t nlp.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" })
}

// dropBefore takes from a quote what stands before a semicolon behind which somebody says something else: "[The chief blamed fireworks]; Domingo
// says [it was a cable]".
func (f *finder) dropBefore(quote *nlp.Quote) {
	if quote.Kind != nlp.Indirect || len(quote.Content) != 2 || quote.Source.IsZero() || quote.Source.Start < quote.Content[0].End {
		return
	}
	begin, _ := f.tokensIn(quote.Source)
	if begin > 0 && f.doc.Tokens[begin-1].Lower == ";" {
		quote.Content = quote.Content[1:]
	}
}

// dropBehind takes from a quote what stands behind a semicolon and is said by nobody, where verb v takes no clause, or has a verb of saying of its
// own: "[called the cap heartless]; she would rather see …", "Panabao says [it was hers]; Selatan places it farther west".
func (f *finder) dropBehind(quote *nlp.Quote, v int) {
	content := &quote.Content[len(quote.Content)-1]
	first, last := f.tokensIn(*content)
	if quote.Kind == nlp.Direct || first < v {
		return
	}
	class := f.verbs.at(f.doc, v)
	for t := first + 1; t < last; t++ {
		if f.doc.Tokens[t].Lower != ";" || !f.ownVerb(t+1, last) {
			continue
		}
		other := class&(speak|argue) == 0 && f.trees.Child(v, "ccomp") == nlp.None
		for u := t + 1; u <= last && !other; u++ {
			other = f.finite(u) && f.doc.Tokens[u].UPOS == "VERB" && f.trees.Child(u, "nsubj") > t && f.verbs.at(f.doc, u)&(speak|argue|deny|accuse|estimate|demand) != 0
		}
		if other {
			content.End = f.doc.Tokens[t-1].End
			return
		}
	}
}

// ownVerb reports whether the tokens from first to last have a finite verb with a subject of its own there.
func (f *finder) ownVerb(first, last int) bool {
	for t := first; t <= last; t++ {
		if f.predicate(t) && f.finite(t) && f.trees.Child(t, "nsubj", "expl") >= first {
			return true
		}
	}
	return false
}
