package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	rpcstatus "google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/genproto/googleapis/type/date"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/server"
)

// A call is one that can be made both ways.
type call struct {
	name    string
	request proto.Message
	code    codes.Code
	field   string // that the first field violation must name
}

// calls are what TestRESTIsTheSame makes.
func calls(t *testing.T) []call {
	annotate := func(change func(*hearsayv1.AnnotateArticleRequest)) *hearsayv1.AnnotateArticleRequest {
		r := request("“We will win,” Ann Smith told the BBC on Monday.")
		r.Article.PublishDate = &date.Date{Year: 2026, Month: 3, Day: 4}
		change(r)
		return r
	}
	mask := func(paths ...string) func(*hearsayv1.AnnotateArticleRequest) {
		return func(r *hearsayv1.AnnotateArticleRequest) { r.ReadMask = &fieldmaskpb.FieldMask{Paths: paths} }
	}
	day := func(y, m, d int32) func(*hearsayv1.AnnotateArticleRequest) {
		return func(r *hearsayv1.AnnotateArticleRequest) {
			r.Article.PublishDate = &date.Date{Year: y, Month: m, Day: d}
		}
	}
	batch := func(n int) *hearsayv1.BatchAnnotateArticlesRequest {
		b := &hearsayv1.BatchAnnotateArticlesRequest{}
		for range n {
			b.Requests = append(b.Requests, request("Ann Smith slept."))
		}
		return b
	}
	const bad = codes.InvalidArgument
	list := []call{
		{"a sentence", annotate(func(*hearsayv1.AnnotateArticleRequest) {}), codes.OK, ""},
		{"all fields", annotate(func(r *hearsayv1.AnnotateArticleRequest) {
			mask("*")(r)
			r.Article.Id, r.Article.Title, r.Article.LanguageCode = "a-1", "A win", "en-GB"
			r.Article.SourceUri, r.Article.MimeType = "https://example.org/a", "text/plain"
			r.OffsetEncoding = hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF16
		}), codes.OK, ""},
		{"a mask", annotate(mask("entities.name", "quotes", "tokens.upos")), codes.OK, ""},
		{"HTML", &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{Text: "<p>Ann Smith &amp; Bob Jones met.</p>", MimeType: "text/html"}}, codes.OK, ""},
		{"white space", request(" \n"), codes.OK, ""},
		{"the longest text", request(strings.Repeat("a ", 10_000)), codes.OK, ""},
		{"the longest id", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.Article.Id = strings.Repeat("é", 200) }), codes.OK, ""},
		{"a leap day", annotate(day(2024, 2, 29)), codes.OK, ""},

		{"no article", &hearsayv1.AnnotateArticleRequest{}, bad, "article"},
		{"empty text", request(""), bad, "article.text"},
		{"text too long", request(strings.Repeat("a ", 10_001)), bad, "article.text"},
		{"id too long", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.Article.Id = strings.Repeat("é", 201) }), bad, "article.id"},
		{"title too long", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.Article.Title = strings.Repeat("a", 1001) }), bad, "article.title"},
		{"unknown mask path", annotate(mask("entities", "people")), bad, "read_mask"},
		{"unknown path below", annotate(mask("entities.surname")), bad, "read_mask"},
		{"unknown path below a known one", annotate(mask("entities", "entities.surname")), bad, "read_mask"},
		{"path below a scalar", annotate(mask("entities.name.first")), bad, "read_mask"},
		{"31 February", annotate(day(2026, 2, 31)), bad, "article.publish_date"},
		{"29 February", annotate(day(2026, 2, 29)), bad, "article.publish_date"},
		{"month 13", annotate(day(2026, 13, 1)), bad, "article.publish_date"},
		{"a year alone", annotate(day(2026, 0, 0)), bad, "article.publish_date"},
		{"French", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.Article.LanguageCode = "fr" }), bad, "article.language_code"},
		{"PDF", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.Article.MimeType = "application/pdf" }), bad, "article.mime_type"},
		{"unknown encoding", annotate(func(r *hearsayv1.AnnotateArticleRequest) { r.OffsetEncoding = 9 }), bad, "offset_encoding"},
		{"two mistakes", &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{Id: strings.Repeat("a", 201)}}, bad, "article.id"},

		{"a batch", batch(3), codes.OK, ""},
		{"the largest batch", batch(100), codes.OK, ""},
		{"a batch with bad articles", &hearsayv1.BatchAnnotateArticlesRequest{Requests: []*hearsayv1.AnnotateArticleRequest{
			request("Ann Smith slept."), request(""), annotate(day(2026, 2, 31)), {}, annotate(mask("people")), request("Bob woke up."),
		}}, codes.OK, ""},
		{"an empty batch", batch(0), bad, "requests"},
		{"a batch too large", batch(101), bad, "requests"},

		{"the engine", &hearsayv1.GetEngineRequest{}, codes.OK, ""},
	}
	for name, text := range articles(t) {
		list = append(list, call{name, &hearsayv1.AnnotateArticleRequest{
			Article: &hearsayv1.Article{Text: text, PublishDate: &date.Date{Year: 2025, Month: 3, Day: 11}}, ReadMask: &fieldmaskpb.FieldMask{Paths: []string{"*"}},
		}, codes.OK, ""})
	}
	if shared := os.Getenv("HEARSAY_SHARED"); shared != "" { // real articles, where they are
		files, err := filepath.Glob(filepath.Join(shared, "gold/seed/*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("HEARSAY_SHARED names a folder with %d seed articles: %v", len(files), err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, call{filepath.Base(f), request(string(data)), codes.OK, ""})
		}
	}
	return list
}

