package client

import (
	"context"
	"errors"
	"io"
	"iter"

	"google.golang.org/grpc/status"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// A Result is the answer to one request of AnnotateAll: an article, or why there is none.
type Result struct {
	ID      string // article.id of the request
	Article *hearsayv1.Article
	Err     error // of this article alone; a gRPC status
}

// AnnotateAll annotates articles over one stream and gives a result for each, in order. It takes requests as fast as results are taken
// from it: a few articles are under way at any time, so memory is bounded however many there are. An error of the iterator, which
// comes last, means that the stream broke; results before it are good. Requests are taken in a goroutine of their own; after an early
// end of the iteration it takes one more at most.
func (c *Client) AnnotateAll(ctx context.Context, requests iter.Seq[*hearsayv1.StreamAnnotateArticlesRequest]) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		stream, err := c.service.StreamAnnotateArticles(ctx)
		if err != nil {
			yield(Result{}, err)
			return
		}
		sent := make(chan struct{})
		go func() {
			defer close(sent)
			for r := range requests {
				if stream.Send(r) != nil { // Recv tells why
					return
				}
			}
			stream.CloseSend() //nolint:errcheck // Recv tells why
		}()
		for {
			response, err := stream.Recv()
			if errors.Is(err, io.EOF) {
				<-sent
				return
			}
			if err != nil {
				yield(Result{}, err)
				return
			}
			result := Result{ID: response.GetArticleId(), Article: response.GetArticle()}
			if e := response.GetError(); e != nil {
				result.Err = status.ErrorProto(e)
			}
			if !yield(result, nil) {
				return
			}
		}
	}
}
