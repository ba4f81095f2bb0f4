package cluster_test

import (
	"testing"

	"github.com/hearsay-nlp/hearsay/internal/cluster"
	"github.com/hearsay-nlp/hearsay/internal/linear"
)

func TestWordsUsedAlikeAreTogether(t *testing.T) {
	table, err := cluster.Default()
	if err != nil {
		t.Fatal(err)
	}
	of := func(w string) cluster.Classes { return table.Of(linear.Hash(w)) }
	for _, pair := range [][2]string{{"monday", "tuesday"}, {"january", "february"}, {"he", "she"}, {"said", "says"}} {
		if a, b := of(pair[0]), of(pair[1]); a.Fine == 0 || a.Coarse != b.Coarse {
			t.Errorf("%q is in %v, %q in %v", pair[0], a, pair[1], b)
		}
	}
	for _, pair := range [][2]string{{"influenza", "measles"}, {"senator", "congressman"}, {"bordeaux", "toulouse"}} {
		if a, b := of(pair[0]), of(pair[1]); a.Field == 0 || a.Field != b.Field {
			t.Errorf("%q is in %v, %q in %v", pair[0], a, pair[1], b)
		}
	}
	if got := of("qwzrtk"); got != (cluster.Classes{}) {
		t.Errorf("an unknown word is in %v", got)
	}
}

func TestDecodeRefusesDamage(t *testing.T) {
	words := make(map[uint32]cluster.Classes)
	for i := range uint32(1000) {
		words[i*i*7919] = cluster.Classes{Coarse: uint8(i), Fine: uint16(i % 7), Field: uint16(i % 5), Narrow: uint16(i + 1)}
	}
	data := cluster.Encode(words)
	if _, err := cluster.Decode(data); err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if _, err := cluster.Decode(data[:n]); err == nil {
			t.Fatalf("no error for the first %d of %d bytes", n, len(data))
		}
	}
	if _, err := cluster.Decode(append(data, 0)); err == nil {
		t.Error("no error for a byte too many")
	}
}