// TestRESTIsTheSame makes each call over gRPC and over REST, and compares answers and errors.
func TestRESTIsTheSame(t *testing.T) {
	s := serve(t, server.Config{MaxTextBytes: 20_000})
	for _, c := range calls(t) {
		t.Run(c.name, func(t *testing.T) {
			var answer proto.Message
			var err error
			method, path, body := http.MethodPost, "", restBody(t, c.request)
			switch r := c.request.(type) {
			case *hearsayv1.AnnotateArticleRequest:
				path = "/v1/articles:annotate"
				answer, err = s.AnnotateArticle(t.Context(), r)
			case *hearsayv1.BatchAnnotateArticlesRequest:
				path = "/v1/articles:batchAnnotate"
				answer, err = s.BatchAnnotateArticles(t.Context(), r)
			case *hearsayv1.GetEngineRequest:
				method, path, body = http.MethodGet, "/v1/engine", ""
				answer, err = s.GetEngine(t.Context(), r)
			}
			st := status.Convert(err)
			if st.Code() != c.code {
				t.Fatalf("gRPC gives %v, want %v", st, c.code)
			}
			resp, got := s.rest(t, method, path, body)
			if got, want := resp.Header.Get("Content-Type"), "application/json"; got != want {
				t.Errorf("Content-Type is %q, want %q", got, want)
			}
			if err == nil {
				if resp.StatusCode != http.StatusOK {
					t.Errorf("REST gives %s", resp.Status)
				}
				if want := compact(t, answer) + "\n"; got != want {
					t.Errorf("REST answers\n%.2000s\ngRPC answers\n%.2000s", got, want)
				}
				return
			}
			if resp.StatusCode != http.StatusBadRequest {
				t.Errorf("REST gives %s", resp.Status)
			}
			if want := compact(t, st.Proto()) + "\n"; got != want {
				t.Errorf("REST fails with\n%s\ngRPC fails with\n%s", got, want)
			}
			checkInvalid(t, st.Proto(), c.field)
		})
	}
}

