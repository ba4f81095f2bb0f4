package quote

import "slices"

// What is quoted behind a verb of saying ends with its marks, where an adverbial of the verb follows: labels and trees often take that for a part of it.

// uttered returns p without how, where, when or to whom its words were said, if they stand in quotation marks behind the cue: "simply" and "on the
// wall" of "he wrote simply 'Never again' on the wall", and without the copula of "her first words were 'Where am I?'"
func (f *finder) uttered(d *draft, p piece) piece {
	if p.first < d.cue.end || p.first >= p.end {
		return p
	}
	open := p.first
	for open < p.end && (f.doc.Tokens[open].UPOS == "ADV" || f.doc.Tokens[open].Lemma == "be") && f.v.toks[open].quoted == outside && open-d.cue.end < 2 {
		open++
	}
	if open < p.end && open > p.first && f.v.toks[open-1].quoted == outside && f.v.toks[open].quoted == openMark {
		p.first = open
	}
	if p.first > 0 && f.v.toks[p.first].quoted == inside {
		open = p.first - 1
	}
	if open >= p.end || f.v.toks[open].quoted != openMark {
		return p
	}
	end := open + 1
	for end < p.end && f.v.toks[end].quoted != closeMark {
		end++
	}
	if end+1 >= p.end || f.class(d.verb)&speakVerb == 0 {
		return p
	}
	quoted := func(t facts) bool { return t.quoted != outside }
	head := f.v.headOf(piece{first: end + 1, end: p.end})
	if open == d.cue.end && f.v.toks[open+1].shape&capital != 0 && slices.Contains(whither, f.doc.Tokens[end+1].Lower) && !f.isFinite(end+1, p.end) && !slices.ContainsFunc(f.v.toks[end+1:p.end], quoted) {
		p.end = end + 1 // the tree may have hung it on what is said
		return p
	}
	if f.doc.Tokens[head].Head != d.verb || f.isFinite(end+1, p.end) || slices.ContainsFunc(f.v.toks[end+1:p.end], quoted) {
		return p
	}
	switch f.doc.Tokens[head].Deprel {
	case "advmod", "obl:unmarked":
		p.end = end + 1
	case "obl":
		if slices.Contains(whither, f.preposition(head)) {
			p.end = end + 1
		}
	}
	return p
}

// whither are prepositions that say where, when or to whom something is said, rather than of what.
var whither = []string{"after", "at", "before", "during", "in", "on", "to", "toward", "towards"}
