package quote

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// mentionPlaces are the mentions of all entities, in the order of the text.
type mentionPlaces []mentionPlace

type mentionPlace struct {
	nlp.Mention
	entity int
}

func newMentionPlaces(doc *nlp.Document) mentionPlaces {
	var out mentionPlaces
	for e := range doc.Entities {
		for _, m := range doc.Entities[e].Mentions {
			out = append(out, mentionPlace{m, e})
		}
	}
	slices.SortFunc(out, func(a, b mentionPlace) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}

// within returns the mentions that begin in s.
func (m mentionPlaces) within(s nlp.Span) mentionPlaces {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(m, offset, func(p mentionPlace, o int) int { return p.Start - o })
		for i > 0 && m[i-1].Start >= offset {
			i--
		}
		return i
	}
	return m[at(s.Start):at(s.End)]
}

// speakers finds the entities that the sources stand for.
func (f *finder) speakers() {
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.Source.IsZero() {
			if i > 0 && d.Kind == nlp.Direct && f.follows(&f.drafts[i-1], d) {
				d.Speakers = f.drafts[i-1].Speakers
			}
			continue
		}
		if d.Inside != nlp.None && d.source.end == d.source.first+1 && f.isFirstPerson(d.source.first) {
			d.Speakers = f.drafts[d.Inside].Speakers
			continue
		}
		d.Speakers = f.entities(d.source)
		if len(d.Speakers) == 0 && i > 0 && f.isThey(d) {
			d.Speakers = f.body(&f.drafts[i-1], d)
		}
	}
}

// isThey reports whether the source of d is no more than "they".
func (f *finder) isThey(d *draft) bool {
	return d.source.end == d.source.first+1 && f.doc.Tokens[d.source.first].Lower == "they"
}

// farthestBody is how many sentences after an organisation has spoken "they" may stand for it.
const farthestBody = 3

// body returns the organisation that says what is before d, whose source is a "they" that refers to nobody else, if no noun in the plural comes between
// for which that could stand.
func (f *finder) body(before, d *draft) []int {
	if len(before.Speakers) != 1 || f.doc.Entities[before.Speakers[0]].Type != nlp.Organization {
		return nil
	}
	if n := f.v.toks[d.source.first].sentence - f.v.toks[before.verb].sentence; n < 0 || n > farthestBody {
		return nil
	}
	for i := before.verb; i < d.source.first; i++ {
		if t := &f.doc.Tokens[i]; (t.XPOS == "NNS" || t.XPOS == "NNPS") && deptree.Base(t.Deprel) == "nsubj" {
			return nil
		}
	}
	return before.Speakers
}

// follows reports whether d goes on where before ends: both direct, with nothing but marks and white space between.
func (f *finder) follows(before, d *draft) bool {
	end := before.Content[len(before.Content)-1].End
	return before.Kind == nlp.Direct && end <= d.Content[0].Start && d.Content[0].Start-end <= 4
}

func (f *finder) isFirstPerson(i int) bool {
	switch f.doc.Tokens[i].Lower {
	case "i", "we", "me", "us", "my", "our":
		return true
	}
	return false
}

// entities returns the entities that a source stands for, rising.
func (f *finder) entities(source piece) []int {
	var out []int
	add := func(token int) bool {
		e := f.entityAt(token, source)
		if e == nlp.None {
			return false
		}
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
		return true
	}
	var heads []int
	h := f.headOf(source)
	heads = append(heads, h)
	for c := range f.v.forest.Children(h) {
		if f.doc.Tokens[c].Deprel == "conj" && c < source.end {
			heads = append(heads, c)
		}
	}
	for _, h := range heads {
		if add(h) {
			continue
		}
		for c := range f.v.forest.Children(h) {
			switch deptree.Base(f.doc.Tokens[c].Deprel) {
			case "appos", "flat":
				if c >= source.first && c < source.end && add(c) {
					continue
				}
			}
		}
		switch f.doc.Tokens[h].Lower {
		case "who", "which", "that":
			// The antecedent is what the relative clause hangs on.
			verb := f.doc.Tokens[h].Head
			for range 4 {
				if f.doc.Tokens[verb].Deprel == "acl:relcl" {
					add(f.doc.Tokens[verb].Head)
					break
				}
				verb = f.doc.Tokens[verb].Head
			}
		}
	}
	if len(out) == 0 && len(heads) == 1 {
		e := f.lastNamed(source)
		if e == nlp.None {
			e = f.agency(source, h)
		}
		if e != nlp.None {
			out = append(out, e)
		}
	}
	slices.Sort(out)
	return out
}

