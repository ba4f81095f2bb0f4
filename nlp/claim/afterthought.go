package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// sourceBehind returns a claim by whoever sentence s names last as having said it, to fill in, and the last token of what was said, where no
// quote was found because the tree went wrong: "The army fired two missiles on Wednesday, South Korea's military said."; or nil.
func (f *finder) sourceBehind(s nlp.Sentence) (*nlp.Claim, int) {
	tokens := f.doc.Tokens
	v := s.First + s.Count - 1
	for v > s.First && isMark(&tokens[v]) {
		v--
	}
	if tokens[v].UPOS != "VERB" || f.cueOf[v] != 0 || f.verbs.at(f.doc, v)&speak == 0 || !finiteTag(tokens[v].XPOS) && tokens[v].XPOS != "VBN" {
		return nil, 0
	}
	comma := v - 1
	for comma > s.First && tokens[comma].Lower != "," {
		if tok := tokens[comma]; f.maybeVerb(comma) || tok.UPOS == "AUX" || tok.UPOS == "SCONJ" || v-comma > 10 || f.cueOf[comma] != 0 {
			return nil, 0
		}
		comma--
	}
	first := comma + 1
	if comma <= s.First || first >= v || tokens[first].UPOS == "ADP" || tokens[first].UPOS == "CCONJ" || tokens[first].UPOS == "ADV" {
		return nil, 0
	}
	said := false
	for t := s.First; t < comma; t++ {
		said = said || finiteTag(tokens[t].XPOS)
	}
	if !said || !f.speaks(v-1) || f.inTime(v-1) {
		return nil, 0
	}
	claim := &nlp.Claim{Source: nlp.Span{Start: tokens[first].Start, End: tokens[v-1].End}, Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
	if e := f.sourceOf(v - 1); e != nlp.None {
		claim.Claimants = []int{e}
	}
	return claim, comma - 1
}
