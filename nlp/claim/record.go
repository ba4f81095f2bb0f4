package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// records reports whether verb v tells what stands in the paper that is its subject: "the list has 812 names", "the report puts it down to
// neglect".
func (f *finder) records(v int) bool {
	subject, obj := f.subject(v), f.trees.Child(v, "obj")
	if subject == nlp.None || obj < v || f.passive(v) || !f.written(subject) {
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "list", "show", "record", "mention", "name", "note", "give", "rank", "describe", "contain", "trace", "register", "credit":
		return true
	}
	return false
}

// written reports whether the noun t is something that was written down.
func (f *finder) written(t int) bool {
	tok := &f.doc.Tokens[t]
	if tok.UPOS != "NOUN" {
		return false
	}
	if papers[tok.Lemma] {
		return true
	}
	switch tok.Lemma {
	case "audit", "census", "certificate", "diary", "ledger", "list", "memo", "minute", "register", "roll", "schedule", "spreadsheet", "table", "draft":
		return true
	}
	return false
}

// tracesTo reports whether verb v says where its subject thinks that its object comes from, or what place or rank it has: "traced the delay to new
// software", "dates the vessel to the tenth century".
func (f *finder) tracesTo(v int) bool {
	subject, obj := f.subject(v), f.trees.Child(v, "obj")
	if subject == nlp.None || obj < v || f.passive(v) || !f.speaks(subject) {
		return false
	}
	with := f.trees.Child(v, "obl")
	switch f.doc.Tokens[v].Lemma {
	case "trace", "attribute", "date", "ascribe":
		return with > obj
	}
	return false
}
