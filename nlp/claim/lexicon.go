package claim

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed verbs.txt
var verbsTxt string

//go:embed words.txt
var wordsTxt string

// A lexicon maps lemmas to the classes that they are in, and verbs with the word behind them, "call+on", by the verb.
type lexicon struct {
	lemmas map[string]class
	pairs  map[string]map[string]class
}

// class is a set of the classes of verbs.txt and words.txt, which say what each is for.
type class uint64

const (
	accuse class = 1 << iota
	deny
	reject
	demand
	literal
	describe
	judge
	estimate
	give
	commit
	wish
	speak
	light
	wrong
	toll
	opinion
	guilt
	allegation
	anaphor
	part
	untrue
	people
	effort
	mishap
	crowd
	tally
	update
	voice
	foe
	further
	bidding
	mind
	offence
	praise
	admit
	argue
	intent
	charged
	name
	amount
	alter
	victim
	hold
	attitude
	perceive
	looming
	feeling
	crime
	stage
	bond
	flout
	wrongful
	heeding
	slight
	firm
	body
	seize
	receive
	assailing
	acclaim
	armed
	territory
	business
	generic
)

// classNames are the names of the classes in the files, in the order of the constants.
var classNames = [...]string{
	"accuse", "deny", "reject", "demand", "literal", "describe", "judge", "estimate", "give", "commit", "wish", "speak", "light", "wrong",
	"toll", "opinion", "guilt", "allegation", "anaphor", "part", "untrue", "people", "effort", "mishap", "crowd", "tally", "update",
	"voice", "foe", "further", "bidding", "mind", "offence", "praise", "admit", "argue", "intent", "charged", "name",
	"amount", "alter", "victim", "hold", "attitude", "perceive", "looming", "feeling", "crime", "stage", "bond", "flout", "wrongful", "heeding",
	"slight", "firm", "body", "seize", "receive", "assailing", "acclaim", "armed", "territory", "business", "generic",
}

// readLexicon reads the classes of a file.
func readLexicon(text string) (lexicon, error) {
	lex := lexicon{make(map[string]class), make(map[string]map[string]class)}
	for line := range strings.Lines(text) {
		name, lemmas, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		i := slices.Index(classNames[:], name)
		if i < 0 {
			return lexicon{}, fmt.Errorf("claim: unknown class %q of words", name)
		}
		for _, lemma := range strings.Fields(lemmas) {
			verb, behind, pair := strings.Cut(lemma, "+")
			switch {
			case !pair:
				lex.lemmas[lemma] |= 1 << i
			case lex.pairs[verb] == nil:
				lex.pairs[verb] = map[string]class{behind: 1 << i}
			default:
				lex.pairs[verb][behind] |= 1 << i
			}
		}
	}
	return lex, nil
}

// of returns the classes of a lemma, in American spelling or British.
func (l lexicon) of(lemma string) class {
	if c, ok := l.lemmas[lemma]; ok {
		return c
	}
	if stem, ok := strings.CutSuffix(lemma, "ise"); ok {
		return l.lemmas[stem+"ize"]
	}
	return 0
}

// isDay reports whether tok is a day that newspapers put right behind a verb.
func isDay(tok *nlp.Token) bool {
	switch tok.Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday":
		return true
	}
	return false
}

// at returns the classes of the verb t of doc, together with what stands behind it if the lexicon has the two.
func (l lexicon) at(doc *nlp.Document, t int) class {
	verb := &doc.Tokens[t]
	pairs := l.pairs[verb.Lemma]
	if pairs == nil && verb.UPOS == "VERB" && strings.HasSuffix(verb.Lower, "ed") {
		pairs = l.pairs[strings.TrimSuffix(verb.Lower, "d")] // "rul" of "ruled out"
	}
	for next := t + 1; pairs != nil && next < len(doc.Tokens) && next <= t+2; next++ {
		if c := pairs[doc.Tokens[next].Lower]; c != 0 {
			return c
		}
		if upos := doc.Tokens[next].UPOS; upos != "ADV" && upos != "ADP" && !isDay(&doc.Tokens[next]) { // "called Wednesday for"
			break
		}
	}
	if c := l.of(verb.Lemma); c != 0 || verb.UPOS != "VERB" || verb.Lower == verb.Lemma {
		return c
	}
	if c := l.of(verb.Lower); c != 0 {
		return c
	}
	// the lemma may have lost what the form still has: "blam" of "blamed", "shel" of "shelled"
	stem := strings.TrimSuffix(strings.TrimSuffix(verb.Lower, "ed"), "ing")
	c := l.of(stem) | l.of(stem+"e")
	if n := len(stem); c == 0 && n > 2 && stem[n-1] == stem[n-2] { // "rigg" of "rigged"
		c = l.of(stem[:n-1])
	}
	return c
}
