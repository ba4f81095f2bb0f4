package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// pleads makes an accusation of what was said of those who in claim i deny guilt, whatever its words: "He paid the mayor for a permit, the
// builder says. “A lie,” the mayor said.", "The rider used a banned hormone, the federation ruled. He denies any wrongdoing."
func (f *finder) pleads(i int) {
	d := &f.found[i]
	if d.Type != nlp.Denial || d.ByArticle || !f.deniesGuilt(d) {
		return
	}
	own := f.voices(&d.Claim)
	for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 2; j-- {
		a := &f.found[j]
		if a.Type == nlp.Accusation && slices.Contains(own, a.Target) {
			return
		}
		if a.Type != nlp.Fact || a.ByArticle || f.negated(a.head) || f.doc.Tokens[a.head].UPOS != "VERB" {
			continue
		}
		if slices.ContainsFunc(a.Claimants, func(e int) bool { return slices.Contains(own, e) }) {
			return
		}
		for _, at := range []int{f.subject(a.head), f.object(a.head), f.trees.Child(a.head, "iobj")} {
			if at == nlp.None {
				continue
			}
			if e := f.sourceOf(at); e != nlp.None && slices.Contains(own, e) {
				a.Type, a.Target = nlp.Accusation, e
				return
			}
		}
	}
}

// notOwn gives a denial by a pronoun right after an accusation to whom that is laid on, if pronouns were taken for whoever accuses: nobody denies
// his own accusation: "Price had ignored them, said Rees. She denied it."
func (f *finder) notOwn() {
	for i := 1; i < len(f.found); i++ {
		d, a := &f.found[i], &f.found[i-1]
		if d.Type != nlp.Denial || a.Type != nlp.Accusation || a.Target == nlp.None || len(d.Claimants) != 1 || !slices.Equal(d.Claimants, a.Claimants) || f.performs(d.head)&deny == 0 {
			continue
		}
		obj := f.object(d.head)
		if obj == nlp.None || f.words.of(f.doc.Tokens[obj].Lower)&anaphor == 0 && f.words.of(f.doc.Tokens[obj].Lemma)&charged == 0 || f.sentenceOf(d.head)-f.sentenceOf(a.head) > 1 {
			continue
		}
		who := strings.ToLower(d.Source.In(f.doc.Text))
		if person := f.doc.Entities[a.Target].Type == nlp.Person; person && (who == "he" || who == "she") || !person && (who == "it" || who == "they") {
			d.Claimants = []int{a.Target}
		}
	}
}

// deniesGuilt reports whether d denies that somebody did wrong: by its object, or in a word: "denies any wrongdoing", "a lie".
func (f *finder) deniesGuilt(d *draft) bool {
	if obj := f.object(d.head); obj != nlp.None && f.words.of(f.doc.Tokens[obj].Lemma)&(part|charged) != 0 {
		return f.performs(d.head)&deny != 0 || f.hasNo(d.head, part)
	}
	switch f.doc.Tokens[d.head].Lemma {
	case "innocent", "lie", "smear", "slander", "libel", "plead":
		return true
	case "deny":
		obj := f.object(d.head)
		return obj != nlp.None && f.doc.Tokens[obj].Lower == "it" && f.byPerson(&d.Claim)
	}
	return false
}
