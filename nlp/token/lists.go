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

// readSets reads lines of the form "name: words"; lines that begin with # are comments.
func readSets(text string) (map[string]set, error) {
	sets := make(map[string]set)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		name, list, ok := strings.Cut(line, ": ")
		if !ok || sets[name] != nil {
			return nil, fmt.Errorf("token: bad list %q", line)
		}
		sets[name] = readSet(list)
	}
	return sets, nil
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
	sets, err := readSets(wordsTxt)
	if err != nil {
		return words{}, err
	}
	w := words{
		prefixes: sets["prefix"], suffixes: sets["suffix"], units: sets["unit"],
		files: sets["file"], sites: sets["site"], faces: sets["face"], marked: sets["marked"],
		elided: sets["elided"], slashed: sets["slashed"], dangling: sets["dangling"],
		cuts: sets["double"].cuts(),
	}
	maps.Copy(w.cuts, sets["bare"].cuts())
	for face := range w.faces {
		w.faceStarts[face[0]] = true
	}
	for word := range w.cuts {
		w.cutEnds[word[len(word)-1]] = true
	}
	return w, nil
}

// speech are the lists of speech.txt.
type speech struct{ verbs, verbsTo, after, content, clock set }

func newSpeech() (speech, error) {
	sets, err := readSets(speechTxt)
	if err != nil {
		return speech{}, err
	}
	return speech{sets["verb"], sets["verb to"], sets["after"], sets["content"], sets["clock"]}, nil
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
