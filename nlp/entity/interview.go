package entity

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// minQuestions is how many paragraphs of a text must ask and be answered for it to be an interview without labels; one that says
// that it is an interview needs fewer.
const (
	minQuestions     = 3
	minQuestionsTold = 1
)

// questionTurns returns the turns of an interview in which paragraphs that ask take turns with answers, of one whom the text has named
// before. Where the text says that it is an interview, it may begin with an answer.
func (r *resolver) questionTurns() []turn {
	asked := r.firstQuestion()
	who, second := r.interviewee(asked)
	if who == nlp.None {
		return nil
	}
	if second != nlp.None {
		return r.turnsOfTwo(who, second, asked)
	}
	start, least := asked, minQuestions
	if r.toldInterview() {
		start, least = r.endOfOpening(who, asked), minQuestionsTold
	}
	var turns []turn
	answered := 0
	r.paragraphs(func(first, last int) {
		n := len(turns)
		switch {
		case first < start:
		case r.interviewerSays(first, last, turns):
			turns = append(turns, turn{first: first, last: last, speaker: nlp.None, question: true})
		case n > 0 && turns[n-1].question:
			turns = append(turns, turn{first: first, last: last, speaker: who})
			if r.has(first, last, firstPerson) {
				answered++
			}
		case n > 0:
			turns[n-1].last = last
		case r.has(first, last, firstPerson):
			turns = append(turns, turn{first: first, last: last, speaker: who})
		}
	})
	if answered < least {
		return nil
	}
	return turns
}

// maxAddress bounds the sentences of a paragraph that addresses somebody instead of asking.
const maxAddress = 3

// interviewerSays reports whether the paragraph from sentence first to last, behind turns, is the interviewer's. It asks, speaks to somebody
// from its first sentence on ("You have written a book.") or bids somebody tell. An answer may end with a question, too: then it is long,
// or stands behind a question, and says "I".
func (r *resolver) interviewerSays(first, last int, turns []turn) bool {
	short := last-first < maxAddress
	begins := len(turns) == 0
	answers := !begins && turns[len(turns)-1].question
	i := r.has(first, last, firstSingular)
	switch {
	case r.puts(first, last) && answers:
		return short && (!i || r.has(first, last, secondPerson))
	case r.puts(first, last):
		return begins || short || !i
	case answers || !short:
		return false
	}
	return r.bids(first, last) || r.has(first, first, secondPerson) && (begins || !i)
}

// firstQuestion returns the first sentence of the first paragraph that ends with a question mark, or how many sentences there are.
func (r *resolver) firstQuestion() int {
	at := len(r.doc.Sentences)
	r.paragraphs(func(first, last int) {
		if first < at && r.puts(first, last) {
			at = first
		}
	})
	return at
}

// puts reports whether the paragraph from sentence first to last is a question.
func (r *resolver) puts(first, last int) bool {
	return r.asks(last) && !r.quoted[r.doc.Sentences[first].First]
}

// biddings are the verbs that bid somebody speak.
var biddings = wordSet("tell talk walk take give remind explain describe")

// bids reports whether one of the sentences from first to last bids somebody speak: "Tell us about your book."
func (r *resolver) bids(first, last int) bool {
	for s := first; s <= last; s++ {
		i := r.doc.Sentences[s].First
		if r.doc.Sentences[s].Count < 3 || !biddings[r.doc.Tokens[i].Lower] || r.quoted[i] {
			continue
		}
		next := r.doc.Tokens[i+1].Lower
		if next == "to" {
			next = r.doc.Tokens[i+2].Lower
		}
		if next == "me" || next == "us" {
			return true
		}
	}
	return false
}

// endOfOpening returns the first sentence behind the last paragraph before sentence end that names chain c.
func (r *resolver) endOfOpening(c, end int) int {
	if end == 0 {
		return 0
	}
	last := 0
	for m := range r.mentions {
		x := &r.mentions[m]
		if s := r.sentence[x.head]; s >= end {
			break
		} else if x.kind == nlp.Named && !r.quoted[x.head] && r.chainOf(m) == c {
			last = s
		}
	}
	named := r.paragraph[last]
	for last < end && r.paragraph[last] == named {
		last++
	}
	return last
}

