package client_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"iter"
	"log/slog"
	"math/big"
	"net"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/hearsay-nlp/hearsay/client"
	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp/english"
	"github.com/hearsay-nlp/hearsay/server"
)

// serve starts a real server and returns its address.
func serve(tb testing.TB, cfg server.Config) string {
	tb.Helper()
	engine, err := english.New()
	if err != nil {
		tb.Fatal(err)
	}
	cfg.Engine, cfg.Log = engine, slog.New(slog.DiscardHandler)
	s, err := server.New(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	grpcLis, httpLis := listen(tb), listen(tb)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, grpcLis, httpLis) }()
	tb.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			tb.Errorf("Serve: %v", err)
		}
	})
	return grpcLis.Addr().String()
}

func listen(tb testing.TB) net.Listener {
	tb.Helper()
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	return lis
}

func newClient(tb testing.TB, target string, options ...client.Option) *client.Client {
	tb.Helper()
	c, err := client.New(target, options...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.Close() })
	return c
}

func request(text string) *hearsayv1.AnnotateArticleRequest {
	return &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{Text: text}}
}

func TestMethods(t *testing.T) {
	c := newClient(t, serve(t, server.Config{}), client.Insecure())
	article, err := c.AnnotateArticle(t.Context(), request("“We will win,” said Ann Smith."))
	if err != nil {
		t.Fatal(err)
	}
	if len(article.GetQuotes()) != 1 {
		t.Errorf("quotes: %v", article.GetQuotes())
	}
	results, err := c.BatchAnnotateArticles(t.Context(), []*hearsayv1.AnnotateArticleRequest{request("Ann Smith slept."), request("")})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 2 || results[0].GetArticle() == nil || codes.Code(results[1].GetError().GetCode()) != codes.InvalidArgument {
		t.Errorf("results: %v", results)
	}
	engine, err := c.GetEngine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if engine.GetName() != "english" {
		t.Errorf("engine %q", engine.GetName())
	}
	if _, err := c.AnnotateArticle(t.Context(), request("")); status.Code(err) != codes.InvalidArgument {
		t.Errorf("empty text: %v", err)
	}
}

func TestNewRefuses(t *testing.T) {
	for name, options := range map[string][]client.Option{
		"no attempts":        {client.Attempts(0)},
		"too many attempts":  {client.Attempts(6)},
		"plain text and TLS": {client.Insecure(), client.TLS(&tls.Config{MinVersion: tls.VersionTLS13})},
	} {
		if c, err := client.New("localhost:9090", options...); err == nil {
			c.Close()
			t.Errorf("%s: no error", name)
		}
	}
}

// flaky is a server that fails the first calls.
type flaky struct {
	hearsayv1.UnimplementedAnnotationServiceServer
	failures int32
	code     codes.Code
	delay    time.Duration
	calls    atomic.Int32
	token    atomic.Value
}

func (f *flaky) GetEngine(ctx context.Context, _ *hearsayv1.GetEngineRequest) (*hearsayv1.GetEngineResponse, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	f.token.Store(md.Get("authorization"))
	if f.calls.Add(1) <= f.failures {
		return nil, status.Error(f.code, "not now")
	}
	select {
	case <-time.After(f.delay):
	case <-ctx.Done():
	}
	return &hearsayv1.GetEngineResponse{Engine: &hearsayv1.Engine{Name: "flaky"}}, nil
}

func (f *flaky) start(t *testing.T) string {
	t.Helper()
	s := grpc.NewServer()
	hearsayv1.RegisterAnnotationServiceServer(s, f)
	lis := listen(t)
	go s.Serve(lis)
	t.Cleanup(s.Stop)
	return lis.Addr().String()
}

func TestRetries(t *testing.T) {
	for _, test := range []struct {
		name     string
		failures int32
		code     codes.Code
		attempts int
		want     codes.Code
		calls    int32
	}{
		{"unavailable twice", 2, codes.Unavailable, 4, codes.OK, 3},
		{"unavailable too often", 9, codes.Unavailable, 2, codes.Unavailable, 2},
		{"no retries wanted", 1, codes.Unavailable, 1, codes.Unavailable, 1},
		{"another error", 1, codes.Internal, 4, codes.Internal, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := &flaky{failures: test.failures, code: test.code}
			c := newClient(t, f.start(t), client.Insecure(), client.Attempts(test.attempts))
			_, err := c.GetEngine(t.Context())
			if status.Code(err) != test.want || f.calls.Load() != test.calls {
				t.Errorf("%v after %d calls, want %v after %d", err, f.calls.Load(), test.want, test.calls)
			}
		})
	}
}

