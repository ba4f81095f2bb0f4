package entity

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed nouns.txt
var nounsTxt string

//go:embed titles.txt
var titlesTxt string

// A gender is what is known of the sex of somebody.
type gender uint8

const (
	unknownGender gender = iota
	male
	female
)

// A noun is what is known of a common noun: the types of entity that it can refer to, and the gender of persons.
type noun struct {
	types  typeSet
	gender gender
}

// A typeSet is a set of types of entity; empty if nothing is known.
type typeSet uint8

// anyType is the set of all types.
const anyType typeSet = 1<<nlp.Product - 1

func setOf(t nlp.EntityType) typeSet           { return 1 << t >> 1 }
func (s typeSet) has(t nlp.EntityType) bool    { return s&setOf(t) != 0 }
func (s typeSet) only(t nlp.EntityType) bool   { return s == setOf(t) }
func (s typeSet) agrees(t nlp.EntityType) bool { return s == 0 || t == 0 || s.has(t) }

// A lexicon knows words.
type lexicon struct {
	nouns    map[string]noun   // by lemma
	titles   map[string]gender // by lower-case form without full stops
	given    map[string]gender // by lower-case given name
	surnames map[string]bool   // given names that are surnames, too

	peoples   map[string]string // one form for the words of a people, by each of them
	countries map[string]string // one name for each country, by each of its names
}

func newLexicon() (*lexicon, error) {
	l := &lexicon{
		nouns: make(map[string]noun), titles: make(map[string]gender), given: make(map[string]gender), surnames: make(map[string]bool),
		peoples: make(map[string]string), countries: make(map[string]string),
	}
	sorts := map[string]noun{
		"man":          {setOf(nlp.Person), male},
		"woman":        {setOf(nlp.Person), female},
		"person":       {setOf(nlp.Person), unknownGender},
		"people":       {setOf(nlp.Person) | setOf(nlp.Group), unknownGender},
		"organization": {setOf(nlp.Organization), unknownGender},
		"location":     {setOf(nlp.Location), unknownGender},
		"group":        {setOf(nlp.Group), unknownGender},
		"event":        {setOf(nlp.Event), unknownGender},
		"work":         {setOf(nlp.Work), unknownGender},
		"product":      {setOf(nlp.Product), unknownGender},
	}
	err := eachWord(nounsTxt, func(sort, word string) error {
		s, ok := sorts[sort]
		if !ok {
			return fmt.Errorf("nouns of unknown sort %q", sort)
		}
		n := l.nouns[word]
		n.types |= s.types
		if n.gender == unknownGender {
			n.gender = s.gender
		}
		l.nouns[word] = n
		return nil
	})
	if err != nil {
		return nil, err
	}
	genders := map[string]gender{"man": male, "woman": female, "person": unknownGender}
	err = eachWord(titlesTxt, func(sort, word string) error {
		g, ok := genders[sort]
		if !ok {
			return fmt.Errorf("titles of unknown sort %q", sort)
		}
		l.titles[word] = g
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := l.readGiven(); err != nil {
		return nil, err
	}
	l.readPeoples()
	l.readCountries()
	return l, nil
}

// eachWord calls do for each word of lines such as "sort: word word".
func eachWord(text string, do func(sort, word string) error) error {
	for line := range strings.Lines(text) {
		sort, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			if err := do(sort, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// lowerLemma returns the lemma of a token in lower case.
func lowerLemma(tok *nlp.Token) string { return strings.ToLower(tok.Lemma) }

// noun returns what is known of a lemma; a compound with a hyphen is what its last part is.
func (l *lexicon) noun(lemma string) noun {
	lemma = strings.ToLower(lemma)
	n, ok := l.nouns[lemma]
	if !ok {
		if i := strings.LastIndexByte(lemma, '-'); i >= 0 {
			n = l.nouns[lemma[i+1:]]
		}
	}
	return n
}
