package quotation_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// show writes text with each stretch between marks in ⟦ and ⟧, with ⟧ doubled where no mark closes it.
func show(text string) string {
	begins, ends := make(map[int]int), make(map[int]string)
	for _, m := range quotation.Marks(text) {
		begins[m.Start]++
		closing := "⟧"
		if m.Unclosed {
			closing = "⟧⟧"
		}
		ends[m.End] += closing
	}
	var b strings.Builder
	for i := 0; i <= len(text); i++ {
		b.WriteString(ends[i])
		b.WriteString(strings.Repeat("⟦", begins[i]))
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// TestMarks has the text that show makes of each case; without its brackets it is the case.
func TestMarks(t *testing.T) {
	for _, want := range []string{
		// straight and curly
		`⟦"No,"⟧ he said. ⟦"Never."⟧`,
		`⟦“No,”⟧ he said. ⟦“Never.”⟧`,
		`He called it ⟦"a disgrace"⟧.`,
		`She said: ⟦“Go.”⟧ He went.`,
		`(⟦"No"⟧)`, `⟦"A"⟧, ⟦"B"⟧ and ⟦"C"⟧`,
		`—⟦“Yes”⟧—`, `⟦"Why?"⟧ she asked.`, `⟦"Stop!"⟧`,
		`He said⟦"no"⟧ twice.`,
		// single, and apostrophes
		`⟦'No,'⟧ he said.`, `⟦‘No,’⟧ he said.`,
		`It's Bob's and the Joneses' house.`, `the class of ’68`, `rock 'n' roll`, `in the '90s`, `’Twas so`,
		`⟦‘It’s Bob’s,’⟧ she said.`, `Don't say ⟦'don't'⟧ to me.`, `the workers’ rights`,
		`⟦‘The workers’ rights are at stake,’⟧ he said.`,
		// other glyphs
		`⟦«Non»⟧, dit-il.`, `⟦»Nein«⟧, sagte er.`, `⟦„Nein“⟧, sagte er.`, `⟦„Nie”⟧ powiedział.`, `⟦‹Oui›⟧`, `⟦「はい」⟧`, "⟦``No''⟧ he said.",
		`⟦„Das ist ‚gut‘“⟧`,
		// nested
		`⟦“He said ⟦‘no’⟧ to me,”⟧ she said.`, `⟦"He said ⟦'no'⟧ to me,"⟧ she said.`, `⟦‘He said ⟦“no”⟧ to me,’⟧ she said.`,
		// unclosed, and over paragraphs
		"⟦“One.⟧⟧\n\n⟦“Two.”⟧ He left.",
		"⟦\"One.⟧⟧\n\n⟦\"Two.\"⟧ He left.",
		"⟦“One and no end.⟧⟧\n\nAnother paragraph.",
		"⟦“One”⟧ and ⟦“two.⟧⟧\n\nThree.",
		"A lone ” here.", "A lone ⟦\" here\"⟧.",
		"⟦“One.⟧⟧ ⟦“Two.”⟧",
		// beside other punctuation
		`⟦“No”⟧; ⟦“yes”⟧: ⟦“maybe”⟧.`, `He said ⟦“no”⟧ … and left.`, `⟦“What?!”⟧ she cried.`, `⟦“Wait…”⟧ he said.`, `[⟦“No”⟧] he said.`,
		`He ⟦“said”⟧—she ⟦“agreed”⟧.`, `⟦“No,”⟧ he said, ⟦“never.”⟧`, `The ⟦“yes”⟧/⟦“no”⟧ vote`, `⟦"A"⟧ – ⟦"B"⟧`,
		`⟦“$2.3m”⟧ was paid.`, `⟦“№ 5”⟧ sold.`, `*⟦“No,”⟧* he said.`,
		// single marks among apostrophes
		`He didn't say ⟦'it's over'⟧.`, `⟦‘I don’t know,’⟧ he said.`, `the boys' ⟦'best friend'⟧`, `⟦'Tis the season,'⟧ she said.`,
		`O'Neill's and D’Arcy’s`, `the 1960s' music`, `⟦‘No,’⟧ said the players’ union.`, `Ma'am, y'all, o'clock`, `Hawai‘i and Qur’an`,
		// what is left out
		`⟦'Rock 'n' roll is dead,'⟧ he said.`, `⟦‘Rock ’n’ roll is dead,’⟧ he said.`, `⟦‘Fish ‘n’ chips, please,’⟧ he said.`, `⟦"Rock 'n' roll"⟧ is dead.`,
		`a life of ⟦'sex 'n' drugs 'n' rock 'n' roll'⟧`, `⟦'Salt 'n vinegar,'⟧ she said.`, `R'n'B and drum 'n' bass`, `⟦'Drum'n'bass is back,'⟧ she said.`,
		`⟦'Give 'em time,'⟧ she said.`, `⟦‘Not ‘til May,’⟧ she said.`, `⟦'It was the '90s,'⟧ he said.`, `⟦'We met in '98,'⟧ he said.`, `⟦'I left 'cause of him,'⟧ she said.`,
		`⟦'Go 'round the back at three o'clock,'⟧ he said.`, `⟦'I'm goin' home,'⟧ he said.`, `⟦'An ol' friend o' the house,'⟧ she said.`,
		`⟦“Get ’em out,”⟧ he said. ⟦“The ’80s are over.”⟧`,
		`⟦'Twas ever thus,'⟧ he said.`, `⟦’Tis late,’⟧ she said.`, `⟦'98 was our year,'⟧ he said.`, `⟦'Em lads can't swim!'⟧ he cried.`, `In the '90s, he said ⟦'no,'⟧ and left.`,
		`In the '90s the workers' club closed.`, `⟦‘’Tis late,’⟧ she said.`,
		// possessors
		`⟦'The workers' rights are gone,'⟧ he said.`, `⟦'It is James' turn,'⟧ he said.`, `the ⟦'players' union'⟧ and the ⟦'owners' club'⟧`,
		`⟦'Some of the banks' clients left. Others' money stayed,'⟧ she said.`, `⟦'The drivers' and nurses' unions agreed,'⟧ he said.`,
		`⟦"He said ⟦'the workers' rights are gone'⟧,"⟧ she said.`, `The ⟦'experts'⟧ and ⟦'friends'⟧ left.`, `⟦'Cops'⟧ met ⟦'robbers'⟧.`, `⟦'Come in'⟧ is all he said.`,
		// nested more than once, and both ends together
		`⟦“She said ⟦‘He said ⟦“no”⟧’⟧,”⟧ he said.`, `⟦“⟦‘No’⟧ is no,”⟧ he said.`, `⟦“He said ⟦‘no’⟧”⟧`, `⟦«Il a dit ⟦“non”⟧»⟧`,
		// over lines and paragraphs
		"⟦“One⟧⟧\ntwo” he said.", "⟦“One.⟧⟧\n\n⟦“Two.⟧⟧\n\n⟦“Three.”⟧", "⟦“One.”⟧\n\n⟦“Two.”⟧", "⟦‘One.⟧⟧\n\n⟦‘Two,’⟧ he said.",
		"⟦“One.⟧⟧\r\n\r\n⟦“Two.”⟧", "⟦«Un.⟧⟧\n\n⟦«Deux.»⟧",
		// no quotations
		`6" by 4'`, `He is 5'11".`, "", `"`, `'`, `‘`, `x = y''`,
	} {
		text := strings.NewReplacer("⟦", "", "⟧", "").Replace(want)
		if got := show(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// What continues says of the paragraphs of one quotation.
func TestContinues(t *testing.T) {
	marks := quotation.Marks("“One.\n\n“Two.\n\n“Three.” He left. “Four.”")
	var got []bool
	for _, m := range marks {
		got = append(got, m.Continues)
	}
	if len(got) != 4 || got[0] || !got[1] || !got[2] || got[3] {
		t.Errorf("Continues is %v", got)
	}
}

func TestWithin(t *testing.T) {
	const text = "a “b c” d"
	var tokens []nlp.Token
	at := 0
	for _, w := range []string{"a", "“", "b", "c", "”", "d"} {
		at += strings.Index(text[at:], w)
		tokens = append(tokens, nlp.Token{Span: nlp.Span{Start: at, End: at + len(w)}})
		at += len(w)
	}
	want := []bool{false, true, true, true, true, false}
	for i, in := range quotation.Within(quotation.Marks(text), tokens) {
		if in != want[i] {
			t.Errorf("token %d: %v, want %v", i, in, want[i])
		}
	}
}

// FuzzMarks sees that stretches are in order and nest, begin and end between characters, and take no text that is not there.
func FuzzMarks(f *testing.F) {
	for _, text := range []string{"“a ‘b’ c”", "\"a\n\n\"b", "'''", "«»»«", "“”“„‚‘’", "``''", "\"\"\"\"\""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("the engine refuses such text")
		}
		var open []quotation.Marked
		last := 0
		for _, m := range quotation.Marks(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) || !utf8.ValidString(m.In(text)) {
				t.Fatalf("%q: bad stretch %+v after %d", text, m, last)
			}
			last = m.Start
			for len(open) > 0 && open[len(open)-1].End <= m.Start {
				open = open[:len(open)-1]
			}
			if len(open) > 0 && m.End > open[len(open)-1].End {
				t.Fatalf("%q: %+v leaves %+v", text, m, open[len(open)-1])
			}
			if m.Depth != len(open) {
				t.Fatalf("%q: %+v has depth %d, want %d", text, m, m.Depth, len(open))
			}
			open = append(open, m)
		}
	})
}

// Many marks take no more than linear time: a quadratic scan of this would take minutes.
func TestLongText(t *testing.T) {
	for _, text := range []string{strings.Repeat("“", 1<<19), strings.Repeat("'a ", 1<<19), strings.Repeat("“a” ", 1<<18), strings.Repeat("a' ", 1<<19), strings.Repeat("\"\n\n", 1<<18)} {
		quotation.Marks(text)
	}
}
