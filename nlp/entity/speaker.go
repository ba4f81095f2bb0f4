package entity

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// joinSpeakers gives "I" and "you" outside quotation marks to those who speak in an interview. Turns are told by labels before a
// colon ("Ann Smith: I …", "AS: …", "A: …"), or by paragraphs that end with a question mark and what follows them. What stands
// in quotation marks is left to quotes.
func (r *resolver) joinSpeakers() {
	r.speaker = make([]int, len(r.doc.Sentences))
	for i := range r.speaker {
		r.speaker[i] = nlp.None
	}
	turns := r.labelledTurns()
	if len(turns) == 0 {
		turns = r.questionTurns()
	}
	if len(turns) == 0 {
		turns = r.introductions()
	}
	for i, t := range turns {
		for s := t.first; s <= t.last; s++ {
			r.speaker[s] = t.speaker
		}
		turns[i].hearer = hearerOf(turns, i)
	}
	r.joinPersonalPronouns(turns)
}

// A turn is what one person says, from sentence first to sentence last.
type turn struct {
	first, last int
	speaker     int // chain, or None if it is not known or has no name
	hearer      int // chain of whom it is said to, or None
	question    bool
}

// personal tells the pronouns of the first and of the second person that stand for one person.
var personal = map[string]int{
	"i": 1, "me": 1, "my": 1, "mine": 1, "myself": 1,
	"you": 2, "your": 2, "yours": 2, "yourself": 2,
}

// joinPersonalPronouns joins the pronouns in turns, which are in the order of the text. "You" stands for whom a question is put to;
// in an answer it often stands for anybody.
func (r *resolver) joinPersonalPronouns(turns []turn) {
	t := 0
	for m := range r.mentions {
		x := &r.mentions[m]
		person := personal[r.doc.Tokens[x.head].Lower]
		if x.kind != nlp.Pronoun || person == 0 {
			continue
		}
		s := r.sentence[x.head]
		for t < len(turns) && turns[t].last < s {
			t++
		}
		if t == len(turns) {
			return
		}
		if s < turns[t].first {
			continue
		}
		to := turns[t].speaker
		if person == 2 {
			to = nlp.None
			if turns[t].question {
				to = turns[t].hearer
			}
		}
		if to != nlp.None && r.chains[to].typ == nlp.Person {
			x.confidence = speakerConfidence
			r.attach(m, to)
		}
	}
}

// speakerConfidence is that of a pronoun given to a speaker.
const speakerConfidence = 0.85

// hearerOf returns whom turn i is said to: who speaks next, or before, if it is somebody else.
func hearerOf(turns []turn, i int) int {
	for _, j := range []int{i + 1, i - 1} {
		if j >= 0 && j < len(turns) && turns[j].speaker != nlp.None && turns[j].speaker != turns[i].speaker {
			return turns[j].speaker
		}
	}
	return nlp.None
}

// paragraphs calls do with the first and the last sentence of each paragraph.
func (r *resolver) paragraphs(do func(first, last int)) {
	first := 0
	for s := 1; s <= len(r.paragraph); s++ {
		if s == len(r.paragraph) || r.paragraph[s] != r.paragraph[first] {
			do(first, s-1)
			first = s
		}
	}
}

// maxLabel bounds the tokens of a speaker's label.
const maxLabel = 8

// labelledTurns returns the turns of paragraphs that begin with a speaker's label, if the text has at least two of them; a turn goes on to
// the next label.
func (r *resolver) labelledTurns() []turn {
	var turns []turn
	initials := r.personInitials()
	r.paragraphs(func(first, last int) {
		if speaker, ok := r.label(r.doc.Sentences[first].First, initials); ok {
			turns = append(turns, turn{first: first, last: last, speaker: speaker})
		} else if n := len(turns); n > 0 {
			turns[n-1].last = last
		}
	})
	if len(turns) < 2 {
		return nil
	}
	for i := range turns {
		turns[i].question = r.asks(turns[i].last)
	}
	return turns
}

// label reports whether a speaker's label begins at token first, and returns the speaker's chain, None if it is not known.
func (r *resolver) label(first int, initials map[string]int) (speaker int, ok bool) {
	tokens := r.doc.Tokens
	speaker = nlp.None
	for i := first; i+1 < len(tokens) && i < first+maxLabel; i++ {
		if tokens[i].Lower == ":" {
			return speaker, i > first
		}
		switch n := r.named[i]; {
		case n != nlp.None:
			if i == r.doc.Names[n].First && r.headedName(n) != nlp.None {
				speaker = r.chainOf(r.headedName(n))
			}
		case i == first && isInitials(tokens[i].In(r.doc.Text)):
			c, known := initials[strings.ReplaceAll(tokens[i].Lower, ".", "")]
			if known {
				speaker = c
			}
		case i == first && tokens[i].UPOS == "DET": // "The Guardian:"
		case tokens[i].UPOS != "PROPN" && tokens[i].UPOS != "NOUN" && tokens[i].UPOS != "PUNCT" && tokens[i].UPOS != "ADJ":
			return nlp.None, false
		}
	}
	return nlp.None, false
}

