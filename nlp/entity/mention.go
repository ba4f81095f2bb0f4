package entity

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A mention is a noun phrase or a pronoun that may refer to something. Tokens and mentions are named by their indices.
type mention struct {
	first, last int // tokens
	head        int // token
	name        int // index in Document.Names, or None
	kind        nlp.MentionKind
	types       typeSet
	gender      gender
	plural      bool
	det         determiner
	place       place
	verb        int // token that governs it, or None
	chain       int // index of its chain, or None
	confidence  float64
}

// A determiner is how a noun phrase begins.
type determiner uint8

const (
	bare       determiner = iota
	definite              // "the"
	indefinite            // "a", "some", a number
	pointing              // "this", "those"
	owned                 // "his", "Poland's"
)

// A place is the grammatical function of a mention.
type place uint8

const (
	elsewhere place = iota
	subject
	object
	oblique
	inside // of another noun phrase
	owner
	beside // in apposition
	top
)

// A pronoun is a third-person pronoun.
type pronoun struct {
	kind   uint64 // of what it can stand for: somebody, something, several
	form   uint64 // number of the form
	gender gender
	self   bool // "himself"
}

// The kinds of pronoun.
const (
	somebody  uint64 = 1 + iota // "he", "she"
	something                   // "it"
	several                     // "they"
)

// pronouns are the pronouns that can refer to an entity.
var pronouns = map[string]pronoun{
	"he":         {somebody, 1, male, false},
	"him":        {somebody, 2, male, false},
	"his":        {somebody, 3, male, false},
	"himself":    {somebody, 4, male, true},
	"she":        {somebody, 5, female, false},
	"her":        {somebody, 6, female, false},
	"hers":       {somebody, 7, female, false},
	"herself":    {somebody, 8, female, true},
	"it":         {something, 9, unknownGender, false},
	"its":        {something, 10, unknownGender, false},
	"itself":     {something, 11, unknownGender, true},
	"they":       {several, 12, unknownGender, false},
	"them":       {several, 13, unknownGender, false},
	"their":      {several, 14, unknownGender, false},
	"theirs":     {several, 15, unknownGender, false},
	"themselves": {several, 16, unknownGender, true},
	"themself":   {several, 16, unknownGender, true},
}

// findMentions fills r.mentions, in the order of the text, the longer first where two begin together; and r.headed.
func (r *resolver) findMentions() {
	time := 0
	for i := range r.doc.Tokens {
		for time < len(r.doc.Times) && r.doc.Times[time].End <= r.doc.Tokens[i].Start {
			time++
		}
		if n := r.named[i]; n != nlp.None {
			if name := &r.doc.Names[n]; i == name.First {
				r.addName(n)
			}
			continue
		}
		tok := &r.doc.Tokens[i]
		switch tok.UPOS {
		case "PRON":
			if p, ok := pronouns[tok.Lower]; ok && deptree.Base(tok.Deprel) != "expl" && !r.isWeather(i) {
				m := mention{first: i, last: i, head: i, name: nlp.None, kind: nlp.Pronoun, gender: p.gender, plural: p.kind == several}
				if p.kind == somebody {
					m.types = setOf(nlp.Person)
				}
				r.add(m)
			} else if personal[tok.Lower] != 0 {
				r.addPersonal(i)
			}
		case "NOUN", "PROPN":
			isTime := time < len(r.doc.Times) && r.doc.Times[time].Contains(r.doc.Tokens[i].Span)
			if r.headsPhrase(i) && !r.titles(i) && !isTime {
				r.addPhrase(i)
			}
		}
	}
	r.sortMentions()
}

func (r *resolver) add(m mention) {
	m.chain = nlp.None
	m.place, m.verb = r.function(m.head)
	r.mentions = append(r.mentions, m)
}

// addName adds the mention of name n.
func (r *resolver) addName(n int) {
	name := &r.doc.Names[n]
	last := name.First + name.Count - 1
	head := last
	for i := name.First; i <= last; i++ {
		if h := r.doc.Tokens[i].Head; h < name.First || h > last || h == i {
			head = i
			break
		}
	}
	r.add(mention{first: name.First, last: last, head: head, name: n, kind: nlp.Named, types: setOf(name.Type), confidence: name.Confidence})
}

// headsPhrase reports whether the noun i is the head of a noun phrase, rather than a part of a compound.
func (r *resolver) headsPhrase(i int) bool {
	switch r.doc.Tokens[i].Deprel {
	case "compound", "flat", "fixed", "goeswith", "nmod:desc", "nmod:unmarked", "obl:unmarked", "obl:tmod", "obl:npmod", "amod", "dep":
		return false
	}
	return true
}

// titles reports whether the noun i stands right before a person's name as its title, so that the two are one mention: "Chief
// Superintendent Alan Doyle". Trees should make the title the head, but where a noun for a person stands there they need not.
func (r *resolver) titles(i int) bool {
	if i+1 >= len(r.doc.Tokens) || r.named[i+1] == nlp.None || r.sentence[i+1] != r.sentence[i] {
		return false
	}
	name := &r.doc.Names[r.named[i+1]]
	if name.First != i+1 || name.Type != nlp.Person {
		return false
	}
	tok := &r.doc.Tokens[i]
	return r.doc.Tokens[i+1].Head == i || tok.XPOS != "NNS" && r.lexicon.noun(tok.Lemma).types.has(nlp.Person)
}

