package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A trait is something by which pairs of claims that contradict each other are told from others.
type trait struct {
	name string
	has  func(*pair) bool
}

// TraitNames returns the names of the traits, in the order of their values.
func TraitNames() []string {
	names := make([]string, len(traits))
	for i, t := range traits {
		names[i] = t.name
	}
	return names
}

// traits are all of them.
var traits = []trait{
	{"bias", func(*pair) bool { return true }},
	{"over 12 claims", func(p *pair) bool { return len(p.stated) > 12 }}, // the more there are, the smaller is the share of those disputed
	{"over 24 claims", func(p *pair) bool { return len(p.stated) > 24 }},
	{"over 48 claims", func(p *pair) bool { return len(p.stated) > 48 }},

	// Where they stand.
	{"next", func(p *pair) bool { return p.later-p.earlier == 1 }},
	{"second", func(p *pair) bool { return p.later-p.earlier == 2 }},
	{"third", func(p *pair) bool { return p.later-p.earlier == 3 }},
	{"next sentence", func(p *pair) bool { return p.a.sentence-p.b.sentence == 1 }},
	{"five sentences", func(p *pair) bool { return p.a.sentence-p.b.sentence >= 5 }},

	// Who makes them.
	{"may be one person", func(p *pair) bool { return p.oneParty(p.later, p.earlier) && (p.a.party.person || p.b.party.person) }},
	{"both named", func(p *pair) bool { return p.a.party.named() && p.b.party.named() }},
	{"earlier is the article's", func(p *pair) bool { return p.b.party.article }},
	{"later is the article's", func(p *pair) bool { return p.a.party.article }},
	{"exchange", func(p *pair) bool {
		return p.between(func(k int) bool { return p.oneParty(k, p.earlier) || p.oneParty(k, p.later) })
	}},
	{"goes on", func(p *pair) bool {
		return p.later-p.earlier >= 2 && p.oneParty(p.later-1, p.later) && !p.oneParty(p.later-1, p.earlier)
	}},
	{"last of theirs", func(p *pair) bool { return p.earlier+1 == p.later || !p.oneParty(p.earlier, p.earlier+1) }},
	{"by those accused", func(p *pair) bool {
		return p.y.Type == nlp.Accusation && p.y.Target != nlp.None && p.a.party.has(p.entityKey(p.y.Target))
	}},
	{"about those who answer", func(p *pair) bool {
		return p.a.party.has(p.b.subject) || slices.ContainsFunc(p.b.keys, p.a.party.has)
	}},

	// What they do.
	{"denies accusation", func(p *pair) bool { return p.x.Type == nlp.Denial && p.y.Type == nlp.Accusation }},
	{"denies fact", func(p *pair) bool { return p.x.Type == nlp.Denial && p.y.Type == nlp.Fact }},
	{"fact after fact", func(p *pair) bool { return p.x.Type == nlp.Fact && p.y.Type == nlp.Fact }},
	{"fact after accusation", func(p *pair) bool { return p.x.Type == nlp.Fact && p.y.Type == nlp.Accusation }},
	{"fact after denial", func(p *pair) bool { return p.x.Type == nlp.Fact && p.y.Type == nlp.Denial }},
	{"figure after figure", func(p *pair) bool { return p.x.Type == nlp.Figure && p.y.Type == nlp.Figure }},
	{"prediction after prediction", func(p *pair) bool { return p.x.Type == nlp.Prediction && p.y.Type == nlp.Prediction }},
	{"later denies", func(p *pair) bool { return p.x.Type == nlp.Denial }},
	{"later foretells", func(p *pair) bool { return p.x.Type == nlp.Prediction }},
	{"later demands", func(p *pair) bool { return p.x.Type == nlp.Demand }},
	{"earlier demands", func(p *pair) bool { return p.y.Type == nlp.Demand }},
	{"earlier accuses", func(p *pair) bool { return p.y.Type == nlp.Accusation }},
	{"earlier accuses by its verb", func(p *pair) bool { return p.b.class&accuse != 0 }},
	{"later denies all", func(p *pair) bool { return p.a.sweeping }},
	{"earlier denies all", func(p *pair) bool { return p.b.sweeping }},
	{"denies what was said", func(p *pair) bool { return p.a.anaphoric }},
	{"insists", func(p *pair) bool { return p.insists(p.x.Quote) }},
	{"replies", func(p *pair) bool { return replying[p.u.cue] }},
	{"adds", func(p *pair) bool { return adding[p.u.cue] }},
	{"earlier claims", func(p *pair) bool { return claiming[p.v.cue] }},
	{"same verb of saying", func(p *pair) bool { return p.u.cue != "" && p.u.cue == p.v.cue }},
	{"direct", func(p *pair) bool { return p.x.Quote != nlp.None && p.quotes[p.x.Quote].Kind == nlp.Direct }},

	// What they say.
	{"shares a word", func(p *pair) bool { return p.sharedWords() > 0 }},
	{"most alike", func(p *pair) bool { return p.like > 0 && p.like == p.most }},
	{"same predicate", func(p *pair) bool { return p.a.predicate != "" && p.a.predicate == p.b.predicate }},
	{"of something else", (*pair).otherSubject},
	{"done to something else", func(p *pair) bool {
		return p.a.predicate != "" && p.a.predicate == p.b.predicate && p.a.patient != "" && p.b.patient != "" && p.a.patient != p.b.patient
	}},
	{"says the same", func(p *pair) bool {
		return p.telling(p.a) && p.a.predicate == p.b.predicate && p.a.negated == p.b.negated
	}},
	{"set against", func(p *pair) bool { return clash(p.u.lines, p.v.lines) }},
	{"akin", func(p *pair) bool { return p.akin() > 0 }},
	{"akin twice", func(p *pair) bool { return p.akin() > 1 }},
	{"polarity differs", func(p *pair) bool { return p.a.negated != p.b.negated }},
	{"no", func(p *pair) bool { return p.u.no }},
	{"all", func(p *pair) bool { return p.u.all }},
	{"nobody", func(p *pair) bool { return p.u.nobody }},
	{"takes up", func(p *pair) bool { return p.u.takesUp }},
	{"same unit", (*pair).sameUnit},
	{"same kind of number", (*pair).sameKind},
	{"both have numbers", func(p *pair) bool { return len(p.a.numbers) > 0 && len(p.b.numbers) > 0 }},
	{"both timed", func(p *pair) bool { return p.a.timed && p.b.timed }},
	{"both past", func(p *pair) bool { return p.u.past && p.v.past }},
	{"future differs", func(p *pair) bool { return p.a.future != p.b.future }},
	{"each of itself", func(p *pair) bool { return p.a.itself && p.b.itself }},
	{"long", func(p *pair) bool { return p.u.tokens >= 16 }},
	{"earlier is short", func(p *pair) bool { return p.v.tokens <= 4 }},
}

// Verbs of saying, by what somebody who uses them does.
var (
	replying = wordSet("reply", "respond", "retort", "counter", "disagree", "answer", "dispute", "contest", "contradict", "hit", "fire")
	adding   = wordSet("add", "confirm", "agree", "explain", "note", "announce", "warn", "acknowledge", "admit", "concede")
	claiming = wordSet("claim", "allege", "accuse", "insist", "maintain", "contend")
)

// otherSubject reports whether the two claims are of different subjects, of which neither is one who makes them nor only takes up what was
// spoken of.
func (p *pair) otherSubject() bool {
	x, y := p.a.subject, p.b.subject
	return x != "" && y != "" && x != y && !p.a.party.has(x) && !p.b.party.has(x) && !p.a.party.has(y) && !p.b.party.has(y) && !p.u.takesUp
}

// between reports whether all claims between the two are so.
func (p *pair) between(so func(int) bool) bool {
	for k := p.earlier + 1; k < p.later; k++ {
		if !so(k) {
			return false
		}
	}
	return true
}
