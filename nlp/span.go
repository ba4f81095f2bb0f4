package nlp

// A Span is a half-open range of byte offsets; it covers text[Start:End].
type Span struct{ Start, End int }

// In returns the part of text that s covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Len returns the number of bytes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// IsZero reports whether s is the zero span, which stands for an absent one.
func (s Span) IsZero() bool { return s == Span{} }