// turnsOfTwo returns the paragraphs from sentence start on in which one of the persons a and b speaks who are interviewed together. Who
// says "I'm Ann Smith" is Ann Smith; who speaks of her is the other; and an answer right behind one of those is the other's.
func (r *resolver) turnsOfTwo(a, b, start int) []turn {
	other := map[int]int{a: b, b: a, nlp.None: nlp.None}
	var turns []turn
	before := nlp.None // who gave the answer before, if the answer says so
	r.paragraphs(func(first, last int) {
		if first < start {
			return
		}
		t := turn{first: first, last: last, speaker: r.introducedIn(first, last)}
		if t.speaker == nlp.None {
			t.speaker = other[r.spokenOf(first, last, a, b)]
		}
		known := t.speaker
		if r.puts(first, last) {
			known = nlp.None
		} else if known == nlp.None {
			t.speaker = other[before]
		}
		before = known
		turns = append(turns, t)
	})
	return turns
}

// spokenOf returns which of the persons a and b the paragraph from sentence first to last speaks of outside quotation marks: whom it
// names, or, if that is neither or both, who alone is "he" or "she", unless a third is named that may be; None if it does not say.
func (r *resolver) spokenOf(first, last, a, b int) int {
	begin, end := r.doc.Sentences[first].First, r.doc.Sentences[last].First+r.doc.Sentences[last].Count
	var names, pronouns [2]bool
	persons := [2]int{a, b}
	third := false
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.head < begin || r.quoted[x.head] {
			continue
		}
		if x.head >= end {
			break
		}
		switch {
		case x.kind == nlp.Named && r.typed[x.name] == nlp.Person:
			c := r.chainOf(m)
			names[0], names[1] = names[0] || c == a, names[1] || c == b
			third = third || c != a && c != b
		case x.kind == nlp.Pronoun && x.gender != unknownGender:
			for k, c := range persons {
				pronouns[k] = pronouns[k] || r.chains[c].gender == x.gender
			}
		}
	}
	for k, c := range persons {
		if names[k] && !names[1-k] || names[k] == names[1-k] && pronouns[k] && !pronouns[1-k] && !third {
			return c
		}
	}
	return nlp.None
}

// opening is how many sentences may tell that a text is an interview.
const opening = 8

// toldInterview reports whether the beginning of the text says that it is an interview, or its first sentence that it is a conversation or
// questions.
func (r *resolver) toldInterview() bool {
	for s := range min(opening, len(r.doc.Sentences)) {
		sentence := &r.doc.Sentences[s]
		for i := sentence.First; i < sentence.First+sentence.Count; i++ {
			w := r.doc.Tokens[i].Lower
			if strings.HasPrefix(w, "interview") || s == 0 && i > 0 && r.doc.Tokens[i-1].Lower == announced[w] {
				return true
			}
		}
	}
	return false
}

// announced are the nouns that announce an interview in a headline, by the preposition behind them: "In conversation with Ann Smith".
var announced = map[string]string{"with": "conversation", "for": "questions", "to": "questions"}

// interviewee returns the chain of the person whom the first sentences name most often, a naming as somebody interviewed counting
// double; None if two are equal, and both of them if they stand side by side ("Ann Smith and Bob Jones"). If the text says that it
// interviews somebody by a noun alone, "a bar owner", it is who goes by that noun; if by one that stands for several, nobody.
func (r *resolver) interviewee(sentences int) (who, beside int) {
	votes := make(map[int]int)
	pairs := make(map[[2]int]bool)
	var persons []int // chains
	asked := r.whoIsInterviewed(sentences)
	if asked.several {
		return nlp.None, nlp.None
	}
	for m := range r.mentions {
		x := &r.mentions[m]
		if r.sentence[x.head] >= sentences {
			break
		}
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person || r.credited(x) {
			continue
		}
		c := r.chainOf(m)
		if r.interviews(x, &r.chains[c]) {
			continue
		}
		if votes[c] == 0 {
			persons = append(persons, c)
			if asked.noun != "" && containsWord(r.chains[c].words, asked.noun) {
				votes[c] = decisive
			}
		}
		votes[c] += 2
		if r.talkedTo(x) {
			votes[c] += 3
		}
		if tok := &r.doc.Tokens[x.head]; tok.Deprel == "conj" && r.headed[tok.Head] >= 0 && r.mentions[r.headed[tok.Head]].chain != nlp.None {
			pairs[[2]int{r.chainOf(int(r.headed[tok.Head])), c}] = true
		}
	}
	best, second := nlp.None, nlp.None
	for _, c := range persons {
		switch {
		case best == nlp.None || votes[c] > votes[best]:
			best, second = c, best
		case second == nlp.None || votes[c] > votes[second]:
			second = c
		}
	}
	switch {
	case second == nlp.None || votes[second] < votes[best]:
		return best, nlp.None
	case pairs[[2]int{best, second}] || pairs[[2]int{second, best}]:
		return best, second
	}
	return nlp.None, nlp.None
}

