package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"

	"github.com/hearsay-nlp/hearsay/server"
)

// serve serves until ctx is done.
func serve(ctx context.Context, args []string) error {
	var cfg server.Config
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	grpcAddr := flags.String("grpc-addr", "127.0.0.1:9090", "`address` of gRPC")
	httpAddr := flags.String("http-addr", "127.0.0.1:8080", "`address` of REST")
	flags.IntVar(&cfg.MaxTextBytes, "max-text-bytes", 1<<20, "longest text of an article, in `bytes`")
	flags.IntVar(&cfg.MaxRequestBytes, "max-request-bytes", 0, "longest request, in `bytes` (0: 16 MiB, or twice the longest text)")
	flags.IntVar(&cfg.MaxConcurrent, "max-concurrent", 0, "`articles` annotated at once (0: one for each core)")
	flags.IntVar(&cfg.MaxQueue, "max-queue", 64, "`calls` that may wait for their turn")
	flags.IntVar(&cfg.StreamWindow, "stream-window", 0, "`articles` of one stream in work (0: twice max-concurrent)")
	flags.DurationVar(&cfg.Grace, "grace", 0, "time that calls in flight have to finish when stopping (0: 10s)")
	flags.StringVar(&cfg.Token, "token", "", "`token` that callers must send as \"authorization: Bearer TOKEN\"")
	cert := flags.String("tls-cert", "", "`file` with the certificate, in PEM form; needs --tls-key")
	key := flags.String("tls-key", "", "`file` with the certificate's key, in PEM form")
	links := flags.String("kb", "", linksUsage)
	logFormat := flags.String("log-format", "text", "`text` or json")
	flags.String("config", "", "YAML `file` with settings by the names of these flags; a flag beats a variable beats the file")
	if err := parse(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("serve takes no arguments, not %q", flags.Args())
	}
	switch *logFormat {
	case "text":
		cfg.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	case "json":
		cfg.Log = slog.New(slog.NewJSONHandler(os.Stderr, nil))
	default:
		return fmt.Errorf("--log-format is %q, and must be text or json", *logFormat)
	}
	if (*cert == "") != (*key == "") {
		return errors.New("--tls-cert and --tls-key go together")
	}
	if *cert != "" {
		pair, err := tls.LoadX509KeyPair(*cert, *key)
		if err != nil {
			return fmt.Errorf("reading the certificate: %w", err)
		}
		cfg.TLS = &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
	}
	var err error
	if cfg.Engine, err = newEngine(*links); err != nil {
		return err
	}
	cfg.Version = buildVersion()
	s, err := server.New(cfg)
	if err != nil {
		return err
	}
	grpcLis, err := net.Listen("tcp", *grpcAddr)
	if err != nil {
		return err
	}
	httpLis, err := net.Listen("tcp", *httpAddr)
	if err != nil {
		return err
	}
	cfg.Log.Info("serving", "grpc", grpcLis.Addr().String(), "http", httpLis.Addr().String(), "version", cfg.Version)
	if err := s.Serve(ctx, grpcLis, httpLis); err != nil {
		return err
	}
	cfg.Log.Info("stopped")
	return nil
}
