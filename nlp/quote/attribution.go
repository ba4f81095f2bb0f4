package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A finder turns the attributions of one document into quotes.
type finder struct {
	*Annotator
	v       *view
	linker  *linker
	margins []int32 // by how much the label of each token is preferred
	least   float64 // confidence of a quote that is told
	doc     *nlp.Document
	drafts  []draft
	joint   []draft // of verbs joined to the cue of another
	places  mentionPlaces
}

// leastConfidence is what a quote must have to be told. Of those that have less, six in seven are wrong; to leave them out
// is right for users, who would rather have none.
const leastConfidence = 0.15

// A draft is a quote with what is still needed of its making.
type draft struct {
	nlp.Quote
	cue      piece
	source   piece     // empty if there is none
	verb     int       // the token that carries the cue's meaning
	evidence []float64 // what the confidence is computed from
}

// quotes sets the drafts of the document's quotes.
func (f *finder) quotes(groups []group) {
	f.places = newMentionPlaces(f.doc)
	for _, g := range groups {
		told := len(f.joint)
		if d := f.draft(g); d.Confidence >= f.least && !f.isNothing(&d) {
			f.drafts = append(f.drafts, d)
		} else {
			f.joint = f.joint[:told] // what is joined to it is told no more than itself
		}
	}
	f.joints()
	f.reportings()
	f.passives()
	f.accordings()
	f.headlines()
	f.turns()
	f.speeches()
	f.colons()
	f.participles()
	f.drafts = slices.DeleteFunc(f.drafts, func(d draft) bool { return f.isNaming(&d) })
	f.relays()
	f.orphans()
	slices.SortStableFunc(f.drafts, func(a, b draft) int { return a.Content[0].Start - b.Content[0].Start })
	f.nest()
	f.speakers()
}

// colons ends contents at the colon behind which the content of another quote begins that goes on over its own cue: "he saw it differently" of "he saw it
// differently: the goal, he argued, was offside".
func (f *finder) colons() {
	near := f.bySentence()
	for k := range f.drafts {
		o := &f.drafts[k]
		if len(o.Content) < 2 || o.Kind != nlp.Indirect {
			continue
		}
		for _, j := range near[int(f.v.toks[o.cue.first].sentence)] {
			d := &f.drafts[j]
			c := &d.Content[len(d.Content)-1]
			if j == k || !c.Overlaps(o.Content[0]) || c.Start >= o.Content[0].Start || c.Overlaps(o.Cue) {
				continue
			}
			if before := firstToken(f.doc, o.Content[0].Start) - 1; before > d.cue.end && f.doc.Tokens[before].Lower == ":" {
				c.End = f.doc.Tokens[before-1].End
			}
		}
	}
}

// draft returns the quote of a group.
func (f *finder) draft(g group) draft {
	d := draft{cue: f.lastClause(f.linker.pieces[g.cue])}
	d.Inside = nlp.None
	d.Cue = f.span(d.cue)
	d.verb = f.verb(d.cue)
	if g.source != nlp.None {
		if s := f.linker.pieces[g.source]; f.v.toks[s.first].sentence <= f.v.toks[d.cue.end-1].sentence { // or it is that of another cue
			d.source = f.withRelative(&d, f.antecedent(&d, f.withoutTime(s)))
			d.Source = f.trim(f.span(d.source))
		}
	}
	var contents []piece
	for _, c := range g.contents {
		if p := f.linker.pieces[c]; len(contents) == 0 || !f.isPunctuation(p) { // the mark that opens the next paragraph
			contents = append(contents, p)
		}
	}
	contents = f.behindWhat(&d, f.together(d.cue, contents))
	f.ofAgent(&d)
	f.setOff(&d, contents)
	f.ownSubject(&d, contents)
	f.withoutIt(&d, contents)
	contents = f.withoutAgent(&d, f.withoutSubject(&d, contents))
	contents = f.uncoordinated(&d, f.interrupted(&d, f.withoutTold(&d, contents)))
	for _, c := range contents {
		d.Content = append(d.Content, f.content(f.uttered(&d, f.withoutDateline(f.inRelative(&d, c)))))
	}
	d.Content = f.join(d.Content)
	for i, s := range d.Content {
		d.Content[i] = f.withoutEnds(s)
	}
	d.Kind = f.kind(d.Content, d.Cue)
	d.Manner = f.manner(d.verb)
	f.address(&d)
	d.evidence = f.evidenceFor(&d, g)
	d.Confidence = f.confidence(&d)
	return d
}

