package server

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"google.golang.org/protobuf/reflect/protoreflect"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/english"
)

var engine = sync.OnceValues(func() (*nlp.Engine, error) { return english.New() })

// encodings cut a text as callers of each unit do.
var encodings = map[hearsayv1.OffsetEncoding]func(text string, begin, end int32) string{
	hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF8: func(text string, begin, end int32) string { return text[begin:end] },
	hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF16: func(text string, begin, end int32) string {
		return string(utf16.Decode(utf16.Encode([]rune(text))[begin:end]))
	},
	hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF32:       cutRunes,
	hearsayv1.OffsetEncoding_OFFSET_ENCODING_UNSPECIFIED: cutRunes,
}

func cutRunes(text string, begin, end int32) string { return string([]rune(text)[begin:end]) }

// spans calls do with every TextSpan of a message, and where it stands in it.
func spans(m protoreflect.Message, path string, do func(string, *hearsayv1.TextSpan)) {
	if s, ok := m.Interface().(*hearsayv1.TextSpan); ok {
		do(path, s)
		return
	}
	m.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		inner := path + "." + string(field.Name())
		switch {
		case field.Message() == nil:
		case field.IsList():
			for i := range value.List().Len() {
				spans(value.List().Get(i).Message(), inner, do)
			}
		default:
			spans(value.Message(), inner, do)
		}
		return true
	})
}

// checkOffsets annotates text and cuts it at every offset of every layer in every unit. It returns how many spans each path has.
func checkOffsets(t *testing.T, text, mime string) map[string]int {
	t.Helper()
	e, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	s := newService(Config{Engine: e, MaxConcurrent: 1, MaxQueue: 1}, nil)
	found := make(map[string]int)
	for encoding, cut := range encodings {
		got, err := s.annotate(context.Background(), &hearsayv1.AnnotateArticleRequest{
			Article: &hearsayv1.Article{Text: text, MimeType: mime}, ReadMask: &fieldMask{Paths: []string{"*"}}, OffsetEncoding: encoding,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got.GetText() != text {
			t.Errorf("the text came back as %q", got.GetText())
		}
		spans(got.ProtoReflect(), "", func(path string, s *hearsayv1.TextSpan) {
			found[path]++
			if s.GetBegin() < 0 || s.GetBegin() >= s.GetEnd() {
				t.Fatalf("%v %s: %v", encoding, path, s)
			}
			if want := cut(text, s.GetBegin(), s.GetEnd()); s.GetText() != want {
				t.Errorf("%v %s: %d to %d is %q, and text is %q", encoding, path, s.GetBegin(), s.GetEnd(), want, s.GetText())
			}
		})
	}
	return found
}

// hard texts, in which bytes, code units and code points differ.
var hard = []string{
	"😀 “We will win 🎉,” said Zoë Müller of Ünited 🚀 on Monday. She denied that €5 million was lost.",
	"Jose\u0301 Garci\u0301a told Даниел Петров on 3 May 2024 that 王小明 had won 12 kilometres 👩‍👩‍👧‍👦.\r\nHe said so.\r\n\r\n“Yes,”\r\nsaid Nguye\u0302\u0303n.",
	"«Нет», he said – ‘no’ … Bob’s 50% \u00a0of\u2003it \ufeff𝒜nn saw “𝒜nn 𝒜 B”.\u2028Ms. 𝕏 said: “I won’t,” and\tleft 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f.",
}

func TestOffsets(t *testing.T) {
	total := make(map[string]int)
	for _, text := range hard {
		for path, n := range checkOffsets(t, text, "text/plain") {
			total[path] += n
		}
		checkOffsets(t, strings.Repeat(text+"\n\n", 20), "text/plain") // beyond one step of the table
	}
	for _, path := range []string{
		".sentences.span", ".tokens.span", ".entities.mentions.span", ".quotes.content", ".quotes.source", ".quotes.cue", ".claims.span", ".times.span",
		".quantities.span",
	} {
		if total[path] == 0 {
			t.Errorf("no %s in any of the texts", path)
		}
	}
}

func TestOffsetsOfHTML(t *testing.T) {
	for _, text := range hard {
		html := "<!doctype html><head><title>T</title></head><body class=\"a>b\"><h1>News &amp; 😀</h1>\n<p>" +
			strings.ReplaceAll(text, "said", "<b>sa</b>id &mdash;&nbsp;&#128512;") + "</p><script>“No,” said Bob.</script></body>"
		if n := checkOffsets(t, html, "text/html"); n[".tokens.span"] == 0 {
			t.Errorf("no tokens in %q", html)
		}
	}
}

func FuzzOffsets(f *testing.F) {
	for _, text := range hard {
		f.Add(text, false)
		f.Add("<p>"+text+"</p>&amp;&#x1F600;<br>x", true)
	}
	f.Fuzz(func(t *testing.T, text string, html bool) {
		if text == "" || len(text) > 2000 || !utf8.ValidString(text) {
			t.Skip("no article")
		}
		mime := "text/plain"
		if html {
			mime = "text/html"
		}
		checkOffsets(t, text, mime)
	})
}

// Where plain text comes from: each character of it from one place of the source, in order.
func FuzzHTML(f *testing.F) {
	for _, source := range []string{
		"<p>A &amp; B</p>", "&ampx &#0; &#xD83D; &notit; &", "<script>a</script>b", "<p", "a<!-- b -->c<br/>d", "<title>x", "<head><body>y", "<textarea><p>",
	} {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) {
			t.Skip("not UTF-8")
		}
		m := readHTML(source)
		if !utf8.ValidString(m.text) {
			t.Fatalf("plain text %q is not valid", m.text)
		}
		last := 0
		for i, r := range m.text {
			s := m.source(nlp.Span{Start: i, End: i + utf8.RuneLen(r)})
			if s.Start < last || s.End < s.Start || s.End > len(source) {
				t.Fatalf("%q at %d comes from %v, after %d", r, i, s, last)
			}
			last = s.Start
		}
	})
}

func TestHTML(t *testing.T) {
	for source, want := range map[string]string{
		"<p>One.</p><p>Two.</p>":                                   "One.\n\nTwo.\n\n",
		"Fish &amp; chips &lt;b&gt; &euro;5 &unknown; &":           "Fish & chips <b> €5 &unknown; &",
		"<head><title>T</title></head><body>x<script>y</script>z":  "xz",
		"a<br>b <i>c</i>\nd":                                       "a\n\nb c d",
		"<nav>menu</nav><h1>Head</h1>text<style>p {}</style> more": "Head\n\ntext more",
		"5 < 6 and 7 > 6":                                          "5 < 6 and 7 > 6",
	} {
		if got := readHTML(source).text; got != want {
			t.Errorf("%q is read as %q, want %q", source, got, want)
		}
	}
}
