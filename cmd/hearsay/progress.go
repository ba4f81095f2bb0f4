package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// A progress tells how far the work on several files has come: on a terminal in one line that is written over, elsewhere by a line
// every ten seconds. It is safe for concurrent use.
type progress struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	total    int
	good     int
	bad      int
	last     time.Time
}

func newProgress(f *os.File, total int) *progress {
	return &progress{w: f, terminal: term.IsTerminal(int(f.Fd())), total: total, last: time.Now()}
}

// done counts an article.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.good++
	p.tell()
}

// failed tells why a file, or standard input, has no annotations.
func (p *progress) failed(file string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bad++
	p.wipe()
	fmt.Fprintf(p.w, "hearsay: %s: %v\n", cmp.Or(file, "-"), err)
	p.tell()
}

// clear makes room for what else is written to the terminal.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}

func (p *progress) wipe() {
	if p.terminal && p.total > 1 {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

func (p *progress) tell() {
	every := 10 * time.Second
	if p.terminal {
		every = 100 * time.Millisecond
	}
	if p.total < 2 || time.Since(p.last) < every {
		return
	}
	p.last = time.Now()
	if p.wipe(); p.terminal {
		fmt.Fprintf(p.w, "%d of %d articles", p.good, p.total)
		return
	}
	fmt.Fprintf(p.w, "hearsay: %d of %d articles\n", p.good, p.total)
}

// end closes the account of several files.
func (p *progress) end() {
	p.clear()
	if p.total > 1 {
		fmt.Fprintf(p.w, "hearsay: annotated %d of %d articles\n", p.good, p.total)
	}
}

// verdict returns an error if a file failed; which one was told already.
func (p *progress) verdict() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bad > 0 {
		return errTold
	}
	return nil
}
