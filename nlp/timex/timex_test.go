package timex_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func newPipeline(tb testing.TB) *nlp.Pipeline {
	tb.Helper()
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(timex.New))
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// published is the day that the expressions of TestTimes are resolved against, a Wednesday.
var published = nlp.Date{Year: 2026, Month: 11, Day: 25}

// TestTimes has a sentence, and the expressions and values that must be found in it.
func TestTimes(t *testing.T) {
	p := newPipeline(t)
	for group, cases := range map[string][][2]string{
		"days": {
			{"She arrived today.", "today=2026-11-25"},
			{"By 1859, the mill had closed, and around 1868 it burned down.", "1859=1859 1868=1868"},
			{"The fleet grew by 1859 boats and lost about 1650 men.", ""},
			{"It rained yesterday and will snow tomorrow.", "yesterday=2026-11-24 tomorrow=2026-11-26"},
			{"The vote was on Monday.", "Monday=2026-11-23"},
			{"The vote will be on Monday.", "Monday=2026-11-30"},
			{"He resigned on Wednesday.", "Wednesday=2026-11-25"},
			{"They met last Friday.", "last Friday=2026-11-20"},
			{"They will meet next Friday.", "next Friday=2026-11-27"},
			{"The day before, on 3 May 2024, she had left.", "3 May 2024=2024-05-03"},
			{"The court sat on March 4, 2025.", "March 4, 2025=2025-03-04"},
			{"It opened on 14 October.", "14 October=2026-10-14"},
			{"It will open on 14 October.", "14 October=2027-10-14"},
			{"The attacks of 9/11 changed that.", ""},
			{"The report is dated 2023-07-09.", "2023-07-09=2023-07-09"},
		},
		"weeks, months, years": {
			{"Sales fell last week.", "last week=2026-W47"},
			{"Talks resume next week.", "next week=2026-W49"},
			{"Prices rose last month.", "last month=2026-10"},
			{"It was founded in June.", "June=2026-06"},
			{"It will be founded in June.", "June=2027-06"},
			{"In December she will retire.", "December=2026-12"},
			{"The law dates from May 1998.", "May 1998=1998-05"},
			{"He won in 2016 and lost last year.", "2016=2016 last year=2025"},
			{"The plan covers this year and next year.", "this year=2026 next year=2027"},
			{"Two weeks ago the mine closed.", "Two weeks ago=2026-W46"},
			{"It closed three years ago.", "three years ago=2023"},
			{"A decade ago nobody knew.", "A decade ago=201"},
		},
		"decades, centuries, parts of years": {
			{"In the 1990s the river froze.", "1990s=199"},
			{"The church is of the 12th century.", "12th century=11"},
			{"Its profits fell in the third quarter.", "third quarter=2026-Q3"},
			{"Growth was slow in the first quarter of 2025.", "first quarter of 2025=2025-Q1"},
			{"Last summer was hot.", "Last summer=2026-SU"},
			{"In early 2020 the border closed.", "early 2020=2020"},
		},
		"durations and sets": {
			{"The strike lasted two weeks.", "two weeks=P2W"},
			{"He served for 12 years.", "12 years=P12Y"},
			{"The flight takes an hour and a half.", "an hour and a half=PT1.5H"},
			{"The boy, a 15-year-old, was found.", "15-year-old=P15Y"},
			{"They meet every Tuesday.", "every Tuesday=XXXX-WXX-2"},
			{"It pays twice a month.", "twice a month=P1M"},
		},
		"times of day": {
			{"Polls close at 10 p.m.", "10 p.m.=T22:00"},
			{"The blast was at 4:30 a.m. on Tuesday.", "4:30 a.m. on Tuesday=2026-11-24T04:30"},
			{"The train left at noon.", "noon=T12:00"},
			{"It happened on Monday night.", "Monday night=2026-11-23TNI"},
		},
		"ranges": {
			{"He ruled from 1999 to 2008.", "1999=1999 2008=2008"},
			{"The fair runs from 3 to 7 May 2027.", "3=2027-05-03 7 May 2027=2027-05-07"},
		},
		"vague, and no times": {
			{"Recently the mood has changed; now all is well.", ""},
			{"She may march in the march.", ""},
			{"Mr. Summer sat down for a second.", ""},
			{"They won 3-1 and paid 2,016 euros.", ""},
		},
	} {
		for _, c := range cases {
			doc := &nlp.Document{Text: c[0], Date: published}
			if err := p.Annotate(t.Context(), doc); err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, x := range doc.Times {
				found = append(found, x.In(c[0])+"="+x.Value)
			}
			if got := strings.Join(found, " "); got != c[1] {
				t.Errorf("%s: %s\n got %s\nwant %s", group, c[0], got, c[1])
			}
		}
	}
}

func FuzzTimes(f *testing.F) {
	for _, text := range []string{"on 31 February", "at 25:61 pm", "the 99th century", "in 0000 and 9999", "last next this Monday", "for 99999999999999999999 years", "1/2/3 4-5-6"} {
		f.Add(text, true)
	}
	p := newPipeline(f)
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		if !utf8.ValidString(text) {
			t.Skip("the pipeline refuses such text")
		}
		doc := &nlp.Document{Text: text}
		if dated {
			doc.Date = published
		}
		if err := p.Annotate(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, x := range doc.Times {
			if x.Start < end || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("%q: a time at %v, after one that ends at %d", text, x.Span, end)
			}
			end = x.End
		}
	})
}
