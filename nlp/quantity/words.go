package quantity

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed words.txt
var wordsTxt string

//go:embed currencies.txt
var currenciesTxt string

// A phrasebook maps phrases, words joined by a space, to what they stand for; longest is the number of words of the longest one.
type phrasebook struct {
	phrases map[string]string
	longest int
}

func (b *phrasebook) add(phrase, value string) {
	if b.phrases == nil {
		b.phrases = make(map[string]string)
	}
	b.phrases[phrase] = value
	b.longest = max(b.longest, len(strings.Fields(phrase)))
}

// at returns what the longest phrase that begins with toks stands for, and its number of tokens. Tokens that touch, such as those
// of "light-years", are joined without a space.
func (b *phrasebook) at(toks []nlp.Token) (value string, n int) {
	var buf [64]byte
	phrase := buf[:0]
	for k := 0; k < len(toks) && k < 2*b.longest && len(phrase) < len(buf); k++ {
		if k > 0 && toks[k-1].End != toks[k].Start {
			phrase = append(phrase, ' ')
		}
		phrase = append(phrase, toks[k].Lower...)
		if v, ok := b.phrases[string(phrase)]; ok {
			value, n = v, k+1
		}
	}
	return value, n
}

// before returns what the longest phrase that ends with toks stands for, and its number of tokens.
func (b *phrasebook) before(toks []nlp.Token) (value string, n int) {
	for k := min(b.longest, len(toks)); k > 0; k-- {
		if v, m := b.at(toks[len(toks)-k:]); m == k {
			return v, k
		}
	}
	return "", 0
}

// A lexicon is what words.txt and currencies.txt say.
type lexicon struct {
	bounds phrasebook // before a number: "atleast", "atmost", "about"
	tails  phrasebook // behind it: "ormore", "orless", "orso"
	units  phrasebook // "measure", "percent"
	signs  phrasebook // of currencies, before or behind an amount
	monies phrasebook // words for currencies, behind an amount
	which  map[string]bool
	harm   map[string]bool
}

func newLexicon() (*lexicon, error) {
	l := &lexicon{which: make(map[string]bool), harm: make(map[string]bool)}
	err := eachLine(wordsTxt, func(sort, list string) error {
		for phrase := range strings.SplitSeq(list, ";") {
			phrase = strings.TrimSpace(phrase)
			switch sort {
			case "atleast", "atmost", "about":
				l.bounds.add(phrase, sort)
			case "ormore", "orless", "orso":
				l.tails.add(phrase, sort)
			case "measure", "percent":
				l.units.add(phrase, sort)
			case "which":
				l.which[phrase] = true
			case "harm":
				l.harm[phrase] = true
			default:
				return fmt.Errorf("words.txt: unknown sort %q", sort)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return l, eachLine(currenciesTxt, func(code, list string) error {
		signs, words, ok := strings.Cut(list, "|")
		if !ok || len(code) != 3 {
			return fmt.Errorf("currencies.txt: bad line for %q", code)
		}
		for s := range strings.SplitSeq(signs, ";") {
			l.signs.add(strings.TrimSpace(s), code)
		}
		for w := range strings.SplitSeq(words, ";") {
			l.monies.add(strings.TrimSpace(w), code)
		}
		return nil
	})
}

// eachLine calls do with each line such as "sort: list".
func eachLine(text string, do func(sort, list string) error) error {
	for line := range strings.Lines(text) {
		sort, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if err := do(sort, list); err != nil {
			return err
		}
	}
	return nil
}