// addPhrase adds the noun phrase around head: what stands before it, and the prepositional phrases behind it.
func (r *resolver) addPhrase(head int) {
	tok := &r.doc.Tokens[head]
	m := mention{first: head, last: r.phraseEnd(head), head: head, name: nlp.None, kind: nlp.Nominal}
	m.plural = tok.XPOS == "NNS" || tok.XPOS == "NNPS"
	n := r.lexicon.noun(tok.Lemma)
	m.types, m.gender = n.types, n.gender
	for c := range r.trees.Children(head) {
		if c > head {
			break
		}
		switch deptree.Base(r.doc.Tokens[c].Deprel) {
		case "det", "amod", "nummod", "compound", "nmod", "advmod", "goeswith":
			first, _ := r.trees.Extent(c)
			m.first = min(m.first, first)
			m.det = max(m.det, r.determinerOf(c))
		}
	}
	m.first = r.afterMarks(m.first, head)
	if r.named[m.first] != nlp.None && r.doc.Names[r.named[m.first]].First < m.first {
		m.first = r.doc.Names[r.named[m.first]].First // never begin inside a name
	}
	if m.plural && m.types.has(nlp.Person) {
		m.types |= setOf(nlp.Group)
	}
	r.add(m)
}

// afterMarks returns the first token from first on that is no punctuation mark, preposition or adverb; head at the latest.
func (r *resolver) afterMarks(first, head int) int {
	for first < head {
		switch tok := &r.doc.Tokens[first]; tok.UPOS {
		case "PUNCT", "ADP", "SCONJ", "CCONJ", "SYM":
		case "ADV":
			if tok.Deprel != "advmod" || tok.Head != head {
				return first
			}
		default:
			return first
		}
		first++
	}
	return first
}

// determinerOf tells how a noun phrase begins whose head has the dependent c.
func (r *resolver) determinerOf(c int) determiner {
	tok := &r.doc.Tokens[c]
	switch deptree.Base(tok.Deprel) {
	case "det":
		switch tok.Lower {
		case "the", "both":
			return definite
		case "this", "that", "these", "those", "such":
			return pointing
		}
		return indefinite
	case "nummod":
		return indefinite
	case "nmod":
		if tok.Deprel == "nmod:poss" {
			return owned
		}
	}
	return bare
}

// phraseEnd returns the last token of the noun phrase headed by head: prepositional phrases that follow at once belong to it,
// clauses, appositions and conjuncts do not.
func (r *resolver) phraseEnd(head int) int {
	if r.ends[head] >= 0 {
		return int(r.ends[head])
	}
	r.ends[head] = int32(head) // in case of a cycle, which a tree cannot have
	end := head
	if n := r.named[head]; n != nlp.None {
		end = r.doc.Names[n].First + r.doc.Names[n].Count - 1
	}
	for c := range r.trees.Children(head) {
		if c <= end {
			continue
		}
		first, _ := r.trees.Extent(c)
		if first > end+1 {
			break
		}
		switch tok := &r.doc.Tokens[c]; tok.Deprel {
		case "nmod", "nummod", "amod", "flat", "nmod:of":
			if r.namedAs(head) && r.after(c, "as") || r.doc.Tokens[first].Lower == "," {
				r.ends[head] = int32(end)
				return end
			}
			end = r.phraseEnd(c)
		case "conj":
			if !r.inNmod(head) {
				r.ends[head] = int32(end)
				return end
			}
			end = r.phraseEnd(c)
		default:
			r.ends[head] = int32(end)
			return end
		}
	}
	if n := r.named[end]; n != nlp.None { // never end inside a name
		end = r.doc.Names[n].First + r.doc.Names[n].Count - 1
	}
	r.ends[head] = int32(end)
	return end
}

// inNmod reports whether head is the object of a preposition inside a noun phrase, so that its conjuncts belong there too
// ("the ministers of Poland and Latvia").
func (r *resolver) inNmod(head int) bool { return r.doc.Tokens[head].Deprel == "nmod" }

// function returns the grammatical function of the phrase headed by head, and the token that governs it. A conjunct has the
// function of the first.
func (r *resolver) function(head int) (place, int) {
	tokens := r.doc.Tokens
	for range 8 {
		if base := deptree.Base(tokens[head].Deprel); base != "conj" && base != "flat" && base != "compound" || tokens[head].Head == head {
			break
		}
		head = tokens[head].Head
	}
	tok := &tokens[head]
	switch deptree.Base(tok.Deprel) {
	case "nsubj", "csubj":
		return subject, tok.Head
	case "obj", "iobj":
		return object, tok.Head
	case "obl":
		return oblique, tok.Head
	case "nmod":
		if tok.Deprel == "nmod:poss" {
			return owner, tok.Head
		}
		return inside, tok.Head
	case "appos":
		return beside, tok.Head
	case "root":
		return top, nlp.None
	}
	if tok.Head == head {
		return elsewhere, nlp.None
	}
	return elsewhere, tok.Head
}

// text returns the text from token first to token last.
func (r *resolver) text(first, last int) string {
	return r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[last].End]
}

// lemma returns the lemma of the head of m in lower case.
func (r *resolver) lemma(m *mention) string { return lowerLemma(&r.doc.Tokens[m.head]) }
