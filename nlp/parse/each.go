package parse

import (
	"cmp"
	"runtime"
	"sync"
)

// each returns what do gives for the numbers below n, as many at a time as there are processors, and the first error.
func each[T any](n int, do func(int) (T, error)) ([]T, error) {
	results, errs := make([]T, n), make([]error, n)
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i := range n {
		free <- struct{}{}
		wait.Go(func() {
			results[i], errs[i] = do(i)
			<-free
		})
	}
	wait.Wait()
	return results, cmp.Or(errs...)
}
