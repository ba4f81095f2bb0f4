package main

import (
	"fmt"
	"io"
	"log/slog"
	"strings"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// quiet is the log of a server that serves this process alone: the caller gets its errors anyway.
var quiet = slog.New(slog.DiscardHandler)

// writeText writes an article for people to read: the text, who is in it, who said what, and what is claimed.
func writeText(w io.Writer, a *hearsayv1.Article, text string) error {
	names := make(map[string]string)
	for _, e := range a.GetEntities() {
		names[e.GetId()] = e.GetName()
	}
	var b strings.Builder
	if a.GetId() != "" {
		fmt.Fprintf(&b, "== %s\n\n", a.GetId())
	}
	b.WriteString(strings.TrimSpace(text) + "\n")
	if len(a.GetEntities()) > 0 {
		b.WriteString("\nWho and what\n")
	}
	for _, e := range a.GetEntities() {
		fmt.Fprintf(&b, "  %-28s %-13s %2d×  %s\n", e.GetName(), strings.ToLower(strings.TrimPrefix(e.GetType().String(), "TYPE_")), len(e.GetMentions()), e.GetRole())
	}
	if len(a.GetQuotes()) > 0 {
		b.WriteString("\nWho said what\n")
	}
	for _, q := range a.GetQuotes() {
		var said []string
		for _, c := range q.GetContent() {
			said = append(said, strings.Join(strings.Fields(c.GetText()), " "))
		}
		fmt.Fprintf(&b, "  %s [%s]: %s\n", speaker(q.GetSpeakerIds(), names, q.GetSource()), strings.Join(strings.Fields(q.GetCue().GetText()), " "), strings.Join(said, " … "))
	}
	if len(a.GetClaims()) > 0 {
		b.WriteString("\nWhat is claimed\n")
	}
	for _, c := range a.GetClaims() {
		who := "the article"
		if !c.GetByArticle() {
			who = speaker(c.GetClaimantIds(), names, c.GetSource())
		}
		fmt.Fprintf(&b, "  %-4s %-10s %s: %s\n", c.GetId(), strings.ToLower(strings.TrimPrefix(c.GetType().String(), "TYPE_")), who, strings.Join(strings.Fields(c.GetSpan().GetText()), " "))
	}
	for _, r := range a.GetClaimRelations() {
		sign := map[hearsayv1.ClaimRelation_Type]string{
			hearsayv1.ClaimRelation_TYPE_CONTRADICTS: "≠", hearsayv1.ClaimRelation_TYPE_SUPPORTS: "→", hearsayv1.ClaimRelation_TYPE_RESTATES: "=",
		}[r.GetType()]
		fmt.Fprintf(&b, "  %s %s %s\n", r.GetFromClaimId(), sign, r.GetToClaimId())
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// speaker returns the names of entities, else the words that name the source.
func speaker(ids []string, names map[string]string, source *hearsayv1.TextSpan) string {
	var who []string
	for _, id := range ids {
		who = append(who, names[id])
	}
	switch {
	case len(who) > 0:
		return strings.Join(who, ", ")
	case source != nil:
		return source.GetText()
	}
	return "somebody"
}