// restBody returns the JSON form of a request. protojson does not write the mask "*".
func restBody(t *testing.T, request proto.Message) string {
	r, ok := request.(*hearsayv1.AnnotateArticleRequest)
	if !ok || !slices.Equal(r.GetReadMask().GetPaths(), []string{"*"}) {
		return compact(t, request)
	}
	r = proto.CloneOf(r)
	r.ReadMask = nil
	return strings.TrimSuffix(compact(t, r), "}") + `,"readMask":"*"}`
}

// checkInvalid sees that st is INVALID_ARGUMENT, with a reason, and names field in its first violation and in its message.
func checkInvalid(t *testing.T, st *rpcstatus.Status, field string) {
	t.Helper()
	if codes.Code(st.GetCode()) != codes.InvalidArgument {
		t.Errorf("code is %v", codes.Code(st.GetCode()))
	}
	var reason, first string
	for _, d := range status.FromProto(st).Details() {
		switch d := d.(type) {
		case *errdetails.ErrorInfo:
			reason = d.GetDomain() + "/" + d.GetReason()
		case *errdetails.BadRequest:
			first = d.GetFieldViolations()[0].GetField()
			if d.GetFieldViolations()[0].GetDescription() == "" {
				t.Error("the violation does not say what is wrong")
			}
		}
	}
	if want := "hearsay/INVALID_ARGUMENT"; reason != want {
		t.Errorf("reason is %q, want %q", reason, want)
	}
	if first != field {
		t.Errorf("the violation names %q, want %q: %s", first, field, st.GetMessage())
	}
	if !strings.Contains(st.GetMessage(), field) {
		t.Errorf("the message %q does not name %q", st.GetMessage(), field)
	}
}

// readStatus reads a body that must be a Status.
func readStatus(t *testing.T, body string) *rpcstatus.Status {
	t.Helper()
	st := &rpcstatus.Status{}
	if err := protojson.Unmarshal([]byte(body), st); err != nil {
		t.Fatalf("the body is no Status: %v\n%s", err, body)
	}
	return st
}

// Bad JSON has no counterpart in gRPC.
func TestBadJSON(t *testing.T) {
	s := serve(t, server.Config{})
	for _, c := range []struct{ name, path, body, field string }{
		{"unknown field", "annotate", `{"article": {"text": "A."}, "readMaks": "quotes"}`, "read_maks"},
		{"unknown field below", "annotate", `{"article": {"text": "A.", "author": "B"}}`, "article.author"},
		{"unknown field in a list", "batchAnnotate", `{"requests": [{"article": {"text": "A."}}, {"article": {"txt": "A."}}]}`, "requests[1].article.txt"},
		{"number for a string", "annotate", `{"article": {"text": 7}}`, "article.text"},
		{"string for a message", "annotate", `{"article": "Ann Smith slept."}`, "article"},
		{"string for a number", "annotate", `{"article": {"text": "A.", "publishDate": {"year": 2026, "month": "May", "day": 1}}}`, "article.publish_date.month"},
		{"unknown enum value", "annotate", `{"article": {"text": "A."}, "offsetEncoding": "UTF8"}`, "offset_encoding"},
		{"field given twice", "annotate", `{"article": {"text": "A.", "text": "B."}}`, "article.text"},
		{"a list", "annotate", `[]`, ""},
		{"cut short", "annotate", `{"article": {"text": "A.`, "article.text"},
		{"no JSON", "annotate", `text=A.`, ""},
		{"something after", "annotate", `{"article": {"text": "A."}} {}`, ""},
		{"not UTF-8", "annotate", "{\"article\": {\"text\": \"caf\xe9\"}}", "article.text"},
		{"half a surrogate pair", "annotate", `{"article": {"text": "\ud83d"}}`, ""},
		{"empty body", "annotate", ``, "article"},
		{"empty object", "annotate", `{}`, "article"},
	} {
		t.Run(c.name, func(t *testing.T) {
			resp, body := s.rest(t, http.MethodPost, "/v1/articles:"+c.path, c.body)
			if resp.StatusCode != http.StatusBadRequest {
				t.Errorf("%s", resp.Status)
			}
			checkInvalid(t, readStatus(t, body), c.field)
		})
	}
}

