package quote

import "github.com/hearsay-nlp/hearsay/nlp"

// A headline says who speaks without a verb: "Minister: No tax rise", "No tax rise – minister". It leaves out what the labels go by, and its colon
// may as well stand behind a topic ("Football: Leeds win"), so that the noun before it has to be one for somebody who speaks.

// longestHeadline and longestSpeaker are how many tokens a headline has at most, and the phrase for who speaks in it.
const (
	longestHeadline = 30
	longestSpeaker  = 7
)

// headlines adds a quote for each paragraph of a single line that sets its source off by a colon, a dash or a comma, and has no quote of it yet.
func (f *finder) headlines() {
	near := f.bySentence()
	r := f.revision()
	for _, p := range f.v.paras {
		first, end := int(p.first), int(p.end)
		if end-first > longestHeadline || end-first < 3 {
			continue
		}
		stop := f.doc.Tokens[end-1].Lower == "."
		if stop {
			end--
		}
		for k, read := range readings {
			d, ok := read(f, first, end)
			if !ok || stop && k == 1 { // what ends with a full stop may as well be a sentence of the text: "He blamed one man – the mayor."
				continue
			}
			known := false
			for _, k := range near[int(f.v.toks[d.verb].sentence)] {
				if o := &f.drafts[k]; o.has(d.verb) {
					part := len(o.Content) == 1 && d.Content[0].Contains(o.Content[0]) && d.Content[0] != o.Content[0]
					r.wrong[k] = o.source.first != d.source.first || part
					known = known || !r.wrong[k]
				}
			}
			if !known {
				r.more = append(r.more, d)
			}
			break
		}
	}
	f.revise(r)
}

// readings are the forms of headlines.
var readings = [...]func(f *finder, first, end int) (draft, bool){(*finder).introduced, (*finder).credited, (*finder).tagged}

// introduced returns the quote of a headline that begins with its source and a colon: "Minister: No tax rise".
func (f *finder) introduced(first, end int) (d draft, ok bool) {
	colon := first + 1
	for colon < end && f.doc.Tokens[colon].Lower != ":" {
		colon++
	}
	source, content := piece{sourcePiece, first, colon}, piece{contentPiece, colon + 1, end}
	if colon+1 >= end || !f.speaks(source, content) {
		return d, false
	}
	return f.set(source, colon, content), true
}

// credited returns the quote of a headline that ends with its source behind a dash or a colon: "No tax rise – minister".
func (f *finder) credited(first, end int) (d draft, ok bool) {
	at := end - 2
	for at > first && !isCredit(f.doc.Tokens[at].Lower) {
		at--
	}
	source, content := piece{sourcePiece, at + 1, end}, piece{contentPiece, first, at}
	if at-first < 2 || f.doc.Tokens[at+1].UPOS == "DET" || f.doc.Tokens[at-1].End == f.doc.Tokens[at].Start && f.doc.Tokens[at].Lower != ":" || !f.speaks(source, content) {
		return d, false
	}
	return f.set(source, at, content), true
}

// tagged returns the quote of a headline that ends with a reporting clause, whose content need not have a verb: "No tax rise, says minister".
func (f *finder) tagged(first, end int) (d draft, ok bool) {
	comma := end - 2
	for comma > first && !f.isComma(comma) {
		comma--
	}
	if comma-first < 2 || end-comma < 3 {
		return d, false
	}
	verb, source, content := end-1, piece{sourcePiece, comma + 1, end - 1}, f.withoutDateline(piece{contentPiece, first, comma})
	switch next, last := f.doc.Tokens[comma+1].Lower, &f.doc.Tokens[verb]; {
	case next == "says" || next == "said" || next == "say": // other verbs may have what follows for their object: "Lind, who …, criticised the mayor"
		verb, source = comma+1, piece{sourcePiece, comma + 2, end}
	case last.UPOS != "VERB" && last.XPOS != "NNS" && last.XPOS != "NNPS": // taggers take "rules" for a noun
		return d, false
	}
	if f.v.toks[first].quoted != outside || verb > comma+1 && f.v.toks[verb].bin < 3 && f.class(verb)&speakVerb == 0 || !f.speaks(source, content) && !f.isSayer(verb, source) {
		return d, false
	}
	return f.set(source, verb, content), true
}

// isSayer reports whether source is one noun, whichever, behind "says": "…, says operator".
func (f *finder) isSayer(verb int, source piece) bool {
	return verb+1 == source.first && source.end == source.first+1 && (f.doc.Tokens[source.first].UPOS == "NOUN" || f.doc.Tokens[source.first].UPOS == "PROPN")
}

// isCredit reports whether a mark may stand between what is said and who says it.
func isCredit(mark string) bool {
	switch mark {
	case ":", "-", "–", "—", "--":
		return true
	}
	return false
}

// set returns the quote of a headline.
func (f *finder) set(source piece, cue int, content piece) draft {
	d := draft{cue: piece{cuePiece, cue, cue + 1}, source: source, verb: cue}
	d.Inside, d.Cue, d.Source = nlp.None, f.span(d.cue), f.trim(f.span(source))
	d.Content = []nlp.Span{f.withoutEnds(f.content(content))}
	d.Kind, d.Manner, d.Confidence = f.kind(d.Content, d.Cue), nlp.Stated, treeConfidence
	return d
}

// speaks reports whether source is a phrase for somebody, or for a document, that may say content.
func (f *finder) speaks(source, content piece) bool {
	if source.end-source.first > longestSpeaker || content.end-content.first < 2 {
		return false
	}
	head := source.end - 1
	for i := source.first; i < source.end; i++ {
		switch t := &f.doc.Tokens[i]; t.UPOS {
		case "ADP":
			if i == source.first {
				return false
			}
			head = min(head, i-1)
		case "NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PART", "NUM":
		default:
			if t.Lower != "-" && t.Lower != "." {
				return false
			}
		}
	}
	switch f.doc.Tokens[content.first].XPOS {
	case "WP", "WRB", "WDT": // "what we know", "how it works"
		return false
	}
	if (f.class(head)|f.verbs[f.doc.Tokens[head].Lower])&(roleNoun|documentNoun) != 0 { // the lemma of "PM" may be that of "p.m."
		return true
	}
	if f.doc.Tokens[head].UPOS != "PROPN" {
		return false
	}
	switch f.doc.Tokens[content.first].Lower {
	case "i", "my", "our", "we":
		return true
	}
	name := nlp.EntityType(f.v.toks[head].name)
	if f.v.toks[content.first].quoted == openMark {
		return name != nlp.Location
	}
	return name == nlp.Person && f.isFinite(content.first, content.end)
}
