// Package tag adds parts of speech and lemmas. doc/tagger.md describes the method.
package tag

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed tags.model
var tagsModel []byte

// An Annotator adds the tags of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	model    *linear.Model
	labels   []label
	symbol   int            // the label of faces, nlp.None if there is none
	finite   []int          // the labels of finite verbs
	past     int            // the label of verbs in the past tense, or nlp.None
	sure     map[string]int // labels of forms that have no other
	lemmas   *lemmatizer
	clusters *cluster.Table
}

// A label is a pair of tags.
type label struct{ upos, xpos string }

// New returns the annotator for English.
func New() (*Annotator, error) { return NewFrom(Models{Tags: tagsModel, Sure: sureTxt}) }

// NewFrom returns an annotator with the models that Train gives.
func NewFrom(m Models) (*Annotator, error) {
	model, err := linear.Decode(m.Tags)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	a := &Annotator{model: model, symbol: nlp.None, past: nlp.None}
	if a.sure, err = readSure(m.Sure, model.Labels()); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	for _, l := range model.Labels() {
		upos, xpos, ok := strings.Cut(l, " ")
		if !ok {
			return nil, fmt.Errorf("tagger: bad label %q", l)
		}
		if upos == "SYM" && xpos == "NFP" {
			a.symbol = len(a.labels)
		}
		if upos == "VERB" && xpos == "VBD" {
			a.past = len(a.labels)
		}
		if upos == "VERB" && isFinite(xpos) {
			a.finite = append(a.finite, len(a.labels))
		}
		a.labels = append(a.labels, label{upos, xpos})
	}
	if a.clusters, err = cluster.Default(); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	a.lemmas, err = newLemmatizer()
	return a, err
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Tags }

// Annotate adds the tags and lemmas of doc's tokens.
func (a *Annotator) Annotate(doc *nlp.Document) {
	scores := make([]int32, len(a.labels))
	var features []uint64
	w := window{clusters: a.clusters}
	for _, s := range doc.Sentences {
		w.start(doc, s)
		verbal, verb := false, maybe{lack: mostLack}
		for i := range s.Count {
			tok := &doc.Tokens[s.First+i]
			form := tok.In(doc.Text)
			best, sure := a.sure[form]
			switch {
			case sure:
			case a.symbol != nlp.None && isPicture(form):
				best = a.symbol
			default:
				features = w.features(features[:0], i)
				a.model.Score(scores, features)
				best = linear.Best(scores)
				if a.looksPast(form, a.labels[best], doc, s, s.First+i) {
					best = a.past
				}
				verb = a.likelier(verb, scores, best, s.First+i)
			}
			w.tagged(best)
			a.put(doc, tok, a.labels[best])
			verbal = verbal || isFinite(tok.XPOS) || tok.XPOS == "VB" && (i == 0 || doc.Tokens[s.First+i-1].XPOS != "TO")
		}
		if t := sayingLast(doc, s); verbal && t != nlp.None {
			a.put(doc, &doc.Tokens[t], label{"VERB", "VBZ"})
		}
		if !verbal && verb.lack < mostLack && needsVerb(doc, s) {
			a.put(doc, &doc.Tokens[verb.token], a.labels[verb.label])
		}
	}
}

// put gives tok the tags of l, and its lemma by them.
func (a *Annotator) put(doc *nlp.Document, tok *nlp.Token, l label) {
	tok.UPOS, tok.XPOS = l.upos, l.xpos
	tok.Lemma = a.lemmas.lemma(tok.In(doc.Text), tok.Lower, l.upos, l.xpos)
}

// isPicture reports whether a token is made of emoji and the like, which treebanks of 2012 have too few of to learn from. Universal
// Dependencies tags them as faces are.
func isPicture(form string) bool {
	picture := false
	for _, r := range form {
		switch {
		case unicode.Is(unicode.So, r):
			picture = true
		case unicode.In(r, unicode.Sk, unicode.Mn, unicode.Me, unicode.Cf): // skin tones, variants, joiners
		default:
			return false
		}
	}
	return picture
}
