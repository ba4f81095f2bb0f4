package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A calling is a noun by which the text has called an entity, where it did: "the mining company Aurex", "Athletics Integrity Board".
type calling struct{ token, entity int }

// definite returns the entity that the bare definite noun at t stands for, though it is no mention: the last that has such a noun in its name
// or was called so ("the board", "the rebels"); for "the company" also the last organisation that may be one; else nlp.None.
func (f *finder) definite(t int) int {
	tok := f.doc.Tokens[t]
	if tok.UPOS != "NOUN" || f.covering(tok.Span) != nlp.None {
		return nlp.None
	}
	the := false
	for child := range f.trees.Children(t) {
		switch c := f.doc.Tokens[child]; deptree.Base(c.Deprel) {
		case "det":
			the = c.Lower == "the" || c.Lower == "this" || c.Lower == "that"
		case "compound":
			if child == t-1 {
				return f.endsIn(t) // "the air force"
			}
			return nlp.None
		case "amod", "nmod", "nummod":
			if child < t || deptree.Base(c.Deprel) == "nmod" && f.trees.Child(child, "case") != nlp.None && c.UPOS == "PROPN" {
				return nlp.None // some other one
			}
		}
	}
	if !the {
		return nlp.None
	}
	if f.callings == nil {
		f.callings = f.called()
	}
	lemma := strings.ToLower(tok.Lemma)
	list := f.callings[lemma]
	if i := sort.Search(len(list), func(i int) bool { return list[i].token >= t }); i > 0 {
		return list[i-1].entity
	}
	if f.words.of(lemma)&firm == 0 {
		return nlp.None
	}
	if i := sort.Search(len(f.businesses), func(i int) bool { return f.businesses[i].token >= t }); i > 0 {
		return f.businesses[i-1].entity // "the chemicals maker Donauchem"
	}
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= tok.Start })
	for i := end - 1; i >= max(0, end-8); i-- {
		e := &f.doc.Entities[f.mentions[i].entity]
		last := strings.ToLower(e.Name[strings.LastIndexByte(e.Name, ' ')+1:])
		if e.Type == nlp.Organization && f.words.of(last)&body == 0 && !f.bodies[f.mentions[i].entity] {
			return f.mentions[i].entity
		}
	}
	return nlp.None
}

// endsIn returns the entity last named before the two nouns of which the second is at t, and whose name ends so: "the air force"; or nlp.None.
func (f *finder) endsIn(t int) int {
	if f.callings == nil {
		f.callings = f.called()
	}
	list := f.callings[strings.ToLower(f.doc.Tokens[t].Lemma)]
	end := sort.Search(len(list), func(i int) bool { return list[i].token >= t })
	for i := end - 1; i >= max(0, end-latest); i-- {
		if at := list[i].token; at > 0 && f.doc.Tokens[at-1].Lower == f.doc.Tokens[t-1].Lower {
			return list[i].entity
		}
	}
	return nlp.None
}

// firmBefore returns the organisation or product last named before the noun t that may be "the company", or "the supplier", of which something else
// was said so far, and is none of not; or nlp.None.
func (f *finder) firmBefore(t int, not []int) int {
	tok := &f.doc.Tokens[t]
	det := f.trees.Child(t, "det")
	if f.words.of(strings.ToLower(tok.Lemma))&(firm|business) == 0 || det == nlp.None || f.doc.Tokens[det].Lower != "the" || f.trees.Child(t, "amod", "compound", "nmod", "appos") != nlp.None {
		return nlp.None
	}
	end := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= tok.Start })
	for i := end - 1; i >= max(0, end-2*latest); i-- {
		e := f.mentions[i].entity
		entity := &f.doc.Entities[e]
		last := strings.ToLower(entity.Name[strings.LastIndexByte(entity.Name, ' ')+1:])
		if (entity.Type == nlp.Organization || entity.Type == nlp.Product) && !slices.Contains(not, e) && !f.bodies[e] && f.words.of(last)&body == 0 {
			return e
		}
	}
	return nlp.None
}

