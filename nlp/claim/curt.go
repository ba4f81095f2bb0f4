package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// curt adds the denial that sentence s begins with and that is no clause, "Not so, said her counterpart, Livia Hart.", and reports whether it
// does.
func (f *finder) curt(s nlp.Sentence) bool {
	tokens := f.doc.Tokens[:s.First+s.Count]
	comma := s.First
	for comma < len(tokens) && comma < s.First+6 && tokens[comma].Lower != "," {
		if tokens[comma].UPOS == "PUNCT" {
			return false
		}
		comma++
	}
	if comma+2 >= len(tokens) || tokens[comma].Lower != "," || f.verbs.at(f.doc, comma+1)&speak == 0 {
		return false
	}
	word := f.untrueWord(s.First, comma-1)
	if word == nlp.None {
		return false
	}
	claim := nlp.Claim{Type: nlp.Denial, Target: nlp.None, Quote: nlp.None, Confidence: 0.6}
	by := comma + 2
	for t := by; t < len(tokens) && tokens[t].Lower != "." && !finiteTag(tokens[t].XPOS); t++ {
		if e := f.entityOf(t); e != nlp.None && tokens[t].UPOS == "PROPN" {
			by = t // the name, behind what he is
			claim.Claimants = []int{e}
			if f.doc.Entities[e].Type == nlp.Person {
				break
			}
		}
	}
	claim.Source = nlp.Span{Start: tokens[comma+2].Start, End: tokens[by].End}
	if len(claim.Claimants) > 0 && f.doc.Entities[claim.Claimants[0]].Type == nlp.Person {
		for t := by; t < len(tokens) && f.entityOf(t) == claim.Claimants[0]; t++ {
			claim.Source.End = tokens[t].End
		}
	}
	f.add(claim, word, s.First, comma-1)
	return true
}

// all adds what the subjects of "Both deny the charges" do, whom the tree gives no noun: those who were accused just before.
func (f *finder) all(s nlp.Sentence) {
	if s.Count < 4 {
		return
	}
	v := s.First + 1
	who := f.doc.Tokens[s.First].Lower
	if who != "both" && who != "all" || f.verbs.at(f.doc, v)&deny == 0 || f.heads[v] || f.object(v) < v && f.trees.Child(v, "xcomp", "ccomp") < v {
		return
	}
	claim := nlp.Claim{Type: nlp.Denial, Target: nlp.None, Quote: nlp.None, Confidence: 0.6, Source: f.doc.Tokens[s.First].Span}
	_, last := f.trees.Extent(v)
	c := f.trim(clause{v, v, last})
	f.add(claim, v, c.first, c.last)
}

// everyoneAccused gives the claims whose source is "both" or "all" those whom the claims of the two sentences before accuse.
func (f *finder) everyoneAccused() {
	for i := range f.found {
		d := &f.found[i]
		if d.Type != nlp.Denial || len(d.Claimants) > 0 || d.ByArticle {
			continue
		}
		if who := strings.ToLower(d.Source.In(f.doc.Text)); who != "both" && who != "all" {
			continue
		}
		for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 2; j-- {
			if a := &f.found[j]; a.Type == nlp.Accusation && a.Target != nlp.None {
				d.Claimants = append(d.Claimants, a.Target)
			}
		}
		slices.Sort(d.Claimants)
		d.Claimants = slices.Compact(d.Claimants)
	}
}
