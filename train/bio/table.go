package bio

import (
	"bufio"
	"io"
	"slices"
	"strings"
)

// Table calls row with each row of a table of the gazetteer, as a function that gives a column's value.
func Table(file string, row func(column func(name string) string)) error {
	in, err := Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	return Rows(in, row)
}

// Rows calls row with each row of a table whose first line names its columns, as a function that gives a column's value.
func Rows(in io.Reader, row func(column func(name string) string)) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	var head []string
	for lines.Scan() {
		values := strings.Split(lines.Text(), "\t")
		if head == nil {
			head = values
			continue
		}
		row(func(name string) string {
			if i := slices.Index(head, name); i >= 0 && i < len(values) {
				return values[i]
			}
			return ""
		})
	}
	return lines.Err()
}
