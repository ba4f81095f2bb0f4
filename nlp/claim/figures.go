package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// counted is a quantity of a claim, with what it counts and what is said of that.
type counted struct {
	nlp.Quantity
	unit string // the lemma of what is counted, the currency of money, "%"
	that bool   // it is the figure spoken of before: "put the figure at 40"
	more bool   // it comes on top of something else: "another 15"
	deed string // the sense of what is said of it: 40 people "die"; may be empty
}

// everybody is the unit of people who are not told apart, as in "40 people", "40 dead", "a crowd of 40".
const everybody = "people"

// thereIs is the deed of what there only is: it fits any other.
const thereIs = "be"

// figures finds two figures for one thing by different claimants that cannot both be true.
func (c *comparer) figures() {
	byUnit := make(map[string][]int)
	for i := range c.stated {
		var units []string
		for _, q := range c.stated[i].counted {
			unit := q.unit
			if c.words.of(unit)&people != 0 {
				unit = everybody
			} else if c.senses.known(unit) {
				unit = c.senses.of(unit).word
			}
			if slices.Contains(units, unit) {
				continue
			}
			units = append(units, unit)
			earlier := byUnit[unit]
			for _, j := range earlier[max(0, len(earlier)-latest):] {
				if confidence := c.figuresClash(i, j); confidence > 0 {
					c.relate(i, j, nlp.Contradicts, confidence)
				}
			}
			byUnit[unit] = append(earlier, i)
		}
	}
}

// figuresClash returns how sure it is that claims i and j give figures for one thing that cannot both be true, or 0.
func (c *comparer) figuresClash(i, j int) float64 {
	a, b := &c.stated[i], &c.stated[j]
	if a.negated != b.negated && !spokenOf(a) && !spokenOf(b) || !c.comparable(i, j) && !c.corrects(a, b) || c.updates(i) || c.updates(j) {
		return 0
	}
	if len(a.places) > 0 && len(b.places) > 0 && !common(a.places, b.places) {
		return 0
	}
	if !sameNames(a, b) {
		return 0
	}
	if isEntity(a.subject) && isEntity(b.subject) && a.subject != b.subject {
		return 0
	}
	if max(len(a.counted), len(a.numbers)) > 3 || max(len(b.counted), len(b.numbers)) > 3 {
		return 0 // a list of figures is of many things
	}
	best := 0.0
	for _, x := range a.counted {
		for _, y := range b.counted {
			sure := c.oneThing(a, b, x, y)
			if sure == 0 {
				continue
			}
			if !disjoint(x.Quantity, y.Quantity) {
				return 0
			}
			best = max(best, sure)
		}
	}
	return best
}

// corrects reports whether one of two statements by different parties gives the figure that the other one has, though that is one of what is
// to come: "the closure will cost 180 jobs", "the true number was 300".
func (c *comparer) corrects(a, b *statement) bool {
	if a.supposed || b.supposed || a.itself && b.itself || a.future == b.future || !a.party.differs(b.party) {
		return false
	}
	return spokenOf(a) || spokenOf(b)
}

// spokenOf reports whether s gives another number for what was spoken of before.
func spokenOf(s *statement) bool {
	return slices.ContainsFunc(s.counted, func(x counted) bool { return x.that })
}

// sameNames reports whether a and b, beside those who put them forward, name one in common, if both name any.
func sameNames(a, b *statement) bool {
	named := func(s *statement) []string {
		return slices.DeleteFunc(slices.Clone(s.keys), func(k string) bool { return !isEntity(k) || a.party.has(k) || b.party.has(k) })
	}
	x, y := named(a), named(b)
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(k string) bool { return slices.Contains(y, k) })
}

