package tag

import "github.com/hearsay-nlp/hearsay/nlp"

// A maybe is a token that could be a finite verb, with that label and by how much it lacks the score of the label it has.
type maybe struct {
	token, label int
	lack         int32
}

// mostLack is what a word has to lack less than to be made the verb of a sentence that has none. Much more would take the verbs of
// headings for granted that have none.
const mostLack = 150

// likelier returns the token whose scores are given, and which has the label best, if it is more likely a finite verb than m, else m.
func (a *Annotator) likelier(m maybe, scores []int32, best, token int) maybe {
	for _, l := range a.finite {
		if lack := scores[best] - scores[l]; lack < m.lack {
			m = maybe{token, l, lack}
		}
	}
	return m
}

// needsVerb reports whether s is long and ends with a full stop, as what has no finite verb seldom is and does: "An explosion tore through the
// terminal on Tuesday."
func needsVerb(doc *nlp.Document, s nlp.Sentence) bool {
	if s.Count < 6 {
		return false
	}
	end := s.First + s.Count
	return doc.Tokens[end-1].Lower == "." || doc.Tokens[end-2].Lower == "." // "….”"
}

// looksPast reports whether token t of s, which got a label of a noun or an adjective, is the past tense of an irregular verb and nothing else, and
// stands where a verb may: "the bookkeeper stole money", but not "a silk stole was found".
func (a *Annotator) looksPast(form string, got label, doc *nlp.Document, s nlp.Sentence, t int) bool {
	if a.past == nlp.None || got.xpos != "NN" && got.xpos != "JJ" && got.xpos != "NNP" || !a.lemmas.past[form] || t == s.First || t+1 >= s.First+s.Count {
		return false
	}
	switch doc.Tokens[t+1].Lower {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might":
		return false
	}
	switch doc.Tokens[t-1].XPOS {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "RB", "WP", "WDT", ",", ")":
		return true
	}
	return false
}

// isFinite reports whether a Penn tag is that of a finite verb or a modal.
func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

// saying are verbs of saying that look like nouns.
var saying = map[string]bool{
	"argues": true, "claims": true, "insists": true, "notes": true, "promises": true, "reckons": true, "recalls": true, "remarks": true, "reports": true, "states": true,
	"suggests": true, "swears": true, "warns": true,
}

// sayingLast returns the word of s, taken for a noun, by which somebody is said to have said what stands before the comma in front of them, "The train
// was too fast, the board states."; or nlp.None.
func sayingLast(doc *nlp.Document, s nlp.Sentence) int {
	last := s.First + s.Count - 1
	for last > s.First && doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	if tok := &doc.Tokens[last]; last < s.First+3 || !saying[tok.Lower] || tok.XPOS != "NNS" && tok.XPOS != "NN" {
		return nlp.None
	}
	comma := last - 1
	for ; comma > max(s.First, last-9) && doc.Tokens[comma].Lower != ","; comma-- {
		switch doc.Tokens[comma].XPOS {
		case "DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "VBN", "VBG":
		default:
			return nlp.None
		}
	}
	if first := &doc.Tokens[comma+1]; doc.Tokens[comma].Lower != "," || comma+1 == last || first.XPOS != "DT" && first.XPOS != "PRP$" && first.XPOS != "NNP" {
		return nlp.None
	}
	for t := s.First; t < comma; t++ {
		if isFinite(doc.Tokens[t].XPOS) {
			return last
		}
	}
	return nlp.None
}
