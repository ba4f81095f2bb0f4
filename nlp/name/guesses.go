package name

import "github.com/hearsay-nlp/hearsay/internal/linear"

// guesses are what the first pass found in a document, for the second to look up.
type guesses struct {
	labels  []uint8
	words   map[uint64]*tally // names of which a word is part, by the word
	phrases map[uint64]*tally // names, by their words
	parts   map[uint64]*tally // names that are longer, by each run of up to two of their words
}

// A tally counts the sorts of names.
type tally [outside + 1]int32

// code returns the most frequent sort, and how sure that is: 0 for nothing counted, else the sort and whether there is another.
func (t *tally) code() uint64 {
	if t == nil {
		return 0
	}
	best, sum := 0, int32(0)
	for s, n := range t {
		sum += n
		if n > t[best] {
			best = s
		}
	}
	if sum == 0 {
		return 0
	}
	share := uint64(1)
	if t[best] == sum {
		share = 2
	}
	return 1 + uint64(best)<<2 | share<<5 | min(uint64(sum), 3)<<8
}

// without returns the tally without one name of the sort given.
func (t *tally) without(sort int) *tally {
	if t == nil || t[sort] == 0 {
		return t
	}
	c := *t
	c[sort]--
	return &c
}

func count(m map[uint64]*tally, key uint64, sort int) {
	t := m[key]
	if t == nil {
		t = new(tally)
		m[key] = t
	}
	t[sort]++
}

// newGuesses counts the names that labels make.
func (v *view) newGuesses(labels []uint8) *guesses {
	g := &guesses{labels, make(map[uint64]*tally), make(map[uint64]*tally), make(map[uint64]*tally)}
	for i := range v.toks {
		if t := &v.toks[i]; t.capital && t.style != capitals {
			count(g.words, t.lower, sort(int(labels[i])))
		}
	}
	for _, s := range spans(labels) {
		count(g.phrases, v.phrase(s.first, s.end), s.sort)
		for n := 1; n <= 2 && n < s.end-s.first; n++ {
			for i := s.first; i+n <= s.end; i++ {
				count(g.parts, v.phrase(i, i+n), s.sort)
			}
		}
	}
	return g
}

// phrase returns a hash of the words of tokens [first, end).
func (v *view) phrase(first, end int) uint64 {
	h := uint64(0)
	for i := first; i < end; i++ {
		h = linear.With(h, v.toks[i].lower)
	}
	return h
}

// secondTemplate is the first template of the second pass's own features.
const secondTemplate = 100

// extra returns what appends the features that the second pass has besides those of the first, whose labels are given.
func (v *view) extra(labels []uint8) linear.Features {
	g := v.newGuesses(labels)
	return func(list []uint64, i int) []uint64 { return v.second(list, i, g) }
}

// second appends the features of token i that the second pass has besides those of the first.
func (v *view) second(list []uint64, i int, g *guesses) []uint64 {
	f := features{list, secondTemplate}
	t := &v.toks[i]
	n := t.sentence
	label := func(j int) uint64 {
		if v.at(j, n) == &edge {
			return labelCount
		}
		return uint64(g.labels[j])
	}
	f.add(label(i))
	f.add2(label(i), t.shapes)
	f.add2(label(i), t.lower)
	f.add3(label(i-1), label(i), label(i+1))
	f.add2(label(i-2), label(i-1))
	f.add2(label(i+1), label(i+2))
	own := g.labels[i]
	var word *tally
	if t.capital && t.style != capitals {
		word = g.words[t.lower].without(sort(int(own))) // the other places of the word
	} else if t.capital {
		word = g.words[t.lower]
	}
	f.add2(word.code(), label(i))
	f.add2(word.code(), bit(t.first)<<2|uint64(t.style))
	f.add3(g.word(v.at(i-1, n)), word.code(), g.word(v.at(i+1, n)))
	if own != 0 {
		first, end := i, i+1
		for first > 0 && v.at(first-1, n) != &edge && place(int(g.labels[first])) != beginning && place(int(g.labels[first])) != only {
			first--
		}
		for end < len(v.toks) && v.at(end, n) != &edge && place(int(g.labels[end-1])) != last && place(int(g.labels[end-1])) != only {
			end++
		}
		key := v.phrase(first, end)
		f.add2(g.phrases[key].without(sort(int(own))).code(), label(i))
		f.add2(g.parts[key].code(), label(i))
	} else if t.capital {
		f.next += 2
		f.add(g.phrases[v.phrase(i, i+1)].code())
		f.add(g.parts[v.phrase(i, i+1)].code())
		if v.at(i+1, n) != &edge {
			f.add(g.phrases[v.phrase(i, i+2)].code())
		}
	}
	return f.list
}

func (g *guesses) word(t *facts) uint64 {
	if !t.capital {
		return 0
	}
	return g.words[t.lower].code()
}
