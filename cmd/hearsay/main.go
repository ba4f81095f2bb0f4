// Command hearsay says who is in a news article, what they said and what they claim.
//
//	hearsay serve                 serves gRPC and REST
//	hearsay annotate [FILE …]     annotates files, or standard input
//	hearsay version               says what it is made of
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// A command is one of hearsay's; run reads its own flags.
type command struct {
	name, summary string
	run           func(ctx context.Context, args []string) error
}

var commands = []command{
	{"serve", "serve gRPC and REST", serve},
	{"annotate", "annotate files, or standard input", annotate},
	{"version", "say what this binary is made of", version},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	switch {
	case errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		os.Exit(2)
	case errors.Is(err, errTold):
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "hearsay:", err)
		os.Exit(1)
	}
}

// errUsage says that the command line was wrong, and that the user was told so.
var errUsage = errors.New("usage")

// errTold says that something failed, and that the user was told what.
var errTold = errors.New("told")

func run(ctx context.Context, args []string) error {
	if len(args) > 0 {
		for _, c := range commands {
			if c.name == args[0] {
				return c.run(ctx, args[1:])
			}
		}
		if strings.TrimLeft(args[0], "-") == "help" || args[0] == "-h" {
			usage(os.Stdout)
			return nil
		}
		fmt.Fprintf(os.Stderr, "hearsay: no command %q\n", args[0])
	}
	usage(os.Stderr)
	return errUsage
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage: hearsay COMMAND [flags]\n\ncommands:")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.summary)
	}
	fmt.Fprintln(w, "\n\"hearsay COMMAND -h\" lists the flags. Each can be set by a variable too: --grpc-addr by HEARSAY_GRPC_ADDR.")
}
