package quantity_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/quantity"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func newPipeline(tb testing.TB) *nlp.Pipeline {
	tb.Helper()
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(timex.New), nlp.Make(quantity.New))
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// show writes a quantity as the table below does: the span, the bounds ("~" if approximate), and the unit or currency.
func show(doc *nlp.Document, q nlp.Quantity) string {
	bounds := ""
	if q.Approximate {
		bounds = "~"
	}
	switch {
	case q.HasLow && q.HasHigh && q.Low == q.High:
		bounds += fmt.Sprintf("%.10g", q.Low)
	default:
		if q.HasLow {
			bounds += fmt.Sprintf("%.10g", q.Low)
		}
		bounds += ".."
		if q.HasHigh {
			bounds += fmt.Sprintf("%.10g", q.High)
		}
	}
	kind := map[nlp.QuantityKind]string{nlp.Count: "count", nlp.Money: "money", nlp.Percent: "percent", nlp.Measure: "measure"}[q.Kind]
	return strings.Join([]string{q.In(doc.Text), kind, bounds, q.Unit + q.Currency}, "|")
}

func TestQuantities(t *testing.T) {
	p := newPipeline(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"The ministry gave the number of injured as 46.", []string{"46|count|46|injured"}},
		{"They put the number of unpaid salaries higher, at 410.", []string{"410|count|410|salaries"}},
		{"The number of homeless families stands at 9, down from 12.", []string{"9|count|9|families", "12|count|12|families"}},
		{"A day earlier, the count had stood at 11.", []string{"11|count|11|"}},
		{"The number of flight 46 was changed.", nil},
		{"Some 300 farmers came.", []string{"Some 300|count|~300|farmers"}},
		{"At least 60 houses burned down.", []string{"At least 60|count|60..|houses"}},
		{"More than 700 workers walked out.", []string{"More than 700|count|700..|workers"}},
		{"Over 1,200 pupils took part.", []string{"Over 1,200|count|1200..|pupils"}},
		{"Fewer than 40 voters turned up.", []string{"Fewer than 40|count|..40|voters"}},
		{"The hall holds up to 500 guests.", []string{"up to 500|count|..500|guests"}},
		{"No more than ten tickets are left.", []string{"No more than ten|count|..10|tickets"}},
		{"No fewer than ten parties are standing.", []string{"No fewer than ten|count|10..|parties"}},
		{"About 80 people were moved.", []string{"About 80|count|~80|people"}},
		{"Nearly 90 trees fell.", []string{"Nearly 90|count|~90|trees"}},
		{"They counted 200 or so protesters.", []string{"200 or so|count|~200|protesters"}},
		{"The blast killed 12 or more.", []string{"12 or more|count|12..|people"}},
		{"Dozens of houses burned.", []string{"Dozens|count|~12..|houses"}},
		{"Hundreds of thousands of people fled.", []string{"Hundreds of thousands|count|~100000..|people"}},
		{"It would take between 3,000 and 4,000 nurses.", []string{"between 3,000 and 4,000|count|3000..4000|nurses"}},
		{"He sold 10 to 15 million records.", []string{"10 to 15 million|count|10000000..15000000|records"}},
		{"She employs 5-6 people.", []string{"5-6|count|5..6|people"}},
		{"Twenty-one miners were trapped.", []string{"Twenty-one|count|21|miners"}},
		{"Two and a half million votes were cast.", []string{"Two and a half million|count|2500000|votes"}},
		{"The town has 12,400 inhabitants.", []string{"12,400|count|12400|inhabitants"}},
		{"The navy saved 200 asylum seekers.", []string{"200|count|200|asylum seekers"}},
		{"They fired dozens of rounds of artillery.", []string{"dozens|count|~12..|rounds of artillery"}},
		{"The crash killed nine and injured 30.", []string{"nine|count|9|people", "30|count|30|people"}},
		{"The firm paid $1.5bn for the mine.", []string{"$1.5bn|money|1500000000|USD"}},
		{"The bridge cost £3m.", []string{"£3m|money|3000000|GBP"}},
		{"They asked for €20 million.", []string{"€20 million|money|20000000|EUR"}},
		{"He owes about 5,000 rubles.", []string{"about 5,000 rubles|money|~5000|RUB"}},
		{"More than 300 million euros were spent.", []string{"More than 300 million euros|money|300000000..|EUR"}},
		{"The fine was US$40.", []string{"US$40|money|40|USD"}},
		{"A ticket costs 300 Australian dollars.", []string{"300 Australian dollars|money|300|AUD"}},
		{"It is worth €20 million to €30 million.", []string{"€20 million to €30 million|money|20000000..30000000|EUR"}},
		{"They spent 2 billion yen.", []string{"2 billion yen|money|2000000000|JPY"}},
		{"Sales rose 20%.", []string{"20%|percent|20|%"}},
		{"Sales rose by 4.5 percent.", []string{"4.5 percent|percent|4.5|%"}},
		{"Turnout was 61 per cent.", []string{"61 per cent|percent|61|%"}},
		{"The lead shrank by three percentage points.", []string{"three percentage points|percent|3|percentage points"}},
		{"It takes between 5 and 10 percent of the sum.", []string{"between 5 and 10 percent|percent|5..10|%"}},
		{"Two-thirds of voters agree.", []string{"Two-thirds|percent|66.66666667|"}},
		{"She ran 5 km.", []string{"5 km|measure|5|km"}},
		{"He lost 10kg.", []string{"10kg|measure|10|kg"}},
		{"A 20-mile queue built up.", []string{"20-mile|measure|20|mile"}},
		{"It burned 300 hectares.", []string{"300 hectares|measure|300|hectares"}},
		{"It was at least 40 degrees Celsius.", []string{"at least 40 degrees Celsius|measure|40..|degrees Celsius"}},
		{"The plant makes 900 megawatts.", []string{"900 megawatts|measure|900|megawatts"}},
		{"Only one house stood.", []string{"one|count|1|house"}},

		// which, when, or the state of a game
		{"Article 5 was invoked.", nil},
		{"He flew a Boeing 737 to Rome.", nil},
		{"They won 3-1.", nil},
		{"It happened in 2015.", nil},
		{"One of them left.", nil},
		{"No one came.", nil},
		{"One day it will end.", nil},
		{"See page 12.", nil},
		{"He lives in room 14.", nil},
		{"The talks began on 3 May 2015.", nil},
		{"She is 42 years old.", nil},
		{"They waited for three hours.", nil},
		{"The G7 met.", nil},
		{"1. Wash your hands.", nil},
		{"Call 555-0134.", nil},
		{"It opens at 9:30.", nil},
	} {
		doc := &nlp.Document{Text: test.text}
		if err := p.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range doc.Quantities {
			got = append(got, show(doc, q))
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func FuzzQuantities(f *testing.F) {
	p := newPipeline(f)
	f.Add("Between 3,000 and 4,000 people, or $1.5bn to $2bn (20%), i.e. 3-1.")
	f.Add("dozens of hundreds of £ 5 - 6 - 7 million½ to half a third or so")
	f.Fuzz(func(t *testing.T, text string) {
		doc := &nlp.Document{Text: text}
		if p.Annotate(context.Background(), doc) != nil {
			return // not UTF-8
		}
		end := 0
		for _, q := range doc.Quantities {
			if q.Start < end || q.End <= q.Start || q.End > len(text) {
				t.Fatalf("span %v after %d in %d bytes", q.Span, end, len(text))
			}
			end = q.End
			if q.HasLow && q.HasHigh && q.Low > q.High {
				t.Fatalf("%q: from %v to %v", q.In(text), q.Low, q.High)
			}
			if q.Kind == 0 || (q.Kind == nlp.Money) != (q.Currency != "") {
				t.Fatalf("%q: kind %d, currency %q", q.In(text), q.Kind, q.Currency)
			}
		}
	})
}
