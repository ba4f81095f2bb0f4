// Package golden compares what a test gets with a file that holds what it should get.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Update says that golden files are to be rewritten rather than compared: go test -update. Read the diff before you commit it.
var Update = flag.Bool("update", false, "rewrite golden files")

// Compare fails the test if the file at path does not hold got, or rewrites it under -update. It tells the first line that differs.
func Compare(tb testing.TB, path, got string) {
	tb.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	want := string(data)
	if got == want {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if g, w := line(gotLines, i), line(wantLines, i); g != w {
			tb.Errorf("%s:%d: got\n\t%s\nwant\n\t%s\n(go test -update rewrites the file)", path, i+1, g, w)
			return
		}
	}
}

// line returns line i, or a word for its absence.
func line(lines []string, i int) string {
	if i >= len(lines) {
		return "(end of text)"
	}
	return lines[i]
}
