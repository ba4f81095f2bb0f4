package parse_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// newPipeline returns what turns text into trees.
func newPipeline(t testing.TB) *nlp.Pipeline {
	t.Helper()
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTrees(t *testing.T) {
	p := newPipeline(t)
	for _, tc := range []struct{ text, want string }{
		{"The mayor denied the claim.", "mayor<denied nsubj, claim<denied obj, denied root"},
		{"She said that taxes will rise.", "rise<said ccomp, She<said nsubj, taxes<rise nsubj"},
		{"Three ministers were accused of lying.", "ministers<accused nsubj:pass, were<accused aux:pass"},
	} {
		doc := &nlp.Document{Text: tc.text}
		if err := p.Annotate(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		got := make(map[string]bool)
		for i, tok := range doc.Tokens {
			name := tok.In(tc.text)
			if tok.Head != i {
				name += "<" + doc.Tokens[tok.Head].In(tc.text)
			}
			got[name+" "+tok.Deprel] = true
		}
		for _, w := range strings.Split(tc.want, ", ") {
			if !got[w] {
				t.Errorf("%s: no %q in %v", tc.text, w, got)
			}
		}
	}
}

// TestTreebanks holds the parser to what it reached on the development sets, with gold tokens and predicted tags.
func TestTreebanks(t *testing.T) {
	shared := os.Getenv("HEARSAY_SHARED")
	if shared == "" {
		t.Skip("HEARSAY_SHARED does not name the folder of the treebanks")
	}
	tags, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	trees, err := parse.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		file     string
		uas, las float64
	}{
		{"corpora/treebank/ewt/en_ewt-dev.conllu", 0.873, 0.837},
		{"corpora/treebank/gum/gum-dev.conllu", 0.867, 0.834},
	} {
		sentences, err := conllu.ReadFile(filepath.Join(shared, set.file))
		if err != nil {
			t.Fatal(err)
		}
		var n, uas, las float64
		for _, s := range sentences {
			doc := s.NewDocument(false)
			tags.Annotate(doc)
			trees.Annotate(doc)
			for i, w := range s.Words {
				n++
				head := doc.Tokens[i].Head
				if head == i {
					head = nlp.None
				}
				if head == max(w.Head, nlp.None) {
					uas++
					if doc.Tokens[i].Deprel == w.Deprel {
						las++
					}
				}
			}
		}
		t.Logf("%s: UAS %.2f LAS %.2f", set.file, 100*uas/n, 100*las/n)
		if uas/n < set.uas || las/n < set.las {
			t.Errorf("%s: UAS %.4f LAS %.4f, want at least %v %v", set.file, uas/n, las/n, set.uas, set.las)
		}
	}
}

// TestSentencesAlone sees that a sentence has the same tree whatever stands before it, though the search keeps its memory.
func TestSentencesAlone(t *testing.T) {
	p := newPipeline(t)
	trees, err := parse.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range readTexts(t, "../../examples/articles/*.txt") {
		doc := &nlp.Document{Text: text}
		if err := p.Annotate(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		for _, s := range doc.Sentences {
			within := doc.Tokens[s.First : s.First+s.Count]
			alone := &nlp.Document{Text: text, Tokens: slices.Clone(within), Sentences: []nlp.Sentence{{Count: s.Count}}}
			trees.Annotate(alone)
			for i, tok := range alone.Tokens {
				if tok.Head != within[i].Head-s.First || tok.Deprel != within[i].Deprel {
					t.Fatalf("%q: %+v, alone %+v", tok.In(text), within[i], tok)
				}
			}
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "a", "The mayor, he said. \"No!\"", "( ) ) ( - -", strings.Repeat("and so ", 50)} {
		f.Add(s)
	}
	p := newPipeline(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // the pipeline refuses such text
		}
		doc := &nlp.Document{Text: text}
		if err := p.Annotate(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		checkTrees(t, doc)
	})
}

// checkTrees sees that each sentence has one root, and that every token leads to it.
func checkTrees(t *testing.T, doc *nlp.Document) {
	t.Helper()
	for _, s := range doc.Sentences {
		roots := 0
		for i := s.First; i < s.First+s.Count; i++ {
			tok := doc.Tokens[i]
			if tok.Head < s.First || tok.Head >= s.First+s.Count || tok.Deprel == "" || (tok.Head == i) != (tok.Deprel == "root") {
				t.Fatalf("%q: bad token %d: %+v", doc.Text, i, tok)
			}
			if tok.Head == i {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("%q: %d roots", doc.Text, roots)
		}
		reaches := make([]bool, s.Count) // the root
		for i := range s.Count {
			var path []int
			for j := i; !reaches[j]; j = doc.Tokens[s.First+j].Head - s.First {
				if path = append(path, j); len(path) > s.Count {
					t.Fatalf("%q: a cycle", doc.Text)
				}
				if doc.Tokens[s.First+j].Head == s.First+j {
					break
				}
			}
			for _, j := range path {
				reaches[j] = true
			}
		}
	}
}

func TestLongSentence(t *testing.T) {
	doc := &nlp.Document{Text: strings.Repeat("the mayor of the town that he liked and ", 700) + "left."}
	if err := newPipeline(t).Annotate(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Sentences) != 1 || len(doc.Tokens) < 5000 {
		t.Fatalf("%d sentences, %d tokens", len(doc.Sentences), len(doc.Tokens))
	}
	checkTrees(t, doc)
}

// BenchmarkPipeline measures raw text to trees on short sentences.
func BenchmarkPipeline(b *testing.B) {
	benchmark(b, []string{strings.Repeat("“We do not know,” Mayor Anna Berg said on Tuesday, “but 3,000 people can't be wrong.” The U.S. office, which had been asked about the plan, didn't comment.\n\n", 100)})
}

// BenchmarkArticles measures the same on the articles of the examples, and on the news of GUM's development set where it is there.
func BenchmarkArticles(b *testing.B) {
	b.Run("examples", func(b *testing.B) { benchmark(b, readTexts(b, "../../examples/articles/*.txt")) })
	b.Run("GUM news", func(b *testing.B) {
		shared := os.Getenv("HEARSAY_SHARED")
		if shared == "" {
			b.Skip("HEARSAY_SHARED does not name the folder of the corpora")
		}
		benchmark(b, readTexts(b, filepath.Join(shared, "corpora/attribution/gum/dev/GUM_news_*.txt")))
	})
}

func readTexts(b testing.TB, pattern string) []string {
	b.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var texts []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

func benchmark(b *testing.B, texts []string) {
	p := newPipeline(b)
	b.ReportAllocs()
	words, sentences := 0, 0
	for b.Loop() {
		for _, text := range texts {
			doc := &nlp.Document{Text: text}
			if err := p.Annotate(b.Context(), doc); err != nil {
				b.Fatal(err)
			}
			words, sentences = words+len(doc.Tokens), sentences+len(doc.Sentences)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(sentences)/float64(b.N), "sentences/op")
}
