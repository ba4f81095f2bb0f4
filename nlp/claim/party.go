package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A party is who puts a claim forward, by keys as in statement: the claimants or, if they are no entities, the nouns of the source; then
// those for whom they speak.
type party struct {
	keys    []string
	governs bool // is called a minister or the like
	thing   bool // something written, or several: no "it"
	single  bool // one person: no "they"
	article bool // the article's author
	person  bool // a person by name, and no "it"
}

// first returns the key of the claimant, or "" if there is none.
func (p party) first() string {
	if len(p.keys) == 0 {
		return ""
	}
	return p.keys[0]
}

// has reports whether the party is, or speaks for, the one with the key.
func (p party) has(key string) bool { return key != "" && slices.Contains(p.keys, key) }

// differs reports whether two parties are surely not the same.
func (p party) differs(other party) bool {
	if p.article || other.article {
		return p.article != other.article
	}
	if len(p.keys) == 0 || len(other.keys) == 0 {
		return false
	}
	if p.named() && other.named() { // two envoys are one only if they are of one state
		return !slices.ContainsFunc(p.keys, func(k string) bool { return isEntity(k) && other.has(k) })
	}
	return !slices.ContainsFunc(p.keys, other.has)
}

// named reports whether the party is, or speaks for, one that has a name.
func (p party) named() bool { return slices.ContainsFunc(p.keys, isEntity) }

