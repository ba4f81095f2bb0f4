package main

import (
	"cmp"
	_ "embed"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/train/bio"
)

// Tables of our own: names joined by "|", Wikidata item if it is known for sure, title in the English Wikipedia, and words of which one must
// stand beside a name that others bear too.
//
//go:embed places.tsv
var placesTSV string

//go:embed bodies.tsv
var bodiesTSV string

//go:embed leaders.tsv
var leadersTSV string

// A link is a line of links.txt.
type link struct{ name, typ, item, title, context string }

// politics are the words of which one must stand beside a politician's name if others are likely to bear it.
const politics = "congress congressional congressman congresswoman democrat democratic gop governor house lawmaker president rep representative " +
	"republican sen senate senator"

// links lists what names stand for: countries, capitals and large cities, international bodies, leaders, politicians of the United States. A
// name that would stand for several is left out.
func links(folder string) (string, error) {
	byName := make(map[[2]string][]link) // by name and type
	add := func(l link) {
		l.name = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(l.name), ".", ""))
		l.name = strings.TrimPrefix(l.name, "the ")
		key := [2]string{l.name, l.typ}
		if !slices.Contains(byName[key], l) {
			byName[key] = append(byName[key], l)
		}
	}
	for _, t := range []struct{ text, typ string }{{placesTSV, "LOCATION"}, {bodiesTSV, "ORGANIZATION"}, {leadersTSV, "PERSON"}} {
		err := bio.Rows(strings.NewReader(t.text), func(c func(string) string) {
			for name := range strings.SplitSeq(c("names"), "|") {
				add(link{name, t.typ, c("wikidata"), c("title"), c("context")})
			}
		})
		if err != nil {
			return "", err
		}
	}
	err := eachCountry(folder, func(item, title string, names []string) {
		for _, name := range names {
			if byName[[2]string{name, "LOCATION"}] == nil && !slices.Contains(several, name) { // the table of our own knows better
				add(link{name, "LOCATION", item, title, ""})
			}
		}
	})
	if err != nil {
		return "", err
	}
	if err := congress(folder, add); err != nil {
		return "", err
	}
	var lines []link
	for _, found := range byName {
		if len(found) == 1 {
			lines = append(lines, found[0])
		}
	}
	slices.SortFunc(lines, func(a, b link) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.typ, b.typ)) })
	var b strings.Builder
	b.WriteString("# What names stand for, written by train/facts: name, type, Wikidata item, title in the English Wikipedia, words nearby.\n")
	for _, l := range lines {
		b.WriteString(strings.TrimRight(strings.Join([]string{l.name, l.typ, l.item, l.title, l.context}, "\t"), "\t") + "\n")
	}
	return b.String(), nil
}

// congress adds members of the Congress of the United States, presidents and vice presidents, under the names that they are called by.
func congress(folder string, add func(link)) error {
	bearers, err := newBearers(folder)
	if err != nil {
		return err
	}
	return bio.Table(filepath.Join(folder, "us_politicians.tsv"), func(c func(string) string) {
		if c("wikipedia") == "" {
			return
		}
		first, last := c("first"), c("last")
		for _, name := range []string{first + " " + last, c("nickname") + " " + last, c("wikipedia"), first + " " + c("middle") + " " + last} {
			name, _, _ = strings.Cut(name, " (")
			words := strings.Fields(name)
			if len(words) < 2 {
				continue
			}
			l := link{strings.Join(words, " "), "PERSON", c("wikidata"), c("wikipedia"), ""}
			if bearers.of(words) >= fewBearers || strings.Contains(c("wikipedia"), "(") {
				l.context = politics
			}
			add(l)
		}
	})
}

// fewBearers is how many people of the United States may bear a politician's name for it to be taken for the politician's wherever it stands,
// unless Wikipedia has to tell several of that name apart.
const fewBearers = 30

// bearers estimates how many people of the United States bear a name: as if first and last names were drawn apart.
type bearers struct {
	given    map[string]float64 // share of people by first name
	surnames map[string]float64 // number of people by last name
}

func newBearers(folder string) (*bearers, error) {
	const people = 330e6
	b := &bearers{make(map[string]float64), make(map[string]float64)}
	var births float64
	err := bio.Table(filepath.Join(folder, "given_names_us.tsv.gz"), func(c func(string) string) {
		male, _ := strconv.ParseFloat(c("male"), 64)
		female, _ := strconv.ParseFloat(c("female"), 64)
		b.given[strings.ToLower(c("name"))] = male + female
		births += male + female
	})
	if err != nil {
		return nil, err
	}
	for name := range b.given {
		b.given[name] /= births
	}
	err = bio.Table(filepath.Join(folder, "surnames_us.tsv.gz"), func(c func(string) string) {
		percent, _ := strconv.ParseFloat(c("percent"), 64)
		b.surnames[strings.ToLower(c("surname"))] = people * percent / 100
	})
	return b, err
}

// of returns how many bear a name. Names with a middle name or more are borne by few.
func (b *bearers) of(words []string) float64 {
	if len(words) > 2 {
		return 0
	}
	return b.given[strings.ToLower(words[0])] * b.surnames[strings.ToLower(words[1])]
}
