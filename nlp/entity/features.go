package entity

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// features computes the features of the choice for one mention. Its slices are good until the next call.
type features struct {
	r    *resolver
	m    int
	x    *mention
	from []candidate
	list []uint64

	class     uint64 // what sort of mention is to be resolved
	lemma     string
	hash      uint64 // of lemma
	governor  uint64 // hash of the governor's lemma
	ancestors [12]int
	depth     int
	modifiers int    // content words before the head
	others    int    // named candidates so far
	led       bool   // a candidate is the subject yet to come
	fits      int    // named candidates of the sort that a noun asks for
	ofSort    int    // candidates of the sort that a noun asks for, so far
	role      uint64 // function of the pronoun, or of the phrase that it is the owner in
	clause    uint64 // relation of the clause around it
	most      int    // the candidate that was mentioned most

	subjects [maxClauses]int // chains of the subjects of the clauses around a pronoun, from its own upwards, or None
}

// maxClauses bounds the clauses around a pronoun whose subjects are looked at.
const maxClauses = 4

// start prepares the features for mention m and its candidates.
func (f *features) start(r *resolver, m int, from []candidate) {
	f.r, f.m, f.x, f.from = r, m, &r.mentions[m], from
	x := f.x
	tokens := r.doc.Tokens
	f.lemma = r.lemma(x)
	f.hash = linear.Hash(f.lemma)
	if x.kind == nlp.Pronoun {
		f.class = r.classOf(x)
	} else {
		f.class = uint64(x.det)
	}
	f.governor = 0
	if x.verb != nlp.None {
		f.governor = linear.Hash(tokens[x.verb].Lemma)
	}
	f.others = 0
	f.role, f.clause = uint64(x.place), 0
	verb := x.verb
	if x.place == owner && x.verb != nlp.None {
		place, v := r.function(x.verb)
		f.role, verb = 16+uint64(place), v
	}
	if verb != nlp.None {
		f.clause = uint64(relationKind(tokens[verb].Deprel))
	}
	f.depth = 0
	for i := x.head; f.depth < len(f.ancestors) && tokens[i].Head != i; f.depth++ {
		i = tokens[i].Head
		f.ancestors[f.depth] = i
	}
	f.most, f.fits, f.led = 0, 0, false
	for i := range from {
		f.led = f.led || from[i].leads
		if c := &r.chains[from[i].chain]; c.named && c.types&x.types != 0 {
			f.fits++
		}
		if r.said[from[i].chain].count > r.said[from[f.most].chain].count {
			f.most = i
		}
	}
	if x.kind == nlp.Pronoun {
		f.findSubjects()
	}
	f.modifiers = 0
	for i := x.first; i < x.head; i++ {
		switch tokens[i].UPOS {
		case "ADJ", "NOUN", "PROPN", "NUM":
			f.modifiers++
		}
	}
}

// The templates. Those of pronouns are joined with the form of the pronoun, those of noun phrases with its determiner.
const (
	_ uint64 = iota
	tNone
	tNonePlace
	tNoneGovernor
	tNoneNext
	tNoneNext2
	tNoneCount
	tNoneHead
	tNoneTypes
	tNoneModifiers
	tNoneLonger
	tNoneFirst
	tBias
	tType
	tTypes
	tNumber
	tSentences
	tRank
	tPlace
	tPlacePair
	tPlaceRank
	tKind
	tCount
	tGoverns
	tBinding
	tFirst
	tQuoted
	tHeadSame
	tHeadType
	tHeadNamed
	tExact
	tModifiers
	tSort
	tSentencesKind
	tTopic
	tGovernor
	tOwner
	tParagraph
	tBothOwners
	tRankSentences
	tHeadTypeDistance
	tHistory
	tGrid
	tGridPlace
	tMost
	tAlone
	tClause
	tSpeech
	tSameVerb
	tTokens
	tDepth
	tConjunct
	tRole
	tRoleGrid
	tClauses
	tOthers
	tShape
	tShapeRole
	tShapeCount
	tShapeFirst
	tPath
	tHeadCountry
	tFit
	tFitOnly
	tFitKind
	tFitWhole
	tFitPlace
	tFitMost
	tFitGrid
	tFitParagraph
	tNoneNear
	tNoneForm
	tLeads
	tLeadsRole
	tLeadsGrid
	tSubject
	tSubjects
	tSubjectsRole
)

