package entity_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/entity"
	"github.com/hearsay-nlp/hearsay/nlp/name"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
	"github.com/hearsay-nlp/hearsay/nlp/timex"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// cases are short texts with the chains that they must give: the name of an entity, and its mentions in order. Other entities of a text
// may be whatever they are.
var cases = []struct {
	phenomenon, text string
	chains           []string
}{
	{"a name again", "Angela Merkel arrived on Monday. Angela Merkel left on Tuesday.",
		[]string{"Angela Merkel: Angela Merkel, Angela Merkel"}},
	{"a person by a relative", "Crewe opened on Monday. Crewe's wife came too, and she spoke to him.",
		[]string{"Crewe: Crewe, Crewe, him"}},
	{"a surname", "Angela Merkel arrived on Monday. Merkel left on Tuesday.",
		[]string{"Angela Merkel: Angela Merkel, Merkel"}},
	{"a surname after a title", "John Miller arrived on Monday. Mr Miller left on Tuesday.",
		[]string{"John Miller: John Miller, Miller"}},
	{"two of one surname", "Bill Clinton met reporters. Hillary Clinton met voters. Mr Clinton smiled. Mrs Clinton waved.",
		[]string{"Bill Clinton: Bill Clinton, Clinton", "Hillary Clinton: Hillary Clinton, Clinton"}},
	{"an initial", "Donald J. Trump spoke first. Donald Trump left early.",
		[]string{"Donald J. Trump: Donald J. Trump, Donald Trump"}},
	{"an acronym", "The European Union agreed. Officials of the EU were pleased.",
		[]string{"European Union: European Union, EU"}},
	{"an acronym in parentheses", "The International Monetary Fund (IMF) warned of a crisis. The IMF sent experts.",
		[]string{"International Monetary Fund: International Monetary Fund, IMF, IMF"}},
	{"an acronym of another language", "The Italian Episcopal Conference (CEI) warned of a crisis. Bishops of CEI sent letters.",
		[]string{"Italian Episcopal Conference: Italian Episcopal Conference, CEI, CEI"}},
	{"another name of a country", "Myanmar closed the border. Trade with Burma fell.",
		[]string{"Myanmar: Myanmar, Burma"}},
	{"a short form", "Deutsche Bank AG cut jobs. Deutsche Bank declined to comment.",
		[]string{"Deutsche Bank AG: Deutsche Bank AG, Deutsche Bank"}},
	{"a people, noun and adjective", "Many Muslims prayed. A Muslim leader spoke.",
		[]string{"Muslims: Muslims, Muslim"}},
	{"a country is not its people", "Poland closed the border. The Polish army was sent.",
		[]string{"Poland: Poland", "Polish: Polish"}},

	{"an apposition", "Sadiq Khan, the mayor of London, opened the bridge.",
		[]string{"Sadiq Khan: Sadiq Khan, the mayor of London"}},
	{"an apposition before the name", "The mayor of London, Sadiq Khan, opened the bridge.",
		[]string{"Sadiq Khan: The mayor of London, Sadiq Khan"}},
	{"identified, passive", "The victim was identified as John Miller. He was 42.",
		[]string{"John Miller: The victim, John Miller, He"}},
	{"identified, active", "Officials identified the gunman as 21-year-old John Miller.",
		[]string{"John Miller: the gunman, John Miller"}},
	{"identified, participle", "A driver named by police as Ann Lee was arrested. She was released.",
		[]string{"Ann Lee: A driver, Ann Lee, She"}},
	{"not identified", "The victim was not identified as John Miller.",
		[]string{"John Miller: John Miller"}},
	{"a person named so", "Police arrested a man named John Miller on Monday. He was released on Tuesday.",
		[]string{"John Miller: a man, John Miller, He"}},

	{"he", "John Miller lost the vote. He resigned on Monday.",
		[]string{"John Miller: John Miller, He"}},
	{"she and her", "Angela Merkel said that she would leave her party.",
		[]string{"Angela Merkel: Angela Merkel, she, her"}},
	{"sexes", "Angela Merkel met Emmanuel Macron. She praised his plan.",
		[]string{"Angela Merkel: Angela Merkel, She", "Emmanuel Macron: Emmanuel Macron, his"}},
	{"sexes, the other way", "Emmanuel Macron met Angela Merkel. He praised her plan.",
		[]string{"Angela Merkel: Angela Merkel, her", "Emmanuel Macron: Emmanuel Macron, He"}},
	{"the subject before", "John Miller beat Paul Brown in the final. He had trained for years.",
		[]string{"John Miller: John Miller, He", "Paul Brown: Paul Brown"}},
	{"parallel subjects", "John Miller met Paul Brown on Monday. Later, he met Peter Stone.",
		[]string{"John Miller: John Miller, he"}},
	{"the subject of a verb of speech", "Paul Brown waited. John Miller said he was tired.",
		[]string{"John Miller: John Miller, he"}},
	{"an object is not the subject", "John Miller saw Paul Brown. Peter Stone hit him.",
		[]string{"Peter Stone: Peter Stone"}},
	{"a reflexive is the subject", "Paul Brown watched. John Miller hurt himself.",
		[]string{"John Miller: John Miller, himself"}},
	{"over three sentences", "Angela Merkel arrived. She smiled. She sat down. She spoke.",
		[]string{"Angela Merkel: Angela Merkel, She, She, She"}},
	{"her in what precedes the clause", "Angela Merkel praised Theresa May. After her speech in York, Ann Lee thanked the voters.",
		[]string{"Ann Lee: her, Ann Lee"}},
	{"a nearer one in what precedes", "After John Miller and his wife had left, Paul Brown thanked the voters.",
		[]string{"John Miller: John Miller, his"}},
	{"what others do for him", "John Miller fell ill on Monday. In his absence, Paul Brown led the team.",
		[]string{"Paul Brown: Paul Brown"}},
	{"who is told to do", "Paul Brown asked John Miller to help him.",
		[]string{"Paul Brown: Paul Brown, him", "John Miller: John Miller"}},
	{"who does it is not him", "Paul Brown won. John Miller praised Paul Brown, thanking him for his help.",
		[]string{"John Miller: John Miller"}},
	{"given names alone", "Kate met David in May. She praised him.",
		[]string{"Kate: Kate, She"}},
	{"a wife is a woman", "Peter Stone greeted his wife Sasha. She smiled.",
		[]string{"Sasha: Sasha, She"}},
	{"a name taken up", "Sasha Stone, she is the captain. Sasha Reed is not.",
		[]string{"Sasha Stone: Sasha Stone, she, the captain"}},
	{"a family", "John Miller wept. Neighbours knew the couple. The Millers had moved there in May. They liked the town.",
		[]string{"Millers: the couple, Millers, They", "John Miller: John Miller"}},
	{"a pronoun before the name", "In her speech, Angela Merkel thanked the voters.",
		[]string{"Angela Merkel: her, Angela Merkel"}},
	{"the subject to come, named before", "Paul Brown arrived on Monday. Voters knew John Miller. During his first speech, Paul Brown thanked them.",
		[]string{"Paul Brown: Paul Brown, his, Paul Brown"}},
	{"an owner inside its own phrase", "John Miller and his wife left the house.",
		[]string{"John Miller: John Miller, his"}},
	{"it is no person", "Microsoft told John Miller that it would close the shop.",
		[]string{"Microsoft: Microsoft, it", "John Miller: John Miller"}},
	{"its", "Toyota cut its forecast on Monday.",
		[]string{"Toyota: Toyota, its"}},
	{"a country and its", "Belarus denied that its soldiers had crossed the border.",
		[]string{"Belarus: Belarus, its"}},
	{"it of the weather", "Toyota closed the plant because it was raining.",
		[]string{"Toyota: Toyota"}},
	{"he is no country", "John Miller flew to France on Monday. He returned on Friday.",
		[]string{"John Miller: John Miller, He", "France: France"}},
	{"a group is they", "The Kurds fled. They crossed the river.",
		[]string{"Kurds: Kurds, They"}},
	{"a chain without a name is none", "A farmer found the bag. He called the police. John Miller came.",
		[]string{"John Miller: John Miller"}},
	{"in quotation marks", "Paul Brown praised Angela Merkel. “She is brave,” he said.",
		[]string{"Paul Brown: Paul Brown, he", "Angela Merkel: Angela Merkel, She"}},

	{"a country by its sort", "France raised taxes in May. The country needs money.",
		[]string{"France: France, The country"}},
	{"a title again", "President Emmanuel Macron spoke on Monday. The president promised reforms.",
		[]string{"Emmanuel Macron: Emmanuel Macron, The president"}},
	{"an indefinite phrase is new", "President Emmanuel Macron spoke. A president has many duties.",
		[]string{"Emmanuel Macron: Emmanuel Macron"}},

	{"labels of speakers", "Ann Lee: How did you begin?\n\nJohn Miller: I began in May. My father helped me.\n\nAnn Lee: Would you do it again?\n\nJohn Miller: I would.",
		[]string{"John Miller: you, John Miller, I, My, me, you, John Miller, I"}},
	{"initials of speakers", "Ann Lee met John Miller in May.\n\nAL: How did you begin?\n\nJM: I began in May.\n\nAL: Did it help?\n\nJM: I think so.",
		[]string{"John Miller: John Miller, you, I, I"}},
	{"questions and answers", "An interview with John Miller\n\nHow did you begin?\n\nI began in May. My father helped me.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, My, me, I"}},
	{"a speaker is not he", "An interview with John Miller\n\nHow did you begin?\n\nI met Paul Brown. He helped me.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, me, I", "Paul Brown: Paul Brown, He"}},
	{"nor is who is asked", "An interview with John Miller\n\nHow did you begin?\n\nI met Paul Brown. I wrote to him.\n\nDid he answer?\n\nI think so.",
		[]string{"John Miller: John Miller, you, I, I, I", "Paul Brown: Paul Brown, him, he"}},
	{"questions in an article without interview", "John Miller won. Who will stop him?\n\nI doubt that anybody will.",
		[]string{"John Miller: John Miller, him"}},
	{"answers that speak of us", "John Miller leads the team.\n\nHow did it begin?\n\nWe began in May.\n\nWhat came next?\n\nWe built a boat, and I sailed it.\n\nWas it hard?\n\nIt was for me.",
		[]string{"John Miller: John Miller, I, me"}},
	{"labels in capitals", "Ann Lee met John Miller in May.\n\nLEE: How did you begin?\n\nMILLER: I began in May.\n\nLEE: Did it help?\n\nMILLER: I think so.",
		[]string{"John Miller: John Miller, you, MILLER, I, MILLER, I"}},
	{"labels of full names in capitals", "Ann Lee met John Miller in May.\n\nANN LEE: How did you begin?\n\nJOHN MILLER: I began in May.\n\nANN LEE: Did it help?\n\nJOHN MILLER: I think so.",
		[]string{"John Miller: John Miller, you, JOHN MILLER, I, JOHN MILLER, I"}},
	{"titles in labels", "Ann Lee met John Miller in May.\n\nMs. Lee: How did you begin?\n\nMr. Miller: I began in May.\n\nMs. Lee: Did it help?\n\nMr. Miller: I think so.",
		[]string{"John Miller: John Miller, you, Miller, I, Miller, I"}},
	{"question and answer", "Ann Lee met John Miller, the sailor, in May. Miller was tired.\n\nQ: How did you begin?\n\nA: I began in May.\n\nQ: Did it help?\n\nA: I think so.",
		[]string{"John Miller: John Miller, the sailor, Miller, you, I, I"}},
	{"an outlet asks", "The sailor John Miller spoke to The Guardian in May.\n\nThe Guardian: How did you begin?\n\nJohn Miller: I began in May.\n\nThe Guardian: Did it help?\n\nJohn Miller: I think so.",
		[]string{"John Miller: John Miller, you, John Miller, I, John Miller, I"}},
	{"an answer before the first question", "An interview with John Miller\n\nI began in May.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, I, I"}},
	{"a long answer that ends with a question", "An interview with John Miller\n\nHow do you feel?\n\nI lost a race. I lost my boat. It rained. Nobody came. Why should I smile?\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, I, my, I, I"}},
	{"spoken to without a question", "An interview with John Miller\n\nHow did you begin?\n\nI began in May.\n\nYou have won twice.\n\nI have, and I hope to win again.",
		[]string{"John Miller: John Miller, you, I, You, I, I"}},
	{"who took the picture", "An interview with John Miller\n\nImage: Peter Stone.\n\nHow did you begin?\n\nI began in May.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, I", "Peter Stone: Peter Stone"}},
	{"two who are interviewed together", "An interview with John Miller and Ann Lee\n\nHow did you two meet?\n\nI met Ann in York.\n\nAnd I met John in May.\n\nIt rained.\n\nI think so.",
		[]string{"John Miller: John Miller, I, John", "Ann Lee: Ann Lee, Ann, I"}},
	{"two who are told apart by she and he", "An interview with John Miller and Ann Lee\n\nHow did you begin?\n\nShe found a boat and I bought it.\n\nI had found it in May.\n\nWhat comes next?\n\nAnd for me it was hard.",
		[]string{"John Miller: John Miller, I", "Ann Lee: Ann Lee, She, I"}},
	{"several are interviewed", "John Miller's boat sank. The Guardian interviewed three sailors.\n\nHow do you feel?\n\nI am tired.\n\nI lost my boat.",
		[]string{"John Miller: John Miller"}},
	{"interviewed, but not named there", "An interview with a sailor\n\nPaul Brown won in May. The sailor John Miller beat Brown in June. Brown was late.\n\nHow do you feel?\n\nI am tired.",
		[]string{"John Miller: John Miller, you, I", "Paul Brown: Paul Brown, Brown, Brown"}},
	{"who asked", "The sailor John Miller lost his boat in May. Miller talked to Ann Lee.\n\nHow do you feel?\n\nI am tired.\n\nWhat went wrong?\n\nI fell.\n\nDid it hurt?\n\nI cried.",
		[]string{"John Miller: John Miller, his, Miller, you, I, I, I", "Ann Lee: Ann Lee"}},
	{"she spoke to the reporter", "John Miller lost in May. He talked to Paul Brown about boats.\n\nHow do you feel?\n\nI am tired.\n\nWhat went wrong?\n\nI fell.\n\nDid it hurt?\n\nI cried.",
		[]string{"John Miller: John Miller, He, you, I, I, I", "Paul Brown: Paul Brown"}},
	{"a conversation", "In conversation with John Miller\n\nHow do you feel?\n\nI lost my boat.\n\nExplain to us how it sank.\n\nMy brother sank it.",
		[]string{"John Miller: John Miller, you, I, my, My"}},
	{"a short answer that ends with a question", "An interview with John Miller\n\nHow do you feel?\n\nI lost my boat. Who will sail it?\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, my, I"}},
	{"an answer that goes on in another paragraph", "An interview with John Miller\n\nHow do you feel?\n\nI lost my boat.\n\nYou need a boat to sail, and I have none.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, you, I, my, I, I"}},
	{"bidden to tell", "An interview with John Miller\n\nHow do you feel?\n\nI lost my boat.\n\nTell us about the boat.\n\nMy brother built it.",
		[]string{"John Miller: John Miller, you, I, my, My"}},
	{"a name in a greeting", "An interview with John Miller\n\nYou won.\n\nPeople say, “Hey Miller,” and I like it.\n\nWhat comes next?\n\nI hope to win.",
		[]string{"John Miller: John Miller, You, Miller, I, I"}},
	{"a signature", "The captain was hurt.\n\nI was told to wait. John Miller\n\nI know nothing of it.",
		[]string{"John Miller: I, John Miller"}},
	{"an introduction", "Hello, I'm John Miller. I work in York and I like my job.",
		[]string{"John Miller: I, John Miller, I, I, my"}},
	{"a title before the name", "But the trust's former medical director, Dr Imran Qureshi, disputed it. In a statement, he said no.",
		[]string{"Imran Qureshi: the trust's former medical director, Imran Qureshi, he"}},
	{"called after another", "Kelham Rovers lost again on Sunday. The Rovers Trust owns a share of Kelham Rovers, but Rovers need money.",
		[]string{"Kelham Rovers: Kelham Rovers, Kelham Rovers, Rovers", "Rovers Trust: Rovers Trust"}},
	{"quotations are left to quotes", "“I am tired,” John Miller said.",
		[]string{"John Miller: John Miller"}},
}

