// Package cluster knows which words are used alike. It has two partitions of words, each in two grains: classes by the words that stand
// directly before and behind, which tell how a word behaves in a sentence, and fields by the vectors of words, which tell what it is
// about (see train/cluster). They let a linear model learn from a rare word what it knows of more frequent ones.
package cluster

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
	"sync"
)

//go:embed clusters.model
var clustersModel []byte

// Classes of a word: 0 is that of unknown words.
type Classes struct {
	Coarse uint8  // by neighbours
	Fine   uint16 // the same, more of them
	Field  uint16 // semantic field, by vectors
	Narrow uint16 // a part of the field
}

// A Table knows the classes of words by the hash of their lower-case forms (linear.Hash). It never changes, so it is safe for
// concurrent use.
type Table struct {
	mask  uint32
	slots []slot // open addressing, linear probing; a slot without any class is free
}

type slot struct {
	key uint32
	Classes
}

// Of returns the classes of the word with the hash given.
func (t *Table) Of(hash uint64) Classes {
	key := Key(hash)
	for i := key & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; s.key == key || s.Classes == (Classes{}) {
			return s.Classes
		}
	}
}

// Key returns the part of a hash by which tables know words.
func Key(hash uint64) uint32 { return uint32(hash ^ hash>>32) }

// Default returns the embedded table, decoded once.
var Default = sync.OnceValues(func() (*Table, error) { return Decode(clustersModel) })

// Encode returns the file form of classes by key: for each key, rising, the distance to the one before and its classes. Words without any
// class are left out.
func Encode(words map[uint32]Classes) []byte {
	keys := make([]uint32, 0, len(words))
	for k, c := range words {
		if c != (Classes{}) {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	out := binary.AppendUvarint(nil, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		c := words[k]
		for _, x := range []uint64{uint64(k - last), uint64(c.Coarse), uint64(c.Fine), uint64(c.Field), uint64(c.Narrow)} {
			out = binary.AppendUvarint(out, x)
		}
		last = k
	}
	return out
}

var errCorrupt = errors.New("clusters: cut short or corrupt")

// Decode returns the table whose file form data is.
func Decode(data []byte) (*Table, error) {
	bad := false
	next := func(most uint64) uint64 {
		x, n := binary.Uvarint(data)
		if n <= 0 || x > most {
			bad = true
			return 0
		}
		data = data[n:]
		return x
	}
	count := next(uint64(len(data)))
	size := uint32(1) << bits.Len(uint(count)*3/2)
	t := &Table{mask: size - 1, slots: make([]slot, size)}
	key := uint32(0)
	for range count {
		key += uint32(next(math.MaxUint32))
		c := Classes{uint8(next(math.MaxUint8)), uint16(next(math.MaxUint16)), uint16(next(math.MaxUint16)), uint16(next(math.MaxUint16))}
		if bad || c == (Classes{}) {
			return nil, errCorrupt
		}
		i := key & t.mask
		for t.slots[i].Classes != (Classes{}) {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{key, c}
	}
	if bad || len(data) > 0 {
		return nil, errCorrupt
	}
	return t, nil
}
