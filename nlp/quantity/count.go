package quantity

import (
	"github.com/hearsay-nlp/hearsay/internal/number"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// howMany reports whether a bare number tells how many, rather than which, when, or the state of a game.
func (f *finder) howMany(r *reading) bool {
	before, after := f.token(r.first-1), f.token(r.end)
	first := f.toks[r.first]
	next := f.nounAfter(r.end)
	switch {
	case before != nil && f.which[before.Lower] && !r.vague && (r.plain || before.UPOS != "VERB"):
		return false
	case first.Lower == "one" && r.end == r.first+1:
		// "one shell", not "one of them", "no one", "the one"
		if before != nil && f.boundedBefore(r.first) {
			return next >= 0
		}
		return next >= 0 && (before == nil || before.UPOS != "DET" && before.UPOS != "ADJ" && before.Lower != "no") && f.toks[next].XPOS == "NN" && !vagueOne[f.toks[next].Lower]
	case r.plain && r.first == 0 && after != nil && (after.Lower == "." || after.Lower == ")") && len(f.toks) > 2:
		return false // "1. A list"
	case r.plain && r.low >= 1500 && r.low <= 2100 && len(first.Lower) == 4 && next < 0:
		return false // a year
	case before != nil && (before.Lower == "#" || before.Lower == "@") && f.glued(r.first-1):
		return false
	case f.dashed(r.first-1) || f.dashed(r.end):
		// "3-1", "7-7-7", "2-0"; but "3-year", "20-strong"
		return next >= 0 && !startsWithDigit(f.lower(r.end+1)) && !(r.first >= 2 && f.dashed(r.first-1))
	case r.plain && before != nil && before.UPOS == "PROPN" && !f.boundedBefore(r.first) && (next < 0 || !f.afterPreposition(r.first-1)):
		return false // "Boeing 737 jets", but "in London 300 people"
	case before != nil && (before.Lower == ":" || before.Lower == ".") && f.glued(r.first-1) && r.first > 1 && startsWithDigit(f.lower(r.first-2)):
		return false
	}
	return true
}

// vagueOne are nouns with which "one" counts nothing.
var vagueOne = map[string]bool{"day": true, "another": true, "thing": true, "hand": true, "way": true, "point": true, "time": true, "side": true, "reason": true, "moment": true}

// dashed reports whether token i is a hyphen or dash that touches both neighbours.
func (f *finder) dashed(i int) bool {
	return i >= 0 && i < len(f.toks) && number.IsDash(f.toks[i].Lower) && (f.glued(i-1) || f.glued(i))
}

// afterPreposition reports whether the name that ends with token i follows a preposition.
func (f *finder) afterPreposition(i int) bool {
	for i >= 0 && f.toks[i].UPOS == "PROPN" {
		i--
	}
	return i >= 0 && f.toks[i].UPOS == "ADP"
}

func (f *finder) token(i int) *nlp.Token {
	if i < 0 || i >= len(f.toks) {
		return nil
	}
	return &f.toks[i]
}

func (f *finder) lower(i int) string {
	if t := f.token(i); t != nil {
		return t.Lower
	}
	return ""
}

// nounAfter returns the first noun that the number before token i can count, behind adjectives and the like, or -1.
func (f *finder) nounAfter(i int) int {
	if f.lower(i) == "of" {
		i++
		if t := f.token(i); t != nil && (t.UPOS == "DET" || t.XPOS == "PRP$") {
			i++
		}
	}
	for k := i; k < len(f.toks) && k < i+6; k++ {
		switch t := &f.toks[k]; t.UPOS {
		case "NOUN":
			if f.inTime(k) {
				return -1
			}
			return k
		case "ADJ", "PROPN":
		case "VERB":
			if t.XPOS != "VBN" && t.XPOS != "VBG" {
				return -1
			}
		case "PUNCT":
			if t.Lower != "-" && t.Lower != "," {
				return -1
			}
			if t.Lower == "," && f.toks[max(k-1, 0)].UPOS != "ADJ" {
				return -1
			}
		case "ADV":
			if k == i && t.Lower != "more" {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// counted returns what the number counts: the noun behind it with the nouns before that ("asylum seekers") and a bare one after
// "of" ("rounds of artillery"); people, where the verb says so; or what was counted before ("200 more").
func (f *finder) counted(r *reading) string {
	if next := f.lower(r.end); next == "more" || next == "others" || next == "other" {
		if n := f.nounAfter(r.end + 1); n < 0 && f.unit != "" {
			return f.unit
		}
	}
	if n := f.nounAfter(r.end); n >= 0 {
		first, last := n, n
		for last+1 < len(f.toks) && f.toks[last+1].UPOS == "NOUN" {
			last++
		}
		for first > r.end && f.toks[first-1].UPOS == "NOUN" {
			first--
		}
		if last+2 < len(f.toks) && f.toks[last+1].Lower == "of" && f.toks[last+2].UPOS == "NOUN" && !f.inTime(last+2) {
			last += 2
		}
		return f.doc.Text[f.toks[first].Start:f.toks[last].End]
	}
	before, after := f.token(r.first-1), f.token(r.end)
	switch {
	case after != nil && after.UPOS == "ADJ" && f.harm[after.Lemma]:
		return after.In(f.doc.Text)
	case after != nil && f.harm[after.Lemma] || before != nil && f.harm[before.Lemma]:
		return "people"
	case after != nil && (after.UPOS == "AUX" || after.Lower == ",") && f.harmNear(r.end):
		return "people"
	}
	for i := r.first - 1; i >= 0 && i > r.first-12; i-- {
		if l := f.toks[i].Lemma; l == "toll" || l == "death" {
			return "deaths"
		}
	}
	if tally := f.tallied(r); tally >= 0 && f.lower(tally+1) == "of" {
		for k := tally + 2; k < r.first; k++ {
			switch t := &f.toks[k]; {
			case t.UPOS == "NOUN" && f.toks[k+1].UPOS != "NOUN", f.harm[t.Lemma]:
				return t.In(f.doc.Text)
			case t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "DET" && t.UPOS != "PROPN" && t.XPOS != "VBN" && t.XPOS != "PRP$":
				return ""
			}
		}
	}
	return ""
}

// tallied returns the noun that the number gives how many of: "the [number] of injured as 46", "the [count] had stood at 11"; or -1.
func (f *finder) tallied(r *reading) int {
	switch f.lower(r.first - 1) {
	case "at", "as", "to", "from", "than", "is", "was", "be":
	default:
		return -1
	}
	for i := r.first - 2; i >= 0 && i > r.first-14; i-- {
		switch t := &f.toks[i]; t.Lower {
		case "number", "count", "toll", "tally", "headcount":
			if t.UPOS == "NOUN" {
				return i
			}
		case ";", ":", "\"", "“", "”":
			return -1
		}
	}
	return -1
}

// harmNear reports whether a verb of harm follows within a few tokens.
func (f *finder) harmNear(i int) bool {
	for k := i; k < len(f.toks) && k < i+4; k++ {
		if f.harm[f.toks[k].Lemma] {
			return true
		}
	}
	return false
}

// stands reports whether a number without a noun stands where a count does: in words, or with commas, as subject or object.
func (f *finder) stands(r *reading) bool {
	before := f.token(r.first - 1)
	if f.lower(r.end) == "of" || f.tallied(r) >= 0 {
		return true
	}
	return before != nil && (before.UPOS == "VERB" || before.Lower == "of" || before.Lower == "to" || before.Lower == "from") && r.low >= 10 &&
		!(r.low >= 1500 && r.low <= 2100)
}

func (f *finder) bounded(q *nlp.Quantity) bool { return q.Approximate || !q.HasLow || !q.HasHigh }

// boundedBefore reports whether words before token i set a bound.
func (f *finder) boundedBefore(i int) bool {
	_, n := f.bounds.before(f.toks[:i])
	return n > 0
}

// bound takes the words that set bounds into the span.
func (f *finder) bound(r *reading, q *nlp.Quantity) {
	for range 2 { // "over about", "just over"
		sort, n := f.bounds.before(f.toks[:r.first])
		if n == 0 {
			break
		}
		if w := f.toks[r.first-n].Lower; n == 1 && (w == "over" || w == "under" || w == "about" || w == "some" || w == "around" || w == "near" || w == "above" || w == "below") && !f.qualifies(r.first-1, sort) {
			break
		}
		r.first -= n
		r.plain = false
		switch sort {
		case "atleast":
			q.HasHigh = false
		case "atmost":
			q.HasLow = false
		default:
			q.Approximate = true
		}
	}
	switch sort, n := f.tails.at(f.toks[r.end:]); {
	case n == 0:
	case sort == "ormore":
		q.HasHigh = false
		r.end += n
	case sort == "orless":
		q.HasLow = false
		r.end += n
	case sort == "orso":
		q.Approximate = true
		r.end += n
	}
	if !q.HasLow {
		q.Low = 0
	}
	if !q.HasHigh {
		q.High = 0
	}
}

// qualifies reports whether a preposition such as "over" right before a number speaks of the number rather than of place or theme
// ("talks about two hostages", "a lead over three rivals").
func (f *finder) qualifies(i int, sort string) bool {
	t := f.toks[i]
	if t.UPOS == "ADV" || t.Lower == "some" {
		return true
	}
	before := f.token(i - 1)
	if before == nil {
		return true
	}
	switch before.UPOS {
	case "NOUN", "PROPN":
		return sort != "about" && t.Lower != "over" && t.Lower != "under"
	}
	return before.Lemma != "talk" && before.Lemma != "speak" && before.Lemma != "worry" && before.Lemma != "say" && before.Lemma != "know"
}
