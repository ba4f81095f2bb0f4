package entity

import (
	"strings"

	"github.com/hearsay-nlp/hearsay/nlp"
)

// knownVotes is the weight of what the tables know of a name: that of several mentions, as a country that acts is easily taken for an
// organisation.
const knownVotes = 8

// known returns the type of what a name stands for: a country, a part of the world, a people, a house that stands for those who rule
// in it; 0 if the tables do not say. A country may have the name of a person ("Jordan", "Chad").
func (l *lexicon) known(key string, votes *[nlp.Product + 1]float64) nlp.EntityType {
	_, country := l.countries[key]
	_, people := l.peoples[key]
	switch {
	case seatsOfPower[key]:
		return nlp.Organization
	case compassPoints[key], country && votes[nlp.Person] <= votes[nlp.Location]+votes[nlp.Organization]:
		return nlp.Location
	case people:
		return nlp.Group
	}
	return 0
}

// seatsOfPower are buildings that stand for those who rule in them.
var seatsOfPower = map[string]bool{"kremlin": true, "white house": true, "downing street": true, "pentagon": true}

// agreeOnTypes gives equal names one type, the one that most of them have, weighed by confidence. A single word that is the
// surname of somebody named in full has one more vote for a person, as have words behind a given name, and what the tables know of a name
// counts too.
func (r *resolver) agreeOnTypes() {
	votes := make(map[string]*[nlp.Product + 1]float64)
	surnames := make(map[string]bool)
	behind := make(map[string]bool) // words behind the first of persons' names
	for i := range r.doc.Names {
		name, f := &r.doc.Names[i], &r.forms[i]
		v := votes[f.key]
		if v == nil {
			v = new([nlp.Product + 1]float64)
			votes[f.key] = v
		}
		v[name.Type] += 0.5 + name.Confidence
		if name.Type == nlp.Person && len(f.words) > 1 {
			surnames[f.words[len(f.words)-1]] = true
			for _, w := range f.words[1:] {
				behind[w] = true
			}
		}
	}
	for m := range r.mentions {
		if x := &r.mentions[m]; x.kind == nlp.Named && r.maybePerson(x) {
			votes[r.forms[x.name].key][nlp.Person] += r.personVotes(x)
		}
	}
	for key, v := range votes {
		if v[nlp.Person] == 0 {
			continue
		}
		if surnames[key] {
			v[nlp.Person] += 1.5
		}
		if first, _, ok := strings.Cut(key, " "); ok && r.lexicon.given[first] != unknownGender {
			v[nlp.Person] += 1.5
		}
	}
	for key, v := range votes {
		if t := r.lexicon.known(key, v); t != 0 && !surnames[key] {
			v[t] += knownVotes
		}
	}
	for key, v := range votes {
		if at := strings.LastIndexByte(key, ' '); at > 0 && bodyEndings[key[at+1:]] && !surnames[key[at+1:]] {
			v[nlp.Organization] += endingVotes
		}
	}
	r.shareVotes(votes, surnames)
	for m := range r.mentions {
		x := &r.mentions[m]
		if x.kind != nlp.Named {
			continue
		}
		v := votes[r.forms[x.name].key]
		best := r.typed[x.name]
		for t, n := range v {
			if n > v[best] {
				best = nlp.EntityType(t)
			}
		}
		family := r.family(x, behind)
		if family {
			best = nlp.Person
		}
		if best != r.typed[x.name] {
			r.typed[x.name] = best
			r.forms[x.name] = r.formOf(x.name)
			x.types = setOf(best)
		}
		if best == nlp.Person {
			f := &r.forms[x.name]
			if len(f.words) == 1 && f.gender == unknownGender && !behind[f.key] && !r.lexicon.surnames[f.key] {
				f.gender = r.lexicon.given[f.key] // a given name that stands alone
			}
			x.gender = f.gender
		}
		x.plural = best == nlp.Group || family
	}
}

// endingVotes is the weight of a word that ends the names of bodies.
const endingVotes = 2

// bodyEndings are words that end the names of companies and other bodies, and hardly any other names.
var bodyEndings = wordSet("agency aerospace airlines airways alliance analytics assembly associates association authority automotive bakery bank bancorp bureau " +
	"capital chemicals coalition coastguard committee commission congress constabulary consortium cooperative corp corporation council dynamics electric " +
	"electronics energy enterprises federation finance foods foundation fund group guild holdings inc industries institute insurance knitwear labs laboratories " +
	"league limited lines logistics ltd ministry mining motors networks outfitters partners party pharma pharmaceuticals police productions properties " +
	"records resources robotics savings secretariat service services shipping society software solutions steel studios syndicate systems taskforce technologies " +
	"telecom textiles tribunal trust union university utilities ventures watchdog")

// shareVotes gives a name of which the text has one longer form, "Meridian" and "Meridian Savings", the same type as that, if the two differ and the
// short one is no place, of which a town's club or council would be named.
func (r *resolver) shareVotes(votes map[string]*[nlp.Product + 1]float64, surnames map[string]bool) {
	longer := make(map[string]string) // by the words that it begins with; "" if there are several
	for key := range votes {
		for at, c := range key {
			if c != ' ' {
				continue
			}
			if _, several := longer[key[:at]]; several {
				longer[key[:at]] = ""
			} else {
				longer[key[:at]] = key
			}
		}
	}
	for short, long := range longer {
		v, ok := votes[short]
		if !ok || long == "" || surnames[short] || compassPoints[short] {
			continue
		}
		w := votes[long]
		a, b := mostVotes(v), mostVotes(w)
		_, country := r.lexicon.countries[short]
		_, people := r.lexicon.peoples[short]
		if a == b || a == nlp.Location || a == nlp.Person && b == nlp.Person || country || people || r.lexicon.given[short] != unknownGender {
			continue
		}
		for t := range v {
			v[t], w[t] = v[t]+w[t], v[t]+w[t]
		}
	}
}

// mostVotes returns the type with most votes, the first of several.
func mostVotes(v *[nlp.Product + 1]float64) nlp.EntityType {
	best := 0
	for t := range v {
		if v[t] > v[best] {
			best = t
		}
	}
	return nlp.EntityType(best)
}

// personVotes returns the weight of the place where the name x stands, if only persons stand there: the owner of a relative ("Morgan's
// wife") is one; what stands right behind a word for a person mostly is ("the actor Morgan").
func (r *resolver) personVotes(x *mention) float64 {
	if x.place == owner && x.verb != nlp.None && relatives[lowerLemma(&r.doc.Tokens[x.verb])] {
		return 4
	}
	t := x.first - 1
	if t >= 0 && r.sentence[t] == r.sentence[x.first] && r.isRole(t) && r.lexicon.noun(lowerLemma(&r.doc.Tokens[t])).types.only(nlp.Person) {
		return 1
	}
	return 0
}

// relatives are nouns whose owner is a person.
var relatives = wordSet("wife husband spouse father mother son daughter brother sister parent child grandfather grandmother grandson granddaughter " +
	"uncle aunt nephew niece cousin widow widower girlfriend boyfriend fiancé fiancée fiance fiancee twin stepfather stepmother stepson stepdaughter")
