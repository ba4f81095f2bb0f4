package main

import (
	"bytes"
	"encoding/json"
	"io"

	"google.golang.org/protobuf/encoding/protojson"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// writeLine writes an article as one line of JSON.
func writeLine(w io.Writer, a *hearsayv1.Article) error {
	data, err := protojson.Marshal(a)
	if err != nil {
		return err
	}
	var line bytes.Buffer
	if err := json.Compact(&line, data); err != nil { // protojson varies its white space on purpose
		return err
	}
	line.WriteByte('\n')
	_, err = line.WriteTo(w)
	return err
}

// writeJSON writes an article as indented JSON.
func writeJSON(w io.Writer, a *hearsayv1.Article) error {
	var line, indented bytes.Buffer
	if err := writeLine(&line, a); err != nil {
		return err
	}
	if err := json.Indent(&indented, line.Bytes(), "", "  "); err != nil {
		return err
	}
	_, err := indented.WriteTo(w)
	return err
}