func TestChains(t *testing.T) {
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(name.New), nlp.Make(entity.New))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.phenomenon, func(t *testing.T) {
			doc := &nlp.Document{Text: c.text}
			if err := p.Annotate(context.Background(), doc); err != nil {
				t.Fatal(err)
			}
			found := chains(doc)
			for _, want := range c.chains {
				name, _, _ := strings.Cut(want, ": ")
				if got := found[name]; got != want {
					t.Errorf("%q:\ngot  %q\nwant %q", c.text, got, want)
				}
			}
		})
	}
}

// TestChainsWithoutName sees that what is never named is no entity, but has a chain.
func TestChainsWithoutName(t *testing.T) {
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(name.New))
	if err != nil {
		t.Fatal(err)
	}
	a, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	doc := &nlp.Document{Text: "A farmer found the bag. He called the police. John Miller came, and he took it."}
	if err := p.Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range a.Chains(doc) {
		var mentions []string
		for _, m := range c {
			mentions = append(mentions, m.In(doc.Text))
		}
		got = append(got, strings.Join(mentions, ", "))
	}
	for _, want := range []string{"A farmer, He", "John Miller, he"} {
		if !slices.Contains(got, want) {
			t.Errorf("chains are %q, want %q among them", got, want)
		}
	}
	if doc.Entities != nil {
		t.Error("Chains has changed the document")
	}
}

// chains returns the entities of doc by name, in the form of cases.
func chains(doc *nlp.Document) map[string]string {
	out := make(map[string]string)
	for _, e := range doc.Entities {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, m.In(doc.Text))
		}
		out[e.Name] = e.Name + ": " + strings.Join(mentions, ", ")
	}
	return out
}

// TestConfidence sees that the confidence of each mention is a probability.
func TestConfidence(t *testing.T) {
	p, err := nlp.Build(nlp.Make(token.New), nlp.Make(tag.New), nlp.Make(parse.New), nlp.Make(timex.New), nlp.Make(name.New), nlp.Make(entity.New))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		doc := &nlp.Document{Text: c.text}
		if err := p.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		for _, e := range doc.Entities {
			for _, m := range e.Mentions {
				if m.Confidence <= 0 || m.Confidence > 1 {
					t.Errorf("%q: the confidence of %q is %v", c.text, m.In(doc.Text), m.Confidence)
				}
			}
		}
	}
}
