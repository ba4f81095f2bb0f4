package main

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A goldArticle is the JSON form of what is right for an article, as far as claims need it, in the words of score_gold.py.
type goldArticle struct {
	Entities  []goldEntity   `json:"entities"`
	Quotes    []struct{}     `json:"quotes"` // the scorer wants the list; claims are scored without it
	Claims    []goldClaim    `json:"claims"`
	Relations []goldRelation `json:"relations"`
}

// A goldEntity is one who claims or is claimed about; its name is its ID.
type goldEntity struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Type     string        `json:"type"`
	Mentions []goldMention `json:"mentions"`
}

type goldMention struct {
	Span [2]int `json:"span"`
	Kind string `json:"kind"`
}

type goldClaim struct {
	ID           string   `json:"id"`
	Type         string   `json:"type"`
	Claimants    []string `json:"claimants"`
	ClaimantText *[2]int  `json:"claimant_text,omitempty"`
	Target       string   `json:"target,omitempty"`
	Span         [2]int   `json:"span"`
	Checkable    bool     `json:"checkable"`
}

type goldRelation struct {
	From string `json:"from"`
	To   string `json:"to"`
	Type string `json:"type"`
}

// readClaimGold reads an article and its claims as eval/testdata/claims/README.md says they are written down. Everything that is
// not found in the text, or found more often than the writer knew, is an error: gold that is silently wrong measures nothing.
func readClaimGold(ar *txtar.Archive) (text string, gold goldArticle, err error) {
	var names []string
	for _, f := range ar.Files {
		names = append(names, f.Name)
	}
	if want := []string{"text", "entities", "claims"}; !slices.Equal(names, want) {
		return "", goldArticle{}, fmt.Errorf("sections are %q, want %q", names, want)
	}
	text = strings.TrimSpace(string(ar.Files[0].Data))
	r := goldReader{text: text, at: newCodePoints(text), gold: goldArticle{Quotes: []struct{}{}, Relations: []goldRelation{}}}
	r.entities(string(ar.Files[1].Data))
	r.claims(string(ar.Files[2].Data))
	return text, r.gold, errors.Join(r.errs...)
}

// A goldReader holds the state of reading one article.
type goldReader struct {
	text string
	at   codePoints
	gold goldArticle
	last int // where the claim before begins
	errs []error
}

func (r *goldReader) fail(format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf(format, args...))
}

var (
	entityLine   = regexp.MustCompile(`^(.+) \((\w+)\): (.+)$`)
	claimLine    = regexp.MustCompile(`^(c\d+) (\w+) by ("[^"]+"(?:#\d+)?|[^":]+?)(?: on ([^":]+))?: (.+)$`)
	relationLine = regexp.MustCompile(`^(c\d+) (\w+) (c\d+)$`)
)

// entities reads the names of each entity. A name stands for all its occurrences, but for those within a longer one: "Reyes" is
// not sought in "Sofia Reyes".
func (r *goldReader) entities(section string) {
	owner := make(map[string]int) // by name
	for line := range strings.Lines(section) {
		m := entityLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			r.fail("not an entity: %s", line)
			continue
		}
		kind := strings.ToUpper(m[2])
		if _, ok := nlp.ParseEntityType(kind); !ok {
			r.fail("no type of entity: %s", m[2])
		}
		if r.entity(m[1]) {
			r.fail("twice an entity: %s", m[1])
		}
		for name := range strings.SplitSeq(m[3], ", ") {
			if _, taken := owner[name]; taken {
				r.fail("%q names two entities", name)
			}
			owner[name] = len(r.gold.Entities)
		}
		r.gold.Entities = append(r.gold.Entities, goldEntity{ID: m[1], Name: m[1], Type: kind})
	}
	taken := make([]bool, len(r.text))
	for _, name := range slices.SortedFunc(maps.Keys(owner), func(a, b string) int { return len(b) - len(a) }) {
		found := false
		for _, s := range occurrences(r.text, name) {
			if taken[s.Start] {
				continue
			}
			found = true
			for i := s.Start; i < s.End; i++ {
				taken[i] = true
			}
			e := &r.gold.Entities[owner[name]]
			e.Mentions = append(e.Mentions, goldMention{r.at.pair(s), mentionKinds[nlp.Named]})
		}
		if !found {
			r.fail("no mention: %s", name)
		}
	}
}