func (f *features) emit(template, a uint64) {
	f.list = append(f.list, linear.Feature(template, a))
}

func (f *features) emit2(template, a, b uint64) {
	f.list = append(f.list, linear.With(linear.Feature(template, a), b))
}

func (f *features) emit3(template, a, b, c uint64) {
	f.list = append(f.list, linear.With(linear.With(linear.Feature(template, a), b), c))
}

// none returns the features of the choice that the mention belongs to none of the candidates.
func (f *features) none() []uint64 {
	f.list = f.list[:0]
	x, tokens := f.x, f.r.doc.Tokens
	f.emit(tNone, f.class)
	f.emit2(tNonePlace, f.class, uint64(x.place))
	f.emit2(tNoneCount, f.class, bucket(len(f.from)))
	f.emit2(tNoneFirst, f.class, flag(f.r.doc.Sentences[f.r.sentence[x.head]].First == x.first))
	if x.kind == nlp.Pronoun {
		form := pronouns[tokens[x.head].Lower].form
		f.emit2(tNoneForm, form, uint64(x.place))
		f.emit2(tNoneNear, f.class, bucket(f.r.sentence[x.head]-f.r.sentence[f.r.mentions[f.from[0].last].head]))
		f.emit2(tNoneGovernor, f.class, f.governor)
		if x.head+1 < len(tokens) {
			next := linear.Hash(tokens[x.head+1].Lower)
			f.emit2(tNoneNext, f.class, next)
			if x.head+2 < len(tokens) {
				f.emit3(tNoneNext2, f.class, next, linear.Hash(tokens[x.head+2].UPOS))
			}
		}
		return f.list
	}
	f.emit2(tNoneHead, f.class, f.hash)
	f.emit(tNoneHead, f.hash)
	f.emit2(tNoneTypes, f.class, uint64(x.types))
	f.emit2(tNoneModifiers, f.class, bucket(f.modifiers))
	f.emit2(tNoneLonger, f.class, flag(x.last > x.head))
	f.ofSort = 0
	return f.list
}

// of returns the features of the choice of candidate i. They are asked for in order.
func (f *features) of(i int) []uint64 {
	f.list = f.list[:0]
	if f.x.kind == nlp.Pronoun {
		f.ofPronoun(i)
	} else {
		f.ofPhrase(i)
	}
	return f.list
}

