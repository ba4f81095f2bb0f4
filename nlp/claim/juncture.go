package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// junctures returns the tokens at which the stretch from first to last falls into parts that trees often take for one, rising: semicolons
// between clauses, and the conjunction before a second "that".
func (f *finder) junctures(first, last int) []int {
	tokens := f.doc.Tokens
	lastVerb := last
	for lastVerb >= first && !f.maybeVerb(lastVerb) {
		lastVerb--
	}
	var out []int
	begin := first // of the part
	verb := false  // the part has a verb so far
	that := false  // and a "that", which a second one may belong to
	for t := first; t+1 < last && t < lastVerb; t++ {
		tok := tokens[t]
		cut := false
		switch {
		case tok.Lower == ";":
			cut = verb
		case tok.Lower == "that" && t > begin && tok.UPOS == "SCONJ" && tokens[t-1].UPOS != "CCONJ":
			that = true
		case tok.UPOS == "CCONJ" && verb && !that && f.startsClause(begin, t, lastVerb):
			cut = true
		case t == begin, that, deptree.Base(tok.Deprel) == "fixed", tok.UPOS != "CCONJ", tokens[t+1].Lower != "that", t+2 >= last:
		default:
			cut = tokens[begin].Lower == "that" && !f.finite(t+2) || tokens[t+1].UPOS == "SCONJ" && verb && t+2 <= lastVerb
		}
		if cut {
			out = append(out, t)
			begin, verb, that = t+1, false, false
			continue
		}
		verb = verb || f.maybeVerb(t)
	}
	return out
}

// startsClause reports whether a clause with a number for its subject begins behind the conjunction at t, where a verb stands before it that is in
// no relative clause: "two were missing and [61 were pulled from the sea]".
func (f *finder) startsClause(begin, t, last int) bool {
	subject := t + 1
	if f.doc.Tokens[subject].UPOS != "NUM" {
		return false
	}
	v := subject + 1
	for v <= last && v < subject+5 && (f.doc.Tokens[v].UPOS == "NOUN" || f.doc.Tokens[v].UPOS == "ADJ" || f.doc.Tokens[v].UPOS == "NUM" || f.doc.Tokens[v].Lower == "others") {
		v++
	}
	if v > last || !finiteTag(f.doc.Tokens[v].XPOS) {
		return false
	}
	for i := begin; i < t; i++ {
		switch f.doc.Tokens[i].XPOS {
		case "WDT", "WP", "WRB":
			return false
		}
	}
	return true
}

// maybeVerb reports whether token t is a finite verb, or a participle or an infinitive that may be one: "police put the number at 12".
func (f *finder) maybeVerb(t int) bool {
	xpos := f.doc.Tokens[t].XPOS
	return finiteTag(xpos) || xpos == "VBN" || xpos == "VB" && f.trees.Child(t, "nsubj") != nlp.None && f.trees.Child(t, "aux", "mark") == nlp.None
}

// participleTop returns the predicate of a stretch in which a noun hangs on something before the stretch and has all the rest, by a
// participle that should be its verb: "SAN ILARIO — [A mudslide swept through two villages]".
func (f *finder) participleTop(first, last int) []int {
	for t := first; t <= last; t++ {
		tok := f.doc.Tokens[t]
		if tok.XPOS != "VBN" || tok.Deprel != "acl" || f.trees.Child(t, "aux", "cop") != nlp.None {
			continue
		}
		if up := f.doc.Tokens[tok.Head].Head; tok.Head >= first && tok.Head < t && (up < first || up > last) {
			return []int{t}
		}
	}
	return nil
}

// withCopula adds to tops what has a finite copula and hangs on the noun that should be its subject: "said [the number] was [300]".
func (f *finder) withCopula(tops []int, first, last int) []int {
	for t := first; t <= last; t++ {
		tok := f.doc.Tokens[t]
		cop := f.trees.Child(t, "cop")
		if cop == nlp.None || tok.Head < first || tok.Head >= cop || f.predicate(tok.Head) || !finiteTag(f.doc.Tokens[cop].XPOS) {
			continue
		}
		if up := f.doc.Tokens[tok.Head].Head; up >= first && up <= last || len(tops) > 0 && tops[0] < t {
			continue
		}
		return append([]int{t}, tops...)
	}
	return tops
}

// withoutSubordinate takes from tops those behind the first whose clause only tells when, how or what it is that comes before it, and that trees hang
// on who said it: "Three were hurt [when a wall fell], police said".
func (f *finder) withoutSubordinate(tops []int) []int {
	var out []int
	for i, t := range tops {
		begin := f.start(t)
		when := f.doc.Tokens[begin].XPOS == "WRB" || f.trees.Child(t, "mark") == begin && f.doc.Tokens[begin].Lower != "because" && !f.contrasts(t)
		if i > 0 && (deptree.Base(f.doc.Tokens[t].Deprel) == "advcl" && when || f.explains(begin)) {
			continue
		}
		out = append(out, t)
	}
	return out
}

// explains reports whether token t is a "that" behind what "it" is: "it is absurd [that the party changed the rules]".
func (f *finder) explains(t int) bool {
	if t == 0 || f.doc.Tokens[t].Lower != "that" || f.doc.Tokens[t-1].UPOS != "ADJ" {
		return false
	}
	it := f.trees.Child(t-1, "nsubj", "expl")
	return it != nlp.None && f.doc.Tokens[it].Lower == "it" && f.trees.Child(t-1, "cop") != nlp.None
}

// contrasts reports whether t is the predicate of a clause that is only set against the one it hangs on: ", while stewards counted 650".
func (f *finder) contrasts(t int) bool {
	mark := f.trees.Child(t, "mark")
	if mark < 1 || f.doc.Tokens[mark-1].Lower != "," || f.trees.Child(t, "nsubj") == nlp.None || f.doc.Tokens[t].XPOS == "VBG" && f.trees.Child(t, "aux", "cop") == nlp.None {
		return false
	}
	return f.doc.Tokens[mark].Lower == "while" || f.doc.Tokens[mark].Lower == "whereas"
}

// afterDateline returns the first token of the sentence s behind where and when it was written: "SAN ILARIO, July 9 — ".
func (f *finder) afterDateline(s nlp.Sentence) int {
	capitals := false
	for t := s.First; t < min(s.First+12, s.First+s.Count-2); t++ {
		switch tok := f.doc.Tokens[t]; tok.Lower {
		case "—", "–", "-", "--":
			if capitals {
				return t + 1
			}
			return s.First
		default:
			word := tok.In(f.doc.Text)
			if t == s.First {
				capitals = len(word) > 2 && isCapitals(word)
			}
			if finiteTag(tok.XPOS) {
				return s.First
			}
		}
	}
	return s.First
}

// isCapitals reports whether all letters of an English word are capitals.
func isCapitals(word string) bool {
	for _, r := range word {
		if r >= 'a' && r <= 'z' {
			return false
		}
	}
	return true
}
