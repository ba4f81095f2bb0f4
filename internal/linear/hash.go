package linear

// Features are hashed with FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), word by word: a template's number, then
// the values that fill it. The functions are small so that they are inlined and allocate nothing.

const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// Hash returns the hash of s, to be combined by Feature.
func Hash(s string) uint64 {
	h := uint64(offset64)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime64
	}
	return h
}

// Feature returns the feature of template number template with one value.
func Feature(template uint64, value uint64) uint64 {
	return mix(mix(offset64, template), value)
}

// With returns the feature f joined with one more value.
func With(f, value uint64) uint64 { return mix(f, value) }

// mix spreads all bits of v over all bits of h (the finaliser of MurmurHash3).
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>29
}
