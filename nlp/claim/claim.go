// Package claim finds what an article claims: the units, who puts them forward, of what type they are, whom they are laid on,
// and how they stand to each other. doc/claims.md describes the method.
package claim

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Annotator adds the claims of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	verbs, words lexicon
	senses       senses
	states       map[string]string
	worth        *Worth
	opposing     opposites
	clusters     *cluster.Table
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	verbs, err := readLexicon(verbsTxt)
	if err != nil {
		return nil, err
	}
	words, err := readLexicon(wordsTxt)
	if err != nil {
		return nil, err
	}
	worth, err := NewWorth()
	if err != nil {
		return nil, err
	}
	clusters, err := cluster.Default()
	if err != nil {
		return nil, err
	}
	return &Annotator{verbs, words, readSenses(sensesTxt), readStates(statesTxt), worth, readOpposites(oppositesTxt), clusters}, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers {
	return nlp.Sentences | nlp.Tokens | nlp.Tags | nlp.Dependencies | nlp.Times | nlp.Quantities | nlp.Entities | nlp.Quotes
}

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Claims }

// Annotate adds the claims of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	f := newFinder(a, doc)
	for q := range f.quotes {
		if !f.misread[q] {
			f.reported(q)
		}
	}
	f.own()
	f.finish()
}

// A finder holds the state of one call to Annotate.
type finder struct {
	*Annotator
	doc        *nlp.Document
	trees      *deptree.Forest
	mentions   []mentionAt    // of all entities, by start
	lands      map[string]int // states among the entities
	keys       []string       // of the entities, as far as asked for
	cueOf      []int32        // for each token, the quote in whose cue it stands, plus 1
	inSource   []bool         // for each token, whether it stands in the source of a quote
	saidIn     []int32        // for each token, the innermost quote in whose content it stands, plus 1
	quotes     []nlp.Quote    // of the document, whole
	misread    []bool         // for each quote, whether it tells of a deed
	found      []draft
	heads      map[int]bool         // tokens that head a claim already
	callings   map[string][]calling // nouns by which entities are called; nil until asked for
	spokenFor  map[int][]int        // those for whom an entity speaks, by entity, as far as asked for
	businesses []calling            // where an entity is called a business, in the order of the text
	bodies     map[int]bool         // entities that were called what no business is
	names      map[string]int       // entities by those of their names that are one word
	stems      map[string][]int     // entities named so that other words may be made of their names, by the first letters
}

// A draft is a claim in the making, with its predicate.
type draft struct {
	nlp.Claim
	head int
}

// A mentionAt is a mention with its entity.
type mentionAt struct {
	nlp.Span
	entity int
}

func newFinder(a *Annotator, doc *nlp.Document) *finder {
	f := &finder{
		Annotator: a, doc: doc, trees: deptree.New(doc), cueOf: make([]int32, len(doc.Tokens)), inSource: make([]bool, len(doc.Tokens)),
		saidIn: make([]int32, len(doc.Tokens)), heads: make(map[int]bool), keys: make([]string, len(doc.Entities)), lands: make(map[string]int),
		misread: make([]bool, len(doc.Quotes)), names: make(map[string]int), bodies: make(map[int]bool), spokenFor: make(map[int][]int), stems: make(map[string][]int),
	}
	for i, e := range doc.Entities {
		if e.Type == nlp.Location {
			if state, ok := a.states[strings.ToLower(e.Name)]; ok {
				if _, ok := f.lands[state]; !ok || state == strings.ToLower(e.Name) {
					f.lands[state] = i
				}
			}
		}
		for _, m := range e.Mentions {
			f.mentions = append(f.mentions, mentionAt{m.Span, i})
			if word := m.In(doc.Text); m.Kind == nlp.Named && !strings.ContainsRune(word, ' ') {
				f.names[word] = i
			}
		}
		if e.Type == nlp.Person { // "Ilves", where it is no mention of Marta Ilves
			if last := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]; len(last) > 2 {
				if _, ok := f.names[last]; !ok {
					f.names[last] = i
				}
			}
		}
		if stem := stemOf(e.Name); stem != "" && (e.Type == nlp.Location || e.Type == nlp.Person) && e.Role == "" {
			f.stems[stem] = append(f.stems[stem], i)
		}
	}
	slices.SortFunc(f.mentions, func(a, b mentionAt) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return cmp.Or(cmp.Compare(b.End, a.End), cmp.Compare(a.entity, b.entity))
	})
	for i := range doc.Quotes {
		f.quotes = append(f.quotes, f.whole(doc.Quotes[i]))
		f.misread[i] = f.tellsDeed(&f.quotes[i])
	}
	for i, q := range f.quotes { // an inner quote comes after its outer one, and so has the last word
		if f.misread[i] {
			continue
		}
		for _, s := range q.Content {
			first, last := f.tokensIn(s)
			for t := first; t <= last; t++ {
				f.saidIn[t] = int32(i + 1)
			}
		}
	}
	for i, q := range f.quotes {
		if f.misread[i] {
			continue
		}
		first, last := f.tokensIn(q.Cue)
		for t := first; t <= last; t++ {
			f.cueOf[t] = int32(i + 1)
		}
		first, last = f.tokensIn(q.Source)
		for t := first; t <= last; t++ {
			f.inSource[t] = true
		}
	}
	return f
}

// tokensIn returns the first and last token that lie in s; first is greater than last if there is none.
func (f *finder) tokensIn(s nlp.Span) (first, last int) {
	tokens := f.doc.Tokens
	first = sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.Start })
	last = sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.End }) - 1
	return first, last
}

// sentenceOf returns the sentence in which token t stands.
func (f *finder) sentenceOf(t int) int {
	ss := f.doc.Sentences
	return sort.Search(len(ss), func(i int) bool { return ss[i].First > t }) - 1
}

// add adds a claim made of the tokens from first to last, whose predicate is head. It does nothing if head, or the same
// stretch, has one.
func (f *finder) add(c nlp.Claim, head, first, last int) {
	if first > last || f.heads[head] {
		return
	}
	f.heads[head] = true
	tokens := f.doc.Tokens
	c.Span = nlp.Span{Start: tokens[first].Start, End: tokens[last].End}
	f.found = append(f.found, draft{c, head})
}

// finish puts the claims in order, gives them what all of them have, and hands them over.
func (f *finder) finish() {
	slices.SortStableFunc(f.found, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	f.found = slices.CompactFunc(f.found, func(a, b draft) bool { return a.Span == b.Span })
	f.resolvePronouns()
	f.notOwn()
	f.answers()
	f.inheritTargets()
	f.everyoneAccused()
	f.doc.Claims = make([]nlp.Claim, len(f.found))
	t, n := 0, 0
	for i := range f.found {
		c := f.found[i].Claim
		for t < len(f.doc.Times) && f.doc.Times[t].Start < c.Start {
			t++
		}
		for j := t; j < len(f.doc.Times) && f.doc.Times[j].End <= c.End; j++ {
			c.Times = append(c.Times, j)
		}
		for n < len(f.doc.Quantities) && f.doc.Quantities[n].Start < c.Start {
			n++
		}
		for j := n; j < len(f.doc.Quantities) && f.doc.Quantities[j].End <= c.End; j++ {
			c.Quantities = append(c.Quantities, j)
		}
		c.Checkable = c.Type != nlp.Opinion && c.Type != nlp.Demand
		if c.Checkable {
			first, last := f.tokensIn(c.Span)
			c.CheckWorthiness = f.worth.Score(f.doc, first, last)
		}
		f.doc.Claims[i] = c
	}
}
