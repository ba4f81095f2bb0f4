package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// contrasts finds claims close by that cannot both be true though they say it in other words: one says that there was none of what the other
// speaks of; or that nobody was hurt, where the other counts those who were; or it denies that those did wrong whom the other accuses; or it
// denies all, and the other is about whoever denies.
func (c *comparer) contrasts() {
	contradicted := make(map[int]bool) // claims that contradict one before them
	for pair, r := range c.found {
		if r.Type == nlp.Contradicts {
			contradicted[pair[1]] = true
		}
	}
	for i := range c.stated {
		if contradicted[i] || c.doc.Claims[i].Type == nlp.Demand || c.doc.Claims[i].Type == nlp.Opinion {
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && c.stated[i].sentence-c.stated[j].sentence <= 2; j-- {
			if t := c.doc.Claims[j].Type; t == nlp.Demand || t == nlp.Opinion || !c.facing(i, j) {
				continue
			}
			if sure := c.contrast(i, j); sure > 0 {
				c.relate(i, j, nlp.Contradicts, sure)
				break
			}
		}
	}
}

// facing reports whether claims i and j are by two sides and about one time.
func (c *comparer) facing(i, j int) bool {
	a, b := &c.stated[i], &c.stated[j]
	if a.supposed || b.supposed || c.timesDiffer(i, j) {
		return false
	}
	if len(a.places) > 0 && len(b.places) > 0 && !common(a.places, b.places) {
		return false
	}
	return a.party.differs(b.party)
}

// contrast returns how sure it is that claim i contradicts claim j by what it says that there was not, or 0.
func (c *comparer) contrast(i, j int) float64 {
	a, b := &c.stated[i], &c.stated[j]
	x, y := &c.doc.Claims[i], &c.doc.Claims[j]
	article := a.party.article || b.party.article
	switch {
	case a.future != b.future:
		return 0
	case c.unhurt(a) && c.hurt(b), c.unhurt(b) && c.hurt(a):
		return 0.6
	case !article && (maySayNone(x) && c.lacks(a, b) || maySayNone(y) && c.lacks(b, a) || c.stillSo(a, b) || c.stillSo(b, a) || c.insteadOf(i, b) || c.insteadOf(j, a)):
		return 0.55
	case !article && (c.emphatic(a, b) || c.covers(i, b) || c.covers(j, a) || c.bothWin(a, b) || c.heardNone(a, b) || c.gotNothing(a, b) || c.otherCause(a, b)):
		return 0.5
	case !article && j == i-1 && (c.retold(i, j) || c.elliptic(i, j)):
		return 0.5
	case article || x.Type != nlp.Denial:
		return 0
	case y.Type == nlp.Accusation && c.sameDoers(a, b):
		return 0.5
	case j == i-1 && a.sentence-b.sentence <= 1 && y.Type == nlp.Fact && !b.negated && c.insists(x.Quote) && c.bygone(a.head) && c.bygone(b.head):
		return 0.5 // "her side had been robbed of a goal", "insisted the ball had not crossed the line"
	case a.sweeping && (y.Type == nlp.Accusation || y.Type == nlp.Fact) && !b.negated && c.aboutDenier(a, b) && !c.saysMore(a):
		return 0.5
	}
	return 0
}

// maySayNone reports whether a claim is of a sort that says that there was none of something.
func maySayNone(claim *nlp.Claim) bool {
	return claim.Type == nlp.Denial || claim.Type == nlp.Accusation
}

// aboutDenier reports whether b speaks of those whom denial d clears: whoever denies, where it only denies what was said.
func (c *comparer) aboutDenier(d, b *statement) bool {
	of := d.subject
	if d.pronoun || !isEntity(of) && d.anaphoric {
		of = d.party.first()
	}
	return isEntity(of) && (b.subject == of || slices.Contains(b.keys, of))
}

// saysMore reports whether denial d says of what it denies more than that it was said.
func (c *comparer) saysMore(d *statement) bool { return d.anaphoric && c.saysOf(d) }

// sameDoers reports whether denial d is of what those did who are no entity and whom accusation a names: "officers beat students", "his
// officers had used no force".
func (c *comparer) sameDoers(d, a *statement) bool {
	if !d.negated || a.negated || d.subject == "" || d.subject != a.subject || isEntity(d.subject) || d.sentence-a.sentence > 1 || d.itself {
		return false
	}
	subject := c.subject(d.head)
	return subject != nlp.None && c.doc.Tokens[subject].UPOS == "NOUN" && c.words.of(c.doc.Tokens[subject].Lemma)&(mishap|tally) == 0 && c.doc.Tokens[d.head].UPOS == "VERB"
}

// lacks reports whether a says that there was none of what b says that somebody gave, got or passed over: "there were no such warnings",
// "ignored the warnings"; "gave no warning", "had issued a warning".
func (c *comparer) lacks(a, b *statement) bool {
	if nobody := c.subject(a.head); nobody != nlp.None && c.doc.Tokens[nobody].UPOS == "PRON" && c.none(nobody) && c.doc.Tokens[a.head].UPOS == "VERB" && c.senses.known(c.doc.Tokens[a.head].Lemma) {
		for child := range c.trees.Children(b.head) { // "nobody had complained", "had passed on 14 complaints"
			if tok := &c.doc.Tokens[child]; child > b.head && !b.negated && tok.UPOS == "NOUN" && !c.none(child) && c.senses.at(tok).word == a.predicate {
				return true
			}
		}
		return false
	}
	noun := c.lacking(a.head)
	if noun == nlp.None {
		noun = c.lackingDenied(a)
	}
	if noun == nlp.None || b.negated {
		return false
	}
	tok := &c.doc.Tokens[noun]
	if c.words.of(tok.Lemma)&(people|allegation|bidding) != 0 || slices.Contains([]string{"evidence", "reason", "doubt", "choice", "way", "need", "one", "time", "place", "sign", "chance", "idea", "comment"}, tok.Lemma) {
		return false
	}
	if tok.UPOS != "NOUN" || lackable[tok.Lemma] {
		return false
	}
	what := c.senses.at(tok)
	if b.predicate == what.word && c.doc.Tokens[b.head].UPOS == "VERB" && a.sentence-b.sentence <= 2 {
		return true // "had been armed with a knife", "had no weapon"; "had offered a loan", "no offer had been made"
	}
	if b.subject == what.word && gotten[c.doc.Tokens[a.head].Lemma] && a.sentence-b.sentence <= 1 {
		return true // "help had reached all villages", "had seen no help"
	}
	for child := range c.trees.Children(b.head) {
		switch deptree.Base(c.doc.Tokens[child].Deprel) {
		case "obj", "obl", "xcomp":
			if child > b.head && !c.none(child) && c.senses.at(&c.doc.Tokens[child]) == what {
				return true // "paid for out of an inheritance", "no inheritance had reached them"
			}
		}
	}
	return false
}

// gotten are verbs for what somebody comes by, so that to have none of it is that there was none.
var gotten = map[string]bool{"find": true, "get": true, "hear": true, "receive": true, "see": true}

// lackingDenied returns the noun of which a verb of denial says that there was none: "denied receiving any warning"; or nlp.None.
func (c *comparer) lackingDenied(a *statement) int {
	obj := c.object(a.head)
	if !a.negated || a.sweeping || c.negated(a.head) || obj < a.head || c.finite(a.head) {
		return nlp.None
	}
	switch c.doc.Tokens[a.head].Lemma {
	case "receive", "get", "have", "see", "hear", "give", "issue", "make":
		if det := c.trees.Child(obj, "det"); det != nlp.None && (c.doc.Tokens[det].Lower == "any" || c.doc.Tokens[det].Lower == "a") {
			return obj
		}
	}
	return nlp.None
}

// lacking returns the noun of which the predicate t says that there was none, by "no": its object, or what there is; or nlp.None.
func (c *comparer) lacking(t int) int {
	if c.negated(t) {
		if cop := c.trees.Child(t, "cop"); c.doc.Tokens[t].UPOS == "NOUN" && (c.trees.Child(t, "expl") != nlp.None || cop != nlp.None && c.trees.Child(cop, "expl") != nlp.None) {
			return t // "there never was an agreement"
		}
		return nlp.None
	}
	for child := range c.trees.Children(t) {
		switch deptree.Base(c.doc.Tokens[child].Deprel) {
		case "obj":
			if child > t && c.none(child) {
				return child
			}
		case "nsubj":
			if c.none(child) && (child < t || c.trees.Child(t, "expl") != nlp.None) {
				return child
			}
		}
	}
	return nlp.None
}

// unhurt reports whether s says that nobody was hurt or killed.
func (c *comparer) unhurt(s *statement) bool {
	subject := c.subject(s.head)
	if subject == nlp.None || !c.none(subject) || !c.harmed(s.head) || c.doc.Tokens[subject].UPOS != "PRON" && c.words.of(c.doc.Tokens[subject].Lemma)&people == 0 {
		return false
	}
	return !c.gravely(s.head) && (c.passive(s.head) || c.doc.Tokens[s.head].Lemma == "die")
}

// gravely reports whether predicate t is only of those who were badly hurt.
func (c *comparer) gravely(t int) bool {
	for child := range c.trees.Children(t) {
		switch c.doc.Tokens[child].Lower {
		case "seriously", "badly", "critically", "gravely":
			return true
		}
	}
	return false
}

// hurt reports whether s counts people who were hurt or killed.
func (c *comparer) hurt(s *statement) bool {
	if !c.harmed(s.head) || s.negated {
		return false
	}
	subject := c.subject(s.head)
	return subject != nlp.None && !c.none(subject) && slices.ContainsFunc(s.counted, func(x counted) bool {
		return (x.unit == everybody || c.words.of(x.unit)&people != 0) && x.Kind == nlp.Count && x.HasLow && x.Low > 0
	})
}

// harmed reports whether predicate t is of those who were hurt.
func (c *comparer) harmed(t int) bool {
	switch c.senses.of(c.doc.Tokens[t].Lemma).word {
	case "die", "injure", "treat", "hospitalize", "hospitalise", "harm": //nolint:misspell // both spellings are looked up
		return true
	}
	return false
}
