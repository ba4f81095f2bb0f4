package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A window gives the features of the words of one sentence, from left to right. Its memory is used again.
type window struct {
	clusters  *cluster.Table
	words     []word
	last, old uint64 // labels of the word before, and of the one before that, plus 1; 0 at the start
}

// A word is what the features need to know of a word, hashed once.
type word struct {
	form, lower, shape uint64
	prefix             [3]uint64 // of 1 to 3 characters
	suffix             [5]uint64 // of 1 to 5 characters
	affixes            int       // how many suffixes it has
	coarse, fine       uint64    // classes of words used alike
}

// start makes w ready for sentence s.
func (w *window) start(doc *nlp.Document, s nlp.Sentence) {
	w.words = w.words[:0]
	for _, tok := range doc.Tokens[s.First : s.First+s.Count] {
		w.words = append(w.words, newWord(tok.In(doc.Text), tok.Lower))
	}
	for i := range w.words { // apart, so that the memory answers several at once
		word := &w.words[i]
		c := w.clusters.Of(word.lower)
		word.coarse, word.fine = uint64(c.Coarse), uint64(c.Fine)
	}
	w.last, w.old = 0, 0
}

func newWord(form, lower string) word {
	w := word{form: linear.Hash(form), lower: linear.Hash(lower), shape: shape(form)}
	at := len(lower)
	for i := range w.suffix {
		if at == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(lower[:at])
		at -= size
		w.suffix[i] = linear.Hash(lower[at:])
		w.affixes++
	}
	at = 0
	for i := range w.prefix {
		if at == len(lower) {
			break
		}
		_, size := utf8.DecodeRuneInString(lower[at:])
		at += size
		w.prefix[i] = linear.Hash(lower[:at])
	}
	return w
}

// shape returns a number for the kinds of characters in form, runs of one kind counted once, at most 8.
func shape(form string) uint64 {
	var out, last uint64
	n := 0
	for _, r := range form {
		kind := uint64(5)
		switch {
		case unicode.IsUpper(r):
			kind = 1
		case unicode.IsLower(r):
			kind = 2
		case unicode.IsDigit(r):
			kind = 3
		case unicode.IsLetter(r):
			kind = 4
		}
		if kind == last {
			continue
		}
		if n++; n > 8 {
			break
		}
		out = out*8 + kind
		last = kind
	}
	return out
}

// at returns the word at index i, and an empty one beyond the sentence.
func (w *window) at(i int) *word {
	if i < 0 || i >= len(w.words) {
		return &outside
	}
	return &w.words[i]
}

// outside stands for what is before and after a sentence.
var outside = word{form: 1, lower: 1}

// tagged tells w the label of the word whose features were asked for last.
func (w *window) tagged(label int) {
	w.old, w.last = w.last, uint64(label+1)
}

// features appends the features of word i. The templates follow Ratnaparkhi 1996 and Toutanova et al. 2003.
func (w *window) features(out []uint64, i int) []uint64 {
	here, before, after := w.at(i), w.at(i-1), w.at(i+1)
	out = append(out,
		linear.Feature(0, here.form),
		linear.Feature(1, here.lower),
		linear.Feature(2, here.shape),
	)
	for k := range here.affixes {
		out = append(out, linear.Feature(uint64(3+k), here.suffix[k]))
	}
	for k, p := range here.prefix {
		if p != 0 {
			out = append(out, linear.Feature(uint64(8+k), p))
		}
	}
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	return append(out,
		linear.With(linear.Feature(11, start), here.shape),
		linear.Feature(12, w.last),
		linear.With(linear.Feature(13, w.last), w.old),
		linear.With(linear.Feature(14, w.last), here.lower),
		linear.Feature(15, before.lower),
		linear.Feature(16, after.lower),
		linear.Feature(17, w.at(i-2).lower),
		linear.Feature(18, w.at(i+2).lower),
		linear.With(linear.Feature(19, before.lower), here.lower),
		linear.With(linear.Feature(20, here.lower), after.lower),
		linear.Feature(21, after.suffix[2]),
		linear.Feature(22, before.suffix[2]),
		linear.With(linear.Feature(23, after.shape), here.shape),
		linear.With(linear.Feature(24, w.last), after.lower),
		linear.With(linear.Feature(25, w.last), here.suffix[2]),
		linear.With(linear.Feature(26, after.suffix[1]), here.suffix[1]),
		linear.Feature(27, here.fine),
		linear.Feature(28, after.fine),
		linear.Feature(29, before.fine),
		linear.With(linear.Feature(30, here.coarse), after.coarse),
		linear.With(linear.Feature(31, w.last), after.fine),
		linear.With(linear.Feature(32, w.last), here.fine),
		linear.With(linear.With(linear.Feature(33, before.coarse), here.coarse), after.coarse),
		linear.With(linear.Feature(34, here.suffix[2]), after.coarse),
		linear.With(linear.Feature(35, before.lower), after.lower),
		linear.With(linear.Feature(36, after.lower), w.at(i+2).lower),
		linear.With(linear.Feature(37, w.at(i-2).lower), before.lower),
		linear.With(linear.With(linear.Feature(38, w.last), w.old), here.lower),
		linear.With(linear.With(linear.Feature(39, w.last), here.fine), after.fine),
		linear.Feature(40, w.at(i+2).fine),
		linear.With(linear.With(linear.Feature(41, w.last), here.lower), after.lower),
		linear.With(linear.Feature(42, after.fine), w.at(i+2).coarse),
		linear.With(linear.With(linear.Feature(43, here.fine), after.coarse), w.at(i+2).coarse),
		linear.With(linear.With(linear.Feature(44, w.last), here.suffix[2]), after.coarse),
		linear.With(linear.With(linear.Feature(45, w.last), w.old), here.fine),
	)
}
