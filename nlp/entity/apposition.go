package entity

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// joinAppositions joins a name with the noun phrase that stands beside it and describes it: "Ann Smith, the mayor of York, said",
// "the mayor of York, Ann Smith, said", "Ann Smith, 42, mayor of York". It keeps the description, and those that stand right
// before a person's name as a title ("York mayor Ann Smith"), from which roles are taken.
func (r *resolver) joinAppositions() {
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		if d := r.described(m); d != nlp.None {
			r.mentions[d].confidence = 0.9
			r.attachDescription(d, r.chainOf(m))
		}
		if r.typed[x.name] == nlp.Person {
			r.chains[r.chainOf(m)].learnGender(r.predicateGender(x))
			if t, ok := r.titleBefore(x); ok {
				c := &r.chains[r.chainOf(m)]
				c.titles = append(c.titles, t)
				c.learnGender(r.lexicon.noun(lowerLemma(&r.doc.Tokens[t.last])).gender) // "his wife Ann"
				for i := t.first; i <= t.last; i++ {
					if r.doc.Tokens[i].UPOS == "NOUN" || r.doc.Tokens[i].UPOS == "PROPN" {
						c.learn(lowerLemma(&r.doc.Tokens[i]))
					}
				}
			}
		}
	}
}

// joinDislocated joins a name before the sentence with the subject that takes it up: "Bob Jones, he's the editor."
func (r *resolver) joinDislocated() {
	tokens := r.doc.Tokens
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || x.last+2 >= len(tokens) || tokens[x.last+1].Lower != "," || x.first != r.doc.Sentences[r.sentence[x.first]].First {
			continue
		}
		p := r.headed[x.last+2]
		if p < 0 || r.mentions[p].kind != nlp.Pronoun || r.mentions[p].types != setOf(nlp.Person) || r.mentions[p].place != subject {
			continue
		}
		if c := r.chainOf(m); r.sentence[x.last+2] == r.sentence[x.first] && r.compatible(&r.mentions[p], c) {
			r.mentions[p].confidence = 0.9
			r.attach(int(p), c)
		}
	}
}

// learnGender notes the gender g, unless one is known.
func (c *chain) learnGender(g gender) {
	if c.gender == unknownGender {
		c.gender = g
	}
}

// predicateGender returns the gender of what a sentence says that x is: "Ann Smith is the mother of a son".
func (r *resolver) predicateGender(x *mention) gender {
	p := x.verb
	if x.place != subject || p == nlp.None || r.doc.Tokens[p].UPOS != "NOUN" || r.doc.Tokens[p].XPOS == "NNS" || r.trees.Child(p, "cop") == nlp.None {
		return unknownGender
	}
	return r.lexicon.noun(lowerLemma(&r.doc.Tokens[p])).gender
}

// attachDescription adds the noun phrase d to chain c.
func (r *resolver) attachDescription(d, c int) {
	x := &r.mentions[d]
	if x.chain != nlp.None {
		return
	}
	r.attach(d, c)
	r.chains[c].titles = append(r.chains[c].titles, phrase{x.first, x.last})
}

// described returns the noun phrase in apposition to the name m, or None. The tree decides, but for persons commas do too, since
// parsers often take an apposition for a list.
func (r *resolver) described(m int) int {
	x := &r.mentions[m]
	tokens := r.doc.Tokens
	first, head := r.withTitle(x)
	for c := range r.trees.Children(head) {
		if deptree.Base(tokens[c].Deprel) == "appos" && r.fits(m, c) {
			return int(r.headed[c])
		}
	}
	if tokens[head].Deprel == "appos" && r.fits(m, tokens[head].Head) && tokens[head].Head < first {
		return int(r.headed[tokens[head].Head])
	}
	if i := first - 1; i > 0 && r.sentence[i] == r.sentence[x.first] && (tokens[i].Lower == "named" || tokens[i].Lower == "called") {
		for _, t := range [...]int{tokens[i].Head, i - 1} { // "a man named Smith"
			if t < i && r.fits(m, t) && r.mentions[r.headed[t]].last <= i {
				return int(r.headed[t])
			}
		}
	}
	if t := r.identified(x); t != nlp.None && r.fits(m, t) {
		return int(r.headed[t])
	}
	if r.typed[x.name] != nlp.Person {
		return nlp.None
	}
	// "Ann Smith, [42,] (the) mayor …"
	if i := r.afterComma(x.last + 1); i != nlp.None {
		if i+1 < len(tokens) && tokens[i].UPOS == "NUM" {
			if j := r.afterComma(i + 1); j != nlp.None {
				i = j
			}
		}
		for j := i; j < len(tokens) && j < i+12 && r.sentence[j] == r.sentence[x.head]; j++ {
			if r.headed[j] >= 0 {
				if d := &r.mentions[r.headed[j]]; d.first == i && d.kind == nlp.Nominal && d.types.only(nlp.Person) && !d.plural && d.det != pointing {
					return int(r.headed[j])
				}
			}
			if tokens[j].UPOS == "VERB" || tokens[j].UPOS == "AUX" || tokens[j].UPOS == "PUNCT" && tokens[j].Lower != "-" {
				break
			}
		}
	}
	// "The mayor of York, Dr Ann Smith,"
	if i := first - 1; i > 0 && tokens[i].Lower == "," && r.sentence[i] == r.sentence[x.head] {
		for j := i - 1; j >= 0 && j > i-10 && r.sentence[j] == r.sentence[x.head]; j-- {
			if r.headed[j] >= 0 {
				d := &r.mentions[r.headed[j]]
				if d.kind == nlp.Nominal && d.last == i-1 && d.types.only(nlp.Person) && !d.plural && (d.det == definite || d.det == owned) && r.trees.Child(d.head, "case") == nlp.None {
					return int(r.headed[j])
				}
			}
		}
	}
	return nlp.None
}