// decisive is more votes than namings give.
const decisive = 1 << 20

// A calling is what the text calls whom it interviews, where it does not name them.
type calling struct {
	noun    string // "a bar owner"
	several bool   // "two experts"
}

// whoIsInterviewed returns what the first sentences call whom they say they interview, the zero calling if they name somebody.
func (r *resolver) whoIsInterviewed(sentences int) calling {
	var called calling
	for m := range r.mentions {
		x := &r.mentions[m]
		if r.sentence[x.head] >= min(sentences, opening) {
			break
		}
		if x.verb == nlp.None || x.place == subject || lowerLemma(&r.doc.Tokens[x.verb]) != "interview" {
			continue
		}
		switch {
		case x.kind == nlp.Named && r.typed[x.name] == nlp.Person, x.kind == nlp.Nominal && x.chain != nlp.None:
			return calling{}
		case x.kind == nlp.Nominal && (x.place == object || r.after(x.head, "with")) && (x.types.has(nlp.Person) || x.types == 0 && x.plural):
			called = calling{r.lemma(x), x.plural}
		}
	}
	return called
}

// talks are the verbs and nouns whose object, or whose "with" or "to", is who is interviewed.
var talks = wordSet("interview speak talk chat sit conversation discuss")

// talkedTo reports whether the text says that x is interviewed.
func (r *resolver) talkedTo(x *mention) bool {
	if x.first > 0 && r.doc.Tokens[x.first-1].Lower == "interviewee" {
		return true
	}
	if x.verb == nlp.None || x.place == subject || !talks[lowerLemma(&r.doc.Tokens[x.verb])] {
		return false
	}
	if lowerLemma(&r.doc.Tokens[x.verb]) == "interview" {
		return true
	}
	s := r.talker(x)
	return s == nlp.None || !r.mentions[s].types.only(nlp.Person) // "Bob Jones spoke to Ann Smith": either may have asked
}

// talker returns the mention that is the subject of the verb of x, or None.
func (r *resolver) talker(x *mention) int {
	if s := r.trees.Child(x.verb, "nsubj"); s != nlp.None && r.headed[s] >= 0 {
		return int(r.headed[s])
	}
	return nlp.None
}

// interviews reports whether x, of chain c, is who interviews somebody, the reporter who speaks to somebody or to whom "she" spoke.
func (r *resolver) interviews(x *mention, c *chain) bool {
	if x.verb == nlp.None {
		return false
	}
	verb := lowerLemma(&r.doc.Tokens[x.verb])
	if x.place == oblique && talks[verb] && verb != "interview" {
		s := r.talker(x)
		return s != nlp.None && r.mentions[s].kind == nlp.Pronoun && r.mentions[s].gender != unknownGender
	}
	if r.doc.Tokens[x.head].Deprel != "nsubj" {
		return false
	}
	return verb == "interview" || talks[verb] && (containsWord(c.words, "reporter") || containsWord(c.words, "correspondent"))
}

// pictures are the words before the names of those who took them: "Image: Ann Smith".
var pictures = wordSet("image images photo photos photograph photographs picture pictures credit courtesy file")

// credited reports whether the name x is that of a photographer, behind a picture and a colon.
func (r *resolver) credited(x *mention) bool {
	return x.first > 1 && r.doc.Tokens[x.first-1].Lower == ":" && pictures[r.doc.Tokens[x.first-2].Lower]
}
