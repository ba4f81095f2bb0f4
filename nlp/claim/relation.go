package claim

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Relations adds how the claims of a document stand to each other. It never changes, so it is safe for concurrent use.
//
// Claims are indexed by what they count, whom they accuse and what they are about, and each is only compared with the few latest
// before it that share an entry, so that the work grows with the number of claims and not with its square.
type Relations struct{ *Annotator }

// NewRelations returns the annotator for English.
func NewRelations() (*Relations, error) {
	a, err := New()
	if err != nil {
		return nil, err
	}
	return &Relations{a}, nil
}

// Requires implements nlp.Annotator.
func (r *Relations) Requires() nlp.Layers { return r.Annotator.Requires() | nlp.Claims }

// Provides implements nlp.Annotator.
func (r *Relations) Provides() nlp.Layers { return nlp.ClaimRelations }

// Annotate adds the relations between the claims of doc.
func (r *Relations) Annotate(doc *nlp.Document) {
	c := comparer{finder: newFinder(r.Annotator, doc), found: make(map[[2]int]nlp.ClaimRelation)}
	c.read()
	c.figures()
	c.denials()
	c.polarity()
	c.reasons()
	c.repetitions()
	doc.ClaimRelations = make([]nlp.ClaimRelation, 0, len(c.found))
	for _, r := range c.found {
		doc.ClaimRelations = append(doc.ClaimRelations, r)
	}
	slices.SortFunc(doc.ClaimRelations, func(a, b nlp.ClaimRelation) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
}

// A comparer holds the state of one call to Annotate.
type comparer struct {
	*finder
	about []aspect // of each claim
	found map[[2]int]nlp.ClaimRelation
}

// An aspect is what a claim is about, as far as it is compared.
type aspect struct {
	head     int // the predicate
	sentence int
	negated  bool
	entities []int    // mentioned in it, rising
	lemmas   []string // of its nouns, verbs, adjectives and names, sorted
	counted  []counted
}

// counted is a quantity of a claim, and the lemma of what it counts.
type counted struct {
	nlp.Quantity
	unit string
}

// latest is how many earlier claims that share an entry a claim is compared with.
const latest = 8

// relate adds a relation, unless the pair has one.
func (c *comparer) relate(from, to int, t nlp.RelationType, confidence float64) {
	key := [2]int{min(from, to), max(from, to)}
	if _, ok := c.found[key]; !ok && from != to {
		c.found[key] = nlp.ClaimRelation{From: from, To: to, Type: t, Confidence: confidence}
	}
}

// read finds what each claim is about.
func (c *comparer) read() {
	doc := c.doc
	c.about = make([]aspect, len(doc.Claims))
	for i, claim := range doc.Claims {
		first, last := c.tokensIn(claim.Span)
		a := aspect{head: first, sentence: c.sentenceOf(first)}
		for t := first; t <= last; t++ {
			tok := doc.Tokens[t]
			if h := tok.Head; (h == t || h < first || h > last) && c.predicate(t) && (a.head == first || tok.UPOS == "VERB" && doc.Tokens[a.head].UPOS != "VERB") {
				a.head = t
			}
			switch tok.UPOS {
			case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
				a.lemmas = append(a.lemmas, strings.ToLower(tok.Lemma))
			}
		}
		a.negated = c.negated(a.head)
		slices.Sort(a.lemmas)
		a.lemmas = slices.Compact(a.lemmas)
		a.entities = c.entitiesIn(claim.Span)
		for _, q := range claim.Quantities {
			a.counted = append(a.counted, counted{doc.Quantities[q], c.unit(doc.Quantities[q])})
		}
		c.about[i] = a
	}
}

// entitiesIn returns the entities mentioned in s, rising.
func (c *comparer) entitiesIn(s nlp.Span) []int {
	start := sort.Search(len(c.mentions), func(i int) bool { return c.mentions[i].Start >= s.Start })
	var out []int
	for _, m := range c.mentions[start:] {
		if m.Start >= s.End {
			break
		}
		if m.End <= s.End {
			out = append(out, m.entity)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// unit returns the lemma of what q counts: one word for all people, the currency for money.
func (c *comparer) unit(q nlp.Quantity) string {
	switch q.Kind {
	case nlp.Money:
		return q.Currency
	case nlp.Percent:
		return "%"
	case nlp.Ordinal:
		return ""
	}
	fields := strings.Fields(q.Unit)
	if len(fields) == 0 {
		return ""
	}
	head := strings.ToLower(fields[len(fields)-1])
	_, after := c.tokensIn(nlp.Span{Start: q.Start, End: q.End})
	for t := after + 1; t < len(c.doc.Tokens) && t < after+8; t++ {
		if c.doc.Tokens[t].Lower == head {
			head = c.doc.Tokens[t].Lemma
			break
		}
	}
	if c.words.of(head)&people != 0 {
		return "people"
	}
	return head
}

// figures finds two figures on one thing by different claimants that cannot both be true.
func (c *comparer) figures() {
	byUnit := make(map[string][]int)
	for i := range c.about {
		seen := make(map[string]bool)
		for _, q := range c.about[i].counted {
			if q.unit == "" || seen[q.unit] {
				continue
			}
			seen[q.unit] = true
			earlier := byUnit[q.unit]
			for _, j := range earlier[max(0, len(earlier)-latest):] {
				if c.figuresClash(i, j, q.unit) {
					c.relate(i, j, nlp.Contradicts, 0.6)
				}
			}
			byUnit[q.unit] = append(earlier, i)
		}
	}
}

// figuresClash reports whether claims i and j give disjoint figures of unit on what seems one thing.
func (c *comparer) figuresClash(i, j int, unit string) bool {
	a, b := &c.doc.Claims[i], &c.doc.Claims[j]
	if !c.differ(a, b) || c.timesDiffer(a, b) || !c.oneThing(i, j, unit) {
		return false
	}
	clash := false
	for _, x := range c.about[i].counted {
		for _, y := range c.about[j].counted {
			if x.unit != unit || y.unit != unit {
				continue
			}
			if !disjoint(x.Quantity, y.Quantity) {
				return false
			}
			clash = true
		}
	}
	return clash
}

// differ reports whether two claims have different claimants, both known.
func (c *comparer) differ(a, b *nlp.Claim) bool {
	if a.ByArticle || b.ByArticle {
		return false
	}
	if len(a.Claimants) == 0 || len(b.Claimants) == 0 {
		return !a.Source.IsZero() && !b.Source.IsZero() && a.Source != b.Source && a.Quote != b.Quote
	}
	return !common(a.Claimants, b.Claimants)
}

// timesDiffer reports whether the claims name times, and none in common.
func (c *comparer) timesDiffer(a, b *nlp.Claim) bool {
	if len(a.Times) == 0 || len(b.Times) == 0 {
		return false
	}
	for _, i := range a.Times {
		for _, j := range b.Times {
			if c.doc.Times[i].Value == c.doc.Times[j].Value {
				return false
			}
		}
	}
	return true
}

// oneThing reports whether two claims that count one unit seem to count the same things: by an equal predicate, or by a word or an
// entity in common beside the unit.
func (c *comparer) oneThing(i, j int, unit string) bool {
	a, b := &c.about[i], &c.about[j]
	tokens := c.doc.Tokens
	if tokens[a.head].Lemma == tokens[b.head].Lemma || common(a.entities, b.entities) {
		return true
	}
	for _, lemma := range a.lemmas {
		if _, ok := slices.BinarySearch(b.lemmas, lemma); ok && lemma != unit && c.words.of(lemma)&people == 0 && !strings.ContainsAny(lemma, "0123456789") {
			return true
		}
	}
	return false
}

// disjoint reports whether no number fits both quantities; one that is approximate reaches a tenth further.
func disjoint(a, b nlp.Quantity) bool {
	return below(a, b) || below(b, a)
}

func below(a, b nlp.Quantity) bool {
	if !a.HasHigh || !b.HasLow {
		return false
	}
	high, low := a.High, b.Low
	if a.Approximate {
		high *= 1.1
	}
	if b.Approximate {
		low *= 0.9
	}
	return high < low
}

// denials finds what a denial denies: accusations of those who deny or of whom the denial speaks, else what stands before it.
func (c *comparer) denials() {
	accusing := make(map[int][]int) // accusations by target
	var accusations []int
	for i := range c.doc.Claims {
		claim := &c.doc.Claims[i]
		switch claim.Type {
		case nlp.Accusation:
			accusations = append(accusations, i)
			if claim.Target != nlp.None {
				accusing[claim.Target] = append(accusing[claim.Target], i)
			}
		case nlp.Denial:
			c.denial(i, accusing, accusations)
		}
	}
}

func (c *comparer) denial(i int, accusing map[int][]int, accusations []int) {
	claim := &c.doc.Claims[i]
	entities := claim.Claimants
	if subject := c.trees.Child(c.about[i].head, "nsubj"); subject != nlp.None {
		if e := c.covering(c.doc.Tokens[subject].Span); e != nlp.None && !slices.Contains(entities, e) {
			entities = append(slices.Clone(entities), e)
		}
	}
	n := 0
	for _, e := range entities {
		earlier := accusing[e]
		for _, j := range earlier[max(0, len(earlier)-3):] {
			if c.differ(claim, &c.doc.Claims[j]) {
				c.relate(i, j, nlp.Contradicts, 0.6)
				n++
			}
		}
	}
	if n > 0 || !c.anaphoric(i) {
		return
	}
	for k := len(accusations) - 1; k >= 0 && n < 1; k-- {
		j := accusations[k]
		if c.about[i].sentence-c.about[j].sentence > 3 {
			break
		}
		if c.differ(claim, &c.doc.Claims[j]) {
			c.relate(i, j, nlp.Contradicts, 0.5)
			n++
		}
	}
}

// anaphoric reports whether claim i denies what was said before: "denied the allegations", "rejected that".
func (c *comparer) anaphoric(i int) bool {
	obj := c.trees.Child(c.about[i].head, "obj")
	return obj != nlp.None && c.words.of(c.doc.Tokens[obj].Lemma)&allegation != 0
}

// polarity finds two claims with one predicate and one subject of which one is negated.
func (c *comparer) polarity() {
	type key struct {
		lemma  string
		entity int
	}
	earlier := make(map[key][]int)
	for i := range c.about {
		a := &c.about[i]
		subject := c.trees.Child(a.head, "nsubj")
		if subject == nlp.None || c.doc.Tokens[a.head].UPOS == "AUX" {
			continue
		}
		e := c.covering(c.doc.Tokens[subject].Span)
		if e == nlp.None {
			continue
		}
		k := key{c.doc.Tokens[a.head].Lemma, e}
		list := earlier[k]
		for _, j := range list[max(0, len(list)-latest):] {
			if a.negated != c.about[j].negated && c.differ(&c.doc.Claims[i], &c.doc.Claims[j]) && c.overlap(i, j) >= 0.3 {
				c.relate(i, j, nlp.Contradicts, 0.6)
			}
		}
		earlier[k] = append(list, i)
	}
}

// reasons finds claims that are given as a reason: by a reporting verb that hangs on another's clause ("denied it, claiming that").
func (c *comparer) reasons() {
	byHead := make(map[int]int)    // claim by its predicate
	byQuote := make(map[int][]int) // claims by quote
	for i, claim := range c.doc.Claims {
		byHead[c.about[i].head] = i
		if claim.Quote != nlp.None {
			byQuote[claim.Quote] = append(byQuote[claim.Quote], i)
		}
	}
	for i, claim := range c.doc.Claims {
		if claim.Quote == nlp.None {
			continue
		}
		cue := c.cueHead(c.doc.Quotes[claim.Quote].Cue)
		if cue == nlp.None || c.doc.Tokens[cue].XPOS != "VBG" || deptree.Base(c.doc.Tokens[cue].Deprel) != "advcl" {
			continue
		}
		up := c.doc.Tokens[cue].Head
		j, ok := byHead[up]
		if q := int(c.cueOf[up]) - 1; !ok && q >= 0 && len(byQuote[q]) > 0 {
			j, ok = byQuote[q][0], true
		}
		if ok {
			c.relate(i, j, nlp.Supports, 0.6)
		}
	}
}

// repetitions finds claims that say again what an earlier one said.
func (c *comparer) repetitions() {
	byLemma := make(map[string][]int)
	for i := range c.about {
		compared := make(map[int]bool)
		for _, lemma := range c.about[i].lemmas {
			list := byLemma[lemma]
			for _, j := range list[max(0, len(list)-latest):] {
				if compared[j] {
					continue
				}
				compared[j] = true
				a, b := &c.about[i], &c.about[j]
				if a.sentence != b.sentence && a.negated == b.negated && c.overlap(i, j) >= 0.6 {
					c.relate(i, j, nlp.Restates, 0.5)
				}
			}
			byLemma[lemma] = append(list, i)
		}
	}
}

// overlap returns the share of the words of claims i and j that they have in common (Jaccard's index).
func (c *comparer) overlap(i, j int) float64 {
	a, b := c.about[i].lemmas, c.about[j].lemmas
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	both := 0
	for _, lemma := range a {
		if _, ok := slices.BinarySearch(b, lemma); ok {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// common reports whether two rising lists share an element.
func common(a, b []int) bool {
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			return true
		}
	}
	return false
}
