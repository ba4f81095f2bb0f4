package claim

import (
	_ "embed"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed senses.txt
var sensesTxt string

//go:embed states.txt
var statesTxt string

// A sense is the word that stands for a lemma where claims are compared, and whether the lemma says its opposite.
type sense struct {
	word     string
	opposite bool
}

// senses maps the lemmas of senses.txt.
type senses map[string]sense

func readSenses(text string) senses {
	s := make(senses)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		same, opposite, _ := strings.Cut(line, "/")
		words := strings.Fields(same)
		for _, w := range words {
			s[w] = sense{words[0], false}
		}
		for _, w := range strings.Fields(opposite) {
			s[w] = sense{words[0], true}
		}
	}
	return s
}

// at returns the sense of token t of doc, whose lemma, or form, the table may have.
func (s senses) at(tok *nlp.Token) sense {
	if x, ok := s[tok.Lower]; ok {
		return x
	}
	return s.of(tok.Lemma)
}

// of returns the sense of a lemma, which stands for itself if the table does not have it.
func (s senses) of(lemma string) sense {
	lemma = strings.ToLower(lemma)
	if x, ok := s[lemma]; ok {
		return x
	}
	return sense{lemma, false}
}

// known reports whether the table has a lemma.
func (s senses) known(lemma string) bool {
	_, ok := s[strings.ToLower(lemma)]
	return ok
}

// readStates maps the names of states.txt, of states and of seats of governments, and the words for peoples, to the state.
func readStates(text string) map[string]string {
	states := make(map[string]string)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		names := strings.Split(strings.TrimSpace(line), "|")
		for _, n := range names {
			states[n] = names[0]
		}
	}
	return states
}
