//go:build !purego

package linear

import "unsafe"

// fetch is fetchAll for a table of elements of the size given in bytes.
//
//go:noescape
func fetch(table unsafe.Pointer, size int, keys []uint32, shift uint8, mask uint32)
