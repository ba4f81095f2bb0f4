package claim

import (
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/internal/deptree"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// counters reports whether claim i, by those whom own has, answers an accusation laid on them just before by saying that all was as it should
// be, or by insisting that something else is so: "The trust insists staffing was adequate", "said the dam had been built to the standards".
func (f *finder) counters(i int, own []int) bool {
	d := &f.found[i]
	if f.negated(d.head) {
		return false
	}
	insists, inOrder := f.insists(d.Quote) || f.instead(d), f.inOrder(d.head)
	for j := i - 1; j >= max(0, i-latest) && f.sentenceOf(d.head)-f.sentenceOf(f.found[j].head) <= 2; j-- {
		a := &f.found[j]
		if a.Type != nlp.Accusation || a.Source == d.Source && !a.Source.IsZero() || slices.ContainsFunc(a.Claimants, func(e int) bool { return slices.Contains(d.Claimants, e) }) {
			continue
		}
		onIt := f.ofThemselves(d.head, &d.Claim) || f.sharesNoun(d, a) || f.instead(d)
		if !(insists && onIt) && !inOrder && !f.gaveAfterAll(d.head, a.head) {
			continue
		}
		if inOrder && j == i-1 && a.Target == nlp.None {
			return true
		}
		if a.Target != nlp.None && slices.ContainsFunc(own, func(e int) bool { return f.entityKey(e) == f.entityKey(a.Target) }) || f.blamedAs(a.head, &d.Claim) {
			return true
		}
	}
	return false
}

// instead reports whether d says that it was something else and not what was said: "drought, not mining, had emptied the wells".
func (f *finder) instead(d *draft) bool { return f.notBut(f.tokensIn(d.Span)) != nlp.None }

// gaveAfterAll reports whether predicate t tells that there was what predicate a says that there was none of: "had given no warning", "had issued a
// warning".
func (f *finder) gaveAfterAll(t, a int) bool {
	none, obj := f.trees.Child(a, "obj"), f.trees.Child(t, "obj")
	return none > a && obj > t && f.none(none) && !f.none(obj) && f.doc.Tokens[none].Lemma == f.doc.Tokens[obj].Lemma
}

// replies reports whether d tells in the past what happened, right after those who put it forward were accused in a: "accused her of hiding the
// study", "she said every councillor had been sent a copy".
func (f *finder) replies(d, a *draft) bool {
	tok := &f.doc.Tokens[d.head]
	past := tok.UPOS == "VERB" && (tok.XPOS == "VBD" || f.perfect(d.head) || f.passive(d.head)) || f.pastCopula(d.head)
	if !past || deptree.Base(tok.Deprel) == "acl" || f.modal(d.head) || f.verbs.at(f.doc, d.head)&(speak|attitude|perceive|admit) != 0 && !f.passive(d.head) || f.sentenceOf(d.head)-f.sentenceOf(a.head) > 1 || d.Quote == nlp.None {
		return false
	}
	if slices.ContainsFunc(a.Claimants, func(e int) bool { return slices.Contains(d.Claimants, e) }) || len(a.Claimants) == 0 && a.Source == d.Source {
		return false
	}
	if !f.ofThemselves(d.head, &d.Claim) && !f.sharesNoun(d, a) {
		return false
	}
	cue := f.cueHead(f.quotes[d.Quote].Cue)
	return cue != nlp.None && f.performs(cue)&(admit|judge|accuse) == 0 && f.quotes[d.Quote].Manner == nlp.Stated
}

// sharesNoun reports whether two claims speak of one thing by the same noun.
func (f *finder) sharesNoun(d, a *draft) bool {
	first, last := f.tokensIn(a.Span)
	nouns := make(map[string]bool)
	for t := first; t <= last; t++ {
		if f.doc.Tokens[t].UPOS == "NOUN" && !f.inTime(t) {
			nouns[f.doc.Tokens[t].Lemma] = true
		}
	}
	first, last = f.tokensIn(d.Span)
	return slices.ContainsFunc(f.doc.Tokens[first:last+1], func(tok nlp.Token) bool { return tok.UPOS == "NOUN" && nouns[tok.Lemma] })
}

// insists reports whether quote q, which may be nlp.None, is told as what somebody holds against what others say.
func (f *finder) insists(q int) bool {
	if q == nlp.None {
		return false
	}
	cue := f.cueHead(f.quotes[q].Cue)
	if cue == nlp.None {
		return false
	}
	switch f.doc.Tokens[cue].Lemma {
	case "insist", "maintain", "counter", "protest":
		return true
	}
	return false
}

// proper are words for what is as it should be, by rules or by needs.
var proper = map[string]bool{
	"accordance": true, "accurate": true, "adequate": true, "appropriate": true, "compliant": true, "compliance": true, "correct": true, "correctly": true,
	"fair": true, "guideline": true, "harmless": true, "law": true, "lawful": true, "lawfully": true, "legal": true, "legally": true, "limit": true, "line": true, "necessary": true,
	"normal": true, "policy": true, "procedure": true, "proper": true, "properly": true, "proportionate": true, "protocol": true, "reasonable": true,
	"regulation": true, "rule": true, "safe": true, "safely": true, "sound": true, "standard": true, "sufficient": true, "transparent": true, "voluntary": true, "willingly": true,
}

// inOrder reports whether the clause of predicate t, which is no judgement on anybody, says that something was as it should be: "was within
// the limits", "followed every procedure", "had been bought legally".
func (f *finder) inOrder(t int) bool {
	tok := &f.doc.Tokens[t]
	if f.trees.Child(t, "cop") != nlp.None {
		if and := f.trees.Child(t, "conj"); proper[tok.Lemma] || and != nlp.None && proper[f.doc.Tokens[and].Lemma] { // "free and fair"
			return true
		}
	}
	switch tok.Lemma {
	case "comply", "abide", "adhere", "conform":
		return true
	}
	for child := range f.trees.Children(t) {
		if !proper[f.doc.Tokens[child].Lemma] || child < t && f.doc.Tokens[child].UPOS != "ADV" {
			continue
		}
		switch with := f.trees.Child(child, "case"); deptree.Base(f.doc.Tokens[child].Deprel) {
		case "advmod":
			return true
		case "obl":
			if with == nlp.None {
				continue
			}
			switch f.doc.Tokens[with].Lower {
			case "within", "in", "to", "with", "under", "by":
				return true
			}
		case "obj":
			switch tok.Lemma {
			case "follow", "meet", "obey", "observe", "respect", "satisfy", "apply", "keep":
				return true
			}
		}
	}
	return false
}

// blamedAs reports whether the accusation of predicate a is laid on those who put claim by forward, who are named by a common noun: "the service
// gave no warning", of which "the service" says otherwise; of ministers, any minister.
func (f *finder) blamedAs(a int, by *nlp.Claim) bool {
	accused := f.subject(a)
	if f.verbs.at(f.doc, a)&accuse != 0 {
		accused = f.object(a)
	}
	if accused == nlp.None || by.Source.IsZero() || f.doc.Tokens[accused].UPOS != "NOUN" {
		return false
	}
	first, last := f.tokensIn(by.Source)
	lemma := f.doc.Tokens[accused].Lemma
	for t := first; t <= last; t++ {
		if word := f.doc.Tokens[t].Lemma; word == lemma && f.doc.Tokens[t].UPOS == "NOUN" && !members[lemma] || governs(lemma) && ministerial(word) {
			return true
		}
	}
	return false
}

// governs reports whether a noun stands for those who govern.
func governs(lemma string) bool { return lemma == "government" || lemma == "minister" }

// ministerial reports whether a word in what somebody is called says that he is one who governs: "Business secretary".
func ministerial(lemma string) bool {
	switch lemma {
	case "minister", "secretary", "chancellor", "premier", "government":
		return true
	}
	return false
}

// prosecutes makes an accusation of what a prosecutor or an indictment says that somebody with a name did.
func (f *finder) prosecutes(d *draft) bool {
	subject := f.subject(d.head)
	if f.passive(d.head) {
		subject = f.agent(d.head)
	}
	if d.Type != nlp.Fact || subject == nlp.None || f.doc.Tokens[d.head].UPOS != "VERB" || !f.named(subject) {
		return false
	}
	if tok := &f.doc.Tokens[d.head]; tok.XPOS != "VBD" && !f.perfect(d.head) && !f.passive(d.head) || f.verbs.at(f.doc, d.head)&(speak|attitude|perceive) != 0 && tok.Lemma != "know" {
		return false
	}
	e := f.sourceOf(subject)
	if slices.Contains(d.Claimants, e) || !f.prosecutor(&d.Claim) {
		return false
	}
	d.Type, d.Target = nlp.Accusation, e
	return true
}

// prosecutor reports whether a claim is put forward by one whose office it is to accuse, or by what is written to that end.
func (f *finder) prosecutor(by *nlp.Claim) bool {
	words := strings.Fields(strings.ToLower(by.Source.In(f.doc.Text)))
	for _, e := range by.Claimants {
		words = append(words, strings.Fields(strings.ToLower(f.doc.Entities[e].Role))...)
	}
	return slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "prosecutor", "prosecutors", "prosecution", "prosecuting", "indictment", "lawsuit", "plaintiff", "plaintiffs":
			return true
		}
		return false
	})
}
