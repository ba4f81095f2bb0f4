package entity

import (
	"math"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// The pass over noun phrases and pronouns looks back over a bounded number of chains, so that its time is linear in the text.
const (
	maxNamed   = 14 // chains with a name, last spoken of first
	maxUnnamed = 10 // chains without
	maxBack    = 30 // sentences that a noun phrase looks back
	maxBackPro = 6  // sentences that a pronoun looks back
)

// A candidate is a chain that a mention may belong to.
type candidate struct {
	chain int
	last  int  // mention of the chain that was last spoken of
	ahead bool // that mention is yet to come, in the same sentence
	leads bool // the subject yet to come of the clause around the mention to be resolved is of the chain
}

// A chooser chooses among the candidates for mention m: it returns an index in them, or None, and how sure it is.
type chooser interface {
	choose(r *resolver, m int, from []candidate) (int, float64)
}

// joinByRank takes the mentions in the order of the text and lets r.chooser find what each noun phrase and pronoun refers to.
func (r *resolver) joinByRank() {
	r.said = make([]history, len(r.chains), len(r.chains)+len(r.mentions))
	for i := range r.said {
		r.said[i].last = nlp.None
	}
	var named, unnamed recent
	var candidates []candidate
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.chain == nlp.None && r.resolves(x) {
			candidates = r.candidates(candidates[:0], m, named.list, unnamed.list)
			if len(candidates) > 0 {
				if best, sure := r.chooser.choose(r, m, candidates); best != nlp.None {
					x.confidence = sure
					r.attach(m, candidates[best].chain)
				}
			}
		}
		if x.chain == nlp.None {
			if x.kind == nlp.Pronoun {
				continue
			}
			r.newChain(m)
			r.said = append(r.said, history{last: nlp.None})
		}
		if r.modifies(x) {
			continue
		}
		c := r.chainOf(m)
		r.said[c].note(r, m)
		if r.chains[c].named {
			named.use(c, maxNamed)
		} else {
			unnamed.use(c, maxUnnamed)
		}
	}
}

// modifies reports whether the name x is a part of a word that says of something else what it is like ("Zurich-based"), so that nothing that
// follows refers to it.
func (r *resolver) modifies(x *mention) bool {
	next := x.last + 2
	return x.kind == nlp.Named && next < len(r.doc.Tokens) && r.doc.Tokens[x.last+1].Lower == "-" &&
		r.doc.Tokens[x.last].End == r.doc.Tokens[x.last+1].Start && r.doc.Tokens[x.last+1].End == r.doc.Tokens[next].Start &&
		(r.doc.Tokens[next].XPOS == "VBN" || r.doc.Tokens[next].XPOS == "VBG" || r.doc.Tokens[next].UPOS == "ADJ")
}

// A recent is a list of chains, the last used first.
type recent struct{ list []int }

func (u *recent) use(c, limit int) {
	i := slices.Index(u.list, c)
	if i < 0 {
		u.list = append(u.list, 0)
		i = len(u.list) - 1
	}
	copy(u.list[1:i+1], u.list[:i])
	u.list[0] = c
	if len(u.list) > limit {
		u.list = u.list[:limit]
	}
}

// resolves reports whether x may refer to something said before: all pronouns and the noun phrases that are not indefinite.
func (r *resolver) resolves(x *mention) bool {
	if x.kind == nlp.Pronoun {
		return personal[r.doc.Tokens[x.head].Lower] == 0
	}
	return x.kind == nlp.Nominal && x.det != indefinite && (x.det != bare || x.place == subject || x.place == object || x.place == owner)
}

