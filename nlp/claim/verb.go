package claim

import (
	"sort"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/internal/number"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// performs returns the classes of verb v, as far as its object bears them out: to reject what was said is to deny, to describe
// it as a lie too, to describe a deed as a crime is to accuse, and to put something at a number is to estimate.
func (f *finder) performs(v int) class {
	c := f.verbs.at(f.doc, v)
	if c&demand != 0 && f.inquires(v) {
		c &^= demand
	}
	if c&reject != 0 && f.ofWhatWasSaid(v) {
		c |= deny
	}
	if c&describe != 0 && c&praise == 0 {
		switch in := f.complement(v); {
		case in&untrue != 0 && f.ofWhatWasSaid(v), in&opinion != 0 && f.ofCharge(v):
			c |= deny
		case in&(wrong|guilt|offence) != 0:
			c |= accuse
		}
	}
	if f.differs(v) {
		return c&^demand | deny
	}
	if c&judge != 0 {
		if f.holdsTo(v) {
			c |= accuse
		}
		if obj := f.object(v); obj != nlp.None && obj+1 < len(f.doc.Tokens) && f.doc.Tokens[obj+1].UPOS == "ADJ" && f.words.of(f.doc.Tokens[obj+1].Lemma)&guilt != 0 {
			c |= accuse // "held Crown Estates responsible", whatever the tree makes of the last word
		}
		for child := range f.trees.Children(v) {
			tok := f.doc.Tokens[child]
			if (tok.Deprel == "xcomp" || tok.Deprel == "obj") && child > v && tok.XPOS != "NNS" && !f.none(child) && f.words.of(tok.Lemma)&guilt != 0 {
				c |= accuse
			}
		}
		if f.verdict(v) {
			c |= accuse
		}
	}
	if f.laidAt(v) != nlp.None {
		return c | accuse
	}
	if f.warnsOff(v) {
		return c | demand
	}
	if c&alter != 0 && c&estimate == 0 && f.altersTally(v) {
		return c | estimate
	}
	switch {
	case c&estimate != 0 && !f.atNumber(v), c&give != 0 && !f.givesNumber(v):
		c &^= estimate
	case c&give != 0:
		c |= estimate
	}
	return c
}

// holdsTo reports whether verb v says whom its subject holds responsible, or to blame, whatever the tree makes of it.
func (f *finder) holdsTo(v int) bool {
	if f.doc.Tokens[v].Lemma != "hold" {
		return false
	}
	if next := f.doc.Tokens[min(v+1, len(f.doc.Tokens)-1)]; f.object(v) == nlp.None && next.UPOS != "DET" { // "the cooperative" may be taken for an adjective
		return false
	}
	for t := v + 2; t < min(v+8, len(f.doc.Tokens)-1); t++ {
		switch tok := &f.doc.Tokens[t]; {
		case tok.UPOS == "PUNCT" || tok.UPOS == "VERB" && tok.Lower != "blame":
			return false
		case tok.Lower == "responsible" || tok.Lower == "accountable" || tok.Lower == "liable" || tok.Lower == "blame" && f.doc.Tokens[t-1].Lower == "to":
			return true
		}
	}
	return false
}

// differs reports whether verb v says that its subject does not agree with what was said: "begged to differ", "took issue with the claim".
func (f *finder) differs(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "beg", "begge":
		x := f.trees.Child(v, "xcomp")
		return x > v && f.doc.Tokens[x].Lemma == "differ"
	case "take":
		obj := f.trees.Child(v, "obj")
		if obj < v || f.doc.Tokens[obj].Lemma != "issue" {
			return false
		}
		for t := obj + 1; t < min(obj+6, len(f.doc.Tokens)); t++ {
			if tok := &f.doc.Tokens[t]; tok.UPOS == "NOUN" && f.words.of(tok.Lemma)&(allegation|tally) != 0 {
				return true
			}
		}
	}
	return false
}

// altersTally reports whether verb v takes a toll or an estimate to another number: "raised the death toll to 31".
func (f *finder) altersTally(v int) bool {
	obj := f.object(v)
	if obj == nlp.None || f.words.of(f.doc.Tokens[obj].Lemma)&tally == 0 || f.passive(v) {
		return false
	}
	for child := range f.trees.Children(v) {
		if _, ok := f.numbered(child); ok && child > obj {
			to := f.trees.Child(child, "case")
			return to != nlp.None && f.doc.Tokens[to].Lower == "to"
		}
	}
	return false
}

// verdict reports whether what verb v finds is that its object is guilty, whatever the tree makes of it.
func (f *finder) verdict(v int) bool {
	obj := f.object(v)
	if obj == nlp.None {
		return false
	}
	for t := obj + 1; t < min(obj+8, len(f.doc.Tokens)); t++ {
		switch f.doc.Tokens[t].Lower {
		case "guilty", "liable", "culpable", "complicit":
			return f.doc.Tokens[t-1].Lower != "not"
		case ",", ".", ";", "that":
			return false
		}
	}
	return false
}

