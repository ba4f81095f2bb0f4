package entity

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// The classes of pronouns: what they stand for, by their case. "He" and "she" are one class, so that what is learned from the ones
// holds for the others.
const (
	subjective uint64 = iota
	objective
	possessive
	reflexive
)

// classOf returns the class of the pronoun x.
func (r *resolver) classOf(x *mention) uint64 {
	tok := &r.doc.Tokens[x.head]
	p := pronouns[tok.Lower]
	c := objective
	switch {
	case p.self:
		c = reflexive
	case x.place == owner || tok.XPOS == "PRP$":
		c = possessive
	case x.place == subject:
		c = subjective
	}
	return 100 + p.kind*4 + c
}

// ofPronoun adds the features of candidate i for a pronoun.
func (f *features) ofPronoun(i int) {
	r, x, k := f.r, f.x, f.from[i]
	c, a := &r.chains[k.chain], &r.mentions[k.last]
	tokens := r.doc.Tokens
	cl := f.class
	said := &r.said[k.chain]
	here := r.sentence[x.head]
	near := bucket(here - r.sentence[a.head])
	if k.ahead {
		near = 8
	}
	sort := uint64(c.types)
	if c.named {
		sort |= 1 << 8
	}
	rank := uint64(min(i, 6))

	f.common(k, uint64(a.kind)<<1|flag(a.kind == nlp.Pronoun && r.classOf(a) == cl), sort, rank, near)
	f.emit3(tTopic, cl, flag(said.count > 2 && c.named), near)
	f.emit2(tHistory, cl, bucket(said.subjects)<<3|bucket(said.pronouns))
	now, before := foremost(said.places(here)), foremost(said.places(here-1))
	f.emit3(tGrid, cl, now, before)
	f.emit3(tGridPlace, cl, now<<4|before, uint64(x.place))
	f.emit3(tMost, cl, flag(f.most == i), near)
	f.emit3(tAlone, cl, bucket(len(f.from)), rank)
	f.emit3(tParagraph, cl, flag(r.paragraph[here] == r.paragraph[r.sentence[a.head]]), near)
	if a.verb != nlp.None {
		verb := linear.Hash(tokens[a.verb].Lemma)
		f.emit3(tClause, cl, uint64(relationKind(tokens[a.verb].Deprel))<<4|uint64(a.place), min(near, 2))
		f.emit3(tSpeech, verb, flag(r.quoted[x.head])<<1|flag(r.quoted[a.head]), uint64(a.place)<<4|min(near, 2))
		f.emit3(tSameVerb, cl, flag(verb == f.governor), flag(a.place == x.place))
	}
	f.emit3(tDepth, cl, uint64(r.depth(a.head)), min(near, 2))
	f.emit3(tConjunct, cl, flag(deptree.Base(tokens[a.head].Deprel) == "conj"), min(near, 2))
	f.emit3(tRole, cl, f.role, uint64(a.place)<<4|min(near, 2))
	f.emit3(tRoleGrid, cl, f.role, now<<4|before)
	f.emit3(tClauses, cl, f.clause, uint64(a.place)<<4|min(near, 2))
	f.emit3(tOthers, cl, uint64(min(f.others, 4)), min(near, 2))
	if c.named {
		f.others++
	}
	if f.led { // "In her speech, Ann Smith said"
		leads := flag(k.leads)<<2 | flag(k.ahead)<<1 | flag(c.named)
		f.emit3(tLeads, cl, leads, near)
		f.emit3(tLeadsRole, cl, leads, f.role)
		f.emit3(tLeadsGrid, cl, leads, now<<4|before)
		for range rare {
			f.emit(tLeads, leads)
		}
	}
	shape := uint64(a.kind)<<8 | uint64(a.place)<<4 | min(near, 3)
	f.emit3(tShape, cl, shape, rank)
	f.emit3(tShapeRole, cl, shape, f.role)
	f.emit3(tShapeCount, cl, shape, bucket(said.count)<<1|flag(f.most == i))
	f.emit3(tShapeFirst, cl, shape, flag(r.doc.Sentences[r.sentence[a.head]].First == a.first)<<1|flag(r.doc.Sentences[here].First == x.first))
	if x.place == owner && a.place == owner {
		f.emit3(tBothOwners, cl, near, rank)
	}
	if x.verb != nlp.None {
		f.emit3(tGovernor, cl, f.governor, uint64(c.types))
	}
	f.clauses(k.chain)
	if here == r.sentence[a.head] {
		f.within(a)
		f.path(a)
	}
}

