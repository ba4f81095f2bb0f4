package main

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// quiet is the log of a server that serves this process alone: the caller gets its errors anyway.
var quiet = slog.New(slog.DiscardHandler)

// A textWriter writes articles for people to read.
type textWriter struct{ colour bool }

// The looks of text on a terminal (ECMA-48, Select Graphic Rendition).
const (
	bold  = "1"
	dim   = "2"
	said  = "36" // cyan
	wrong = "31" // red
)

// paint returns text in the looks given, which may be none.
func (t textWriter) paint(text string, looks ...string) string {
	if !t.colour || len(looks) == 0 || text == "" {
		return text
	}
	return "\x1b[" + strings.Join(looks, ";") + "m" + text + "\x1b[0m"
}

// write writes the text, with what was said in brackets, then who is in it, who said what, and what is claimed.
func (t textWriter) write(w io.Writer, a *hearsayv1.Article) error {
	var b strings.Builder
	if a.GetId() != "" {
		fmt.Fprintf(&b, "%s\n\n", t.paint("── "+a.GetId()+" ──", bold))
	}
	b.WriteString(strings.TrimRight(t.marked(a), " \t\r\n") + "\n")
	names := make(map[string]string)
	for _, e := range a.GetEntities() {
		names[e.GetId()] = e.GetName()
	}
	t.entities(&b, a.GetEntities())
	t.quotes(&b, a.GetQuotes(), names)
	t.claims(&b, a, names)
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// A boundary is where something in the text begins or ends.
type boundary struct {
	at    int32
	begin bool
	size  int32  // of what begins or ends here
	quote string // its id; "" if it is a name
}

// marked returns the text with the content of each quote in brackets, after the id of the quote; on a terminal, names are bold.
func (t textWriter) marked(a *hearsayv1.Article) string {
	var marks []boundary
	mark := func(s *hearsayv1.TextSpan, quote string) {
		size := s.GetEnd() - s.GetBegin()
		marks = append(marks, boundary{s.GetBegin(), true, size, quote}, boundary{s.GetEnd(), false, size, quote})
	}
	for _, q := range a.GetQuotes() {
		for _, c := range q.GetContent() {
			mark(c, q.GetId())
		}
	}
	for _, e := range a.GetEntities() {
		for _, m := range e.GetMentions() {
			if m.GetKind() == hearsayv1.Mention_KIND_NAMED {
				mark(m.GetSpan(), "")
			}
		}
	}
	slices.SortStableFunc(marks, func(x, y boundary) int {
		switch {
		case x.at != y.at:
			return cmp.Compare(x.at, y.at)
		case x.begin != y.begin: // what ends, before what begins
			if y.begin {
				return -1
			}
			return 1
		case x.begin: // the outer first
			return cmp.Compare(y.size, x.size)
		}
		return cmp.Compare(x.size, y.size)
	})
	var b strings.Builder
	at, quoted, named := int32(0), 0, 0
	for _, m := range append(marks, boundary{at: int32(len(a.GetText()))}) {
		var looks []string
		if quoted > 0 {
			looks = append(looks, said)
		}
		if named > 0 {
			looks = append(looks, bold)
		}
		b.WriteString(t.paint(a.GetText()[at:m.at], looks...))
		at = m.at
		step := -1
		if m.begin {
			step = 1
		}
		switch {
		case m.size == 0: // the end of the text
		case m.quote == "":
			named += step
		case m.begin:
			quoted++
			b.WriteString(t.paint("["+m.quote+" ", dim))
		default:
			quoted--
			b.WriteString(t.paint("]", dim))
		}
	}
	return b.String()
}

func (t textWriter) heading(b *strings.Builder, text string) {
	fmt.Fprintf(b, "\n%s\n", t.paint(text, bold))
}

func (t textWriter) entities(b *strings.Builder, entities []*hearsayv1.Entity) {
	if len(entities) == 0 {
		return
	}
	t.heading(b, "Who and what")
	width := 0
	for _, e := range entities {
		width = max(width, utf8.RuneCountInString(e.GetName()))
	}
	for _, e := range entities {
		line := fmt.Sprintf("  %-*s  %-12s  %3d×  %s", width, e.GetName(), strings.ToLower(strings.TrimPrefix(e.GetType().String(), "TYPE_")),
			len(e.GetMentions()), e.GetRole())
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

func (t textWriter) quotes(b *strings.Builder, quotes []*hearsayv1.Quote, names map[string]string) {
	if len(quotes) == 0 {
		return
	}
	t.heading(b, "Who said what")
	for _, q := range quotes {
		var content []string
		for _, c := range q.GetContent() {
			content = append(content, oneLine(c))
		}
		fmt.Fprintf(b, "  %-4s %s", q.GetId(), t.paint(speaker(q.GetSpeakerIds(), names, q.GetSource()), bold))
		if q.GetCue() != nil {
			fmt.Fprintf(b, " %s", t.paint("("+oneLine(q.GetCue())+")", dim))
		}
		if q.GetAddressee() != nil {
			fmt.Fprintf(b, " to %s", oneLine(q.GetAddressee()))
		}
		fmt.Fprintf(b, ": %s", t.paint(strings.Join(content, " … "), said))
		if q.GetRelay() != nil {
			fmt.Fprintf(b, " – by way of %s", oneLine(q.GetRelay()))
		}
		b.WriteByte('\n')
	}
}

func (t textWriter) claims(b *strings.Builder, a *hearsayv1.Article, names map[string]string) {
	if len(a.GetClaims()) == 0 {
		return
	}
	t.heading(b, "What is claimed")
	for _, c := range a.GetClaims() {
		who := "the article"
		if !c.GetByArticle() {
			who = speaker(c.GetClaimantIds(), names, c.GetSource())
		}
		fmt.Fprintf(b, "  %-4s %-10s %s: %s\n", c.GetId(), strings.ToLower(strings.TrimPrefix(c.GetType().String(), "TYPE_")), t.paint(who, bold), oneLine(c.GetSpan()))
	}
	for _, r := range a.GetClaimRelations() {
		verb := strings.ToLower(strings.TrimPrefix(r.GetType().String(), "TYPE_"))
		var looks []string
		if r.GetType() == hearsayv1.ClaimRelation_TYPE_CONTRADICTS {
			looks = []string{wrong}
		}
		fmt.Fprintf(b, "  %s %s %s\n", r.GetFromClaimId(), t.paint(verb, looks...), r.GetToClaimId())
	}
}

// oneLine returns the words of a span with one space between each.
func oneLine(s *hearsayv1.TextSpan) string { return strings.Join(strings.Fields(s.GetText()), " ") }

// speaker returns the names of entities, else the words that name the source.
func speaker(ids []string, names map[string]string, source *hearsayv1.TextSpan) string {
	var who []string
	for _, id := range ids {
		who = append(who, cmp.Or(names[id], id)) // without entities in the answer, ids have no names
	}
	switch {
	case len(who) > 0:
		return strings.Join(who, ", ")
	case source != nil:
		return oneLine(source)
	}
	return "somebody"
}
