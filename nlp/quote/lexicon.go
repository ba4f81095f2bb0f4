package quote

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// cues.txt has lemmas by how often they are the heart of a cue in the training data, from 1, seldom, to 5, nearly always.
//
//go:embed cues.txt
var cuesTxt string

// A lexicon maps hashes of lemmas to how often they are cues.
type lexicon map[uint64]uint8

// readLexicon reads the form of cues.txt.
func readLexicon(text string) (lexicon, error) {
	lex := make(lexicon)
	for line := range strings.Lines(text) {
		bin, lemmas, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		n, err := strconv.ParseUint(bin, 10, 3)
		if err != nil {
			return nil, fmt.Errorf("cues: %w", err)
		}
		for _, lemma := range strings.Fields(lemmas) {
			lex[linear.Hash(lemma)] = uint8(n)
		}
	}
	return lex, nil
}
