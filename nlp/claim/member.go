package claim

import "github.com/hearsay-nlp/hearsay/nlp"

// members are those who are named by what they belong to and do not speak for it: "workers at Arbolux", "nurses at the hospital".
var members = map[string]bool{
	"worker": true, "employee": true, "staff": true, "staffer": true, "nurse": true, "doctor": true, "teacher": true, "member": true,
	"resident": true, "tenant": true, "customer": true, "client": true, "patient": true, "student": true, "pupil": true, "parent": true,
	"relative": true, "family": true, "passenger": true, "prisoner": true, "inmate": true, "detainee": true, "fan": true, "player": true,
	"investor": true, "shareholder": true, "villager": true, "fisherman": true, "driver": true, "user": true, "whistleblower": true,
	"insider": true, "trainee": true, "cleaner": true, "neighbor": true, "neighbour": true, "survivor": true, "veteran": true, "subscriber": true, //nolint:misspell // both spellings are looked up
	"graduate": true, "shopper": true, "visitor": true, "heir": true, "widow": true, "mother": true, "father": true,
}

// ofMembers reports whether those who say so in words of a source are some who belong to what it names, and do not speak for it.
func (f *finder) ofMembers(source nlp.Span) bool {
	head := nlp.None
	if !source.IsZero() {
		head = f.headOf(source)
	}
	return head != nlp.None && f.doc.Tokens[head].UPOS == "NOUN" && members[f.doc.Tokens[head].Lemma]
}
