package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"mime"
	"net/http"
	"net/textproto"
	"strings"
	"time"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	"github.com/hearsay-nlp/hearsay"
	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// newGateway makes the HTTP side: REST calls become gRPC calls over a connection in memory, so that they go through all
// interceptors as any other.
func (s *Server) newGateway() error {
	conn, err := grpc.NewClient("passthrough:gateway",
		grpc.WithContextDialer(s.DialMemory),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32), grpc.MaxCallSendMsgSize(math.MaxInt32)),
	)
	if err != nil {
		return err
	}
	s.conn = conn
	mux := runtime.NewServeMux(
		runtime.WithMarshalerOption(runtime.MIMEWildcard, jsonMarshaler{}),
		runtime.WithIncomingHeaderMatcher(incomingHeader),
		runtime.WithOutgoingHeaderMatcher(func(string) (string, bool) { return "", false }), // the id is set below
		runtime.WithErrorHandler(s.writeError),
		runtime.WithRoutingErrorHandler(s.writeRoutingError),
		runtime.WithDisablePathLengthFallback(),
	)
	if err := hearsayv1.RegisterAnnotationServiceHandler(context.Background(), mux, conn); err != nil {
		return err
	}
	root := http.NewServeMux()
	root.Handle("/", mux)
	root.HandleFunc("POST "+streamPath, s.streamREST)
	root.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { writePlain(w, http.StatusOK, "ok\n") })
	root.HandleFunc("GET /readyz", s.readyz)
	root.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(hearsay.OpenAPI)
	})
	s.http = &http.Server{
		Handler:           s.prepare(root),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	return nil
}

// streamPath is served by streamREST; the gateway's own handler would end the stream without a word at a line that it cannot read.
const streamPath = "/v1/articles:streamAnnotate"

// incomingHeader tells which headers of a REST call become metadata of the gRPC call, and under which names.
func incomingHeader(key string) (string, bool) {
	switch textproto.CanonicalMIMEHeaderKey(key) {
	case "X-Request-Id":
		return requestIDKey, true
	case "Traceparent", "Tracestate":
		return strings.ToLower(key), true
	}
	return runtime.DefaultHeaderMatcher(key)
}

// prepare does what all REST calls need before they are routed: an id, a limit to the body, a media type that can be read.
func (s *Server) prepare(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := saneID(r.Header.Get("X-Request-Id"))
		r.Header.Set("X-Request-Id", id)
		w.Header().Set("X-Request-Id", id)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		if r.Method == http.MethodPost && strings.HasPrefix(r.URL.Path, "/v1/") && !readable(r) {
			s.writeStatus(w, http.StatusUnsupportedMediaType, newError(codes.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE",
				fmt.Sprintf("Content-Type is %q, and must be application/json", r.Header.Get("Content-Type"))))
			return
		}
		if r.URL.Path != streamPath { // a stream may be of any length; each of its lines is limited
			r.Body = &body{ReadCloser: http.MaxBytesReader(w, r.Body, int64(s.cfg.MaxRequestBytes))}
		}
		next.ServeHTTP(w, r)
	})
}

// readable reports whether the media type of a body is one of JSON, or not stated.
func readable(r *http.Request) bool {
	given := r.Header.Get("Content-Type")
	if given == "" {
		r.Header.Del("Content-Type") // the gateway takes an empty one for a mistake
		return true
	}
	kind, params, err := mime.ParseMediaType(given)
	if err != nil || params["charset"] != "" && !strings.EqualFold(params["charset"], "utf-8") {
		return false
	}
	return kind == "application/json" || r.URL.Path == streamPath && (kind == "application/x-ndjson" || kind == "application/jsonl")
}

func (s *Server) readyz(w http.ResponseWriter, _ *http.Request) {
	if s.ready.Load() {
		writePlain(w, http.StatusOK, "ok\n")
		return
	}
	writePlain(w, http.StatusServiceUnavailable, "not serving\n")
}

func writePlain(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	w.Write([]byte(text))
}

// writeError writes the Status of a call that failed. If it failed because the body could not be read, the body knows why.
func (s *Server) writeError(ctx context.Context, _ *runtime.ServeMux, _ runtime.Marshaler, w http.ResponseWriter, r *http.Request, err error) {
	if b, ok := r.Body.(*body); ok && b.err != nil {
		err = b.err
	}
	code := runtime.HTTPStatusFromCode(status.Code(err))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		code = http.StatusRequestEntityTooLarge
		err = newError(codes.ResourceExhausted, "REQUEST_TOO_LARGE", fmt.Sprintf("the body is larger than the %d bytes that this server takes", tooLarge.Limit))
	}
	s.writeStatus(w, code, errorMapper{s.cfg.Log}.toStatus(ctx, err))
}

// writeRoutingError writes the Status of a call that no method takes.
func (s *Server) writeRoutingError(_ context.Context, _ *runtime.ServeMux, _ runtime.Marshaler, w http.ResponseWriter, r *http.Request, code int) {
	err := newError(codes.NotFound, "NOT_FOUND", fmt.Sprintf("there is nothing at %s", r.URL.Path))
	switch code {
	case http.StatusMethodNotAllowed:
		allowed := http.MethodPost
		if r.Method == http.MethodPost {
			allowed = http.MethodGet
		}
		w.Header().Set("Allow", allowed)
		err = newError(codes.Unimplemented, "METHOD_NOT_ALLOWED", fmt.Sprintf("%s takes %s, not %s", r.URL.Path, allowed, r.Method))
	case http.StatusBadRequest:
		err = newError(codes.InvalidArgument, "INVALID_ARGUMENT", "the request's path cannot be read")
	}
	s.writeStatus(w, code, err)
}

// writeStatus writes err as a google.rpc.Status in JSON.
func (s *Server) writeStatus(w http.ResponseWriter, code int, err error) {
	st := status.Convert(err)
	data, marshalErr := marshalJSON(st.Proto())
	if marshalErr != nil {
		data, _ = json.Marshal(map[string]any{"code": int(st.Code()), "message": st.Message()})
	}
	w.Header().Del("Transfer-Encoding")
	w.Header().Set("Content-Type", "application/json")
	if st.Code() == codes.Unauthenticated {
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	if st.Code() == codes.ResourceExhausted || st.Code() == codes.Unavailable {
		w.Header().Set("Retry-After", fmt.Sprint(int(retryAfter.Seconds())))
	}
	w.WriteHeader(code)
	w.Write(append(data, '\n'))
}
