# Everything that is done to this repository is done by one of these. `make` lists them.

GO      ?= go
TOOL    := $(GO) tool -modfile=tools/go.mod
BUF     := $(TOOL) buf

.DEFAULT_GOAL := help
.PHONY: help run test check gen lint

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

lint: .proto-deps ## lint the contract and the code
	$(BUF) lint
	$(BUF) format --diff --exit-code proto
	$(GO) vet ./...

# The contract's imports, printed out of the Go modules that carry them.
.proto-deps: tools/go.sum $(wildcard tools/protodeps/*.go)
	$(GO) run -C tools ./protodeps "$(CURDIR)/.proto-deps"
	touch .proto-deps
