// Package nlp holds the types that the annotators of Hearsay share: a document, its layers, and the pipeline that fills them.
//
// A document flows once, downwards, through annotators; each adds layers and reads only layers that came before. All offsets
// are bytes of UTF-8 into the document's text.
package nlp

import "time"

// None stands for the absence of another element where a field holds its index.
const None = -1

// A Document is a news article and the layers found in it. All spans point into Text.
//
// A nil layer was not asked for; a layer that is empty but not nil was, and nothing was found.
type Document struct {
	Text  string // valid UTF-8
	Title string // the headline, if it is not part of Text; has no annotations
	Date  Date   // day of publication; the zero Date if unknown

	Sentences      []Sentence      // in the order of the text, without overlaps
	Tokens         []Token         // in the order of the text, without overlaps
	Times          []Time          // in the order of the text, without overlaps
	Quantities     []Quantity      // in the order of the text, without overlaps
	Names          []Name          // in the order of the text, without overlaps
	Entities       []Entity        // by first named mention
	Quotes         []Quote         // by the start of their content
	Claims         []Claim         // by the start of their spans
	ClaimRelations []ClaimRelation // by From, then To
}

// A Date is a day of the Gregorian calendar. The zero Date stands for an unknown one.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero reports whether d is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC at the start of d.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// DateOf returns the day of t, in t's location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// A Sentence is a run of tokens. A heading, a list item, a byline and the like stand for one.
type Sentence struct {
	Span
	First int // index of the first token in Document.Tokens
	Count int // number of tokens, at least 1
}

// A Token is a word, number or punctuation mark, in the manner of Universal Dependencies.
type Token struct {
	Span
	Lower string // lower-case form, with curly apostrophes made straight

	// Layer Tags; empty without it.
	Lemma string
	UPOS  string // https://universaldependencies.org/u/pos/
	XPOS  string // Penn Treebank tag

	// Layer Dependencies; Head is the token's own index and Deprel empty without it.
	Head   int    // index in Document.Tokens, in the same sentence; a root's is its own
	Deprel string // https://universaldependencies.org/en/dep/, such as "nsubj:pass"
}

// A Time is a date, time of day, duration or repeated time.
type Time struct {
	Span
	Value string // TIMEX3 value; empty if it cannot be resolved
}

// A Quantity is a number that counts or measures something.
type Quantity struct {
	Span
	Kind        QuantityKind
	Low, High   float64
	HasLow      bool   // false if the text sets no lower bound
	HasHigh     bool   // false if the text sets no upper bound
	Approximate bool   // "about", "dozens"
	Unit        string // what is counted or measured, as the text has it; may be empty
	Currency    string // ISO 4217; empty unless Kind is Money
}

// QuantityKind is what a number is.
type QuantityKind uint8

// The kinds of quantity, numbered as in the contract.
const (
	Count QuantityKind = 1 + iota
	Money
	Percent
	Measure
	Ordinal
)

// EntityType is the sort of thing that a name refers to.
type EntityType uint8

// The types of entity, numbered as in the contract.
const (
	Person EntityType = 1 + iota
	Organization
	Location
	Group
	Event
	Work
	Product
)

// entityTypes are the contract's names of the types, by value.
var entityTypes = [...]string{"ENTITY_TYPE_UNSPECIFIED", "PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "WORK", "PRODUCT"}

// String returns the contract's name of a type.
func (t EntityType) String() string { return entityTypes[t] }

// ParseEntityType returns the type with the contract's name s, such as "PERSON", and whether there is one.
func ParseEntityType(s string) (EntityType, bool) {
	for t := Person; t <= Product; t++ {
		if t.String() == s {
			return t, true
		}
	}
	return 0, false
}

// A Name is a stretch of text that names something.
type Name struct {
	Span
	Type       EntityType
	First      int // index of the first token
	Count      int // number of tokens, at least 1
	Confidence float64
}

// An Entity is one thing of the world that the text names at least once.
type Entity struct {
	Name     string // the fullest form that the text has
	Type     EntityType
	Role     string  // the longest descriptive title that the text gives; may be empty
	Salience float64 // 0 to 1
	Mentions []Mention
	Link     Link
}

// A Mention is a place in the text that refers to an entity. Mentions are in the order of the text.
type Mention struct {
	Span
	Kind       MentionKind
	Confidence float64 // 0 to 1
}

// MentionKind is the form in which an entity is mentioned.
type MentionKind uint8

// The kinds of mention, numbered as in the contract.
const (
	Named MentionKind = 1 + iota
	Nominal
	Pronoun
)

// A Link says which entry of a knowledge base an entity is. The zero Link says that none is known for sure.
type Link struct {
	WikidataID     string
	WikipediaTitle string
	Confidence     float64
}

// A Quote is an attribution: something that a source other than the article's author said, thought or wanted.
type Quote struct {
	Kind       QuoteKind
	Manner     Manner
	Content    []Span // at least one, in order
	Cue        Span   // zero if nothing signals the attribution
	Source     Span   // zero if the text names none
	Speakers   []int  // indices of entities, rising; empty if the source is nobody named
	Addressee  Span   // zero if none is stated
	Relay      Span   // zero if none is stated
	Inside     int    // index of the quote in whose content it stands, or None
	Confidence float64
}

// QuoteKind says whether the content of a quote stands in quotation marks.
type QuoteKind uint8

// The kinds of quote, numbered as in the contract.
const (
	Direct QuoteKind = 1 + iota
	Indirect
	Mixed
)

// Manner is what the source of a quote did with its content.
type Manner uint8

// The manners, numbered as in the contract.
const (
	Stated Manner = 1 + iota
	Thought
	Intended
)

// A Claim is a proposition that someone puts forward.
type Claim struct {
	Span
	Type            ClaimType
	Claimants       []int // indices of entities, rising
	ByArticle       bool  // the article's author puts it forward
	Source          Span  // the words that name the claimant; zero if there are none
	Target          int   // index of the entity accused or asked, or None
	Quote           int   // index of the quote in which it stands, or None
	Checkable       bool
	CheckWorthiness float64 // 0 to 1
	Times           []int   // indices of times, rising
	Quantities      []int   // indices of quantities, rising
	Confidence      float64
}

// ClaimType is the sort of a claim; where several would do, it has the first.
type ClaimType uint8

// The types of claim, numbered as in the contract.
const (
	Denial ClaimType = 1 + iota
	Accusation
	Demand
	Prediction
	Figure
	Opinion
	Fact
)

// A ClaimRelation says how two claims stand to each other.
type ClaimRelation struct {
	From, To   int // indices of claims
	Type       RelationType
	Confidence float64
}

// RelationType is the kind of a relation between claims.
type RelationType uint8

// The kinds of relation, numbered as in the contract.
const (
	Contradicts RelationType = 1 + iota
	Supports
	Restates
)
