package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	reflectionv1alpha "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/server"
)

// An article asked for 1,000 times over 16 connections, half of them REST, has one answer.
func TestOneAnswer(t *testing.T) {
	s := serve(t, server.Config{MaxQueue: 1000})
	req := request(articles(t)["council.txt"])
	first, err := s.AnnotateArticle(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	marshal := proto.MarshalOptions{Deterministic: true}
	want, err := marshal.Marshal(first)
	if err != nil {
		t.Fatal(err)
	}
	wantJSON := compact(t, first) + "\n"
	body := compact(t, req)
	const connections, calls = 16, 1000
	var group sync.WaitGroup
	for i := range connections {
		group.Go(func() {
			conn := s.dial(t)
			defer conn.Close()
			client := hearsayv1.NewAnnotationServiceClient(conn)
			web := &http.Client{Transport: &http.Transport{}}
			defer web.CloseIdleConnections()
			for n := i; n < calls; n += connections {
				if i%2 == 1 {
					resp, err := web.Post(s.url+"/v1/articles:annotate", "application/json", strings.NewReader(body))
					if err != nil {
						t.Error(err)
						return
					}
					if readAll(resp) != wantJSON {
						t.Errorf("connection %d, call %d: another answer over REST", i, n)
						return
					}
					continue
				}
				answer, err := client.AnnotateArticle(t.Context(), req)
				if err != nil {
					t.Error(err)
					return
				}
				if got, err := marshal.Marshal(answer); err != nil || !slices.Equal(got, want) {
					t.Errorf("connection %d, call %d: another answer", i, n)
					return
				}
			}
		})
	}
	group.Wait()
}

func TestHealth(t *testing.T) {
	s := serve(t, server.Config{})
	health := healthpb.NewHealthClient(s.conn)
	for _, service := range []string{"", "hearsay.v1.AnnotationService"} {
		got, err := health.Check(t.Context(), &healthpb.HealthCheckRequest{Service: service}, grpc.WaitForReady(true))
		if err != nil || got.GetStatus() != healthpb.HealthCheckResponse_SERVING {
			t.Errorf("%q: %v, %v", service, got, err)
		}
	}
	if _, err := health.Check(t.Context(), &healthpb.HealthCheckRequest{Service: "other"}); status.Code(err) != codes.NotFound {
		t.Errorf("another service: %v", err)
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		if resp, body := s.rest(t, http.MethodGet, path, ""); resp.StatusCode != http.StatusOK || body != "ok\n" {
			t.Errorf("%s: %s %q", path, resp.Status, body)
		}
	}
}

func TestReflection(t *testing.T) {
	s := serve(t, server.Config{})
	v1, err := reflectionv1.NewServerReflectionClient(s.conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := v1.Send(&reflectionv1.ServerReflectionRequest{MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{}}); err != nil {
		t.Fatal(err)
	}
	answer, err := v1.Recv()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, service := range answer.GetListServicesResponse().GetService() {
		names = append(names, service.GetName())
	}
	if !slices.Contains(names, "hearsay.v1.AnnotationService") || !slices.Contains(names, "grpc.health.v1.Health") {
		t.Errorf("v1 lists %q", names)
	}
	alpha, err := reflectionv1alpha.NewServerReflectionClient(s.conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := alpha.Send(&reflectionv1alpha.ServerReflectionRequest{
		MessageRequest: &reflectionv1alpha.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: "hearsay.v1.Quote"},
	}); err != nil {
		t.Fatal(err)
	}
	if file, err := alpha.Recv(); err != nil || len(file.GetFileDescriptorResponse().GetFileDescriptorProto()) == 0 {
		t.Errorf("v1alpha: %v, %v", file, err)
	}
}

func TestOpenAPI(t *testing.T) {
	s := serve(t, server.Config{})
	resp, body := s.rest(t, http.MethodGet, "/openapi.json", "")
	var doc struct{ Paths map[string]any }
	if err := json.Unmarshal([]byte(body), &doc); err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", resp.Status, err)
	}
	for _, path := range []string{"/v1/articles:annotate", "/v1/articles:batchAnnotate", "/v1/articles:streamAnnotate", "/v1/engine"} {
		if doc.Paths[path] == nil {
			t.Errorf("no %s", path)
		}
	}
}

func TestRequestID(t *testing.T) {
	s := serve(t, server.Config{})
	for _, c := range []struct{ give, want string }{{"newsroom-7", "newsroom-7"}, {"", ""}, {strings.Repeat("x", 129), ""}, {"two words", ""}} {
		ctx := t.Context()
		var header []string
		if c.give != "" {
			ctx = metadata.AppendToOutgoingContext(ctx, "x-request-id", c.give)
			header = []string{"X-Request-Id", c.give}
		}
		var md metadata.MD
		if _, err := s.AnnotateArticle(ctx, request("A."), grpc.Header(&md)); err != nil {
			t.Fatal(err)
		}
		resp, _ := s.rest(t, http.MethodPost, "/v1/articles:annotate", `{"article": {"text": "A."}}`, header...)
		for way, got := range map[string]string{"gRPC": strings.Join(md.Get("x-request-id"), "|"), "REST": resp.Header.Get("X-Request-Id")} {
			if c.want != "" && got != c.want || c.want == "" && (got == "" || got == c.give) {
				t.Errorf("%s: for %q got %q", way, c.give, got)
			}
		}
	}
	if strings.Contains(s.log.String(), "bufconn") || !strings.Contains(s.log.String(), `"peer":"127.0.0.1"`) {
		t.Errorf("the log does not tell who called over REST:\n%s", s.log)
	}
	if n := strings.Count(s.log.String(), `"request_id":"newsroom-7"`); n != 2 {
		t.Errorf("the log has the id %d times:\n%s", n, s.log)
	}
}

// A panic is INTERNAL, with the stack in the log only; the server goes on.
func TestPanic(t *testing.T) {
	s := serve(t, server.Config{Engine: engineOf(t, func(doc *nlp.Document) {
		if doc.Text == "bad" {
			panic("secret of the house")
		}
		doc.Sentences = []nlp.Sentence{}
	})})
	_, err := s.AnnotateArticle(t.Context(), request("bad"))
	resp, body := s.rest(t, http.MethodPost, "/v1/articles:annotate", `{"article": {"text": "bad"}}`)
	batch, batchErr := s.BatchAnnotateArticles(t.Context(), &hearsayv1.BatchAnnotateArticlesRequest{
		Requests: []*hearsayv1.AnnotateArticleRequest{request("good"), request("bad"), request("good")},
	})
	if batchErr != nil {
		t.Fatal(batchErr)
	}
	if status.Code(err) != codes.Internal || resp.StatusCode != http.StatusInternalServerError || codes.Code(batch.GetResults()[1].GetError().GetCode()) != codes.Internal {
		t.Errorf("gRPC %v, REST %s, batch %v", err, resp.Status, batch)
	}
	if batch.GetResults()[0].GetArticle() == nil || batch.GetResults()[2].GetArticle() == nil {
		t.Errorf("the articles beside it: %v", batch)
	}
	for _, told := range []string{err.Error(), body, batch.String()} {
		if strings.Contains(told, "secret") || strings.Contains(told, "goroutine") {
			t.Errorf("the caller is told %q", told)
		}
	}
	log := s.log.String()
	if strings.Count(log, "secret of the house") != 3 || !strings.Contains(log, "serve_test.go") {
		t.Errorf("the log has no stack:\n%s", log)
	}
}

func TestToken(t *testing.T) {
	s := serve(t, server.Config{Token: "s3cret"})
	for _, c := range []struct {
		header string
		ok     bool
	}{{"", false}, {"Bearer s3cret", true}, {"bearer s3cret", true}, {"Bearer s3cre", false}, {"Basic s3cret", false}} {
		ctx := t.Context()
		var header []string
		if c.header != "" {
			ctx = metadata.AppendToOutgoingContext(ctx, "authorization", c.header)
			header = []string{"Authorization", c.header}
		}
		_, err := s.AnnotateArticle(ctx, request("A."))
		resp, body := s.rest(t, http.MethodPost, "/v1/articles:annotate", `{"article": {"text": "A."}}`, header...)
		lines, _ := s.rest(t, http.MethodPost, "/v1/articles:streamAnnotate", `{"article": {"text": "A."}}`, header...)
		if c.ok {
			if err != nil || resp.StatusCode != http.StatusOK || lines.StatusCode != http.StatusOK {
				t.Errorf("%q: gRPC %v, REST %s %s, stream %s", c.header, err, resp.Status, body, lines.Status)
			}
			continue
		}
		if status.Code(err) != codes.Unauthenticated || resp.StatusCode != http.StatusUnauthorized || lines.StatusCode != http.StatusUnauthorized {
			t.Errorf("%q: gRPC %v, REST %s, stream %s", c.header, err, resp.Status, lines.Status)
		}
		if got, want := readStatus(t, body), status.Convert(err).Proto(); !proto.Equal(got, want) {
			t.Errorf("REST says %v, gRPC %v", got, want)
		}
	}
	if _, err := healthpb.NewHealthClient(s.conn).Check(t.Context(), &healthpb.HealthCheckRequest{}); err != nil {
		t.Errorf("health: %v", err)
	}
}

// When enough calls are in work and wait, others are told to come back.
func TestQueue(t *testing.T) {
	begun, finish := make(chan bool, 10), make(chan bool)
	release := sync.OnceFunc(func() { close(finish) })
	s := serve(t, server.Config{MaxConcurrent: 1, MaxQueue: 1, Engine: engineOf(t, func(doc *nlp.Document) {
		begun <- true
		<-finish
		doc.Sentences = []nlp.Sentence{}
	})})
	t.Cleanup(release) // before the server stops, which waits for its calls
	results := make(chan error, 4)
	call := func() {
		_, err := s.AnnotateArticle(context.Background(), request("A."))
		results <- err
	}
	go call()
	<-begun
	for range 3 { // of which one waits, whichever comes first
		go call()
	}
	err := <-results
	if other := <-results; status.Code(err) != codes.ResourceExhausted || status.Code(other) != codes.ResourceExhausted {
		t.Fatalf("two calls too many: %v, %v", err, other)
	}
	var retry *errdetails.RetryInfo
	for _, d := range status.Convert(err).Details() {
		if info, ok := d.(*errdetails.RetryInfo); ok {
			retry = info
		}
	}
	if retry.GetRetryDelay().AsDuration() <= 0 {
		t.Errorf("no RetryInfo: %v", status.Convert(err).Details())
	}
	resp, body := s.rest(t, http.MethodPost, "/v1/articles:annotate", `{"article": {"text": "A."}}`)
	if resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("Retry-After") == "" {
		t.Errorf("REST: %s, Retry-After %q, %s", resp.Status, resp.Header.Get("Retry-After"), body)
	}
	release()
	for range 2 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
}

func TestDeadline(t *testing.T) {
	finish := make(chan bool)
	s := serve(t, server.Config{Engine: engineOf(t, func(doc *nlp.Document) {
		<-finish
		doc.Sentences = []nlp.Sentence{}
	})})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := s.AnnotateArticle(ctx, request("A.")); status.Code(err) != codes.DeadlineExceeded {
		t.Errorf("%v", err)
	}
	close(finish)
}

// A server that is told to stop says so, and finishes what it has begun.
func TestGracefulStop(t *testing.T) {
	begun, finish := make(chan bool, 2), make(chan bool)
	s := serve(t, server.Config{MaxConcurrent: 2, Engine: engineOf(t, func(doc *nlp.Document) {
		begun <- true
		<-finish
		doc.Sentences = []nlp.Sentence{}
	})})
	watcher := s.dial(t)
	defer watcher.Close()
	health, err := healthpb.NewHealthClient(watcher).Watch(t.Context(), &healthpb.HealthCheckRequest{Service: "hearsay.v1.AnnotationService"})
	if err != nil {
		t.Fatal(err)
	}
	if first, err := health.Recv(); err != nil || first.GetStatus() != healthpb.HealthCheckResponse_SERVING {
		t.Fatalf("%v, %v", first, err)
	}
	overGRPC, overREST, stopped := make(chan error, 1), make(chan string, 1), make(chan error, 1)
	go func() {
		_, err := s.AnnotateArticle(context.Background(), request("A."))
		overGRPC <- err
	}()
	go func() {
		resp, err := http.Post(s.url+"/v1/articles:annotate", "application/json", strings.NewReader(`{"article": {"text": "A."}}`))
		if err != nil {
			overREST <- err.Error()
			return
		}
		overREST <- resp.Status + readAll(resp)
	}()
	<-begun
	<-begun
	go func() { stopped <- s.stop() }()
	if next, err := health.Recv(); err != nil || next.GetStatus() != healthpb.HealthCheckResponse_NOT_SERVING {
		t.Errorf("health: %v, %v", next, err)
	}
	watcher.Close() // a health watch is a call in flight too
	select {
	case err := <-stopped:
		t.Fatalf("stopped before the calls were over: %v", err)
	case <-time.After(100 * time.Millisecond):
	}
	close(finish)
	if got, want := <-overREST, `200 OK{"article":{}}`+"\n"; got != want {
		t.Errorf("REST: %q, want %q", got, want)
	}
	if err := <-overGRPC; err != nil {
		t.Errorf("gRPC: %v", err)
	}
	if err := <-stopped; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

// A server does not wait longer than its grace period.
func TestHardStop(t *testing.T) {
	begun, finish := make(chan bool, 1), make(chan bool)
	s := serve(t, server.Config{Grace: 100 * time.Millisecond, Engine: engineOf(t, func(doc *nlp.Document) {
		begun <- true
		<-finish
		doc.Sentences = []nlp.Sentence{}
	})})
	failed := make(chan error, 1)
	go func() {
		_, err := s.AnnotateArticle(context.Background(), request("A."))
		failed <- err
	}()
	<-begun
	stopped := make(chan error, 1)
	go func() { stopped <- s.stop() }()
	if err := <-failed; err == nil {
		t.Error("the call succeeded")
	}
	if err := <-stopped; err != nil { // though the method still runs
		t.Errorf("Serve: %v", err)
	}
	close(finish)
	if !strings.Contains(s.log.String(), "cut off") {
		t.Errorf("the log does not say so:\n%s", s.log)
	}
}

func TestNewRefuses(t *testing.T) {
	good, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	for name, cfg := range map[string]server.Config{
		"no engine": {}, "negative limit": {Engine: good, MaxQueue: -1}, "offsets beyond 32 bits": {Engine: good, MaxTextBytes: 1 << 31},
	} {
		if _, err := server.New(cfg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
