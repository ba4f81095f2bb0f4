package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/hearsay-nlp/hearsay/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearsay": main})
}

// TestScripts runs testdata/script: each is the use of the command in a shell, as its comment says.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		UpdateScripts:       *golden.Update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"addresses": addresses,
		},
	})
}

var serving = regexp.MustCompile(`msg=serving grpc=(\S+) http=(\S+)`)

// addresses waits until a server that logs to the file given is serving, and sets $GRPC and $HTTP to its addresses.
func addresses(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: addresses LOG")
	}
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		data, err := os.ReadFile(ts.MkAbs(args[0]))
		if m := serving.FindStringSubmatch(string(data)); err == nil && m != nil {
			ts.Setenv("GRPC", m[1])
			ts.Setenv("HTTP", m[2])
			return
		}
	}
	ts.Fatalf("no server came up")
}

func TestVariable(t *testing.T) {
	if got, want := variable("grpc-addr"), "HEARSAY_GRPC_ADDR"; got != want {
		t.Errorf("variable is %q, want %q", got, want)
	}
}

// Bold and colours are all that a terminal adds.
func TestColour(t *testing.T) {
	a := sample()
	var plain, coloured strings.Builder
	if err := (textWriter{}).write(&plain, a); err != nil {
		t.Fatal(err)
	}
	if err := (textWriter{colour: true}).write(&coloured, a); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(coloured.String(), "\x1b[36m") || strings.Contains(plain.String(), "\x1b") {
		t.Errorf("coloured %q, plain %q", coloured.String(), plain.String())
	}
	if got := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(coloured.String(), ""); got != plain.String() {
		t.Errorf("without its colours it is\n%s\nplain it is\n%s", got, plain.String())
	}
}
