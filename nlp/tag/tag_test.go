package tag_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

func newTagger(t testing.TB) (*token.Annotator, *tag.Annotator) {
	t.Helper()
	tokens, err := token.New()
	if err != nil {
		t.Fatal(err)
	}
	tags, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	return tokens, tags
}

func TestTags(t *testing.T) {
	tokens, tags := newTagger(t)
	for _, want := range []string{
		"The/DET mayors/NOUN/mayor denied/VERB/deny it/PRON ./PUNCT",
		"She/PRON has/AUX/have never/ADV met/VERB/meet him/PRON ./PUNCT",
		"Three/NUM ministers/NOUN/minister were/AUX/be accused/VERB/accuse of/SCONJ lying/VERB to/ADP voters/NOUN/voter ./PUNCT",
		"Taxes/NOUN/tax pay/VERB for/ADP buses/NOUN/bus ,/PUNCT and/CCONJ he/PRON fixes/VERB/fix them/PRON ./PUNCT",
		"Classes/NOUN/class began/VERB ./PUNCT",
		"An/DET explosion/NOUN tore/VERB/tear through/ADP the/DET terminal/NOUN at/ADP Landing/PROPN on/ADP Tuesday/PROPN ./PUNCT",
		"They/PRON said/VERB the/DET bookkeeper/NOUN stole/VERB/steal money/NOUN ./PUNCT",
		"A/DET silk/NOUN stole/NOUN was/AUX found/VERB/find",
		"He/PRON was/AUX misled/VERB/mislead ,/PUNCT and/CCONJ they/PRON fled/VERB/flee ./PUNCT",
		"Rain/NOUN 🌧️/SYM and/CCONJ 👍🏽/SYM",
		"They/PRON did/AUX/do n't/PART/not want/VERB to/PART leave/VERB Warsaw/PROPN/Warsaw ./PUNCT",
	} {
		var words []string
		for _, w := range strings.Fields(want) {
			words = append(words, strings.Split(w, "/")[0])
		}
		doc := &nlp.Document{Text: strings.ReplaceAll(strings.Join(words, " "), " n't", "n't")}
		tokens.Annotate(doc)
		tags.Annotate(doc)
		for i, w := range strings.Fields(want) {
			f := strings.Split(w, "/")
			if tok := doc.Tokens[i]; tok.UPOS != f[1] || len(f) > 2 && tok.Lemma != f[2] {
				t.Errorf("%s: got %s, lemma %s", w, tok.UPOS, tok.Lemma)
			}
		}
	}
}

// A verb of saying that is all there is, and one behind all there is, are left as they are.
func TestSayingAlone(t *testing.T) {
	tokens, tags := newTagger(t)
	for _, text := range []string{"reports.", "reports", ", reports.", "the reports. He left."} {
		doc := &nlp.Document{Text: text}
		tokens.Annotate(doc)
		tags.Annotate(doc)
		for _, tok := range doc.Tokens {
			if tok.UPOS == "" {
				t.Errorf("%q: %q has no tag", text, tok.Lower)
			}
		}
	}
}

// TestTreebanks holds the tagger to what it reached on the development sets.
func TestTreebanks(t *testing.T) {
	shared := os.Getenv("HEARSAY_SHARED")
	if shared == "" {
		t.Skip("HEARSAY_SHARED does not name the folder of the treebanks")
	}
	_, tags := newTagger(t)
	for _, set := range []struct {
		file              string
		upos, xpos, lemma float64
	}{
		{"corpora/treebank/ewt/en_ewt-dev.conllu", 0.955, 0.948, 0.97},
		{"corpora/treebank/gum/gum-dev.conllu", 0.966, 0.965, 0.982},
	} {
		sentences, err := conllu.ReadFile(filepath.Join(shared, set.file))
		if err != nil {
			t.Fatal(err)
		}
		var n, upos, xpos, lemma float64
		for _, s := range sentences {
			doc := s.NewDocument(false)
			tags.Annotate(doc)
			for i, w := range s.Words {
				n++
				tok := doc.Tokens[i]
				if tok.UPOS == w.UPOS {
					upos++
				}
				if tok.XPOS == w.XPOS {
					xpos++
				}
				if tok.Lemma == w.Lemma {
					lemma++
				}
			}
		}
		t.Logf("%s: UPOS %.2f XPOS %.2f lemma %.2f", set.file, 100*upos/n, 100*xpos/n, 100*lemma/n)
		if upos/n < set.upos || xpos/n < set.xpos || lemma/n < set.lemma {
			t.Errorf("%s: UPOS %.4f XPOS %.4f lemma %.4f, want at least %v %v %v", set.file, upos/n, xpos/n, lemma/n, set.upos, set.xpos, set.lemma)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	tokens, tags := newTagger(b)
	doc := &nlp.Document{Text: strings.Repeat("“We do not know,” Mayor Anna Berg said on Tuesday, “but 3,000 people can't be wrong.” The U.S. office didn't comment.\n\n", 100)}
	tokens.Annotate(doc)
	b.ReportAllocs()
	for b.Loop() {
		tags.Annotate(doc)
	}
	b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "words/s")
}