// withoutDateline returns content from behind the dateline that it begins with.
func (f *finder) withoutDateline(content piece) piece {
	if s := f.v.sents[f.v.toks[content.first].sentence]; int(s.first) == content.first {
		content.first = f.afterDateline(content.first, content.end-1)
	}
	return content
}

// inRelative returns content up to the comma that closes the relative clause of d, whose pronoun is the source: "any crime" of "Lind, who denies any crime,
// plans to appeal".
func (f *finder) inRelative(d *draft, content piece) piece {
	who := d.source.first
	if d.source.end != who+1 || who == 0 || content.first < d.cue.end || !f.isComma(who-1) || f.doc.Tokens[who].XPOS != "WP" && f.doc.Tokens[who].XPOS != "WDT" {
		return content
	}
	for i := content.first + 1; i+1 < content.end; i++ {
		if f.isComma(i) && finiteTag(f.doc.Tokens[i+1].XPOS) {
			content.end = i
		}
	}
	return content
}

// withoutTold returns contents without who is told, where a clause follows at once: "the board" of "she told the board nobody had asked".
func (f *finder) withoutTold(d *draft, contents []piece) []piece {
	told := f.v.forest.Child(d.verb, "iobj", "obj")
	if told < d.verb || f.class(d.verb)&tellVerb == 0 || contents[0].first != d.cue.end {
		return contents
	}
	c, p := &contents[0], f.phrase(told)
	if p.first != c.first || p.end >= c.end || !f.isFinite(p.end, c.end) {
		return contents
	}
	switch t := &f.doc.Tokens[p.end]; t.UPOS {
	case "DET", "NOUN", "PROPN":
		c.first = p.end
	case "PRON": // and not "the man who called"
		if t.XPOS == "PRP" || t.Lower == "what" {
			c.first = p.end
		}
	case "SCONJ":
		if t.Deprel == "mark" && f.doc.Tokens[t.Head].Head == d.verb {
			c.first = p.end
		}
	}
	return contents
}

// interrupted returns contents with what the labels have left out of a sentence that source and cue interrupt, between two commas, without quotation marks:
// "Too often" of "Too often, she said, nobody cares", "could be lost" of "All of this, she said, could be lost".
func (f *finder) interrupted(d *draft, contents []piece) []piece {
	from, to := d.cue.first, d.cue.end // of the interruption
	if d.source.end > d.source.first {
		from, to = min(from, d.source.first), max(to, d.source.end)
	}
	s := f.v.sents[f.v.toks[d.cue.first].sentence]
	first, last := int(s.first), int(s.end)-1
	for last > to && f.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	for i := from - 1; i > first; i-- { // "he saw it differently: the goal, he argued, was offside"
		if w := f.doc.Tokens[i].Lower; w == ":" || w == ";" {
			first = i + 1
		}
	}
	for first < from && !f.begins(first) {
		first++
	}
	quoted := slices.ContainsFunc(contents, func(p piece) bool { return f.v.toks[p.first].quoted != outside })
	if quoted || from-1 <= first || to >= last || !f.isComma(from-1) || !f.isComma(to) {
		return contents
	}
	before, after := holds(contents, first, from-1), holds(contents, to, last)
	switch {
	case after && !before && f.doc.Tokens[from-2].UPOS != "SCONJ": // "because, she said, …" interrupts what begins behind it
		return append([]piece{{contentPiece, first, from - 1}}, contents...)
	case before && !after && !f.isFinite(first, from-1) && f.isFinite(to+1, last+1):
		return append(contents, piece{contentPiece, to + 1, last + 1})
	}
	return contents
}

