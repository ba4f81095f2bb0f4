package main

import (
	"os"
	"strings"
)

// updateReadme brings the figures in the tables of a README up to date: in each row of which the first two cells are a data set and a
// metric of accuracy, the third becomes its value.
func updateReadme(file, accuracy string) error {
	values := make(map[string]string)
	for line := range strings.Lines(accuracy) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		values[cells[0]+"\t"+cells[1]] = cells[2]
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(string(data), "\n")
	for i, line := range lines {
		cells := strings.Split(line, " | ")
		if len(cells) != 3 || !strings.HasPrefix(line, "| ") {
			continue
		}
		if value, ok := values[cells[0][2:]+"\t"+cells[1]]; ok {
			lines[i] = cells[0] + " | " + cells[1] + " | " + value + " |\n"
		}
	}
	return os.WriteFile(file, []byte(strings.Join(lines, "")), 0o644)
}
