package server

import (
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A markup is the plain text of an HTML text, and where it stands in it.
type markup struct {
	text   string
	pieces []piece // by plain offset
}

// A piece is a stretch of plain text that one stretch of the source stands for. A copied one has the same bytes; a character
// reference or a paragraph break has its own.
type piece struct {
	plain, source int // where it begins
	size          int // of the source
	copied        bool
}

// skipped elements have no text to read; blocks set paragraphs apart.
var (
	skipped = map[atom.Atom]bool{
		atom.Script: true, atom.Style: true, atom.Head: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true,
		atom.Textarea: true, atom.Select: true, atom.Button: true, atom.Nav: true,
	}
	blocks = map[atom.Atom]bool{
		atom.P: true, atom.Div: true, atom.Br: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.H1: true, atom.H2: true, atom.H3: true,
		atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true, atom.Section: true, atom.Article: true, atom.Header: true,
		atom.Footer: true, atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
		atom.Pre: true, atom.Hr: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Aside: true, atom.Main: true, atom.Title: true,
		atom.Address: true, atom.Caption: true, atom.Form: true, atom.Body: true, atom.Html: true,
	}
)

// readHTML returns the plain text of an HTML text. Any text can be read: what is no markup is text.
func readHTML(source string) *markup {
	b := markupBuilder{}
	z := html.NewTokenizer(strings.NewReader(source))
	at, skip := 0, 0
	var open []atom.Atom // skipped elements that are open
	for {
		kind := z.Next()
		size := len(z.Raw())
		if kind == html.ErrorToken {
			// What a broken last tag leaves over is no text.
			break
		}
		switch kind {
		case html.TextToken:
			if skip == 0 {
				b.read(source[at:at+size], at)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case skipped[tag] && kind == html.StartTagToken:
				open = append(open, tag)
			case skipped[tag] && kind == html.EndTagToken && len(open) > 0 && open[len(open)-1] == tag:
				open = open[:len(open)-1]
			case tag == atom.Body && kind == html.StartTagToken:
				open = open[:0] // a head that was never closed ends here
			}
			skip = len(open)
			if blocks[tag] {
				b.paragraph(at)
			}
		}
		at += size
	}
	return &markup{b.text.String(), b.pieces}
}

// A markupBuilder grows the plain text.
type markupBuilder struct {
	text   strings.Builder
	pieces []piece
	broken int // length of the text after the last paragraph break
}

// paragraph ends a paragraph, if one has begun.
func (b *markupBuilder) paragraph(at int) {
	if b.text.Len() > b.broken {
		b.pieces = append(b.pieces, piece{b.text.Len(), at, 0, false})
		b.text.WriteString("\n\n")
		b.broken = b.text.Len()
	}
}

// read adds text as it stands in the source, from offset at. Line breaks are white space like any other in HTML.
func (b *markupBuilder) read(raw string, at int) {
	for len(raw) > 0 {
		n := strings.IndexByte(raw, '&')
		if n < 0 {
			n = len(raw)
		}
		if n > 0 {
			b.pieces = append(b.pieces, piece{b.text.Len(), at, n, true})
			b.text.WriteString(spaces.Replace(raw[:n]))
			raw, at = raw[n:], at+n
			continue
		}
		end := 1
		for end < len(raw) && end < 40 && (raw[end] == '#' || isAlphanumeric(raw[end])) {
			end++
		}
		if end < len(raw) && raw[end] == ';' {
			end++
		}
		decoded := html.UnescapeString(raw[:end])
		if decoded == raw[:end] || decoded == "" {
			b.pieces = append(b.pieces, piece{b.text.Len(), at, end, true})
			b.text.WriteString(raw[:end])
		} else {
			b.pieces = append(b.pieces, piece{b.text.Len(), at, end, false})
			b.text.WriteString(decoded)
		}
		raw, at = raw[end:], at+end
	}
}

var spaces = strings.NewReplacer("\n", " ", "\r", " ")

func isAlphanumeric(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// source returns the stretch of the source that a span of the plain text stands for.
func (m *markup) source(s nlp.Span) nlp.Span {
	first, last := m.piece(s.Start), m.piece(s.End-1)
	out := nlp.Span{Start: first.source, End: last.source + last.size}
	if first.copied {
		out.Start += s.Start - first.plain
	}
	if last.copied {
		out.End = last.source + s.End - last.plain
	}
	return out
}

// piece returns the piece in which a plain offset lies.
func (m *markup) piece(offset int) piece {
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].plain > offset })
	return m.pieces[max(i-1, 0)]
}
