package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/type/date"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp/english"
	"github.com/hearsay-nlp/hearsay/server"
)

// annotate annotates files in this process, or by a server: both through the same service, so that the answers are the same.
func annotate(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("annotate", flag.ContinueOnError)
	addr := flags.String("server", "", "`address` of a server; without it, this process annotates")
	format := flags.String("format", "text", "`text`, json or ndjson")
	day := flags.String("date", "", "`day` of publication, as 2006-01-02")
	paths := flags.String("read-mask", "", "`fields` of the article to ask for, such as entities,quotes")
	if err := parse(flags, args); err != nil {
		return err
	}
	write, ok := map[string]func(io.Writer, *hearsayv1.Article, string) error{"text": writeText, "json": writeJSON, "ndjson": writeLine}[*format]
	if !ok {
		return fmt.Errorf("--format is %q, and must be text, json or ndjson", *format)
	}
	request := &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{}}
	if *paths != "" {
		request.ReadMask = &fieldmaskpb.FieldMask{Paths: strings.Split(*paths, ",")}
	}
	if *day != "" {
		t, err := time.Parse(time.DateOnly, *day)
		if err != nil {
			return fmt.Errorf("--date is %q, and must be a day such as 2006-01-02", *day)
		}
		request.Article.PublishDate = &date.Date{Year: int32(t.Year()), Month: int32(t.Month()), Day: int32(t.Day())}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if *addr == "" {
		var err error
		if *addr, err = serveHere(ctx); err != nil {
			return err
		}
	}
	conn, err := grpc.NewClient(*addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32)))
	if err != nil {
		return err
	}
	defer conn.Close()
	files, err := expand(flags.Args())
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := readText(file)
		if err != nil {
			return err
		}
		request.Article.Id, request.Article.Text = file, text
		if file == "-" {
			request.Article.Id = ""
		}
		response, err := hearsayv1.NewAnnotationServiceClient(conn).AnnotateArticle(ctx, request)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := write(os.Stdout, response.GetArticle(), text); err != nil {
			return err
		}
	}
	return nil
}

// serveHere starts a server in this process, for as long as ctx lasts, and returns its address.
func serveHere(ctx context.Context) (string, error) {
	engine, err := english.New()
	if err != nil {
		return "", err
	}
	s, err := server.New(server.Config{Engine: engine, Version: buildVersion(), Log: quiet})
	if err != nil {
		return "", err
	}
	grpcLis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	httpLis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() { _ = s.Serve(ctx, grpcLis, httpLis) }() // if it fails, so do the calls
	return grpcLis.Addr().String(), nil
}

// expand returns the files named, with the .txt files of folders in their place; none stand for standard input.
func expand(names []string) ([]string, error) {
	if len(names) == 0 {
		return []string{"-"}, nil
	}
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == "-":
			files = append(files, name)
		case err != nil:
			return nil, err
		case info.IsDir():
			inside, err := filepath.Glob(filepath.Join(name, "*.txt"))
			if err != nil {
				return nil, err
			}
			files = append(files, inside...)
		default:
			files = append(files, name)
		}
	}
	return files, nil
}

func readText(file string) (string, error) {
	if file == "-" {
		data, err := io.ReadAll(os.Stdin)
		return string(data), err
	}
	data, err := os.ReadFile(file)
	return string(data), err
}

func writeLine(w io.Writer, a *hearsayv1.Article, _ string) error {
	data, err := protojson.Marshal(a)
	if err != nil {
		return err
	}
	var line bytes.Buffer
	if err := json.Compact(&line, data); err != nil { // protojson varies its white space on purpose
		return err
	}
	line.WriteByte('\n')
	_, err = line.WriteTo(w)
	return err
}

func writeJSON(w io.Writer, a *hearsayv1.Article, _ string) error {
	var line, indented bytes.Buffer
	if err := writeLine(&line, a, ""); err != nil {
		return err
	}
	if err := json.Indent(&indented, line.Bytes(), "", "  "); err != nil {
		return err
	}
	_, err := indented.WriteTo(w)
	return err
}
