package entity

import (
	_ "embed"
	"fmt"
)

// given.txt has given names that nearly all their bearers share a sex with, and which of them are surnames, too; written by train/facts.
//
//go:embed given.txt
var givenTxt string

func (l *lexicon) readGiven() error {
	genders := map[string]gender{"man": male, "woman": female}
	return eachWord(givenTxt, func(sort, word string) error {
		if sort == "surname" {
			l.surnames[word] = true
			return nil
		}
		g, ok := genders[sort]
		if !ok {
			return fmt.Errorf("given names of unknown sort %q", sort)
		}
		l.given[word] = g
		return nil
	})
}
