package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// spoken adds the claim that a clause, of the article or of quote q, reports by its verb alone, if it does: "Grant denied taking bribes",
// "police put the crowd at 3,000". Most such clauses are quotes themselves; these are those that are not.
func (f *finder) spoken(c clause, q int) bool {
	v := c.head
	class := f.performs(v) & (accuse | deny | demand | estimate | admit | literal)
	if class&^literal == 0 || f.negated(v) || f.modal(v) || class&literal != 0 && (class&accuse == 0 || !f.saysFor(v)) {
		return false
	}
	obj := f.object(v)
	if obj == nlp.None && f.trees.Child(v, "obl", "xcomp", "ccomp", "advcl") == nlp.None {
		return false
	}
	if class&deny != 0 && f.trees.Child(v, "iobj") != nlp.None {
		return false // "denied him the prize"
	}
	claim := nlp.Claim{Target: nlp.None, Quote: q, Confidence: 0.6}
	passive := f.passive(v)
	switch by := f.subject(v); {
	case passive && class&(accuse|estimate) == 0:
		return false // "was denied entry", "was told to leave"
	case passive:
		f.byAgent(&claim, v)
	case by == nlp.None || !f.speaks(by):
		return false
	default:
		f.claimedBy(&claim, by)
	}
	if passive && claim.ByArticle && class&accuse == 0 {
		return false
	}
	if !passive && (obj != nlp.None || c.last > v) {
		for c.first < v && (f.doc.Tokens[c.first].Head != v || !isAuxiliary(f.doc.Tokens[c.first].Deprel)) {
			c.first++
		}
	}
	claim.Type = f.typeOfCue(class, v, c.first, c.last, &claim)
	claim.Target = f.targetOfCue(claim, v)
	f.add(claim, v, c.first, c.last)
	return true
}

// believed adds what the subject of a clause is said to believe or to fear: "officials are concerned that prices will rise".
func (f *finder) believed(c clause, q int) bool {
	content := f.trees.Child(c.head, "ccomp")
	by := f.subject(c.head)
	if f.words.of(f.doc.Tokens[c.head].Lower)&mind == 0 || content < c.head || content > c.last || !f.finite(content) {
		return false
	}
	if by == nlp.None || !f.speaks(by) || f.negated(c.head) {
		return false
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

// resolveThey gives claims whose source is a "they" that no entity has the claimants of the claim before: an organisation, a country or
// several that spoke just now.
func (f *finder) resolveThey() {
	for i := 1; i < len(f.found); i++ {
		d, before := &f.found[i], &f.found[i-1]
		if d.ByArticle || len(d.Claimants) > 0 || !strings.EqualFold(d.Source.In(f.doc.Text), "they") {
			continue
		}
		if f.sentenceOf(d.head)-f.sentenceOf(before.head) > 2 {
			continue
		}
		if n := len(before.Claimants); n > 1 || n == 1 && f.doc.Entities[before.Claimants[0]].Type != nlp.Person {
			d.Claimants = slices.Clone(before.Claimants)
		}
	}
}

// claimedBy makes those whom the noun phrase of t names the claimants.
func (f *finder) claimedBy(claim *nlp.Claim, t int) {
	claim.ByArticle, claim.Claimants = false, nil
	first, last := f.trees.Extent(t)
	for c := range f.trees.Children(t) {
		lo, _ := f.trees.Extent(c)
		switch d := f.doc.Tokens[c].Deprel; {
		case d == "case" && c == first:
			first++
		case c > t && (deptree.Base(d) == "acl" || d == "punct" && c == last):
			last = min(last, lo-1)
		case d == "conj":
			if e := f.covering(f.doc.Tokens[c].Span); e != nlp.None {
				claim.Claimants = append(claim.Claimants, e)
			}
		}
	}
	for first < t && (isMark(&f.doc.Tokens[first]) || f.doc.Tokens[first].UPOS == "CCONJ") {
		first++
	}
	for last > t && isMark(&f.doc.Tokens[last]) {
		last--
	}
	claim.Source = nlp.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[last].End}
	if e := f.covering(f.doc.Tokens[t].Span); e != nlp.None {
		claim.Claimants = append(claim.Claimants, e)
	}
	slices.Sort(claim.Claimants)
	claim.Claimants = slices.Compact(claim.Claimants)
}
