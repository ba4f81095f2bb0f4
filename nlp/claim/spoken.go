package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// spoken adds the claim that a clause, of the article or of quote q, reports by its verb alone, if it does: "Grant denied taking bribes",
// "police put the crowd at 3,000". Most such clauses are quotes themselves; these are those that are not.
func (f *finder) spoken(c clause, q int) bool {
	v := c.head
	if f.underFire(c, q) || f.criticism(c, q) {
		return true
	}
	class := f.performs(v) & (accuse | deny | demand | estimate | admit | literal | describe)
	if class&describe != 0 && (f.object(v) < v || f.complement(v)&opinion == 0) {
		class &^= describe
	}
	if f.wantsOf(v) || f.givesTime(v) {
		class |= demand
	}
	if f.putsForward(v) || f.tracesTo(v) {
		class |= speak
	}
	switch {
	case f.foresees(v):
		class |= commit
	case f.findsIt(v):
		class |= praise
	case f.records(v):
		class |= speak
		if obj := f.object(v); f.counts(obj) && f.doc.Tokens[v].Lemma != "describe" {
			class |= estimate
		}
	}
	if f.withholds(v, class) {
		class &= accuse
	} else if f.negated(v) {
		return false
	}
	if class&^literal == 0 || f.modal(v) && !f.prefers(v) || class&literal != 0 && !f.bidsTo(v) && (class&accuse == 0 || !f.saysFor(v) && !f.ofPolicy(v)) {
		return false
	}
	obj := f.object(v)
	if obj == nlp.None && f.trees.Child(v, "iobj", "obl", "xcomp", "ccomp", "advcl") == nlp.None && !f.differs(v) {
		return false
	}
	if class&deny != 0 && f.trees.Child(v, "iobj") != nlp.None {
		return false // "denied him the prize"
	}
	claim := nlp.Claim{Target: nlp.None, Quote: q, Confidence: 0.6}
	passive := f.passive(v)
	switch by := f.subject(v); {
	case passive && class&(accuse|estimate) == 0 && !f.deniedBy(v, class) && !(class&demand != 0 && f.agent(v) != nlp.None && (class&literal == 0 || f.bidsTo(v))):
		return false // "was denied entry", "was told to leave"
	case passive:
		f.byAgent(&claim, v)
		if claim.ByArticle && q != nlp.None {
			claim = *f.quoted(q) // "Acme was blamed for the spill, Weber said"
		}
	case by == nlp.None || !f.speaks(by) && !(class&deny != 0 && f.doc.Tokens[by].Lower == "it") || f.none(by):
		return false
	case q != nlp.None && f.ofThemselves(v, f.quoted(q)):
		claim = *f.quoted(q) // "told reporters that she had counted 19 bodies"
	case f.doc.Tokens[by].Lower == "who":
		f.claimedByWho(&claim, by)
	default:
		f.claimedBy(&claim, by)
	}
	if passive && claim.ByArticle && class&accuse == 0 {
		return false
	}
	if !passive && (obj != nlp.None || c.last > v || f.differs(v)) {
		for c.first < v && (f.doc.Tokens[c.first].Head != v || !isAuxiliary(f.doc.Tokens[c.first].Deprel)) {
			c.first++
		}
	}
	c = f.withoutSaying(c, q)
	claim.Type = f.typeOfCue(class, v, c.first, c.last, &claim)
	claim.Target = f.targetOfCue(claim, v)
	f.add(claim, v, c.first, c.last)
	return true
}

// withholds reports whether verb v with its object says that its subject, who speaks, accuses somebody of nothing: "did not accuse Paul Grant of
// fraud". That is a fact, put forward by whoever does not.
func (f *finder) withholds(v int, class class) bool {
	return class&accuse != 0 && class&(deny|literal) == 0 && f.negated(v) && !f.passive(v) && f.object(v) > v && f.saysFor(v)
}

// putsForward reports whether verb v with its object says what its subject holds to be so: "attributed the blaze to fireworks", "claimed victory",
// but not "claimed nine lives".
func (f *finder) putsForward(v int) bool {
	obj := f.trees.Child(v, "obj")
	if obj < v || f.passive(v) {
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "attribute":
		return true
	case "put":
		return f.downTo(obj) // "put the delay down to fog"
	case "claim":
		return !f.counts(obj) && f.doc.Tokens[obj].Lemma != "life"
	}
	return false
}

// ofPolicy reports whether the object of verb v is what somebody does by words, which only words attack: "attacked the decision".
func (f *finder) ofPolicy(v int) bool {
	obj := f.object(v)
	return obj != nlp.None && f.words.of(f.doc.Tokens[obj].Lemma)&(generic|allegation) != 0
}

