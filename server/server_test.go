package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/english"
	"github.com/hearsay-nlp/hearsay/server"
)

// engine is the real one, which all tests share.
var engine = sync.OnceValues(func() (*nlp.Engine, error) { return english.New() })

// A running server, and ways to call it.
type running struct {
	hearsayv1.AnnotationServiceClient
	conn *grpc.ClientConn
	grpc string // address
	url  string // of REST
	log  *logBuffer
	stop func() error // stops the server and waits for it; may be called twice
}

// serve starts a server on addresses of its own, with the real engine unless cfg has another. It stops with the test.
func serve(tb testing.TB, cfg server.Config) *running {
	tb.Helper()
	if cfg.Engine == nil {
		var err error
		if cfg.Engine, err = engine(); err != nil {
			tb.Fatal(err)
		}
	}
	r := &running{log: &logBuffer{}}
	cfg.Log = slog.New(slog.NewJSONHandler(r.log, nil))
	s, err := server.New(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	grpcLis, httpLis := listen(tb), listen(tb)
	r.grpc, r.url = grpcLis.Addr().String(), "http://"+httpLis.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, grpcLis, httpLis) }()
	r.stop = sync.OnceValue(func() error {
		cancel()
		return <-done
	})
	r.conn = r.dial(tb)
	r.AnnotationServiceClient = hearsayv1.NewAnnotationServiceClient(r.conn)
	tb.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		r.conn.Close()
		if err := r.stop(); err != nil {
			tb.Errorf("Serve: %v", err)
		}
	})
	return r
}

// dial returns a new connection to the server.
func (r *running) dial(tb testing.TB) *grpc.ClientConn {
	tb.Helper()
	conn, err := grpc.NewClient(r.grpc, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		tb.Fatal(err)
	}
	return conn
}

func listen(tb testing.TB) net.Listener {
	tb.Helper()
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	return lis
}

// rest calls a path of REST and returns the answer with its body read.
func (r *running) rest(tb testing.TB, method, path, body string, header ...string) (*http.Response, string) {
	tb.Helper()
	req, err := http.NewRequestWithContext(tb.Context(), method, r.url+path, strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	return resp, readAll(resp)
}

// readAll returns the body of resp, or why it breaks off.
func readAll(resp *http.Response) string {
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// A logBuffer keeps what the server logs.
type logBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// compact returns the JSON of m without white space, which protojson varies.
func compact(tb testing.TB, m proto.Message) string {
	tb.Helper()
	data, err := protojson.Marshal(m)
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Compact(&out, data); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

// articles returns the texts of the sample articles by file name.
func articles(tb testing.TB) map[string]string {
	tb.Helper()
	files, err := filepath.Glob("../examples/articles/*.txt")
	if err != nil || len(files) < 4 {
		tb.Fatalf("%d articles: %v", len(files), err)
	}
	out := make(map[string]string)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out[filepath.Base(f)] = string(data)
	}
	return out
}

// A step is an annotator that does whatever a test wants of it.
type step func(*nlp.Document)

func (step) Requires() nlp.Layers         { return 0 }
func (step) Provides() nlp.Layers         { return nlp.Sentences }
func (s step) Annotate(doc *nlp.Document) { s(doc) }

// engineOf returns an engine of one step.
func engineOf(tb testing.TB, do func(*nlp.Document)) *nlp.Engine {
	tb.Helper()
	p, err := nlp.NewPipeline(step(do))
	if err != nil {
		tb.Fatal(err)
	}
	return &nlp.Engine{Pipeline: p, Name: "test"}
}

func request(text string) *hearsayv1.AnnotateArticleRequest {
	return &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{Text: text}}
}
