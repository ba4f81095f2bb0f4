package tag

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/linear"
)

// lemmas.model chooses the script that turns a form into its lemma; lemmas.txt has the words for which it is not right: form, UPOS
// and lemma, one a line.
//
//go:embed lemmas.model
var lemmasModel []byte

//go:embed lemmas.txt
var lemmasTxt string

// irregular.txt has the past forms of irregular verbs, of which treebanks show too few to learn them from.
//
//go:embed irregular.txt
var irregularTxt string

// A lemmatizer finds dictionary forms. It is safe for concurrent use.
type lemmatizer struct {
	model      *linear.Model
	scripts    []script
	exceptions map[[2]string]string // by lower-case form and UPOS
	irregular  map[[2]string]string // verbs by lower-case form and XPOS
	past       map[string]bool      // past tenses that are no participle and, but for rare ones, no other word
}

// homographs are past tenses that are common nouns, adjectives or other verbs too.
var homographs = map[string]bool{
	"abode": true, "bit": true, "bore": true, "broke": true, "dove": true, "drove": true, "fell": true, "lay": true, "rode": true, "rose": true, "saw": true, "slew": true,
	"spoke": true, "was": true, "woke": true,
}

// A script takes characters off the end of a form and puts others there.
type script struct {
	cut  int
	add  string
	keep bool // upper case stays as it is
}

func newLemmatizer() (*lemmatizer, error) {
	model, err := linear.Decode(lemmasModel)
	if err != nil {
		return nil, fmt.Errorf("lemmatizer: %w", err)
	}
	l := &lemmatizer{model: model, exceptions: make(map[[2]string]string), irregular: make(map[[2]string]string), past: make(map[string]bool)}
	for _, name := range model.Labels() {
		s, err := parseScript(name)
		if err != nil {
			return nil, err
		}
		l.scripts = append(l.scripts, s)
	}
	for line := range strings.Lines(lemmasTxt) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("lemmatizer: bad exception %q", line)
		}
		l.exceptions[[2]string{f[0], f[1]}] = f[2]
	}
	for line := range strings.Lines(irregularTxt) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("lemmatizer: bad verb %q", line)
		}
		for i, xpos := range []string{"VBD", "VBN"} {
			l.irregular[[2]string{f[1+i], xpos}] = f[0]
		}
		l.past[f[1]] = f[1] != f[2] && f[1] != f[0] && !homographs[f[1]]
	}
	return l, nil
}

// newScript returns the name of the script that turns form into lemma.
func newScript(form, lemma string) string {
	if form == lemma {
		return "0 keep "
	}
	name := "lower"
	low := strings.ToLower(form)
	if low == form || strings.ToLower(lemma) != lemma {
		low, name = form, "keep"
	}
	n := 0
	for n < len(low) && n < len(lemma) && low[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(low) && !utf8.RuneStart(low[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	return fmt.Sprintf("%d %s %s", utf8.RuneCountInString(low[n:]), name, lemma[n:])
}

func parseScript(name string) (script, error) {
	f := strings.SplitN(name, " ", 3)
	if len(f) != 3 {
		return script{}, fmt.Errorf("lemmatizer: bad script %q", name)
	}
	n, err := strconv.Atoi(f[0])
	if err != nil {
		return script{}, fmt.Errorf("lemmatizer: bad script %q", name)
	}
	return script{n, f[2], f[1] == "keep"}, nil
}

// apply returns what the script makes of a form, and whether it can.
func (s script) apply(form, lower string) (string, bool) {
	if !s.keep {
		form = lower
	}
	end := len(form)
	for range s.cut {
		if end == 0 {
			return "", false
		}
		_, size := utf8.DecodeLastRuneInString(form[:end])
		end -= size
	}
	if s.add == "" {
		return form[:end], end > 0
	}
	return form[:end] + s.add, true
}

// lemma returns the lemma of a form with its tags.
func (l *lemmatizer) lemma(form, lower, upos, xpos string) string {
	if lemma, ok := l.exceptions[[2]string{lower, upos}]; ok {
		return lemma
	}
	if upos == "VERB" && (xpos == "VBD" || xpos == "VBN") {
		if lemma, ok := l.irregular[[2]string{lower, xpos}]; ok {
			return lemma
		}
	}
	s := l.script(form, lower, upos, xpos)
	if !s.keep && form != lower { // a word that begins a sentence: its ending is that of the word within one
		form = lower
		s = l.script(form, lower, upos, xpos)
	}
	if (xpos == "NNS" || xpos == "VBZ") && s.cut == 1 && s.add == "" && hisses(lower) {
		s.cut = 2
	}
	if lemma, ok := s.apply(form, lower); ok {
		return lemma
	}
	return form
}

// script returns the script that the model chooses for a form.
func (l *lemmatizer) script(form, lower, upos, xpos string) script {
	var space [256]int32
	scores := space[:len(l.scripts)]
	var room [lemmaTemplates]uint64
	linear.AddAll(l.model, scores, lemmaFeatures(room[:0], form, lower, upos, xpos))
	return l.scripts[linear.Best(scores)]
}

// hisses reports whether a form ends in "es" after a sound that takes it instead of "s": "taxes", "losses". Words in "che" are too many
// to tell without the model ("aches").
func hisses(lower string) bool {
	for _, end := range []string{"xes", "sses", "shes", "zzes"} {
		if strings.HasSuffix(lower, end) && lower != "axes" {
			return true
		}
	}
	return false
}

// lemmaTemplates is how many features a form has at most.
const lemmaTemplates = 9

// lemmaFeatures appends the features of a form.
func lemmaFeatures(out []uint64, form, lower, upos, xpos string) []uint64 {
	tags := linear.With(linear.Hash(upos), linear.Hash(xpos))
	out = append(out, linear.Feature(0, tags))
	out = append(out, linear.With(linear.Feature(1, tags), shape(form)))
	at := len(lower)
	for i := range 6 {
		if at == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(lower[:at])
		at -= size
		out = append(out, linear.With(linear.Feature(uint64(2+i), tags), linear.Hash(lower[at:])))
	}
	return append(out, linear.With(linear.Feature(9, tags), linear.Hash(lower)))
}
