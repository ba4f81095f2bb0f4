package quote

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// Quotation marks set off more than somebody's words: titles of works, nicknames, and words that the author keeps at arm's length. Capitals, and
// the verb or noun before the marks, tell.

// seldomCue is how often a lemma is a cue, in the bins of cues.txt, that most often is none.
const seldomCue = 2

// isNaming reports whether what d has in quotation marks is a name, or a word held at arm's length, and d says nothing else: "he sang 'Let It Be'
// twice", "the court tried 'ghost' workers".
func (f *finder) isNaming(d *draft) bool {
	if d.Cue.IsZero() {
		return false
	}
	if f.isSoCalled(d.verb) {
		return true
	}
	first := firstToken(f.doc, d.Content[0].Start)
	if f.doc.Tokens[d.verb].XPOS == "VBN" && first == d.cue.end && f.isNamed(first) { // "a film called 'The Flood' will be shown"
		return true
	}
	open, end, marks, titles := nlp.None, nlp.None, 0, 0 // the first mark and the last
	for _, c := range d.Content {
		for i := firstToken(f.doc, c.Start); i < len(f.doc.Tokens) && f.doc.Tokens[i].Start < c.End; i++ {
			switch t := &f.v.toks[i]; {
			case t.quoted == outside && finiteTag(f.doc.Tokens[i].XPOS):
				if open == first && titles == 1 && f.class(d.verb)&performingVerb != 0 && f.tellsWhen(end) {
					continue // "sang 'Silent Harbour' as the lights went out"
				}
				return false // a clause that has a name in it
			case t.quoted == closeMark:
				end = i
			case t.quoted == openMark:
				if marks++; open == nlp.None {
					open = i
				}
				if f.isTitle(i) {
					titles++
				}
			}
		}
	}
	if next := d.cue.end; marks == 0 && next < len(f.v.toks) && f.v.toks[next].quoted == openMark { // "the ward is known as 'The Bunker'"
		return f.isTitle(next) && (f.isCalled(d, next) || f.isSeldom(d) && f.doc.Tokens[next-1].UPOS == "ADP") // "she was nominated for 'Best Newcomer'"
	}
	switch verb, class := &f.doc.Tokens[d.verb], f.class(d.verb); {
	case marks == 0:
		return false
	case f.isSoCalled(open - 1), f.isTerm(d), verb.Lemma == "nickname":
		return true
	case titles < marks:
		return marks == 1 && f.isAloof(d, first, open)
	case class&namingVerb != 0, f.isCalled(d, open), verb.UPOS == "NOUN" && class&workNoun != 0, verb.UPOS == "ADP" && f.isNamed(open), verb.UPOS == "ADV":
		return true
	case class&performingVerb != 0:
		return f.isNamed(open) || f.performs(d, first, open)
	case class&attributionVerb != 0 || verb.UPOS != "VERB":
		return false
	case f.v.toks[d.verb].bin <= seldomCue:
		last := &f.doc.Tokens[d.cue.end-1]
		return open >= d.cue.end && f.doc.Tokens[open-1].UPOS != "PUNCT" && (d.verb == d.cue.end-1 || last.UPOS == "ADP")
	}
	return d.source.end == d.source.first && f.isNamed(open)
}

// tellsWhen reports whether a clause of time follows token i.
func (f *finder) tellsWhen(i int) bool {
	if i == nlp.None || i+1 >= len(f.doc.Tokens) {
		return false
	}
	switch f.doc.Tokens[i+1].Lower {
	case "as", "when", "while", "before", "after", "until":
		return true
	}
	return false
}

// isSoCalled reports whether token i ends "so-called".
func (f *finder) isSoCalled(i int) bool {
	return i >= 0 && (f.doc.Tokens[i].Lower == "so-called" || i > 1 && f.doc.Tokens[i].Lower == "called" && f.doc.Tokens[i-1].Lower == "-" && f.doc.Tokens[i-2].Lower == "so")
}

// isSeldom reports whether the verb of d is seldom a cue, and attributes nothing by itself.
func (f *finder) isSeldom(d *draft) bool {
	return f.class(d.verb)&attributionVerb == 0 && f.v.toks[d.verb].bin <= seldomCue
}

// isTitle reports whether the quotation that the mark i opens is written as titles and names are: all words but articles, prepositions and
// conjunctions have capitals, and the first one if it is no article.
func (f *finder) isTitle(i int) bool {
	mark, words := f.v.toks[i].mark, 0
	for i++; i < len(f.v.toks) && f.v.toks[i].mark == mark && f.v.toks[i].quoted != closeMark; i++ {
		switch f.doc.Tokens[i].UPOS {
		case "PUNCT", "SYM", "NUM":
			continue
		case "ADP", "CCONJ", "PART", "SCONJ":
			if words > 0 {
				continue
			}
		case "DET":
			continue // nicknames have a small one in front: "the Engine"
		}
		if f.v.toks[i].shape&capital == 0 && f.doc.Tokens[i].Lower != "'s" {
			return false
		}
		words++
	}
	return words > 0
}

