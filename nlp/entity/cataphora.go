package entity

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// joinCataphors joins "his" and "her" in what precedes a clause with the name that is its subject: "In her speech, Ann Smith said". A person
// spoken of before in the same words ("After Bob Jones and his wife left, Tom Brown came") is nearer, and what others do for somebody or at
// somebody's wish ("In his absence", "At her request") tells of who was spoken of before.
func (r *resolver) joinCataphors() {
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Pronoun || x.types != setOf(nlp.Person) || x.place != owner || x.verb == nlp.None || others[lowerLemma(&r.doc.Tokens[x.verb])] {
			continue
		}
		a := r.ahead(m)
		if a == nlp.None {
			continue
		}
		y := &r.mentions[a]
		c := r.chainOf(a)
		if r.typed[y.name] != nlp.Person || y.head > y.verb || r.quoted[x.head] != r.quoted[y.head] || !r.compatible(x, c) || r.nearer(m, r.modifierOf(y.verb, x.head), c) {
			continue
		}
		x.confidence = cataphorConfidence
		r.attach(m, c)
	}
}

// cataphorConfidence is that of a pronoun joined with the name behind it.
const cataphorConfidence = 0.9

// others are nouns for what others do for the owner or at the owner's wish, and for where the owner is not.
var others = wordSet("absence memory honor honour suggestion request advice behalf invitation insistence order command recommendation urging " + //nolint:misspell // both spellings are looked up
	"instigation leadership direction supervision guidance tutelage help support assistance permission approval consent stead place wake " +
	"footstep presence")

// modifierOf returns the first token of the adverbial of the verb v that token i stands in, or None if it stands in no adverbial.
func (r *resolver) modifierOf(v, i int) int {
	tokens := r.doc.Tokens
	for tokens[i].Head != v {
		if tokens[i].Head == i {
			return nlp.None
		}
		i = tokens[i].Head
	}
	switch deptree.Base(tokens[i].Deprel) {
	case "obl", "advcl", "advmod":
		first, _ := r.trees.Extent(i)
		return first
	}
	return nlp.None
}

// nearer reports whether somebody is spoken of from token first to the pronoun m who may be who it stands for, and is not of chain c; or
// whether first is None.
func (r *resolver) nearer(m, first, c int) bool {
	if first == nlp.None {
		return true
	}
	x := &r.mentions[m]
	for k := m - 1; k >= 0 && r.mentions[k].first >= first; k-- {
		y := &r.mentions[k]
		if y.types.has(nlp.Person) && sexesAgree(x.gender, y.gender) && !y.plural && y.last < x.first && (y.chain == nlp.None || r.find(y.chain) != c) {
			return true
		}
	}
	return false
}
