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
	out["a"] = r.interviewee(len(r.doc.Sentences))
	return out
}

// minQuestions is how many paragraphs of a text must ask and be answered for it to be an interview without labels; one that says
// that it is an interview needs fewer.
const (
	minQuestions     = 3
	minQuestionsTold = 1
)

// questionTurns returns the turns of an interview in which paragraphs that end with a question mark take turns with answers, of
// one whom the text has named before.
func (r *resolver) questionTurns() []turn {
	var turns []turn
	answered := 0
	r.paragraphs(func(first, last int) {
		n := len(turns)
		switch {
		case r.asks(last) && !r.quoted[r.doc.Sentences[first].First]:
			turns = append(turns, turn{first: first, last: last, speaker: nlp.None, question: true})
		case n > 0 && turns[n-1].question:
			turns = append(turns, turn{first: first, last: last})
			if r.speaksOfSelf(first, last) {
				answered++
			}
		case n > 0:
			turns[n-1].last = last
		}
	})
	least := minQuestions
	if r.toldInterview() {
		least = minQuestionsTold
	}
	if answered < least {
		return nil
	}
	who := r.interviewee(turns[0].first)
	if who == nlp.None {
		return nil
	}
	for i := range turns {
		if !turns[i].question {
			turns[i].speaker = who
		}
	}
	return turns
}

// introductions returns the paragraphs in which somebody says who they are: "I'm Ann Smith", "My name is Ann Smith".
func (r *resolver) introductions() []turn {
	var turns []turn
	r.paragraphs(func(first, last int) {
		end := r.doc.Sentences[last].First + r.doc.Sentences[last].Count
		for i := r.doc.Sentences[first].First; i < end; i++ {
			if personal[r.doc.Tokens[i].Lower] != 1 || r.quoted[i] {
				continue
			}
			if c := r.introduced(i); c != nlp.None {
				turns = append(turns, turn{first: first, last: last, speaker: c})
				return
			}
		}
	})
	return turns
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

// speaksOfSelf reports whether the sentences have a first person outside quotation marks.
func (r *resolver) speaksOfSelf(first, last int) bool {
	end := r.doc.Sentences[last].First + r.doc.Sentences[last].Count
	for i := r.doc.Sentences[first].First; i < end; i++ {
		if personal[r.doc.Tokens[i].Lower] == 1 && !r.quoted[i] {
			return true
		}
	}
	return false
}

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
// double; None if two are equal.
func (r *resolver) interviewee(sentences int) int {
	votes := make(map[int]int)
	best, second := nlp.None, nlp.None
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named || r.typed[x.name] != nlp.Person {
			continue
		}
		if r.sentence[x.head] >= sentences {
			break
		}
		c := r.chainOf(m)
		votes[c] += 2
		if x.verb != nlp.None && x.place != subject && talks[lowerLemma(&r.doc.Tokens[x.verb])] {
			votes[c] += 3
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
	if second != nlp.None && votes[second] == votes[best] {
		return nlp.None
	}
	return best
}

// addPersonal adds the mention of a first or second person outside quotation marks.
func (r *resolver) addPersonal(i int) {
	if !r.quoted[i] && deptree.Base(r.doc.Tokens[i].Deprel) != "discourse" {
		r.add(mention{first: i, last: i, head: i, name: nlp.None, kind: nlp.Pronoun, types: setOf(nlp.Person)})
	}
}
