package server_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/encoding/protojson"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/server"
)

func TestStream(t *testing.T) {
	s := serve(t, server.Config{})
	stream, err := s.StreamAnnotateArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const n = 40
	go func() {
		for i := range n {
			a := &hearsayv1.Article{Id: fmt.Sprint(i), Text: strings.Repeat("Ann Smith slept. ", n-i)}
			if i%10 == 3 {
				a.Text = ""
			}
			if err := stream.Send(&hearsayv1.StreamAnnotateArticlesRequest{Article: a}); err != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	for i := range n {
		result, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		if result.GetArticleId() != fmt.Sprint(i) {
			t.Fatalf("result %d is that of %q", i, result.GetArticleId())
		}
		if i%10 == 3 {
			checkInvalid(t, result.GetError(), "article.text")
		} else if got := len(result.GetArticle().GetSentences()); got != n-i {
			t.Errorf("article %d has %d sentences, want %d", i, got, n-i)
		}
	}
	if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
		t.Errorf("after the last result: %v", err)
	}
}

// The server stops reading while nobody takes its results.
func TestStreamHoldsBack(t *testing.T) {
	var begun atomic.Int64
	s := serve(t, server.Config{StreamWindow: 4, MaxConcurrent: 2, Engine: engineOf(t, func(doc *nlp.Document) {
		begun.Add(1)
		doc.Sentences = []nlp.Sentence{}
	})})
	stream, err := s.StreamAnnotateArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	id := strings.Repeat("x", 200)
	var sent atomic.Int64
	go func() {
		text := strings.Repeat("a ", 30_000)
		for stream.Send(&hearsayv1.StreamAnnotateArticlesRequest{Article: &hearsayv1.Article{Id: id, Text: text}}) == nil {
			sent.Add(1)
		}
	}()
	// The flow control of gRPC buffers some results; when it is full, all stands still.
	for last := int64(-1); last != sent.Load(); {
		last = sent.Load()
		time.Sleep(200 * time.Millisecond)
	}
	if n := begun.Load(); n == 0 || n > 2000 {
		t.Errorf("%d articles were annotated that nobody took", n)
	}
}

// lines is a REST stream whose input stays open.
type lines struct {
	in  *io.PipeWriter
	out *bufio.Scanner
}

func openLines(t *testing.T, s *running) lines {
	t.Helper()
	r, w := io.Pipe()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/v1/articles:streamAnnotate", r)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-ndjson")
	answered := make(chan *http.Response, 1)
	go func() {
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Error(err)
			close(answered)
			return
		}
		answered <- resp
	}()
	fmt.Fprintln(w, `{"article": {"id": "first", "text": "Ann Smith slept."}}`) // Go's client sends its header with the first byte
	resp, ok := <-answered
	if !ok {
		t.FailNow()
	}
	t.Cleanup(func() { resp.Body.Close() })
	if got := resp.Header.Get("Content-Type"); resp.StatusCode != http.StatusOK || got != "application/x-ndjson" {
		t.Fatalf("%s, %s", resp.Status, got)
	}
	l := lines{w, bufio.NewScanner(resp.Body)}
	l.out.Buffer(nil, 1<<20)
	return l
}

func (l lines) next(t *testing.T) *hearsayv1.StreamAnnotateArticlesResponse {
	t.Helper()
	if !l.out.Scan() {
		t.Fatalf("no line: %v", l.out.Err())
	}
	m := &hearsayv1.StreamAnnotateArticlesResponse{}
	if err := protojson.Unmarshal(l.out.Bytes(), m); err != nil {
		t.Fatalf("%v: %s", err, l.out.Text())
	}
	return m
}

// Each result comes while the input is still open.
func TestStreamOverREST(t *testing.T) {
	s := serve(t, server.Config{})
	l := openLines(t, s)
	if got := l.next(t); got.GetArticleId() != "first" || len(got.GetArticle().GetEntities()) != 1 {
		t.Errorf("first: %v", got)
	}
	fmt.Fprintln(l.in, `{"article": {"id": "bad", "text": ""}}`)
	checkInvalid(t, l.next(t).GetError(), "article.text")
	fmt.Fprintln(l.in, `{"article": {"id": "worse", "txt": "A."}}`)
	checkInvalid(t, l.next(t).GetError(), "article.txt")
	fmt.Fprintln(l.in, `no JSON`)
	checkInvalid(t, l.next(t).GetError(), "")
	fmt.Fprintln(l.in)
	fmt.Fprint(l.in, `{"article": {"id": "last", "text": "Bob woke up."}}`) // no line end
	l.in.Close()
	if got := l.next(t); got.GetArticleId() != "last" || got.GetArticle() == nil {
		t.Errorf("last: %v", got)
	}
	if l.out.Scan() {
		t.Errorf("one line too many: %s", l.out.Text())
	}
}

func TestStreamOverRESTLimitsLines(t *testing.T) {
	s := serve(t, server.Config{MaxTextBytes: 500, MaxRequestBytes: 1000})
	l := openLines(t, s)
	l.next(t)
	go func() { // the server stops reading in the middle of it
		fmt.Fprintf(l.in, "{%s}\n", strings.Repeat(" ", 1<<20))
	}()
	if !l.out.Scan() {
		t.Fatal("no line")
	}
	if st := readStatus(t, l.out.Text()); codes.Code(st.GetCode()) != codes.ResourceExhausted {
		t.Errorf("%v", st)
	}
}

// All of a stream of lines that is complete gives what the articles give one by one.
func TestStreamOverRESTIsTheSame(t *testing.T) {
	s := serve(t, server.Config{})
	var in, want strings.Builder
	for name, text := range articles(t) {
		a := &hearsayv1.Article{Id: name, Text: text}
		fmt.Fprintln(&in, compact(t, &hearsayv1.StreamAnnotateArticlesRequest{Article: a}))
		got, err := s.AnnotateArticle(t.Context(), &hearsayv1.AnnotateArticleRequest{Article: a})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&want, compact(t, &hearsayv1.StreamAnnotateArticlesResponse{
			ArticleId: name, Result: &hearsayv1.StreamAnnotateArticlesResponse_Article{Article: got.GetArticle()},
		}))
	}
	if _, got := s.rest(t, http.MethodPost, "/v1/articles:streamAnnotate", in.String()); got != want.String() {
		t.Errorf("got\n%.1000s\nwant\n%.1000s", got, want.String())
	}
}
