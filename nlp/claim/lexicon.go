package claim

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed verbs.txt
var verbsTxt string

//go:embed words.txt
var wordsTxt string

// A lexicon maps lemmas to the classes that they are in.
type lexicon map[string]class

// class is a set of the classes of verbs.txt and words.txt.
type class uint32

const (
	accuse class = 1 << iota
	deny
	demand
	describe
	commit
	wish
	speak
	wrong
	toll
	opinion
	guilt
	allegation
	people
	effort
)

// classNames are the names of the classes in the files, in the order of the constants.
var classNames = [...]string{
	"accuse", "deny", "demand", "describe", "commit", "wish", "speak", "wrong", "toll", "opinion", "guilt", "allegation", "people", "effort",
}

// readLexicon reads the classes of a file.
func readLexicon(text string) (lexicon, error) {
	byName := make(map[string]class)
	for i, name := range classNames {
		byName[name] = 1 << i
	}
	lex := make(lexicon)
	for line := range strings.Lines(text) {
		name, lemmas, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		c, ok := byName[name]
		if !ok {
			return nil, fmt.Errorf("claim: unknown class %q of words", name)
		}
		for _, lemma := range strings.Fields(lemmas) {
			lex[lemma] |= c
		}
	}
	return lex, nil
}

// of returns the classes of a lemma, in American spelling or British.
func (l lexicon) of(lemma string) class {
	if c, ok := l[lemma]; ok {
		return c
	}
	if stem, ok := strings.CutSuffix(lemma, "ise"); ok {
		return l[stem+"ize"]
	}
	return 0
}
