package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/train/bio"
)

// titles are the titles of articles of Wikipedia that are not the name that the gazetteer has.
var titles = map[string]string{
	"Bahamas": "The Bahamas", "Bosnia": "Bosnia and Herzegovina", "Cocos Islands": "Cocos (Keeling) Islands",
	"Congo - Brazzaville": "Republic of the Congo", "Congo - Kinshasa": "Democratic Republic of the Congo", "Czechia": "Czech Republic",
	"Côte d’Ivoire": "Ivory Coast", "Gambia": "The Gambia", "Georgia": "Georgia (country)", "Ireland": "Republic of Ireland", "Macao": "Macau",
	"Micronesia": "Federated States of Micronesia", "Pitcairn": "Pitcairn Islands", "St. Martin": "Collectivity of Saint Martin",
	"St. Vincent & Grenadines": "Saint Vincent and the Grenadines", "Türkiye": "Turkey", "U.S. Virgin Islands": "United States Virgin Islands",
}

// several are names that the gazetteer has for one country, and news has for two.
var several = []string{"congo", "korea"}

// titleOf returns the title of a country's article.
func titleOf(name string) string {
	return cmp.Or(titles[name], strings.NewReplacer(" & ", " and ", "St. ", "Saint ").Replace(name))
}

// eachCountry calls do with the Wikidata item of each country, the title of its article, and those of its names, in lower case, that are no others': Georgia is a
// country and a state, "Netherlands" also stands beside those in the Caribbean.
func eachCountry(folder string, do func(item, title string, names []string)) error {
	regions := make(map[string]bool)
	err := bio.Table(filepath.Join(folder, "regions.tsv"), func(c func(string) string) { regions[c("region")] = true })
	if err != nil {
		return err
	}
	table := filepath.Join(folder, "countries.tsv")
	uses := make(map[string]int)
	proper := make(map[string]string) // item by proper name
	namesOf := func(c func(string) string) []string { return strings.Split(c("name")+"|"+c("aliases"), "|") }
	err = bio.Table(table, func(c func(string) string) {
		proper[c("name")] = c("wikidata")
		for _, name := range namesOf(c) {
			uses[name]++
		}
	})
	if err != nil {
		return err
	}
	return bio.Table(table, func(c func(string) string) {
		if c("wikidata") == "" {
			return
		}
		var names []string
		for _, name := range namesOf(c) {
			known := !regions[name] && (uses[name] < 2 || proper[name] == c("wikidata"))
			name = strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(name, ".", "")), "the ")
			if known && len(name) > 2 && !strings.Contains(name, ",") && !strings.Contains(name, "disputed") && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if names != nil {
			do(c("wikidata"), titleOf(c("name")), names)
		}
	})
}
