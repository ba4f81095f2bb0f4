package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/debug"

	"github.com/hearsay-nlp/hearsay/nlp/english"
)

// buildVersion returns the version and the commit that the binary was built from, as far as the build knows them.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "devel"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			version += " " + s.Value[:12]
		}
	}
	return version
}

func version(_ context.Context, args []string) error {
	if err := parse(flag.NewFlagSet("version", flag.ContinueOnError), args); err != nil {
		return err
	}
	engine, err := english.New()
	if err != nil {
		return err
	}
	fmt.Println("hearsay", buildVersion())
	fmt.Println("engine", engine.Name)
	for _, m := range engine.Models {
		fmt.Printf("  %-18s %s  %s\n", m.Name, m.Version, m.Source)
	}
	return nil
}
