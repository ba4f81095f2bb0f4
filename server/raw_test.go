package server_test

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
)

// rawCodec lets a call send and receive bytes as they are, as no honest client would.
var rawCodec = grpc.ForceCodec(raw{})

type raw struct{}

var _ encoding.Codec = raw{}

func (raw) Name() string                  { return "proto" }
func (raw) Marshal(v any) ([]byte, error) { return v.([]byte), nil }

func (raw) Unmarshal(data []byte, v any) error {
	*v.(*[]byte) = append([]byte(nil), data...)
	return nil
}
