package server

import (
	"context"
	"sync/atomic"
)

// A turnstile lets so many in at once; so many more may wait.
type turnstile struct {
	places  chan struct{}
	waiting *atomic.Int64
	queue   int64
}

func newTurnstile(places, queue int) turnstile {
	return turnstile{make(chan struct{}, places), new(atomic.Int64), int64(queue)}
}

// enter waits for a place. It returns RESOURCE_EXHAUSTED at once if too many wait already, and ctx's error if ctx is done.
func (t turnstile) enter(ctx context.Context) error {
	select {
	case t.places <- struct{}{}:
		return nil
	default:
	}
	defer t.waiting.Add(-1)
	if t.waiting.Add(1) > t.queue {
		return busy()
	}
	return t.wait(ctx)
}

// wait waits for a place, however many others do. It returns ctx's error if ctx is done.
func (t turnstile) wait(ctx context.Context) error {
	select {
	case t.places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// leave gives a place back.
func (t turnstile) leave() { <-t.places }
