// Package name finds names and their types. doc/names.md describes the method: two passes of a structured perceptron label the tokens
// (the recipe of Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009), the second
// of which sees what the first found in the whole document (Krishnan and Manning, "An Effective Two-Stage Model for Exploiting
// Non-Local Dependencies in Named Entity Recognition", ACL 2006). The labels are the four of CoNLL-2003; what is miscellaneous
// there is refined by word lists.
package name

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/internal/logistic"
	"github.com/hearsay-nlp/hearsay/nlp"
)

var (
	//go:embed first.model
	firstModel []byte
	//go:embed second.model
	secondModel []byte
)

// An Annotator adds the names of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	gazetteer *gazetteer
	clusters  *cluster.Table
	sorts     sorts
	passes    *linear.TwoPass
	weights   []float64 // of ConfidenceFeatures
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	a := new(Annotator)
	var err error
	if a.gazetteer, err = readGazetteer(gazetteerModel); err != nil {
		return nil, fmt.Errorf("names: gazetteer: %w", err)
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if a.sorts, err = readSorts(sortsTxt); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if a.passes, err = linear.NewTwoPass(firstModel, secondModel, LabelNames, Allowed); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if a.weights, err = logistic.Read(confidenceTxt, ConfidenceFeatures); err != nil {
		return nil, fmt.Errorf("names: confidence: %w", err)
	}
	return a, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens | nlp.Tags }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Names }

// Annotate adds the names of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	names := []nlp.Name{}
	a.find(doc, func(n nlp.Name, evidence [3]float64) {
		n.Confidence = a.confidence(evidence)
		names = append(names, n)
	})
	doc.Names = names
}

// find calls do with each name of doc and the evidence for it.
func (a *Annotator) find(doc *nlp.Document, do func(nlp.Name, [3]float64)) {
	v := newView(doc, a.gazetteer, a.clusters)
	sure := make([]int32, len(v.toks))
	first := func(list []uint64, i int) []uint64 {
		if v.nameless(i) {
			return list
		}
		return v.first(list, i)
	}
	extra := func(labels []uint8) linear.Features {
		second := v.extra(labels)
		return func(list []uint64, i int) []uint64 {
			if v.nameless(i) {
				return list
			}
			return second(list, i)
		}
	}
	labels := a.passes.Label(len(v.toks), v.sentences, first, extra, func(from int, labels []int, l *linear.Lattice) {
		for k, b := range labels {
			sure[from+k] = margin(l.Scores[k*labelCount:(k+1)*labelCount], b)
		}
	})
	for _, s := range spans(labels) {
		s = v.addressed(s)
		switch {
		case v.ownsArticle(s):
			s.first--
			sure[s.first] = sure[s.first+1]
		case v.hasOtherArticle(s):
			s.first++
		}
		evidence := evidenceOf(sure[s.first:s.end])
		if v.hyphenated(s) {
			s.end += 2
			s.sort = person
		}
		do(nlp.Name{
			Span: nlp.Span{Start: doc.Tokens[s.first].Start, End: doc.Tokens[s.end-1].End}, Type: a.typeOf(v, s),
			First: s.first, Count: s.end - s.first,
		}, evidence)
	}
}

// reach of a name over words without capital letters: "Bank of the West".
const lowerReach = 2

// nameless reports whether token i is in no name for sure, so that nobody needs to look at it: it stands among words in small letters, in a
// sentence that has others too. In news, that is more than half of all tokens.
func (v *view) nameless(i int) bool {
	n := v.toks[i].sentence
	for j := i - lowerReach; j <= i+lowerReach; j++ {
		if t := v.at(j, n); t.marked {
			return false
		}
	}
	return v.toks[i].style == plain
}

// formOfAddress reports whether t stands before the names of persons and of nothing else.
func formOfAddress(t *nlp.Token) bool {
	switch strings.TrimSuffix(t.Lower, ".") {
	case "mr", "mrs", "ms", "mx", "messrs", "dr", "prof":
		return true
	}
	return false
}

