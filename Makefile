# Everything that is done to this repository is done by one of these. `make` lists them.

GO     ?= go
TOOL   := $(GO) tool -modfile=tools/go.mod
BUF    := $(TOOL) buf
# The folder with gold articles, corpora and scorers that eval and train read.
SHARED ?= ../shared
# The corpora that train reads.
CORPORA ?= $(SHARED)/corpora
# The commit whose clients the contract must not break.
AGAINST ?= main
# How long each fuzz target runs.
FUZZTIME ?= 20s

.DEFAULT_GOAL := help
.PHONY: help run test check gen gen-clients lint breaking examples fuzz bench eval train

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## serve gRPC on 127.0.0.1:9090 and REST on 127.0.0.1:8080
	$(GO) run ./cmd/hearsay serve

test: ## run all tests
	$(GO) test ./...

check: lint test ## lint and test, and see that generated code is in sync
	$(MAKE) gen
	git diff --exit-code -- gen
	test -z "$$(git status --porcelain -- gen)"

gen: .proto-deps ## generate gen/ from proto/
	$(BUF) generate

gen-clients: .proto-deps ## generate the stubs of the Python and Node examples
	examples/gen-clients.sh

lint: .proto-deps ## lint the contract and the code
	$(BUF) lint
	$(BUF) format --diff --exit-code proto
	$(GO) vet ./...
	$(GO) tool -modfile=tools/lint/go.mod golangci-lint run

breaking: .proto-deps ## see that the contract breaks no client of AGAINST
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	git archive $(AGAINST) buf.yaml proto | tar -x -C "$$work" && cp -R .proto-deps "$$work" && \
	$(BUF) build "$$work/proto" --output "$$work/against.binpb" && $(BUF) breaking proto --against "$$work/against.binpb"

examples: ## run the examples against a server and compare what they print
	examples/run.sh

fuzz: ## run each fuzz target for FUZZTIME
	@$(GO) list -f '{{.Dir}} {{.ImportPath}}' ./... | while read -r dir path; do \
		for target in $$(grep -hoE '^func Fuzz[A-Za-z0-9]+' $$dir/*_test.go 2>/dev/null | cut -c6-); do \
			echo "$$path $$target"; $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$path || exit 1; \
		done; \
	done

bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

eval: ## measure the engine on SHARED and write eval/testdata/scores.txt
	$(GO) run ./eval/run -shared $(SHARED)

train: ## train all models from CORPORA, and list them in nlp/SOURCES.md
	train/all.sh $(CORPORA)

# The contract's imports, printed out of the Go modules that carry them.
.proto-deps: tools/go.sum $(wildcard tools/protodeps/*.go)
	$(GO) run -C tools ./protodeps "$(CURDIR)/.proto-deps"
	touch .proto-deps
