package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// reported adds the claims of a quote: those of the reporting verb itself ("blamed", "denied", "urged"), or else those that its
// content is made of. A quote that names no source is left to the article, unless it stands in quotation marks.
func (f *finder) reported(q int) {
	quote := &f.quotes[q]
	claim := nlp.Claim{
		Claimants: slices.Clone(quote.Speakers), Source: quote.Source, Target: nlp.None, Quote: q, Confidence: 0.8 * quote.Confidence,
	}
	cue := f.cueHead(quote.Cue)
	if by := f.sourceTaken(q, cue); by != nlp.None {
		f.claimedBy(&claim, by)
		quote.Content, quote.Source = quote.Content[:len(quote.Content)-1], claim.Source
	} else if quote.Source.IsZero() && len(quote.Speakers) == 0 && quote.Kind == nlp.Indirect {
		if by = f.sayer(cue); by == nlp.None {
			return
		}
		f.claimedBy(&claim, by)
	}
	switch head := f.headOf(quote.Source); {
	case len(claim.Claimants) > 0 || quote.Source.IsZero() || head == nlp.None:
	case f.doc.Tokens[head].Lower == "who":
		f.claimedByWho(&claim, head)
	default:
		e := f.sourceOf(head)
		if e == nlp.None {
			e = f.nameBehind(head, quote.Source)
		}
		if e != nlp.None {
			claim.Claimants = []int{e}
		}
	}
	if by := f.sayer(cue); by != nlp.None && !quote.Source.IsZero() && quote.Source.End <= f.doc.Sentences[f.sentenceOf(cue)].Start {
		f.claimedBy(&claim, by) // "hit back, insisting that …", which labels of quotes give to whoever spoke before
	}
	if f.share(q) {
		return
	}
	var class class
	if cue != nlp.None {
		class = f.performs(cue)
		if f.doc.Tokens[cue].Lemma == "tell" && quote.Content[0].End <= quote.Cue.Start {
			class &^= demand | literal // "…, prosecutors told the court"
		}
	}
	if f.criticised(q, cue, &claim) {
		return
	}
	if class&accuse != 0 && len(claim.Claimants) > 0 && !f.passive(cue) {
		if obj, by := f.object(cue), f.subject(cue); obj != nlp.None && by != nlp.None && slices.Contains(claim.Claimants, f.entityOf(obj)) && f.speaks(by) {
			f.claimedBy(&claim, by) // nobody accuses himself
		}
	}
	if quote.Source.IsZero() && len(claim.Claimants) == 0 && f.bareParticiple(cue) || cue != nlp.None && f.conditional(cue) {
		return // "asked to confirm it, she said …", "if the emails show …"
	}
	clauses := f.content(quote)
	switch {
	case quote.Kind == nlp.Direct:
		// what stands in quotation marks speaks for itself
	case cue != nlp.None && class&(accuse|deny) != 0,
		cue != nlp.None && class&(demand|describe|commit|estimate|admit) != 0 && !f.anyFinite(clauses),
		cue != nlp.None && class&demand != 0 && f.demandsThat(cue),
		cue != nlp.None && (f.wantsOf(cue) || f.givesTime(cue) || f.foresees(cue) && !f.anyFinite(clauses) || f.findsIt(cue)),
		cue != nlp.None && class&name != 0 && f.object(cue) != nlp.None,                                                                  // "called the return “a debt paid late”"
		cue != nlp.None && len(clauses) == 0 && quote.Manner == nlp.Stated && class&speak == 0 && f.doc.Tokens[cue].Lower != "according": // "said" without a clause states nothing
		first, last := f.verbGroup(quote, cue)
		if f.passive(cue) && f.inside(f.subject(cue), quote.Source) {
			f.byAgent(&claim, cue) // who is accused is no source
			begin, _ := f.tokensIn(quote.Source)
			first = min(first, begin, f.start(f.subject(cue)))
		}
		if f.passive(cue) && f.agent(cue) > last {
			_, last = f.trees.Extent(f.agent(cue)) // "was criticised by aid groups"
		}
		if f.passive(cue) && class&literal != 0 && !(f.agent(cue) != nlp.None && f.bidsTo(cue)) {
			class &^= demand // "was told to leave"
		}
		if f.wantsOf(cue) {
			last = f.wanted(cue, last)
		}
		last = f.withoutSaying(clause{cue, first, last}, quote.Inside).last
		claim.Type = f.typeOfCue(class, cue, first, last, &claim)
		if f.warnsOfThing(cue) {
			claim.ByArticle, claim.Claimants, claim.Source = true, nil, nlp.Span{}
			first = min(first, f.start(f.subject(cue)))
		}
		if by := f.subject(cue); by != nlp.None && f.none(by) && !f.passive(cue) {
			claim.Type = nlp.Fact // "none of his rivals attacked him"
		}
		claim.Target = f.targetOfCue(claim, cue)
		f.add(claim, cue, first, last)
		f.addReason(claim, clause{cue, first, last})
		for child := range f.trees.Children(cue) {
			if tok := f.doc.Tokens[child]; child > cue && deptree.Base(tok.Deprel) == "conj" && tok.UPOS == "VERB" && f.finite(child) && f.cueOf[child] == 0 {
				_, end := f.trees.Extent(child)
				c := f.trim(clause{child, f.start(child), end})
				f.spoken(c, quote.Inside)
			}
		}
		return
	}
	if !f.anyFinite(clauses) {
		f.shortAnswer(q, claim)
		f.verbless(q, claim)
		f.bareFigure(q, claim)
	}
	if quote.Manner == nlp.Intended && class&commit == 0 {
		return // a wish puts nothing forward
	}
	for _, c := range clauses {
		if quote.Kind != nlp.Direct && !f.finite(c.head) && !f.givesToll(c.head) && !f.cites(c.head) {
			continue
		}
		if quote.Kind != nlp.Direct && (f.noStatement(c.first) || f.asksWhat(c)) || f.isQuestion(c) {
			continue
		}
		if inner := int(f.cueOf[c.head]) - 1; inner >= 0 && inner != q && f.quotes[inner].Inside == q && f.quotes[inner].Manner != nlp.Intended && !f.finds(c.head) {
			continue // the inner quote has its own claims
		}
		if f.spoken(c, q) || f.believed(c, q) {
			continue
		}
		c = f.withoutReason(c)
		claim.Type = f.typeOf(c, &claim)
		if class&admit != 0 && claim.Type == nlp.Accusation {
			claim.Type = nlp.Fact // "admitted that staff should have noticed"
		}
		claim.Target = f.targetOf(claim, c)
		f.add(claim, c.head, c.first, c.last)
		f.addReason(claim, c)
	}
}