// ofPhrase adds the features of candidate i for a noun phrase.
func (f *features) ofPhrase(i int) {
	r, x, k := f.r, f.x, f.from[i]
	c, a := &r.chains[k.chain], &r.mentions[k.last]
	cl := f.class
	back := r.sentence[x.head] - r.sentence[a.head]
	said := &r.said[k.chain]

	sort := uint64(c.types)
	if c.named {
		sort |= 1 << 8
	}
	rank := uint64(min(i, 6))
	near := bucket(back)
	f.common(k, uint64(a.kind), sort, rank, near)

	same := containsWord(c.words, f.lemma)
	f.emit3(tHeadSame, cl, flag(same), near)
	f.emit3(tHeadNamed, cl, flag(same), sort)
	f.emit2(tHeadType, f.hash, sort)
	f.emit3(tHeadTypeDistance, f.hash, uint64(c.types), min(near, 3))
	f.emit3(tTypes, uint64(x.types), sort, flag(same))
	f.emit3(tSort, cl, flag(x.types != 0 && c.types&x.types != 0), bucket(f.ofSort))
	f.emit3(tSentencesKind, flag(same), uint64(a.kind), near)
	f.emit3(tModifiers, bucket(f.modifiers), flag(same), flag(c.named))
	f.emit3(tExact, flag(same), f.matching(c), min(bucket(f.modifiers), 2))
	f.emit3(tOwner, cl, flag(x.last > x.head), flag(same))
	fit := flag(x.types != 0 && c.types&x.types != 0)
	here := r.sentence[x.head]
	if c.named {
		f.emit3(tHeadCountry, f.hash, uint64(c.types)<<1|flag(c.country), cl)
		f.emit3(tFit, cl, fit<<1|flag(same), bucket(f.ofSort)<<4|near)
		f.emit3(tFitOnly, cl, fit<<1|flag(same), uint64(min(f.fits, 4))<<4|min(near, 4))
		f.emit3(tFitKind, cl<<4|uint64(min(f.fits, 3)), uint64(x.types)<<8|uint64(c.types), flag(x.last > x.head)<<3|min(bucket(f.modifiers), 2))
		f.emit3(tFitWhole, cl, fit<<1|flag(same), bucket(f.modifiers)<<1|flag(x.last > x.head))
		f.emit3(tFitPlace, cl, fit<<1|flag(same), uint64(x.place)<<4|uint64(a.place))
		f.emit3(tFitMost, cl, fit<<1|flag(same), bucket(said.count)<<1|flag(f.most == i))
		f.emit3(tFitGrid, cl, fit<<1|flag(same), foremost(said.places(here))<<3|foremost(said.places(here-1)))
		f.emit3(tFitParagraph, cl, fit<<1|flag(same), flag(r.paragraph[here] == r.paragraph[r.sentence[a.head]])<<4|min(near, 3))
	}
	if x.types != 0 && c.types&x.types != 0 {
		f.ofSort++
	}
	if back == 0 {
		f.emit2(tBinding, cl, flag(a.verb == x.verb))
	}
}

// common adds the features of candidate k that pronouns and noun phrases share, by the kind of its last mention, its sort, its rank among
// the candidates and how near it is.
func (f *features) common(k candidate, kind, sort, rank, near uint64) {
	r, x, cl := f.r, f.x, f.class
	c, a, said := &r.chains[k.chain], &r.mentions[k.last], &r.said[k.chain]
	f.emit2(tBias, cl, flag(c.named))
	f.emit2(tType, cl, sort)
	f.emit2(tSentences, cl, near)
	f.emit2(tRank, cl, rank)
	f.emit3(tRankSentences, cl, rank, near)
	f.emit3(tPlace, cl, uint64(a.place), near)
	f.emit3(tPlacePair, cl, uint64(a.place), uint64(x.place)<<4|min(near, 2))
	f.emit3(tPlaceRank, cl, uint64(a.place), rank)
	f.emit3(tKind, cl, kind, near)
	f.emit2(tCount, cl, bucket(said.count))
	f.emit3(tFirst, cl, flag(r.doc.Sentences[r.sentence[a.head]].First == a.first), near)
	f.emit3(tQuoted, cl, flag(r.quoted[x.head])<<1|flag(r.quoted[a.head]), min(near, 1))
	f.emit3(tNumber, cl, flag(c.known)<<1|flag(c.plural), sort)
}

// relationKind groups the relations in which clauses stand.
func relationKind(relation string) int {
	switch deptree.Base(relation) {
	case "root":
		return 1
	case "conj":
		return 2
	case "ccomp":
		return 3
	case "xcomp":
		return 4
	case "advcl":
		return 5
	case "acl":
		return 6
	case "parataxis":
		return 7
	}
	return 0
}

// matching counts the words before the head of a noun phrase that the chain goes by too: 0 none, 1 some, 2 all.
func (f *features) matching(c *chain) uint64 {
	found, all := 0, 0
	tokens := f.r.doc.Tokens
	for i := f.x.first; i <= f.x.last; i++ {
		switch tokens[i].UPOS {
		case "ADJ", "NOUN", "PROPN":
			if i == f.x.head {
				continue
			}
			all++
			if containsWord(c.words, tokens[i].Lower) || containsWord(c.words, lowerLemma(&tokens[i])) {
				found++
			}
		}
	}
	switch {
	case found == 0:
		return 0
	case found < all:
		return 1
	}
	return 2
}

func containsWord(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// bucket maps small numbers to themselves and larger ones to powers of two.
func bucket(n int) uint64 {
	switch {
	case n < 4:
		return uint64(max(n, 0))
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