// What is wrong with a call before it is one: path, method, media type, size.
func TestBadHTTP(t *testing.T) {
	s := serve(t, server.Config{MaxTextBytes: 100, MaxRequestBytes: 1000})
	const good = `{"article": {"text": "Ann Smith slept."}}`
	for _, c := range []struct {
		name, method, path, body string
		header                   []string
		http                     int
		code                     codes.Code
		reason                   string
	}{
		{"path", "POST", "/v1/articles:annotat", good, nil, 404, codes.NotFound, "NOT_FOUND"},
		{"root", "GET", "/", "", nil, 404, codes.NotFound, "NOT_FOUND"},
		{"version", "POST", "/v2/articles:annotate", good, nil, 404, codes.NotFound, "NOT_FOUND"},
		{"GET", "GET", "/v1/articles:annotate", "", nil, 405, codes.Unimplemented, "METHOD_NOT_ALLOWED"},
		{"PUT", "PUT", "/v1/articles:batchAnnotate", good, nil, 405, codes.Unimplemented, "METHOD_NOT_ALLOWED"},
		{"POST", "POST", "/v1/engine", "{}", nil, 405, codes.Unimplemented, "METHOD_NOT_ALLOWED"},
		{"GET of a stream", "GET", "/v1/articles:streamAnnotate", "", nil, 405, codes.Unimplemented, "METHOD_NOT_ALLOWED"},
		{"a form", "POST", "/v1/articles:annotate", good, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, codes.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE"},
		{"text", "POST", "/v1/articles:annotate", good, []string{"Content-Type", "text/plain"}, 415, codes.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE"},
		{"Latin-1", "POST", "/v1/articles:annotate", good, []string{"Content-Type", "application/json; charset=iso-8859-1"}, 415, codes.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE"},
		{"lines", "POST", "/v1/articles:annotate", good, []string{"Content-Type", "application/x-ndjson"}, 415, codes.InvalidArgument, "UNSUPPORTED_MEDIA_TYPE"},
		{"too large", "POST", "/v1/articles:annotate", `{"article": {"text": "` + strings.Repeat("a", 1000) + `"}}`, nil, 413, codes.ResourceExhausted, "REQUEST_TOO_LARGE"},
		{"good", "POST", "/v1/articles:annotate", good, []string{"Content-Type", "application/json; charset=UTF-8"}, 200, codes.OK, ""},
		{"no media type", "POST", "/v1/articles:annotate", good, []string{"Content-Type", ""}, 200, codes.OK, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			resp, body := s.rest(t, c.method, c.path, c.body, c.header...)
			if resp.StatusCode != c.http {
				t.Errorf("%s, want %d", resp.Status, c.http)
			}
			if c.http == http.StatusOK {
				return
			}
			if got := resp.Header.Get("Content-Type"); got != "application/json" {
				t.Errorf("Content-Type is %q", got)
			}
			if c.http == http.StatusMethodNotAllowed && !slices.Contains([]string{"GET", "POST"}, resp.Header.Get("Allow")) {
				t.Errorf("Allow is %q", resp.Header.Get("Allow"))
			}
			st := readStatus(t, body)
			if codes.Code(st.GetCode()) != c.code || st.GetMessage() == "" {
				t.Errorf("Status is %v", st)
			}
			if info, ok := status.FromProto(st).Details()[0].(*errdetails.ErrorInfo); !ok || info.GetReason() != c.reason || info.GetDomain() != "hearsay" {
				t.Errorf("ErrorInfo is %v, want reason %s", info, c.reason)
			}
		})
	}
}

// Strings that are not valid UTF-8 cannot be sent by a client that checks; others are told which field it is.
func TestInvalidUTF8(t *testing.T) {
	s := serve(t, server.Config{})
	text := func(field byte, value string) []byte { // a string field of Article in an AnnotateArticleRequest
		inner := append([]byte{field<<3 | 2, byte(len(value))}, value...)
		return append([]byte{1<<3 | 2, byte(len(inner))}, inner...)
	}
	good := text(2, "Ann Smith slept.")
	bad := text(2, "caf\xe9")
	for _, c := range []struct {
		name, method, field string
		data                []byte
	}{
		{"text", "AnnotateArticle", "article.text", bad},
		{"id", "AnnotateArticle", "article.id", text(1, "\xff")},
		{"title", "AnnotateArticle", "article.title", text(3, "\xc3")},
		{"batch", "BatchAnnotateArticles", "requests[1].article.text",
			slices.Concat([]byte{1<<3 | 2, byte(len(good))}, good, []byte{1<<3 | 2, byte(len(bad))}, bad)},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := s.conn.Invoke(t.Context(), "/hearsay.v1.AnnotationService/"+c.method, c.data, new([]byte), rawCodec)
			checkInvalid(t, status.Convert(err).Proto(), c.field)
		})
	}
	var answer []byte
	if err := s.conn.Invoke(t.Context(), "/hearsay.v1.AnnotationService/AnnotateArticle", good, &answer, rawCodec); err != nil || len(answer) == 0 {
		t.Errorf("a good request: %d bytes, %v", len(answer), err)
	}
	err := s.conn.Invoke(t.Context(), "/hearsay.v1.AnnotationService/AnnotateArticle", []byte{0x0a, 0x7f}, new([]byte), rawCodec)
	checkInvalid(t, status.Convert(err).Proto(), "")
}

