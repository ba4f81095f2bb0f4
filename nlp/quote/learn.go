package quote

import (
	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Text is a document as the labellers see it. It is for training only.
type Text struct{ v *view }

// NewText returns the view of a document that has sentences, tokens, tags and trees; cues is a lexicon in the form of cues.txt.
func NewText(doc *nlp.Document, cues string) (*Text, error) {
	lex, err := readLexicon(cues)
	if err != nil {
		return nil, err
	}
	clusters, err := cluster.Default()
	if err != nil {
		return nil, err
	}
	return &Text{newView(doc, lex, clusters)}, nil
}

// Paragraphs returns the ranges of tokens that are labelled together.
func (t *Text) Paragraphs() [][2]int {
	var out [][2]int
	for _, p := range t.v.paras {
		out = append(out, [2]int{int(p.first), int(p.end)})
	}
	return out
}

// First adds the features of token i for the first pass to list.
func (t *Text) First(list []uint64, i int) []uint64 { return t.v.first(list, i) }

// Second returns a function that adds the features of token i for the second pass, given the labels of the first.
func (t *Text) Second(labels []uint8) func(list []uint64, i int) []uint64 {
	extra := t.v.extra(labels)
	return func(list []uint64, i int) []uint64 { return extra(t.v.first(list, i), i) }
}

// Label returns the labels of the document's tokens for spans of each kind: sources, cues, contents.
func (t *Text) Label(sources, cues, contents []nlp.Span) []uint8 {
	labels := make([]uint8, len(t.v.toks))
	for k, spans := range [][]nlp.Span{sources, cues, contents} {
		begin := uint8(labelBSource + 2*k)
		for _, s := range spans {
			first := true
			for i := firstToken(t.v.doc, s.Start); i < len(labels) && t.v.doc.Tokens[i].Start < s.End; i++ {
				switch {
				case labels[i] != labelO:
				case first:
					labels[i] = begin
					first = false
				default:
					labels[i] = begin + 1
				}
			}
		}
	}
	for i, l := range labels {
		if isInside(l) && (i == 0 || labels[i-1] != l && labels[i-1] != l-1) {
			labels[i] = l - 1
		}
	}
	return labels
}

// A Linking is the pieces that labels make, to be linked in the order of their numbers.
type Linking struct{ l *linker }

// Linking returns the pieces that labels make.
func (t *Text) Linking(labels []uint8) *Linking { return &Linking{newLinker(t.v, t.v.pieces(labels))} }

// Len returns the number of pieces.
func (l *Linking) Len() int { return len(l.l.pieces) }

// Piece returns the kind of piece i, 0 source, 1 cue, 2 content, and its first token.
func (l *Linking) Piece(i int) (kind, first int) {
	return int(l.l.pieces[i].kind), l.l.pieces[i].first
}

// Candidates returns what piece i, a cue or a content, may be linked with, and the index in LinkLabels of such links.
func (l *Linking) Candidates(i int) (candidates []int, label int) {
	if l.l.pieces[i].kind == cuePiece {
		return append(l.l.candidates(i, sourcePiece, 0, nil), nlp.None), sourceLink
	}
	return l.l.candidates(i, cuePiece, 2, nil), contentLink
}

// Features returns the features of linking piece i to its candidate j; the slice is good until the next call.
func (l *Linking) Features(i, j int) []uint64 { return l.l.features(i, j) }

// Link links content i to cue j, which the features of later links look at.
func (l *Linking) Link(i, j int) { l.l.taken[j] = i }

// Evidence returns the quotes of a document, those of little confidence too, and what their confidence is computed from: the values of ConfidenceFeatures.
func (a *Annotator) Evidence(doc *nlp.Document) (quotes []nlp.Quote, values [][]float64) {
	for _, d := range a.find(doc, 0) {
		if d.evidence != nil { // an orphan has none
			quotes = append(quotes, d.Quote)
			values = append(values, d.evidence)
		}
	}
	return quotes, values
}
