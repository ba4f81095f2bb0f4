package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parse sets flags from the command line, else from the environment, else from the YAML file that a flag "config" names. The
// variable of --grpc-addr is HEARSAY_GRPC_ADDR, its key in the file grpc-addr.
func parse(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errUsage // flag has told the user
	}
	given := make(map[string]bool)
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var problems []error
	flags.VisitAll(func(f *flag.Flag) {
		name := variable(f.Name)
		value, ok := os.LookupEnv(name)
		if !ok || given[f.Name] {
			return
		}
		given[f.Name] = true
		if err := f.Value.Set(value); err != nil {
			problems = append(problems, fmt.Errorf("variable %s: invalid value %q: %w", name, value, err))
		}
	})
	if file := flags.Lookup("config"); file != nil && file.Value.String() != "" {
		problems = append(problems, readConfig(flags, file.Value.String(), given))
	}
	return errors.Join(problems...)
}

// variable returns the name of the environment variable of a flag.
func variable(name string) string {
	return "HEARSAY_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// readConfig sets the flags that are not given from a YAML file with their names as keys.
func readConfig(flags *flag.FlagSet, file string, given map[string]bool) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var settings map[string]yaml.Node
	if err := yaml.Unmarshal(data, &settings); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		node := settings[name]
		switch {
		case flags.Lookup(name) == nil || name == "config":
			problems = append(problems, fmt.Errorf("%s:%d: no setting %q", file, node.Line, name))
		case node.Kind != yaml.ScalarNode:
			problems = append(problems, fmt.Errorf("%s:%d: %s is no single value", file, node.Line, name))
		case given[name]:
		default:
			if err := flags.Set(name, node.Value); err != nil {
				problems = append(problems, fmt.Errorf("%s:%d: %s: invalid value %q: %w", file, node.Line, name, node.Value, err))
			}
		}
	}
	return errors.Join(problems...)
}