// bareParticiple reports whether t, which may be nlp.None, is a participle of a verb of asking without a subject or an auxiliary.
func (f *finder) bareParticiple(t int) bool {
	return t != nlp.None && f.doc.Tokens[t].XPOS == "VBN" && f.verbs.at(f.doc, t)&demand != 0 && f.trees.Child(t, "aux", "nsubj") == nlp.None
}

// sourceTaken returns who says quote q behind its verb, "“…,” said [the forum's chair, Dora Lindqvist]", where labels of quotes took that for
// what is said; or nlp.None.
func (f *finder) sourceTaken(q, cue int) int {
	quote := &f.quotes[q]
	if cue == nlp.None || len(quote.Speakers) > 0 || !quote.Source.IsZero() || f.verbs.at(f.doc, cue)&speak == 0 || cue+1 >= len(f.doc.Tokens) {
		return nlp.None
	}
	last := quote.Content[len(quote.Content)-1]
	if len(quote.Content) > 1 && last.Start == f.doc.Tokens[cue+1].Start {
		head := f.headOf(last)
		if subject := f.trees.Child(cue, "nsubj"); head != nlp.None && !f.finite(head) && f.speaks(head) && (subject == nlp.None || subject == head) {
			return head
		}
	}
	return nlp.None
}

// nameBehind returns the entity whose name stands right behind the noun t in s, whatever the tree makes of it, "the teachers' union Lector"; or
// nlp.None.
func (f *finder) nameBehind(t int, s nlp.Span) int {
	if f.doc.Tokens[t].UPOS != "NOUN" || t+1 >= len(f.doc.Tokens) || f.doc.Tokens[t+1].UPOS != "PROPN" || !f.inside(t+1, s) {
		return nlp.None
	}
	return f.covering(f.doc.Tokens[t+1].Span)
}

