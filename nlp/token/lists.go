package token

import (
	_ "embed"
	"fmt"
	"maps"
	"strings"
)

//go:embed abbreviations.txt
var abbreviationsTxt string

//go:embed starters.txt
var startersTxt string

//go:embed words.txt
var wordsTxt string

//go:embed speech.txt
var speechTxt string

// A set is a list of words in small letters.
type set map[string]bool

// readSets reads lines of the form "name: words" into the sets that have these names, each of which must be there once. Lines that
// begin with # are comments.
func readSets(text string, sets map[string]*set) error {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		name, list, _ := strings.Cut(line, ": ")
		s := sets[name]
		if s == nil || *s != nil {
			return fmt.Errorf("token: list %q is unknown or there twice", name)
		}
		*s = readSet(list)
	}
	for name, s := range sets {
		if *s == nil {
			return fmt.Errorf("token: no list %q", name)
		}
	}
	return nil
}

// words are the lists of words.txt.
type words struct {
	prefixes, suffixes, units   set
	files, sites, faces, marked set
	elided, slashed, dangling   set
	cuts                        map[string]int // words that are cut in two, and where

	// Most tokens are told by one byte to be in no list.
	faceStarts, cutEnds [256]bool
}

func newWords() (words, error) {
	var w words
	var double, bare set
	err := readSets(wordsTxt, map[string]*set{
		"prefix": &w.prefixes, "suffix": &w.suffixes, "unit": &w.units,
		"file": &w.files, "site": &w.sites, "face": &w.faces, "marked": &w.marked,
		"elided": &w.elided, "slashed": &w.slashed, "dangling": &w.dangling,
		"double": &double, "bare": &bare,
	})
	w.cuts = double.cuts()
	maps.Copy(w.cuts, bare.cuts())
	for face := range w.faces {
		w.faceStarts[face[0]] = true
	}
	for word := range w.cuts {
		w.cutEnds[word[len(word)-1]] = true
	}
	return w, err
}

// speech are the lists of speech.txt.
type speech struct{ verbs, verbsTo, after, content, clock set }

func newSpeech() (speech, error) {
	var s speech
	err := readSets(speechTxt, map[string]*set{
		"verb": &s.verbs, "verb to": &s.verbsTo, "after": &s.after, "content": &s.content, "clock": &s.clock,
	})
	return s, err
}

// readSet reads words, and skips lines that begin with #.
func readSet(text string) set {
	words := make(set)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			words[w] = true
		}
	}
	return words
}

// cuts returns the words of s, whose parts are set apart by a bar, with the length of their first part.
func (s set) cuts() map[string]int {
	out := make(map[string]int, len(s))
	for w := range s {
		before, after, _ := strings.Cut(w, "|")
		out[before+after] = len(before)
	}
	return out
}
