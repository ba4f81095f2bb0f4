//go:build !amd64 || purego

package linear

import "unsafe"

// fetch is fetchAll for a table of elements of the size given in bytes. It reads a byte of each, one right after the other, so that the
// processor waits for many at once.
func fetch(table unsafe.Pointer, size int, keys []uint32, shift uint8, mask uint32) {
	touch(table, size, keys, shift&31, mask)
}

// touch returns something that depends on all that it reads, so that the compiler does not leave that out.
//
//go:noinline
func touch(table unsafe.Pointer, size int, keys []uint32, shift uint8, mask uint32) byte {
	var all byte
	for _, key := range keys {
		all ^= *(*byte)(unsafe.Add(table, int(key>>shift&mask)*size))
	}
	return all
}
