package token_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func newAnnotator(t testing.TB) *token.Annotator {
	t.Helper()
	a, err := token.New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func annotate(t testing.TB, text string) *nlp.Document {
	t.Helper()
	doc := &nlp.Document{Text: text}
	newAnnotator(t).Annotate(doc)
	return doc
}

func TestNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "\u200b"} {
		if doc := annotate(t, text); len(doc.Tokens) != 0 || len(doc.Sentences) != 0 || doc.Tokens == nil || doc.Sentences == nil {
			t.Errorf("%q: tokens %v, sentences %v, want empty layers", text, doc.Tokens, doc.Sentences)
		}
	}
}

func TestLower(t *testing.T) {
	for text, want := range map[string]string{
		"MAYOR": "mayor", "Don’t": "do n't", "O’Neill": "o'neill", "ÉLAN": "élan", "İzmir": "izmir", "News\u00adPaper": "newspaper", "Straße": "straße",
	} {
		var got []string
		for _, tok := range annotate(t, text).Tokens {
			got = append(got, tok.Lower)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestTreebanks holds tokens and sentences to what was reached from the raw text of the development sets.
func TestTreebanks(t *testing.T) {
	shared := os.Getenv("HEARSAY_SHARED")
	if shared == "" {
		t.Skip("HEARSAY_SHARED does not name the folder of the treebanks")
	}
	for _, set := range []struct {
		file, genre       string
		tokens, sentences float64
	}{
		{"corpora/treebank/ewt/en_ewt-dev.conllu", "", 0.99, 0.86},
		{"corpora/treebank/gum/gum-dev.conllu", "", 0.999, 0.95},
		{"corpora/treebank/gum/gum-dev.conllu", "GUM_news_", 0.999, 0.99},
	} {
		sentences, err := conllu.ReadFile(filepath.Join(shared, set.file))
		if err != nil {
			t.Fatal(err)
		}
		text, goldTokens, goldSentences := rawText(sentences, set.genre)
		doc := annotate(t, text)
		var tokens, found []nlp.Span
		for _, tok := range doc.Tokens {
			tokens = append(tokens, tok.Span)
		}
		for _, s := range doc.Sentences {
			found = append(found, s.Span)
		}
		ft, fs := f1(goldTokens, tokens), f1(goldSentences, found)
		t.Logf("%s %s: tokens %.2f sentences %.2f", set.file, set.genre, 100*ft, 100*fs)
		if ft < set.tokens || fs < set.sentences {
			t.Errorf("%s %s: tokens %.4f sentences %.4f, want at least %v %v", set.file, set.genre, ft, fs, set.tokens, set.sentences)
		}
	}
}

// rawText returns the text of the documents whose name begins with genre, and where its tokens and sentences stand. Paragraphs are set
// apart by an empty line. Words that the text does not spell out are one token.
func rawText(sentences []conllu.Sentence, genre string) (string, []nlp.Span, []nlp.Span) {
	var text strings.Builder
	var tokens, spans []nlp.Span
	document := ""
	for _, s := range sentences {
		if s.Document != "" {
			document = s.Document
		}
		if !strings.HasPrefix(document, genre) {
			continue
		}
		switch {
		case text.Len() == 0:
		case s.Begins:
			text.WriteString("\n\n")
		default:
			text.WriteByte(' ')
		}
		start, end := text.Len(), 0
		for i := 0; i < len(s.Words); i++ {
			w := s.Words[i]
			form := w.Form
			if w.Surface != "" {
				parts := ""
				for _, part := range s.Words[i : i+w.SurfaceWords] {
					parts += part.Form
				}
				if parts != w.Surface {
					form = w.Surface
					i += w.SurfaceWords - 1
				}
			}
			from := text.Len()
			text.WriteString(form)
			end = text.Len()
			tokens = append(tokens, nlp.Span{Start: from, End: end})
			if s.Words[i].SpaceAfter && i+1 < len(s.Words) {
				text.WriteByte(' ')
			}
		}
		spans = append(spans, nlp.Span{Start: start, End: end})
	}
	return text.String(), tokens, spans
}

func f1(gold, found []nlp.Span) float64 {
	in := make(map[nlp.Span]bool)
	for _, s := range gold {
		in[s] = true
	}
	hits := 0
	for _, s := range found {
		if in[s] {
			hits++
		}
	}
	return 2 * float64(hits) / float64(len(gold)+len(found))
}

// TestLinearTime sees that text of every monstrous kind costs about as much a byte when there is sixteen times as much of it: 1 MiB of
// what has been slow somewhere, less of the rest.
func TestLinearTime(t *testing.T) {
	a := newAnnotator(t)
	cost := func(text string) time.Duration { // of the faster of two runs
		best := time.Duration(1 << 62)
		for range 2 {
			start := time.Now()
			a.Annotate(&nlp.Document{Text: text})
			best = min(best, time.Since(start))
		}
		return best
	}
	check := func(unit string, large int) {
		few, many := strings.Repeat(unit, large/16/len(unit)), strings.Repeat(unit, large/len(unit))
		var got, limit time.Duration
		for range 5 { // a busy machine may disturb some
			limit = cost(few)*16*8 + 50*time.Millisecond
			if got = cost(many); got <= limit {
				return
			}
		}
		t.Errorf("%q: %v for %d bytes, more than %v, which is eight times in proportion to a sixteenth", unit, got, large, limit)
	}
	for _, unit := range []string{".", "a", "\"", "\n", "U.S. "} {
		check(unit, 1<<20)
	}
	for _, unit := range []string{
		"“", "”", "'", ")", "(", " ", "U.S.", "!", "…", "-", "1-", "1.", "1,", "a-", "a.", "a'", "@a", "a@", "a@b.c(", "www.(", "http://a)", "#", "+1",
		"é", "’", "\u200b", "\u00ad", "👩‍", "[1]", "\n- ", "“a!” He ", ". ", ":)", "a/", "aaaaaaaa.", "non-", "x\ny", "a. ", "1. ", "\u2029",
		strings.Repeat("word ", 12) + "\n",
	} {
		check(unit, 1<<17)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat("“We do not know,” Mayor Anna Berg said on Tuesday, “but 3,000 people can't be wrong.” The U.S. office didn't comment.\n\n", 100)
	a := newAnnotator(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Annotate(&nlp.Document{Text: text})
	}
}
