package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
	"google.golang.org/genproto/googleapis/type/date"
	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	"github.com/hearsay-nlp/hearsay/client"
	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/server"
)

// annotate annotates files in this process, or by a server: both through the same service, so that the answers are the same. A file that
// cannot be annotated is told on standard error, and the others go on.
func annotate(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("annotate", flag.ContinueOnError)
	addr := flags.String("server", "", "`address` of a server; without it, this process annotates")
	token := flags.String("token", "", "`token` that the server asks for")
	secure := flags.Bool("tls", false, "speak TLS to the server")
	links := flags.String("kb", "", linksUsage)
	format := flags.String("format", "", "`format`: text, json or ndjson (default: text on a terminal, else ndjson)")
	day := flags.String("date", "", "`day` of publication, as 2006-01-02")
	paths := flags.String("read-mask", "", "`fields` of the article to ask for, such as entities,quotes (default: all but tokens)")
	unit := flags.String("offset-encoding", "utf32", "`unit` of offsets in JSON: utf8, utf16 or utf32")
	if err := parse(flags, args); err != nil {
		return err
	}
	request, err := newRequest(*day, *paths, *unit)
	if err != nil {
		return err
	}
	write, err := newWriter(*format, request)
	if err != nil {
		return err
	}
	files, err := expand(flags.Args())
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if *addr != "" && *links != "" {
		return errors.New("--kb is for annotating in this process, and --server annotates elsewhere")
	}
	c, err := connect(ctx, *addr, *token, *secure, *links)
	if err != nil {
		return err
	}
	defer c.Close()
	return annotateAll(ctx, c, files, request, write)
}

// newRequest returns what is asked for each file.
func newRequest(day, paths, unit string) (*hearsayv1.StreamAnnotateArticlesRequest, error) {
	encoding, ok := map[string]hearsayv1.OffsetEncoding{
		"utf8": hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF8, "utf16": hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF16,
		"utf32": hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF32,
	}[strings.ToLower(unit)]
	if !ok {
		return nil, fmt.Errorf("--offset-encoding is %q, and must be utf8, utf16 or utf32", unit)
	}
	request := &hearsayv1.StreamAnnotateArticlesRequest{Article: &hearsayv1.Article{}, OffsetEncoding: encoding}
	if paths != "" {
		request.ReadMask = &fieldmaskpb.FieldMask{Paths: strings.Split(paths, ",")}
	}
	if day != "" {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return nil, fmt.Errorf("--date is %q, and must be a day such as 2006-01-02", day)
		}
		request.Article.PublishDate = &date.Date{Year: int32(t.Year()), Month: int32(t.Month()), Day: int32(t.Day())}
	}
	return request, nil
}

// A writer writes an article in one of the formats.
type writer func(io.Writer, *hearsayv1.Article) error

// newWriter returns the writer of a format, and lets request ask for what it needs.
func newWriter(format string, request *hearsayv1.StreamAnnotateArticlesRequest) (writer, error) {
	terminal := term.IsTerminal(int(os.Stdout.Fd()))
	if format == "" {
		format = "ndjson"
		if terminal {
			format = "text"
		}
	}
	switch format {
	case "json":
		return writeJSON, nil
	case "ndjson":
		return writeLine, nil
	case "text":
		request.OffsetEncoding = hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF8 // Go's strings are bytes
		if request.ReadMask == nil {
			request.ReadMask = &fieldmaskpb.FieldMask{Paths: []string{"entities", "quotes", "claims", "claim_relations"}}
		}
		request.ReadMask.Paths = append(request.ReadMask.Paths, "text")
		return textWriter{colour: terminal && os.Getenv("NO_COLOR") == ""}.write, nil // https://no-color.org
	}
	return nil, fmt.Errorf("--format is %q, and must be text, json or ndjson", format)
}

// longestFile is the largest text that this process annotates by itself, in bytes.
const longestFile = 256 << 20

// connect returns a client of the server at addr, or of one in this process, which links by the table in file links and lasts as long as ctx.
func connect(ctx context.Context, addr, token string, secure bool, links string) (*client.Client, error) {
	options := []client.Option{client.Token(token)}
	if !secure {
		options = append(options, client.Insecure())
	}
	if addr != "" {
		return client.New(addr, options...)
	}
	engine, err := newEngine(links)
	if err != nil {
		return nil, err
	}
	s, err := server.New(server.Config{Engine: engine, Version: buildVersion(), Log: quiet, MaxTextBytes: longestFile})
	if err != nil {
		return nil, err
	}
	go func() { _ = s.Serve(ctx, nil, nil) }() // if it fails, so do the calls
	return client.New("passthrough:this process", client.Insecure(), client.DialOptions(grpc.WithContextDialer(s.DialMemory)))
}

// annotateAll writes the annotations of each file, in order.
func annotateAll(ctx context.Context, c *client.Client, files []string, request *hearsayv1.StreamAnnotateArticlesRequest, write writer) error {
	progress := newProgress(os.Stderr, len(files))
	defer progress.end()
	for result, err := range c.AnnotateAll(ctx, requests(files, request, progress.failed)) {
		switch {
		case err != nil:
			return errors.New(status.Convert(err).Message())
		case result.Err != nil:
			progress.failed(result.ID, errors.New(status.Convert(result.Err).Message()))
			continue
		}
		progress.clear()
		if err := write(os.Stdout, result.Article); err != nil {
			return err
		}
		progress.done()
	}
	return progress.verdict()
}