// partyOf returns who puts a claim forward. A pronoun that stands for no entity is whoever spoke before.
func (c *comparer) partyOf(claim *nlp.Claim, before []statement) party {
	if claim.ByArticle {
		return party{article: true}
	}
	var p party
	for _, e := range claim.Claimants {
		p.keys = append(p.keys, c.entityKey(e))
	}
	first, last := c.tokensIn(claim.Source)
	if claim.Source.IsZero() {
		first, last = 0, -1
	}
	if who := c.relativeTo(first); len(p.keys) == 0 && first == last && who != nlp.None {
		return c.partyOfNoun(who) // "relatives, who said"
	}
	if len(p.keys) == 0 && first == last && c.doc.Tokens[first].UPOS == "PRON" {
		for i := len(before) - 1; i >= max(0, len(before)-latest) && c.sentenceOf(first)-before[i].sentence <= 2; i-- {
			if strings.HasPrefix(c.doc.Tokens[first].XPOS, "W") || before[i].party.article {
				continue
			}
			if who := c.doc.Tokens[first].Lower; (who == "he" || who == "she") && c.words.of(before[i].subject)&people != 0 {
				return party{keys: []string{before[i].subject}, person: true} // "detectives believe the man did it", "he denied it"
			}
			if claim.Type == nlp.Denial && c.doc.Claims[i].Type == nlp.Accusation && before[i].subject != "" && !before[i].party.has(before[i].subject) {
				return party{keys: []string{before[i].subject}} // "nurses accused the trust", "it denied it"
			}
			return before[i].party
		}
		if n := len(before); n > 0 && before[n-1].subject != "" &&
			(c.doc.Tokens[first].Lower == "they" && before[n-1].sentence == c.sentenceOf(first) || c.doc.Tokens[first].Lower == "it" && before[n-1].sentence+1 == c.sentenceOf(first)) {
			return party{keys: []string{before[n-1].subject}} // "farmers are suing Acme, which they say"
		}
		return p
	}
	p.person = c.byPerson(claim)
	if head := c.headOf(claim.Source); head != nlp.None && last >= first && len(claim.Claimants) == 0 {
		p.thing = c.doc.Tokens[head].XPOS == "NNS" || papers[c.doc.Tokens[head].Lemma]
		p.single = c.doc.Tokens[head].XPOS == "NN" && c.words.of(c.doc.Tokens[head].Lemma)&(body|firm|crowd) == 0
	}
	p.single = p.single || p.person
	for t := first; t <= last; t++ {
		p.governs = p.governs || ministerial(c.doc.Tokens[t].Lemma)
	}
	var nouns, voices []string
	against, other := false, ""
	for t := first; t <= last; t++ {
		tok := c.doc.Tokens[t]
		if tok.Lower == "another" || tok.Lower == "other" {
			other = "other " // "the study … another study"
		}
		if tok.UPOS == "PUNCT" && len(p.keys) == 0 && len(nouns)+len(voices) > 0 {
			break // what is set off by a comma tells more of the same
		}
		against = against || c.words.of(tok.Lemma)&foe != 0
		if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" && tok.UPOS != "ADJ" || c.covering(tok.Span) != nlp.None {
			continue
		}
		switch class := c.words.of(tok.Lemma); {
		case class&foe != 0:
			against = true
		case tok.UPOS == "ADJ" && t < last:
		case class&voice != 0:
			voices = append(voices, c.senses.of(tok.Lemma).word)
		default:
			nouns = append(nouns, c.senses.of(tok.Lemma).word)
		}
	}
	if speaker := c.speaksForLast(first, last, before); speaker != "" && (len(p.keys) == 0 && len(nouns) == 0 || p.person) {
		p.keys = append(p.keys, speaker)
		if len(nouns) == 0 {
			voices = nil
		}
	}
	if len(p.keys) == 0 {
		if len(nouns) == 0 {
			nouns = voices
		}
		for i := range nouns {
			nouns[i] = other + nouns[i]
		}
		p.keys = nouns
		slices.Reverse(p.keys) // the last noun is the head
	}
	sides := c.entitiesIn(claim.Source)
	belong := len(claim.Claimants) == 0 && c.ofMembers(claim.Source)
	if against || belong || first == last && c.doc.Tokens[first].UPOS == "PRON" {
		sides = nil
	}
	for _, e := range sides {
		k := c.entityKey(e)
		if c.doc.Entities[e].Type == nlp.Group && k[0] == '#' {
			continue // "a Hispanic Republican" does not speak for all
		}
		if !slices.Contains(p.keys, k) {
			p.keys = append(p.keys, k)
		}
	}
	for _, e := range claim.Claimants { // "UTW's negotiator", "Ostrian Defence Ministry"
		for _, other := range append(slices.Clone(c.standsFor(e)), c.landsOf(e)...) {
			if k := c.entityKey(other); !slices.Contains(p.keys, k) {
				p.keys = append(p.keys, k)
			}
		}
	}
	for _, e := range c.voices(claim) {
		if belong {
			break
		}
		if k := c.entityKey(e); !slices.Contains(p.keys, k) && c.doc.Entities[e].Type != nlp.Person && c.doc.Entities[e].Type != nlp.Group {
			p.keys = append(p.keys, k)
		}
	}
	if !belong {
		p.keys = append(p.keys, c.owned(first, last, p.keys)...)
	}
	for _, e := range claim.Claimants { // "Belarusian Deputy Foreign Minister"
		for word := range strings.FieldsSeq(strings.ToLower(c.doc.Entities[e].Role)) {
			if state, ok := c.states[word]; ok && !slices.Contains(p.keys, "="+state) {
				p.keys = append(p.keys, "="+state)
			}
		}
	}
	return p
}

// papers are sources that are written, of which an "it" in what they say is something else.
var papers = map[string]bool{
	"analysis": true, "article": true, "data": true, "document": true, "email": true, "file": true, "figure": true, "letter": true, "log": true, "poll": true,
	"record": true, "report": true, "research": true, "statistic": true, "study": true, "survey": true, "test": true, "transcript": true,
}

// relativeTo returns the noun for which the relative pronoun t stands, or nlp.None.
func (f *finder) relativeTo(t int) int {
	if t < 0 || t >= len(f.doc.Tokens) || !strings.HasPrefix(f.doc.Tokens[t].XPOS, "W") || f.doc.Tokens[t].UPOS != "PRON" {
		return nlp.None
	}
	v := f.doc.Tokens[t].Head
	if noun := f.beforeWhich(v); noun != nlp.None {
		return noun
	}
	if head := f.doc.Tokens[v].Head; f.doc.Tokens[v].Deprel == "acl:relcl" && head != v {
		return head
	}
	return nlp.None
}

