package main

import (
	"log"
	"math/rand/v2"
	"runtime"
	"sync"
	"time"
)

const kmeansRounds = 15

// kmeans returns the class of each vector and the middles of the classes, by the spherical k-means algorithm (Dhillon and Modha,
// "Concept Decompositions for Large Sparse Text Data Using Clustering", Machine Learning 42, 2001) that begins with vectors drawn from
// all. All vectors must have length 1.
func kmeans(all [][]float32, classes int) (class []int, middles [][]float32) {
	rng := rand.New(rand.NewPCG(1, uint64(classes)))
	for _, i := range rng.Perm(len(all))[:classes] {
		middles = append(middles, all[i])
	}
	class = make([]int, len(all))
	for round := range kmeansRounds {
		began := time.Now()
		moved := assign(all, middles, class)
		log.Printf("%d middles, round %d: %d words moved, %.1f s", classes, round+1, moved, time.Since(began).Seconds())
		if moved*500 < len(all) {
			break
		}
		middles = center(all, class, middles)
	}
	return class, middles
}

// assign puts each vector into the class of the nearest middle, and returns how many changed their class.
func assign(all, middles [][]float32, class []int) int {
	workers := runtime.GOMAXPROCS(0)
	moved := make([]int, workers)
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() {
			for i := k; i < len(all); i += workers {
				if best := nearest(all[i], middles); best != class[i] {
					class[i] = best
					moved[k]++
				}
			}
		})
	}
	wait.Wait()
	total := 0
	for _, n := range moved {
		total += n
	}
	return total
}

// nearest returns the index of the middle that is nearest to x, the first of equal ones.
func nearest(x []float32, middles [][]float32) int {
	best, most := 0, float32(-2)
	for c, m := range middles {
		if near := dot(x, m); near > most {
			best, most = c, near
		}
	}
	return best
}

// center returns the middles of the classes; one without members keeps the middle that it had.
func center(all [][]float32, class []int, before [][]float32) [][]float32 {
	sums := make([][]float32, len(before))
	for i, x := range all {
		c := class[i]
		if sums[c] == nil {
			sums[c] = make([]float32, len(x))
		}
		for k, v := range x {
			sums[c][k] += v
		}
	}
	for c := range sums {
		if sums[c] == nil {
			sums[c] = before[c]
			continue
		}
		sums[c] = unit(sums[c])
	}
	return sums
}
