package entity

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// joinShortForms joins the short form of a name to the long one, if the text has only one long one: "Scientology" … "Church of
// Scientology", "the Times" … "The New York Times". Of places only what tells their sort may be left out ("New York City"), and
// "the North" is the one place whose name begins so: West Virginia is not Virginia.
func (r *resolver) joinShortForms() {
	type bearer struct {
		name  int // index
		chain int
	}
	bearers := make(map[string][]bearer) // names of several words by each of their words
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] == nlp.Person || r.typed[x.name] == nlp.Group {
			continue
		}
		f := &r.forms[x.name]
		if len(f.words) < 2 {
			continue
		}
		for _, w := range f.words {
			list := bearers[w]
			if len(list) < maxBearers && !slices.ContainsFunc(list, func(b bearer) bool { return b.chain == x.chain }) {
				bearers[w] = append(list, bearer{x.name, x.chain})
			}
		}
	}
	done := make(map[int]bool) // chains
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		f, t := &r.forms[x.name], r.typed[x.name]
		if t == nlp.Person || t == nlp.Group || len(f.words) == 0 || done[x.chain] {
			continue
		}
		done[x.chain] = true
		to, toEnds, several := nlp.None, false, false
		for _, b := range bearers[rarest(f.words, func(w string) int { return len(bearers[w]) })] {
			long := r.forms[b.name].words
			c := r.find(b.chain)
			if c == r.find(x.chain) || len(long) <= len(f.words) || r.chains[c].typ != t || !shortens(t, f.words, long) {
				continue
			}
			// "Rovers" are Kelham Rovers rather than the Rovers Trust, which is called after them.
			ends := slices.Equal(long[len(long)-len(f.words):], f.words)
			switch {
			case to == c:
				toEnds = toEnds || ends
			case to == nlp.None || ends && !toEnds:
				to, toEnds, several = c, ends, false
			case ends == toEnds:
				several = true
			}
		}
		if to != nlp.None && !several {
			r.join(to, x.chain)
		}
	}
}

// rarest returns the word with the lowest count.
func rarest(words []string, count func(string) int) string {
	best := words[0]
	for _, w := range words[1:] {
		if count(w) < count(best) {
			best = w
		}
	}
	return best
}

var (
	compassPoints = wordSet("north south east west")
	placeSorts    = wordSet("city state republic county province river lake mount mountain island islands town of the federal democratic people's kingdom district region oblast prefecture governorate")
)

// shortens reports whether short can stand for long, both names of type t.
func shortens(t nlp.EntityType, short, long []string) bool {
	at := nlp.None
	for i := 0; i+len(short) <= len(long); i++ {
		if slices.Equal(long[i:i+len(short)], short) {
			at = i
			break
		}
	}
	if at == nlp.None {
		return false
	}
	rest := slices.Concat(long[:at], long[at+len(short):])
	switch {
	case t == nlp.Location && len(short) == 1 && compassPoints[short[0]]:
		return at == 0
	case t == nlp.Location:
		return !slices.ContainsFunc(rest, func(w string) bool { return !placeSorts[w] }) || buildings[long[len(long)-1]] && at+len(short) == len(long)
	case t == nlp.Work || t == nlp.Product || t == nlp.Event:
		return at == 0 || at+len(short) == len(long)
	}
	// What is left must not be a sort of body alone: "the Ministry" is short for one ministry, "Defence" is not.
	return at == 0 || at+len(short) == len(long) && !strings.HasSuffix(long[max(at-1, 0)], "'s") || at > 0 && long[at-1] == "of"
}

// buildings are the last words of the names of buildings, which lose what stands before: "Mecca's Grand Mosque".
var buildings = wordSet("mosque church cathedral temple palace castle hotel airport station stadium arena bridge tower hospital museum theatre theater prison hall house square park street base")
