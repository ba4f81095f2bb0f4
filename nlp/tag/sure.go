package tag

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed sure.txt
var sureTxt []byte

// A form is sure if it was seen at least leastSure times and all but so many in a thousand of them had one label. A third of a text is
// such forms, which need no features (after the tag dictionary of Ratnaparkhi 1996).
const (
	leastSure   = 50
	sureAllBut  = 5
	sureComment = "# Forms that nearly always have one pair of tags, written by train/tag: form, UPOS, XPOS.\n"
)

// sureForms returns the sure forms in docs with their labels, in the form of sure.txt.
func sureForms(docs []*nlp.Document) []byte {
	counts := make(map[string]map[string]int)
	for _, doc := range docs {
		for _, tok := range doc.Tokens {
			form := tok.In(doc.Text)
			if counts[form] == nil {
				counts[form] = make(map[string]int)
			}
			counts[form][tok.UPOS+"\t"+tok.XPOS]++
		}
	}
	var lines []string
	for form, labels := range counts {
		all := 0
		for _, n := range labels {
			all += n
		}
		for label, n := range labels {
			if all >= leastSure && (all-n)*1000 <= all*sureAllBut {
				lines = append(lines, form+"\t"+label+"\n")
			}
		}
	}
	slices.Sort(lines)
	return []byte(sureComment + strings.Join(lines, ""))
}

// readSure returns the labels of sure forms, as indices in labels.
func readSure(data []byte, labels []string) (map[string]int, error) {
	sure := make(map[string]int)
	for line := range bytes.Lines(data) {
		if string(line) == sureComment {
			continue
		}
		f := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("sure forms: bad line %q", line)
		}
		label := slices.Index(labels, f[1]+" "+f[2])
		if label < 0 {
			return nil, fmt.Errorf("sure forms: unknown tags in %q", line)
		}
		sure[f[0]] = label
	}
	return sure, nil
}