func TestTimeout(t *testing.T) {
	f := &flaky{delay: time.Minute}
	c := newClient(t, f.start(t), client.Insecure(), client.Timeout(50*time.Millisecond))
	if _, err := c.GetEngine(t.Context()); status.Code(err) != codes.DeadlineExceeded {
		t.Errorf("error %v, want DEADLINE_EXCEEDED", err)
	}
}

func TestToken(t *testing.T) {
	target := serve(t, server.Config{Token: "secret"})
	if _, err := newClient(t, target, client.Insecure(), client.Token("secret")).GetEngine(t.Context()); err != nil {
		t.Error(err)
	}
	for name, options := range map[string][]client.Option{
		"no token": {client.Insecure()}, "wrong token": {client.Insecure(), client.Token("guess")},
	} {
		if _, err := newClient(t, target, options...).GetEngine(t.Context()); status.Code(err) != codes.Unauthenticated {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// selfSigned returns a certificate for 127.0.0.1 and a pool that trusts it.
func selfSigned(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

func TestTLS(t *testing.T) {
	cert, pool := selfSigned(t)
	target := serve(t, server.Config{TLS: &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}, Token: "secret"})
	trusting := client.TLS(&tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12})
	if _, err := newClient(t, target, trusting, client.Token("secret")).GetEngine(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := newClient(t, target, client.Attempts(1)).GetEngine(t.Context()); status.Code(err) != codes.Unavailable {
		t.Errorf("a certificate that nobody vouches for: %v", err)
	}
}

func articles(n int) iter.Seq[*hearsayv1.StreamAnnotateArticlesRequest] {
	return func(yield func(*hearsayv1.StreamAnnotateArticlesRequest) bool) {
		for i := range n {
			text := fmt.Sprintf("Ann Smith said number %d was late.", i)
			if i%100 == 50 {
				text = ""
			}
			if !yield(&hearsayv1.StreamAnnotateArticlesRequest{Article: &hearsayv1.Article{Id: fmt.Sprint(i), Text: text}}) {
				return
			}
		}
	}
}

func TestAnnotateAll(t *testing.T) {
	c := newClient(t, serve(t, server.Config{}), client.Insecure())
	next := 0
	for result, err := range c.AnnotateAll(t.Context(), articles(500)) {
		if err != nil {
			t.Fatal(err)
		}
		if result.ID != fmt.Sprint(next) {
			t.Fatalf("result %d has id %q", next, result.ID)
		}
		if bad := next%100 == 50; bad != (status.Code(result.Err) == codes.InvalidArgument) || bad == (result.Article != nil) {
			t.Errorf("result %d: %v, %v", next, result.Article, result.Err)
		}
		next++
	}
	if next != 500 {
		t.Errorf("%d results, want 500", next)
	}
}

func TestAnnotateAllTakesNoMoreThanItGives(t *testing.T) {
	c := newClient(t, serve(t, server.Config{StreamWindow: 2}), client.Insecure())
	var taken atomic.Int32
	big := string(make([]byte, 0, 1<<16))
	for range 4000 {
		big += "Ann said so. "
	}
	source := func(yield func(*hearsayv1.StreamAnnotateArticlesRequest) bool) {
		for {
			taken.Add(1)
			if !yield(&hearsayv1.StreamAnnotateArticlesRequest{Article: &hearsayv1.Article{Text: big}}) {
				return
			}
		}
	}
	for _, err := range c.AnnotateAll(t.Context(), source) {
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(200 * time.Millisecond) // a slow taker
		break
	}
	if n := taken.Load(); n > 20 {
		t.Errorf("%d requests were taken for one result", n)
	}
}

func TestAnnotateAllLeavesNothingBehind(t *testing.T) {
	c := newClient(t, serve(t, server.Config{}), client.Insecure())
	if _, err := c.GetEngine(t.Context()); err != nil { // connect
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for range 20 {
		for _, err := range c.AnnotateAll(t.Context(), articles(1000)) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before+2 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestAnnotateAllEndsWithTheServer(t *testing.T) {
	c := newClient(t, "127.0.0.1:1", client.Insecure(), client.Attempts(1))
	got := 0
	for _, err := range c.AnnotateAll(t.Context(), articles(3)) {
		got++
		if status.Code(err) != codes.Unavailable {
			t.Errorf("error %v, want UNAVAILABLE", err)
		}
	}
	if got != 1 {
		t.Errorf("%d results, want one error", got)
	}
}
