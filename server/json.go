package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// A jsonMarshaler reads and writes the JSON of REST: protojson, with fields that are zero or empty left out, without white space.
type jsonMarshaler struct{}

// marshalJSON returns the JSON form of m, always the same bytes.
func marshalJSON(m proto.Message) ([]byte, error) {
	data, err := protojson.Marshal(m)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Compact(&out, data) // protojson varies its white space on purpose
	return out.Bytes(), err
}

// unmarshalJSON reads the JSON form of m. Its error is INVALID_ARGUMENT with the field that is wrong.
func unmarshalJSON(data []byte, m proto.Message) error {
	if at := invalidUTF8(data); at >= 0 {
		return invalid(violation{jsonPath(data, at), notUTF8})
	}
	data = readMasks.ReplaceAllFunc(data, spellMask)
	err := protojson.Unmarshal(data, m)
	if err == nil {
		return nil
	}
	message := cleanMessage(err)
	if place := linePattern.FindStringSubmatch(err.Error()); place != nil {
		line, _ := strconv.Atoi(place[1])
		column, _ := strconv.Atoi(place[2])
		at := offsetOf(data, line, column)
		if unknown := unknownPattern.FindStringSubmatch(err.Error()); unknown != nil {
			return invalid(violation{join(parentPath(jsonPath(data, at)), snake(unknown[1])), "no such field"})
		}
		return invalid(violation{jsonPath(data, at), message})
	}
	if json.Valid(data) { // protojson takes half a surrogate pair near the end for an end
		message = "cannot be read: an escape is no character"
	}
	return invalid(violation{jsonPath(data, len(data)), message})
}

// readMasks are the masks in a JSON text that protojson does not take: "*", and paths with the contract's names. No string can hold
// what looks like one, as its quotation marks would be escaped.
var readMasks = regexp.MustCompile(`"read(?:M|_m)ask"\s*:\s*"[^"\\]*[*_][^"\\]*"`)

// spellMask returns a mask of readMasks as protojson takes it.
func spellMask(found []byte) []byte {
	colon := bytes.IndexByte(found, ':')
	begin := colon + bytes.IndexByte(found[colon:], '"') + 1
	paths := strings.Split(string(found[begin:len(found)-1]), ",")
	if slices.Contains(paths, "*") {
		paths = nil
		fields := (&hearsayv1.Article{}).ProtoReflect().Descriptor().Fields()
		for i := range fields.Len() {
			paths = append(paths, fields.Get(i).JSONName())
		}
	}
	for i, p := range paths {
		paths[i] = camel(p)
	}
	return slices.Concat(found[:begin], []byte(strings.Join(paths, ",")), found[len(found)-1:])
}

// camel returns the JSON form of a path: "claim_relations" is claimRelations.
func camel(path string) string {
	var out strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '_' && i+1 < len(path) && 'a' <= path[i+1] && path[i+1] <= 'z' {
			i++
			out.WriteByte(path[i] - 'a' + 'A')
			continue
		}
		out.WriteByte(path[i])
	}
	return out.String()
}

var (
	linePattern    = regexp.MustCompile(`\(line (\d+):(\d+)\)`)
	unknownPattern = regexp.MustCompile(`unknown field "([^"]*)"`)
)

// cleanMessage returns the message of an error of protojson, which varies its white space on purpose.
func cleanMessage(err error) string {
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, err.Error())
	return "cannot be read: " + strings.TrimPrefix(text, "proto: ")
}

// invalidUTF8 returns the offset of the first byte of data that is not valid UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// offsetOf returns the offset of a line and a column, both from 1.
func offsetOf(data []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	for ; column > 1 && at < len(data); column-- {
		_, size := utf8.DecodeRune(data[at:])
		at += size
	}
	return at
}

// jsonPath returns the path of the value, or of the key, that stands at an offset of a JSON text: "article.publish_date.day".
func jsonPath(data []byte, at int) string {
	type level struct {
		array bool
		key   string
		index int
		value bool // the next token of an object is a value
	}
	var levels []level
	path := func() string {
		out := ""
		for _, l := range levels {
			switch {
			case l.array:
				out += fmt.Sprintf("[%d]", l.index)
			case l.key != "":
				out = join(out, snake(l.key))
			}
		}
		return out
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token()
		if err != nil {
			return path()
		}
		top := len(levels) - 1
		isKey := top >= 0 && !levels[top].array && !levels[top].value
		if delim, ok := tok.(json.Delim); ok && (delim == '}' || delim == ']') {
			isKey = false
		}
		if key, ok := tok.(string); ok && isKey {
			levels[top].key, levels[top].value = key, true
			if int(dec.InputOffset()) > at {
				return path()
			}
			continue
		}
		if int(dec.InputOffset()) > at {
			return path()
		}
		switch delim, _ := tok.(json.Delim); delim {
		case '{':
			levels = append(levels, level{})
			continue
		case '[':
			levels = append(levels, level{array: true})
			continue
		case '}', ']':
			levels = levels[:top]
			top--
		}
		if top >= 0 { // a value is over
			levels[top].index++
			levels[top].value = false
			if int(dec.InputOffset()) <= at && !levels[top].array {
				levels[top].key = ""
			}
		}
	}
}

// parentPath returns a path without its last name.
func parentPath(path string) string {
	return path[:max(strings.LastIndexByte(path, '.'), 0)]
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// snake returns the contract's name of a JSON name: "publishDate" is publish_date.
func snake(name string) string {
	var out strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

// A body is that of a REST call. It keeps the error of reading it, which the gateway would make a mere text of.
type body struct {
	io.ReadCloser
	err error
}

// read reads the body whole, into m.
func (b *body) read(m proto.Message) error {
	data, err := io.ReadAll(b)
	if err != nil {
		b.err = err
		var tooLarge *http.MaxBytesError
		if !errors.As(err, &tooLarge) {
			b.err = invalid(violation{"", "the body cannot be read"})
		}
		return b.err
	}
	if len(bytes.TrimSpace(data)) == 0 {
		data = []byte("{}")
	}
	b.err = unmarshalJSON(data, m)
	return b.err
}

// Marshal implements runtime.Marshaler.
func (jsonMarshaler) Marshal(v any) ([]byte, error) {
	if m, ok := v.(proto.Message); ok {
		data, err := marshalJSON(m)
		return append(data, '\n'), err
	}
	return json.Marshal(v)
}

// Unmarshal implements runtime.Marshaler.
func (jsonMarshaler) Unmarshal(data []byte, v any) error {
	if m, ok := v.(proto.Message); ok {
		return unmarshalJSON(data, m)
	}
	return json.Unmarshal(data, v)
}

// NewDecoder implements runtime.Marshaler.
func (j jsonMarshaler) NewDecoder(r io.Reader) runtime.Decoder {
	return runtime.DecoderFunc(func(v any) error {
		m, ok := v.(proto.Message)
		if b, isBody := r.(*body); ok && isBody {
			return b.read(m)
		}
		return json.NewDecoder(r).Decode(v)
	})
}

// NewEncoder implements runtime.Marshaler.
func (j jsonMarshaler) NewEncoder(w io.Writer) runtime.Encoder {
	return runtime.EncoderFunc(func(v any) error {
		data, err := j.Marshal(v)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
}

// ContentType implements runtime.Marshaler.
func (jsonMarshaler) ContentType(any) string { return "application/json" }
