package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"
)

// interceptors returns all that a call goes through on its way to the service, outermost first.
func interceptors(cfg Config, check *checker) ([]grpc.UnaryServerInterceptor, []grpc.StreamServerInterceptor) {
	access := accessLog{cfg.Log}
	errs := errorMapper{cfg.Log}
	auth := authenticator{cfg.Token}
	rescue := recovery.WithRecoveryHandlerContext(func(ctx context.Context, p any) error { return rescued(ctx, cfg.Log, p) })
	return []grpc.UnaryServerInterceptor{
			identify,                                // request id in and out
			access.unary,                            // one line for each call, with its final code
			errs.unary,                              // every error becomes a status with ErrorInfo
			recovery.UnaryServerInterceptor(rescue), // a panic becomes INTERNAL
			auth.unary,                              // the token, if one is set
			check.unary,                             // the request, by the contract
		}, []grpc.StreamServerInterceptor{
			identifyStream,
			access.stream,
			errs.stream,
			recovery.StreamServerInterceptor(rescue),
			auth.stream,
			// Each message of a stream is checked by itself: a bad one fails alone.
		}
}

// rescued logs a panic with its stack and returns what the caller is told of it.
func rescued(ctx context.Context, log *slog.Logger, p any) error {
	log.ErrorContext(ctx, "panic", "request_id", requestID(ctx), "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	return newError(codes.Internal, "INTERNAL", "internal error")
}

// requestIDKey is the metadata key of the request id, in and out; REST has it as a header of the same name.
const requestIDKey = "x-request-id"

type requestIDContext struct{}

// requestID returns the id of the call that ctx belongs to.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDContext{}).(string)
	return id
}

// saneID returns the caller's id if it is short and printable, else a new one.
func saneID(id string) string {
	if id == "" || len(id) > 128 || strings.ContainsFunc(id, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return rand.Text()
	}
	return id
}

// withID returns ctx with the call's id, taken from the metadata or made.
func withID(ctx context.Context) (context.Context, metadata.MD) {
	id := ""
	if md, ok := metadata.FromIncomingContext(ctx); ok && len(md.Get(requestIDKey)) > 0 {
		id = md.Get(requestIDKey)[0]
	}
	id = saneID(id)
	return context.WithValue(ctx, requestIDContext{}, id), metadata.Pairs(requestIDKey, id)
}

func identify(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	ctx, md := withID(ctx)
	if err := grpc.SetHeader(ctx, md); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

func identifyStream(srv any, ss grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	ctx, md := withID(ss.Context())
	if err := ss.SetHeader(md); err != nil {
		return err
	}
	return next(srv, &streamWithContext{ss, ctx})
}

// A streamWithContext is a stream with another context.
type streamWithContext struct {
	grpc.ServerStream
	ctx context.Context
}

func (s *streamWithContext) Context() context.Context { return s.ctx }

// accessLog writes a line for each call. It never has the text of an article.
type accessLog struct{ log *slog.Logger }

func (a accessLog) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	start := time.Now()
	resp, err := next(ctx, req)
	a.write(ctx, info.FullMethod, start, err)
	return resp, err
}

func (a accessLog) stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	start := time.Now()
	err := next(srv, ss)
	a.write(ss.Context(), info.FullMethod, start, err)
	return err
}

func (a accessLog) write(ctx context.Context, method string, start time.Time, err error) {
	level := slog.LevelInfo
	if strings.HasPrefix(method, "/grpc.") {
		level = slog.LevelDebug // health checks and reflection
	}
	attrs := []slog.Attr{
		slog.String("method", method), slog.String("code", status.Code(err).String()), slog.Duration("duration", time.Since(start)),
		slog.String("request_id", requestID(ctx)),
	}
	if caller := callerOf(ctx); caller != "" {
		attrs = append(attrs, slog.String("peer", caller))
	}
	if err != nil {
		attrs = append(attrs, slog.String("error", status.Convert(err).Message()))
	}
	a.log.LogAttrs(ctx, level, "call", attrs...)
}

// callerOf returns the address of who made the call: of a REST call, as the gateway forwards it.
func callerOf(ctx context.Context) string {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return ""
	}
	if p.Addr.Network() == memoryNetwork {
		if md, _ := metadata.FromIncomingContext(ctx); len(md.Get(forwardedKey)) > 0 {
			return md.Get(forwardedKey)[0]
		}
	}
	return p.Addr.String()
}

// memoryNetwork is the network of connections in memory, and forwardedKey the metadata key under which the gateway tells the caller's
// address.
const (
	memoryNetwork = "bufconn"
	forwardedKey  = "x-forwarded-for"
)

// authenticator lets those in who send the token. Health and reflection are open to all.
type authenticator struct{ token string }

func (a authenticator) allow(ctx context.Context, method string) error {
	if a.token == "" || strings.HasPrefix(method, "/grpc.") {
		return nil
	}
	md, _ := metadata.FromIncomingContext(ctx)
	for _, v := range md.Get("authorization") {
		scheme, token, _ := strings.Cut(v, " ")
		if strings.EqualFold(scheme, "bearer") && subtle.ConstantTimeCompare([]byte(token), []byte(a.token)) == 1 {
			return nil
		}
	}
	return newError(codes.Unauthenticated, "UNAUTHENTICATED", "the call needs the header \"authorization: Bearer TOKEN\" with this server's token")
}

func (a authenticator) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if err := a.allow(ctx, info.FullMethod); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

func (a authenticator) stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	if err := a.allow(ss.Context(), info.FullMethod); err != nil {
		return err
	}
	return next(srv, ss)
}
