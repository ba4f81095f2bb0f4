package timex

// The date line is looked for in this many sentences and tokens.
const (
	dateLineSentences = 8
	dateLineTokens    = 160
)

// dateLeadsLine are words before the date of an article.
var dateLeadsLine = map[string]bool{
	"date": true, "dated": true, "published": true, "posted": true, "updated": true, "on": false, ":": true, "|": true, "created": true,
}

// dateLine returns the day of publication as the first lines of the text have it, and the zero date if they have none: a full date
// that is almost all of its line ("Monday, May 18, 2015"), that a word such as "Published" leads, or that is part of a dateline ("WARSAW,
// Nov 14, 2021 (Agency) -").
func (f *finder) dateLine() date {
	defer func() { f.first, f.end = 0, 0 }()
	for n, s := range f.doc.Sentences {
		if n >= dateLineSentences || s.First >= dateLineTokens {
			break
		}
		f.first, f.end = s.First, s.First+s.Count
		for i := f.first; i < f.end && i < f.first+20; i++ {
			w := f.word(i)
			if w.sort == none {
				continue
			}
			j := i
			if w.sort == weekday || w.sort == shortWeekday {
				if j++; f.low(j) == "," {
					j++
				}
			}
			if j >= f.end {
				break
			}
			d, next := f.calendarDay(j)
			if next == j || !d.known() || !d.valid() {
				continue
			}
			rest := s.Count - (next - i)
			switch {
			case rest <= 5, dateLeadsLine[f.low(i-1)]:
				return d
			case f.low(next) == "(" || f.low(next) == "-" || f.low(next) == "–" || f.low(next) == "—" || f.low(next) == "|":
				if i == f.first || f.capitals(f.first) {
					return d
				}
			}
			i = next - 1
		}
	}
	return date{}
}