// oneThing returns how sure it is that x, of a, and y, of b, count one thing, or 0.
func (c *comparer) oneThing(a, b *statement, x, y counted) float64 {
	if x.Kind != y.Kind || !c.unitsFit(x, y) || x.deed != y.deed && x.deed != "" && y.deed != "" && x.deed != thereIs && y.deed != thereIs {
		return 0
	}
	if x.more && !y.that || y.more && !x.that {
		return 0
	}
	if x.Kind == nlp.Count && (x.HasHigh && x.Low == 1 && x.High == 1 || y.HasHigh && y.Low == 1 && y.High == 1) && !x.that && !y.that {
		return 0 // "one of the guards" is mostly one in particular
	}
	near := a.sentence - b.sentence
	alike := x.deed != "" && x.deed == y.deed && (x.deed != thereIs || near <= 2)
	if x.Kind == nlp.Percent && a.subject != "" && a.subject == b.subject && near <= 2 && (x.deed == a.subject || y.deed == a.subject) {
		alike = true // "turnout was 38%", "reported a turnout of 71%"
	}
	context := shared(a, b, x.unit, y.unit, x.deed, y.deed)
	if a.subject != "" && a.subject == b.subject && a.subject != x.unit {
		context++
	}
	if x.that || y.that {
		context++
	}
	article := a.party.article || b.party.article
	oneSubject := a.subject != "" && a.subject == b.subject && (a.subject != "percent" || context > 2)
	switch {
	case x.Kind == nlp.Percent && article, // polls and their like are many
		x.Kind != nlp.Count && !(alike && (x.that || y.that || oneSubject)), // amounts are of something
		x.Kind != nlp.Count && a.timed != b.timed && !x.that && !y.that,     // and of some time
		article && !(alike && x.deed != thereIs && (context > 0 || near <= 2)),
		!alike && context == 0 && (x.unit == everybody || x.unit != y.unit || alike || near > 2):
		return 0
	case alike && context > 0 && !article:
		return 0.75
	case alike && near <= 3 && !article:
		return 0.65
	case alike && context > 0 || context > 1:
		return 0.55
	case alike && near <= 2, (x.deed != y.deed || x.deed == "") && (x.that || y.that):
		return 0.5
	}
	return 0
}

// unitsFit reports whether x and y count the same sort of thing. Where one counts people and the other some of them, the part must be
// the greater, which it cannot be.
func (c *comparer) unitsFit(x, y counted) bool {
	switch {
	case x.unit == y.unit:
		return x.unit != ""
	case c.senses.known(x.unit) && c.senses.of(x.unit) == c.senses.of(y.unit):
		return true // accidents, crashes
	case c.words.of(x.unit)&people == 0 || c.words.of(y.unit)&people == 0:
		return x.unit == everybody && y.unit == y.deed || y.unit == everybody && x.unit == x.deed
	case c.senses.of(x.unit).word == c.senses.of(y.unit).word:
		return true // marchers, protesters
	case x.unit == everybody:
		return below(x.Quantity, y.Quantity) || c.senses.of(y.unit).word == x.deed
	case y.unit == everybody:
		return below(y.Quantity, x.Quantity) || c.senses.of(x.unit).word == y.deed
	}
	return false
}

// updates reports whether claim i stands in a sentence that says that its figure is not the last or not the first one.
func (c *comparer) updates(i int) bool {
	n := c.stated[i].sentence
	known, ok := c.updated[n]
	if !ok {
		s := c.doc.Sentences[n]
		known = c.altersTally(c.stated[i].head) || slices.ContainsFunc(c.doc.Tokens[s.First:s.First+s.Count], func(tok nlp.Token) bool {
			return (c.words.of(tok.Lower)|c.words.of(tok.Lemma))&update != 0
		})
		c.updated[n] = known
	}
	return known
}

// timesDiffer reports whether the claims name times, and none in common.
func (c *comparer) timesDiffer(i, j int) bool {
	a, b := &c.doc.Claims[i], &c.doc.Claims[j]
	if len(a.Times) == 0 || len(b.Times) == 0 {
		return false
	}
	for _, x := range a.Times {
		for _, y := range b.Times {
			if c.doc.Times[x].Value == c.doc.Times[y].Value {
				return false
			}
		}
	}
	return true
}

