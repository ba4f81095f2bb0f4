// Command facts writes the tables of facts that nlp/entity reads, out of the gazetteer and tables of its own: given names with their
// sex, the words for peoples, and what names stand for.
//
//	facts -corpora DIR [-out nlp/entity]
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/hearsay-nlp/hearsay/train/bio"
)

// tables are the files of facts, and what makes them of the gazetteer.
var tables = map[string]func(folder string) (string, error){
	"given.txt":     givenNames,
	"peoples.txt":   peoples,
	"countries.txt": countries,
	"links.txt":     links,
}

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/entity", "`folder` to write to")
	flag.Parse()
	for file, table := range tables {
		text, err := table(filepath.Join(*corpora, "gazetteer"))
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*out, file), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// givenNames lists given names that at least 95 of 100 of their bearers share a sex with, if there are enough of them; and which of them
// are surnames, too, so that one that stands alone does not tell a sex.
func givenNames(folder string) (string, error) {
	const least, share = 1500, 0.95
	sexes := make(map[string]string)
	err := bio.Table(filepath.Join(folder, "given_names_world.tsv"), func(c func(string) string) {
		name := strings.ToLower(c("romanized"))
		sex := map[string]string{"M": "man", "F": "woman"}[c("gender")]
		if before, ok := sexes[name]; ok && before != sex {
			sex = ""
		}
		sexes[name] = sex
	})
	if err != nil {
		return "", err
	}
	err = bio.Table(filepath.Join(folder, "given_names_us.tsv.gz"), func(c func(string) string) {
		male, _ := strconv.ParseFloat(c("male"), 64)
		female, _ := strconv.ParseFloat(c("female"), 64)
		if male+female < least {
			return
		}
		name := strings.ToLower(c("name"))
		switch {
		case male >= share*(male+female):
			sexes[name] = "man"
		case female >= share*(male+female):
			sexes[name] = "woman"
		default:
			sexes[name] = ""
		}
	})
	if err != nil {
		return "", err
	}
	surnames, err := surnames(folder, sexes)
	if err != nil {
		return "", err
	}
	lists := make(map[string][]string)
	for _, name := range slices.Sorted(maps.Keys(sexes)) {
		if sex := sexes[name]; sex != "" && len(name) > 1 && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
			lists[sex] = append(lists[sex], name)
			if surnames[name] {
				lists["surname"] = append(lists["surname"], name)
			}
		}
	}
	return fmt.Sprintf("# Given names, written by train/facts; and which of them are surnames, too.\nman: %s\nwoman: %s\nsurname: %s\n",
		strings.Join(lists["man"], " "), strings.Join(lists["woman"], " "), strings.Join(lists["surname"], " ")), nil
}

// surnames returns which of the given names are surnames, too: in the United States of more than one person to forty born with the given
// name, elsewhere of anybody.
func surnames(folder string, given map[string]string) (map[string]bool, error) {
	const people, rare = 2.5e8, 40 // of the census
	out := make(map[string]bool)
	err := bio.Table(filepath.Join(folder, "surnames_world.tsv"), func(c func(string) string) {
		out[strings.ToLower(c("romanized"))] = true
	})
	if err != nil {
		return nil, err
	}
	bearers := make(map[string]float64)
	err = bio.Table(filepath.Join(folder, "surnames_us.tsv.gz"), func(c func(string) string) {
		percent, _ := strconv.ParseFloat(c("percent"), 64)
		bearers[strings.ToLower(c("surname"))] = percent / 100 * people
	})
	if err != nil {
		return nil, err
	}
	born := make(map[string]float64)
	err = bio.Table(filepath.Join(folder, "given_names_us.tsv.gz"), func(c func(string) string) {
		male, _ := strconv.ParseFloat(c("male"), 64)
		female, _ := strconv.ParseFloat(c("female"), 64)
		born[strings.ToLower(c("name"))] = male + female
	})
	for name := range given {
		out[name] = out[name] || bearers[name]*rare > born[name]
	}
	return out, err
}

// peoples lists the words for each country's people.
func peoples(folder string) (string, error) {
	var b strings.Builder
	err := bio.Table(filepath.Join(folder, "countries.tsv"), func(c func(string) string) {
		var words []string
		for w := range strings.SplitSeq(strings.ToLower(c("demonym_adjectives")+"|"+c("demonym_nouns")), "|") {
			if w != "" && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		if len(words) > 1 {
			b.WriteString(strings.Join(words, "|") + "\n")
		}
	})
	return b.String(), err
}

// countries lists the names of each country.
func countries(folder string) (string, error) {
	var b strings.Builder
	err := eachCountry(folder, func(_, _ string, names []string) { b.WriteString(strings.Join(names, "|") + "\n") })
	return b.String(), err
}
