package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// untrueWord returns the word of untruth that the stretch from first to last, which has no verb, is made of: "a lie from start to finish",
// "absolute rubbish", "not true"; or nlp.None.
func (f *finder) untrueWord(first, last int) int {
	found := nlp.None
	for t := first; t <= last; t++ {
		tok := &f.doc.Tokens[t]
		switch tok.UPOS {
		case "VERB", "AUX":
			return nlp.None
		case "ADV":
			if tok.Lower == "so" && t > first && f.doc.Tokens[t-1].Lower == "not" && t == last {
				found = t
			}
		case "NOUN", "ADJ", "PROPN", "INTJ":
			is := (f.words.of(tok.Lemma)|f.words.of(tok.Lower))&untrue != 0
			negated := t > first && f.doc.Tokens[t-1].Lower == "not" && tok.Lower != "innocent"
			if found == nlp.None && (is && !negated || negated && (tok.Lower == "true" || tok.Lower == "so")) {
				found = t
			}
			if tok.UPOS == "NOUN" && found == nlp.None {
				return nlp.None // it is said of something else
			}
		}
		if t-first >= 4 && found == nlp.None {
			return nlp.None
		}
	}
	return found
}

// shortAnswer adds the denial that the direct quote q is if it is no sentence but a word for what is not so.
func (f *finder) shortAnswer(q int, claim nlp.Claim) {
	quote := &f.quotes[q]
	if quote.Kind != nlp.Direct || quote.Source.IsZero() || len(quote.Content) == 0 {
		return
	}
	first, last := f.tokensIn(quote.Content[0])
	for first <= last && isMark(&f.doc.Tokens[first]) {
		first++
	}
	for first <= last && isMark(&f.doc.Tokens[last]) {
		last--
	}
	if first > last {
		return
	}
	if s := f.doc.Sentences[f.sentenceOf(first)]; last >= s.First+s.Count {
		return
	}
	word := f.untrueWord(first, last)
	if word == nlp.None {
		return
	}
	claim.Type = nlp.Denial
	f.add(claim, word, first, last)
}