// bidsTo reports whether verb v bids somebody to do something: "ordered the firm to pay", "the firm was ordered to pay".
func (f *finder) bidsTo(v int) bool {
	x := f.trees.Child(v, "xcomp")
	if x < v && f.passive(v) {
		x = f.trees.Child(v, "advcl")
	}
	if whom := f.trees.Child(v, "obj", "iobj"); x < v && whom > v && !f.passive(v) && f.canBeBidden(whom) {
		x = f.trees.Child(v, "advcl") // "ordered the maker, Vorn Steel, to halt production"
		if x < whom || f.doc.Tokens[x].XPOS != "VB" {
			x = nlp.None
		}
	}
	if to := f.trees.Child(v, "obj", "iobj"); x < v && to > v {
		if x = f.trees.Child(to, "acl"); x > to && f.doc.Tokens[x].XPOS != "VB" {
			x = nlp.None // "told the town to supply it", wherever the tree hangs that
		}
	}
	if f.doc.Tokens[v].Lemma == "ask" && f.trees.Child(v, "obj", "iobj") > v && f.saysFor(v) {
		return true // "asked the firm for an apology"
	}
	if x < v || f.verbs.at(f.doc, v)&demand == 0 || f.object(v) == nlp.None && f.trees.Child(v, "iobj") < v {
		return false
	}
	to := f.trees.Child(x, "mark")
	return to != nlp.None && f.doc.Tokens[to].Lower == "to"
}

// canBeBidden reports whether the noun t is somebody or some body who can be told what to do.
func (f *finder) canBeBidden(t int) bool {
	return f.entityOf(t) != nlp.None || f.words.of(f.doc.Tokens[t].Lemma)&(people|body|firm|business) != 0
}

// deniedBy reports whether the passive verb v says by whom something that was said was denied: "the claim was disputed by the clerk".
func (f *finder) deniedBy(v int, class class) bool {
	subject := f.subject(v)
	return (class|f.verbs.at(f.doc, v)&reject) != 0 && class&(demand|admit) == 0 && f.agent(v) != nlp.None && subject != nlp.None &&
		f.words.of(f.doc.Tokens[subject].Lemma)&allegation != 0
}

// believed adds what the subject of a clause is said to believe or to fear, or to maintain where no quote was found: "officials are concerned
// that prices will rise", "the museum maintains that it was bought".
func (f *finder) believed(c clause, q int) bool {
	content := f.trees.Child(c.head, "ccomp")
	by := f.subject(c.head)
	saying := q == nlp.None && f.cueOf[c.head] == 0 && f.holdsThat(c.head) && !f.passive(c.head) && !f.modal(c.head)
	if f.words.of(f.doc.Tokens[c.head].Lower)&mind == 0 && !saying || content < c.head || content > c.last || !f.finite(content) || f.saidIn[content] != 0 {
		return false
	}
	if by == nlp.None || !f.speaks(by) || f.negated(c.head) || f.conditional(c.head) {
		return false
	}
	if _, share := f.numbered(by); share {
		return false // "24 percent believe that …" is a figure
	}
	claim := nlp.Claim{Target: nlp.None, Quote: q, Confidence: 0.6}
	f.claimedBy(&claim, by)
	first, last := f.trees.Extent(content)
	inner := f.trim(clause{content, max(first, c.head+1), min(last, c.last)})
	claim.Type = f.typeOf(inner, &claim)
	claim.Target = f.targetOf(claim, inner)
	f.add(claim, content, inner.first, inner.last)
	return true
}

// conditional reports whether the clause of verb v only says under what condition something holds: "if the emails show that …".
func (f *finder) conditional(v int) bool {
	mark := f.trees.Child(v, "mark")
	return mark != nlp.None && mark < v && (f.doc.Tokens[mark].Lower == "if" || f.doc.Tokens[mark].Lower == "unless" || f.doc.Tokens[mark].Lower == "whether")
}

// holdsThat reports whether what verb v takes for a clause is what its subject puts forward.
func (f *finder) holdsThat(v int) bool {
	if f.verbs.at(f.doc, v)&(speak|argue) != 0 {
		return true
	}
	subject := f.subject(v)
	switch f.doc.Tokens[v].Lemma {
	case "show", "prove":
		return subject != nlp.None && f.written(subject)
	case "find":
		return subject != nlp.None && (f.written(subject) || f.words.of(f.doc.Tokens[subject].Lemma)&body != 0)
	case "swear", "hold", "suggest", "rule", "conclude", "think", "reckon", "suspect", "testify", "assure", "assume", "admit", "acknowledge", "concede", "confess":
		return true
	}
	return false
}