// called returns the nouns by which entities are called, in the order of the text.
func (f *finder) called() map[string][]calling {
	out := make(map[string][]calling)
	add := func(t, e int) {
		if tok := f.doc.Tokens[t]; tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || tok.UPOS == "ADJ" {
			lemma := strings.ToLower(tok.Lemma)
			out[lemma] = append(out[lemma], calling{t, e})
			switch class := f.words.of(lemma); {
			case class&business != 0:
				f.businesses = append(f.businesses, calling{t, e})
			case class&body != 0, lemma == "group":
				f.bodies[e] = true // "the transport workers' union UTW" is no business
			}
		}
	}
	for _, m := range f.mentions {
		first, last := f.tokensIn(m.Span)
		if first > last || f.doc.Tokens[first].UPOS == "PRON" {
			continue
		}
		head := last
		for t := first; t <= last; t++ {
			if h := f.doc.Tokens[t].Head; h == t || h < first || h > last {
				head = t
				break
			}
		}
		if f.doc.Entities[m.entity].Type != nlp.Person && first < last {
			add(last, m.entity)
			if word := f.doc.Tokens[last].Lower; word == "police" || word == "constabulary" {
				out["force"] = append(out["force"], calling{last, m.entity})
			}
			if f.doc.Tokens[first+1].Lower == "of" {
				add(first, m.entity)
			}
		}
		for t := last + 1; t <= min(last+2, len(f.doc.Tokens)-1); t++ { // "Head Teachers' Forum", of which "Head Teachers" was taken for the name
			if next := f.doc.Tokens[t]; next.XPOS != "POS" {
				if next.UPOS == "PROPN" && f.doc.Tokens[t-1].XPOS == "POS" {
					add(t, m.entity)
				}
				break
			}
		}
		tok := f.doc.Tokens[head]
		switch deptree.Base(tok.Deprel) {
		case "appos", "flat": // "the mining company Aurex"
			if head-tok.Head <= 2 && tok.Head < first && f.doc.Tokens[tok.Head].UPOS == "NOUN" {
				add(tok.Head, m.entity)
			}
		}
		for child := range f.trees.Children(head) {
			switch c := f.doc.Tokens[child]; {
			case child >= first && child <= last:
			case child < first && (deptree.Base(c.Deprel) == "compound" || c.Deprel == "nmod:desc" || c.Deprel == "amod" && child == first-1), deptree.Base(c.Deprel) == "appos":
				add(child, m.entity)
				if c.Lemma == "group" && child > 0 && f.doc.Tokens[child-1].Head == child && f.doc.Tokens[child-1].UPOS == "NOUN" {
					add(child-1, m.entity) // "the rebel group Free Tamar"
				}
			}
		}
	}
	sort.SliceStable(f.businesses, func(i, j int) bool { return f.businesses[i].token < f.businesses[j].token })
	for _, list := range out {
		sort.SliceStable(list, func(i, j int) bool { return list[i].token < list[j].token })
	}
	return out
}

// sourceOf returns the entities that the noun t, as a source, is: those by name beside it ("the operator, CityMove", "a group calling
// itself Night Ledger"), or the one that it stands for.
func (f *finder) sourceOf(t int) int {
	if e := f.entityOf(t); e != nlp.None {
		return e
	}
	for child := range f.trees.Children(t) {
		switch c := f.doc.Tokens[child]; deptree.Base(c.Deprel) {
		case "appos", "flat":
			if e := f.entityOf(child); e != nlp.None {
				return e
			}
		case "acl":
			if f.cueOf[child] != 0 || c.Lower != "calling" && c.Lower != "called" && c.Lower != "named" && c.Lower != "known" {
				continue
			}
			for x := range f.trees.Children(child) {
				if e := f.entityOf(x); e != nlp.None && x > child && f.doc.Tokens[x].UPOS == "PROPN" {
					return e
				}
			}
		}
	}
	return f.definite(t)
}

// entityOf returns the entity of the shortest mention that covers token t, or whose name it is though it is no mention; or nlp.None.
func (f *finder) entityOf(t int) int {
	tok := f.doc.Tokens[t]
	if e := f.covering(tok.Span); e != nlp.None {
		return e
	}
	if e, ok := f.names[tok.In(f.doc.Text)]; ok && (tok.UPOS == "PROPN" || tok.UPOS == "PRON" || tok.UPOS == "NOUN" && tok.Lower != tok.In(f.doc.Text)) && deptree.Base(tok.Deprel) != "flat" {
		return e
	}
	return nlp.None
}

// headOf returns the token that heads the words of s.
func (f *finder) headOf(s nlp.Span) int {
	first, last := f.tokensIn(s)
	for t := first; t <= last; t++ {
		if h := f.doc.Tokens[t].Head; (h == t || h < first || h > last) && f.doc.Tokens[t].UPOS != "PUNCT" {
			return t
		}
	}
	return nlp.None
}
