package token_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// A tableCase is a line of a table: a text with marks where it should be cut.
type tableCase struct {
	group  string
	marked string
	known  bool // not to be right
}

// readTable reads the cases of a file in testdata.
func readTable(t *testing.T, name string) []tableCase {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []tableCase
	group := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		switch title, ok := strings.CutPrefix(line, "== "); {
		case ok:
			group = title
		case line != "" && !strings.HasPrefix(line, "# "):
			marked, known := strings.CutPrefix(line, "KNOWN: ")
			cases = append(cases, tableCase{group, unescape(marked), known})
		}
	}
	return cases
}

// unescape writes out \n, \r, \t and \u with four digits.
func unescape(s string) string {
	var out strings.Builder
	for len(s) > 0 {
		if s[0] == '\\' {
			if r, _, rest, err := strconv.UnquoteChar(s, 0); err == nil {
				out.WriteRune(r)
				s = rest
				continue
			}
		}
		out.WriteByte(s[0])
		s = s[1:]
	}
	return out.String()
}

// runTable sees that mark, which cuts a text as the annotator does, puts the marks of each case where they stand in the table.
func runTable(t *testing.T, file, cut string, atLeast int, mark func(*nlp.Document) string) {
	cases := readTable(t, file)
	if len(cases) < atLeast {
		t.Errorf("%s has %d cases, want %d", file, len(cases), atLeast)
	}
	for _, tc := range cases {
		t.Run(tc.group, func(t *testing.T) {
			text := strings.ReplaceAll(tc.marked, cut, "")
			want := tc.marked
			got := mark(annotate(t, text))
			switch {
			case got == want && tc.known:
				t.Errorf("%q is right now: strike KNOWN", tc.marked)
			case got != want && !tc.known:
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
}

func TestSentenceTable(t *testing.T) {
	runTable(t, "sentences.txt", "|", 120, func(doc *nlp.Document) string {
		var out strings.Builder
		end := 0
		for i, s := range doc.Sentences {
			gap := doc.Text[end:s.Start]
			switch { // the mark stands behind white space that cannot be seen, and before a blank
			case i == 0:
			case strings.Trim(gap, " ") == "":
				gap = "|" + gap
			default:
				gap += "|"
			}
			out.WriteString(gap)
			out.WriteString(s.In(doc.Text))
			end = s.End
		}
		return out.String()
	})
}

func TestTokenTable(t *testing.T) {
	runTable(t, "tokens.txt", "·", 60, func(doc *nlp.Document) string {
		var out strings.Builder
		end := 0
		for i, tok := range doc.Tokens {
			if gap := doc.Text[end:tok.Start]; i > 0 && strings.TrimSpace(gap) == gap {
				out.WriteString(gap + "·")
			} else {
				out.WriteString(gap)
			}
			out.WriteString(tok.In(doc.Text))
			end = tok.End
		}
		return out.String()
	})
}
