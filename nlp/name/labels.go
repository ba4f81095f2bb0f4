package name

// Labels stand for a sort of name and a token's place in it: the beginning, the inside, the last of several, or the only one
// (BILOU). 0 is outside.
const labelCount = 17

// LabelNames are the names of the labels, in the order of the models.
var LabelNames = func() []string {
	names := []string{"O"}
	for _, sort := range SortNames {
		for _, place := range []string{"B", "I", "L", "U"} {
			names = append(names, place+"-"+sort)
		}
	}
	return names
}()

// SortNames are the sorts of names, in the order of the labels.
var SortNames = []string{"PER", "ORG", "LOC", "MISC"}

const (
	person = iota
	organization
	location
	miscellaneous
	outside
)

const (
	beginning = iota
	inner
	last
	only
)

// Label returns the label of a sort and a place.
func Label(sort, place int) uint8 { return uint8(1 + sort*4 + place) }

// sort returns the sort of a label.
func sort(label int) int {
	if label == 0 {
		return outside
	}
	return (label - 1) / 4
}

func place(label int) int { return (label - 1) % 4 }

// Allowed reports whether label b may follow label a, which is -1 at the start of a sentence.
func Allowed(a, b int) bool {
	goesOn := b > 0 && (place(b) == inner || place(b) == last)
	open := a > 0 && (place(a) == beginning || place(a) == inner)
	if open != goesOn {
		return false
	}
	return !open || sort(a) == sort(b)
}

// A span is a name found: tokens [first, end).
type span struct{ sort, first, end int }

// spans returns the names that labels make. One that a sentence's end cuts off ends there.
func spans(labels []uint8) []span {
	var out []span
	for i := 0; i < len(labels); {
		l := int(labels[i])
		if l == 0 {
			i++
			continue
		}
		j := i + 1
		for place(l) != only && j < len(labels) && labels[j] != 0 && sort(int(labels[j])) == sort(l) && (place(int(labels[j])) == inner || place(int(labels[j])) == last) {
			j++
			if place(int(labels[j-1])) == last {
				break
			}
		}
		out = append(out, span{sort(l), i, j})
		i = j
	}
	return out
}