// countedIn returns what a claim counts, whose top verb is given; before are the statements before it.
func (c *comparer) countedIn(claim *nlp.Claim, verb int, before []statement) []counted {
	var out []counted
	for _, q := range claim.Quantities {
		quantity := c.doc.Quantities[q]
		if quantity.Kind == nlp.Ordinal {
			continue
		}
		x := c.count(quantity, claim, before)
		x.more = c.setsApart(quantity)
		out = append(out, x)
	}
	first, last := c.tokensIn(claim.Span)
	for t := first; t < last; t++ { // "no jobs were lost"
		tok := c.doc.Tokens[t]
		if (tok.Lower == "nobody" || tok.Lower == "no" && c.doc.Tokens[t+1].Lower == "one") && !c.gravely(verb) {
			nobody := nlp.Quantity{Span: tok.Span, Kind: nlp.Count, HasLow: true, HasHigh: true, Unit: everybody}
			out = append(out, c.count(nobody, claim, before))
			continue
		}
		if tok.Lower == "no" && tok.Deprel == "det" && tok.Head > t && tok.Head <= last && c.doc.Tokens[tok.Head].XPOS == "NNS" {
			none := nlp.Quantity{Span: tok.Span, Kind: nlp.Count, HasLow: true, HasHigh: true, Unit: c.doc.Tokens[tok.Head].Lower}
			out = append(out, c.count(none, claim, before))
		}
	}
	if c.verbs.at(c.doc, verb)&estimate != 0 {
		q, ok := c.numberAfterAt(verb)
		known := slices.ContainsFunc(out, func(x counted) bool { return x.Span == q.Span })
		if ok && !known && claim.Contains(q.Span) {
			out = append(out, c.count(q, claim, before))
		}
	}
	return out
}

// setsApart reports whether q is what comes on top of something else: "200 more", "another 15 shells".
func (c *comparer) setsApart(q nlp.Quantity) bool {
	first, last := c.tokensIn(q.Span)
	for t := max(first-1, 0); t <= min(last+1, len(c.doc.Tokens)-2); t++ {
		word := c.doc.Tokens[t].Lower
		if c.words.of(word)&further != 0 && c.doc.Tokens[t+1].Lower != "than" && (t >= first || word != "more") {
			return true
		}
	}
	return false
}

