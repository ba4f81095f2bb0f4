package entity

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// maxControl bounds how many clauses the subject of a clause without one is looked for in.
const maxControl = 4

// subjectOf returns the token that is the subject of the verb v, or None. A clause without a subject has that of the clause around it, or
// its object ("Ann asked Bob to come"); in a relative clause it is what the pronoun stands for; a participle has the noun it describes.
func (r *resolver) subjectOf(v int) int {
	tokens := r.doc.Tokens
	for range maxControl {
		s, head, relation := r.trees.Child(v, "nsubj", "csubj"), tokens[v].Head, tokens[v].Deprel
		switch {
		case relation == "acl:relcl" && s != nlp.None && relative[tokens[s].Lower]:
			return head
		case relation == "acl:relcl", s != nlp.None, head == v:
			return s
		}
		switch deptree.Base(relation) {
		case "conj":
		case "advcl", "xcomp":
			if deptree.Base(relation) == "xcomp" || biddingVerbs[lowerLemma(&tokens[head])] && r.infinitive(v) {
				if o := r.trees.Child(head, "obj", "iobj"); o != nlp.None && o < v {
					return o
				}
			}
		case "acl":
			return head
		default:
			return nlp.None
		}
		v = head
	}
	return nlp.None
}

// relative are the relative pronouns that may be subjects.
var relative = wordSet("who which that")

// biddingVerbs are verbs whose object is to do what an infinitive says; parsers often take it for a purpose.
var biddingVerbs = wordSet("ask tell order beg urge persuade convince force compel allow permit invite want help encourage enable teach warn " +
	"advise instruct command expect cause require request remind tempt lead get challenge")

// infinitive reports whether the verb v is an infinitive with "to".
func (r *resolver) infinitive(v int) bool {
	m := r.trees.Child(v, "mark")
	return m != nlp.None && r.doc.Tokens[m].Lower == "to"
}

// subjectChain returns the chain of the subject of the verb v, or None.
func (r *resolver) subjectChain(v int) int {
	s := r.subjectOf(v)
	if s == nlp.None || r.headed[s] < 0 {
		return nlp.None
	}
	if c := r.mentions[r.headed[s]].chain; c != nlp.None {
		return r.find(c)
	}
	return nlp.None
}

// boundTo returns the chain of the subject of the verb whose object the pronoun x is, which x cannot stand for unless it is reflexive; or
// None.
func (r *resolver) boundTo(x *mention) int {
	if x.kind != nlp.Pronoun || pronouns[r.doc.Tokens[x.head].Lower].self {
		return nlp.None
	}
	if c := r.trees.Child(x.head, "case"); x.place != object && (x.place != oblique || c == nlp.None || !governed[r.doc.Tokens[c].Lower]) {
		return nlp.None
	}
	return r.subjectChain(x.verb)
}

// governed are prepositions that a verb asks for, rather than say where something is: "with him" may be the subject, "for him" is not.
var governed = wordSet("for to from by against of about at upon")
