package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// foretells reports whether c is about what is to come.
func (f *finder) foretells(c clause) bool {
	head := f.doc.Tokens[c.head]
	for child := range f.trees.Children(c.head) {
		tok := f.doc.Tokens[child]
		if deptree.Base(tok.Deprel) != "aux" {
			continue
		}
		switch tok.Lower {
		case "will", "'ll", "wo", "shall":
			return true
		case "could":
			if f.negated(c.head) || f.anybody(f.subject(c.head)) {
				return false // what nobody could or anybody could is so already
			}
			fallthrough
		case "would", "might", "may", "'d":
			// "would have been" looks back; "may be at sea" is about now
			return !f.perfect(c.head) && (head.UPOS == "VERB" || f.trees.Child(c.head, "cop") == nlp.None || tok.Lower == "would" || tok.Lower == "could")
		}
	}
	if head.UPOS != "VERB" && f.words.of(head.Lower)&looming != 0 || head.XPOS == "VBN" && f.passive(c.head) && f.words.of(head.Lower)&looming != 0 {
		x := f.trees.Child(c.head, "xcomp", "advcl", "ccomp")  // "is due to open", "is likely to fall"
		if obl := f.trees.Child(c.head, "obl"); obl > c.head { // "is due on 14 June", "is doomed to fail"
			to := f.trees.Child(obl, "case")
			return head.Lower == "due" || f.inTime(obl) || to != nlp.None && f.doc.Tokens[to].Lower == "to"
		}
		return x > c.head
	}
	switch head.Lemma {
	case "schedule":
		return f.passive(c.head)
	case "face":
		return f.facesSentence(c.head)
	case "plan", "intend", "expect", "go", "aim", "promise", "vow", "pledge", "hope":
		if x := f.trees.Child(c.head, "xcomp"); x != nlp.None && f.trees.Child(x, "mark") != nlp.None {
			return head.Lemma != "go" || head.XPOS == "VBG"
		}
	}
	return f.isTo(c.head) && !f.toBlame(c.head)
}

// facesSentence reports whether verb v says what sentence its subject may come in for: "faces up to 20 years", "faces life without parole".
func (f *finder) facesSentence(v int) bool {
	obj := f.trees.Child(v, "obj", "obl")
	if xpos := f.doc.Tokens[v].XPOS; xpos != "VBZ" && xpos != "VBP" || obj < v {
		return false
	}
	switch f.doc.Tokens[obj].Lemma {
	case "year", "month", "life", "death", "prison", "jail", "trial", "extradition", "deportation", "sentence", "fine", "ban":
		return true
	}
	return false
}

// toBlame reports whether verb t says of its subject that it is to blame.
func (f *finder) toBlame(t int) bool {
	return f.doc.Tokens[t].Lemma == "blame" && f.doc.Tokens[t].XPOS == "VB" && f.isTo(t)
}

// isTo reports whether predicate t is what somebody is to do: "the court is to rule in May".
func (f *finder) isTo(t int) bool {
	tokens := f.doc.Tokens
	if tokens[t].XPOS != "VB" || t < 2 || tokens[t-1].Lower != "to" || tokens[t-1].Head != t {
		return false
	}
	return slices.Contains([]string{"is", "are", "was", "were"}, tokens[t-2].Lower) && tokens[t-2].Head == t
}

// anybody reports whether token t, which may be nlp.None, stands for nobody in particular.
func (f *finder) anybody(t int) bool {
	return t != nlp.None && slices.Contains([]string{"anyone", "anybody", "everyone", "everybody"}, f.doc.Tokens[t].Lower)
}

// perfect reports whether the predicate t has "have" as an auxiliary.
func (f *finder) perfect(t int) bool {
	for child := range f.trees.Children(t) {
		if tok := f.doc.Tokens[child]; tok.Deprel == "aux" && tok.Lemma == "have" {
			return true
		}
	}
	return false
}