// count finds what q counts and what is said of it: by its own noun, by the noun that is put at it ("the number of marchers", "the
// crowd"), or by the figure spoken of before ("put the figure at 60,000").
func (c *comparer) count(q nlp.Quantity, claim *nlp.Claim, before []statement) counted {
	x := counted{Quantity: q}
	first, last := c.tokensIn(q.Span)
	switch q.Kind {
	case nlp.Money:
		x.unit = q.Currency
	case nlp.Percent:
		x.unit = "%"
	default:
		if fields := strings.Fields(q.Unit); len(fields) > 0 {
			x.unit = c.lemmaAfter(last, strings.ToLower(fields[len(fields)-1]))
		}
	}
	if first > last {
		return x
	}
	tallied := ""
	if x.Kind == nlp.Count && c.standsBefore(first, q.Unit) {
		tallied, x.unit = x.unit, "" // "the number of marchers at 3,500": the verb tells
	}
	if of := c.trees.Child(last, "nmod"); x.Kind == nlp.Count && x.unit == "" && of > last && c.doc.Tokens[of].UPOS == "PRON" && c.doc.Tokens[of].Lower != "it" {
		x.unit = everybody // "3,400 of them"
	}
	switch x.unit {
	case "case", "instance", "incident":
		if x.Kind == nlp.Count && c.verbs.at(c.doc, c.doc.Tokens[c.doc.Tokens[last].Head].Head)&estimate != 0 {
			x.unit = "" // of what was spoken of: "knows of nine cases"
		}
	}
	x.deed = c.deed(first, claim)
	if x.unit == "" || x.Kind == nlp.Percent || x.Kind == nlp.Money || x.Kind == nlp.Measure {
		c.countedBefore(&x, first, before)
	}
	if x.unit == "" {
		x.unit = tallied
	}
	switch sense := c.senses.of(x.unit).word; {
	case x.Kind == nlp.Count && slices.Contains([]string{"death", "deaths", "fatality", "fatalities"}, x.unit): // "put the toll at 40"
		x.unit, x.deed = everybody, c.senses.of("die").word
	case (x.unit == "body" || x.unit == "corpse") && x.Kind == nlp.Count: // "received 23 bodies"
		x.unit, x.deed = everybody, c.senses.of("die").word
	case x.unit == "dead", x.unit == "injured", x.unit == "wounded", x.unit == "missing", c.words.of(x.unit)&crowd != 0:
		if x.deed == "" || c.words.of(x.unit)&crowd == 0 {
			x.deed = sense
		}
		x.unit = everybody
	case x.unit == "person":
		x.unit = everybody
	}
	if x.Kind == nlp.Count && x.unit == "" && x.Low >= 1000 && c.senses.of(x.deed).word == c.senses.of("cost").word {
		c.costs(&x, before) // "will cost 2m euros", "will cost 15m"
	}
	if verb := c.doc.Tokens[first].Head; x.Kind == nlp.Count && x.unit == "" && x.Low >= 1000 && c.verbs.at(c.doc, verb)&estimate != 0 {
		if obj := c.object(verb); obj > verb && c.words.of(c.doc.Tokens[obj].Lemma)&amount != 0 {
			c.costs(&x, before) // "lost 300,000 pounds", "put the loss at 90,000"
			x.that = x.Kind == nlp.Money
		}
	}
	if c.lost(first, claim) {
		x.deed = c.senses.of("die").word
		if x.unit == everybody {
			x.unit = "soldier"
		}
	}
	return x
}

// standsBefore reports whether what a number counts stands before it, at token t, behind "of": "the number of injured as 46".
func (c *comparer) standsBefore(t int, unit string) bool {
	of := false
	for i := max(t-14, c.doc.Sentences[c.sentenceOf(t)].First); i < t; i++ {
		of = of || c.doc.Tokens[i].Lower == "of"
		if of && c.doc.Tokens[i].In(c.doc.Text) == unit {
			return true
		}
	}
	return false
}

// costs makes money of the bare number x, in the currency that was last spoken of.
func (c *comparer) costs(x *counted, before []statement) {
	for i := len(before) - 1; i >= max(0, len(before)-latest); i-- {
		for _, y := range before[i].counted {
			if y.Kind == nlp.Money {
				x.Kind, x.unit = nlp.Money, y.unit
				if x.deed == "" {
					x.deed = y.deed
				}
				return
			}
		}
	}
}

// lost reports whether the people counted at token t are what an army lost: "the loss of 12 fighters", "put its losses at 85 dead".
func (c *comparer) lost(t int, claim *nlp.Claim) bool {
	for range 3 {
		tok := &c.doc.Tokens[t]
		if tok.Lemma == "loss" {
			return c.words.of(c.doc.Tokens[max(0, c.trees.Child(t, "nmod"))].Lemma)&people != 0
		}
		if tok.UPOS == "VERB" {
			obj := c.object(t)
			return obj != nlp.None && c.doc.Tokens[obj].Lower == "losses" && c.verbs.at(c.doc, t)&estimate != 0
		}
		if tok.Head == t || !claim.Contains(c.doc.Tokens[tok.Head].Span) {
			break
		}
		t = tok.Head
	}
	return false
}

// bareNoun reports whether the noun t has an article and nothing else: "the damage".
func (c *comparer) bareNoun(t int) bool {
	det := false
	for child := range c.trees.Children(t) {
		switch deptree.Base(c.doc.Tokens[child].Deprel) {
		case "det":
			det = c.doc.Tokens[child].Lower == "the"
		case "compound", "amod", "nmod", "acl":
			if at := c.trees.Child(child, "case"); at == nlp.None || c.doc.Tokens[at].Lower != "at" {
				return false
			}
		}
	}
	return det
}

