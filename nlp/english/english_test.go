package english_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/golden"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/english"
)

var engine = sync.OnceValues(func() (*nlp.Engine, error) { return english.New() })

// annotate returns the document of a text, with all layers.
func annotate(tb testing.TB, text string, date nlp.Date) *nlp.Document {
	tb.Helper()
	e, err := engine()
	if err != nil {
		tb.Fatal(err)
	}
	doc := &nlp.Document{Text: text, Date: date}
	if err := e.Annotate(tb.Context(), doc); err != nil {
		tb.Fatal(err)
	}
	return doc
}

// published are the days of the sample articles, as their README has them.
var published = map[string]nlp.Date{
	"bridge": {Year: 2025, Month: 3, Day: 11}, "interview": {Year: 2024, Month: 11, Day: 8}, "council": {Year: 2025, Month: 10, Day: 5},
	"markets": {Year: 2024, Month: 7, Day: 24}, "night-ride": {Year: 2023, Month: 9, Day: 16},
}

func articles(tb testing.TB) map[string]string {
	tb.Helper()
	out := make(map[string]string)
	for name := range published {
		data, err := os.ReadFile(filepath.Join("../../examples/articles", name+".txt"))
		if err != nil {
			tb.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

// TestArticles holds the engine to what it finds in the sample articles. testdata/README.md explains the form.
func TestArticles(t *testing.T) {
	for name, text := range articles(t) {
		t.Run(name, func(t *testing.T) {
			doc := annotate(t, text, published[name])
			check(t, doc)
			golden.Compare(t, filepath.Join("testdata", name+".golden"), show(doc))
		})
	}
}

// Line ends and the marks of quotations are a matter of taste: they change nothing.
func TestSpelling(t *testing.T) {
	text := articles(t)["bridge"]
	want := annotate(t, text, published["bridge"])
	for name, spelling := range map[string]*strings.Replacer{
		"CRLF": strings.NewReplacer("\n", "\r\n"),
	} {
		got := annotate(t, spelling.Replace(text), published["bridge"])
		if show(got) != show(want) {
			t.Errorf("%s changes what is found:\n%s\nwant\n%s", name, show(got), show(want))
		}
	}
}

// The same text has the same annotations, whatever else is annotated beside it.
func TestDeterministic(t *testing.T) {
	want := make(map[string]*nlp.Document)
	for name, text := range articles(t) {
		want[name] = annotate(t, text, published[name])
	}
	var group sync.WaitGroup
	for range 4 {
		for name, text := range articles(t) {
			group.Go(func() {
				if got := annotate(t, text, published[name]); !reflect.DeepEqual(got, want[name]) {
					t.Errorf("%s has other annotations the second time", name)
				}
			})
		}
	}
	group.Wait()
}

// TestCutOff annotates the sample articles, and every eighth of those that claims are measured with, as far as each of their words, and from it on:
// texts end, and begin, with anything.
func TestCutOff(t *testing.T) {
	texts := articles(t)
	files, err := filepath.Glob("../../eval/testdata/claims/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for i := 0; i < len(files); i += 8 {
		data, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), "-- text --\n")
		texts[filepath.Base(files[i])], _, _ = strings.Cut(text, "-- entities --")
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			for i := range text {
				if text[i] == ' ' {
					check(t, annotate(t, strings.ToValidUTF8(text[max(0, i-150):i], ""), published[name]))
					check(t, annotate(t, strings.ToValidUTF8(text[i:min(len(text), i+100)], ""), published[name]))
				}
			}
		})
	}
}

func FuzzEngine(f *testing.F) {
	for name, text := range articles(f) {
		f.Add(text[:min(len(text), 600)], name == "bridge")
	}
	for _, text := range []string{
		"", " ", "\ufeff", "“", "“A” “B", "said", "said said said", "he said he said \"he said\"", "1-2-3 4,5,6 %%% $$", "A. B. C. D.",
		"“No,” he said. “No,” she said.\n\n“No,” they", "The deal is off. Nobody knows why", "The mayor then ruled that Hart’s",
		"On 31 Feb 2026 at 25:61 pm last next Monday", "\u200b\u0301é\u202e",
	} {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip("the pipeline refuses such text, or it takes too long to be of use here")
		}
		date := nlp.Date{}
		if dated {
			date = nlp.Date{Year: 2026, Month: 11, Day: 25}
		}
		doc := annotate(t, text, date)
		check(t, doc)
		if again := annotate(t, text, date); !reflect.DeepEqual(doc, again) {
			t.Errorf("%q has other annotations the second time", text)
		}
	})
}

// BenchmarkEngine measures the engine up to each of its larger layers, on five articles one behind the other.
func BenchmarkEngine(b *testing.B) {
	e, err := engine()
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for _, a := range []string{"bridge", "interview", "council", "markets", "night-ride"} {
		text.WriteString(articles(b)[a] + "\n\n")
	}
	for _, up := range []struct {
		name   string
		layers nlp.Layers
	}{
		{"trees", nlp.Dependencies},
		{"entities", nlp.Entities | nlp.Times | nlp.Quantities},
		{"quotes", nlp.Quotes | nlp.QuotedMentions},
		{"claims", nlp.AllLayers},
	} {
		b.Run(up.name, func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			words := 0
			for b.Loop() {
				doc := &nlp.Document{Text: text.String()}
				if err := e.Only(up.layers).Annotate(b.Context(), doc); err != nil {
					b.Fatal(err)
				}
				words += len(doc.Tokens)
			}
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := english.New(); err != nil {
			b.Fatal(err)
		}
	}
}
