package parse

import (
	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A sentence is what the features need to know of the tokens of a sentence. Its memory is used again for the next one.
type sentence struct {
	clusters *cluster.Table
	n        int     // number of tokens; as a place in the sentence it stands for the root
	padded   []token // with a place before the sentence, the root, and places after it
}

// places after the root that features look at.
const behind = 4

// A token is what the features need to know of a token, hashed once.
type token struct {
	word, tag, pos, lemma uint64
	wordTag               uint64 // word and tag together
	coarse, fine          uint64 // classes of words used alike
	field                 uint64 // of meaning
	quoted                uint64 // whether quotation marks and brackets are open before it

	suffix uint64 // the last three bytes
	noun   uint64 // the lemma of the next noun, itself included

	commas, verbs, marks uint16 // how many stand before it
}

// Numbers for what is no token of the sentence: words, tags and classes have larger hashes.
const (
	nowhere = 1
	rootTag = 2
)

// start makes s ready for the tokens of a sentence.
func (s *sentence) start(tokens []nlp.Token) {
	s.n = len(tokens)
	s.padded = append(s.padded[:0], nothing(nowhere))
	var run token // what is counted from left to right
	for i := range tokens {
		t := &tokens[i]
		word := linear.Hash(t.Lower)
		c := s.clusters.Of(word)
		run.word, run.tag, run.pos = word, linear.Hash(t.XPOS), linear.Hash(t.UPOS)
		run.lemma = linear.Hash(t.Lemma) ^ run.pos<<1
		run.wordTag = linear.With(word, run.tag)
		run.coarse, run.fine = uint64(c.Coarse)+8, uint64(c.Fine)+8
		run.field = uint64(c.Field) + 8
		run.suffix = linear.Hash(t.Lower[max(0, len(t.Lower)-3):])
		s.padded = append(s.padded, run)
		run.count(t)
	}
	s.findNouns(tokens)
	root := nothing(rootTag)
	root.commas, root.verbs, root.marks = run.commas, run.verbs, run.marks
	s.padded = append(s.padded, root)
	for range behind {
		s.padded = append(s.padded, nothing(nowhere))
	}
}

// findNouns tells each token the next noun: what a preposition is likely to bring is known before it is parsed.
func (s *sentence) findNouns(tokens []nlp.Token) {
	noun, age := uint64(nowhere), 0
	for i := len(tokens) - 1; i >= 0; i-- {
		t := &s.padded[i+1]
		if age++; age > nounReach {
			noun = nowhere
		}
		if u := tokens[i].UPOS; u == "NOUN" || u == "PROPN" || u == "PRON" {
			noun, age = t.lemma, 0
		}
		t.noun = noun
	}
}

// nounReach is how many tokens ahead a noun is looked for.
const nounReach = 6

// nothing returns a token for a place where there is none.
func nothing(x uint64) token {
	return token{word: x, tag: x, pos: x, lemma: x, wordTag: x, coarse: x, fine: x, field: x}
}

// count takes note of a token for those behind it.
func (t *token) count(tok *nlp.Token) {
	switch tok.XPOS {
	case ",":
		t.commas++
	case "``":
		t.quoted |= 1
		t.marks++
	case "''":
		t.quoted &^= 1
		t.marks++
	case "-LRB-":
		t.quoted |= 2
		t.marks++
	case "-RRB-":
		t.quoted &^= 2
		t.marks++
	case ":", ".":
		t.marks++
	}
	if tok.UPOS == "VERB" {
		t.verbs++
	}
}

// at returns the token at place i; none is before the sentence.
func (s *sentence) at(i int32) *token { return &s.padded[i+1] }

// between returns a number for the commas, verbs and other marks that stand after place a and before place b.
func (s *sentence) between(a, b int32) uint64 {
	if a < 0 || b <= a {
		return 0
	}
	x, y := s.at(a+1), s.at(b)
	return 1 + uint64(min(y.commas-x.commas, 2)) + 3*uint64(min(y.verbs-x.verbs, 2)) + 9*uint64(min(y.marks-x.marks, 2))
}
