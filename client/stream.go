package client

import (
	"context"
	"errors"
	"io"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// A Result is the answer to one request of AnnotateAll: an article, or why there is none.
type Result struct {
	ID      string // article.id of the request
	Article *hearsayv1.Article
	Err     error // of this article alone; a gRPC status
}

// unread is how many requests AnnotateAll may have sent whose results nobody has taken; the server's own window is usually smaller.
const unread = 256

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
		queue := make(chan Result, unread) // one for each request, in order; with an error if it could not be sent
		go func() {
			defer close(queue)
			send(ctx, stream, requests, queue)
		}()
		for result := range queue {
			if result.Err == nil {
				response, err := stream.Recv()
				if err != nil {
					yield(Result{}, err)
					return
				}
				result = Result{ID: response.GetArticleId(), Article: response.GetArticle()}
				if e := response.GetError(); e != nil {
					result.Err = status.ErrorProto(e)
				}
			}
			if !yield(result, nil) {
				return
			}
		}
		if _, err := stream.Recv(); err != nil && !errors.Is(err, io.EOF) {
			yield(Result{}, err)
		}
	}
}

// send sends requests until there are no more, and tells queue of each. One that gRPC cannot write, as its text is not valid UTF-8,
// fails alone.
func send(ctx context.Context, stream grpc.ClientStream, requests iter.Seq[*hearsayv1.StreamAnnotateArticlesRequest], queue chan<- Result) {
	for r := range requests {
		var message grpc.PreparedMsg
		result := Result{ID: r.GetArticle().GetId()}
		if err := message.Encode(stream, r); err != nil {
			result.Err = status.Error(codes.InvalidArgument, status.Convert(err).Message())
		}
		select {
		case queue <- result:
		case <-ctx.Done():
			return
		}
		if result.Err == nil && stream.SendMsg(&message) != nil { // Recv tells why
			return
		}
	}
	_ = stream.CloseSend() // Recv tells why it failed
}