// copulaSubject returns the noun on which predicate t hangs that should be its subject: "said [the number] was [300]"; or nlp.None.
func (c *comparer) copulaSubject(t int) int {
	cop, head := c.trees.Child(t, "cop"), c.doc.Tokens[t].Head
	if cop == nlp.None || head >= cop || c.doc.Tokens[head].UPOS != "NOUN" {
		return nlp.None
	}
	return head
}

// lemmaAfter returns the lemma of the word, which stands not far behind token t.
func (c *comparer) lemmaAfter(t int, word string) string {
	for next := t + 1; next < min(t+8, len(c.doc.Tokens)); next++ {
		if c.doc.Tokens[next].Lower == word {
			return strings.ToLower(c.doc.Tokens[next].Lemma)
		}
	}
	return word
}

// countedBefore finds what the bare number at token t counts: the object or subject of its verb, else what the claims before counted.
func (c *comparer) countedBefore(x *counted, t int, before []statement) {
	verb := t
	for range 4 {
		if c.doc.Tokens[verb].UPOS == "VERB" || c.trees.Child(verb, "cop") != nlp.None {
			break
		}
		verb = c.doc.Tokens[verb].Head
	}
	named := false
	for _, noun := range []int{c.trees.Child(verb, "obj"), c.trees.Child(verb, "nsubj"), c.copulaSubject(verb)} {
		if noun == nlp.None || noun >= t {
			continue
		}
		tok := c.doc.Tokens[noun]
		named = named || c.words.of(tok.Lemma)&tally != 0 || tok.Lower == "it" && c.verbs.at(c.doc, verb)&estimate != 0
		switch class := c.words.of(tok.Lemma); {
		case x.unit != "" && c.verbs.at(c.doc, verb)&estimate != 0 && noun < verb:
			// who puts it
		case x.unit != "" && c.verbs.at(c.doc, verb)&estimate != 0: // "put the cost at 5 million"
			x.deed = thereIs
			if c.verbs.of(tok.Lemma)&toll != 0 {
				x.deed, x.that = c.senses.of(tok.Lemma).word, true
			}
			if !named && (x.Kind == nlp.Money || !c.bareNoun(noun)) {
				return
			}
			named = true
		case x.unit != "":
			// only its being spoken of before is asked
		case class&crowd != 0:
			x.unit, x.deed = everybody, c.senses.of(tok.Lemma).word
			return
		case class&tally != 0:
			if of := c.trees.Child(noun, "nmod"); of != nlp.None && c.doc.Tokens[of].UPOS != "NUM" {
				x.unit = strings.ToLower(c.doc.Tokens[of].Lemma)
				if known := c.doc.Tokens[of].Lemma; c.senses.known(known) && x.deed == "" && c.senses.of(known) == c.senses.of("crowd") {
					x.deed = c.senses.of(known).word
				}
				if hurt := c.trees.Child(of, "amod", "acl"); hurt != nlp.None && x.deed == "" && c.words.of(c.doc.Tokens[hurt].Lower)&victim != 0 {
					x.deed = c.senses.at(&c.doc.Tokens[hurt]).word // "the number of injured officers"
				}
				return
			}
			if of := c.trees.Child(noun, "compound", "amod"); of != nlp.None && c.verbs.of(c.senses.of(c.doc.Tokens[of].Lemma).word)&toll != 0 {
				x.unit, x.deed = everybody, c.senses.of(c.doc.Tokens[of].Lemma).word // "the death toll"
				return
			}
		}
	}
	class := c.verbs.at(c.doc, verb)
	bare := x.unit == "" && c.stressed(x.Quantity)
	if bare {
		named = true // "was aware of only two", "only three had been lost"
	}
	if class&estimate != 0 && c.object(verb) == nlp.None {
		named = true // "spoke of 90 metres"
	}
	if !named && (x.unit != "" || class&(estimate|hold) == 0 && c.trees.Child(verb, "expl") == nlp.None) {
		return
	}
	here := c.sentenceOf(t)
	far := 2
	if subject := c.trees.Child(verb, "nsubj"); subject != nlp.None && c.words.of(c.doc.Tokens[subject].Lemma)&tally != 0 {
		far = 4 // "the number was seven"
	}
	for i := len(before) - 1; i >= max(0, len(before)-latest) && here-before[i].sentence <= far; i-- {
		if before[i].party.article && far == 2 && (here-before[i].sentence > 1 || class&estimate == 0) {
			continue // "there may be as many as three", which is of something else
		}
		for _, y := range before[i].counted {
			amount := named && x.unit == "" && x.Kind == nlp.Count && (y.Kind == nlp.Measure || y.Kind == nlp.Money) // "the figure was closer to 9,000"
			if (y.Kind == x.Kind || amount) && y.unit != "" && (x.unit == "" || y.unit == x.unit) && (x.deed == "" || x.deed == thereIs || y.deed == x.deed || bare && y.deed != "" && here-before[i].sentence <= 1 && !before[i].party.article) {
				x.Kind, x.unit, x.deed, x.that = y.Kind, y.unit, y.deed, true
				return
			}
		}
	}
}

