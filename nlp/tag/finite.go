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

// isFinite reports whether a Penn tag is that of a finite verb or a modal.
func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}