// verbless adds what is said before its source in a sentence of which the tagger took the verb for something else: "A ferry with 212 people on
// board [sank] off the cape, the coastguard said."
func (f *finder) verbless(q int, claim nlp.Claim) {
	quote := &f.quotes[q]
	if quote.Kind != nlp.Indirect || quote.Manner != nlp.Stated || quote.Source.IsZero() || len(quote.Content) != 1 {
		return
	}
	first, last := f.tokensIn(quote.Content[0])
	s := f.doc.Sentences[f.sentenceOf(first)]
	before := first == s.First && last < s.First+s.Count && quote.Source.Start >= quote.Content[0].End && last+1 < len(f.doc.Tokens) && f.doc.Tokens[last+1].Lower == ","
	if last-first < 5 || !before && !f.saysName(q, first, last) {
		return
	}
	claim.Type = nlp.Fact
	if q, ok := f.numbered(f.headOf(quote.Content[0])); ok && f.unit(q)&people != 0 {
		claim.Type = nlp.Figure
	}
	f.add(claim, f.headOf(quote.Content[0]), first, last)
}

// saysName reports whether quote q has "say" for its cue and right behind it, in the tokens from first to last, what nobody says but in a clause:
// "police say [Paul Grant set fire to it]". Where commas stand, it may be who speaks.
func (f *finder) saysName(q, first, last int) bool {
	cue := f.cueHead(f.quotes[q].Cue)
	upos := f.doc.Tokens[first].UPOS
	return cue >= 0 && cue == first-1 && f.doc.Tokens[cue].Lemma == "say" && (upos == "PROPN" || upos == "DET" || upos == "NUM") &&
		!slices.ContainsFunc(f.doc.Tokens[first:last+1], func(tok nlp.Token) bool { return tok.Lower == "," })
}

// bareFigure adds the number that is all that is said: "the union says 3,400 are on strike; the port says no more than 1,900".
func (f *finder) bareFigure(q int, claim nlp.Claim) {
	quote := &f.quotes[q]
	if quote.Kind != nlp.Indirect || quote.Manner != nlp.Stated || quote.Source.IsZero() || len(quote.Content) != 1 {
		return
	}
	first, last := f.tokensIn(quote.Content[0])
	if first > last || last-first > 5 || len(f.quantitiesIn(quote.Content[0])) != 1 || slices.ContainsFunc(f.doc.Tokens[first:last+1], func(tok nlp.Token) bool { return tok.UPOS == "VERB" }) {
		return
	}
	claim.Type = nlp.Figure
	f.add(claim, last, first, last)
}

