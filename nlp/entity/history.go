package entity

import "github.com/hearsay-nlp/hearsay/nlp"

// A history is what has been said of a chain so far. The functions that its mentions have in this sentence and the one before are
// a row of the entity grid of Barzilay and Lapata (2008, "Modeling Local Coherence"): what was the subject a sentence ago is what
// pronouns refer to (Grosz, Joshi and Weinstein 1995, "Centering").
type history struct {
	last     int    // last mention, or None
	count    int    // mentions
	pronouns int    // those that are pronouns
	subjects int    // those that are subjects
	sentence int    // of the last mention
	now      uint16 // functions of the mentions in that sentence, a bit for each place
	before   uint16 // and in the sentence before it
}

// note adds mention m.
func (h *history) note(r *resolver, m int) {
	x := &r.mentions[m]
	s := r.sentence[x.head]
	h.now, h.before = h.places(s), h.places(s-1)
	h.sentence = s
	h.now |= 1 << x.place
	h.last = m
	h.count++
	if x.kind == nlp.Pronoun {
		h.pronouns++
	}
	if x.place == subject {
		h.subjects++
	}
}

// places returns the functions of the mentions in sentence s, if that is the sentence of the last mention or the one before.
func (h *history) places(s int) uint16 {
	switch {
	case h.count == 0:
	case h.sentence == s:
		return h.now
	case h.sentence == s+1:
		return h.before
	}
	return 0
}

// foremost returns the most prominent of places: subject, object, owner, any other, none.
func foremost(places uint16) uint64 {
	switch {
	case places == 0:
		return 0
	case places&(1<<subject) != 0:
		return 4
	case places&(1<<object) != 0:
		return 3
	case places&(1<<owner) != 0:
		return 2
	}
	return 1
}
