// Package timex finds dates, times of day, durations and repeated times, and gives each its TIMEX3 value. doc/times.md describes
// what is marked, and how relative times are resolved.
package timex

import (
	"fmt"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Annotator adds the times of a document. It never changes, so it is safe for concurrent use.
type Annotator struct {
	words    map[string]word
	holidays map[string][]holiday // by their first word
}

// New returns the annotator for English.
func New() (*Annotator, error) {
	words, err := readWords(wordsTxt)
	if err != nil {
		return nil, fmt.Errorf("timex: words.txt: %w", err)
	}
	holidays, err := readHolidays(holidaysTxt)
	if err != nil {
		return nil, fmt.Errorf("timex: holidays.txt: %w", err)
	}
	return &Annotator{words, holidays}, nil
}

// Requires implements nlp.Annotator.
func (a *Annotator) Requires() nlp.Layers { return nlp.Sentences | nlp.Tokens | nlp.Tags }

// Provides implements nlp.Annotator.
func (a *Annotator) Provides() nlp.Layers { return nlp.Times }

// Annotate adds the times of doc.
func (a *Annotator) Annotate(doc *nlp.Document) {
	f := finder{Annotator: a, doc: doc, toks: doc.Tokens, words: make([]word, len(doc.Tokens)), out: []nlp.Time{}}
	for i := range doc.Tokens {
		f.words[i] = a.lookup(doc.Tokens[i].Lower)
	}
	f.now = dateOf(doc.Date)
	if f.now == (date{}) {
		f.now = f.dateLine()
	}
	for _, s := range doc.Sentences {
		f.sentence(s)
	}
	doc.Times = f.out
}

// A finder holds the state of one call to Annotate.
type finder struct {
	*Annotator
	doc   *nlp.Document
	toks  []nlp.Token
	words []word // of each token
	now   date   // of publication; zero if unknown
	out   []nlp.Time

	first, end int  // the sentence: tokens [first, end)
	after      int  // the end of the last time found in the sentence, as a token, or first
	afterYear  bool // that time is a year
	day        date // the last day found in the sentence
	year       int  // the last year that the sentence states
	last       date // the last date found in the text, which "the following day" counts from
}

// sentence finds the times of a sentence.
func (f *finder) sentence(s nlp.Sentence) {
	f.first, f.end = s.First, s.First+s.Count
	f.after, f.afterYear, f.day, f.year = s.First, false, date{}, 0
	for i := f.first; i < f.end; {
		if f.words[i].sort == none {
			i++
			continue
		}
		f.afterYear = f.afterYear && i <= f.after+1
		if next := f.match(i); next > i {
			i = next
			f.after = next
		} else {
			i++
		}
	}
}

// add adds a time that covers tokens [i, next).
func (f *finder) add(i, next int, value string) {
	f.out = append(f.out, nlp.Time{Span: nlp.Span{Start: f.toks[i].Start, End: f.toks[next-1].End}, Value: value})
}

// addDate adds a date that covers tokens [i, next), and keeps it in mind.
func (f *finder) addDate(i, next int, d date) {
	f.add(i, next, d.value())
	f.keep(d)
}

// keep keeps in mind a date that the text mentions.
func (f *finder) keep(d date) {
	if d.year != 0 {
		f.last = d
		f.year = d.year
		if d.day != 0 {
			f.day = d
		}
	}
}

// low returns the lower-case form of token i, and "" outside of the sentence.
func (f *finder) low(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.toks[i].Lower
}

// is returns the word of token i if it has the sort s.
func (f *finder) is(i int, s sort) bool { return f.word(i).sort == s }

// word returns what is known of token i, nothing outside of the sentence.
func (f *finder) word(i int) word {
	if i < f.first || i >= f.end {
		return word{}
	}
	return f.words[i]
}

// upper reports whether token i begins with a capital letter.
func (f *finder) upper(i int) bool {
	if i < f.first || i >= f.end {
		return false
	}
	c := f.doc.Text[f.toks[i].Start]
	return 'A' <= c && c <= 'Z'
}

// rest returns the tokens of the sentence from i on.
func (f *finder) rest(i int) []nlp.Token {
	if i >= f.end {
		return nil
	}
	return f.toks[i:f.end]
}

// glued reports whether tokens i and i+1 touch.
func (f *finder) glued(i int) bool {
	return i >= f.first && i+1 < f.end && f.toks[i].End == f.toks[i+1].Start
}

// upos returns the part of speech of token i, and "" outside of the sentence.
func (f *finder) upos(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.toks[i].UPOS
}

// noun reports whether token i is a common noun, or a plural one if plural is set.
func (f *finder) noun(i int, plural bool) bool {
	return f.upos(i) == "NOUN" && (!plural || f.toks[i].XPOS == "NNS")
}