// share adds what a share of those asked say as the figure that it is, by whoever asked them: "41% of voters say they will back Renner"; it
// reports whether quote q is such.
func (f *finder) share(q int) bool {
	quote := &f.quotes[q]
	head := f.headOf(quote.Source)
	if quote.Source.IsZero() || head == nlp.None || len(quote.Speakers) > 0 {
		return false
	}
	if number, ok := f.numbered(head); !ok || number.Kind != nlp.Percent {
		return false
	}
	claim := nlp.Claim{Type: nlp.Figure, ByArticle: true, Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
	if quote.Inside != nlp.None {
		claim = *f.quoted(quote.Inside)
		claim.Type = nlp.Figure
	}
	first, _ := f.tokensIn(quote.Source)
	_, last := f.tokensIn(quote.Content[len(quote.Content)-1])
	if cue := f.cueHead(quote.Cue); cue != nlp.None && first < last && last > cue {
		f.add(claim, cue, first, last)
	}
	return true
}

// finds reports whether predicate t is the cue of a quote that has no clause for its content, and says what somebody found or saw: "found an
// open valve". Whoever tells of it states that there was one.
func (f *finder) finds(t int) bool {
	q := int(f.cueOf[t]) - 1
	if q < 0 || f.quotes[q].Manner != nlp.Thought || f.quotes[q].Kind != nlp.Indirect || f.verbs.at(f.doc, t)&judge == 0 {
		return false
	}
	return (f.object(t) > t || f.trees.Child(t, "xcomp") > t) && !f.anyFinite(f.content(&f.quotes[q])) && !f.verdict(t)
}

// demandsThat reports whether what the verb of demand v asks for is a clause, in which the verb may look finite: "recommended that they keep
// it". To insist that something is so is to say it.
func (f *finder) demandsThat(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "insist", "tell", "instruct", "advise", "plead", "beg", "press", "exhort":
		return false
	}
	content := f.trees.Child(v, "ccomp")
	if content < v {
		return false
	}
	return f.trees.Child(content, "aux", "cop") == nlp.None || f.trees.Child(content, "mark") != nlp.None && !f.modal(content)
}

// noStatement reports whether a clause that begins with token t states nothing by itself: a relative clause or a question, as with "whether".
func (f *finder) noStatement(t int) bool {
	for ; t+1 < len(f.doc.Tokens) && f.doc.Tokens[t].UPOS == "ADP"; t++ {
	}
	switch f.doc.Tokens[t].Lower {
	case "which", "who", "whom", "whether", "how", "why":
		return true
	}
	return false
}

// asksWhat reports whether c is an embedded question and states nothing: "did not say when it would open", "recalled what it was like"; but not
// "what they forget is that they lost", nor "in 2004, when Bush won".
func (f *finder) asksWhat(c clause) bool {
	wh := c.first
	switch f.doc.Tokens[wh].Lower {
	case "what", "when", "where":
	default:
		return false
	}
	if before := f.doc.Tokens[max(0, wh-1)].Lower; before == "," || before == ";" {
		return false
	}
	if tok := &f.doc.Tokens[wh]; tok.Deprel == "det" {
		wh = tok.Head // "what other jobs"
	}
	if up := f.doc.Tokens[wh].Head; up != c.head {
		return up < c.first
	}
	return f.trees.Child(wh, "acl") == nlp.None && f.trees.Child(c.head, "ccomp", "parataxis") < c.head
}

// isQuestion reports whether c is a question: the mark ends its sentence and stands right behind it.
func (f *finder) isQuestion(c clause) bool {
	s := f.doc.Sentences[f.sentenceOf(c.head)]
	for t := s.First + s.Count - 1; t > c.head; t-- {
		switch f.doc.Tokens[t].Lower {
		case "?":
			return t <= c.last+2
		case "\"", "”", "’", "'", "''":
			continue
		}
		break
	}
	return false
}

// sayer returns who says what the participle cue introduces, "closed the road, saying that …": the subject of the verb on which it hangs;
// or nlp.None.
func (f *finder) sayer(cue int) int {
	if cue == nlp.None || f.doc.Tokens[cue].XPOS != "VBG" || deptree.Base(f.doc.Tokens[cue].Deprel) != "advcl" {
		return nlp.None
	}
	v := f.doc.Tokens[cue].Head
	by := f.subject(v)
	if by == nlp.None || f.passive(v) || !f.speaks(by) {
		return nlp.None
	}
	return by
}

// content returns the clauses of a quote's content, sentence by sentence.
func (f *finder) content(quote *nlp.Quote) []clause {
	var out []clause
	for _, span := range quote.Content {
		first, last := f.tokensIn(span)
		for first <= last {
			s := f.doc.Sentences[f.sentenceOf(first)]
			end := min(last, s.First+s.Count-1)
			out = append(out, f.clauses(first, end)...)
			first = end + 1
		}
	}
	return out
}

