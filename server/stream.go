package server

import (
	"context"
	"errors"
	"io"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// StreamAnnotateArticles implements hearsayv1.AnnotationServiceServer. Requests are worked on side by side; their results wait in a
// queue, in the order of the requests, that is as long as the window. While it is full, no request is read.
func (s *service) StreamAnnotateArticles(stream grpc.BidiStreamingServer[hearsayv1.StreamAnnotateArticlesRequest, hearsayv1.StreamAnnotateArticlesResponse]) error {
	if err := stream.SendHeader(nil); err != nil { // a caller may want to know that the call stands before it sends anything
		return err
	}
	ctx, cancel := context.WithCancel(stream.Context())
	defer cancel()
	queue := make(chan chan *hearsayv1.StreamAnnotateArticlesResponse, s.cfg.StreamWindow-1)
	readErr := make(chan error, 1)
	go func() {
		readErr <- s.read(ctx, stream, queue)
		close(queue)
	}()
	for result := range queue {
		if err := stream.Send(<-result); err != nil {
			return err
		}
	}
	return <-readErr
}

// read reads requests until there are no more, and starts the work on each.
func (s *service) read(ctx context.Context, stream grpc.BidiStreamingServer[hearsayv1.StreamAnnotateArticlesRequest, hearsayv1.StreamAnnotateArticlesResponse],
	queue chan<- chan *hearsayv1.StreamAnnotateArticlesResponse,
) error {
	for {
		req, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		result := make(chan *hearsayv1.StreamAnnotateArticlesResponse, 1)
		select {
		case queue <- result:
		case <-ctx.Done():
			return ctx.Err()
		}
		go func() { result <- s.streamed(ctx, req) }()
	}
}

// streamed returns the result of one request of a stream.
func (s *service) streamed(ctx context.Context, req *hearsayv1.StreamAnnotateArticlesRequest) *hearsayv1.StreamAnnotateArticlesResponse {
	out := &hearsayv1.StreamAnnotateArticlesResponse{ArticleId: req.GetArticle().GetId()}
	article, err := s.annotateAlone(ctx, req)
	if err != nil {
		out.Result = &hearsayv1.StreamAnnotateArticlesResponse_Error{Error: status.Convert(err).Proto()}
		return out
	}
	out.Result = &hearsayv1.StreamAnnotateArticlesResponse_Article{Article: article}
	return out
}