// object returns the object behind verb v, its subject in the passive, or nlp.None.
func (f *finder) object(v int) int {
	if f.passive(v) {
		return f.trees.Child(v, "nsubj")
	}
	for c := range f.trees.Children(v) {
		if c > v && f.doc.Tokens[c].Deprel == "obj" && !(isDay(&f.doc.Tokens[c]) && f.inTime(c)) {
			return c // but not the day of "called Wednesday for"
		}
	}
	if next := v + 1; next+1 < len(f.doc.Tokens) && f.doc.Tokens[next].Lower == "that" && isMark(&f.doc.Tokens[next+1]) {
		return next // "disputed that, saying …"
	}
	if next := v + 1; next < len(f.doc.Tokens) && f.doc.Tokens[next].Deprel == "case" {
		switch tok := &f.doc.Tokens[next]; tok.Lower {
		case "aside", "off", "out", "away", "down":
			if f.doc.Tokens[tok.Head].Head == v {
				return tok.Head // "brushed aside the charge"
			}
		}
	}
	return nlp.None
}

// relativeObject returns what the relative clause of verb v tells of, also where the tree takes that for one that goes on: "[a cover-up], which he
// denies"; or nlp.None.
func (f *finder) relativeObject(v int) int {
	if f.doc.Tokens[v].Deprel == "acl:relcl" {
		return f.doc.Tokens[v].Head
	}
	if f.doc.Tokens[v].Deprel == "acl" && f.doc.Tokens[v].Head < v && f.trees.Child(v, "nsubj") > f.doc.Tokens[v].Head && f.finite(v) && f.trees.Child(v, "obj", "ccomp", "xcomp") == nlp.None {
		if f.words.of(f.doc.Tokens[f.doc.Tokens[v].Head].Lemma)&(allegation|charged) != 0 {
			return f.doc.Tokens[v].Head // "a charge that he has denied", taken for what is charged
		}
	}
	if s := f.trees.Child(v, "nsubj"); s > 0 && s < v && f.doc.Tokens[s].UPOS == "PRON" && f.doc.Tokens[s-1].UPOS == "NOUN" && f.trees.Child(v, "obj") == nlp.None {
		if f.behindComma(s-1) != nlp.None {
			return s - 1 // "…, an accusation she rejects"
		}
	}
	if which := f.trees.Child(v, "obj"); which != nlp.None && which < v && f.doc.Tokens[which].Lower == "which" {
		return f.beforeWhich(v)
	}
	return nlp.None
}

// behindComma returns the comma right before noun t with its article and adjectives, whatever the tree makes of them: "[,] a serious charge"; or
// nlp.None.
func (f *finder) behindComma(t int) int {
	for t--; t > 0 && (f.doc.Tokens[t].UPOS == "DET" || f.doc.Tokens[t].UPOS == "ADJ"); t-- {
	}
	if t < 0 || f.doc.Tokens[t].Lower != "," {
		return nlp.None
	}
	return t
}

// beforeAnswer returns the last token before the comma behind which what the tokens from first to last say is taken up by a noun, to tell who
// denies it, "accused him of theft[, a charge that he denies]"; or last.
func (f *finder) beforeAnswer(first, last int) int {
	s := f.doc.Sentences[f.sentenceOf(first)]
	end := s.First + s.Count
	for noun := first + 1; noun <= last; noun++ {
		tok := &f.doc.Tokens[noun]
		if tok.UPOS != "NOUN" && tok.UPOS != "VERB" || f.words.of(tok.Lemma)&(allegation|charged) == 0 { // "charges" may be taken for a verb
			continue
		}
		comma := f.behindComma(noun)
		if comma <= first || noun+1 == end || tok.UPOS == "VERB" && f.doc.Tokens[noun+1].UPOS != "PRON" {
			continue
		}
		for v := noun + 2; v < min(noun+9, end) && !isMark(&f.doc.Tokens[v]); v++ {
			if f.doc.Tokens[v].UPOS == "VERB" && f.verbs.at(f.doc, v)&(deny|reject) != 0 && f.finite(v) {
				return comma - 1
			}
		}
	}
	return last
}

