package server

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// domain is that of all ErrorInfo details.
const domain = "hearsay"

// retryAfter is what callers are told to wait when the server is busy.
const retryAfter = time.Second

// newError returns a status error with ErrorInfo and the other details.
func newError(code codes.Code, reason, message string, details ...protoadapt.MessageV1) error {
	details = append([]protoadapt.MessageV1{&errdetails.ErrorInfo{Reason: reason, Domain: domain}}, details...)
	st, err := status.New(code, message).WithDetails(details...)
	if err != nil { // only if a detail cannot be packed, which these can
		return status.Error(code, message)
	}
	return st.Err()
}

// A violation is a field of a request and what is wrong with it.
type violation struct{ field, description string }

// invalid returns INVALID_ARGUMENT with a BadRequest that names the fields.
func invalid(violations ...violation) error {
	bad := &errdetails.BadRequest{}
	for _, v := range violations {
		bad.FieldViolations = append(bad.FieldViolations, &errdetails.BadRequest_FieldViolation{Field: v.field, Description: v.description})
	}
	message := "invalid request"
	if len(violations) > 0 {
		message = violations[0].field + ": " + violations[0].description
		if violations[0].field == "" {
			message = violations[0].description
		}
	}
	return newError(codes.InvalidArgument, "INVALID_ARGUMENT", message, bad)
}

// busy returns RESOURCE_EXHAUSTED with the time to wait.
func busy() error {
	return newError(codes.ResourceExhausted, "TOO_MANY_REQUESTS", "the server has as many articles in work and waiting as it takes; try again later",
		&errdetails.RetryInfo{RetryDelay: durationpb.New(retryAfter)})
}

// An errorMapper turns whatever error leaves the service into a status with ErrorInfo. What it does not know it logs and hides.
type errorMapper struct{ log *slog.Logger }

func (e errorMapper) toStatus(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	switch {
	case errors.Is(err, context.Canceled):
		return newError(codes.Canceled, "CANCELLED", "the caller went away")
	case errors.Is(err, context.DeadlineExceeded):
		return newError(codes.DeadlineExceeded, "DEADLINE_EXCEEDED", "the call's deadline is over")
	case errors.Is(err, nlp.ErrInvalidUTF8):
		return invalid(violation{"article.text", notUTF8})
	}
	st, ok := status.FromError(err)
	if !ok {
		e.log.ErrorContext(ctx, "internal error", "request_id", requestID(ctx), "error", err)
		return newError(codes.Internal, "INTERNAL", "internal error")
	}
	for _, d := range st.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok && info.Domain == domain {
			return st.Err()
		}
	}
	details := []protoadapt.MessageV1{}
	if st.Code() == codes.Unavailable || st.Code() == codes.ResourceExhausted {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(retryAfter)})
	}
	return newError(st.Code(), reasons[st.Code()], st.Message(), details...)
}

// reasons are the ErrorInfo reasons of errors that come from elsewhere with no more than a code.
var reasons = map[codes.Code]string{
	codes.Canceled: "CANCELLED", codes.Unknown: "UNKNOWN", codes.InvalidArgument: "INVALID_ARGUMENT", codes.DeadlineExceeded: "DEADLINE_EXCEEDED",
	codes.NotFound: "NOT_FOUND", codes.AlreadyExists: "ALREADY_EXISTS", codes.PermissionDenied: "PERMISSION_DENIED",
	codes.ResourceExhausted: "RESOURCE_EXHAUSTED", codes.FailedPrecondition: "FAILED_PRECONDITION", codes.Aborted: "ABORTED",
	codes.OutOfRange: "OUT_OF_RANGE", codes.Unimplemented: "UNIMPLEMENTED", codes.Internal: "INTERNAL", codes.Unavailable: "UNAVAILABLE",
	codes.DataLoss: "DATA_LOSS", codes.Unauthenticated: "UNAUTHENTICATED",
}

func (e errorMapper) unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	resp, err := next(ctx, req)
	return resp, e.toStatus(ctx, err)
}

func (e errorMapper) stream(srv any, ss grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	return e.toStatus(ss.Context(), next(srv, ss))
}
