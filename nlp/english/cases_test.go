package english_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/hearsay-nlp/hearsay/internal/golden"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// TestCases holds the engine to short texts of one phenomenon each: testdata/cases, whose README explains the form.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d cases: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil || len(ar.Files) < 2 || ar.Files[0].Name != "text" {
				t.Fatalf("want a text and what is found in it: %v", err)
			}
			sections := txtar.Parse([]byte(show(find(t, string(ar.Files[0].Data)))))
			for i, f := range ar.Files[1:] {
				found := false
				for _, s := range sections.Files {
					if s.Name == f.Name {
						ar.Files[i+1].Data = s.Data
						found = true
					}
				}
				if !found {
					t.Errorf("no section %q", f.Name)
				}
			}
			golden.Compare(t, file, string(txtar.Format(ar)))
		})
	}
}

// find returns what the engine finds in text, of which a first line "date: 2006-01-02" is the day of publication.
func find(t *testing.T, text string) *nlp.Document {
	t.Helper()
	var date nlp.Date
	if head, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(head, "date: ") {
		day, err := time.Parse("date: "+time.DateOnly, head)
		if err != nil {
			t.Fatal(err)
		}
		date, text = nlp.DateOf(day), rest
	}
	doc := annotate(t, text, date)
	check(t, doc)
	return doc
}