// subject returns the subject of verb v, or of the verb to which it is joined, or nlp.None.
func (f *finder) subject(v int) int {
	for range 4 {
		if s := f.trees.Child(v, "nsubj"); s != nlp.None && (!f.inTime(s) || f.doc.Tokens[s].Lower == "old") {
			return s // "the 37-year-old"
		}
		if noun := f.unmarked(v); noun != nlp.None {
			return noun
		}
		if it := f.trees.Child(v, "expl"); it != nlp.None && f.doc.Tokens[it].Lower == "it" && f.trees.Child(v, "obj") > v &&
			f.trees.Child(v, "csubj", "ccomp", "xcomp") == nlp.None {
			return it // "said it had taken the port", in which it stands for somebody
		}
		tok := f.doc.Tokens[v]
		if tok.Deprel == "acl" && tok.Head < v && f.finite(v) {
			return tok.Head // a verb taken for a participle
		}
		if tok.Head == v || deptree.Base(tok.Deprel) != "conj" {
			break
		}
		v = tok.Head
	}
	return nlp.None
}

// passive reports whether verb v is in the passive.
func (f *finder) passive(v int) bool {
	subject := false
	for c := range f.trees.Children(v) {
		switch f.doc.Tokens[c].Deprel {
		case "aux:pass":
			return true
		case "nsubj:pass":
			subject = true
		}
	}
	return subject && !(f.perfect(v) && f.trees.Child(v, "obj") > v) // "the company had recorded calls" is not
}

// agent returns the noun after "by" of the passive verb v, or nlp.None.
func (f *finder) agent(v int) int {
	for c := range f.trees.Children(v) {
		if deptree.Base(f.doc.Tokens[c].Deprel) != "obl" || f.doc.Tokens[c].UPOS == "NUM" {
			continue
		}
		if by := f.trees.Child(c, "case"); by != nlp.None && f.doc.Tokens[by].Lower == "by" && !f.inTime(c) {
			return c
		}
	}
	for c := range f.trees.Children(v) {
		if f.doc.Tokens[c].UPOS == "NUM" && c > v && f.passive(v) && f.agentBelow(c) != nlp.None {
			return f.agentBelow(c) // "was put at 20,000 by police"
		}
		if d := deptree.Base(f.doc.Tokens[c].Deprel); c > v && (d == "xcomp" || d == "advcl") && !f.passive(c) && f.passive(v) {
			return f.agentBelow(c) // "was warned against talking by the lawyer"
		}
	}
	return nlp.None
}

// agentBelow returns the person or the body after the "by" of verb or number v, to which the tree has given it, or nlp.None.
func (f *finder) agentBelow(v int) int {
	for c := range f.trees.Children(v) {
		if by := f.trees.Child(c, "case"); c > v && by != nlp.None && f.doc.Tokens[by].Lower == "by" && !f.inTime(c) && (f.sourceOf(c) != nlp.None || f.words.of(f.doc.Tokens[c].Lemma)&(body|people|voice) != 0) {
			return c
		}
	}
	_, last := f.trees.Extent(v)
	for t := v + 1; t < last; t++ {
		if by, c := f.doc.Tokens[t], f.doc.Tokens[t].Head; by.Lower == "by" && by.Deprel == "case" && c > t && !f.inTime(c) && f.sourceOf(c) != nlp.None {
			return c // which hangs on the noun before it
		}
	}
	return nlp.None
}

// inTime reports whether token t stands in an expression of time.
func (f *finder) inTime(t int) bool {
	span, times := f.doc.Tokens[t].Span, f.doc.Times
	i := sort.Search(len(times), func(i int) bool { return times[i].End >= span.End })
	return i < len(times) && times[i].Contains(span)
}

// ofWhatWasSaid reports whether the object of verb v, or its subject in the passive, is something said, or a clause: "the
// accusation", "that it had failed".
func (f *finder) ofWhatWasSaid(v int) bool {
	if f.trees.Child(v, "ccomp") != nlp.None {
		return true
	}
	if f.verbs.at(f.doc, v)&describe != 0 && !f.passive(v) { // whatever the tree makes of "called the claim baseless"
		for t := v + 1; t < min(v+4, len(f.doc.Tokens)); t++ {
			tok := f.doc.Tokens[t]
			if tok.UPOS == "NOUN" && f.words.of(tok.Lemma)&allegation != 0 {
				return true
			}
			if t == v+1 && tok.Lower == "that" && t+1 < len(f.doc.Tokens) && f.doc.Tokens[t+1].UPOS == "ADJ" {
				return true // "called that false"
			}
			if tok.UPOS != "DET" && tok.UPOS != "ADJ" && tok.UPOS != "PRON" {
				break
			}
		}
	}
	obj := f.object(v)
	if at := f.relativeObject(v); obj == nlp.None && at != nlp.None {
		obj = at // "an accusation she rejects"
		return f.words.of(f.doc.Tokens[obj].Lemma)&(allegation|charged) != 0 && !f.passive(v)
	}
	if obj == nlp.None {
		return false
	}
	tok := f.doc.Tokens[obj]
	return f.words.of(tok.Lemma)&allegation != 0 || tok.Lower == "that" || tok.UPOS == "PRON" && tok.Lower == "this"
}

