// Package claimgold reads articles of our own with their claims, as eval/testdata/claims/README.md says that they are written down.
package claimgold

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// An Article is a text with the claims in it and how they stand to each other. Spans are bytes of Text.
type Article struct {
	Name      string // of its file
	Text      string
	Entities  []Entity
	Claims    []Claim // by the start of their spans
	Relations []Relation
}

// An Entity is one who claims or is claimed about, known by its name.
type Entity struct {
	Name     string
	Type     nlp.EntityType
	Mentions []nlp.Span // by name
}

// A Claim is put forward by entities, by name, by a source that the text has no name for, or by the article.
type Claim struct {
	nlp.Span
	Type      nlp.ClaimType
	Claimants []string
	Source    nlp.Span // zero if it is put forward by entities or the article
	ByArticle bool
	Target    string // the name of an entity, or ""
}

// A Relation says how two claims, by index, stand to each other.
type Relation struct {
	From, To int
	Type     nlp.RelationType
}

// The names of the types, by value.
var (
	claimTypes    = [...]string{"", "denial", "accusation", "demand", "prediction", "figure", "opinion", "fact"}
	relationTypes = [...]string{"", "contradicts", "supports", "restates"}
)

// ReadAll reads the articles of a folder, in the order of their names.
func ReadAll(folder string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	articles := make([]Article, len(files))
	for i, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			return nil, err
		}
		if articles[i], err = Read(ar); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		articles[i].Name = strings.TrimSuffix(filepath.Base(file), ".txtar")
	}
	return articles, nil
}

// Read reads an article. Everything that is not found in the text, or found more often than the writer knew, is an error: gold that is
// silently wrong measures nothing.
func Read(ar *txtar.Archive) (Article, error) {
	var names []string
	for _, f := range ar.Files {
		names = append(names, f.Name)
	}
	if want := []string{"text", "entities", "claims"}; !slices.Equal(names, want) {
		return Article{}, fmt.Errorf("sections are %q, want %q", names, want)
	}
	r := reader{article: Article{Text: strings.TrimSpace(string(ar.Files[0].Data))}}
	r.entities(string(ar.Files[1].Data))
	r.claims(string(ar.Files[2].Data))
	return r.article, errors.Join(r.errs...)
}

// A reader holds the state of reading one article.
type reader struct {
	article Article
	last    int // where the claim before begins
	errs    []error
}

func (r *reader) fail(format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf(format, args...))
}

var (
	entityLine   = regexp.MustCompile(`^(.+) \((\w+)\): (.+)$`)
	claimLine    = regexp.MustCompile(`^(c\d+) (\w+) by ("[^"]+"(?:#\d+)?|[^":]+?)(?: on ([^":]+))?: (.+)$`)
	relationLine = regexp.MustCompile(`^c(\d+) (\w+) c(\d+)$`)
)

// entities reads the names of each entity. A name stands for all its occurrences, but for those within a longer one: "Reyes" is
// not sought in "Sofia Reyes".
func (r *reader) entities(section string) {
	owner := make(map[string]int) // by name
	for line := range strings.Lines(section) {
		m := entityLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			r.fail("not an entity: %s", line)
			continue
		}
		kind, ok := nlp.ParseEntityType(strings.ToUpper(m[2]))
		if !ok {
			r.fail("no type of entity: %s", m[2])
		}
		if r.known(m[1]) {
			r.fail("twice an entity: %s", m[1])
		}
		for name := range strings.SplitSeq(m[3], ", ") {
			if _, taken := owner[name]; taken {
				r.fail("%q names two entities", name)
			}
			owner[name] = len(r.article.Entities)
		}
		r.article.Entities = append(r.article.Entities, Entity{Name: m[1], Type: kind})
	}
	taken := make([]bool, len(r.article.Text))
	for _, name := range slices.SortedFunc(maps.Keys(owner), func(a, b string) int { return len(b) - len(a) }) {
		found := false
		for _, s := range occurrences(r.article.Text, name) {
			if taken[s.Start] {
				continue
			}
			found = true
			for i := s.Start; i < s.End; i++ {
				taken[i] = true
			}
			e := &r.article.Entities[owner[name]]
			e.Mentions = append(e.Mentions, s)
		}
		if !found {
			r.fail("no mention: %s", name)
		}
	}
}

// claims reads claims, and the relations after them.
func (r *reader) claims(section string) {
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if m := claimLine.FindStringSubmatch(line); m != nil {
			r.claim(m[1], m[2], m[3], m[4], m[5])
		} else if m := relationLine.FindStringSubmatch(line); m != nil {
			r.relation(m[1], m[2], m[3])
		} else {
			r.fail("neither claim nor relation: %s", line)
		}
	}
}

func (r *reader) claim(id, kind, by, on, words string) {
	if want := fmt.Sprint("c", len(r.article.Claims)+1); id != want {
		r.fail("%s stands where %s should", id, want)
	}
	t := slices.Index(claimTypes[:], kind)
	if t <= 0 {
		r.fail("%s: no type of claim: %s", id, kind)
		t = 0
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
	c := Claim{Span: s, Type: nlp.ClaimType(t), Target: on}
	switch {
	case by == "ARTICLE":
		c.ByArticle = true
	case strings.HasPrefix(by, `"`):
		c.Source = r.find(strings.Replace(by[1:], `"`, "", 1))
	default:
		c.Claimants = strings.Split(by, ", ")
	}
	for _, who := range append([]string{on}, c.Claimants...) {
		if who != "" && !r.known(who) {
			r.fail("%s: no such entity: %s", id, who)
		}
	}
	r.article.Claims = append(r.article.Claims, c)
}

func (r *reader) relation(from, kind, to string) {
	t := slices.Index(relationTypes[:], kind)
	if t <= 0 {
		r.fail("no type of relation: %s", kind)
		t = 0
	}
	x := Relation{Type: nlp.RelationType(t)}
	for id, at := range map[string]*int{from: &x.From, to: &x.To} {
		n, err := strconv.Atoi(id)
		if *at = n - 1; err != nil || n < 1 || n > len(r.article.Claims) {
			r.fail("no such claim: c%s", id)
		}
	}
	if slices.Contains(r.article.Relations, x) || x.From == x.To {
		r.fail("a relation that says nothing: %v", x)
	}
	r.article.Relations = append(r.article.Relations, x)
}

func (r *reader) known(entity string) bool {
	return slices.ContainsFunc(r.article.Entities, func(e Entity) bool { return e.Name == entity })
}

var numbered = regexp.MustCompile(`^(.+)#(\d+)$`)

// find returns where words stand in the text: once, or as often as "words#2" asks for.
func (r *reader) find(words string) nlp.Span {
	n := 0
	if m := numbered.FindStringSubmatch(words); m != nil {
		words = m[1]
		n, _ = strconv.Atoi(m[2])
	}
	found := occurrences(r.article.Text, words)
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
