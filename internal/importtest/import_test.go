// Package importtest sees that imports point one way: cmd → server → nlp, that annotators meet only in the document, and that every
// package says what it is.
package importtest

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/hearsay-nlp/hearsay"

// A rule says which packages of the module those that match may import. "x/…" stands for x and all below it. The last rule that
// matches holds.
type rule struct {
	packages string
	may      []string
	third    bool // packages of other modules too
}

var rules = []rule{
	{"…", nil, false}, // the root embeds files
	{"nlp/…", []string{"nlp", "internal/…"}, false},
	{"nlp", nil, false},
	{"nlp/english", []string{"nlp/…"}, false},
	{"internal/…", []string{"nlp", "internal/…"}, false},
	{"internal/claimgold", []string{"nlp"}, true}, // gold is txtar
	{"gen/…", []string{"gen/…"}, true},
	{"server", []string{"", "nlp", "gen/…"}, true},
	{"client", []string{"gen/…"}, true},
	{"cmd/…", []string{"nlp", "nlp/english", "server", "client", "gen/…"}, true},
	{"eval/…", []string{"nlp/…", "internal/…"}, false},
	{"train/…", []string{"nlp/…", "internal/…", "train/…"}, false},
}

// matches reports whether path is pattern, or below it if pattern ends with "…".
func matches(pattern, path string) bool {
	base, all := strings.CutSuffix(pattern, "…")
	return path == pattern || all && strings.HasPrefix(path+"/", base)
}

func ruleFor(path string) rule {
	var found rule
	for _, r := range rules {
		if matches(r.packages, path) {
			found = r
		}
	}
	return found
}

type pkg struct {
	ImportPath string
	Doc        string
	Name       string
	Standard   bool
	Imports    []string
	GoFiles    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Doc,Name,Standard,Imports,GoFiles", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	if len(list) < 10 {
		t.Fatalf("go list names %d packages", len(list))
	}
	return list
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range packages(t) {
		path := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		r := ruleFor(path)
		for _, imported := range p.Imports {
			own, inside := strings.CutPrefix(imported+"/", module+"/")
			own = strings.TrimSuffix(own, "/")
			switch {
			case inside && !slices.ContainsFunc(r.may, func(m string) bool { return matches(m, own) }):
				t.Errorf("%s imports %s, which the rule for %q forbids", path, own, r.packages)
			case !inside && !r.third && strings.Contains(strings.Split(imported, "/")[0], "."):
				t.Errorf("%s imports %s: only the service may import other modules", path, imported)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range packages(t) {
		if strings.HasPrefix(p.ImportPath, module+"/gen/") || len(p.GoFiles) == 0 {
			continue
		}
		if p.Doc == "" {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

func TestRules(t *testing.T) {
	for path, want := range map[string]string{
		"nlp": "nlp", "nlp/tag": "nlp/…", "nlp/english": "nlp/english", "server": "server", "cmd/hearsay": "cmd/…", "": "…", "internal/linear": "internal/…",
	} {
		if got := ruleFor(path).packages; got != want {
			t.Errorf("the rule for %q is that of %q, want %q", path, got, want)
		}
	}
}
