// Package server serves the annotation service over gRPC and, the same, over REST.
package server

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"buf.build/go/protovalidate"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"
	"google.golang.org/grpc/test/bufconn"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// Config adjusts a server. The zero value of each field but Engine has a default.
type Config struct {
	Engine  *nlp.Engine  // what answers; required
	Version string       // of the server, as GetEngine tells it; "" means "devel"
	Log     *slog.Logger // nil means slog.Default()

	MaxTextBytes    int           // longest text of an article, in bytes; 0 means 1 MiB
	MaxRequestBytes int           // longest request, in bytes on the wire; 0 means 16 MiB, or twice MaxTextBytes if that is more
	MaxConcurrent   int           // articles annotated at once; 0 means GOMAXPROCS
	MaxQueue        int           // AnnotateArticle calls that may wait for their turn before others are refused; 0 means 64
	StreamWindow    int           // articles of one stream that are in work or wait to be taken; 0 means twice MaxConcurrent
	Grace           time.Duration // time that calls in flight have to finish when the server stops; 0 means 10 s

	TLS   *tls.Config // nil means plain text, for both listeners
	Token string      // what callers must send as "authorization: Bearer …"; "" means that they need not
}

// withDefaults returns cfg with all defaults filled in.
func (cfg Config) withDefaults() (Config, error) {
	if cfg.Engine == nil {
		return cfg, errors.New("server: no engine")
	}
	for name, n := range map[string]int{
		"MaxTextBytes": cfg.MaxTextBytes, "MaxRequestBytes": cfg.MaxRequestBytes, "MaxConcurrent": cfg.MaxConcurrent, "MaxQueue": cfg.MaxQueue,
		"StreamWindow": cfg.StreamWindow, "Grace": int(cfg.Grace),
	} {
		if n < 0 {
			return cfg, fmt.Errorf("server: %s is negative", name)
		}
	}
	if cfg.Log == nil {
		cfg.Log = slog.Default()
	}
	cfg.Version = cmp.Or(cfg.Version, "devel")
	cfg.MaxTextBytes = cmp.Or(cfg.MaxTextBytes, 1<<20)
	cfg.MaxRequestBytes = cmp.Or(cfg.MaxRequestBytes, max(16<<20, 2*cfg.MaxTextBytes))
	cfg.MaxConcurrent = cmp.Or(cfg.MaxConcurrent, runtime.GOMAXPROCS(0))
	cfg.MaxQueue = cmp.Or(cfg.MaxQueue, 64)
	cfg.StreamWindow = cmp.Or(cfg.StreamWindow, 2*cfg.MaxConcurrent)
	cfg.Grace = cmp.Or(cfg.Grace, 10*time.Second)
	if cfg.MaxTextBytes > math.MaxInt32/2 || cfg.MaxRequestBytes > math.MaxInt32 {
		return cfg, errors.New("server: MaxTextBytes may be 1 GiB and MaxRequestBytes 2 GiB at most, as offsets have 32 bits")
	}
	return cfg, nil
}

// A Server serves gRPC and REST. It is safe for concurrent use; Serve is called once.
type Server struct {
	cfg    Config
	grpc   *grpc.Server
	http   *http.Server
	health *health.Server
	memory *bufconn.Listener // the gateway's way to the gRPC server
	conn   *grpc.ClientConn  // the gateway's end of it
	ready  atomic.Bool
}

// New returns a server that does not yet listen.
func New(cfg Config) (*Server, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	validator, err := protovalidate.New(protovalidate.WithMessages(
		&hearsayv1.AnnotateArticleRequest{}, &hearsayv1.BatchAnnotateArticlesRequest{}, &hearsayv1.StreamAnnotateArticlesRequest{}, &hearsayv1.GetEngineRequest{}))
	if err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	check := &checker{validator: validator, maxTextBytes: cfg.MaxTextBytes}
	s := &Server{cfg: cfg, health: health.NewServer(), memory: bufconn.Listen(1 << 20)}
	unary, stream := interceptors(cfg, check)
	s.grpc = grpc.NewServer(
		grpc.ForceServerCodecV2(codec{}),
		grpc.MaxRecvMsgSize(cfg.MaxRequestBytes),
		grpc.MaxSendMsgSize(math.MaxInt32),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 20 * time.Second, PermitWithoutStream: true}),
		grpc.ChainUnaryInterceptor(unary...),
		grpc.ChainStreamInterceptor(stream...),
	)
	hearsayv1.RegisterAnnotationServiceServer(s.grpc, newService(cfg, check))
	healthpb.RegisterHealthServer(s.grpc, s.health)
	reflection.Register(s.grpc) // v1 and v1alpha
	if err := s.newGateway(); err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	return s, nil
}

// Serve answers gRPC calls on grpcLis and REST calls on httpLis until ctx is done. Then it says that it is not ready, lets calls
// in flight finish for as long as the grace period, cuts off those that have not, and stops. It closes both listeners. The error
// is nil unless a listener failed; that calls were cut off is logged. A nil listener is left out: DialMemory does without.
func (s *Server) Serve(ctx context.Context, grpcLis, httpLis net.Listener) error {
	grpcLis, httpLis = s.secure(grpcLis, "h2"), s.secure(httpLis, "http/1.1")
	failed := make(chan error, 3)
	go func() { failed <- s.grpc.Serve(s.memory) }()
	if grpcLis != nil {
		go func() { failed <- s.grpc.Serve(grpcLis) }()
	}
	if httpLis != nil {
		go func() { failed <- s.http.Serve(httpLis) }()
	}
	s.setReady(true)
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	s.stop(context.WithoutCancel(ctx))
	return err
}

// secure returns lis with TLS, if it is asked for.
func (s *Server) secure(lis net.Listener, protocol string) net.Listener {
	if s.cfg.TLS == nil || lis == nil {
		return lis
	}
	cfg := s.cfg.TLS.Clone()
	cfg.NextProtos = []string{protocol}
	return tls.NewListener(lis, cfg)
}

// DialMemory returns a connection to the gRPC server that stays in this process, for a gRPC dialer (grpc.WithContextDialer). It is in
// plain text, whatever TLS says.
func (s *Server) DialMemory(ctx context.Context, _ string) (net.Conn, error) {
	return s.memory.DialContext(ctx)
}

// setReady tells the health service and /readyz.
func (s *Server) setReady(ready bool) {
	s.ready.Store(ready)
	state := healthpb.HealthCheckResponse_NOT_SERVING
	if ready {
		state = healthpb.HealthCheckResponse_SERVING
	}
	s.health.SetServingStatus("", state)
	s.health.SetServingStatus(hearsayv1.AnnotationService_ServiceDesc.ServiceName, state)
}

// stop turns health off, stops gracefully, and hard when the grace period is over. REST needs gRPC, so its connection to it is
// closed only when REST is done.
func (s *Server) stop(ctx context.Context) {
	s.setReady(false)
	ctx, cancel := context.WithTimeout(ctx, s.cfg.Grace)
	defer cancel()
	drained := make(chan struct{})
	go func() {
		s.grpc.GracefulStop()
		close(drained)
	}()
	cut := s.http.Shutdown(ctx)
	s.conn.Close()
	select {
	case <-drained:
	case <-ctx.Done():
		cut = ctx.Err()
	}
	if cut != nil {
		s.cfg.Log.WarnContext(ctx, "calls in flight were cut off", "grace", s.cfg.Grace, "error", cut)
		_ = s.http.Close() // its listener is closed already
		s.grpc.Stop()      // does not wait for a method that does not look at its context
	}
}
