package main

import "testing"

// A word that only one side has decides, and so does the order of two words that both have.
func TestTFIDF(t *testing.T) {
	var texts []string
	var yes []bool
	for range 50 {
		texts = append(texts, "Taxes rose by a tenth.", "Thank you, good night.", "We did pay.", "Did we pay?")
		yes = append(yes, true, false, true, false)
	}
	m := newTFIDF(texts, yes)
	for i, text := range texts[:4] {
		if got := m.score(text); (got > 0.5) != yes[i] {
			t.Errorf("%q: %.2f, want more than a half: %t", text, got, yes[i])
		}
	}
	if got := m.score("Nobody knows these words"); got < 0.2 || got > 0.8 {
		t.Errorf("of words never seen: %.2f", got)
	}
}
