package entity

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// links.txt is the table of links that is embedded, in the form that ReadLinks reads. Written by train/facts.
//
//go:embed links.txt
var linksTxt string

// Links tells what names stand for: items of Wikidata, and articles of the English Wikipedia. It never changes, so it is safe for concurrent
// use.
type Links struct {
	entries map[linkKey][]linkEntry
	version string
	size    int
}

// A linkKey is what a name is found by.
type linkKey struct {
	name string // letters and digits in lower case
	typ  nlp.EntityType
}

// A linkEntry is one thing that a name may stand for.
type linkEntry struct {
	item, title string
	context     []string // words of which one must stand in a sentence that has the name; none: the name is enough
}

// longestLine is the longest line of a table of links, in bytes.
const longestLine = 1 << 16

// ReadLinks reads a table of links: a line for each name, with columns between tabs.
//
//	name  type  Wikidata item  Wikipedia title  words
//
// The name is compared by its letters and digits, without regard to case, a leading "the", and what stands at the end of a person's or a
// company's name ("Jr", "Inc."). The type is that of the entity: PERSON, ORGANIZATION,
// LOCATION, GROUP, EVENT, WORK or PRODUCT. The item ("Q30") or the title may be empty, but not both; the
// last two columns may be missing. Words are those of which one must stand in a sentence with the name, for names that others bear too. A
// name may have several lines; where more than one thing fits, it is linked to none. Empty lines and those that begin with "#" are passed
// over.
//
// The error tells the number of the line that is wrong.
func ReadLinks(in io.Reader) (*Links, error) {
	l := &Links{entries: make(map[linkKey][]linkEntry)}
	sum := sha256.New()
	lines := bufio.NewScanner(io.TeeReader(in, sum))
	lines.Buffer(nil, longestLine)
	n := 0
	for lines.Scan() {
		n++
		l.size += len(lines.Bytes()) + 1
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := l.add(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	l.version = hex.EncodeToString(sum.Sum(nil))[:12]
	return l, nil
}

// add adds the entry of a line.
func (l *Links) add(line string) error {
	if !utf8.ValidString(line) {
		return nlp.ErrInvalidUTF8
	}
	c := strings.Split(line, "\t")
	if len(c) < 3 || len(c) > 5 {
		return fmt.Errorf("%d columns between tabs, want 3 to 5: name, type, Wikidata item, Wikipedia title, words", len(c))
	}
	c = append(c, "", "")
	for i := range c {
		c[i] = strings.TrimSpace(c[i])
	}
	key, err := newLinkKey(c[0], c[1])
	if err != nil {
		return err
	}
	entry := linkEntry{item: c[2], title: c[3], context: strings.Fields(strings.ToLower(c[4]))}
	if entry.item == "" && entry.title == "" {
		return fmt.Errorf("%q has neither a Wikidata item nor a Wikipedia title", c[0])
	}
	if !isItem(entry.item) {
		return fmt.Errorf("the Wikidata item is %q, and must be such as Q30", entry.item)
	}
	l.entries[key] = append(l.entries[key], entry)
	return nil
}

// newLinkKey returns the key of a name as a table has it.
func newLinkKey(name, typ string) (linkKey, error) {
	t, ok := nlp.ParseEntityType(typ)
	if !ok {
		return linkKey{}, fmt.Errorf("the type is %q, and must be PERSON, ORGANIZATION, LOCATION, GROUP, EVENT, WORK or PRODUCT", typ)
	}
	words := strings.Fields(strings.ToLower(name))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	suffixes := map[nlp.EntityType]map[string]bool{nlp.Person: personSuffixes, nlp.Organization: corporateSuffixes}[t]
	for n := len(words); n > 1 && suffixes[strings.Trim(words[n-1], ".,")]; n-- {
		words = words[:n-1]
	}
	key := linkKey{letters(strings.ReplaceAll(strings.Join(words, ""), "'s", "")), t}
	if key.name == "" {
		return linkKey{}, fmt.Errorf("the name is %q", name)
	}
	return key, nil
}

// letters returns the letters and digits of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// isItem reports whether s is an item of Wikidata, or empty.
func isItem(s string) bool {
	digits, q := strings.CutPrefix(s, "Q")
	return s == "" || q && digits != "" && strings.Trim(digits, "0123456789") == "" && digits[0] != '0'
}

// Version returns the beginning of the SHA-256 of the table.
func (l *Links) Version() string { return l.version }

// Size returns the length of the table in bytes.
func (l *Links) Size() int { return l.size }

// link returns what chain c is linked to: what one of its names stands for, if no other of its names stands for another.
func (l *Links) link(r *resolver, c *chain) nlp.Link {
	var found nlp.Link
	for _, m := range c.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		entries := l.entries[linkKey{letters(r.forms[x.name].key), c.typ}]
		for i := range entries {
			e := &entries[i]
			switch same := e.item == found.WikidataID && e.title == found.WikipediaTitle; {
			case !same && !r.hasContext(e, c):
				continue
			case !same && found.Confidence > 0:
				return nlp.Link{}
			}
			found = nlp.Link{WikidataID: e.item, WikipediaTitle: e.title, Confidence: max(found.Confidence, x.confidence)}
		}
	}
	return found
}

// hasContext reports whether a sentence in which chain c is named has one of the words that entry e asks for.
func (r *resolver) hasContext(e *linkEntry, c *chain) bool {
	if len(e.context) == 0 {
		return true
	}
	for _, m := range c.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		s := &r.doc.Sentences[r.sentence[x.first]]
		if slices.ContainsFunc(r.doc.Tokens[s.First:s.First+s.Count], func(t nlp.Token) bool {
			return slices.Contains(e.context, strings.TrimSuffix(t.Lower, ".")) || slices.Contains(e.context, t.Lemma)
		}) {
			return true
		}
	}
	return false
}
