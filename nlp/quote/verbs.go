package quote

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed verbs.txt
var verbsTxt string

// A verbClass is a set of the classes of verbs.txt.
type verbClass uint16

const (
	thoughtVerb verbClass = 1 << iota
	intendedVerb
	tellVerb
	speakVerb
	namingVerb
	performingVerb
	workNoun
	roleNoun
	documentNoun
	kickerWord
)

// attributionVerb is every class of words that attribute content.
const attributionVerb = thoughtVerb | intendedVerb | tellVerb | speakVerb

var verbClassNames = [...]string{"thought", "intended", "tell", "speak", "naming", "performing", "work", "role", "document", "kicker"}

// verbClasses maps lemmas to their classes.
type verbClasses map[string]verbClass

// readVerbs reads the form of verbs.txt.
func readVerbs(text string) (verbClasses, error) {
	out := make(verbClasses)
	for line := range strings.Lines(text) {
		name, lemmas, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		class := verbClass(0)
		for i, n := range verbClassNames {
			if n == name {
				class = 1 << i
			}
		}
		if class == 0 {
			return nil, fmt.Errorf("quotes: unknown class of verbs %q", name)
		}
		for _, lemma := range strings.Fields(lemmas) {
			out[lemma] |= class
		}
	}
	return out, nil
}
