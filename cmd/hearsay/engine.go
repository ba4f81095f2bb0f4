package main

import (
	"fmt"
	"os"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/english"
)

// linksUsage is the usage of the flag with the file that newEngine reads.
const linksUsage = "`file` of what names stand for, in place of the embedded table"

// newEngine returns the engine, with the table of links in a file unless its name is empty.
func newEngine(links string) (*nlp.Engine, error) {
	if links == "" {
		return english.New()
	}
	in, err := os.Open(links)
	if err != nil {
		return nil, fmt.Errorf("--kb: %w", err)
	}
	defer in.Close()
	engine, err := english.New(english.Links(in))
	if err != nil {
		return nil, fmt.Errorf("--kb %s: %w", links, err)
	}
	return engine, nil
}
