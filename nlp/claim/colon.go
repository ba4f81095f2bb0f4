package claim

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// colonSpeaker returns a claim by whoever the sentence s says has an answer or the like, to fill in with what follows behind a colon, and the colon:
// "The trainer has a simpler explanation: two days on the road had worn the horse out."; or nil.
func (f *finder) colonSpeaker(s nlp.Sentence) (*nlp.Claim, int) {
	colon := nlp.None
	for t := s.First + 2; t+3 < s.First+s.Count; t++ {
		if f.doc.Tokens[t].Lower == ":" {
			colon = t
			break
		}
	}
	if colon == nlp.None || f.doc.Tokens[colon+1].Lower == "“" {
		return nil, 0
	}
	for v := s.First + 1; v < colon; v++ {
		by := f.subject(v)
		if f.doc.Tokens[v].UPOS != "VERB" || !f.finite(v) || by == nlp.None || by > v || f.passive(v) || f.saidIn[v] != 0 || !f.speaks(by) || !f.answersBy(v) {
			continue
		}
		if f.entityOf(by) == nlp.None && f.words.of(f.doc.Tokens[by].Lemma)&people == 0 && f.sourceOf(by) == nlp.None {
			continue
		}
		claim := &nlp.Claim{Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
		f.claimedBy(claim, by)
		return claim, colon
	}
	return nil, 0
}

// answersBy reports whether verb v tells that its subject has something to say: "gave a further reason", "waved the criticism away", "remembers it
// differently".
func (f *finder) answersBy(v int) bool {
	obj := f.trees.Child(v, "obj")
	if obj > v {
		switch f.doc.Tokens[obj].Lemma {
		case "explanation", "reason", "account", "version", "answer", "theory", "view", "response", "reply", "story", "argument", "idea", "objection", "concern", "point":
			return true
		}
	}
	if f.verbs.at(f.doc, v)&(deny|reject|speak|argue) != 0 {
		return true
	}
	switch lemma := f.doc.Tokens[v].Lemma; lemma {
	case "remember", "recall", "disagree", "differ", "object", "counter", "retort", "shrug", "snap", "laugh", "wave":
		return true
	}
	return false
}

// ownCount returns a claim by whoever the sentence s says that the figures in it come from, to fill in, and its last token before that: "…, by its own
// estimate", "…, by the firm's own count"; or nil.
func (f *finder) ownCount(s nlp.Sentence) (*nlp.Claim, int) {
	for t := s.First + 3; t+2 < s.First+s.Count; t++ {
		if f.doc.Tokens[t].Lower != "by" || f.doc.Tokens[t-1].Lower != "," {
			continue
		}
		for noun := t + 1; noun < min(t+8, s.First+s.Count) && f.doc.Tokens[noun].UPOS != "PUNCT"; noun++ {
			switch f.doc.Tokens[noun].Lower {
			case "count", "estimate", "reckoning", "account", "admission", "figures":
			default:
				continue
			}
			whose := f.trees.Child(noun, "nmod")
			if whose == nlp.None || !strings.HasPrefix(f.doc.Tokens[whose].Deprel, "nmod:poss") {
				return nil, 0
			}
			claim := &nlp.Claim{Target: nlp.None, Quote: nlp.None, Confidence: 0.5}
			f.claimedBy(claim, whose)
			return claim, t - 2
		}
	}
	return nil, 0
}
