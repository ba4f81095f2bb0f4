package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// answers makes accusations of the claims by which somebody who was accused says of the accuser that he did something: "CityMove blamed the
// union. The union said the company had walked out." No word in them need be one of guilt.
func (f *finder) answers() {
	for i := range f.found {
		f.pleads(i)
	}
	for i := range f.found {
		d := &f.found[i]
		if d.ByArticle || d.Type != nlp.Fact && d.Type != nlp.Opinion && d.Type != nlp.Accusation || d.Target != nlp.None || f.negated(d.head) || f.foretells(clause{head: d.head}) {
			continue
		}
		if d.Type == nlp.Opinion && !f.inOrder(d.head) {
			continue
		}
		var own []int
		if f.accusedBefore(i) {
			own = f.voices(&d.Claim)
		}
		if d.Type == nlp.Fact && f.answersNo(i, own) {
			d.Type = nlp.Denial
			continue
		}
		if d.Type != nlp.Accusation && f.counters(i, own) {
			d.Type = nlp.Denial
			continue
		}
		if d.Type == nlp.Opinion {
			continue
		}
		if f.again(i, own) || f.prosecutes(d) {
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 2; j-- {
			a := &f.found[j]
			if a.Type != nlp.Accusation || a.Target == nlp.None || a.ByArticle || !slices.ContainsFunc(own, func(x int) bool { return f.entityKey(x) == f.entityKey(a.Target) }) {
				continue
			}
			if e := f.doerAmong(d.head, f.voices(&a.Claim)); e != nlp.None && !slices.Contains(own, e) {
				d.Type, d.Target = nlp.Accusation, f.actor(e, nlp.Token{Deprel: "amod"})
				if d.Target == nlp.None {
					d.Target = e
				}
				break
			}
			if d.Type == nlp.Fact && j == i-1 && f.replies(d, a) {
				d.Type = nlp.Denial
				break
			}
		}
	}
}

// accusedBefore reports whether one of the claims shortly before claim i is an accusation.
func (f *finder) accusedBefore(i int) bool {
	return slices.ContainsFunc(f.found[max(0, i-latest):i], func(a draft) bool { return a.Type == nlp.Accusation })
}

// again makes an accusation of what the same claimant says of those whom he accused in the sentence before, as "they": "They were the ones who
// left"; and of what one of several without a name says of him whom they accused: "Parents hit out at the head. “She is cruel to them,” …".
func (f *finder) again(i int, own []int) bool {
	if i == 0 {
		return false
	}
	d, before := &f.found[i], &f.found[i-1]
	subject := f.subject(d.head)
	if before.Type != nlp.Accusation || before.Target == nlp.None || before.ByArticle || f.sentenceOf(d.head)-f.sentenceOf(before.head) > 1 || subject == nlp.None {
		return false
	}
	same := slices.ContainsFunc(f.voices(&before.Claim), func(e int) bool { return slices.Contains(own, e) })
	direct := d.Quote != nlp.None && f.quotes[d.Quote].Kind == nlp.Direct
	if tok := f.doc.Tokens[subject]; direct && !f.modal(d.head) && f.maybe(&tok, before.Target) && (same || f.several(&before.Claim)) {
		d.Type, d.Target = nlp.Accusation, before.Target
		return true
	}
	if !same {
		return false
	}
	if tok := f.doc.Tokens[subject]; tok.Lower != "they" && tok.Lower != "it" || f.covering(tok.Span) != nlp.None && f.covering(tok.Span) != before.Target && !slices.Contains(own, f.covering(tok.Span)) {
		return false
	}
	if tok := f.doc.Tokens[d.head]; !(tok.XPOS == "VBD" || f.perfect(d.head) || f.pastCopula(d.head)) {
		return false
	}
	d.Type, d.Target = nlp.Accusation, before.Target
	return true
}

// maybe reports whether the pronoun tok stands for entity e, or for nothing known and may.
func (f *finder) maybe(tok *nlp.Token, e int) bool {
	known := f.covering(tok.Span)
	switch tok.Lower {
	case "he", "she":
		return known == e || known == nlp.None && f.doc.Entities[e].Type == nlp.Person
	case "they", "it":
		return known == e
	}
	return false
}

// several reports whether those who put a claim forward are several and none of them has a name: "Parents".
func (f *finder) several(by *nlp.Claim) bool {
	if len(by.Claimants) > 0 || by.Source.IsZero() {
		return false
	}
	head := f.headOf(by.Source)
	return head != nlp.None && f.doc.Tokens[head].XPOS == "NNS"
}

// answersNo reports whether claim i says that nobody did it, or that there was none, where it was just said that there was: by those accused,
// or of the same deed.
func (f *finder) answersNo(i int, own []int) bool {
	d := &f.found[i]
	subject, obj := f.subject(d.head), f.trees.Child(d.head, "obj")
	if !(subject != nlp.None && f.none(subject)) && !(obj > d.head && f.none(obj)) {
		return false
	}
	for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 3; j-- {
		a := &f.found[j]
		if a.Type == nlp.Accusation && a.Target != nlp.None && slices.Contains(own, a.Target) {
			return true
		}
		if x, y := f.doc.Tokens[d.head], f.doc.Tokens[a.head]; x.Lemma == y.Lemma && x.UPOS == "VERB" && f.verbs.of(x.Lemma)&light == 0 && !a.ByArticle && a.Source != d.Source {
			return true
		}
	}
	return false
}

// pastCopula reports whether predicate t has a copula in the past.
func (f *finder) pastCopula(t int) bool {
	cop := f.trees.Child(t, "cop")
	return cop != nlp.None && f.doc.Tokens[cop].XPOS == "VBD"
}

// doerAmong returns which of those is said to have done what predicate t tells: its subject, or whom that belongs to, or where what came
// came from; or nlp.None.
func (f *finder) doerAmong(t int, those []int) int {
	if f.verbs.at(f.doc, t)&(speak|attitude|perceive) != 0 {
		return nlp.None
	}
	if tok := f.doc.Tokens[t]; tok.UPOS != "VERB" || tok.XPOS != "VBD" && !f.perfect(t) && tok.Lemma != "keep" {
		return nlp.None
	}
	var doers []int
	if subject := f.subject(t); subject != nlp.None && !f.passive(t) {
		doers = append(doers, subject)
	}
	if agent := f.agent(t); agent != nlp.None {
		doers = append(doers, agent)
	}
	for child := range f.trees.Children(t) {
		from := f.trees.Child(child, "case")
		if deptree.Base(f.doc.Tokens[child].Deprel) != "obl" || from == nlp.None || f.doc.Tokens[from].Lower != "from" {
			continue
		}
		doers = append(doers, child)
		if held := f.trees.Child(child, "acl"); held != nlp.None {
			if agent := f.agent(held); agent != nlp.None {
				doers = append(doers, agent)
			}
		}
	}
	for _, doer := range doers {
		for _, n := range append([]int{doer}, f.modifiers(doer)...) {
			if e := f.sourceOf(n); e != nlp.None && slices.ContainsFunc(those, func(x int) bool { return f.entityKey(x) == f.entityKey(e) }) {
				return e
			}
			if e := f.namedBy(n, those); e != nlp.None {
				return e
			}
			if e := f.oneFirm(n, those); e != nlp.None {
				return e
			}
		}
	}
	return nlp.None
}

// oneFirm returns the only business among those if the noun at t is "the company" or the like; or nlp.None.
func (f *finder) oneFirm(t int, those []int) int {
	if f.words.of(f.doc.Tokens[t].Lemma)&firm == 0 || f.trees.Child(t, "det") == nlp.None {
		return nlp.None
	}
	only := nlp.None
	for _, e := range those {
		if t := f.doc.Entities[e].Type; (t == nlp.Organization || t == nlp.Product) && !f.bodies[e] {
			if only != nlp.None {
				return nlp.None
			}
			only = e
		}
	}
	return only
}

// modifiers returns the nouns in front of the noun t: "an army air strike".
func (f *finder) modifiers(t int) []int {
	var out []int
	for n := max(f.start(t), t-6); n < t; n++ {
		if upos := f.doc.Tokens[n].UPOS; upos == "NOUN" || upos == "PROPN" || upos == "ADJ" {
			out = append(out, n)
		}
	}
	return out
}

// namedBy returns which of those has the noun at t, which need have no article, in its name or was called so; or nlp.None.
func (f *finder) namedBy(t int, those []int) int {
	tok := f.doc.Tokens[t]
	if tok.UPOS != "NOUN" {
		return nlp.None
	}
	if f.callings == nil {
		f.callings = f.called()
	}
	list := f.callings[strings.ToLower(tok.Lemma)]
	end := sort.Search(len(list), func(i int) bool { return list[i].token >= t })
	for i := end - 1; i >= max(0, end-latest); i-- {
		if slices.Contains(those, list[i].entity) {
			return list[i].entity
		}
	}
	return nlp.None
}

// lastCalled returns the entity that was last called by the noun at t before it, or nlp.None.
func (f *finder) lastCalled(t int) int {
	if f.callings == nil {
		f.callings = f.called()
	}
	list := f.callings[strings.ToLower(f.doc.Tokens[t].Lemma)]
	if i := sort.Search(len(list), func(i int) bool { return list[i].token >= t }); i > 0 {
		return list[i-1].entity
	}
	return nlp.None
}

// voices returns those who put a claim forward, and those for whom they do by its source: "UTW's negotiator, Paul Szabo".
func (f *finder) voices(claim *nlp.Claim) []int {
	out := slices.Clone(claim.Claimants)
	for _, e := range claim.Claimants {
		out = append(out, f.standsFor(e)...)
	}
	if claim.Source.IsZero() {
		return out
	}
	if f.ofMembers(claim.Source) {
		return out
	}
	first, last := f.tokensIn(claim.Source)
	if first == last && f.doc.Tokens[first].UPOS == "PRON" && len(claim.Claimants) > 0 {
		return out
	}
	for t := first; t <= last; t++ {
		if f.words.of(f.doc.Tokens[t].Lemma)&foe != 0 {
			return out // "her challenger, Mike Renner"
		}
	}
	for _, e := range f.entitiesIn(claim.Source) {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	if first <= last && f.doc.Tokens[first].Lower == "its" {
		known := f.covering(f.doc.Tokens[first].Span)
		if e := f.lastNamed(first, nil); e != nlp.None && !slices.Contains(out, e) && (known == nlp.None || slices.Contains(out, known)) {
			out = append(out, e) // "its lawyer"
		}
	}
	for t := first; t <= last; t++ {
		tok := f.doc.Tokens[t]
		if tok.UPOS != "NOUN" && tok.UPOS != "ADJ" {
			continue
		}
		e := f.definite(t)
		if e == nlp.None {
			e = f.lastCalled(t) // "a rebel commander"
		}
		if e != nlp.None && !slices.Contains(out, e) && f.doc.Entities[e].Type != nlp.Person {
			out = append(out, e)
		}
	}
	for t := first; t <= last; t++ { // "French defence minister Claire Morel"
		if tok := f.doc.Tokens[t]; tok.UPOS == "ADJ" || tok.UPOS == "PROPN" {
			if land := f.landOf(tok.In(f.doc.Text)); land != nlp.None && !slices.Contains(out, land) {
				out = append(out, land)
			}
		}
	}
	for _, e := range slices.Clone(out) {
		out = append(out, f.landsOf(e)...)
	}
	return out
}
