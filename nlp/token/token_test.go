package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func annotate(t testing.TB, text string) *nlp.Document {
	t.Helper()
	a, err := token.New()
	if err != nil {
		t.Fatal(err)
	}
	doc := &nlp.Document{Text: text}
	a.Annotate(doc)
	return doc
}

func TestTokens(t *testing.T) {
	for _, want := range []string{
		"“ We do n’t know , ” she said .",
		"The mayor 's office ca n't pay $ 3.5 million ( about 12 % ) .",
		"Students ' fees rose 3 - 2 .",
		"Write to desk@example.org or see https://example.org/a-b_c?x=1 .",
		"A well - known e-mail from Mr. O'Neill of the U.S. arrived at 10:30 a.m. on 9/11",
		"He can not go ... I 'll wait -- they 've gone !!!",
		"AT&T paid US$ 3,000 for it",
		"the '90s and the 1990s",
		"@mayor thanked #volunteers 👍🏽 🇵🇱",
	} {
		text := strings.NewReplacer(" n’t", "n’t", " , ", ", ", " .", ".", "“ ", "“", " ”", "”", " 's", "'s", " n't", "n't", "$ 3", "$3", "( ", "(", " )", ")", " %", "%",
			"s ' f", "s' f", "3 - 2", "3-2", "well - known", "well-known", "can not", "cannot", " ...", "...", " 'll", "'ll", " 've", "'ve", " !!!", "!!!", "US$ ", "US$").Replace(want)
		doc := annotate(t, text)
		var got []string
		for _, tok := range doc.Tokens {
			got = append(got, tok.In(text))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestSentences has a sentence on each side of every bar.
func TestSentences(t *testing.T) {
	for _, marked := range []string{
		"It rained. | The match went on.",
		"“Stop!” he said. | She did not.",
		"“Where were you?” Anna Berg asked. | Nobody answered.",
		"“We won.” | The crowd cheered.",
		"Mr. Hale met Sen. Ruiz in Washington. | Both smiled.",
		"She moved to the U.S. | The move paid off.",
		"She lives in the U.S. Virgin Islands. | He does not.",
		"The office opens at 9 a.m. | It closes at 5 p.m. on Fridays.",
		"Acme Inc. said profits rose 3.5 percent. | Shares fell.",
		"J. K. Rowen wrote it. | It sold well.",
		"WARSAW (Agency) - Ministers met on Monday. | They agreed on little.",
		"He left early.She stayed. | Both slept.",
		"Storm warning\n\n | The coast was closed on Sunday.",
		"“It is over.” | (He paused.) | Then he left.",
		"Really?! | Yes, really.",
		"“I waited... and waited,” he said. | Then the bus came.",
	} {
		var want []string
		for _, s := range strings.Split(strings.ReplaceAll(marked, "early.She", "early.|She"), "|") {
			want = append(want, strings.TrimSpace(s))
		}
		text := strings.ReplaceAll(marked, "| ", "")
		doc := annotate(t, text)
		var got []string
		for _, s := range doc.Sentences {
			got = append(got, s.In(text))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "a", "“Don’t!”\r\n\r\nhe said…", "U.S.A.’s 👩‍👩‍👧 can't", "..''\"''--", "'90s 'em 's", "\u200d\u0301x", "cannot’s n’t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // the pipeline refuses such text
		}
		doc := annotate(t, text)
		end, next := 0, 0
		lost := func(s string) {
			for _, r := range s {
				if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\ufeff' && r != '\u200b' && r != '\u2060' {
					t.Fatalf("%q: lost %q", text, s)
				}
			}
		}
		for _, tok := range doc.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) || !utf8.ValidString(tok.In(text)) {
				t.Fatalf("%q: bad token %v after offset %d", text, tok.Span, end)
			}
			lost(text[end:tok.Start])
			end = tok.End
		}
		lost(text[end:])
		for _, s := range doc.Sentences {
			if s.First != next || s.Count < 1 || s.Start != doc.Tokens[s.First].Start || s.End != doc.Tokens[s.First+s.Count-1].End {
				t.Fatalf("%q: bad sentence %+v", text, s)
			}
			next += s.Count
		}
		if next != len(doc.Tokens) {
			t.Fatalf("%q: %d of %d tokens in sentences", text, next, len(doc.Tokens))
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat("“We do not know,” Mayor Anna Berg said on Tuesday, “but 3,000 people can't be wrong.” The U.S. office didn't comment.\n\n", 100)
	a, err := token.New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Annotate(&nlp.Document{Text: text})
	}
}