// addressed returns s as a person, without the form of address, if one stands in it or before it.
func (v *view) addressed(s span) span {
	tokens := v.doc.Tokens
	switch {
	case s.end-s.first > 1 && formOfAddress(&tokens[s.first]):
		s.first++
		s.sort = person
	case s.first > 0 && v.toks[s.first-1].sentence == v.toks[s.first].sentence && formOfAddress(&tokens[s.first-1]):
		s.sort = person
	}
	return s
}

// hyphenated reports whether s goes on with a hyphen and a syllable in small letters, as the names of Koreans do: "Gil Tae-seong", but not "a Barack
// Obama-era law".
func (v *view) hyphenated(s span) bool {
	tokens := v.doc.Tokens
	if s.end-s.first < 2 || s.end+1 >= len(tokens) || v.toks[s.end+1].sentence != v.toks[s.first].sentence {
		return false
	}
	last, hyphen, next := &tokens[s.end-1], &tokens[s.end], &tokens[s.end+1]
	if hyphen.Lower != "-" || last.End != hyphen.Start || hyphen.End != next.Start || last.Len() > 6 || next.Len() > 6 || tails[next.Lower] {
		return false
	}
	if syllable := next.In(v.doc.Text); syllable != next.Lower || next.XPOS == "VBN" || next.XPOS == "VBG" || !isLetters(syllable) {
		return false
	}
	if after := s.end + 2; after < len(tokens) && v.toks[after].sentence == v.toks[s.first].sentence {
		switch tokens[after].UPOS {
		case "NOUN", "ADJ":
			return false
		}
	}
	return true
}

// tails are what English puts behind a hyphen.
var tails = map[string]bool{
	"area": true, "bound": true, "era": true, "esque": true, "free": true, "ish": true, "like": true, "plus": true, "only": true, "style": true, "type": true,
	"wide": true, "wise": true, "elect": true,
}

// isLetters reports whether s has none but letters of English.
func isLetters(s string) bool {
	for _, c := range s {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// ownsArticle reports whether the article before s is part of the name, which its capital letter says where none is due: "told The
// Telegraph".
func (v *view) ownsArticle(s span) bool {
	i := s.first - 1
	if s.sort == person || i < 1 || v.toks[i].sentence != v.toks[s.first].sentence || v.toks[i-1].sentence != v.toks[i].sentence {
		return false
	}
	before := v.doc.Tokens[i-1].Lower
	return v.doc.Tokens[i].In(v.doc.Text) == "The" && v.toks[i].style == plain && (before == "," || !v.toks[i-1].capital && before[0] >= 'a' && before[0] <= 'z')
}

// hasOtherArticle reports whether s begins with the article that a sentence needs before a name: "The World Health Organization". Newspapers
// and The Hague keep theirs; what else does is told by capitals within a sentence.
func (v *view) hasOtherArticle(s span) bool {
	return s.end-s.first > 1 && (s.sort == organization || s.sort == location) && v.doc.Tokens[s.first].Lower == "the" &&
		(s.first == 0 || v.toks[s.first-1].sentence != v.toks[s.first].sentence) && !keepsArticle(v.doc.Tokens[s.end-1].Lower)
}

// keepsArticle reports whether names that end with a word begin with an article of their own, as most newspapers' do.
func keepsArticle(last string) bool {
	switch last {
	case "atlantic", "chronicle", "conversation", "courier", "economist", "express", "gazette", "globe", "guardian", "hague", "herald", "independent",
		"intercept", "journal", "mail", "mirror", "news", "observer", "post", "record", "register", "scotsman", "spectator", "standard",
		"star", "sun", "telegraph", "times", "tribune", "week":
		return true
	}
	return false
}

// sentences calls do with the range of tokens of each sentence.
func (v *view) sentences(do func(from, end int) bool) {
	for _, s := range v.doc.Sentences {
		if !do(s.First, s.First+s.Count) {
			return
		}
	}
}
