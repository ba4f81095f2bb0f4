package main

// spread returns the class of each word of v, given those of t's words: a word that the texts do not have, or too seldom, goes to the class
// whose words have vectors most like its own.
func (t *text) spread(v *vectors, class []int, classes int) []int {
	index := make(map[string]int, len(t.words))
	for i, w := range t.words {
		index[w] = i
	}
	out := make([]int, len(v.words))
	var members [][]float32
	var of []int
	for i, w := range v.words {
		k, ok := index[w]
		if !ok {
			out[i] = -1
			continue
		}
		out[i] = class[k]
		members, of = append(members, v.all[i]), append(of, class[k])
	}
	middles := make([][]float32, classes)
	for c := range middles {
		middles[c] = make([]float32, len(v.all[0])) // of a class none of whose words has a vector: near to nothing
	}
	middles = center(members, of, middles)
	for i, c := range out {
		if c < 0 {
			out[i] = nearest(v.all[i], middles)
		}
	}
	return out
}
