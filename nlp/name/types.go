package name

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed sorts.txt
var sortsTxt string

// sorts tell what names are by words in them.
type sorts map[string]nlp.EntityType

// readSorts reads the form of sorts.txt.
func readSorts(text string) (sorts, error) {
	types := map[string]nlp.EntityType{"group": nlp.Group, "event": nlp.Event, "work": nlp.Work, "product": nlp.Product}
	out := make(sorts)
	for line := range strings.Lines(text) {
		sort, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		t, ok := types[sort]
		if !ok {
			return nil, fmt.Errorf("unknown sort %q", sort)
		}
		for w := range strings.FieldsSeq(words) {
			out[w] = t
		}
	}
	return out, nil
}

// typeOf returns the type of a name. Those that are miscellaneous are told apart by the last of their words that the list knows,
// else by their grammar: a people is an adjective or a plural, a thing has a number in it.
func (a *Annotator) typeOf(v *view, s span) nlp.EntityType {
	switch s.sort {
	case person:
		return nlp.Person
	case organization:
		return nlp.Organization
	case location:
		return nlp.Location
	}
	tokens := v.doc.Tokens[s.first:s.end]
	end := len(tokens)
	for i := range tokens { // "Treaty of Lisbon": the head comes before "of"
		if i > 0 && (tokens[i].Lower == "of" || tokens[i].Lower == "on" || tokens[i].Lower == "for") {
			if a.sorts[tokens[i-1].Lower] != 0 {
				end = i
			}
			break
		}
	}
	for i := end - 1; i >= 0; i-- {
		if t := a.sorts[tokens[i].Lower]; t != 0 {
			return t
		}
	}
	head := &tokens[len(tokens)-1]
	known := v.toks[s.end-1].match[6-1] != 0 // Demonym
	switch {
	case known, len(tokens) == 1 && (head.UPOS == "ADJ" || strings.HasSuffix(head.XPOS, "S") && strings.HasSuffix(head.Lower, "s")):
		return nlp.Group
	case len(tokens) == 1 && peopleLike(head.Lower):
		return nlp.Group
	}
	for i := range tokens {
		if tokens[i].UPOS == "NUM" || strings.ContainsAny(tokens[i].Lower, "0123456789") {
			return nlp.Product
		}
	}
	if before := s.first - 1; before >= 0 && len(tokens) > 1 && isMark(v.doc.Tokens[before].Lower) {
		return nlp.Work
	}
	if len(tokens) > 2 {
		return nlp.Work
	}
	return nlp.Product
}

func isMark(w string) bool {
	return w == `"` || w == "“" || w == "‘" || w == "'" || w == "``" || w == "«"
}

// peopleLike reports whether a word ends as those for members of a people, faith or camp do.
func peopleLike(w string) bool {
	for _, end := range []string{"ian", "ians", "ese", "ish", "ist", "ists", "ite", "ites", "crat", "crats", "ican", "icans", "lim", "lims"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
