package linear

import "math"

// A leaveOut tells which features an example is learnt without, so that none relies on another (Globerson and Roweis 2006).
type leaveOut struct{ share, seed uint32 }

// LeaveOut makes the trainer pass over the given share of all features, a different one for each seed, until it is called again.
func (l *leaveOut) LeaveOut(share float64, seed uint32) {
	*l = leaveOut{uint32(share * math.MaxUint32), seed}
}

func (l *leaveOut) leavesOut(key uint32) bool { return (key^l.seed)*0x9e3779b1 < l.share }