// together returns contents without those that cannot go with the rest: pieces that begin outside of quotation marks, in a sentence behind that of
// the cue, in one before it if there are others in its own, or behind the cue where quotation marks stood before that ("'No,' he said, and somebody
// laughed"), unless they open at the second word.
func (f *finder) together(cue piece, contents []piece) []piece {
	sentence := func(p piece) int32 { return f.v.toks[p.first].sentence }
	own := slices.ContainsFunc(contents, func(p piece) bool { return sentence(p) == sentence(cue) })
	out := contents[:0]
	for _, p := range contents {
		if own && f.v.toks[p.first].quoted != outside && f.v.toks[p.end-1].sentence != sentence(cue) && sentence(p) != sentence(cue) && !f.standsAlone(p) {
			if sentence(p) > sentence(cue) {
				break
			}
			continue
		}
		if f.v.toks[p.first].quoted == outside {
			resumes := p.first+1 < p.end && f.v.toks[p.first+1].quoted == openMark
			switch {
			case sentence(p) < sentence(cue) && own,
				sentence(p) > sentence(cue) && len(out) > 0,
				p.first >= cue.end && len(out) > 0 && out[0].end <= cue.first && f.isQuoted(out[0]) && !resumes:
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// behindWhat returns contents without those before the pronoun that opens the clause of d's cue: "in what organisers called the largest ride ever".
func (f *finder) behindWhat(d *draft, contents []piece) []piece {
	from := d.cue.first
	if d.source.end > d.source.first {
		from = min(from, d.source.first)
	}
	if from == 0 || f.doc.Tokens[from-1].Lower != "what" || contents[len(contents)-1].first < d.cue.end {
		return contents
	}
	return slices.DeleteFunc(contents, func(p piece) bool { return p.end < from && f.v.toks[p.first].quoted == outside })
}

// standsAlone reports whether the sentences of the quotation p have no words outside of quotation marks. Others have a cue of their own, or
// quote a word: "'Free' does not mean cheap".
func (f *finder) standsAlone(p piece) bool {
	s := piece{first: int(f.v.sents[f.v.toks[p.first].sentence].first), end: int(f.v.sents[f.v.toks[p.end-1].sentence].end)}
	for i := s.first; i < s.end; i++ {
		if f.v.toks[i].quoted == outside && f.doc.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// isQuoted reports whether p begins and ends in quotation marks.
func (f *finder) isQuoted(p piece) bool {
	return f.v.toks[p.first].quoted != outside && f.v.toks[p.end-1].quoted != outside
}

// isPunctuation reports whether p has nothing else.
func (f *finder) isPunctuation(p piece) bool {
	return !slices.ContainsFunc(f.doc.Tokens[p.first:p.end], func(t nlp.Token) bool { return t.UPOS != "PUNCT" })
}

// finiteTag reports whether a Penn Treebank tag is that of a finite verb.
func finiteTag(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

// isComma reports whether token i is a comma outside of quotation marks.
func (f *finder) isComma(i int) bool {
	return f.doc.Tokens[i].Lower == "," && f.v.toks[i].quoted == outside
}

// isFinite reports whether there is a finite verb among the tokens from first to before end.
func (f *finder) isFinite(first, end int) bool {
	return slices.ContainsFunc(f.doc.Tokens[first:end], func(t nlp.Token) bool { return finiteTag(t.XPOS) })
}

// holds reports whether one of ps has one of the tokens from first to last.
func holds(ps []piece, first, last int) bool {
	return slices.ContainsFunc(ps, func(p piece) bool { return p.first <= last && first < p.end })
}

// span returns the text of a piece.
func (f *finder) span(p piece) nlp.Span {
	return nlp.Span{Start: f.doc.Tokens[p.first].Start, End: f.doc.Tokens[p.end-1].End}
}

// trim takes commas and the like off the ends of s.
func (f *finder) trim(s nlp.Span) nlp.Span {
	text := s.In(f.doc.Text)
	inner := strings.TrimFunc(text, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
	if inner == "" {
		return s
	}
	s.Start += strings.Index(text, inner)
	s.End = s.Start + len(inner)
	return s
}

// content returns the span of a piece of content, with the quotation marks around what it holds.
func (f *finder) content(p piece) nlp.Span {
	p.end = f.lastMarked(f.withModifier(f.withClause(p)))
	p.first = f.firstMarked(p)
	s := f.span(p)
	if p.first > 0 && f.v.toks[p.first-1].quoted == openMark && f.v.toks[p.first].quoted != outside {
		if m := f.v.toks[p.first].mark; m >= 0 && f.v.marked[m].Start == f.doc.Tokens[p.first-1].Start {
			s.Start = f.v.marked[m].Start
		}
	}
	if p.end < len(f.v.toks) && f.v.toks[p.end].quoted == closeMark {
		if m := f.v.toks[p.end].mark; m >= 0 && f.v.marked[m].Start >= s.Start {
			s.End = f.doc.Tokens[p.end].End
		}
	}
	return s
}

// withClause returns p up to the end of the clause that its first word opens, if p has only the beginning of that: "that the game" of "that
// the game was over".
func (f *finder) withClause(p piece) piece {
	t := &f.doc.Tokens[p.first]
	if t.Deprel == "mark" && t.Head >= p.end {
		_, last := f.extent(t.Head)
		p.end = last + 1
	}
	return p
}

// withModifier returns p up to the noun that a preposition right behind p joins to its last one: "a tax on ferries" for "a tax".
func (f *finder) withModifier(p piece) piece {
	tokens := f.doc.Tokens
	if p.end >= len(tokens) || tokens[p.end].UPOS != "ADP" || tokens[p.end-1].UPOS != "NOUN" || f.v.toks[p.first].quoted != outside || f.v.toks[p.end].quoted != outside {
		return p
	}
	if n := tokens[p.end].Head; n > p.end && tokens[n].Deprel == "nmod" && tokens[n].Head == p.end-1 && tokens[n].UPOS == "NOUN" {
		p.end = n + 1
	}
	return p
}

// withoutEnds returns s without the comma or full stop of the whole sentence, which stands outside of the quotation marks that s has.
func (f *finder) withoutEnds(s nlp.Span) nlp.Span {
	text := f.doc.Text
	for s.Len() > 1 {
		r, size := utf8.DecodeLastRuneInString(s.In(text))
		last := firstToken(f.doc, s.End-1)
		if !(r == ',' || r == ';' || r == ':' || r == '.' && f.doc.Tokens[last].Lower == ".") || f.v.toks[last].quoted != outside && !f.marksEndOutside(last, s) {
			break
		}
		s.End -= size
		for s.Len() > 1 && text[s.End-1] == ' ' {
			s.End--
		}
	}
	for s.Len() > 1 && (text[s.Start] == ',' || text[s.Start] == ' ') {
		s.Start++
	}
	return s
}

// lastMarked returns the end of p, or that of the sentence whose full stop stands right behind p and in the same quotation marks.
func (f *finder) lastMarked(p piece) int {
	if p.end >= len(f.v.toks) || f.v.toks[p.end].mark == nlp.None || f.v.toks[p.end].mark != f.v.toks[p.end-1].mark || f.v.toks[p.end].quoted == closeMark {
		return p.end
	}
	switch f.doc.Tokens[p.end].Lower {
	case ".", "!", "?":
		return p.end + 1
	}
	return p.end
}

// firstMarked returns the beginning of p, or that of the quotation that p ends with, if p begins within its first sentence: labels are at a loss
// with fragments ("Rock 'n' roll is dead").
func (f *finder) firstMarked(p piece) int {
	m := f.v.toks[p.first].mark
	if m == nlp.None || f.v.toks[p.first].quoted == openMark || f.v.toks[p.end-1].mark != m || p.end < len(f.v.toks) && f.v.toks[p.end].quoted == inside {
		return p.first
	}
	first := firstToken(f.doc, f.v.marked[m].Start)
	if f.v.toks[first].quoted != openMark || f.v.toks[first].sentence != f.v.toks[p.first].sentence {
		return p.first
	}
	return first
}

// marksEndOutside reports whether the quotation marks around token i are no part of s.
func (f *finder) marksEndOutside(i int, s nlp.Span) bool {
	m := f.v.toks[i].mark
	return m == nlp.None || f.v.marked[m].Start < s.Start
}

// join makes one span of neighbours with nothing but white space between them.
func (f *finder) join(spans []nlp.Span) []nlp.Span {
	slices.SortFunc(spans, func(a, b nlp.Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 {
			gap := f.doc.Text[min(out[n-1].End, s.Start):s.Start]
			if strings.TrimSpace(gap) == "" && !strings.Contains(gap, "\n") {
				out[n-1].End = s.End
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// kind says how much of content stands in quotation marks, leaving out marks around the cue too, and those of titles.
func (f *finder) kind(content []nlp.Span, cue nlp.Span) nlp.QuoteKind {
	in, out := 0, 0
	for _, c := range content {
		titled := int32(nlp.None) // the mark of a title that something is said about
		for i := firstToken(f.doc, c.Start); i < len(f.doc.Tokens) && f.doc.Tokens[i].Start < c.End; i++ {
			if f.v.toks[i].quoted == openMark && (f.doc.Tokens[i].Start > c.Start && f.isNamed(i) || f.isSubjectMatter(i, c)) {
				titled = f.v.toks[i].mark
			}
			if f.doc.Tokens[i].UPOS == "PUNCT" {
				continue
			}
			if m := f.v.toks[i].mark; m != nlp.None && m != titled && (cue.IsZero() || !f.v.marked[m].Contains(cue)) {
				in++
			} else {
				out++
			}
		}
	}
	switch {
	case in == 0:
		return nlp.Indirect
	case out == 0:
		return nlp.Direct
	}
	return nlp.Mixed
}

// isSubjectMatter reports whether the mark i opens content with a title of several words, of which the rest says something: "praised 'Blue Roads' for its warmth".
func (f *finder) isSubjectMatter(i int, content nlp.Span) bool {
	m := f.v.toks[i].mark
	return f.doc.Tokens[i].Start == content.Start && m >= 0 && f.v.marked[m].End < content.End && strings.Contains(f.v.marked[m].In(f.doc.Text), " ") && f.isTitle(i)
}

// verb returns the token that carries the meaning of a cue: the one that is most often a cue, the last of several.
func (f *finder) verb(cue piece) int {
	best := cue.end - 1
	for best > cue.first && (f.doc.Tokens[best].UPOS == "PUNCT" || f.doc.Tokens[best].UPOS == "ADP") { // "whispered:", "performs as"
		best--
	}
	top := uint8(0)
	for i := cue.first; i < cue.end; i++ {
		if t := &f.v.toks[i]; t.bin >= top && t.bin > 0 && f.doc.Tokens[i].UPOS != "ADP" && f.doc.Tokens[i].UPOS != "AUX" && f.doc.Tokens[i].UPOS != "ADV" {
			best, top = i, t.bin
		}
	}
	return best
}

// class returns the classes of the lemma of token i.
func (f *finder) class(i int) verbClass {
	return f.verbs[strings.ToLower(f.doc.Tokens[i].Lemma)]
}

func (f *finder) manner(verb int) nlp.Manner {
	c := f.class(verb)
	switch {
	case c&(tellVerb|speakVerb) != 0:
		return nlp.Stated
	case c&intendedVerb != 0:
		return nlp.Intended
	case c&thoughtVerb != 0:
		return nlp.Thought
	}
	return nlp.Stated
}

// address finds whom the quote was said to: the object of a verb of telling, or who stands after "to" or "with".
func (f *finder) address(d *draft) {
	class := f.class(d.verb)
	if class&(tellVerb|speakVerb) == 0 {
		return
	}
	if f.isPassive(d.verb) && class&tellVerb != 0 {
		if s := f.subject(d.verb); s != nlp.None && s < d.verb {
			// "She was told to go": the subject is who was told.
			p := f.phrase(s)
			if d.source.end > d.source.first && (d.source.first < p.end && p.first < d.source.end || d.source.end <= p.first) { // who comes before it says something else
				d.source, d.Source = piece{}, nlp.Span{}
			}
			d.Addressee = f.addressee(d, p)
			f.withAgent(d)
			return
		}
	}
	if class&tellVerb != 0 {
		for c := range f.v.forest.Children(d.verb) {
			if rel := deptree.Base(f.doc.Tokens[c].Deprel); (rel == "obj" || rel == "iobj") && c > d.verb {
				if d.Addressee = f.addressee(d, f.phrase(c)); !d.Addressee.IsZero() {
					return
				}
			}
		}
	}
	for c := range f.v.forest.Children(d.verb) {
		if deptree.Base(f.doc.Tokens[c].Deprel) != "obl" {
			continue
		}
		switch f.preposition(c) {
		case "to":
			if c > d.verb {
				d.Addressee = f.addressee(d, f.phrase(c))
			}
		case "in", "during":
			for n := range f.v.forest.Children(c) { // "in a letter to the board"
				if p := f.preposition(n); deptree.Base(f.doc.Tokens[n].Deprel) == "nmod" && (p == "to" || p == "with") && f.isMessage(c) {
					d.Addressee = f.addressee(d, f.phrase(n))
				}
			}
		}
		if !d.Addressee.IsZero() {
			return
		}
	}
}

// subject returns the subject of a verb, or of the one that it is joined to ("was stopped and told to wait"), or None.
func (f *finder) subject(verb int) int {
	for range 4 {
		if s := f.v.forest.Child(verb, "nsubj"); s != nlp.None || f.doc.Tokens[verb].Deprel != "conj" {
			return s
		}
		verb = f.doc.Tokens[verb].Head
	}
	return nlp.None
}

// isPassive reports whether the verb i is in the passive, or joined to one that is: "was stopped and told".
func (f *finder) isPassive(i int) bool {
	for t := &f.doc.Tokens[i]; t.Deprel == "conj" && t.XPOS == "VBN" && t.Head < i && f.v.toks[i].kids&kidBit("aux:pass") == 0; t = &f.doc.Tokens[i] {
		i = t.Head
	}
	return f.v.toks[i].kids&kidBit("aux:pass") != 0
}

// isMessage reports whether token i is a noun for something said or written.
func (f *finder) isMessage(i int) bool {
	switch f.doc.Tokens[i].Lemma {
	case "letter", "interview", "statement", "email", "e-mail", "message", "memo", "note", "speech", "remark", "testimony", "conversation", "call", "text", "address", "comment", "briefing":
		return true
	}
	return false
}

// preposition returns the preposition of token i, or "".
func (f *finder) preposition(i int) string {
	if c := f.v.forest.Child(i, "case"); c != nlp.None && c < i {
		return f.doc.Tokens[c].Lower
	}
	return ""
}

// phrase returns the tokens below i without its preposition, clauses and what punctuation sets off.
func (f *finder) phrase(i int) piece {
	lo, hi := f.v.forest.Extent(i)
	for c := range f.v.forest.Children(i) {
		switch deptree.Base(f.doc.Tokens[c].Deprel) {
		case "case", "cc":
			if c < i {
				lo = max(lo, c+1)
			}
		case "acl", "appos", "parataxis", "punct", "ccomp", "xcomp", "advcl":
			if c > i {
				first, _ := f.v.forest.Extent(c)
				if first == i+1 && f.doc.Tokens[c].UPOS == "PROPN" { // "the newspaper Havneposten"
					continue
				}
				hi = min(hi, first-1)
			}
		}
	}
	for hi > i && f.doc.Tokens[hi].UPOS == "PUNCT" {
		hi--
	}
	p := piece{first: min(lo, i), end: max(hi, i) + 1}
	opens := func(t facts) bool { return t.quoted == openMark }
	if p.end < len(f.v.toks) && f.v.toks[p.end].quoted == closeMark && slices.ContainsFunc(f.v.toks[p.first:p.end], opens) {
		p.end++
	}
	return p
}

// addressee returns the span of p, or the zero span if it is no party to d: part of the content or source, a clause, a thing.
func (f *finder) addressee(d *draft, p piece) nlp.Span {
	s := f.trim(f.span(p))
	for _, c := range d.Content {
		if c.Overlaps(s) {
			return nlp.Span{}
		}
	}
	if !d.Source.IsZero() && d.Source.Overlaps(s) || s.Overlaps(d.Cue) || strings.Contains(s.In(f.doc.Text), "\n") {
		return nlp.Span{}
	}
	switch f.doc.Tokens[f.v.headOf(p)].UPOS {
	case "NOUN", "PROPN", "PRON":
		return s
	}
	return nlp.Span{}
}

// nest sets Inside: the shortest quote in one span of whose content the whole of another stands.
func (f *finder) nest() {
	var open []int
	for i := range f.drafts {
		d := &f.drafts[i]
		end := d.Content[len(d.Content)-1].End
		for len(open) > 0 {
			o := f.drafts[open[len(open)-1]].Content
			if o[len(o)-1].End > d.Content[0].Start {
				break
			}
			open = open[:len(open)-1]
		}
		for k := len(open) - 1; k >= 0 && k >= len(open)-4; k-- {
			inside := slices.ContainsFunc(f.drafts[open[k]].Content, func(c nlp.Span) bool {
				return c.Start <= d.Content[0].Start && end <= c.End && c.Contains(d.Cue)
			})
			if inside {
				d.Inside = open[k]
				break
			}
		}
		open = append(open, i)
	}
}
