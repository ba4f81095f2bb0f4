package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerInPlace returns text in small letters, each of which stands where it stood: one copy serves all tokens. The rare letters
// whose small form is of another length stay as they are.
func lowerInPlace(text string) string {
	var out []byte
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if 'A' <= b && b <= 'Z' {
				if out == nil {
					out = []byte(text)
				}
				out[i] = b + 'a' - 'A'
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if low := unicode.ToLower(r); low != r && utf8.RuneLen(low) == size {
			if out == nil {
				out = []byte(text)
			}
			utf8.EncodeRune(out[i:], low)
		}
		i += size
	}
	if out == nil {
		return text
	}
	return string(out)
}

// endings are the words with a curly apostrophe that most texts have, made straight.
var endings = map[string]string{"’": "'", "’s": "'s", "n’t": "n't", "’m": "'m", "’re": "'re", "’ve": "'ve", "’ll": "'ll", "’d": "'d"}

// A softHyphen marks where a line may be broken.
const softHyphen = '\u00ad'

// lower returns the lower-case form of a token, with curly apostrophes made straight and without soft hyphens; low is the token in the text lowered in place.
func lower(token, low string) string {
	if isASCII(low) {
		return low
	}
	if strings.ContainsRune(token, softHyphen) {
		token = strings.ReplaceAll(token, string(softHyphen), "")
		low = token
	}
	if !strings.Contains(low, "’") {
		return strings.ToLower(token)
	}
	if straight, ok := endings[low]; ok {
		return straight
	}
	return strings.ToLower(strings.ReplaceAll(token, "’", "'"))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
