package claimgold

import "github.com/hearsay-nlp/hearsay/nlp"

// Match returns for each claim found the gold claim of which it has at least half, or nlp.None. Each gold claim takes the best that is left.
func Match(found []nlp.Claim, gold []Claim) []int {
	twins := make([]int, len(found))
	for i := range twins {
		twins[i] = nlp.None
	}
	for g, c := range gold {
		best, most := nlp.None, 0.5
		for i := range found {
			if share := Overlap(found[i].Span, c.Span); twins[i] == nlp.None && share >= most && (best == nlp.None || share > most) {
				best, most = i, share
			}
		}
		if best != nlp.None {
			twins[best] = g
		}
	}
	return twins
}

// Overlap returns the share of what two spans cover that both do (Jaccard's index).
func Overlap(a, b nlp.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(max(both, 0)) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}
