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
	r.asked = make([]int, len(r.doc.Sentences))
	for i := range r.speaker {
		r.speaker[i], r.asked[i] = nlp.None, nlp.None
	}
	turns := r.labelledTurns()
	if len(turns) == 0 {
		turns = r.questionTurns()
	}
	if len(turns) == 0 {
		turns = r.introductions()
	}
	for i := range turns {
		t := &turns[i]
		t.hearer = hearerOf(turns, i)
		for s := t.first; s <= t.last; s++ {
			r.speaker[s] = t.speaker
			if t.question {
				r.asked[s] = t.hearer
			}
		}
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

// introduced returns the chain of the person whom the pronoun i is said to be, or None: "I'm Ann Smith", "my name is Ann Smith".
func (r *resolver) introduced(i int) int {
	tokens := r.doc.Tokens
	if tokens[i].Lower == "my" && i+1 < len(tokens) && tokens[i+1].Lower == "name" {
		i++
	} else if tokens[i].Lower != "i" {
		return nlp.None
	}
	if i+2 >= len(tokens) || tokens[i+1].Lemma != "be" || r.named[i+2] == nlp.None {
		return nlp.None
	}
	n := r.named[i+2]
	name := &r.doc.Names[n]
	if end := name.First + name.Count; name.First != i+2 || end < len(tokens) && tokens[end].XPOS == "POS" {
		return nlp.None
	}
	if r.typed[n] == nlp.Person && r.headedName(n) != nlp.None {
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
	firstPerson   = wordSet("i me my mine myself we us our ours ourselves")
	firstSingular = wordSet("i me my mine myself")
	secondPerson  = wordSet("you your yours yourself")
)

// addPersonal adds the mention of a first or second person outside quotation marks.
func (r *resolver) addPersonal(i int) {
	if !r.quoted[i] && deptree.Base(r.doc.Tokens[i].Deprel) != "discourse" {
		r.add(mention{first: i, last: i, head: i, name: nlp.None, kind: nlp.Pronoun, types: setOf(nlp.Person)})
	}
}
