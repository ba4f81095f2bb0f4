package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// own adds the article's own statements: the clauses of its sentences that nobody else is given as the source of. What stands in
// quotation marks is somebody's, even if nobody knows whose.
func (f *finder) own() {
	marked := quotation.Within(quotation.Marks(f.doc.Text), f.doc.Tokens)
	var leading, speaker *nlp.Claim
	for i, s := range f.doc.Sentences {
		if i > 0 && strings.Contains(f.doc.Text[f.doc.Sentences[i-1].End:s.Start], "\n") {
			leading, speaker = nil, leading
		}
		if speaker != nil && f.attributes(s) {
			speaker = nil
		}
		states, leads := f.asserts(s)
		if leads {
			leading = f.leads(s)
		}
		if !states && !leads || f.curt(s) {
			continue
		}
		f.all(s)
		f.relativeDenials(s)
		end := s.First + s.Count - 1
		behind, last := f.sourceBehind(s)
		if behind == nil {
			behind, last = f.ownCount(s)
		}
		if behind == nil {
			last = end
		}
		clauses := f.clauses(f.afterDateline(s), last)
		if rest := f.goesOnAfter(last, end); rest < end {
			clauses = append(clauses, f.clauses(rest, end)...)
		}
		answer, colon := f.colonSpeaker(s)
		for _, c := range clauses {
			switch {
			case marked[c.head] && marked[c.first], !f.finite(c.head) && !f.givesToll(c.head), f.attributed(c.head) && !(f.finds(c.head) && f.quotes[f.cueOf[c.head]-1].Inside == nlp.None):
				continue // somebody's, or not a statement
			case f.spoken(c, nlp.None), !states, f.believed(c, nlp.None), f.onlySpeaks(c), f.inSource[c.head]:
				continue // put forward by its subject, or not at all
			}
			claim := nlp.Claim{ByArticle: true, Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
			if speaker != nil {
				claim = *speaker
			}
			if behind != nil {
				claim = *behind
			}
			if answer != nil && c.first > colon {
				claim = *answer
			}
			if q := f.goesOn(c.head); q != nlp.None {
				quote := &f.quotes[q]
				claim.ByArticle, claim.Claimants, claim.Source, claim.Quote = false, slices.Clone(quote.Speakers), quote.Source, q
			}
			c = f.withoutReason(c)
			c = f.withoutSaying(c, nlp.None)
			claim.Type = f.typeOf(c, &claim)
			claim.Target = f.targetOf(claim, c)
			if q := int(f.saidIn[c.head]) - 1; q >= 0 {
				claim.Quote = q
			}
			f.add(claim, c.head, c.first, f.beforeSaying(c))
			f.addReason(claim, c)
		}
	}
}

// goesOnAfter returns the first token behind the comma and the conjunction with which a sentence goes on after who said what comes before token last:
// "[Famine has taken hold], the panel reported on Tuesday, and [it could spread]"; or end.
func (f *finder) goesOnAfter(last, end int) int {
	comma := 0
	for t := last + 1; t+3 < end; t++ {
		if f.doc.Tokens[t].Lower != "," {
			continue
		}
		if comma++; comma == 2 && f.doc.Tokens[t+1].UPOS == "CCONJ" && f.ownVerb(t+2, end) {
			return t + 2
		}
	}
	return end
}

// beforeSaying returns the last token of c without what its subject is said to say by a participle: "closed the road, saying that …".
func (f *finder) beforeSaying(c clause) int {
	for child := range f.trees.Children(c.head) {
		if child > c.head+1 && child <= c.last && f.cueOf[child] != 0 && f.doc.Tokens[child-1].Lower == "," && f.sayer(child) != nlp.None {
			return child - 2
		}
	}
	return c.last
}

// leads returns a claim by whoever speaks in a sentence that ends with a colon, to fill in with what follows in the next paragraph, or
// nil: "The club denied it:".
func (f *finder) leads(s nlp.Sentence) *nlp.Claim {
	for t := s.First; t < s.First+s.Count; t++ {
		if f.doc.Tokens[t].Head != t || f.verbs.at(f.doc, t)&(speak|deny|accuse) == 0 || f.passive(t) {
			continue
		}
		if by := f.subject(t); by != nlp.None && f.speaks(by) {
			claim := &nlp.Claim{Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
			f.claimedBy(claim, by)
			return claim
		}
	}
	return nil
}

// goesOn returns the quote that the predicate t, which shares its subject with one inside it, goes on with, or nlp.None: "she says [she was
// sent there for two weeks] but stayed for years".
func (f *finder) goesOn(t int) int {
	tok := f.doc.Tokens[t]
	q := int(f.saidIn[tok.Head]) - 1
	if says := f.doc.Tokens[tok.Head].XPOS; q < 0 && tok.XPOS == "VBD" && (says == "VBZ" || says == "VBP") {
		q = int(f.cueOf[tok.Head]) - 1 // "claims she was sent there and stayed", where the tree joins the wrong two
	}
	if tok.Deprel != "conj" || f.saidIn[t] != 0 || q < 0 || f.trees.Child(t, "nsubj") != nlp.None || tok.Head > t || !f.attributed(tok.Head) {
		return nlp.None
	}
	if f.quotes[q].Kind != nlp.Indirect {
		return nlp.None
	}
	return q
}

// attributes reports whether something in s is said to be said.
func (f *finder) attributes(s nlp.Sentence) bool {
	for _, q := range f.cueOf[s.First : s.First+s.Count] {
		if q != 0 {
			return true
		}
	}
	return false
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
		for ; q >= 0; q = f.quotes[q].Inside {
			quote := f.quotes[q]
			if !quote.Source.IsZero() || len(quote.Speakers) > 0 || quote.Kind != nlp.Indirect {
				return true
			}
		}
	}
	return false
}

// onlySpeaks reports whether c says no more than that somebody spoke.
func (f *finder) onlySpeaks(c clause) bool {
	if f.doc.Tokens[c.head].Lemma == "disagree" && f.trees.Child(c.head, "obl", "ccomp") == nlp.None {
		return true
	}
	return f.verbs.at(f.doc, c.head)&speak != 0 && f.trees.Child(c.head, "nsubj") != nlp.None &&
		f.doc.Tokens[f.trees.Child(c.head, "nsubj")].Deprel != "nsubj:pass"
}
