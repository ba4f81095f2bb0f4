package claim_test

import (
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/claim"
)

// disputes are texts with the contradictions that no rule finds, and a model does; one whose phenomenon begins with "not" looks like such a
// dispute and is none.
var disputes = []text{
	{"two accounts of one event", "PORT HALE — A deckhand drowned on Monday off Port Hale. His brother, Sam Reed, said the crew had thrown him overboard. " +
		"The skipper, Ian Stone, said the 19-year-old had slipped on the wet deck.",
		[]string{"3 contradicts 2"}},
	{"how long something went on", "Neighbours said the music went on until dawn. The owner of the club, Paul Grant, insisted that the loudspeakers had been silent " +
		"from midnight. Ann Hall of the council has ordered an inquiry.",
		[]string{"2 contradicts 1"}},
	{"who knew what", "Nurses said they had warned the trust about the mould in March. Chief executive Ann Hall said managers first heard of it in June. " +
		"The ward was closed last week.",
		[]string{"2 contradicts 1"}},
	{"not: two wishes", "Ann Hall wants the mill turned into flats. Paul Grant would rather see it made a museum. The council will decide in May.",
		nil},
	{"not: figures of two days", "The ministry said 12 people were killed on Monday. The army said 20 people were killed on Tuesday. Schools are closed.",
		nil},
	{"not: of two places", "Officials said 40 people were arrested in Paris. The union said 200 people were arrested in Lyon. The courts are busy.",
		nil},
}

func TestDisputes(t *testing.T) {
	rules, err := claim.NewRules()
	if err != nil {
		t.Fatal(err)
	}
	run(t, disputes, func(doc *nlp.Document) []string {
		all := showRelations(doc)
		rules.Annotate(doc)
		if found := showRelations(doc); len(found) > 0 {
			t.Errorf("rules find %q in %q", found, doc.Text)
		}
		return all
	})
}
