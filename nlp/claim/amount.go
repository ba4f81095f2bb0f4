package claim

import (
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// aboutNumber reports whether the point of c is a number: it counts the subject, or what there is, or what a verb of toll, of having or of
// amount takes. What somebody did to a number of things is no figure.
func (f *finder) aboutNumber(c clause, by *nlp.Claim) bool {
	head := f.doc.Tokens[c.head]
	verb := f.verbs.at(f.doc, c.head)
	if f.verbs.of(head.Lemma)&estimate != 0 && f.atNumber(c.head) {
		return true // "we count more than 300"
	}
	if subject := f.subject(c.head); subject != nlp.None {
		if q, ok := f.numbered(subject); ok {
			return verb&toll != 0 || !f.deedOf(c.head, q, by)
		}
		if f.doc.Tokens[subject].UPOS == "NUM" && !f.inTime(subject) && (f.passive(c.head) || verb&toll != 0) {
			return true // "61 were pulled from the sea"
		}
		if q, ok := f.amountOf(subject); ok && q.Kind != nlp.Ordinal {
			return true // "a crowd of 5,000 gathered"
		}
	}
	if many := f.moreThan(c); many != nlp.None {
		if q, ok := f.numbered(many); ok {
			return verb&toll != 0 || !f.deedOf(c.head, q, by)
		}
	}
	if f.multiplies(c.head) {
		return true
	}
	if f.upBy(c.head) || verb&toll != 0 && f.byHalf(c.head) {
		return true // "rents have gone up by 8%", "sales fell by half"
	}
	if f.trees.Child(c.head, "cop") != nlp.None && head.UPOS != "VERB" {
		if _, ok := f.numbered(c.head); ok {
			return true
		}
		if subject := f.subject(c.head); head.UPOS == "NUM" && subject != nlp.None && f.words.of(f.doc.Tokens[subject].Lemma)&(tally|amount) != 0 {
			return true // "the number was 1,500"
		}
	}
	for child := range f.trees.Children(c.head) {
		relation := deptree.Base(f.doc.Tokens[child].Deprel)
		if relation != "obj" && relation != "obl" && relation != "xcomp" && relation != "nmod" && relation != "advmod" || f.inTime(child) {
			continue
		}
		q, ok := f.numbered(child)
		switch {
		case relation == "advmod", relation == "nmod":
			if ok && head.UPOS != "VERB" && child > c.head {
				return true // "was [higher] than 300"
			}
		case !ok && relation == "obj":
			if q, ok := f.amountOf(child); ok && (f.words.of(f.doc.Tokens[child].Lemma)&amount != 0 || f.manyPeople(q, by)) {
				return true // "made a profit of $62 million"
			}
		case !ok:
		case f.unit(q)&victim != 0:
			return true // "were searching for 40 missing"
		case relation == "obl":
			if head.UPOS == "ADJ" || f.trees.Child(c.head, "expl") != nlp.None || f.manyPeople(q, by) && f.ofWhat(child) || verb&toll != 0 || verb&alter != 0 && f.toNumber(c.head, child, by) || f.comesTo(c.head, child, q) {
				return true
			}
		case verb&toll != 0:
			return !f.seizes(c.head)
		case q.Kind == nlp.Money && verb&seize == 0 && f.trees.Child(c.head, "xcomp") == nlp.None && f.pastOrPresent(c.head):
			return true // "the day made £11,400"
		case !by.ByArticle && f.stressed(q), q.Kind == nlp.Percent, verb&hold != 0 && !few(q):
			return true
		}
	}
	return false
}

// moreThan returns the noun with a number by which c, which has no other subject, says of how many it tells, where the tree took its "than" or
// "to" for a preposition: "more than [90 percent] walked out"; or nlp.None.
func (f *finder) moreThan(c clause) int {
	if f.subject(c.head) != nlp.None || c.first+2 >= len(f.doc.Tokens) {
		return nlp.None
	}
	switch f.doc.Tokens[c.first].Lower + " " + f.doc.Tokens[c.first+1].Lower {
	case "more than", "less than", "fewer than", "up to", "close to":
		if many := f.doc.Tokens[c.first+1].Head; many > c.first+1 && many < c.head && f.doc.Tokens[many].Head == c.head {
			return many
		}
	}
	return nlp.None
}

// multiplies reports whether verb v says of its subject how many times as much it has become: "arrears have doubled".
func (f *finder) multiplies(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "double", "triple", "treble", "quadruple", "halve":
		return f.subject(v) != nlp.None && f.trees.Child(v, "obj") == nlp.None && f.doc.Tokens[v].UPOS == "VERB" && !f.passive(v)
	}
	return false
}

// pastOrPresent reports whether verb v is finite and tells what is or was.
func (f *finder) pastOrPresent(v int) bool { return f.finite(v) && !f.modal(v) && !f.negated(v) }

// upBy reports whether verb v says that something went up or down by a number.
func (f *finder) upBy(v int) bool {
	if lemma := f.doc.Tokens[v].Lemma; lemma != "go" && lemma != "come" {
		return false
	}
	way, by := false, false
	for child := range f.trees.Children(v) {
		switch f.doc.Tokens[child].Lower {
		case "up", "down":
			way = true
		}
		if with := f.trees.Child(child, "case"); child > v && with != nlp.None && f.doc.Tokens[with].Lower == "by" {
			_, by = f.numbered(child)
		}
	}
	return way && by
}

// byHalf reports whether "by half" stands under verb v.
func (f *finder) byHalf(v int) bool {
	for child := range f.trees.Children(v) {
		if child > v && f.doc.Tokens[child].Lower == "half" {
			by := f.trees.Child(child, "case")
			return by != nlp.None && f.doc.Tokens[by].Lower == "by"
		}
	}
	return false
}

