package entity

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// maxBearers bounds how many chains are looked through that have a word in common, so that a document which names a thousand
// people called Smith takes no longer than others.
const maxBearers = 8

// joinSameNames makes chains of equal names of one type. Single words that name persons are left to joinPersons.
func (r *resolver) joinSameNames() {
	type key struct {
		form string
		typ  nlp.EntityType
	}
	chains := make(map[key]int)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		f, t := &r.forms[x.name], r.typed[x.name]
		if t == nlp.Person && len(f.words) == 1 {
			continue
		}
		k := key{f.key, t}
		if c, ok := chains[k]; ok {
			r.attach(m, c)
		} else {
			chains[k] = r.newChain(m)
		}
	}
}

// joinPersons joins the forms of a person's name: first "J. Smith", "John Smith" and "John F. Smith"; then single names go to
// whoever of that name was last spoken of, or else to the first yet to come. So Jane and John Smith stay apart, and "Smith" is
// the one before it; "Ms Smith" is she of whom nothing says she is a man.
func (r *resolver) joinPersons() {
	bearers := make(map[string][]int) // chains by word of their names, last first
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person {
			continue
		}
		f := &r.forms[x.name]
		if len(f.words) < 2 {
			continue
		}
		surname := f.words[len(f.words)-1]
		for _, c := range bearers[surname] {
			if r.find(c) != r.find(x.chain) && samePerson(r.fullName(c), f.words) && sexesAgree(r.chains[r.find(c)].gender, f.gender) {
				r.join(c, x.chain)
				break
			}
		}
		c := r.find(x.chain)
		for _, w := range f.words {
			list := slices.DeleteFunc(bearers[w], func(d int) bool { return r.find(d) == c })
			bearers[w] = slices.Insert(list, 0, c)[:min(len(list)+1, maxBearers)]
		}
	}
	r.joinSingleNames()
}

// joinSingleNames joins surnames and given names to full names.
func (r *resolver) joinSingleNames() {
	before := make(map[string][]int) // chains by word, the last spoken of first
	after := make(map[string]int)    // first chain by word
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind == nlp.Named && r.typed[x.name] == nlp.Person && x.chain != nlp.None {
			for _, w := range r.forms[x.name].words {
				if _, ok := after[w]; !ok {
					after[w] = x.chain
				}
			}
		}
	}
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person {
			continue
		}
		f := &r.forms[x.name]
		if len(f.words) == 1 {
			w := f.words[0]
			to := nlp.None
			for _, c := range before[w] {
				if sexesAgree(r.chains[r.find(c)].gender, f.gender) {
					to = r.find(c)
					break
				}
			}
			if c, ok := after[w]; to == nlp.None && ok && sexesAgree(r.chains[r.find(c)].gender, f.gender) {
				to = r.find(c)
			}
			if to == nlp.None {
				r.newChain(m)
			} else {
				r.attach(m, to)
			}
		}
		c := r.find(x.chain)
		for _, w := range f.words {
			list := before[w]
			if len(list) > 0 && r.find(list[0]) == c {
				continue
			}
			list = slices.DeleteFunc(list, func(d int) bool { return r.find(d) == c })
			list = slices.Insert(list, 0, c)
			before[w] = list[:min(len(list), maxBearers)]
		}
	}
}

// fullName returns the words of the longest name in chain c.
func (r *resolver) fullName(c int) []string {
	ch := &r.chains[r.find(c)]
	var best []string
	for _, m := range ch.mentions[:min(len(ch.mentions), maxBearers)] {
		if x := &r.mentions[m]; x.kind == nlp.Named && len(r.forms[x.name].words) > len(best) {
			best = r.forms[x.name].words
		}
	}
	return best
}

// samePerson reports whether two full names with one surname can be one person's: the first names are equal, or one is the
// initial or the beginning of the other ("Joe", "Joseph" are not told).
func samePerson(a, b []string) bool {
	x, y := a[0], b[0]
	if len(a) < 2 || len(b) < 2 || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	if x == y {
		return len(a) != len(b) || slices.Equal(a, b) || len(a) < 3 || initial(a[1]) == initial(b[1])
	}
	if len(x) == 1 || len(y) == 1 {
		return initial(x) == initial(y)
	}
	// "Robert John Smith", "John Smith": the shorter is the end of the longer.
	if len(a) != len(b) {
		long, short := a, b
		if len(long) < len(short) {
			long, short = short, long
		}
		return slices.Equal(long[len(long)-len(short):], short)
	}
	return len(x) > 2 && len(y) > 2 && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x))
}

// sexesAgree reports whether two genders can be one person's.
func sexesAgree(a, b gender) bool { return a == b || a == unknownGender || b == unknownGender }
