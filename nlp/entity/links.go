package entity

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// links.txt has a line for each name that stands for one thing only, as far as its tables know: the name as forms have it, the type,
// the Wikidata id and the Wikipedia title. Written by train/facts.
//
//go:embed links.txt
var linksTxt string

type linkKey struct {
	name string
	typ  nlp.EntityType
}

func (l *lexicon) readLinks() error {
	l.links = make(map[linkKey]nlp.Link)
	types := map[string]nlp.EntityType{"LOCATION": nlp.Location, "PERSON": nlp.Person}
	for line := range strings.Lines(linksTxt) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != 4 || types[c[1]] == 0 {
			return fmt.Errorf("links.txt: bad line %q", line)
		}
		l.links[linkKey{c[0], types[c[1]]}] = nlp.Link{WikidataID: c[2], WikipediaTitle: c[3]}
	}
	return nil
}

// politics are words of texts in which a politician's name is likely to be the politician's.
var politics = wordSet("congress congressional senate senator senators congressman congresswoman representative representatives lawmaker " +
	"lawmakers republican republicans democrat democrats democratic gop president presidential vice-president governor capitol " +
	"legislator legislators sen rep")

// isPolitical reports whether the document has words of politics.
func (r *resolver) isPolitical() bool {
	return slices.ContainsFunc(r.doc.Tokens, func(t nlp.Token) bool { return politics[strings.TrimSuffix(t.Lower, ".")] })
}

// link returns the entry that chain c is linked to: that of one of its names, if no other of its names has another. The people that the
// tables know are politicians, so that others of their names are left alone where the text is not about politics.
func (r *resolver) link(c *chain) nlp.Link {
	var found nlp.Link
	if c.typ == nlp.Person && !r.political {
		return found
	}
	for _, m := range c.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		l, ok := r.lexicon.links[linkKey{r.forms[x.name].key, c.typ}]
		if !ok {
			continue
		}
		if found.WikidataID != "" && found.WikidataID != l.WikidataID {
			return nlp.Link{}
		}
		l.Confidence = max(found.Confidence, x.confidence)
		found = l
	}
	return found
}