// A mask may be written with the names of JSON, as protojson does, or with those of the contract.
func TestMaskSpelling(t *testing.T) {
	s := serve(t, server.Config{})
	const article = `{"article": {"text": "\"readMask\": \"*_*\", Ann Smith said on Monday."}, `
	_, want := s.rest(t, http.MethodPost, "/v1/articles:annotate", article+`"readMask": "claimRelations,entities.link.wikidataId,times"}`)
	if !strings.Contains(want, `"times"`) {
		t.Fatal(want)
	}
	for _, mask := range []string{
		`"readMask": "claim_relations,entities.link.wikidata_id,times"`, `"read_mask": "times,claimRelations,entities.link.wikidata_id"`,
	} {
		if resp, got := s.rest(t, http.MethodPost, "/v1/articles:annotate", article+mask+"}"); got != want {
			t.Errorf("%s: %s %s\nwant %s", mask, resp.Status, got, want)
		}
	}
	resp, got := s.rest(t, http.MethodPost, "/v1/articles:annotate", article+`"readMask": "claim_relationships"}`)
	if resp.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown path: %s %s", resp.Status, got)
	}
	checkInvalid(t, readStatus(t, got), "read_mask")
}

// Fields of zero value are left out of the JSON; numbers are numbers.
func TestJSONForm(t *testing.T) {
	s := serve(t, server.Config{})
	_, body := s.rest(t, http.MethodPost, "/v1/articles:annotate", `{"article": {"text": "Ann Smith ran 5 miles."}, "readMask": "quantities,entities.mentions"}`)
	var got struct {
		Article struct {
			Quantities []struct{ Span struct{ Begin, End float64 } }
			Entities   []map[string]any
		}
	}
	if err := json.Unmarshal([]byte(body), &got); err != nil {
		t.Fatal(err)
	}
	if q := got.Article.Quantities; len(q) != 1 || q[0].Span.Begin != 14 || q[0].Span.End != 21 {
		t.Errorf("quantities: %s", body)
	}
	if e := got.Article.Entities; len(e) != 1 || len(e[0]) != 1 || fmt.Sprint(e[0]["mentions"]) == "" {
		t.Errorf("entities: %s", body)
	}
}
