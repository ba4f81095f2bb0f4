package claim

import (
	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// own adds the article's own statements: the clauses of its sentences that nobody else is given as the source of. What stands in
// quotation marks is somebody's, even if nobody knows whose.
func (f *finder) own() {
	marked := quotation.Within(quotation.Marks(f.doc.Text), f.doc.Tokens)
	for _, s := range f.doc.Sentences {
		states, leads := f.asserts(s)
		if !states && !leads {
			continue
		}
		for _, c := range f.clauses(s.First, s.First+s.Count-1) {
			if marked[c.head] || !f.finite(c.head) || f.attributed(c.head) || f.spoken(c) || !states || f.onlySpeaks(c) {
				continue
			}
			claim := nlp.Claim{ByArticle: true, Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
			claim.Type = f.typeOf(c, false)
			claim.Target = f.targetOf(claim, c)
			if q := int(f.saidIn[c.head]) - 1; q >= 0 {
				claim.Quote = q
			}
			f.add(claim, c.head, c.first, c.last)
		}
	}
}

// asserts reports whether s is a sentence that states something, not a heading, a caption or a question; and whether it only leads to
// a list or to a quotation.
func (f *finder) asserts(s nlp.Sentence) (states, leads bool) {
	for t := s.First + s.Count - 1; t >= s.First; t-- {
		switch f.doc.Tokens[t].Lower {
		case ".", "!", "…", "...", ";":
			return true, false
		case ":":
			return false, true
		case "\"", "”", "’", "'", "''", ")", "]", "»":
			continue
		}
		return false, false
	}
	return false, false
}

// attributed reports whether token t stands in the cue or the content of a quote that names its source.
func (f *finder) attributed(t int) bool {
	for _, q := range []int{int(f.cueOf[t]) - 1, int(f.saidIn[t]) - 1} {
		for ; q >= 0; q = f.doc.Quotes[q].Inside {
			quote := f.doc.Quotes[q]
			if !quote.Source.IsZero() || len(quote.Speakers) > 0 || quote.Kind != nlp.Indirect {
				return true
			}
		}
	}
	return false
}

// onlySpeaks reports whether c says no more than that somebody spoke.
func (f *finder) onlySpeaks(c clause) bool {
	return f.verbs.at(f.doc, c.head)&speak != 0 && f.trees.Child(c.head, "nsubj") != nlp.None &&
		f.doc.Tokens[f.trees.Child(c.head, "nsubj")].Deprel != "nsubj:pass"
}
