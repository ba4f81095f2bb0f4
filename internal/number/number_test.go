package number_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/number"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// tokens cuts text at spaces; "+" stands between tokens that touch.
func tokens(text string) []nlp.Token {
	var out []nlp.Token
	at := 0
	for _, word := range strings.Fields(text) {
		for _, piece := range strings.Split(word, "+") {
			out = append(out, nlp.Token{Span: nlp.Span{Start: at, End: at + len(piece)}, Lower: strings.ToLower(piece)})
			at += len(piece)
		}
		at++
	}
	return out
}

func TestReaders(t *testing.T) {
	for _, tc := range []struct {
		name string
		read func([]nlp.Token) (float64, int)
		text string
		want float64
		n    int
	}{
		{"Cardinal", number.Cardinal, "8000 boats", 8000, 1},
		{"Cardinal", number.Cardinal, "1,426 boats", 1426, 1},
		{"Cardinal", number.Cardinal, "1.5 million boats", 1.5e6, 2},
		{"Cardinal", number.Cardinal, "2+-+million people", 2e6, 3},
		{"Cardinal", number.Cardinal, "twenty+-+one boats", 21, 3},
		{"Cardinal", number.Cardinal, "twenty one", 21, 2},
		{"Cardinal", number.Cardinal, "three hundred and five boats", 305, 4},
		{"Cardinal", number.Cardinal, "three hundred and the rest", 300, 2},
		{"Cardinal", number.Cardinal, "two hundred and three hundred", 200, 2},
		{"Cardinal", number.Cardinal, "two million three hundred thousand four", 2300004, 6},
		{"Cardinal", number.Cardinal, "a dozen eggs", 12, 2},
		{"Cardinal", number.Cardinal, "three dozen eggs", 36, 2},
		{"Cardinal", number.Cardinal, "a hundred and ten", 110, 4},
		{"Cardinal", number.Cardinal, "a boat", 0, 0},
		{"Cardinal", number.Cardinal, "a second", 0, 0},
		{"Cardinal", number.Cardinal, "half a million people", 5e5, 3},
		{"Cardinal", number.Cardinal, "half a dozen people", 6, 3},
		{"Cardinal", number.Cardinal, "half a loaf", 0, 0},
		{"Cardinal", number.Cardinal, "two and a half years", 2.5, 4},
		{"Cardinal", number.Cardinal, "two+-+and+-+a+-+half years", 2.5, 7},
		{"Cardinal", number.Cardinal, "one and a half million", 1.5e6, 5},
		{"Cardinal", number.Cardinal, "a million and a half", 1.5e6, 5},
		{"Cardinal", number.Cardinal, "3 and a half miles", 3.5, 4},
		{"Cardinal", number.Cardinal, "2½ miles", 2.5, 1},
		{"Cardinal", number.Cardinal, "5 1/2 miles", 5.5, 2},
		{"Cardinal", number.Cardinal, "one thousand million", 1e9, 3},
		{"Cardinal", number.Cardinal, "five six seven", 5, 1},
		{"Cardinal", number.Cardinal, "1,42 boats", 0, 0},
		{"Cardinal", number.Cardinal, "12,3456", 0, 0},
		{"Cardinal", number.Cardinal, "21st", 0, 0},
		{"Cardinal", number.Cardinal, "hundred", 0, 0},
		{"Cardinal", number.Cardinal, "zero", 0, 1},
		{"Plural", number.Plural, "dozens of rounds", 12, 1},
		{"Plural", number.Plural, "tens of thousands of people", 1e4, 3},
		{"Plural", number.Plural, "hundreds of thousands of people", 1e5, 3},
		{"Plural", number.Plural, "hundreds of dozens", 100, 1},
		{"Plural", number.Plural, "tens of people", 0, 0},
		{"Plural", number.Plural, "hundred people", 0, 0},
		{"Ordinal", number.Ordinal, "third time", 3, 1},
		{"Ordinal", number.Ordinal, "21st time", 21, 1},
		{"Ordinal", number.Ordinal, "thirty+-+fifth time", 35, 3},
		{"Ordinal", number.Ordinal, "1,000th visitor", 1000, 1},
		{"Ordinal", number.Ordinal, "1.5th", 0, 0},
		{"Ordinal", number.Ordinal, "three", 0, 0},
		{"Fraction", number.Fraction, "half of them", 0.5, 1},
		{"Fraction", number.Fraction, "a quarter of them", 0.25, 2},
		{"Fraction", number.Fraction, "two+-+fifths of them", 0.4, 3},
		{"Fraction", number.Fraction, "three quarters", 0.75, 2},
		{"Fraction", number.Fraction, "one tenth", 0.1, 2},
		{"Fraction", number.Fraction, "3/4 of", 0.75, 1},
		{"Fraction", number.Fraction, "¾ of", 0.75, 1},
		{"Fraction", number.Fraction, "9/11 was", 0, 0},
		{"Fraction", number.Fraction, "a second boat", 0, 0},
		{"Fraction", number.Fraction, "four quarters", 0, 0},
	} {
		got, n := tc.read(tokens(tc.text))
		if n != tc.n || math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("%s(%q) = %v, %d, want %v, %d", tc.name, tc.text, got, n, tc.want, tc.n)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, tc := range []struct {
		word  string
		value float64
		rest  string
		ok    bool
	}{
		{"5m", 5, "m", true},
		{"2.5bn", 2.5, "bn", true},
		{"1,234,567.89", 1234567.89, "", true},
		{"1990s", 1990, "s", true},
		{"5.", 5, ".", true},
		{"1,2345", 1, ",2345", true},
		{"1234,567", 1234, ",567", true},
		{"7½", 7.5, "", true},
		{"x5", 0, "x5", false},
		{"", 0, "", false},
		{strings.Repeat("9", 40), 0, strings.Repeat("9", 40), false},
	} {
		value, rest, ok := number.Digits(tc.word)
		if value != tc.value || rest != tc.rest || ok != tc.ok {
			t.Errorf("Digits(%q) = %v, %q, %v, want %v, %q, %v", tc.word, value, rest, ok, tc.value, tc.rest, tc.ok)
		}
	}
}

func FuzzReaders(f *testing.F) {
	for _, s := range []string{"1.5 million million million", "hundreds of millions of millions of", "twenty+-+one hundred and five and a half", "½ 3/4 1,000,00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		toks := tokens(text)
		for _, read := range []func([]nlp.Token) (float64, int){number.Cardinal, number.Plural, number.Ordinal, number.Fraction} {
			v, n := read(toks)
			if n < 0 || n > len(toks) || n == 0 && v != 0 || v < 0 || v > 1e33 {
				t.Fatalf("%q: %v from %d tokens", text, v, n)
			}
		}
	})
}
