package timex

// tense says on which side of the day of publication a time lies, as its verb tells.
type tense int8

const (
	past   tense = -1
	open   tense = 0 // the verb does not tell, or there is none
	future tense = 1
)

// reach is how far from a time its verb is looked for, in tokens.
const reach = 30

// coming are words that say of what they are about that it is still to come.
var coming = map[string]bool{
	"scheduled": true, "due": true, "expected": true, "planned": true, "slated": true, "set": true, "supposed": true, "likely": true, "upcoming": true,
	"forthcoming": true, "bound": true,
}

// tense tells by the verb that governs the time at tokens [i, next): the nearest before it in its sentence, else the first after it.
func (f *finder) tense(i, next int) tense {
	for j := i - 1; j >= f.first && j > i-reach; j-- {
		if coming[f.toks[j].Lower] && (f.toks[j].UPOS == "ADJ" || f.toks[j].UPOS == "VERB") {
			return future
		}
		if t, ok := f.verb(j); ok {
			return t
		}
	}
	for j := next; j < f.end && j < next+reach; j++ {
		if t, ok := f.verb(j); ok {
			return t
		}
	}
	return open
}

// verb returns the tense of the verb at token j, and false if there is none that has one.
func (f *finder) verb(j int) (tense, bool) {
	switch f.toks[j].XPOS {
	case "VBD":
		return past, true
	case "MD":
		switch f.toks[j].Lower {
		case "will", "'ll", "shall", "wo", "may", "might", "can", "must", "should":
			return future, true
		}
		return f.modal(j), true
	case "VBP", "VBZ":
		switch f.toks[j].Lower {
		case "has", "have", "'ve", "says", "say", "tells", "reports":
			return past, true
		case "is", "are", "'s", "'re", "am":
			return open, true
		}
		return future, true // "The court sits on Monday", said before Monday
	case "VB":
		for k := j - 1; k >= f.first && k > j-6; k-- {
			switch f.toks[k].XPOS {
			case "MD":
				return f.verb(k)
			case "VBD":
				return past, true
			case "TO":
				return future, true
			case "RB", "VB":
				continue
			}
			break
		}
		return future, true
	case "VBN", "VBG":
		for k := j - 1; k >= f.first && k > j-6; k-- {
			switch f.toks[k].XPOS {
			case "MD":
				return f.modal(k), true
			case "VBD":
				return past, true
			case "TO":
				return future, true
			case "VBP", "VBZ":
				switch f.toks[k].Lower {
				case "has", "have", "'ve":
					return past, true
				case "'s":
					return past, true
				}
				return future, true // "is meeting", "are held"
			case "RB", "VBN", "VB":
				continue
			}
			break
		}
		if f.toks[j].XPOS == "VBN" {
			return past, true // "a boat rescued on Friday"
		}
	}
	return open, false
}

// modal returns the tense of a modal verb with what follows it: "would have gone" is past, "would go" future.
func (f *finder) modal(j int) tense {
	for k := j + 1; k < f.end && k < j+4; k++ {
		if w := f.toks[k].Lower; w == "have" || w == "'ve" || w == "of" {
			return past
		}
	}
	return future
}