// candidates appends the chains that mention m may belong to, the last spoken of first.
func (r *resolver) candidates(to []candidate, m int, named, unnamed []int) []candidate {
	x := &r.mentions[m]
	bound := r.boundTo(x)
	for len(named) > 0 || len(unnamed) > 0 { // merge by what was said last
		var c int
		if len(unnamed) == 0 || len(named) > 0 && r.said[named[0]].last > r.said[unnamed[0]].last {
			c, named = named[0], named[1:]
		} else {
			c, unnamed = unnamed[0], unnamed[1:]
		}
		last := r.said[c].last
		back := r.sentence[x.head] - r.sentence[r.mentions[last].head]
		if x.kind == nlp.Pronoun && back > maxBackPro {
			break
		}
		if s := r.sentence[x.head]; x.kind == nlp.Pronoun && (c == r.speaker[s] || c == r.asked[s]) && !r.quoted[x.head] {
			continue // who speaks, or is spoken to, is no "he" or "she"
		}
		if c == bound && bound != nlp.None {
			continue // who does something to him is not he
		}
		if back <= maxBack && r.compatible(x, c) && !r.nested(x, last) {
			to = append(to, candidate{chain: c, last: last})
		}
	}
	if x.kind == nlp.Pronoun {
		if a := r.ahead(m); a != nlp.None {
			c := r.chainOf(a)
			i := slices.IndexFunc(to, func(k candidate) bool { return k.chain == c })
			switch {
			case i >= 0:
				to[i].leads = true
			case r.compatible(x, c):
				to = append(to, candidate{chain: c, last: a, ahead: true, leads: true})
			}
		}
	}
	return to
}

// nested reports whether x stands inside the mention a or around it, so that the two cannot be one thing ("his wife" is not he).
// A pronoun inside a phrase that only begins before it is free ("the mayor and her party").
func (r *resolver) nested(x *mention, last int) bool {
	a := &r.mentions[last]
	return a.first <= x.first && x.last <= a.last || x.first <= a.first && a.last <= x.last
}

// compatible reports whether nothing forbids that x belongs to chain c.
func (r *resolver) compatible(x *mention, c int) bool {
	ch := &r.chains[c]
	person := setOf(nlp.Person)
	if !sexesAgree(x.gender, ch.gender) {
		return false
	}
	if x.kind == nlp.Pronoun {
		switch {
		case x.types == person: // "he", "she"
			return (ch.mistyped || ch.types.agrees(nlp.Person)) && !(ch.known && ch.plural)
		case !x.plural: // "it"
			return ch.types != person && ch.types != setOf(nlp.Group) && ch.gender == unknownGender && !(ch.known && ch.plural && !ch.named)
		default: // "they"
			return ch.types != person || !ch.known || ch.plural || !ch.named && ch.gender == unknownGender
		}
	}
	if ch.types != 0 && x.types != 0 && ch.types&x.types == 0 {
		return false
	}
	if ch.named {
		if x.plural && ch.typ != nlp.Group && !(ch.typ == nlp.Person && ch.plural) {
			return false
		}
		return true
	}
	return !ch.known || ch.plural == x.plural
}

// ahead returns the subject to come of the clause around the pronoun m, if m stands in what precedes it ("In her speech, Ann Smith
// said"), or None.
func (r *resolver) ahead(m int) int {
	x := &r.mentions[m]
	tokens := r.doc.Tokens
	if x.place == owner && x.verb != nlp.None && others[lowerLemma(&tokens[x.verb])] {
		return nlp.None
	}
	i := x.head
	for range 6 {
		h := tokens[i].Head
		if h == i {
			return nlp.None
		}
		i = h
		if i < x.head {
			continue
		}
		if s := r.trees.Child(i, "nsubj"); s > x.head && r.headed[s] >= 0 {
			a := int(r.headed[s])
			if y := &r.mentions[a]; y.kind == nlp.Named && y.first > x.last {
				return a
			}
			return nlp.None
		}
	}
	return nlp.None
}

// A ranking chooses by the weights of a model.
type ranking struct {
	model      *linear.Model
	confidence []float64 // weights of ConfidenceFeatures
	features   features
	evidence   [3]float64 // values of ConfidenceFeatures for the last choice
}

func (k *ranking) choose(r *resolver, m int, from []candidate) (int, float64) {
	f := &k.features
	f.start(r, m, from)
	var score [1]int32
	k.model.Score(score[:], f.none())
	best, top, second := nlp.None, score[0], int32(math.MinInt32/2)
	for i := range from {
		k.model.Score(score[:], f.of(i))
		if s := score[0]; s > top {
			best, top, second = i, s, top
		} else if s > second {
			second = s
		}
	}
	k.evidence = [...]float64{1, float64(top-second) / marginScale, float64(flag(r.mentions[m].kind == nlp.Pronoun))}
	return best, certainty(k.confidence, k.evidence[:])
}