// withTitle returns the first token and the head of the name x with the titles before it ("Dr"), which are no part of names.
func (r *resolver) withTitle(x *mention) (first, head int) {
	tokens := r.doc.Tokens
	first, head = x.first, x.head
	for first > 0 && r.sentence[first-1] == r.sentence[x.first] && tokens[first-1].UPOS == "PROPN" &&
		r.isTitle(strings.ReplaceAll(tokens[first-1].Lower, ".", "")) {
		first--
	}
	for base := deptree.Base(tokens[head].Deprel); (base == "flat" || base == "compound") && tokens[head].Head >= first && tokens[head].Head < head; {
		head = tokens[head].Head
		base = deptree.Base(tokens[head].Deprel)
	}
	return first, head
}

// namings are the verbs that say whom or what somebody turns out to be.
var namings = wordSet("identify name know")

// identified returns the head of what a clause says to be x: "the man, identified as Ann Smith", "the victim was named as Ann Smith",
// "police identified the victim as Ann Smith"; or None.
func (r *resolver) identified(x *mention) int {
	tokens := r.doc.Tokens
	v := tokens[x.head].Head
	if !r.after(x.head, "as") {
		return nlp.None
	}
	if r.namedAs(v) {
		return v
	}
	if !namings[lowerLemma(&tokens[v])] {
		return nlp.None
	}
	if deptree.Base(tokens[v].Deprel) == "acl" && tokens[v].XPOS == "VBN" {
		return tokens[v].Head
	}
	what := nlp.None
	for c := range r.trees.Children(v) {
		switch tokens[c].Deprel {
		case "nsubj:pass", "obj":
			what = c
		}
		if tokens[c].Lower == "not" || tokens[c].Lower == "n't" {
			return nlp.None
		}
	}
	return what
}

// namedAs reports whether the noun i is the object of a verb that says what it turns out to be. Parsers often make what follows "as" a
// part of it.
func (r *resolver) namedAs(i int) bool {
	tok := &r.doc.Tokens[i]
	return tok.Deprel == "obj" && namings[lowerLemma(&r.doc.Tokens[tok.Head])]
}

// after reports whether the phrase headed by i stands behind preposition p.
func (r *resolver) after(i int, p string) bool {
	c := r.trees.Child(i, "case")
	return c != nlp.None && r.doc.Tokens[c].Lower == p
}

// afterComma returns the token after the comma at i, or None if there is no comma or the sentence ends.
func (r *resolver) afterComma(i int) int {
	if i+1 >= len(r.doc.Tokens) || r.doc.Tokens[i].Lower != "," || r.sentence[i+1] != r.sentence[i] {
		return nlp.None
	}
	return i + 1
}

// fits reports whether the phrase headed by token t can describe the name m.
func (r *resolver) fits(m, t int) bool {
	if r.headed[t] < 0 {
		return false
	}
	d, x := &r.mentions[r.headed[t]], &r.mentions[m]
	if d.kind != nlp.Nominal || d.chain != nlp.None || d.last >= x.first && d.first <= x.last {
		return false
	}
	typ := r.typed[x.name]
	if typ == nlp.Person && (d.plural || !sexesAgree(d.gender, r.chains[r.chainOf(m)].gender)) {
		return false
	}
	if r.sentence[t] != r.sentence[x.head] {
		return false
	}
	if d.types == 0 && typ != nlp.Person {
		return false // "Hartwell, their fifth loss in a row"
	}
	return d.types.agrees(typ) || typ == nlp.Group && d.types.has(nlp.Person)
}

// titleBefore returns the words right before a person's name that say who it is: nouns and adjectives, the last of them a noun
// for a person, and who they belong to ("Poland's prime minister", "Secretary of State").
func (r *resolver) titleBefore(x *mention) (phrase, bool) {
	tokens := r.doc.Tokens
	last := x.first - 1
	if last < 0 || r.sentence[last] != r.sentence[x.first] {
		return phrase{}, false
	}
	if tokens[last].UPOS == "PUNCT" || !r.isRole(last) {
		return phrase{}, false
	}
	first := last
	for i := last; i >= 0 && r.sentence[i] == r.sentence[x.first] && i > last-12; i-- {
		switch tok := &tokens[i]; {
		case r.named[i] != nlp.None:
			first = r.doc.Names[r.named[i]].First
			if r.typed[r.named[i]] == nlp.Person && i == last {
				return phrase{}, false
			}
			i = first
			continue
		case tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || tok.UPOS == "ADJ":
			first = i
			continue
		case tok.XPOS == "POS" || tok.Lower == "-" || tok.Lower == "'":
			continue
		case (tok.Lower == "of" || tok.Lower == "and" || tok.Lower == "for") && i < last && i > 0 && tokens[i-1].UPOS == "PROPN":
			continue
		}
		break
	}
	for first < last && (tokens[first].XPOS == "POS" || tokens[first].UPOS == "PUNCT" || tokens[first].UPOS == "ADP" || tokens[first].UPOS == "CCONJ") {
		first++
	}
	return phrase{first, last}, true
}

// isRole reports whether token i can end a title: it is a noun for a person, or "General" after one.
func (r *resolver) isRole(i int) bool {
	tok := &r.doc.Tokens[i]
	if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" && tok.UPOS != "ADJ" || r.named[i] != nlp.None {
		return false
	}
	switch deptree.Base(tok.Deprel) {
	case "obj", "obl", "nsubj", "conj":
		if tok.XPOS == "NNS" {
			return false
		}
	}
	return tok.XPOS != "NNS" && r.lexicon.noun(lowerLemma(tok)).types.has(nlp.Person)
}
