package server

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

type restStream = grpc.BidiStreamingClient[hearsayv1.StreamAnnotateArticlesRequest, hearsayv1.StreamAnnotateArticlesResponse]

// streamREST serves StreamAnnotateArticles with one JSON object a line both ways. Results go out while requests still come in. A
// line that cannot be read fails alone, like a bad article. If the stream breaks, the last line is a google.rpc.Status.
func (s *Server) streamREST(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	md := metadata.MD{}
	for key, values := range r.Header {
		if name, ok := incomingHeader(key); ok {
			md.Append(name, values...)
		}
	}
	if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		md.Append(forwardedKey, host)
	}
	md.Append("authorization", r.Header.Values("Authorization")...)
	stream, err := hearsayv1.NewAnnotationServiceClient(s.conn).StreamAnnotateArticles(metadata.NewOutgoingContext(ctx, md))
	if err == nil {
		_, err = stream.Header() // an answer that refuses the call comes with it
	}
	if err != nil {
		s.writeStatus(w, runtime.HTTPStatusFromCode(status.Code(err)), err)
		return
	}
	control := http.NewResponseController(w)
	if r.ProtoMajor == 1 {
		_ = control.EnableFullDuplex() // an old HTTP/1.1 client sees the results at the end
	}
	out := lineWriter{server: s, w: w, control: control}
	queue := make(chan error, s.cfg.StreamWindow) // for each line, in order, why it could not be read; nil for those sent on
	go func() {
		defer close(queue)
		if err := s.sendLines(ctx, bufio.NewReaderSize(r.Body, 64<<10), stream, queue); err != nil {
			select {
			case queue <- endOfStream{err}:
			case <-ctx.Done():
			}
		}
		_ = stream.CloseSend() // a broken stream tells by its answer
	}()
	for problem := range queue {
		var end endOfStream
		switch {
		case errors.As(problem, &end):
			out.fail(end.error)
			return
		case problem != nil:
			out.write(&hearsayv1.StreamAnnotateArticlesResponse{
				Result: &hearsayv1.StreamAnnotateArticlesResponse_Error{Error: status.Convert(problem).Proto()},
			})
		default:
			result, err := stream.Recv()
			if err != nil {
				out.fail(err)
				return
			}
			out.write(result)
		}
	}
	if _, err := stream.Recv(); !errors.Is(err, io.EOF) && err != nil {
		out.fail(err)
	}
}

// endOfStream marks an error that ends the stream.
type endOfStream struct{ error }

// sendLines sends each line on, and tells queue of it.
func (s *Server) sendLines(ctx context.Context, in *bufio.Reader, stream restStream, queue chan<- error) error {
	for {
		line, err := readLine(in, s.cfg.MaxRequestBytes)
		if len(bytes.TrimSpace(line)) > 0 {
			req := &hearsayv1.StreamAnnotateArticlesRequest{}
			problem := unmarshalJSON(line, req)
			select {
			case queue <- problem:
			case <-ctx.Done():
				return nil
			}
			if problem == nil {
				if err := stream.Send(req); err != nil {
					return nil // the answer tells why
				}
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// readLine returns the next line, or an error if it is longer than limit.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > limit {
			return nil, newError(codes.ResourceExhausted, "REQUEST_TOO_LARGE", fmt.Sprintf("a line is larger than the %d bytes that this server takes", limit))
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// A lineWriter writes the answer, a line at once.
type lineWriter struct {
	server  *Server
	w       http.ResponseWriter
	control *http.ResponseController
	begun   bool
}

func (l *lineWriter) write(m proto.Message) {
	data, err := marshalJSON(m)
	if err != nil {
		return
	}
	if !l.begun {
		l.w.Header().Set("Content-Type", "application/x-ndjson")
		l.begun = true
	}
	l.w.Write(append(data, '\n'))
	_ = l.control.Flush() // a client that went away cannot be told
}

// fail ends the answer with a Status: as its body if nothing was written yet, else as its last line.
func (l *lineWriter) fail(err error) {
	if l.begun {
		l.write(status.Convert(err).Proto())
		return
	}
	l.server.writeStatus(l.w, runtime.HTTPStatusFromCode(status.Code(err)), err)
}