// claims reads claims, and the relations after them.
func (r *goldReader) claims(section string) {
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if m := claimLine.FindStringSubmatch(line); m != nil {
			r.claim(m[1], strings.ToUpper(m[2]), m[3], m[4], m[5])
		} else if m := relationLine.FindStringSubmatch(line); m != nil {
			r.relation(goldRelation{From: m[1], Type: strings.ToUpper(m[2]), To: m[3]})
		} else {
			r.fail("neither claim nor relation: %s", line)
		}
	}
}

func (r *goldReader) claim(id, kind, by, on, words string) {
	if want := fmt.Sprint("c", len(r.gold.Claims)+1); id != want {
		r.fail("%s stands where %s should", id, want)
	}
	if !slices.Contains(claimTypes[1:], kind) {
		r.fail("%s: no type of claim: %s", id, kind)
	}
	first, rest, cut := strings.Cut(words, " … ")
	s := r.find(first)
	if cut {
		s.End = r.find(rest).End
	}
	if s.Start < r.last {
		r.fail("%s begins before the claim that it follows", id)
	}
	r.last = s.Start
	c := goldClaim{ID: id, Type: kind, Claimants: []string{}, Target: on, Span: r.at.pair(s)}
	c.Checkable = kind != claimTypes[nlp.Opinion] && kind != claimTypes[nlp.Demand]
	if strings.HasPrefix(by, `"`) {
		source := r.at.pair(r.find(strings.Replace(by[1:], `"`, "", 1)))
		c.ClaimantText = &source
	} else {
		c.Claimants = strings.Split(by, ", ")
	}
	for _, who := range append([]string{on}, c.Claimants...) {
		if who != "" && by != "ARTICLE" && !r.entity(who) {
			r.fail("%s: no such entity: %s", id, who)
		}
	}
	r.gold.Claims = append(r.gold.Claims, c)
}

func (r *goldReader) relation(x goldRelation) {
	if !slices.Contains(relationTypes[1:], x.Type) {
		r.fail("no type of relation: %s", x.Type)
	}
	for _, id := range []string{x.From, x.To} {
		if !slices.ContainsFunc(r.gold.Claims, func(c goldClaim) bool { return c.ID == id }) {
			r.fail("no such claim: %s", id)
		}
	}
	if slices.Contains(r.gold.Relations, x) || x.From == x.To {
		r.fail("a relation that says nothing: %v", x)
	}
	r.gold.Relations = append(r.gold.Relations, x)
}

func (r *goldReader) entity(name string) bool {
	return slices.ContainsFunc(r.gold.Entities, func(e goldEntity) bool { return e.ID == name })
}

var numbered = regexp.MustCompile(`^(.+)#(\d+)$`)

// find returns where words stand in the text: once, or as often as "words#2" asks for.
func (r *goldReader) find(words string) nlp.Span {
	n := 0
	if m := numbered.FindStringSubmatch(words); m != nil {
		words = m[1]
		n, _ = strconv.Atoi(m[2])
	}
	found := occurrences(r.text, words)
	switch {
	case n == 0 && len(found) != 1:
		r.fail("stands %d times in the text: %s", len(found), words)
	case n > len(found):
		r.fail("stands %d times in the text, not %d: %s", len(found), n, words)
	default:
		return found[max(n-1, 0)]
	}
	return nlp.Span{}
}

// occurrences returns where words stand in text as whole words.
func occurrences(text, words string) []nlp.Span {
	var out []nlp.Span
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		s := nlp.Span{Start: from + i, End: from + i + len(words)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		after, _ := utf8.DecodeRuneInString(text[s.End:])
		if !(ofWord(before) && ofWord(first)) && !(ofWord(last) && ofWord(after)) {
			out = append(out, s)
		}
		from = s.End
	}
	return out
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
