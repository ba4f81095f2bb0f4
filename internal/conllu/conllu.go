// Package conllu reads treebanks in the CoNLL-U format (https://universaldependencies.org/format.html).
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A Sentence is a tree with what the comments before it say.
type Sentence struct {
	ID       string
	Text     string
	Document string // "newdoc id", where one begins
	Begins   bool   // a paragraph or a document begins with it
	Words    []Word
}

// A Word is a syntactic word.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int // index in Words; None for a root
	Deprel                  string
	SpaceAfter              bool
	Surface                 string // of a multi-word token, at its first word
	SurfaceWords            int    // number of words of it
}

// ReadFile reads a file, which may be packed by gzip.
func ReadFile(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, &fs.PathError{Op: "read", Path: name, Err: err}
		}
	}
	sentences, err := Read(r)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return sentences, nil
}

// Read reads sentences up to the end of r.
func Read(r io.Reader) ([]Sentence, error) {
	var out []Sentence
	var s Sentence
	inside := 0    // words of a multi-word token still to come
	space := false // whether a space follows it
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		line := in.Text()
		switch {
		case line == "":
			if len(s.Words) > 0 {
				out = append(out, s)
			}
			s = Sentence{}
		case line[0] == '#':
			s.comment(line)
		default:
			f := strings.Split(line, "\t")
			if len(f) != 10 {
				return nil, fmt.Errorf("a line has %d fields, want 10: %q", len(f), line)
			}
			if strings.Contains(f[0], ".") {
				continue // an empty node
			}
			if from, to, ok := strings.Cut(f[0], "-"); ok {
				a, errA := strconv.Atoi(from)
				b, errB := strconv.Atoi(to)
				if errA != nil || errB != nil || b < a {
					return nil, fmt.Errorf("bad range %q", f[0])
				}
				inside = b - a + 1
				s.Words = append(s.Words, Word{Surface: f[1], SurfaceWords: inside, SpaceAfter: !strings.Contains(f[9], "SpaceAfter=No")})
				continue
			}
			head, err := strconv.Atoi(f[6])
			if err != nil {
				return nil, fmt.Errorf("bad head %q", f[6])
			}
			w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Head: head - 1, Deprel: f[7], SpaceAfter: !strings.Contains(f[9], "SpaceAfter=No")}
			if n := len(s.Words); n > 0 && s.Words[n-1].Form == "" { // the range that this word begins
				w.Surface, w.SurfaceWords = s.Words[n-1].Surface, s.Words[n-1].SurfaceWords
				space = s.Words[n-1].SpaceAfter
				s.Words = s.Words[:n-1]
			}
			if inside > 0 {
				inside--
				w.SpaceAfter = inside == 0 && space
			}
			s.Words = append(s.Words, w)
		}
	}
	if len(s.Words) > 0 {
		out = append(out, s)
	}
	return out, in.Err()
}

func (s *Sentence) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "#")), "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "sent_id":
		s.ID = value
	case "text":
		s.Text = value
	case "newdoc id":
		s.Document, s.Begins = value, true
	case "newpar", "newpar id", "newpar_block":
		s.Begins = true
	}
	if strings.HasPrefix(line, "# newpar") {
		s.Begins = true
	}
}

// NewDocument returns the words as a document of one sentence with its tokens. Gold tags and trees are filled in if gold is true.
func (s *Sentence) NewDocument(gold bool) *nlp.Document {
	var text strings.Builder
	doc := &nlp.Document{}
	for i, w := range s.Words {
		start := text.Len()
		text.WriteString(w.Form)
		tok := nlp.Token{Span: nlp.Span{Start: start, End: text.Len()}, Lower: strings.ToLower(strings.ReplaceAll(w.Form, "’", "'")), Head: i}
		if gold {
			tok.Lemma, tok.UPOS, tok.XPOS, tok.Deprel = w.Lemma, w.UPOS, w.XPOS, w.Deprel
			if tok.Head = w.Head; w.Head == nlp.None {
				tok.Head = i
			}
		}
		doc.Tokens = append(doc.Tokens, tok)
		if w.SpaceAfter {
			text.WriteByte(' ')
		}
	}
	doc.Text = text.String()
	last := doc.Tokens[len(doc.Tokens)-1].End
	doc.Sentences = []nlp.Sentence{{Span: nlp.Span{Start: 0, End: last}, First: 0, Count: len(doc.Tokens)}}
	if !utf8.ValidString(doc.Text) {
		doc.Text = strings.ToValidUTF8(doc.Text, "?")
	}
	return doc
}