// headedName returns the mention of name n, or None.
func (r *resolver) headedName(n int) int {
	name := &r.doc.Names[n]
	for i := name.First; i < name.First+name.Count; i++ {
		if m := r.headed[i]; m >= 0 && r.mentions[m].name == n {
			return int(m)
		}
	}
	return nlp.None
}

// isInitials reports whether a label is made of capitals, as in "JS:" or "Q:".
func isInitials(s string) bool {
	for _, c := range s {
		if (c < 'A' || c > 'Z') && c != '.' {
			return false
		}
	}
	return len(s) <= 6
}

// personInitials returns the chains of persons by the initials of their full names; and the one who is interviewed by "a", for "Q:"
// and "A:".
func (r *resolver) personInitials() map[string]int {
	out := make(map[string]int)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person || len(r.forms[x.name].words) < 2 {
			continue
		}
		for _, s := range initials(r.forms[x.name].words) {
			if _, ok := out[s]; !ok {
				out[s] = r.chainOf(m)
			}
		}
	}
	if who, second := r.interviewee(len(r.doc.Sentences)); second == nlp.None {
		out["a"] = who
	}
	return out
}

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
		case r.puts(first, last) && (n == 0 || !turns[n-1].question || last-first < maxAddress), r.addresses(first, last) && (n == 0 || !turns[n-1].question):
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

// turnsOfTwo returns the paragraphs from sentence start on in which one of the persons a and b speaks who are interviewed together: the
// one who says "I'm Ann Smith", or does not name the other.
func (r *resolver) turnsOfTwo(a, b, start int) []turn {
	names := make(map[int]int) // of the persons, by paragraph: 1 is a, 2 is b, 3 is both
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.quoted[x.head] {
			continue
		}
		switch c := r.chainOf(m); c {
		case a:
			names[r.paragraph[r.sentence[x.head]]] |= 1
		case b:
			names[r.paragraph[r.sentence[x.head]]] |= 2
		}
	}
	var turns []turn
	r.paragraphs(func(first, last int) {
		if first < start || !r.has(first, last, firstPerson) {
			return
		}
		speaker := r.introducedIn(first, last)
		if speaker == nlp.None {
			switch names[r.paragraph[first]] {
			case 1:
				speaker = b
			case 2:
				speaker = a
			}
		}
		if speaker != nlp.None {
			turns = append(turns, turn{first: first, last: last, speaker: speaker})
		}
	})
	return turns
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
		} else if x.kind == nlp.Named && r.chainOf(m) == c {
			last = s
		}
	}
	named := r.paragraph[last]
	for last < end && r.paragraph[last] == named {
		last++
	}
	return last
}

// maxAddress bounds the sentences of a paragraph that addresses somebody instead of asking.
const maxAddress = 3

// addresses reports whether a short paragraph speaks to somebody from its first sentence on: "You have written a book."
func (r *resolver) addresses(first, last int) bool {
	return last-first < maxAddress && r.has(first, first, secondPerson)
}

// introductions returns the paragraphs in which somebody says who they are, "I'm Ann Smith", "My name is Ann Smith", or signs.
func (r *resolver) introductions() []turn {
	var turns []turn
	r.paragraphs(func(first, last int) {
		c := r.introducedIn(first, last)
		if c == nlp.None && r.has(first, last, firstPerson) {
			c = r.signature(first, last)
		}
		if c != nlp.None {
			turns = append(turns, turn{first: first, last: last, speaker: c})
		}
	})
	return turns
}

// introducedIn returns the chain of the person who says "I'm Ann Smith" in the sentences from first to last, or None.
func (r *resolver) introducedIn(first, last int) int {
	end := r.doc.Sentences[last].First + r.doc.Sentences[last].Count
	for i := r.doc.Sentences[first].First; i < end; i++ {
		if personal[r.doc.Tokens[i].Lower] != 1 || r.quoted[i] {
			continue
		}
		if c := r.introduced(i); c != nlp.None {
			return c
		}
	}
	return nlp.None
}

// signature returns the chain of the person whose name alone is the last sentence of the paragraph from sentence first to last, or, after
// a dash, the next paragraph; or None.
func (r *resolver) signature(first, last int) int {
	if last > first {
		if c := r.nameAlone(last, false); c != nlp.None {
			return c
		}
	}
	if last+1 < len(r.doc.Sentences) {
		return r.nameAlone(last+1, true)
	}
	return nlp.None
}

