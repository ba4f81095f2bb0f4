package parse

// oracle returns the transitions that build a projective tree. Where several orders do, arcs come as early as they can.
func oracle(head []int32) []transition {
	n := len(head)
	waiting := make([]int, n+1) // children that a token has not got yet
	for _, h := range head {
		waiting[h]++
	}
	var out []transition
	var stack []int
	for front := 0; front < n || len(stack) > 0; {
		top := len(stack) - 1
		switch {
		case top >= 0 && int(head[stack[top]]) == front && waiting[stack[top]] == 0:
			out = append(out, left)
			waiting[front]--
			stack = stack[:top]
		case top > 0 && int(head[stack[top]]) == stack[top-1] && waiting[stack[top]] == 0:
			out = append(out, right)
			waiting[stack[top-1]]--
			stack = stack[:top]
		case front < n:
			out = append(out, shift)
			stack = append(stack, front)
			front++
		default:
			return nil // more than one root
		}
	}
	return out
}
