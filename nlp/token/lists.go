package token

import (
	_ "embed"
	"fmt"
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
