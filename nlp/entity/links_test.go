package entity_test

import (
	"context"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// linkPipeline returns a pipeline up to entities whose links are those of a table, or the embedded ones if table is empty.
func linkPipeline(t *testing.T, table string) *nlp.Pipeline {
	t.Helper()
	entities := nlp.Make(entity.New)
	if table != "" {
		links, err := entity.ReadLinks(strings.NewReader(table))
		if err != nil {
			t.Fatal(err)
		}
		entities = nlp.Make(func() (*entity.Annotator, error) { return entity.NewWith(links) })
	}
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(name.New), entities)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// linkOf returns the item and title that the entity called name is linked to in text.
func linkOf(t *testing.T, p *nlp.Pipeline, text, name string) (item, title string) {
	t.Helper()
	doc := &nlp.Document{Text: text}
	if err := p.Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	for _, e := range doc.Entities {
		if e.Name == name {
			if linked := e.Link.WikidataID != "" || e.Link.WikipediaTitle != ""; linked != (e.Link.Confidence > 0) {
				t.Errorf("%q: the confidence of the link of %s is %v", text, name, e.Link.Confidence)
			}
			return e.Link.WikidataID, e.Link.WikipediaTitle
		}
	}
	t.Fatalf("%q: no entity %s", text, name)
	return "", ""
}

// A linkCase is an entity of a text, and what it should be linked to.
type linkCase struct{ text, name, item, title string }

func checkLinks(t *testing.T, p *nlp.Pipeline, cases []linkCase) {
	t.Helper()
	for _, c := range cases {
		if item, title := linkOf(t, p, c.text, c.name); item != c.item || title != c.title {
			t.Errorf("%q: %s is linked to %q, %q, want %q, %q", c.text, c.name, item, title, c.item, c.title)
		}
	}
}

func TestEmbeddedLinks(t *testing.T) {
	p := linkPipeline(t, "")
	checkLinks(t, p, []linkCase{
		{"The talks in Nairobi ended without a deal.", "Nairobi", "Q3870", "Nairobi"},
		{"Ann lives in St. Petersburg.", "St. Petersburg", "Q656", "Saint Petersburg"},
		{"Troops entered N'Djamena at dawn.", "N'Djamena", "Q3659", "N'Djamena"},
		{"The U.S. will send aid.", "U.S.", "Q30", "United States"},
		{"Lagos is in Nigeria.", "Nigeria", "Q1033", "Nigeria"},
		{"The World Health Organization (WHO) warned of a new wave.", "World Health Organization", "Q7817", "World Health Organization"},
		{"Volodymyr Zelensky thanked the parliament.", "Volodymyr Zelensky", "Q3874799", "Volodymyr Zelenskyy"},
		{"Nancy Pelosi was in the audience.", "Nancy Pelosi", "Q170581", "Nancy Pelosi"},
		// Names that many bear are a politician's beside words of politics only.
		{"Rep. Mike Johnson, a Republican, voted against it.", "Mike Johnson", "Q19880665", "Mike Johnson"},
		{"Mike Johnson, a baker from Leeds, won the cup.", "Mike Johnson", "", ""},
		// Names of two things.
		{"They flew to Georgia on Monday.", "Georgia", "", ""},
		{"Protests in Georgia went on, and police in Tbilisi made arrests.", "Georgia", "Q230", "Georgia (country)"},
		{"The council of Little Wombury met.", "Little Wombury", "", ""},
	})
}

func TestLinksGiven(t *testing.T) {
	p := linkPipeline(t, `# A table of our own.

The Tarnow Bank	ORGANIZATION	Q1	Tarnow
Tarnow Motors Ltd.	ORGANIZATION	Q2
Ossip al-Raji	PERSON		Ossip al-Raji
Mercy Vane	PERSON	Q3	Mercy Vane (singer)	album concert singer
Mercy Vane	PERSON	Q4	Mercy Vane (judge)	judge court
Tom Holm	PERSON	Q5
Tom Holm	PERSON	Q6
Thomas Holm	PERSON	Q5
`)
	checkLinks(t, p, []linkCase{
		{"Officials of the Tarnow Bank met on Monday.", "Tarnow Bank", "Q1", "Tarnow"},
		{"Shares of Tarnow Motors rose on Monday.", "Tarnow Motors", "Q2", ""},
		{"“No,” Ossip al-Raji said. Al-Raji left.", "Ossip al-Raji", "", "Ossip al-Raji"},
		{"The singer Mercy Vane left the stage.", "Mercy Vane", "Q3", "Mercy Vane (singer)"},
		{"Judge Mercy Vane sent them home.", "Mercy Vane", "Q4", "Mercy Vane (judge)"},
		{"Mercy Vane went home.", "Mercy Vane", "", ""},
		{"The judge heard that Mercy Vane gave a concert.", "Mercy Vane", "", ""},
		{"Tom Holm went home.", "Tom Holm", "", ""},
		{"Thomas Holm went home.", "Thomas Holm", "Q5", ""},
		{"Troops entered Nairobi at dawn.", "Nairobi", "", ""},
	})
}

func TestBadLinks(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"Ann Smith\tPERSON\n", "line 1: 2 columns between tabs, want 3 to 5"},
		{"# a\n\nAnn Smith\tPERSON\tQ1\ta\tb\tc\n", "line 3: 6 columns between tabs"},
		{"Ann Smith\tperson\tQ1\n", `line 1: the type is "person", and must be PERSON, `},
		{"Ann Smith\tENTITY_TYPE_UNSPECIFIED\tQ1\n", `line 1: the type is "ENTITY_TYPE_UNSPECIFIED"`},
		{"--\tPERSON\tQ1\n", `line 1: the name is "--"`},
		{"Ann Smith\tPERSON\t30\n", `line 1: the Wikidata item is "30", and must be such as Q30`},
		{"Ann Smith\tPERSON\tQ\tAnn\n", `line 1: the Wikidata item is "Q"`},
		{"Ann Smith\tPERSON\tQ03\tAnn\n", `line 1: the Wikidata item is "Q03"`},
		{"Ann Smith\tPERSON\t\t\tword\n", `line 1: "Ann Smith" has neither a Wikidata item nor a Wikipedia title`},
		{"Ann Smith\tPERSON\tQ1\n\xff\tPERSON\tQ2\n", "line 2: not valid UTF-8"},
		{"Ann Smith\tPERSON\tQ1\n" + strings.Repeat("a", 1<<17), "line 2: "},
	} {
		_, err := entity.ReadLinks(strings.NewReader(c.table))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("the error of %.40q is %v, want %s…", c.table, err, c.want)
		}
	}
	if _, err := entity.ReadLinks(strings.NewReader("Ann Smith\tPERSON\tQ1\r\n\r\n")); err != nil {
		t.Errorf("the error of lines that end with CRLF is %v", err)
	}
}