// nameAlone returns the chain of the person whose name, and nothing but a dash before it, is sentence s; or None.
func (r *resolver) nameAlone(s int, dash bool) int {
	first := r.doc.Sentences[s].First
	last := first + r.doc.Sentences[s].Count - 1
	switch r.doc.Tokens[first].Lower {
	case "-", "–", "—", "--":
		first++
	default:
		if dash {
			return nlp.None
		}
	}
	if first > last || r.named[first] == nlp.None || r.named[first] != r.named[last] {
		return nlp.None
	}
	n := r.named[first]
	if m := r.headedName(n); r.doc.Names[n].First == first && r.typed[n] == nlp.Person && m != nlp.None {
		return r.chainOf(m)
	}
	return nlp.None
}

// introduced returns the chain of the person whom the pronoun i is said to be, or None.
func (r *resolver) introduced(i int) int {
	tokens := r.doc.Tokens
	subject := i
	if tokens[i].Deprel == "nmod:poss" && tokens[tokens[i].Head].Lower == "name" {
		subject = tokens[i].Head
	}
	name := tokens[subject].Head
	if tokens[subject].Deprel != "nsubj" || r.named[name] == nlp.None || r.trees.Child(name, "cop") == nlp.None {
		return nlp.None
	}
	if n := r.named[name]; r.typed[n] == nlp.Person && r.headedName(n) != nlp.None {
		return r.chainOf(r.headedName(n))
	}
	return nlp.None
}

// asks reports whether sentence s ends with a question mark outside quotation marks.
func (r *resolver) asks(s int) bool {
	sentence := &r.doc.Sentences[s]
	last := sentence.First + sentence.Count - 1
	return r.doc.Tokens[last].Lower == "?" && !r.quoted[last]
}

// has reports whether the sentences from first to last have one of words outside quotation marks.
func (r *resolver) has(first, last int, words map[string]bool) bool {
	end := r.doc.Sentences[last].First + r.doc.Sentences[last].Count
	for i := r.doc.Sentences[first].First; i < end; i++ {
		if words[r.doc.Tokens[i].Lower] && !r.quoted[i] {
			return true
		}
	}
	return false
}

var (
	firstPerson  = wordSet("i me my mine myself we us our ours ourselves")
	secondPerson = wordSet("you your yours yourself")
)

// opening is how many sentences may tell that a text is an interview.
const opening = 8

// toldInterview reports whether the beginning of the text has the word.
func (r *resolver) toldInterview() bool {
	for s := range min(opening, len(r.doc.Sentences)) {
		sentence := &r.doc.Sentences[s]
		for i := sentence.First; i < sentence.First+sentence.Count; i++ {
			if strings.HasPrefix(r.doc.Tokens[i].Lower, "interview") {
				return true
			}
		}
	}
	return false
}

// talks are the verbs and nouns whose object, or whose "with" or "to", is who is interviewed.
var talks = wordSet("interview speak talk chat sit conversation discuss")

// interviewee returns the chain of the person whom the first sentences name most often, a naming as somebody interviewed counting
// double; None if two are equal, and both of them if they stand side by side ("Ann Smith and Bob Jones").
func (r *resolver) interviewee(sentences int) (who, beside int) {
	votes := make(map[int]int)
	pairs := make(map[[2]int]bool)
	best, second := nlp.None, nlp.None
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person {
			continue
		}
		if r.sentence[x.head] >= sentences {
			break
		}
		if r.credited(x) {
			continue
		}
		c := r.chainOf(m)
		votes[c] += 2
		if x.verb != nlp.None && x.place != subject && talks[lowerLemma(&r.doc.Tokens[x.verb])] || x.first > 0 && r.doc.Tokens[x.first-1].Lower == "interviewee" {
			votes[c] += 3
		}
		if tok := &r.doc.Tokens[x.head]; tok.Deprel == "conj" && r.headed[tok.Head] >= 0 && r.mentions[r.headed[tok.Head]].chain != nlp.None {
			pairs[[2]int{r.chainOf(int(r.headed[tok.Head])), c}] = true
		}
		switch {
		case best == nlp.None || c == best:
			best = c
		case votes[c] > votes[best]:
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

// pictures are the words before the names of those who took them: "Image: Ann Smith".
var pictures = wordSet("image images photo photos photograph photographs picture pictures credit courtesy file")

// credited reports whether the name x is that of a photographer, behind a picture and a colon.
func (r *resolver) credited(x *mention) bool {
	return x.first > 1 && r.doc.Tokens[x.first-1].Lower == ":" && pictures[r.doc.Tokens[x.first-2].Lower]
}

// addPersonal adds the mention of a first or second person outside quotation marks.
func (r *resolver) addPersonal(i int) {
	if !r.quoted[i] && deptree.Base(r.doc.Tokens[i].Deprel) != "discourse" {
		r.add(mention{first: i, last: i, head: i, name: nlp.None, kind: nlp.Pronoun, types: setOf(nlp.Person)})
	}
}