// befell are the senses of words for those who are counted that say what they did or what befell them: "41 dead", "41 marchers".
var befell = map[string]bool{"arrest": true, "die": true, "evacuate": true, "injure": true, "march": true, "miss": true, "strand": true}

// deed returns the sense of what is said of the things counted at token t, within the claim: that of the verb above them, else that of
// a word beside them ("41 dead") or of their own ("41 marchers"); else the verb's lemma.
func (c *comparer) deed(t int, claim *nlp.Claim) string {
	own, verb := "", ""
	class := class(0) // of the verb
	given := false    // it is in the passive
	for range 5 {
		tok := c.doc.Tokens[t]
		known := ""
		if s := c.senses.of(tok.Lemma).word; c.senses.known(tok.Lemma) && (tok.UPOS == "VERB" || befell[s]) {
			known = s
		}
		for child := range c.trees.Children(t) {
			switch deptree.Base(c.doc.Tokens[child].Deprel) {
			case "amod", "acl", "obj", "xcomp":
				if tok := c.doc.Tokens[child]; tok.UPOS == "ADJ" && c.words.of(tok.Lower)&victim == 0 {
					continue // "the true number"
				}
				if lemma := c.doc.Tokens[child].Lemma; known == "" && c.senses.known(lemma) && claim.Contains(c.doc.Tokens[child].Span) {
					known = c.senses.of(lemma).word
				}
			}
		}
		if tok.UPOS == "VERB" {
			if known != "" {
				return known
			}
			if verb == "" {
				verb, class = tok.Lemma, c.verbs.at(c.doc, t)
				if c.passive(t) {
					class &^= give // "9,000 tons were released"
					given = true
				}
			}
			if own != "" {
				break
			}
		} else if own == "" {
			own = known
		}
		if tok.Head == t || !claim.Contains(c.doc.Tokens[tok.Head].Span) {
			break
		}
		t = tok.Head
	}
	if own != "" {
		return own
	}
	if verb == "" && c.trees.Child(t, "cop") != nlp.None {
		return thereIs
	}
	if c.direction(t).word != "" || driving[verb] != 0 {
		return c.senses.of("rise").word
	}
	if all := class | c.verbs.of(verb); all&(estimate|light|hold) != 0 || all&give != 0 && !given {
		return ""
	}
	return verb
}

// disjoint reports whether no number fits both quantities; one that is approximate reaches a tenth further.
func disjoint(a, b nlp.Quantity) bool {
	return below(a, b) || below(b, a)
}

func below(a, b nlp.Quantity) bool {
	if !a.HasHigh || !b.HasLow {
		return false
	}
	high, low := a.High, b.Low
	if a.Approximate {
		high *= 1.1
	}
	if b.Approximate {
		low *= 0.9
	}
	return high < low
}