// anyFinite reports whether one of the clauses has a finite verb.
func (f *finder) anyFinite(clauses []clause) bool {
	return slices.ContainsFunc(clauses, func(c clause) bool { return f.finite(c.head) })
}

// cueHead returns the last verb of a cue that hangs on no other verb of it, else its last noun, or nlp.None: "threatened" of "threatened
// to call".
func (f *finder) cueHead(cue nlp.Span) int {
	if cue.IsZero() {
		return nlp.None
	}
	first, last := f.tokensIn(cue)
	head := nlp.None
	for t := first; t <= last; t++ {
		switch f.doc.Tokens[t].UPOS {
		case "VERB":
			if up := f.doc.Tokens[t].Head; head == nlp.None || up < first || up >= t || f.doc.Tokens[up].UPOS != "VERB" {
				head = t
			}
		case "NOUN":
			if head == nlp.None || f.doc.Tokens[head].UPOS != "VERB" {
				head = t
			}
		}
	}
	return head
}

// verbGroup returns the stretch of the claim that a reporting verb makes: from the verb group to the end of its clause. In the
// passive, and where the content comes first, it is the whole clause.
func (f *finder) verbGroup(quote *nlp.Quote, cue int) (first, last int) {
	first, last = f.tokensIn(quote.Cue)
	for first < cue && f.doc.Tokens[first].UPOS == "ADV" && f.doc.Tokens[first].Lower != "never" {
		first++
	}
	whole := false
	for _, span := range quote.Content {
		a, b := f.tokensIn(span)
		whole = whole || a < first
		if a > cue && a <= b && a-1 == last+1 && f.words.of(f.doc.Tokens[max(a, f.headOf(span))].Lemma)&(allegation|charged) != 0 {
			continue // "blamed Dahl, an accusation she rejects"
		}
		if a < first && f.trees.Child(cue, "nsubj") >= a && f.trees.Child(cue, "nsubj") <= b {
			first = a
		}
		last = max(last, b)
	}
	if f.verbs.at(f.doc, cue)&accuse != 0 {
		last = f.beforeAnswer(cue, f.withCharge(cue, last))
	}
	if whole {
		for child := range f.trees.Children(cue) {
			if lo, _ := f.trees.Extent(child); f.doc.Tokens[child].Deprel == "nsubj" || f.doc.Tokens[child].Deprel == "nsubj:pass" {
				first = min(first, lo)
			}
		}
	}
	for child := range f.trees.Children(cue) {
		if child > cue && child <= last && deptree.Base(f.doc.Tokens[child].Deprel) == "conj" && f.finite(child) &&
			f.verbs.at(f.doc, child)&(accuse|deny|demand|admit|estimate|speak) != 0 {
			if lo, _ := f.trees.Extent(child); lo > cue {
				last = lo - 1 // "denied it and blamed the deaths on infiltrators"
			}
			break
		}
	}
	c := f.trim(clause{cue, first, last})
	return c.first, c.last
}

// withCharge returns the end of what verb v accuses of or for, or blames on, if that begins right behind token last: labels of quotes often
// end before it.
func (f *finder) withCharge(v, last int) int {
	for child := range f.trees.Children(v) {
		mark := f.trees.Child(child, "case", "mark")
		if child <= last || mark == nlp.None || f.inTime(child) {
			continue
		}
		switch f.doc.Tokens[mark].Lower {
		case "of", "for", "on", "over", "with":
		default:
			continue
		}
		gap := f.doc.Tokens[last+1 : max(last+1, mark)] // "accused [the mayor], Paul Grant, of lying"
		if mark <= last || slices.ContainsFunc(gap, func(t nlp.Token) bool { return t.Lower != "," && t.UPOS != "PROPN" }) {
			continue
		}
		_, end := f.trees.Extent(child)
		for t := child + 1; t <= end; t++ {
			if f.doc.Tokens[t].Lower == "," {
				end = t - 1 // "on the firm, which built it"
			}
		}
		return end
	}
	return last
}
