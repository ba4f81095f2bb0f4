// Package token splits text into tokens and sentences, in the manner of the Universal Dependencies treebanks of English
// (https://universaldependencies.org/en/). doc/tokens.md lists the rules.
package token

import (
	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Annotator adds the tokens and sentences of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	abbreviations
	words
	speech
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	a := &Annotator{}
	var err error
	if a.abbreviations, err = newAbbreviations(); err != nil {
		return nil, err
	}
	if a.words, err = newWords(); err != nil {
		return nil, err
	}
	if a.speech, err = newSpeech(); err != nil {
		return nil, err
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return 0 }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Sentences | nlp.Tokens }

// Annotate adds the tokens and sentences of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	s := splitter{Annotator: a, text: doc.Text, low: lowerInPlace(doc.Text), tokens: make([]nlp.Token, 0, len(doc.Text)/4+1)}
	s.split()
	doc.Tokens = s.tokens
	doc.Sentences = a.sentences(doc)
}
