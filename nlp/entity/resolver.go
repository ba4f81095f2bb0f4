package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A resolver holds the state of one call to Annotate.
type resolver struct {
	lexicon *lexicon
	chooser chooser
	doc     *nlp.Document
	trees   *deptree.Forest

	// By token.
	named    []int   // index of the name, or None
	sentence []int   // index of the sentence
	headed   []int32 // index of the mention that it heads, or -1
	ends     []int32 // last token of the phrase that it heads, or -1 if not yet known
	quoted   []bool  // whether it stands in quotation marks

	// By sentence.
	paragraph []int // number of the paragraph
	speaker   []int // chain of who speaks in an interview, or None
	asked     []int // chain of whom a question of an interview is put to, or None

	forms    []form           // of each name
	typed    []nlp.EntityType // type of each name, once they agree
	mentions []mention
	chains   []chain
	said     []history // of each chain, so far
}

// A chain is the mentions that refer to one thing.
type chain struct {
	mentions []int // rising, once all are known; during joinByRank, those so far
	joined   int   // the chain that it has become a part of, or itself
	typ      nlp.EntityType
	types    typeSet
	gender   gender
	plural   bool
	known    bool     // that it is singular or plural
	named    bool     // it has a name
	mistyped bool     // it may be a person after all
	family   bool     // "the Smiths": they are referred to as groups are
	country  bool     // one of its names is that of a country
	words    []string // lemmas of the nouns and lower-case words of the names that it goes by, at most maxWords
	titles   []phrase // descriptions: appositions and titles before the name
}

// maxWords bounds the words kept of a chain.
const maxWords = 24

// A phrase is a range of tokens, both ends included.
type phrase struct{ first, last int }

func newResolver(l *lexicon, doc *nlp.Document) *resolver {
	n := len(doc.Tokens)
	r := &resolver{
		lexicon: l, doc: doc, trees: deptree.New(doc), named: make([]int, n), sentence: make([]int, n), headed: make([]int32, n),
		ends: make([]int32, n), quoted: quotation.Within(quotation.Marks(doc.Text), doc.Tokens),
	}
	for i := range n {
		r.named[i], r.headed[i], r.ends[i] = nlp.None, -1, -1
	}
	for i, name := range doc.Names {
		for t := name.First; t < name.First+name.Count; t++ {
			r.named[t] = i
		}
	}
	for i, s := range doc.Sentences {
		for t := s.First; t < s.First+s.Count; t++ {
			r.sentence[t] = i
		}
	}
	r.findParagraphs()
	return r
}

// run finds the mentions and joins them into chains.
func (r *resolver) run() {
	r.findMentions()
	r.forms = make([]form, len(r.doc.Names))
	r.typed = make([]nlp.EntityType, len(r.doc.Names))
	for i := range r.doc.Names {
		r.typed[i] = r.doc.Names[i].Type
		r.forms[i] = r.formOf(i)
	}
	for _, join := range sieves {
		join(r)
	}
}

// sortMentions puts the mentions in the order of the text and fills r.headed.
func (r *resolver) sortMentions() {
	slices.SortFunc(r.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	for i := range r.mentions {
		r.headed[r.mentions[i].head] = int32(i)
	}
}

// findParagraphs numbers the paragraphs, which line breaks between sentences part.
func (r *resolver) findParagraphs() {
	r.paragraph = make([]int, len(r.doc.Sentences))
	for i := 1; i < len(r.paragraph); i++ {
		r.paragraph[i] = r.paragraph[i-1]
		if strings.Contains(r.doc.Text[r.doc.Sentences[i-1].End:r.doc.Sentences[i].Start], "\n") {
			r.paragraph[i]++
		}
	}
}

// newChain makes a chain of mention m alone.
func (r *resolver) newChain(m int) int {
	c := len(r.chains)
	r.chains = append(r.chains, chain{joined: c})
	r.attach(m, c)
	return c
}

// attach adds mention m to chain c, which learns from it.
func (r *resolver) attach(m, c int) {
	x, ch := &r.mentions[m], &r.chains[c]
	x.chain = c
	ch.mentions = append(ch.mentions, m)
	if x.gender != unknownGender {
		ch.gender = x.gender
	}
	switch x.kind {
	case nlp.Named:
		ch.named = true
		ch.typ = r.typed[x.name]
		ch.types = setOf(ch.typ)
		if ch.family = ch.typ == nlp.Person && x.plural; ch.family {
			ch.types, ch.plural = setOf(nlp.Group), true
		}
		ch.mistyped = r.maybePerson(x)
		for _, w := range r.forms[x.name].words {
			ch.learn(w)
		}
		if ch.typ == nlp.Location {
			_, country := r.lexicon.countries[r.forms[x.name].key]
			ch.country = ch.country || country
		}
		if g := r.forms[x.name].gender; g != unknownGender && x.gender == unknownGender && ch.gender == unknownGender {
			ch.gender = g
		}
	case nlp.Nominal:
		if !ch.named {
			if ch.types == 0 {
				ch.types = x.types
			} else if both := ch.types & x.types; both != 0 {
				ch.types = both
			}
		}
		ch.learn(r.lemma(x))
		if !ch.known && !ch.named {
			ch.plural, ch.known = x.plural, true
		}
	case nlp.Pronoun:
		switch {
		case ch.mistyped && x.types == setOf(nlp.Person):
			ch.typ, ch.types, ch.mistyped = nlp.Person, x.types, false
		case ch.named:
		case x.types != 0 && ch.types == 0:
			ch.types = x.types
		case x.types == 0 && !x.plural: // "it"
			if ch.types == 0 {
				ch.types = anyType
			}
			if ch.types != setOf(nlp.Person) {
				ch.types &^= setOf(nlp.Person)
			}
		}
	}
	if ch.typ == nlp.Person {
		ch.known = true
		ch.plural = ch.plural && (!ch.named || ch.family)
	}
}

// learn adds w to the words of c.
func (c *chain) learn(w string) {
	if len(c.words) < maxWords && !slices.Contains(c.words, w) {
		c.words = append(c.words, w)
	}
}

// chainOf returns the chain that mention m belongs to by now.
func (r *resolver) chainOf(m int) int { return r.find(r.mentions[m].chain) }

// find returns the chain that c has become a part of.
func (r *resolver) find(c int) int {
	for r.chains[c].joined != c {
		r.chains[c].joined = r.chains[r.chains[c].joined].joined
		c = r.chains[c].joined
	}
	return c
}

// join makes one chain of two, and returns it.
func (r *resolver) join(a, b int) int {
	a, b = r.find(a), r.find(b)
	if a == b {
		return a
	}
	if b < a {
		a, b = b, a
	}
	x, y := &r.chains[a], &r.chains[b]
	y.joined = a
	if len(y.mentions) > len(x.mentions) {
		x.mentions, y.mentions = y.mentions, x.mentions
	}
	x.mentions = append(x.mentions, y.mentions...)
	y.mentions = nil
	for _, w := range y.words {
		x.learn(w)
	}
	x.titles = append(x.titles, y.titles...)
	if x.gender == unknownGender {
		x.gender = y.gender
	}
	if !x.named && y.named {
		x.typ, x.types = y.typ, y.types
	}
	x.mistyped = (x.mistyped || !x.named) && (y.mistyped || !y.named)
	x.named = x.named || y.named
	x.country = x.country || y.country
	return a
}