// ofCharge reports whether the object of verb v is what blames, or a pronoun: "called the charge pathetic", but not "called his statement
// childish".
func (f *finder) ofCharge(v int) bool {
	obj := f.object(v)
	return obj != nlp.None && f.ofWhatWasSaid(v) && (f.words.of(f.doc.Tokens[obj].Lemma)&charged != 0 || f.doc.Tokens[obj].UPOS == "PRON" || f.doc.Tokens[obj].Lemma == "claim")
}

// complement returns the classes of what verb v says that its object is: "called it a lie", "described the visit as a provocation".
func (f *finder) complement(v int) class {
	var c class
	obj := f.object(v)
	lo, hi := f.trees.Extent(v)
	if obj != nlp.None {
		lo = obj
	}
	for t := max(lo, v) + 1; t <= hi; t++ {
		switch tok := &f.doc.Tokens[t]; {
		case tok.Lower == "," || tok.Lower == ";":
			return c
		case tok.UPOS == "VERB" && tok.XPOS == "VBN":
			// "the most persecuted group" is whom it is done to
		case tok.UPOS == "VERB":
			c |= f.verbs.at(f.doc, t) & wrong
		default:
			c |= f.words.of(tok.Lemma) | f.words.of(tok.Lower)
		}
	}
	return c
}

// atNumber reports whether verb v sets its object at a number, or counts: "put the crowd at about 3,000", "counted 40 boats".
func (f *finder) atNumber(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "count", "tally":
		obj := f.trees.Child(v, "obj")
		return obj > v && f.counts(obj)
	case "speak", "talk", "know":
		for of := range f.trees.Children(v) {
			if _, ok := f.numbered(of); ok && of > v && deptree.Base(f.doc.Tokens[of].Deprel) == "obl" {
				return true
			}
		}
		return false
	}
	_, ok := f.numberAfterAt(v)
	return ok
}

// numberAfterAt returns the number after the "at" of verb v, which is often a bare one that counts nothing by itself.
func (f *finder) numberAfterAt(v int) (nlp.Quantity, bool) {
	s := f.doc.Sentences[f.sentenceOf(v)]
	tokens := f.doc.Tokens[:s.First+s.Count]
	for t := v + 1; t < min(len(tokens), v+20); t++ {
		if tokens[t].Lower != "at" {
			continue
		}
		next := min(t+5, len(tokens)-1)
		for _, q := range f.quantitiesIn(nlp.Span{Start: tokens[t].End, End: tokens[next].End}) {
			if q.Kind != nlp.Ordinal {
				return q, true
			}
		}
		for i := t + 1; i <= min(t+2, next); i++ {
			if value, n := number.Cardinal(tokens[i:]); n > 0 && !f.inTime(i) {
				span := nlp.Span{Start: tokens[i].Start, End: tokens[i+n-1].End}
				return nlp.Quantity{Span: span, Kind: nlp.Count, Low: value, High: value, HasLow: true, HasHigh: true}, true
			}
		}
	}
	return nlp.Quantity{}, false
}

// givesNumber reports whether the object of verb v is a word for a number, and the number is there: "gave a toll of 40".
func (f *finder) givesNumber(v int) bool {
	obj := f.object(v)
	return obj != nlp.None && f.words.of(f.doc.Tokens[obj].Lemma)&(tally|crowd) != 0 && f.counts(obj)
}

// saysFor reports whether verb v says for what it accuses or what it asks: by "of", "for", "over" or "with" and a noun or a verb behind
// its object, or by an infinitive after "on" somebody.
func (f *finder) saysFor(v int) bool {
	obj := f.object(v)
	for _, head := range []int{v, obj} {
		if head == nlp.None {
			continue
		}
		for c := range f.trees.Children(head) {
			if c < v {
				continue
			}
			mark := f.trees.Child(c, "case", "mark")
			if mark == nlp.None {
				continue
			}
			switch f.doc.Tokens[mark].Lower {
			case "of", "for", "over", "with":
				return true
			}
		}
	}
	return false
}

// start returns the first token of the phrase of t.
func (f *finder) start(t int) int {
	first, _ := f.trees.Extent(t)
	return first
}

// inside reports whether token t, which may be nlp.None, lies in s.
func (f *finder) inside(t int, s nlp.Span) bool {
	return t != nlp.None && s.Contains(f.doc.Tokens[t].Span)
}

// modal reports whether verb v only may, will, would or should do what it says.
func (f *finder) modal(v int) bool {
	for c := range f.trees.Children(v) {
		if tok := f.doc.Tokens[c]; tok.Deprel == "aux" && tok.XPOS == "MD" {
			return true
		}
	}
	return false
}
