// Package cluster knows which words are used alike: classes of words, in two grains, that were found in plain text by the exchange
// algorithm (see train/cluster). They let a linear model learn from a rare word what it knows of more frequent ones.
package cluster

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"sync"
)

//go:embed clusters.model
var clustersModel []byte

// Classes of a word: 0 is that of unknown words.
type Classes struct {
	Coarse uint8
	Fine   uint16
}

// A Table knows the classes of words by the hash of their lower-case forms (linear.Hash). It never changes, so it is safe for
// concurrent use.
type Table struct {
	mask  uint32
	slots []slot // open addressing, linear probing; class 0 marks a free slot
}

type slot struct {
	key uint32
	Classes
}

// Of returns the classes of the word with the hash given.
func (t *Table) Of(hash uint64) Classes {
	key := Key(hash)
	for i := key & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; s.Fine == 0 || s.key == key {
			return s.Classes
		}
	}
}

// Key returns the part of a hash by which tables know words.
func Key(hash uint64) uint32 { return uint32(hash ^ hash>>32) }

// Default returns the embedded table, decoded once.
var Default = sync.OnceValues(func() (*Table, error) { return Decode(clustersModel) })

// Encode returns the file form of classes by key: for each key, rising, the distance to the one before and both classes.
func Encode(words map[uint32]Classes) []byte {
	keys := make([]uint32, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := binary.AppendUvarint(nil, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		out = binary.AppendUvarint(out, uint64(k-last))
		out = append(out, words[k].Coarse)
		out = binary.AppendUvarint(out, uint64(words[k].Fine))
		last = k
	}
	return out
}

// Decode returns the table whose file form data is.
func Decode(data []byte) (*Table, error) {
	bad := errors.New("clusters: cut short or corrupt")
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)) {
		return nil, bad
	}
	data = data[n:]
	size := uint32(1) << bits.Len(uint(count)*2)
	t := &Table{mask: size - 1, slots: make([]slot, size)}
	key := uint32(0)
	for range count {
		distance, n := binary.Uvarint(data)
		if n <= 0 || n >= len(data) {
			return nil, bad
		}
		coarse := data[n]
		fine, m := binary.Uvarint(data[n+1:])
		if m <= 0 || fine == 0 || fine > 1<<16-1 {
			return nil, bad
		}
		data = data[n+1+m:]
		key += uint32(distance)
		i := key & t.mask
		for t.slots[i].Fine != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{key, Classes{coarse, uint16(fine)}}
	}
	if len(data) > 0 {
		return nil, bad
	}
	return t, nil
}