// findSubjects fills f.subjects.
func (f *features) findSubjects() {
	tokens := f.r.doc.Tokens
	level := 0
	for _, v := range f.ancestors[:f.depth] {
		if level < maxClauses && (tokens[v].UPOS == "VERB" || f.r.trees.Child(v, "nsubj", "cop") != nlp.None) {
			f.subjects[level] = f.r.subjectChain(v)
			level++
		}
	}
	for ; level < maxClauses; level++ {
		f.subjects[level] = nlp.None
	}
}

// clauses adds the features of which clauses around the pronoun chain c is the subject of.
func (f *features) clauses(c int) {
	set := uint64(0)
	lowest := uint64(maxClauses)
	for i, s := range f.subjects {
		if s == c && c != nlp.None {
			set |= 1 << i
			lowest = min(lowest, uint64(i))
		} else if s != nlp.None {
			set |= 1 << (i + maxClauses)
		}
	}
	f.emit3(tSubject, f.class, uint64(f.x.place), set&1<<1|set>>maxClauses&1)
	f.emit3(tSubjects, f.class, f.role, lowest)
	f.emit3(tSubjectsRole, f.class, f.clause, set)
}

// rare is how often a feature stands in the list that few examples have and that says much, so that its weight grows faster.
const rare = 5

// within adds the features of an antecedent a in the same sentence: whether it is the subject, or object, of a clause around the
// pronoun, and how far up; and whether both depend on one verb, which only reflexive pronouns may.
func (f *features) within(a *mention) {
	up := uint64(15)
	for d := range f.depth {
		if f.ancestors[d] == a.verb {
			up = uint64(min(d, 5))
			break
		}
	}
	f.emit3(tGoverns, f.class, up, uint64(a.place))
	f.emit3(tBinding, f.class, uint64(f.x.place), flag(a.verb != nlp.None && a.verb == f.x.verb)<<4|uint64(a.place))
	if f.x.verb != nlp.None {
		f.emit3(tGoverns, f.class, up, 100+uint64(relationKind(f.r.doc.Tokens[f.x.verb].Deprel)))
	}
	f.emit3(tTokens, f.class, bucket((f.x.head-a.head)/2), uint64(a.place))
}

// maxPath bounds the steps of a path through the tree that is a feature.
const maxPath = 6

// path adds the feature of the relations on the way from the pronoun up to where the way to a parts, and down to a.
func (f *features) path(a *mention) {
	tokens := f.r.doc.Tokens
	down, steps := uint64(0), 0
	for i := a.head; steps < maxPath; steps++ {
		up := linear.Hash("")
		for d := -1; d < f.depth; d++ {
			at := f.x.head
			if d >= 0 {
				at = f.ancestors[d]
			}
			if at == i {
				f.emit3(tPath, f.class, up, down)
				return
			}
			if d+steps >= maxPath {
				break
			}
			up = linear.With(up, linear.Hash(deptree.Base(tokens[at].Deprel)))
		}
		if tokens[i].Head == i {
			break
		}
		down = linear.With(down, linear.Hash(deptree.Base(tokens[i].Deprel)))
		i = tokens[i].Head
	}
	f.emit(tPath, f.class)
}

// maxDepth bounds the depth in the tree that is told.
const maxDepth = 5

// depth returns how deep token i stands in its tree.
func (r *resolver) depth(i int) int {
	d := 0
	for d < maxDepth && r.doc.Tokens[i].Head != i {
		i = r.doc.Tokens[i].Head
		d++
	}
	return d
}

// isWeather reports whether token i is the "it" of a verb for the weather, whatever relation the tree gives it.
func (r *resolver) isWeather(i int) bool {
	tok := &r.doc.Tokens[i]
	if tok.Lower != "it" {
		return false
	}
	switch lowerLemma(&r.doc.Tokens[tok.Head]) {
	case "drizzle", "hail", "pour", "rain", "snow", "thunder":
		return r.trees.Child(tok.Head, "obj") == nlp.None // and not "it hailed the deal"
	}
	return false
}
