package client_test

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"net"
	"slices"

	"github.com/hearsay-nlp/hearsay/client"
	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp/english"
	"github.com/hearsay-nlp/hearsay/server"
)

// start serves in this process, for the examples to run.
func start() (target string, stop func()) {
	engine, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	s, err := server.New(server.Config{Engine: engine, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		log.Fatal(err)
	}
	grpcLis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	httpLis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- s.Serve(ctx, grpcLis, httpLis) }()
	return grpcLis.Addr().String(), func() {
		cancel()
		if err := <-done; err != nil {
			log.Fatal(err)
		}
	}
}

func ExampleClient_AnnotateArticle() {
	target, stop := start()
	defer stop()
	c, err := client.New(target, client.Insecure())
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()

	text := "“The bridge will open in May,” said Maria Lopez, the mayor of Leeds."
	article, err := c.AnnotateArticle(context.Background(), &hearsayv1.AnnotateArticleRequest{
		Article:        &hearsayv1.Article{Text: text},
		OffsetEncoding: hearsayv1.OffsetEncoding_OFFSET_ENCODING_UTF8, // bytes, as Go cuts strings
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, q := range article.GetQuotes() {
		content := q.GetContent()[0]
		fmt.Printf("%s: %s\n", q.GetSource().GetText(), text[content.GetBegin():content.GetEnd()])
	}
	// Output:
	// Maria Lopez, the mayor of Leeds: “The bridge will open in May,”
}

func ExampleClient_AnnotateAll() {
	target, stop := start()
	defer stop()
	c, err := client.New(target, client.Insecure())
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()

	requests := []*hearsayv1.StreamAnnotateArticlesRequest{
		{Article: &hearsayv1.Article{Id: "first", Text: "Angela Merkel met Barack Obama in Berlin."}},
		{Article: &hearsayv1.Article{Id: "second", Text: ""}},
	}
	for result, err := range c.AnnotateAll(context.Background(), slices.Values(requests)) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d entities, error: %v\n", result.ID, len(result.Article.GetEntities()), result.Err != nil)
	}
	// Output:
	// first: 3 entities, error: false
	// second: 0 entities, error: true
}
