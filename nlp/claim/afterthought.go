package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// sourceBehind returns a claim by whoever sentence s names last as having said or found it, to fill in, and the last token of what was said,
// where no quote was found because the tree went wrong: "The army fired two missiles on Wednesday, South Korea's military said.", "Coffee is
// bad for the heart, a study has found."; or nil.
func (f *finder) sourceBehind(s nlp.Sentence) (*nlp.Claim, int) {
	tokens := f.doc.Tokens
	v := f.sayingLast(s)
	if v == nlp.None {
		return nil, 0
	}
	end := v // behind the source
	for end > s.First && tokens[end-1].UPOS == "AUX" {
		end--
	}
	comma, head := end-1, end-1
	for comma > s.First && tokens[comma].Lower != "," {
		if tok := tokens[comma]; f.maybeVerb(comma) || tok.UPOS == "AUX" || tok.UPOS == "SCONJ" || end-comma > 10 || f.cueOf[comma] != 0 {
			return nil, 0
		}
		if tokens[comma].UPOS == "ADP" {
			head = comma - 1 // "a study by the university"
		}
		comma--
	}
	first := comma + 1
	if comma <= s.First || first >= end || tokens[first].UPOS == "ADP" || tokens[first].UPOS == "CCONJ" || tokens[first].UPOS == "ADV" {
		return nil, 0
	}
	said := false
	for t := s.First; t < comma; t++ {
		said = said || finiteTag(tokens[t].XPOS)
	}
	if !said || !f.speaks(head) || f.inTime(head) {
		return nil, 0
	}
	claim := &nlp.Claim{Source: nlp.Span{Start: tokens[first].Start, End: tokens[end-1].End}, Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
	if e := f.sourceOf(head); e != nlp.None {
		claim.Claimants = []int{e}
	}
	return claim, comma - 1
}

// sayingLast returns the verb of saying or finding with which sentence s ends, but for a time behind it, if it is in no quote; or nlp.None.
func (f *finder) sayingLast(s nlp.Sentence) int {
	tokens := f.doc.Tokens
	v := s.First + s.Count - 1
	for v > s.First && isMark(&tokens[v]) {
		v--
	}
	for end := v; v > s.First && tokens[v].UPOS != "VERB" && (f.inTime(v) || v < end && tokens[v].UPOS == "ADP"); {
		v-- // "… ruled on Wednesday"
	}
	if tokens[v].UPOS != "VERB" || f.cueOf[v] != 0 || f.verbs.at(f.doc, v)&(speak|judge|argue) == 0 || !finiteTag(tokens[v].XPOS) && tokens[v].XPOS != "VBN" {
		return nlp.None
	}
	return v
}