// headOf returns the head of a source: the subject, if the tree has torn it and hangs several of its words elsewhere.
func (f *finder) headOf(source piece) int {
	for i := source.first; i < source.end; i++ {
		if t := &f.doc.Tokens[i]; (t.Head < source.first || t.Head >= source.end) && deptree.Base(t.Deprel) == "nsubj" {
			return i
		}
	}
	return f.v.headOf(source)
}

// lastNamed returns the entity whose name ends a source after a title or a common noun, which the tree may have made the head ("Chief
// Superintendent Alan Doyle", "the campaign group Open Shelves"), or None.
func (f *finder) lastNamed(source piece) int {
	last := source.end - 1
	for last > source.first && f.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	for _, m := range f.places.within(f.span(source)) {
		before := firstToken(f.doc, m.Start) - 1
		if m.Kind != nlp.Named || m.End != f.doc.Tokens[last].End || before < source.first {
			continue
		}
		switch t := &f.doc.Tokens[before]; {
		case t.UPOS == "NOUN":
			return m.entity
		case f.doc.Entities[m.entity].Type == nlp.Person && (t.UPOS == "PROPN" || t.Lower == ","):
			return m.entity
		}
	}
	return nlp.None
}

// outlets are nouns for those who bring news, behind their name.
var outlets = []string{"agency", "broadcaster", "channel", "daily", "magazine", "network", "newspaper", "site", "station", "website"}

// agency returns the entity whose name stands before the head of a source that says what kind of outlet it is: "Yonhap news agency". Places and peoples
// only say where that is.
func (f *finder) agency(source piece, head int) int {
	if !slices.Contains(outlets, f.doc.Tokens[head].Lower) {
		return nlp.None
	}
	for _, m := range f.places.within(f.span(piece{first: source.first, end: max(head, source.first+1)})) {
		if t := f.doc.Entities[m.entity].Type; m.Kind != nlp.Named || t == nlp.Location || t == nlp.Group || t == nlp.Person {
			continue
		}
		next := firstToken(f.doc, m.End)
		if !slices.ContainsFunc(f.doc.Tokens[min(next, head):head], func(t nlp.Token) bool { return t.UPOS != "NOUN" && t.UPOS != "ADJ" }) {
			return m.entity
		}
	}
	return nlp.None
}

// entityAt returns the entity of the longest mention around token i, or None. A name that only modifies the source's head, as in
// "Clinton's team", is none of it.
func (f *finder) entityAt(i int, source piece) int {
	t := f.doc.Tokens[i].Span
	around := f.span(source)
	around.Start = min(around.Start, t.Start)
	around.End = max(around.End, t.End)
	if around.End-around.Start > 400 { // a relative clause's antecedent
		around = nlp.Span{Start: max(t.Start-200, 0), End: t.End}
	}
	best, length := nlp.None, 0
	for _, m := range f.places.within(nlp.Span{Start: max(around.Start-80, 0), End: t.End}) {
		if m.Start <= t.Start && t.End <= m.End && m.Len() > length && f.heads(i, m.Span) {
			best, length = m.entity, m.Len()
		}
	}
	return best
}

// heads reports whether token i is the head of the words of s, or part of a name of several words whose head it is.
func (f *finder) heads(i int, s nlp.Span) bool {
	h := f.doc.Tokens[i].Head
	return h == i || !s.Contains(f.doc.Tokens[h].Span) || deptree.Base(f.doc.Tokens[i].Deprel) == "flat"
}
