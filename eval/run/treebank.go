package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
)

// treebanks are the development sets of the language core.
var treebanks = []struct{ title, file, genre string }{
	{"EWT dev", "corpora/treebank/ewt/en_ewt-dev.conllu", ""},
	{"GUM dev", "corpora/treebank/gum/gum-dev.conllu", ""},
	{"GUM dev news", "corpora/treebank/gum/gum-dev.conllu", "GUM_news_"},
}

// relations are the dependencies that quotes and claims hang on.
var relations = []string{"nsubj", "obj", "ccomp", "xcomp", "parataxis", "advcl", "appos", "nmod", "obl", "conj"}

// treebank returns the sentences of a development set.
func (b *bench) treebank(file, genre string) ([]conllu.Sentence, error) {
	if _, err := fs.Stat(b.shared, file); err != nil {
		return nil, err
	}
	sentences, err := conllu.ReadFile(filepath.Join(b.root, file))
	document := ""
	return slices.DeleteFunc(sentences, func(s conllu.Sentence) bool {
		if s.Document != "" {
			document = s.Document
		}
		return !strings.HasPrefix(document, genre) && !strings.HasPrefix(s.ID, genre)
	}), err
}

// segmentation measures tokens and sentences from raw text, as the CoNLL 2018 shared task did: a token or a sentence is right if
// both its ends are, white space left aside.
func (b *bench) segmentation() error {
	b.header()
	for _, set := range treebanks {
		sentences, err := b.treebank(set.file, set.genre)
		if err != nil {
			return err
		}
		text, gold := rawText(sentences)
		doc, err := b.annotate(nlp.Tokens, text, nlp.Date{})
		if err != nil {
			return err
		}
		dense := denseOffsets(text)
		var found boundaries
		for _, t := range doc.Tokens {
			found.tokens = append(found.tokens, [2]int{dense[t.Start], dense[t.End]})
		}
		for _, s := range doc.Sentences {
			found.sentences = append(found.sentences, [2]int{dense[s.Start], dense[s.End]})
		}
		b.row(set.title+" tokens", agreement(gold.tokens, found.tokens))
		b.row(set.title+" sentences", agreement(gold.sentences, found.sentences))
		b.note(set.title, "sentences F1", agreement(gold.sentences, found.sentences).percent("f1"))
	}
	return nil
}

// boundaries are the ends of tokens and sentences, in bytes that are not white space.
type boundaries struct{ tokens, sentences [][2]int }

// rawText returns the text that the sentences were made from, and where they and their tokens stand. Paragraphs and documents are
// set apart by an empty line.
func rawText(sentences []conllu.Sentence) (string, boundaries) {
	var text strings.Builder
	var gold boundaries
	at := 0
	for i, s := range sentences {
		switch {
		case i == 0:
		case s.Begins:
			text.WriteString("\n\n")
		default:
			text.WriteByte(' ')
		}
		start := at
		for j := 0; j < len(s.Words); j++ {
			w := s.Words[j]
			form := w.Form
			if w.Surface != "" { // words that the surface spells otherwise cannot be found; those that it spells alike can
				parts := ""
				for _, part := range s.Words[j : j+w.SurfaceWords] {
					parts += part.Form
				}
				if parts != w.Surface {
					form = w.Surface
					j += w.SurfaceWords - 1
					w = s.Words[j]
				}
			}
			text.WriteString(form)
			n := len(strings.Join(strings.Fields(form), ""))
			gold.tokens = append(gold.tokens, [2]int{at, at + n})
			at += n
			if w.SpaceAfter && j+1 < len(s.Words) {
				text.WriteByte(' ')
			}
		}
		gold.sentences = append(gold.sentences, [2]int{start, at})
	}
	return text.String(), gold
}

// denseOffsets returns for each byte of text the number of bytes before it that are not white space.
func denseOffsets(text string) []int {
	out := make([]int, len(text)+1)
	n := 0
	for i := range len(text) {
		out[i] = n
		if !strings.ContainsRune(" \n", rune(text[i])) {
			n++
		}
	}
	out[len(text)] = n
	return out
}

// agreement returns precision, recall and F1 of found against gold.
func agreement[T comparable](gold, found []T) figure {
	in := make(map[T]bool, len(gold))
	for _, x := range gold {
		in[x] = true
	}
	hits := 0
	for _, x := range found {
		if in[x] {
			hits++
		}
	}
	return shares(hits, len(gold), len(found))
}

func shares(hits, gold, found int) figure {
	f := figure{"gold": float64(gold), "pred": float64(found)}
	p, r := float64(hits)/float64(max(found, 1)), float64(hits)/float64(max(gold, 1))
	f["p"], f["r"], f["f1"] = p, r, 0.0
	if hits > 0 {
		f["f1"] = 2 * p * r / (p + r)
	}
	return f
}

// A prediction is the analysis of a sentence as score_conllu.py reads it.
type prediction struct {
	UPOS   []string `json:"upos"`
	XPOS   []string `json:"xpos"`
	Lemma  []string `json:"lemma"`
	Head   []int    `json:"head"`
	Deprel []string `json:"deprel"`
}

// syntax measures tags, lemmas and trees on gold tokens.
func (b *bench) syntax() error {
	tagger, err := tag.New()
	if err != nil {
		return err
	}
	parser, err := parse.New()
	if err != nil {
		return err
	}
	metrics := []string{"upos", "xpos", "lemma", "uas", "las"}
	fmt.Fprintf(&b.text, "  %-34s %9s %7s %7s %7s %7s\n", "", "UPOS", "XPOS", "lemma", "UAS", "LAS")
	found := make(map[string]map[string][2]int) // by set and relation: right, found
	goldOf := make(map[string]map[string]int)
	for _, set := range treebanks {
		sentences, err := b.treebank(set.file, set.genre)
		if err != nil {
			return err
		}
		answers := make(map[string]prediction)
		found[set.title], goldOf[set.title] = make(map[string][2]int), make(map[string]int)
		for _, s := range sentences {
			doc := s.NewDocument(false)
			tagger.Annotate(doc)
			parser.Annotate(doc)
			var p prediction
			for i, t := range doc.Tokens {
				head := t.Head + 1
				if t.Head == i {
					head = 0
				}
				p.UPOS, p.XPOS, p.Lemma = append(p.UPOS, t.UPOS), append(p.XPOS, t.XPOS), append(p.Lemma, t.Lemma)
				p.Head, p.Deprel = append(p.Head, head), append(p.Deprel, t.Deprel)
				is, _, _ := strings.Cut(t.Deprel, ":")
				should, _, _ := strings.Cut(s.Words[i].Deprel, ":")
				goldOf[set.title][should]++
				n := found[set.title][is]
				if n[1]++; is == should && head == s.Words[i].Head+1 {
					n[0]++
				}
				found[set.title][is] = n
			}
			answers[s.ID] = p
		}
		var flags []string
		if set.genre != "" {
			flags = []string{"--genre", set.genre}
		}
		f, err := b.score("score_conllu.py", set.file, answers, flags...)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b.text, "  %-34s", set.title)
		for i, m := range metrics {
			fmt.Fprintf(&b.text, " %*.1f", []int{9, 7}[min(i, 1)], f.percent(m))
			b.note(set.title, strings.ToUpper(m), f.percent(m))
		}
		b.text.WriteByte('\n')
	}
	for _, set := range treebanks {
		fmt.Fprintf(&b.text, "\n  %s, labelled attachment by relation\n", set.title)
		b.header()
		for _, r := range relations {
			n := found[set.title][r]
			b.row(r, shares(n[0], goldOf[set.title][r], n[1]))
		}
	}
	return nil
}
