package server

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/encoding/proto"
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/encoding/protowire"
	protobuf "google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// notUTF8 is what is wrong with a string that is not valid UTF-8.
const notUTF8 = "must be valid UTF-8"

// A codec is gRPC's own, but for requests that cannot be read. gRPC would answer INTERNAL to those before any interceptor runs. This
// one lets them through, empty but for a mark that says what is wrong and where, so that check can answer INVALID_ARGUMENT as
// to all other bad requests.
type codec struct{}

// Marshal implements encoding.CodecV2.
func (codec) Marshal(v any) (mem.BufferSlice, error) {
	return encoding.GetCodecV2(proto.Name).Marshal(v)
}

// Name implements encoding.CodecV2.
func (codec) Name() string { return proto.Name }

// Unmarshal implements encoding.CodecV2.
func (codec) Unmarshal(data mem.BufferSlice, v any) error {
	err := encoding.GetCodecV2(proto.Name).Unmarshal(data, v)
	m, ok := v.(protobuf.Message)
	if err == nil || !ok || !strings.HasPrefix(string(m.ProtoReflect().Descriptor().FullName()), "hearsay.") {
		return err
	}
	buf := data.MaterializeToBuffer(mem.DefaultBufferPool())
	defer buf.Free()
	found := violation{"", fmt.Sprintf("the request is not a %s message: %v", m.ProtoReflect().Descriptor().FullName(), err)}
	if path, ok := badString(buf.ReadOnlyData(), m.ProtoReflect().Descriptor()); ok {
		found = violation{path, notUTF8}
	}
	protobuf.Reset(m)
	mark := protowire.AppendTag(nil, markField, protowire.BytesType)
	m.ProtoReflect().SetUnknown(protowire.AppendString(mark, found.field+"\n"+found.description))
	return nil
}

// markField is the number of the unknown field that carries the mark; the contract has none so high.
const markField = protowire.MaxValidNumber

// unreadable returns what the codec found wrong with m, if it could not read it.
func unreadable(m protobuf.Message) (violation, bool) {
	unknown := m.ProtoReflect().GetUnknown()
	for len(unknown) > 0 {
		number, wire, n := protowire.ConsumeTag(unknown)
		if n < 0 {
			break
		}
		if number == markField && wire == protowire.BytesType {
			if text, size := protowire.ConsumeString(unknown[n:]); size >= 0 {
				field, description, _ := strings.Cut(text, "\n")
				return violation{field, description}, true
			}
		}
		size := protowire.ConsumeFieldValue(number, wire, unknown[n:])
		if size < 0 {
			break
		}
		unknown = unknown[n+size:]
	}
	return violation{}, false
}

// badString returns the path of the first string in the wire form of a message that is not valid UTF-8.
func badString(data []byte, desc protoreflect.MessageDescriptor) (string, bool) {
	index := make(map[protowire.Number]int)
	for len(data) > 0 {
		number, wire, n := protowire.ConsumeTag(data)
		if n < 0 {
			return "", false
		}
		data = data[n:]
		size := protowire.ConsumeFieldValue(number, wire, data)
		if size < 0 {
			return "", false
		}
		value, rest := data[:size], data[size:]
		data = rest
		field := desc.Fields().ByNumber(number)
		if field == nil || wire != protowire.BytesType {
			continue
		}
		path := string(field.Name())
		if field.IsList() {
			path = fmt.Sprintf("%s[%d]", path, index[number])
			index[number]++
		}
		content, _ := protowire.ConsumeBytes(value)
		switch {
		case field.Kind() == protoreflect.StringKind && !utf8.Valid(content):
			return path, true
		case field.Message() != nil:
			if inner, ok := badString(content, field.Message()); ok {
				return path + "." + inner, true
			}
		}
	}
	return "", false
}