func isAuxiliary(deprel string) bool { return deptree.Base(deprel) == "aux" }

// speaks reports whether the phrase of t can put something forward: a noun, or a pronoun that stands for an entity.
func (f *finder) speaks(t int) bool {
	tok := f.doc.Tokens[t]
	switch tok.UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return f.words.of(tok.Lemma)&mishap == 0
	case "PRON":
		return f.covering(tok.Span) != nlp.None || tok.Lower == "they" || tok.Lower == "he" || tok.Lower == "she"
	}
	return false
}

// byAgent makes the agent of the passive verb v the claimant, or the article if there is none.
func (f *finder) byAgent(claim *nlp.Claim, v int) {
	if by := f.agent(v); by != nlp.None {
		f.claimedBy(claim, by)
		return
	}
	claim.Claimants, claim.Source, claim.ByArticle = nil, nlp.Span{}, true
}

// quoted returns a claim by whoever says quote q, to fill in.
func (f *finder) quoted(q int) *nlp.Claim {
	quote := &f.quotes[q]
	return &nlp.Claim{
		Claimants: slices.Clone(quote.Speakers), Source: quote.Source, Target: nlp.None, Quote: q, Confidence: 0.8 * quote.Confidence,
	}
}

// claimedByWho makes the person named just before the "who" at t the claimant, else the noun on which its clause hangs.
func (f *finder) claimedByWho(claim *nlp.Claim, t int) {
	s := f.doc.Sentences[f.sentenceOf(t)]
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= f.doc.Tokens[t].Start })
	for i := end - 1; i >= max(0, end-4) && f.mentions[i].Start >= s.Start; i-- {
		m := f.mentions[i]
		first, last := f.tokensIn(m.Span)
		if first > last || f.doc.Entities[m.entity].Type != nlp.Person || f.doc.Tokens[first].UPOS == "PRON" {
			continue
		}
		if slices.ContainsFunc(f.doc.Tokens[last:t], func(tok nlp.Token) bool { return finiteTag(tok.XPOS) || tok.UPOS == "ADP" }) {
			break
		}
		claim.ByArticle, claim.Claimants, claim.Source = false, []int{m.entity}, m.Span
		return
	}
	if noun := f.relativeTo(t); noun != nlp.None {
		f.claimedBy(claim, noun)
	}
}

// resolvePronouns gives claims whose source is a pronoun that no entity has the claimants of the claim before: for "he" and "she" a person,
// else an organisation, a country or several that spoke just now.
func (f *finder) resolvePronouns() {
	for i := range f.found {
		d := &f.found[i]
		if d.ByArticle || len(d.Claimants) > 0 {
			continue
		}
		who := strings.ToLower(d.Source.In(f.doc.Text))
		if who != "they" && who != "he" && who != "she" && who != "it" {
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 2; j-- {
			before := &f.found[j]
			if before.ByArticle {
				continue
			}
			n := len(before.Claimants)
			person := n == 1 && f.doc.Entities[before.Claimants[0]].Type == nlp.Person
			if n == 1 && person == (who == "he" || who == "she") || n > 1 && who == "they" {
				d.Claimants = slices.Clone(before.Claimants)
			}
			break
		}
	}
}

// claimedBy makes those whom the noun phrase of t names the claimants.
func (f *finder) claimedBy(claim *nlp.Claim, t int) {
	claim.ByArticle, claim.Claimants = false, nil
	first, last := f.trees.Extent(t)
	for c := range f.trees.Children(t) {
		lo, hi := f.trees.Extent(c)
		switch d := f.doc.Tokens[c].Deprel; {
		case d == "case" && c == first:
			first++
		case c > t && f.inTime(c) && hi >= last: // "tenants' groups on Monday"
			last = min(last, lo-1)
		case c > t && (deptree.Base(d) == "acl" || d == "punct" && c == last):
			last = min(last, lo-1)
		case d == "conj":
			if e := f.covering(f.doc.Tokens[c].Span); e != nlp.None {
				claim.Claimants = append(claim.Claimants, e)
			}
		}
	}
	for first < t && f.doc.Tokens[t].Lower != "old" && (f.doc.Tokens[first].UPOS != "DET" && f.inTime(first) || isMark(&f.doc.Tokens[first]) || f.doc.Tokens[first].UPOS == "CCONJ") {
		first++
	}
	for last > t && isMark(&f.doc.Tokens[last]) {
		last--
	}
	claim.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
	if e := f.sourceOf(t); e != nlp.None {
		claim.Claimants = append(claim.Claimants, e)
	}
	slices.Sort(claim.Claimants)
	claim.Claimants = slices.Compact(claim.Claimants)
}
