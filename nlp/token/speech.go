package token

import "strings"

// How many tokens a clause that says who spoke may have before its verb, and how many after it are looked at.
const (
	speakerLength = 8
	objectLength  = 6
)

// saidAfter reports whether token i begins a clause that says who spoke: “Stop!” Mary Smith said.
func (w *walker) saidAfter(i int) bool {
	toks := w.doc.Tokens
	for j := i + 1; j < len(toks) && j < i+speakerLength; j++ {
		word := toks[j].Lower
		if w.verbs[word] || w.verbsTo[word] {
			return w.closesSpeech(j)
		}
		if strings.ContainsAny(word, ".!?“\"") {
			return false
		}
	}
	return false
}

// closesSpeech reports whether the verb of speech at token i tells of what was said before it, and not of what comes: “Stop!” Smith
// said that ..., “Stop!” Smith said, “or else ...”
func (w *walker) closesSpeech(i int) bool {
	toks := w.doc.Tokens
	if i+1 == len(toks) {
		return true
	}
	after := toks[i+1].Lower
	if (after == "," || after == ":") && i+2 < len(toks) && strings.ContainsAny(toks[i+2].Lower, "“\"‘'") {
		return false
	}
	if !w.verbsTo[toks[i].Lower] {
		return w.after[after] || !isWord(firstRune(after))
	}
	for j := i + 1; j < len(toks) && j <= i+objectLength; j++ { // told the BBC; but: told them to go
		switch word := toks[j].Lower; {
		case w.content[word]:
			return false
		case !isWord(firstRune(word)) && word != "'s":
			return true
		}
	}
	return true
}
