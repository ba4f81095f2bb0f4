package nlp

// An Engine is a pipeline together with what its users should know about it. It is safe for concurrent use.
type Engine struct {
	*Pipeline
	Name      string     // such as "english"
	Languages []string   // BCP 47 codes of the languages that it reads
	Models    []Model    // what it was built with
	Accuracy  []Accuracy // how well it does as a whole
}

// A Model is a trained model or a table of facts that an engine reads.
type Model struct {
	Name    string // such as "names"
	Version string // the beginning of the SHA-256 of its file
	Source  string // what it was made from
	License string // the licence of what it was made from
	Size    int    // of its file, in bytes
}

// Accuracy is one measured figure.
type Accuracy struct {
	Dataset string  // such as "gold/dev"
	Metric  string  // such as "named mentions F1"
	Value   float64 // 0 to 100
}
