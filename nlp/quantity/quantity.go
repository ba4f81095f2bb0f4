// Package quantity finds counts, amounts of money, percentages and measures, with the bounds that the text sets: "at least 60" has no
// upper one, "about ten" is approximate. It reads numbers by rules over tokens and word lists (words.txt, currencies.txt), in the
// manner of Quantulum and of Roy, Vieira and Roth ("Reasoning about Quantities in Natural Language", TACL 2015).
//
// The span of a count leaves out what is counted, which is the unit, and may stand before the number: "gave the number of injured as 46".
// That of the others holds their unit. Parts of a whole ("two-thirds") are percentages. Numbers that tell which rather than how many
// (years, "Article 5", scores) are no quantities.
package quantity

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/internal/number"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Annotator adds the quantities of a document. It never changes, so it is safe for concurrent use.
type Annotator struct{ *lexicon }

// New returns the annotator for English.
func New() (*Annotator, error) {
	l, err := newLexicon()
	if err != nil {
		return nil, fmt.Errorf("quantities: %w", err)
	}
	return &Annotator{l}, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers {
	return nlp.Sentences | nlp.Tokens | nlp.Tags | nlp.Times
}

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Quantities }

// Annotate adds the quantities of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	f := finder{lexicon: a.lexicon, doc: doc, out: []nlp.Quantity{}}
	for _, s := range doc.Sentences {
		f.toks = doc.Tokens[s.First : s.First+s.Count]
		for i := 0; i < len(f.toks); {
			i = f.match(i)
		}
	}
	doc.Quantities = f.out
}

// A finder holds the state of one call to Annotate.
type finder struct {
	*lexicon
	doc  *nlp.Document
	toks []nlp.Token // of the sentence
	time int         // first of doc.Times that does not end before the token looked at
	out  []nlp.Quantity
	unit string // of the last count, which "200 more" means
}

// A reading is a number, or a range of numbers, as it stands in the sentence: tokens [first, end).
type reading struct {
	first, end int
	low, high  float64
	vague      bool // "dozens": the number is only an order of size
	part       bool // of a whole: "two-thirds"
	currency   string
	words      bool // in words rather than digits
	plain      bool // one token of digits
	measured   bool // the unit stands in the number's token
}

// match reads a quantity that begins at token i, and returns the token to go on with.
func (f *finder) match(i int) int {
	if next := f.afterTime(i); next > i {
		return next
	}
	r, ok := f.read(i)
	if !ok {
		return i + 1
	}
	q := nlp.Quantity{Kind: nlp.Count, Low: r.low, High: r.high, HasLow: true, HasHigh: !r.vague, Approximate: r.vague}
	switch {
	case r.currency != "":
		q.Kind, q.Currency = nlp.Money, r.currency
	case r.part:
		q.Kind = nlp.Percent
		q.Low, q.High = 100*q.Low, 100*q.High
	default:
		f.measure(&r, &q)
	}
	if q.Kind == nlp.Count && !f.howMany(&r) {
		return r.end
	}
	f.bound(&r, &q)
	if q.Kind == nlp.Count {
		q.Unit = f.counted(&r)
		if q.Unit == "" && r.plain && !f.bounded(&q) && !f.stands(&r) {
			return r.end // a number that counts nothing
		}
		if q.Unit != "" {
			f.unit = q.Unit
		}
	}
	q.Span = nlp.Span{Start: f.toks[r.first].Start, End: f.toks[r.end-1].End}
	if n := len(f.out); n > 0 && f.out[n-1].End > q.Start {
		return r.end // the words before belong to the last one
	}
	f.out = append(f.out, q)
	return r.end
}

// afterTime returns the first token behind the time in which token i stands, or i.
func (f *finder) afterTime(i int) int {
	times := f.doc.Times
	for f.time < len(times) && times[f.time].End <= f.toks[i].Start {
		f.time++
	}
	if f.time == len(times) || times[f.time].Start > f.toks[i].Start {
		return i
	}
	for i < len(f.toks) && f.toks[i].Start < times[f.time].End {
		i++
	}
	return i
}

// inTime reports whether token i stands in a time.
func (f *finder) inTime(i int) bool {
	for k := f.time; k < len(f.doc.Times) && f.doc.Times[k].Start <= f.toks[i].Start; k++ {
		if f.doc.Times[k].End > f.toks[i].Start {
			return true
		}
	}
	return false
}

// read reads a number with its currency sign, and a range of two.
func (f *finder) read(i int) (reading, bool) {
	r := reading{first: i}
	at := i
	if code, n := f.signs.at(f.toks[i:min(i+3, len(f.toks))]); n > 0 && f.isNumber(i+n) {
		r.currency = code
		at += n
	}
	v, n, kind := f.number(at)
	if n == 0 {
		return r, false
	}
	r.low, r.high, r.end = v, v, at+n
	r.vague, r.part, r.measured = kind == plural, kind == part, kind == measured
	r.words = !startsWithDigit(f.toks[at].Lower)
	r.plain = n == 1 && !r.words
	if r.currency == "" {
		if code, n := f.signs.at(f.toks[r.end:min(r.end+1, len(f.toks))]); n > 0 && code != "" && f.glued(r.end-1) {
			r.currency = code
			r.end += n
		}
	}
	if r.vague || r.part || r.measured {
		return r, true
	}
	f.second(&r)
	if r.currency == "" {
		if code, n := f.monies.at(f.toks[r.end:]); n > 0 {
			r.currency = code
			r.end += n
		} else if code, n := f.signs.at(f.toks[r.end:]); n > 0 && len(code) == 3 && f.toks[r.end].In(f.doc.Text) == code {
			r.currency = code
			r.end += n
		}
	}
	return r, true
}

