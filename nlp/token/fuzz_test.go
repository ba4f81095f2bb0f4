package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// invisible has what may stand in no token, besides white space and controls.
const invisible = "\ufeff\u200b\u2060\u00ad\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		"", "a", "“Don’t!”\r\n\r\nhe said…", "U.S.A.’s 👩‍👩‍👧 can't", "..''\"''--", "'90s 'em 's", "\u200d\u0301x", "cannot’s n’t", "İ K ſ", "a\u00ad\u00adb",
		"- a\n- b\n", "[1] [citation needed]", "www.a.b(c)).", "+44 20 1-2-3 .5 …. .?", "a@b #c @d :) 8.doc", "3M 4km² 25°C 'n' 1. 2. a.", "„a“ »b« ”c” ``d''",
	} {
		f.Add(s)
	}
	a := newAnnotator(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // the pipeline refuses such text
		}
		doc := &nlp.Document{Text: text}
		a.Annotate(doc)
		checkTokens(t, doc)
		checkSentences(t, doc)
	})
}

// checkTokens sees that tokens rise, that nothing that prints is outside of them, and that they know their small letters.
func checkTokens(t *testing.T, doc *nlp.Document) {
	t.Helper()
	end := 0
	lost := func(s string) {
		for _, r := range s {
			if !unicode.IsSpace(r) && !unicode.IsControl(r) && !strings.ContainsRune(invisible, r) {
				t.Fatalf("%q: lost %q", doc.Text, s)
			}
		}
	}
	straight := strings.NewReplacer("’", "'", "\u00ad", "")
	for i, tok := range doc.Tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(doc.Text) || !utf8.ValidString(tok.In(doc.Text)) {
			t.Fatalf("%q: bad token %v after offset %d", doc.Text, tok.Span, end)
		}
		if strings.IndexFunc(tok.In(doc.Text), unicode.IsSpace) >= 0 {
			t.Fatalf("%q: white space in token %q", doc.Text, tok.In(doc.Text))
		}
		if want := strings.ToLower(straight.Replace(tok.In(doc.Text))); tok.Lower != want || tok.Lower == "" || tok.Head != i {
			t.Fatalf("%q: token %d is %q with head %d, want %q", doc.Text, i, tok.Lower, tok.Head, want)
		}
		lost(doc.Text[end:tok.Start])
		end = tok.End
	}
	lost(doc.Text[end:])
}

// checkSentences sees that sentences cover all tokens in order.
func checkSentences(t *testing.T, doc *nlp.Document) {
	t.Helper()
	next := 0
	for _, s := range doc.Sentences {
		if s.First != next || s.Count < 1 || s.Start != doc.Tokens[s.First].Start || s.End != doc.Tokens[s.First+s.Count-1].End {
			t.Fatalf("%q: bad sentence %+v", doc.Text, s)
		}
		next += s.Count
	}
	if next != len(doc.Tokens) {
		t.Fatalf("%q: %d of %d tokens in sentences", doc.Text, next, len(doc.Tokens))
	}
}
