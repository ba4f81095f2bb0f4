// Package token splits text into tokens and sentences, in the manner of the Universal Dependencies treebanks of English
// (https://universaldependencies.org/en/). doc/tokens.md lists the rules.
package token

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed abbreviations.txt
var abbreviationsTxt string

//go:embed starters.txt
var startersTxt string

// An Annotator adds the tokens and sentences of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	titles   map[string]bool // abbreviations after which no sentence ends
	others   map[string]bool // abbreviations after which one may end
	starters map[string]bool // words that begin one then
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	a := &Annotator{titles: make(map[string]bool), others: make(map[string]bool), starters: make(map[string]bool)}
	for line := range strings.Lines(abbreviationsTxt) {
		name, list, _ := strings.Cut(line, ":")
		var set map[string]bool
		switch {
		case strings.HasPrefix(line, "#"), strings.TrimSpace(line) == "":
			continue
		case name == "title":
			set = a.titles
		case name == "other":
			set = a.others
		default:
			return nil, fmt.Errorf("token: abbreviations of unknown sort %q", name)
		}
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
	}
	for line := range strings.Lines(startersTxt) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				a.starters[w] = true
			}
		}
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return 0 }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Sentences | nlp.Tokens }

// Annotate adds the tokens and sentences of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	s := splitter{Annotator: a, text: doc.Text, tokens: make([]nlp.Token, 0, len(doc.Text)/5+1)}
	s.split()
	doc.Tokens = s.tokens
	for i := range doc.Tokens {
		doc.Tokens[i].Lower = lower(doc.Tokens[i].In(doc.Text))
		doc.Tokens[i].Head = i
	}
	doc.Sentences = a.sentences(doc)
}

// lower returns the lower-case form of s with curly apostrophes made straight; it is s itself, without copying, if it can be.
func lower(s string) string {
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ToLower(s)
}