// partyOfNoun returns the party that the noun t names.
func (c *comparer) partyOfNoun(t int) party {
	if e := c.sourceOf(t); e != nlp.None {
		return party{keys: []string{c.entityKey(e)}, person: c.doc.Entities[e].Type == nlp.Person}
	}
	if c.words.of(c.doc.Tokens[t].Lemma)&(people|body|firm) == 0 && !members[c.doc.Tokens[t].Lemma] {
		return party{} // a paper or the like, of which nobody knows whose it is
	}
	return party{keys: []string{c.senses.at(&c.doc.Tokens[t]).word}}
}

// speaksForLast returns the key of the organisation or state that spoke last, if the words of a source from first to last are of somebody
// who speaks for one that they do not name: "a spokesman said"; or "".
func (c *comparer) speaksForLast(first, last int, before []statement) string {
	spokesman := false
	for t := first; t <= last; t++ {
		switch tok := c.doc.Tokens[t]; tok.Lemma {
		case "spokesman", "spokeswoman", "spokesperson":
			spokesman = c.trees.Child(t, "nmod", "compound") == nlp.None
		}
	}
	if !spokesman || len(before) == 0 {
		return ""
	}
	b := &before[len(before)-1]
	if k := b.party.first(); isEntity(k) && !b.party.person && c.sentenceOf(first)-b.sentence <= 2 {
		return k
	}
	return ""
}

// standsFor returns those for whom entity e speaks anywhere in the text, by what it is called: "UTW's negotiator".
func (f *finder) standsFor(e int) []int {
	entity := &f.doc.Entities[e]
	if entity.Type != nlp.Person {
		return nil
	}
	if known, ok := f.spokenFor[e]; ok {
		return known
	}
	var out []int
	for _, m := range entity.Mentions {
		if m.Kind != nlp.Nominal {
			continue
		}
		others := f.entitiesIn(m.Span)
		first, last := f.tokensIn(m.Span)
		for t := first; t <= last; t++ { // "a rebel commander"
			if upos := f.doc.Tokens[t].UPOS; upos == "NOUN" || upos == "ADJ" {
				others = append(others, f.lastCalled(t))
			}
		}
		for t := first; t <= last; t++ { // "her German counterpart"
			if upos := f.doc.Tokens[t].UPOS; upos == "ADJ" || upos == "PROPN" {
				others = append(others, f.landOf(f.doc.Tokens[t].In(f.doc.Text)))
			}
		}
		for _, other := range others {
			if other == nlp.None || other == e || slices.Contains(out, other) {
				continue
			}
			if t := f.doc.Entities[other].Type; t == nlp.Organization || t == nlp.Location || t == nlp.Person && f.pleader(m.Span) {
				out = append(out, other)
			}
		}
	}
	f.spokenFor[e] = out
	return out
}

// pleader reports whether somebody is called in s one who speaks for another person.
func (f *finder) pleader(s nlp.Span) bool {
	first, last := f.tokensIn(s)
	for t := first; t <= last; t++ {
		switch f.doc.Tokens[t].Lemma {
		case "lawyer", "attorney", "solicitor", "barrister", "counsel", "spokesman", "spokeswoman", "agent":
			return true
		}
	}
	return false
}

// owned returns the keys of what is said in the words of a source, from first to last, to be theirs: "the manager of the mill", "which owns
// the mill".
func (c *comparer) owned(first, last int, known []string) []string {
	var out []string
	for t := first + 1; t <= last; t++ {
		tok := c.doc.Tokens[t]
		if tok.UPOS != "NOUN" || c.words.of(tok.Lemma)&(voice|foe|people) != 0 || c.trees.Child(t, "det") == nlp.None || c.inTime(t) {
			continue
		}
		owns := tok.Head >= first && c.doc.Tokens[tok.Head].Lemma == "own" || c.doc.Tokens[tok.Head].Lemma == "run" || c.doc.Tokens[tok.Head].Lemma == "operate"
		if of := c.trees.Child(t, "case"); owns || of != nlp.None && c.doc.Tokens[of].Lower == "of" && deptree.Base(tok.Deprel) == "nmod" {
			if k := c.senses.of(tok.Lemma).word; !slices.Contains(known, k) {
				out = append(out, k)
			}
		}
	}
	return out
}
