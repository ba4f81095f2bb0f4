package parse

import "slices"

// projective returns the heads of a tree in which arcs that cross others are lifted, the shortest first, until none does (Nivre and
// Nilsson 2005). The root's place is n.
func projective(head []int32) []int32 {
	n := len(head)
	out := slices.Clone(head)
	for {
		shortest, length := -1, n+1
		for d, h := range out {
			if l := abs(int(h) - d); int(h) != n && l < length && crosses(out, d) {
				shortest, length = d, l
			}
		}
		if shortest < 0 {
			return out
		}
		out[shortest] = out[out[shortest]]
	}
}

// crosses reports whether between d and its head there is a token that does not hang on the head.
func crosses(head []int32, d int) bool {
	h := int(head[d])
	for i := min(d, h) + 1; i < max(d, h); i++ {
		up := i
		for up != h && up != len(head) {
			up = int(head[up])
		}
		if up != h {
			return true
		}
	}
	return false
}

func abs(x int) int { return max(x, -x) }
