package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/token"
	"github.com/hearsay-nlp/hearsay/train/bio"
)

// buildGazetteer returns the file form of what the tables of a folder, and a list of groups, know.
func buildGazetteer(folder, groups string) ([]byte, error) {
	tokens, err := token.New()
	if err != nil {
		return nil, err
	}
	phrases := make(map[uint32]name.Class)
	add := func(class name.Class, list string) {
		for phrase := range strings.SplitSeq(list, "|") {
			if len([]rune(phrase)) < 2 {
				continue
			}
			doc := &nlp.Document{Text: phrase}
			tokens.Annotate(doc)
			if n := len(doc.Tokens); n > 0 && n <= 6 {
				phrases[name.PhraseKey(doc.Tokens)] |= class
			}
		}
	}
	const often, rare = 5000, 1000
	surnames := 0
	tables := []struct {
		file string
		row  func(column func(string) string)
	}{
		{"countries.tsv", func(c func(string) string) {
			add(name.Country, c("name")+"|"+c("aliases"))
			add(name.Capital, c("capital"))
			add(name.Demonym, c("demonym_adjectives")+"|"+c("demonym_nouns"))
		}},
		{"cities.tsv.gz", func(c func(string) string) {
			class := name.City
			if n, _ := strconv.Atoi(c("population")); n >= 100_000 {
				class = name.BigCity
			}
			add(class, c("name")+"|"+c("asciiname"))
		}},
		{"regions.tsv", func(c func(string) string) { add(name.Region, c("region")) }},
		{"political_parties.tsv", func(c func(string) string) { add(name.Party, c("party")+"|"+c("other_names")) }},
		{"us_politicians.tsv", func(c func(string) string) {
			add(name.Leader, c("first")+" "+c("last"))
			add(name.Surname, c("last"))
		}},
		{"world_leaders.tsv", func(c func(string) string) {
			words := strings.Fields(c("title_and_name"))
			for len(words) > 2 && (words[0] == "President" || words[0] == "Prime" || words[0] == "Minister" || words[0] == "King" || words[0] == "Queen") {
				words = words[1:]
			}
			add(name.Leader, strings.Join(words, " "))
		}},
		{"given_names_us.tsv.gz", func(c func(string) string) {
			male, _ := strconv.Atoi(c("male"))
			female, _ := strconv.Atoi(c("female"))
			switch n := male + female; {
			case n >= often:
				add(name.GivenName, c("name"))
			case n >= rare:
				add(name.RareGivenName, c("name"))
			}
		}},
		{"given_names_world.tsv", func(c func(string) string) { add(name.GivenName, c("romanized")) }},
		{"surnames_us.tsv.gz", func(c func(string) string) {
			switch surnames++; {
			case surnames <= 8000:
				add(name.Surname, c("surname"))
			case surnames <= 40_000:
				add(name.RareSurname, c("surname"))
			}
		}},
		{"surnames_world.tsv", func(c func(string) string) { add(name.Surname, c("romanized")) }},
	}
	for _, t := range tables {
		if err := bio.Table(filepath.Join(folder, t.file), t.row); err != nil {
			return nil, err
		}
	}
	list, err := os.ReadFile(groups)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(list)) {
		if !strings.HasPrefix(line, "#") {
			add(name.Demonym, strings.TrimSpace(line))
		}
	}
	return name.EncodeGazetteer(phrases), nil
}
