package english

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestModelsAreThoseListed compares the embedded files with models.tsv and SOURCES.md: a model that was trained anew without
// telling is one whose origin nobody knows.
func TestModelsAreThoseListed(t *testing.T) {
	page, err := os.ReadFile("../SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]bool)
	for line := range strings.Lines(modelsTSV) {
		c := strings.Split(line, "\t")
		listed[c[0]] = true
		data, err := os.ReadFile(filepath.Join("..", c[0]))
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(data)); sum != c[1] {
			t.Errorf("%s has checksum %s, and models.tsv says %s: run train/sources", c[0], sum, c[1])
		}
		if !strings.Contains(string(page), "| "+c[0]+" | "+c[2]+" | `"+c[1]+"` |") {
			t.Errorf("SOURCES.md does not list %s as models.tsv does: run train/sources", c[0])
		}
	}
	files, err := filepath.Glob("../*/*.model")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("found only %d models", len(files))
	}
	for _, file := range files {
		if name := strings.TrimPrefix(filepath.ToSlash(file), "../"); !listed[name] {
			t.Errorf("models.tsv does not list %s: add it to train/sources", name)
		}
	}
}

// TestReadmeTellsTheScores compares the figures in the README's table with those that the engine tells.
func TestReadmeTellsTheScores(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	values := make(map[string]string)
	for line := range strings.Lines(accuracyTSV) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		values[c[0]+" | "+c[1]] = c[2]
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.Trim(line, "| \n"), " | ")
		if len(c) != 3 {
			continue
		}
		if want, ok := values[c[0]+" | "+c[1]]; ok {
			if rows++; c[2] != want {
				t.Errorf("README.md says %s of %s on %s, and it is %s: run make eval", c[2], c[1], c[0], want)
			}
		}
	}
	if rows < 8 {
		t.Errorf("README.md has only %d of the figures", rows)
	}
}
