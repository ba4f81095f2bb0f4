// Package bio reads corpora of names, a token and its label a line in the IOB2 format, and tables with a head, as the corpora have them.
package bio

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Text is a document of a corpus, of sentences and tokens, and the labels of its tokens.
type Text struct {
	Doc    *nlp.Document
	Labels []string
}

// Open opens a file, which may be packed by gzip.
func Open(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil || !strings.HasSuffix(file, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// Read reads a corpus of one token a line. Where the corpus has no documents, every perDocument sentences make one.
func Read(file string, perDocument int) ([]*Text, error) {
	in, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var texts []*Text
	b := new(builder)
	flush := func() {
		if b.doc != nil && len(b.doc.Tokens) > 0 {
			texts = append(texts, b.text())
		}
		b = new(builder)
	}
	sentences, documents := 0, false
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if line == "" {
			if b.endSentence() {
				if sentences++; !documents && sentences%perDocument == 0 {
					flush()
				}
			}
			continue
		}
		columns := strings.Split(line, "\t")
		if columns[0] == "-DOCSTART-" {
			documents = true
			flush()
			continue
		}
		b.add(columns[0], columns[1])
	}
	b.endSentence()
	flush()
	return texts, lines.Err()
}

// ReadSilver reads the tokens and labels of polnear-silver.
func ReadSilver(file string) ([]*Text, error) {
	in, err := Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var texts []*Text
	b := new(builder)
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		switch columns := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# doc"):
			if b.doc != nil {
				texts = append(texts, b.text())
			}
			b = new(builder)
		case line == "":
			b.endSentence()
		default:
			b.add(columns[0], columns[5])
		}
	}
	b.endSentence()
	return append(texts, b.text()), lines.Err()
}

// A builder makes a document of tokens.
type builder struct {
	doc    *nlp.Document
	buf    strings.Builder
	labels []string
	first  int
}

func (b *builder) add(form, label string) {
	if b.doc == nil {
		b.doc = new(nlp.Document)
	}
	if b.buf.Len() > 0 {
		b.buf.WriteByte(' ')
	}
	start := b.buf.Len()
	b.buf.WriteString(form)
	b.doc.Tokens = append(b.doc.Tokens, nlp.Token{
		Span: nlp.Span{Start: start, End: b.buf.Len()}, Lower: strings.ReplaceAll(strings.ToLower(form), "’", "'"), Head: len(b.doc.Tokens),
	})
	b.labels = append(b.labels, label)
}

// endSentence ends a sentence, if it has any tokens.
func (b *builder) endSentence() bool {
	if b.doc == nil || len(b.doc.Tokens) == b.first {
		return false
	}
	toks := b.doc.Tokens[b.first:]
	b.doc.Sentences = append(b.doc.Sentences, nlp.Sentence{
		Span: nlp.Span{Start: toks[0].Start, End: toks[len(toks)-1].End}, First: b.first, Count: len(toks),
	})
	b.first = len(b.doc.Tokens)
	return true
}

func (b *builder) text() *Text {
	b.doc.Text = b.buf.String()
	return &Text{b.doc, b.labels}
}