// isNamed reports whether the mark i opens a title that stands behind what it is the title of: "the film 'Cold Harbour'", "a song called 'Home'".
func (f *finder) isNamed(i int) bool {
	before := i - 1
	if before > 0 && f.doc.Tokens[before].Lower == "," {
		before--
	}
	if before < 0 || !f.isTitle(i) {
		return false
	}
	switch t, class := &f.doc.Tokens[before], f.class(before); t.UPOS {
	case "NOUN": // and not "he called the film 'Shameful'"
		return class&workNoun != 0 && !slices.Contains(judging, f.doc.Tokens[t.Head].Lemma)
	case "VERB":
		return t.XPOS == "VBN" && (class&namingVerb != 0 || t.Lemma == "call")
	}
	return false
}

// judging are verbs that say of their object what somebody thinks of it.
var judging = []string{"brand", "call", "consider", "declare", "deem", "describe", "label"}

// isCalled reports whether the cue of d tells what something is called by the quotation that the mark open opens, rather than what somebody calls
// it: "a hamlet called", "is known as", "they call themselves".
func (f *finder) isCalled(d *draft, open int) bool {
	if t := &f.doc.Tokens[d.verb]; t.Lemma == "call" {
		object := f.v.forest.Child(d.verb, "obj")
		if t.XPOS == "VBP" && f.isTitle(open) && f.v.toks[open].mark >= 0 && strings.Contains(f.v.marked[f.v.toks[open].mark].In(f.doc.Text), " ") { // "fans call him 'The Wall'"
			return true
		}
		return t.Deprel == "acl" && t.XPOS == "VBN" || object != nlp.None && isReflexive(f.doc.Tokens[object].Lower)
	}
	before := ""
	if open > 0 {
		before = f.doc.Tokens[open-1].Lower
	}
	return slices.ContainsFunc(f.doc.Tokens[d.cue.first:d.cue.end], func(t nlp.Token) bool {
		return t.Lemma == "know" && (before == "as" || before == "for") || t.Lemma == "go" && before == "by"
	})
}

// isTerm reports whether the cue of d says what something is called by everybody: "the trick is called 'phishing'".
func (f *finder) isTerm(d *draft) bool {
	be := &f.doc.Tokens[d.cue.first]
	return f.doc.Tokens[d.verb].Lemma == "call" && d.source.end == d.source.first && (be.Lower == "is" || be.Lower == "are") && d.verb == d.cue.first+1
}

// isReflexive reports whether a word is a reflexive pronoun.
func isReflexive(word string) bool {
	return strings.HasSuffix(word, "self") || strings.HasSuffix(word, "selves")
}

// performs reports whether the verb of d, whose content begins at token first and has its quotation from open, has a work for its object: that follows the cue at once, without comma
// or colon. Who reads or writes it is somebody, for a banner reads what somebody wrote; and what is written on a wall is no work.
func (f *finder) performs(d *draft, first, open int) bool {
	if first != d.cue.end || f.doc.Tokens[first-1].UPOS == "PUNCT" {
		return false
	}
	switch f.doc.Tokens[d.verb].Lemma {
	case "read", "write":
		next := open
		for next < len(f.doc.Tokens) && f.v.toks[next].quoted != closeMark {
			next++
		}
		next++
		return d.source.end > d.source.first && f.isSomebody(f.v.headOf(d.source)) && (next >= len(f.doc.Tokens) || f.doc.Tokens[next].Lower != "on")
	}
	return true
}

// isSomebody reports whether token i is a pronoun for persons, a noun for one, or in the name of one.
func (f *finder) isSomebody(i int) bool {
	switch t := &f.doc.Tokens[i]; t.UPOS {
	case "PRON":
		return slices.Contains(personal, t.Lower)
	case "PROPN":
		return f.v.toks[i].name == uint8(nlp.Person)
	}
	return f.class(i)&roleNoun != 0
}

// personal are the pronouns that stand for persons.
var personal = []string{"he", "i", "she", "they", "we", "who", "you"}

// longestAloof is how many words are held at arm's length at most.
const longestAloof = 2

// isAloof reports whether the marks that token open opens, alone in the content of d, hold a word or two of the object of a verb that is seldom a cue:
// "they tried 'ghost' workers".
func (f *finder) isAloof(d *draft, first, open int) bool {
	tokens, end := f.doc.Tokens, open+1
	for end < len(tokens) && f.v.toks[end].quoted != closeMark && end-open <= longestAloof {
		end++
	}
	if end+1 >= len(tokens) || f.v.toks[end].quoted != closeMark || !f.isSeldom(d) || first < d.cue.end {
		return false
	}
	determined := open == first || open == first+1 && tokens[first].UPOS == "DET"
	return determined && (tokens[end+1].UPOS == "NOUN" || tokens[end+1].Lower == "of")
}
