package claim

import (
	"cmp"
	"slices"
	"sort"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A clause is a predicate with what belongs to it: the tokens from first to last.
type clause struct{ head, first, last int }

// clauses returns the clauses that the tokens from first to last, of one sentence, are made of: those of the predicates that
// depend on nothing in the stretch, and those joined to them.
func (f *finder) clauses(first, last int) []clause {
	var out []clause
	for _, t := range f.junctures(first, last) {
		if first < t {
			out = append(out, f.partClauses(first, t-1)...)
		}
		first = t + 1
	}
	return append(out, f.partClauses(first, last)...)
}

// partClauses returns the clauses of a stretch that falls into no parts.
func (f *finder) partClauses(first, last int) []clause {
	var tops []int
	tokens := f.doc.Tokens
	for t := first; t <= last; t++ {
		if t == first && tokens[t].Lower == "that" {
			continue
		}
		if h := tokens[t].Head; (h == t || h < first || h > last) && f.predicate(t) {
			tops = append(tops, t)
		}
	}
	for t := first; t <= last && len(tops) == 0; t++ { // a tree gone wrong hangs the verb on another word
		if tokens[t].UPOS != "AUX" && f.predicate(t) && f.finite(t) {
			tops = append(tops, t)
		}
	}
	for t := first; t <= last && len(tops) == 0; t++ {
		if tokens[t].UPOS == "AUX" && f.trees.Child(t, "nsubj") >= first && f.finite(t) {
			tops = append(tops, t) // "six weeks we've been without it"
		}
	}
	if len(tops) == 0 {
		tops = f.participleTop(first, last)
	}
	tops = f.withCopula(f.withoutSubordinate(f.withoutHelpers(tops)), first, last)
	var out []clause
	for i, top := range tops {
		c := clause{top, first, last}
		if len(tops) > 1 {
			lo, hi := f.trees.Extent(top)
			c.first, c.last = max(first, lo), min(last, hi)
			if i == 0 {
				c.first = first
			}
		}
		out = f.split(out, c)
	}
	for i := range out {
		out[i] = f.trim(out[i])
	}
	return out
}

// withoutHelpers takes from tops auxiliaries and copulas whose predicates a tree gone wrong hangs elsewhere, "“I’ve been to the office”", but for the
// last one if they are all that there is.
func (f *finder) withoutHelpers(tops []int) []int {
	helps := func(t int) bool {
		d := deptree.Base(f.doc.Tokens[t].Deprel)
		return f.doc.Tokens[t].UPOS == "AUX" && (d == "aux" || d == "cop")
	}
	out := slices.DeleteFunc(slices.Clone(tops), helps)
	if len(out) == 0 && len(tops) > 1 {
		return tops[len(tops)-1:]
	}
	if len(out) == 0 {
		return tops
	}
	return out
}

// split appends c to out, without the clauses that are joined to it, and then those.
func (f *finder) split(out []clause, c clause) []clause {
	var parts []clause
	heads := []int{c.head}
	if x := f.trees.Child(c.head, "xcomp"); x > c.head { // "caused a crane to fall, killing 107"
		heads = append(heads, x)
	}
	for _, head := range heads {
		for child := range f.trees.Children(head) {
			if child < c.first || child > c.last || child < head || !f.standsAlone(head, child) || head != c.head && !f.givesToll(child) {
				continue
			}
			lo, hi := f.trees.Extent(child)
			parts = append(parts, clause{child, max(lo, c.first), min(hi, c.last)})
		}
	}
	slices.SortFunc(parts, func(a, b clause) int { return cmp.Compare(a.head, b.head) })
	end := c.last
	for i := range parts {
		if i == 0 {
			end = parts[i].first - 1
		}
		if i == len(parts)-1 {
			parts[i].last = c.last // what comes after belongs to the last
		} else {
			parts[i].last = parts[i+1].first - 1
		}
	}
	c.last = end
	out = append(out, c)
	for _, p := range parts {
		out = f.split(out, p)
	}
	return out
}

// standsAlone reports whether the clause of child, which depends on head, could be true or false apart from it: a coordinate or
// juxtaposed clause with a finite verb or a subject of its own, or a participle that gives a toll.
func (f *finder) standsAlone(head, child int) bool {
	if f.cites(child) {
		return true
	}
	switch deptree.Base(f.doc.Tokens[child].Deprel) {
	case "conj", "parataxis":
		if !f.predicate(child) || f.doc.Tokens[child].Lower == "compared" && f.trees.Child(child, "nsubj", "aux") == nlp.None {
			return false // ", compared with 93 percent nationwide"
		}
		if f.doc.Tokens[f.start(child)].Lower == "where" {
			return false // "the home, where six children died"
		}
		if f.finite(child) || f.trees.Child(child, "nsubj") != nlp.None || f.givesToll(child) {
			return true
		}
		// "was kept … and then transferred …"
		if f.doc.Tokens[child].XPOS != "VBN" || f.doc.Tokens[head].XPOS != "VBN" {
			return false
		}
		return f.trees.Child(child, "obl", "obj", "xcomp", "ccomp") != nlp.None
	case "advcl":
		return f.givesToll(child) || f.contrasts(child)
	}
	return false
}

// cites reports whether t is a participle behind a comma by which somebody says what bears out what he says: "…, citing rising costs".
func (f *finder) cites(t int) bool {
	return t > 0 && f.doc.Tokens[t].Lower == "citing" && f.doc.Tokens[t-1].Lower == "," && f.saidIn[t] != 0
}

// givesToll reports whether t is a participle that says how many: "killing 107", "driving hundreds from their homes", "taking the number of dead
// to eleven".
func (f *finder) givesToll(t int) bool {
	obj := f.trees.Child(t, "obj")
	if f.doc.Tokens[t].XPOS != "VBG" || obj < t || t == 0 {
		return false
	}
	if f.verbs.at(f.doc, t)&toll != 0 && f.counts(obj) || f.altersTally(t) {
		return true
	}
	q, ok := f.numbered(obj)
	return ok && f.doc.Tokens[t-1].Lower == "," && (f.unit(q)&people != 0 || q.Unit == "") && q.Kind == nlp.Count
}

// predicate reports whether t can head a clause: a verb, or another word with a copula or a subject.
func (f *finder) predicate(t int) bool {
	switch f.doc.Tokens[t].UPOS {
	case "VERB", "AUX":
		if t > 0 && f.doc.Tokens[t].XPOS == "MD" && f.doc.Tokens[t-1].UPOS == "ADJ" {
			return false // "of his own free will"
		}
		return true
	}
	return f.trees.Child(t, "cop", "nsubj") != nlp.None
}

// finite reports whether the verb t, or an auxiliary or copula of it, is finite.
func (f *finder) finite(t int) bool {
	tok := f.doc.Tokens[t]
	if finiteTag(tok.XPOS) || f.mistagged(t) {
		return true
	}
	if tok.XPOS == "VBN" && tok.Deprel == "conj" && f.doc.Tokens[tok.Head].XPOS == "VBN" && f.trees.Child(tok.Head, "aux") != nlp.None {
		return true // "had provided safeguards and installed cameras"
	}
	for c := range f.trees.Children(t) {
		switch deptree.Base(f.doc.Tokens[c].Deprel) {
		case "aux", "cop":
			if finiteTag(f.doc.Tokens[c].XPOS) {
				return true
			}
		}
	}
	return false
}

// mistagged reports whether the verb t is tagged as a participle or an infinitive, as "put" and "held" may be, but has a subject of
// its own and no auxiliary, and so is finite; or is taken for a participle of what was said.
func (f *finder) mistagged(t int) bool {
	tok := f.doc.Tokens[t]
	if tok.UPOS != "VERB" || f.trees.Child(t, "aux", "cop") != nlp.None {
		return false
	}
	if tok.Deprel == "acl" && tok.XPOS == "VBN" {
		return f.wholly(tok.Head)
	}
	subject := f.trees.Child(t, "nsubj")
	if subject == nlp.None && tok.XPOS == "VBN" && deptree.Base(tok.Deprel) == "ccomp" {
		return f.unmarked(t) != nlp.None
	}
	if subject == nlp.None || f.doc.Tokens[subject].Deprel != "nsubj" && f.doc.Tokens[subject].Deprel != "nsubj:outer" {
		return false
	}
	switch deptree.Base(tok.Deprel) {
	case "root":
		return tok.XPOS == "VBN" || tok.XPOS == "VB"
	case "conj", "ccomp", "parataxis":
		class := f.verbs.at(f.doc, tok.Head)
		return tok.XPOS == "VBN" || tok.XPOS == "VB" && class&(speak|argue) != 0 && class&demand == 0 // "say he set fire to it"
	case "advcl":
		return f.contrasts(t) // "…, while the association put it at 80"
	}
	return false
}

// unmarked returns the noun right before the verb t that hangs on it without a preposition and is no time: a name taken for a noun, "say
// [Grant] punched him"; or nlp.None.
func (f *finder) unmarked(t int) int {
	if t > 0 && f.doc.Tokens[t-1].Head == t && f.doc.Tokens[t-1].Deprel == "obl:unmarked" && !f.inTime(t-1) && f.entityOf(t-1) != nlp.None {
		return t - 1
	}
	return nlp.None
}

// wholly reports whether the noun t, with a participle behind it, is taken for what is said or for a whole sentence, which no noun is:
// "said [8,000 people attended]", "[Hundreds of students protested]".
func (f *finder) wholly(t int) bool {
	for range 3 {
		tok := f.doc.Tokens[t]
		switch deptree.Base(tok.Deprel) {
		case "root":
			s := f.doc.Sentences[f.sentenceOf(t)]
			asserts, _ := f.asserts(s)
			return asserts && f.trees.Child(t, "cop", "nsubj") == nlp.None
		case "obj", "nsubj":
			said := f.doc.Tokens[tok.Head]
			if f.verbs.at(f.doc, tok.Head)&speak == 0 {
				return false
			}
			other := f.trees.Child(tok.Head, "nsubj")
			return tok.Deprel == "obj" || other == t && said.UPOS == "VERB" && f.saidIn[t] != 0 && f.saidIn[t] != f.saidIn[tok.Head]
		case "conj":
			return f.doc.Tokens[tok.Head].UPOS == "VERB" // "… ; stewards [counted 650]"
		case "nmod", "ccomp":
			t = tok.Head
			continue
		case "appos", "parataxis":
			s := f.doc.Sentences[f.sentenceOf(t)]
			begin := f.afterDateline(s)
			return begin > s.First && f.start(t) <= begin && t >= begin // "SAN ILARIO — [A mudslide swept through two villages]"
		}
		return false
	}
	return false
}

func finiteTag(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

// counts reports whether the noun phrase of t begins with a count or an amount.
func (f *finder) counts(t int) bool {
	lo, hi := f.trees.Extent(t)
	start, end := f.doc.Tokens[lo].Start, f.doc.Tokens[hi].End
	quantities := f.doc.Quantities
	first := sort.Search(len(quantities), func(i int) bool { return quantities[i].End > start })
	for _, q := range quantities[first:] {
		if q.Start >= end {
			break
		}
		if q.Kind != nlp.Ordinal {
			return true
		}
	}
	return false
}

// trim takes off what does not belong to the statement itself: marks, conjunctions, "that", a time or place set before it with
// a comma.
func (f *finder) trim(c clause) clause {
	tokens := f.doc.Tokens
	for c.first < c.head {
		t := tokens[c.first]
		if isMark(&t) || deptree.Base(t.Deprel) == "cc" || t.Lower == "that" && (t.XPOS == "IN" || t.XPOS == "WDT") && t.Deprel != "det" && deptree.Base(t.Deprel) != "nsubj" {
			c.first++
			continue
		}
		if t.Head == c.head && deptree.Base(t.Deprel) == "mark" && (t.Lower == "while" || t.Lower == "whereas" || t.Lower == "because" || t.Lower == "though" || t.Lower == "although") {
			c.first++
			continue
		}
		if end := f.fronted(c); end > c.first {
			c.first = end
			continue
		}
		break
	}
	for c.last > c.head && isMark(&tokens[c.last]) && !f.closes(c) {
		c.last--
	}
	return c
}

// isMark reports whether t is punctuation, or an emoji or the like.
func isMark(t *nlp.Token) bool { return t.UPOS == "PUNCT" || t.XPOS == "NFP" }

// fronted returns the first token after an adverbial of time at the start of c that a comma ends, or c.first.
func (f *finder) fronted(c clause) int {
	tokens := f.doc.Tokens
	before := nlp.Span{Start: tokens[c.first].Start, End: tokens[c.head].Start}
	times := within(f.doc.Times, before, func(t nlp.Time) nlp.Span { return t.Span })
	if len(times) == 0 {
		return c.first
	}
	first, last := f.tokensIn(times[0].Span)
	atStart := first == c.first || first == c.first+1 && tokens[c.first].UPOS == "ADP"
	if next := last + 1; atStart && next < c.head && tokens[next].Lower == "," {
		return next + 1
	}
	return c.first
}

// closes reports whether the last token of c closes a mark that stands inside c, which then belongs to it.
func (f *finder) closes(c clause) bool {
	last := f.doc.Tokens[c.last].Lower
	opener := map[string]string{")": "(", "]": "[", "”": "“", "’": "‘", "\"": "\"", "''": "``", "'": "'"}[last]
	if opener == "" {
		return false
	}
	depth := 0
	for t := c.first; t < c.last; t++ {
		switch f.doc.Tokens[t].Lower {
		case opener:
			if opener == last {
				depth = 1 - depth
			} else {
				depth++
			}
		case last:
			depth--
		}
	}
	return depth > 0
}

// quantitiesIn returns the quantities that lie in s.
func (f *finder) quantitiesIn(s nlp.Span) []nlp.Quantity {
	return within(f.doc.Quantities, s, func(q nlp.Quantity) nlp.Span { return q.Span })
}

// within returns those of items, which are in the order of the text without overlaps, that lie in s.
func within[T any](items []T, s nlp.Span, span func(T) nlp.Span) []T {
	first := sort.Search(len(items), func(i int) bool { return span(items[i]).Start >= s.Start })
	end := sort.Search(len(items), func(i int) bool { return span(items[i]).End > s.End })
	return items[first:max(first, end)]
}