// second reads the second number of a range: "3,000 to 4,000", "5-6 million", "between 3 and 4".
func (f *finder) second(r *reading) {
	j := r.end
	if j+1 >= len(f.toks) || f.inTime(j+1) {
		return
	}
	link := f.toks[j].Lower
	between := r.first > 0 && f.toks[r.first-1].Lower == "between"
	if !(number.IsDash(link) || link == "to" || link == "or" || link == "and" && between) {
		return
	}
	at := j + 1
	if code, n := f.signs.at(f.toks[at:min(at+2, len(f.toks))]); n > 0 && code == r.currency {
		at += n
	}
	v, n, kind := f.number(at)
	if n == 0 || kind != cardinal {
		return
	}
	low := r.low
	// "5 to 6 million": the first is in millions too.
	if v >= 1000 && low < 1000 && f.toks[at].Lower != "" && n > 1 && low*scaleOf(v) < v {
		low *= scaleOf(v)
	}
	if low >= v || link == "or" && v > 10*low {
		return
	}
	r.low, r.high, r.end, r.plain = low, v, at+n, false
	if between {
		r.first--
	} else if r.first > 0 && f.toks[r.first-1].Lower == "from" && link == "to" {
		r.first--
	}
}

// scaleOf returns the largest of thousand, million and so on that v has.
func scaleOf(v float64) float64 {
	s := 1.
	for s*1000 <= v {
		s *= 1000
	}
	return s
}

// A kind is what sort of number was read.
type kind uint8

const (
	cardinal kind = iota
	plural
	part
	measured // "10kg"
)

// number reads one number at token i: its value, how many tokens it has, and its kind.
func (f *finder) number(i int) (float64, int, kind) {
	if i >= len(f.toks) || f.inTime(i) {
		return 0, 0, cardinal
	}
	toks := f.toks[i:]
	if v, n := number.Fraction(toks); n > 0 && (n > 1 || i+n < len(f.toks) && (toks[n].Lower == "of" || toks[n].UPOS == "DET")) {
		if c, m := number.Cardinal(toks); m <= n || c == 0 {
			return v, n, part
		}
	}
	if v, n := number.Plural(toks); n > 0 {
		if n < len(toks) && toks[n].Lower == "of" || f.toks[i].UPOS != "VERB" {
			return v, n, plural
		}
	}
	if v, n := number.Cardinal(toks); n > 0 {
		if n < len(toks) && f.glued(i+n-1) {
			if s := scales[toks[n].Lower]; s > 0 && v < 1000 {
				return v * s, n + 1, cardinal
			}
		}
		return v, n, cardinal
	}
	if v, rest, ok := number.Digits(toks[0].Lower); ok && scales[rest] > 0 {
		return v * scales[rest], 1, cardinal
	} else if ok && len(rest) > 1 && f.units.phrases[rest] != "" {
		return v, 1, measured
	}
	return 0, 0, cardinal
}

// scales are the short forms that stand behind digits without a space.
var scales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}

func (f *finder) isNumber(i int) bool {
	_, n, _ := f.number(i)
	return n > 0
}

// glued reports whether tokens i and i+1 touch.
func (f *finder) glued(i int) bool { return number.Glued(f.toks, i) }

func startsWithDigit(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

// measure takes a unit behind the number into the span.
func (f *finder) measure(r *reading, q *nlp.Quantity) {
	at := r.end
	if r.measured {
		word := f.toks[at-1].In(f.doc.Text)
		_, unit, _ := number.Digits(f.toks[at-1].Lower)
		q.Kind, q.Unit = nlp.Measure, word[len(word)-len(unit):]
		return
	}
	if at+1 < len(f.toks) && f.toks[at].Lower == "-" && f.glued(at-1) && f.glued(at) {
		at++ // "a 20-mile queue"
	}
	sort, n := f.units.at(f.toks[at:])
	if n == 0 {
		return
	}
	if len(f.toks[at].Lower) == 1 && f.toks[at].Lower != "%" && f.toks[at].Lower != "°" && !f.glued(at-1) && f.toks[at].UPOS == "PRON" {
		return
	}
	q.Kind = nlp.Measure
	if sort == "percent" {
		q.Kind = nlp.Percent
	}
	q.Unit = f.doc.Text[f.toks[at].Start:f.toks[at+n-1].End]
	if sort == "percent" {
		q.Unit = "%"
		if n > 1 && f.toks[at+n-1].Lower[0] == 'p' && f.toks[at+n-1].Lower[1] == 'o' {
			q.Unit = "percentage points"
		}
	}
	r.end, r.plain = at+n, false
}
