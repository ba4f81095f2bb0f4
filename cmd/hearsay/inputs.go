package main

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"unicode/utf8"

	"google.golang.org/protobuf/proto"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// mediaTypes are the files that are read in folders, by the ends of their names.
var mediaTypes = map[string]string{".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}

// expand returns the files named; a folder stands for the articles in it and below, in the order of their names, and no name for
// standard input.
func expand(names []string) ([]string, error) {
	if len(names) == 0 {
		return []string{"-"}, nil
	}
	var files []string
	for _, name := range names {
		if name == "-" {
			files = append(files, name)
			continue
		}
		err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && (path == name || mediaTypes[filepath.Ext(path)] != "") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// requests returns a request like template for each file that can be read, and tells failed of the others.
func requests(files []string, template *hearsayv1.StreamAnnotateArticlesRequest, failed func(file string, err error)) iter.Seq[*hearsayv1.StreamAnnotateArticlesRequest] {
	return func(yield func(*hearsayv1.StreamAnnotateArticlesRequest) bool) {
		for _, file := range files {
			text, err := readText(file)
			if err != nil {
				failed(file, err)
				continue
			}
			r := proto.CloneOf(template)
			r.Article.Text = text
			if file != "-" {
				r.Article.Id = lastRunes(file, 200)
				r.Article.MimeType = mediaTypes[filepath.Ext(file)]
			}
			if !yield(r) {
				return
			}
		}
	}
}

// readText returns the text of a file, or of standard input.
func readText(file string) (string, error) {
	var data []byte
	var err error
	if file == "-" {
		data, err = io.ReadAll(os.Stdin)
	} else {
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return "", err
	}
	if !utf8.Valid(data) {
		return "", errors.New("not valid UTF-8")
	}
	return string(data), nil
}

// lastRunes returns the end of s, of at most n characters: what the contract allows an id.
func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(len(r)-n, 0):])
}