// comesTo reports whether verb v says that its subject is as much as q, which stands at t: "the shortfall came to £47m".
func (f *finder) comesTo(v, t int, q nlp.Quantity) bool {
	to, subject := f.trees.Child(t, "case"), f.subject(v)
	if to == nlp.None || subject == nlp.None {
		return false
	}
	switch f.doc.Tokens[v].Lemma + " " + f.doc.Tokens[to].Lower {
	case "come to", "run to", "stand at":
		return q.Kind != nlp.Count || f.words.of(f.doc.Tokens[subject].Lemma)&(tally|amount) != 0
	}
	return false
}

// numbered returns the quantity with which the noun t begins, or that it is: "40 people", "a third of them".
func (f *finder) numbered(t int) (nlp.Quantity, bool) {
	lo, _ := f.trees.Extent(t)
	start, noun := f.doc.Tokens[lo].Start, f.doc.Tokens[t].Span
	quantities := f.doc.Quantities
	first := sort.Search(len(quantities), func(i int) bool { return quantities[i].End > start })
	for _, q := range quantities[first:] {
		if q.Start >= noun.End {
			break
		}
		if q.Kind == nlp.Ordinal {
			continue
		}
		if q.End > noun.Start {
			return q, true
		}
		a, b := f.tokensIn(q.Span)
		for i := a; i <= b; i++ {
			if h := f.doc.Tokens[i].Head; h == t || h < t && h >= lo && f.doc.Tokens[h].Head == t {
				return q, true
			}
		}
	}
	return nlp.Quantity{}, false
}

// amountOf returns the quantity that the noun t is "of": "a profit of $62 million", "records of nine million people".
func (f *finder) amountOf(t int) (nlp.Quantity, bool) {
	for child := range f.trees.Children(t) {
		of := f.trees.Child(child, "case")
		if child < t || deptree.Base(f.doc.Tokens[child].Deprel) != "nmod" || of == nlp.None || f.doc.Tokens[of].Lower != "of" || f.inTime(child) {
			continue
		}
		if q, ok := f.numbered(child); ok {
			class := f.words.of(f.doc.Tokens[t].Lemma)
			return q, class&(amount|crowd|tally) != 0 || f.unit(q)&people != 0
		}
	}
	return nlp.Quantity{}, false
}

// ofWhat reports whether "of" stands before the noun t.
func (f *finder) ofWhat(t int) bool {
	of := f.trees.Child(t, "case")
	return of != nlp.None && f.doc.Tokens[of].Lower == "of"
}

// unit returns the classes of what q counts.
func (f *finder) unit(q nlp.Quantity) class {
	word := strings.ToLower(q.Unit)
	word = word[strings.LastIndexByte(word, ' ')+1:]
	return f.words.of(word) | f.words.of(strings.TrimSuffix(word, "s")) | f.words.of(strings.TrimSuffix(word, "ies")+"y")
}

// manyPeople reports whether q is a number of people so high that who gives it gives it for its own sake.
func (f *finder) manyPeople(q nlp.Quantity, by *nlp.Claim) bool {
	return !by.ByArticle && f.unit(q)&people != 0 && q.Low >= 1000
}

// deedOf reports whether a clause whose subject begins with q rather tells what those did than how many they were: few of them, or no more
// than "hundreds" in the article's words.
func (f *finder) deedOf(v int, q nlp.Quantity, by *nlp.Claim) bool {
	switch {
	case q.Kind != nlp.Count:
		return false
	case by.ByArticle && q.Low > 10:
		first, _ := f.tokensIn(q.Span)
		return f.doc.Tokens[first].XPOS == "NNS" && f.doc.Tokens[v].XPOS == "VBD" // "hundreds of residents marched"
	case by.ByArticle && f.trees.Child(v, "obj") != nlp.None:
		return !f.passive(v)
	}
	return few(q)
}

// stressed reports whether the words around q say that it is as little or as much as that: "only 300", "no more than 600".
func (f *finder) stressed(q nlp.Quantity) bool {
	if q.HasLow != q.HasHigh {
		return true
	}
	first, _ := f.tokensIn(q.Span)
	for t := max(0, first-1); t < first+2 && t < len(f.doc.Tokens); t++ {
		if word := f.doc.Tokens[t].Lower; word == "only" || word == "just" {
			return true
		}
	}
	return false
}

// seizes reports whether the verb v of toll says what somebody did to those counted: "police arrested 12 people" is a fact.
func (f *finder) seizes(v int) bool {
	switch f.doc.Tokens[v].Lemma {
	case "arrest", "detain", "evacuate", "displace", "gain":
		return !f.passive(v) && f.subject(v) != nlp.None
	}
	return false
}

// few reports whether q is one or two.
func few(q nlp.Quantity) bool { return q.Kind == nlp.Count && q.HasHigh && q.High <= 2 }

// toNumber reports whether the verb v changes its object by or to the number at t, and that is told for the number's sake: "had raised the
// toll to 31".
func (f *finder) toNumber(v, t int, by *nlp.Claim) bool {
	with := f.trees.Child(t, "case")
	if with == nlp.None {
		return false
	}
	obj := f.object(v)
	switch f.doc.Tokens[with].Lower {
	case "by":
		return true
	case "to", "at":
		return obj != nlp.None && f.words.of(f.doc.Tokens[obj].Lemma)&(tally|amount) != 0 && (!by.ByArticle || f.words.of(f.doc.Tokens[obj].Lemma)&tally != 0)
	}
	return false
}
