package name

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"github.com/hearsay-nlp/hearsay/internal/linear"
	"github.com/hearsay-nlp/hearsay/nlp"
)

//go:embed gazetteer.model
var gazetteerModel []byte

// A Class is what a phrase is known to name.
type Class uint16

// The classes.
const (
	Country Class = 1 << iota
	Capital
	BigCity // of 100,000 people or more
	City
	Region
	Demonym // a people, as noun or adjective
	Party
	Leader // a politician's full name
	GivenName
	RareGivenName
	Surname
	RareSurname

	classCount = 12
)

// maxPhrase is the number of tokens of the longest phrase known.
const maxPhrase = 6

// A gazetteer knows phrases by a hash of their lower-case tokens.
type gazetteer struct {
	mask  uint32
	slots []known // open addressing, linear probing; class 0 marks a free slot
}

type known struct {
	key   uint32
	class Class
}

// PhraseKey returns the hash by which a gazetteer knows a phrase.
func PhraseKey(tokens []nlp.Token) uint32 {
	h := uint64(0)
	for i := range tokens {
		h = linear.With(h, linear.Hash(tokens[i].Lower))
	}
	return uint32(h ^ h>>32)
}

// EncodeGazetteer returns the file form of a gazetteer: for each key, rising, the distance to the one before and the classes.
func EncodeGazetteer(phrases map[uint32]Class) []byte {
	keys := make([]uint32, 0, len(phrases))
	for k := range phrases {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := binary.AppendUvarint(nil, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		out = binary.AppendUvarint(out, uint64(k-last))
		out = binary.AppendUvarint(out, uint64(phrases[k]))
		last = k
	}
	return out
}

// readGazetteer reads the file form.
func readGazetteer(data []byte) (*gazetteer, error) {
	bad := errors.New("cut short or corrupt")
	next := func() (uint64, bool) {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return 0, false
		}
		data = data[n:]
		return v, true
	}
	count, ok := next()
	if !ok || count > uint64(len(data)) {
		return nil, bad
	}
	size := uint32(1) << bits.Len(uint(count)*2)
	g := &gazetteer{mask: size - 1, slots: make([]known, size)}
	key := uint32(0)
	for range count {
		distance, ok1 := next()
		class, ok2 := next()
		if !ok1 || !ok2 || class == 0 {
			return nil, bad
		}
		key += uint32(distance)
		i := key & g.mask
		for g.slots[i].class != 0 {
			i = (i + 1) & g.mask
		}
		g.slots[i] = known{key, Class(class)}
	}
	if len(data) > 0 {
		return nil, bad
	}
	return g, nil
}

func (g *gazetteer) find(key uint32) Class {
	for i := key & g.mask; ; i = (i + 1) & g.mask {
		if s := g.slots[i]; s.class == 0 || s.key == key {
			return s.class
		}
	}
}

// A match is a token's place in the longest phrase of each class that covers it: 1 + place, and 0 where there is none.
type match [classCount]uint8

// mark finds the phrases in a sentence's tokens.
func (g *gazetteer) mark(toks []facts) {
	var until [classCount]int // for each class, the end of the last phrase marked
	for i := range toks {
		if !toks[i].capital {
			continue
		}
		var longest [classCount]int
		h := uint64(0)
		for n := 1; n <= maxPhrase && i+n <= len(toks); n++ {
			h = linear.With(h, toks[i+n-1].lower)
			for c := g.find(uint32(h ^ h>>32)); c != 0; c &= c - 1 {
				longest[bits.TrailingZeros16(uint16(c))] = n
			}
		}
		for c, n := range longest {
			if n == 0 || i+n <= until[c] {
				continue
			}
			until[c] = i + n
			for k := range n {
				p := inner
				switch {
				case n == 1:
					p = only
				case k == 0:
					p = beginning
				case k == n-1:
					p = last
				}
				toks[i+k].match[c] = uint8(1 + p)
			}
		}
	}
}
