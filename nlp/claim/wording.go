package claim

import (
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A wording is what the model of disputes needs of the words of one claim.
type wording struct {
	tokens  int
	fields  []field // of its words
	lines   []int16 // of opposites.txt
	cue     string  // the lemma of the verb of its quote
	no, all bool    // has a word such as "never"; such as "every"
	past    bool    // tells what was
	nobody  bool    // says that none did it
	takesUp bool    // of an "it" or "they" that was spoken of
}

// A field is a word with the narrow semantic field that it belongs to.
type field struct {
	class uint16
	lemma string
}

// wordingOf returns the wording of claim i.
func (c *comparer) wordingOf(i int) wording {
	claim, s := &c.doc.Claims[i], &c.stated[i]
	first, last := c.tokensIn(claim.Span)
	w := wording{tokens: last - first + 1, past: c.bygone(s.head) || c.pastCopula(s.head)}
	for t := first; t <= last; t++ {
		tok := &c.doc.Tokens[t]
		w.lines = append(w.lines, c.opposing.of(tok)...)
		w.no = w.no || noWords[tok.Lower]
		w.all = w.all || allWords[tok.Lower]
		switch tok.UPOS {
		case "NOUN", "VERB", "ADJ":
			if class := c.clusters.Of(linear.Hash(tok.Lower)).Narrow; class != 0 && !c.inTime(t) && c.covering(tok.Span) == nlp.None {
				w.fields = append(w.fields, field{class, tok.Lemma})
			}
		}
	}
	if subject := c.subject(s.head); subject != nlp.None {
		w.nobody, w.takesUp = c.none(subject), c.takenUp(subject)
	}
	if q := claim.Quote; q != nlp.None {
		if t := c.cueHead(c.quotes[q].Cue); t != nlp.None {
			w.cue = c.doc.Tokens[t].Lemma
		}
	}
	return w
}

var (
	noWords  = wordSet("no", "never", "none", "nobody", "nothing", "not", "n't", "nor", "neither")
	allWords = wordSet("all", "every", "each", "always", "ever", "any", "fully", "entirely", "completely", "everything", "everyone")
)

func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range words {
		set[w] = true
	}
	return set
}

// akin counts the words of the later claim in whose narrow field the earlier one has another.
func (p *pair) akin() int {
	n := 0
	for _, f := range p.u.fields {
		if slices.ContainsFunc(p.v.fields, func(g field) bool { return g.class == f.class && g.lemma != f.lemma }) {
			n++
		}
	}
	return n
}

// sharedWords counts what both claims speak of, but for entities and those who make them.
func (p *pair) sharedWords() int {
	n := 0
	for _, k := range p.a.keys {
		if isEntity(k) || p.a.party.has(k) || p.b.party.has(k) {
			continue
		}
		if _, ok := slices.BinarySearch(p.b.keys, k); ok || k == p.b.predicate {
			n++
		}
	}
	if p.a.predicate != "" && slices.Contains(p.b.keys, p.a.predicate) {
		n++
	}
	return n
}

// likeness tells how much the two claims are alike in what they speak of.
func (p *pair) likeness() int {
	n := 2*p.sharedWords() + p.akin()
	if p.a.subject != "" && p.a.subject == p.b.subject {
		n++
	}
	if p.sameUnit() {
		n += 2
	}
	return n
}

// sameUnit reports whether both count the same.
func (p *pair) sameUnit() bool {
	return slices.ContainsFunc(p.a.counted, func(x counted) bool {
		return x.unit != "" && slices.ContainsFunc(p.b.counted, func(y counted) bool { return y.unit == x.unit })
	})
}

// sameKind reports whether both have numbers of one kind.
func (p *pair) sameKind() bool {
	return slices.ContainsFunc(p.a.counted, func(x counted) bool {
		return slices.ContainsFunc(p.b.counted, func(y counted) bool { return y.Kind == x.Kind })
	})
}
