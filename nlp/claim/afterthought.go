package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// sourceBehind returns a claim by whoever sentence s names last as having said or found it, to fill in, and the last token of what was said,
// where no quote was found because the tree went wrong: "The army fired two missiles on Wednesday, South Korea's military said.", "Coffee is
// bad for the heart, a study has found."; or nil.
func (f *finder) sourceBehind(s nlp.Sentence) (*nlp.Claim, int) {
	v := f.sayingLast(s)
	if v == nlp.None {
		return nil, 0
	}
	first, end, head := f.phraseBefore(v)
	if head == nlp.None {
		return nil, 0
	}
	tokens := f.doc.Tokens
	claim := &nlp.Claim{Source: nlp.Span{Start: tokens[first].Start, End: tokens[end].End}, Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
	if e := f.sourceOf(head); e != nlp.None {
		claim.Claimants = []int{e}
	}
	return claim, first - 2
}

// phraseBefore returns the first and last token and the head of the phrase between a comma, with a clause before it, and the verb v of saying:
// "…, [a study by the university] has found"; head is nlp.None if there is none.
func (f *finder) phraseBefore(v int) (first, last, head int) {
	tokens := f.doc.Tokens
	s := f.doc.Sentences[f.sentenceOf(v)]
	end := v
	for end > s.First && tokens[end-1].UPOS == "AUX" {
		end--
	}
	comma := end - 1
	if inner := f.appositionBefore(s.First, comma); inner != nlp.None {
		comma = inner - 1 // "the rector of the university, [Ann Hall], announced"
	}
	head = comma
	for comma > s.First && tokens[comma].Lower != "," {
		led := tokens[comma].XPOS == "VBN" && tokens[comma+1].Lower == "by" // "a team led by Ann Hall"
		if tok := tokens[comma]; f.maybeVerb(comma) && !led && tok.Deprel != "amod" || tok.UPOS == "AUX" || tok.UPOS == "SCONJ" || end-comma > 10 || f.cueOf[comma] != 0 {
			return 0, 0, nlp.None
		}
		if led || tokens[comma].UPOS == "ADP" {
			head = comma - 1
		}
		comma--
	}
	first = comma + 1
	if comma <= s.First || first >= end || tokens[first].UPOS == "ADP" || tokens[first].UPOS == "CCONJ" || tokens[first].UPOS == "ADV" {
		return 0, 0, nlp.None
	}
	said := false
	for t := s.First; t < comma; t++ {
		said = said || f.maybeVerb(t) || tokens[t].UPOS == "VERB" && f.trees.Child(t, "nsubj") != nlp.None
	}
	if !said || !f.speaks(head) || f.inTime(head) {
		return 0, 0, nlp.None
	}
	return first, end - 1, head
}

// appositionBefore returns the comma that opens the name or age which the one at t closes, "the rector, [Ann Hall], announced"; or nlp.None.
func (f *finder) appositionBefore(first, t int) int {
	if t <= first || f.doc.Tokens[t].Lower != "," {
		return nlp.None
	}
	for i := t - 1; i > max(first, t-8); i-- {
		switch tok := &f.doc.Tokens[i]; {
		case tok.Lower == ",":
			if i < t-1 {
				return i
			}
			return nlp.None
		case tok.UPOS == "VERB" || tok.UPOS == "AUX" || tok.UPOS == "SCONJ" || tok.UPOS == "CCONJ" || tok.UPOS == "PRON":
			return nlp.None
		}
	}
	return nlp.None
}

// sayingLast returns the verb of saying or finding with which sentence s ends, but for a time behind it, if it is in no quote; or nlp.None.
func (f *finder) sayingLast(s nlp.Sentence) int {
	tokens := f.doc.Tokens
	v := s.First + s.Count - 1
	for v > s.First && isMark(&tokens[v]) {
		v--
	}
	end := v
	for v > s.First && tokens[v].UPOS != "VERB" && (f.inTime(v) || v < end && tokens[v].UPOS == "ADP") {
		v-- // "… ruled on Wednesday"
	}
	for t := end; t > max(s.First, end-8) && tokens[t].UPOS != "PUNCT" && tokens[t].UPOS != "SCONJ" && tokens[t].UPOS != "AUX"; t-- {
		if next := tokens[min(t+1, len(tokens)-1)].Lower; tokens[t].UPOS == "VERB" && (tokens[t].Lower == "told" || next == "in" || next == "at") {
			v = t // "… told the court in Leeds", "… said in a letter"
		}
	}
	if tokens[v].UPOS != "VERB" || f.cueOf[v] != 0 {
		v = f.sayingBefore(s)
	}
	if v == nlp.None || f.cueOf[v] != 0 || f.verbs.at(f.doc, v)&(speak|judge|argue) == 0 && tokens[v].Lemma != "promise" && tokens[v].Lemma != "show" || !finiteTag(tokens[v].XPOS) && tokens[v].XPOS != "VBN" {
		return nlp.None
	}
	return v
}

// sayingBefore returns the verb of saying of sentence s behind which only stands when it was said: "…, the agency promised yesterday [after a ceiling
// came down]"; or nlp.None.
func (f *finder) sayingBefore(s nlp.Sentence) int {
	tokens := f.doc.Tokens
	comma := false
	for t := s.First + 1; t+2 < s.First+s.Count; t++ {
		tok := &tokens[t]
		if tok.Lower == "," {
			comma = true
		}
		if !comma || tok.UPOS != "VERB" || tok.XPOS != "VBD" || f.verbs.at(f.doc, t)&(speak|argue) == 0 && tok.Lemma != "promise" {
			continue
		}
		next := t + 1
		for next < s.First+s.Count && (f.inTime(next) || tokens[next].UPOS == "ADP" && f.inTime(min(next+1, len(tokens)-1))) {
			next++
		}
		if next+2 < s.First+s.Count && (whenWords[tokens[next].Lower] || tokens[next].Lower == "," && tokens[next+1].UPOS == "CCONJ") {
			return t
		}
		return nlp.None
	}
	return nlp.None
}
