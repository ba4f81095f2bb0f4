package server

import (
	"unicode/utf8"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// An offsetTable turns byte offsets into a text into offsets of another unit. It keeps a count for every step-th byte and counts on
// from there.
type offsetTable struct {
	text   string
	counts []int32 // units before byte i*step; nil if bytes and units are the same
	wide   int32   // units of a character beyond the Basic Multilingual Plane
}

const step = 64

func newOffsetTable(text string, encoding hearsayv1.OffsetEncoding) *offsetTable {
	t := &offsetTable{text: text, wide: 1}
	switch encoding {
	case hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF8:
		return t
	case hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF16:
		t.wide = 2
	}
	ascii := true
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return t
	}
	t.counts = make([]int32, 0, len(text)/step+1)
	n := int32(0)
	for i := range len(text) {
		if i%step == 0 {
			t.counts = append(t.counts, n)
		}
		n += t.units(text[i])
	}
	return t
}

// units returns how many units begin at a byte: none inside a character.
func (t *offsetTable) units(b byte) int32 {
	switch {
	case !utf8.RuneStart(b):
		return 0
	case b >= 0xf0:
		return t.wide
	}
	return 1
}

// at returns the offset, in units, of a byte offset that lies between two characters.
func (t *offsetTable) at(offset int) int32 {
	if t.counts == nil {
		return int32(offset)
	}
	if len(t.counts) == 0 {
		return 0
	}
	i := min(offset/step, len(t.counts)-1)
	n := t.counts[i]
	for _, b := range []byte(t.text[i*step : offset]) {
		n += t.units(b)
	}
	return n
}
