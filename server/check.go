package server

import (
	"context"
	"errors"
	"fmt"

	"buf.build/go/protovalidate"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// A checker holds requests to the contract: its buf.validate rules, and what those cannot say.
type checker struct {
	validator    protovalidate.Validator
	maxTextBytes int
}

func (c *checker) unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if m, ok := req.(proto.Message); ok {
		if err := c.check(m); err != nil {
			return nil, err
		}
	}
	return next(ctx, req)
}

// check returns INVALID_ARGUMENT with each field of req that is wrong.
func (c *checker) check(req proto.Message) error {
	if v, ok := unreadable(req); ok {
		return invalid(v)
	}
	var violations []violation
	var bad *protovalidate.ValidationError
	switch err := c.validator.Validate(req); {
	case errors.As(err, &bad):
		for _, v := range bad.Violations {
			violations = append(violations, violation{protovalidate.FieldPathString(v.Proto.GetField()), v.Proto.GetMessage()})
		}
	case err != nil:
		return err
	}
	if a, ok := req.(annotateRequest); ok {
		if n := len(a.GetArticle().GetText()); n > c.maxTextBytes {
			violations = append(violations, violation{"article.text", fmt.Sprintf("has %d bytes, and this server takes at most %d", n, c.maxTextBytes)})
		}
		if _, err := parseMask(a.GetReadMask()); err != nil {
			violations = append(violations, violation{"read_mask", err.Error()})
		}
	}
	if len(violations) > 0 {
		return invalid(violations...)
	}
	return nil
}

// annotateRequest is what the requests for one article have in common.
type annotateRequest interface {
	proto.Message
	GetArticle() *hearsayv1.Article
	GetReadMask() *fieldMask
	GetOffsetEncoding() hearsayv1.OffsetEncoding
}
