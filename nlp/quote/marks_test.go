package quote

import (
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/quotation"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/token"
)

// TestSetMarks writes each text as its tokens with where they stand: ( the opening mark, ) the closing one, + within, ~ within another
// quotation, - outside.
func TestSetMarks(t *testing.T) {
	tokens, err := token.New()
	if err != nil {
		t.Fatal(err)
	}
	signs := map[quoteState]string{outside: "-", openMark: "(", inside: "+", closeMark: ")", insideNested: "~"}
	for _, c := range []struct{ text, want string }{
		{"She left.", "---"},
		{`"No," she said.`, "(++)---"},
		{"“It is over.”\n\n“We lost,” he said.", "(++++)(+++)---"}, // one begins where the other has ended
		{"“He said ‘no’ to me,” she said.", "(++~~~+++)---"},
		{"“It is over.\n\n“We lost,” he said.", "(++++(+++)---"},
	} {
		doc := &nlp.Document{Text: c.text}
		tokens.Annotate(doc)
		v := &view{doc: doc, marked: quotation.Marks(c.text), toks: make([]facts, len(doc.Tokens))}
		v.setMarks()
		got := ""
		for i := range v.toks {
			got += signs[v.toks[i].quoted]
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}
