// Package client calls a Hearsay server over gRPC.
//
//	c, err := client.New("localhost:9090", client.Insecure())
//	article, err := c.AnnotateArticle(ctx, &hearsayv1.AnnotateArticleRequest{Article: &hearsayv1.Article{Text: text}})
//
// Errors of the server are gRPC statuses (google.golang.org/grpc/status) with the details that doc/service.md lists.
package client

import (
	"context"
	"crypto/tls"
	"fmt"
	"math"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
)

// A Client calls one server. It is safe for concurrent use, and meant to be shared: it holds one connection, made when first needed
// and made anew when lost.
type Client struct {
	conn    *grpc.ClientConn
	service hearsayv1.AnnotationServiceClient
}

// An Option adjusts a client.
type Option func(*config)

type config struct {
	tls      *tls.Config
	insecure bool
	token    string
	timeout  time.Duration
	attempts int
	dial     []grpc.DialOption
}

// Insecure makes the client speak plain text. Without it, the client uses TLS and trusts the roots of the system.
func Insecure() Option { return func(c *config) { c.insecure = true } }

// TLS sets how the client uses TLS.
func TLS(cfg *tls.Config) Option { return func(c *config) { c.tls = cfg } }

// Token makes the client send a token with each call. It is sent over plain text only to a client that is Insecure.
func Token(token string) Option { return func(c *config) { c.token = token } }

// Timeout bounds the time of each call but AnnotateAll, retries included. The default is 30 seconds; 0 means no bound but the
// context's.
func Timeout(d time.Duration) Option { return func(c *config) { c.timeout = d } }

// Attempts sets how often a call is made in all while the server is UNAVAILABLE: 1 means no retries, the most is 5. The default is 4.
// The client waits 0.1 s before the first retry, twice as long before each further one, with jitter.
func Attempts(n int) Option { return func(c *config) { c.attempts = n } }

// DialOptions adds options of gRPC itself, after the client's own.
func DialOptions(options ...grpc.DialOption) Option {
	return func(c *config) { c.dial = append(c.dial, options...) }
}

// New returns a client of the server at target, in gRPC's name syntax: "host:port" does. It does not connect yet; an error means
// that target or the options are wrong.
func New(target string, options ...Option) (*Client, error) {
	cfg := config{timeout: 30 * time.Second, attempts: 4}
	for _, o := range options {
		o(&cfg)
	}
	if cfg.attempts < 1 || cfg.attempts > 5 {
		return nil, fmt.Errorf("client: %d attempts; there may be 1 to 5", cfg.attempts)
	}
	if cfg.insecure && cfg.tls != nil {
		return nil, fmt.Errorf("client: Insecure and TLS exclude each other")
	}
	transport := credentials.NewTLS(cfg.tls)
	if cfg.insecure {
		transport = insecure.NewCredentials()
	}
	dial := []grpc.DialOption{
		grpc.WithTransportCredentials(transport),
		grpc.WithDefaultServiceConfig(serviceConfig(cfg)),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32)), // answers are larger than texts, which the server limits
	}
	if cfg.token != "" {
		dial = append(dial, grpc.WithPerRPCCredentials(bearer{cfg.token, !cfg.insecure}))
	}
	conn, err := grpc.NewClient(target, append(dial, cfg.dial...)...)
	if err != nil {
		return nil, fmt.Errorf("client: %w", err)
	}
	return &Client{conn, hearsayv1.NewAnnotationServiceClient(conn)}, nil
}

// serviceConfig returns gRPC's service config with the retries and the timeout
// (https://github.com/grpc/grpc/blob/master/doc/service_config.md).
func serviceConfig(cfg config) string {
	const service = "hearsay.v1.AnnotationService"
	retry, timeout := "", ""
	if cfg.attempts > 1 {
		retry = fmt.Sprintf(`, "retryPolicy": {"maxAttempts": %d, "initialBackoff": "0.1s", "maxBackoff": "2s", "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"]}`, cfg.attempts)
	}
	if cfg.timeout > 0 {
		timeout = fmt.Sprintf(`, "timeout": "%.3fs"`, cfg.timeout.Seconds())
	}
	return fmt.Sprintf(`{"methodConfig": [
		{"name": [{"service": "%[1]s"}]%[2]s%[3]s},
		{"name": [{"service": "%[1]s", "method": "StreamAnnotateArticles"}]%[2]s}
	]}`, service, retry, timeout)
}

// bearer sends a token with each call.
type bearer struct {
	token  string
	secure bool
}

func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + b.token}, nil
}

func (b bearer) RequireTransportSecurity() bool { return b.secure }

// Close closes the connection; calls in flight fail.
func (c *Client) Close() error { return c.conn.Close() }

// AnnotateArticle annotates one article.
func (c *Client) AnnotateArticle(ctx context.Context, req *hearsayv1.AnnotateArticleRequest) (*hearsayv1.Article, error) {
	response, err := c.service.AnnotateArticle(ctx, req)
	return response.GetArticle(), err
}

// BatchAnnotateArticles annotates up to 100 articles. There is a result for each request, in order; one that is wrong fails alone.
func (c *Client) BatchAnnotateArticles(ctx context.Context, reqs []*hearsayv1.AnnotateArticleRequest) ([]*hearsayv1.BatchAnnotateArticlesResult, error) {
	response, err := c.service.BatchAnnotateArticles(ctx, &hearsayv1.BatchAnnotateArticlesRequest{Requests: reqs})
	return response.GetResults(), err
}

// GetEngine tells which engine answers.
func (c *Client) GetEngine(ctx context.Context) (*hearsayv1.Engine, error) {
	response, err := c.service.GetEngine(ctx, &hearsayv1.GetEngineRequest{})
	return response.GetEngine(), err
}
