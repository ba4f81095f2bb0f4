#!/usr/bin/env bash
# Generates what the Python and Node examples need of the contract, in their git-ignored folders, with pinned tools. `make gen-clients`
# runs it, after .proto-deps.
set -euo pipefail
cd "$(dirname "$0")/.."

python=examples/python
[ -x $python/.venv/bin/python ] || python3 -m venv $python/.venv
$python/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $python/requirements.txt
rm -rf $python/gen && mkdir -p $python/gen
(cd .proto-deps && find . -name '*.proto') | sed 's|^\./||' >$python/gen/imports
$python/.venv/bin/python -m grpc_tools.protoc -Iproto -I.proto-deps --python_out=$python/gen --grpc_python_out=$python/gen \
	$(cd proto && find . -name '*.proto' | sed 's|^\./||' | sort) $(sort $python/gen/imports)

node=examples/node
npm --prefix $node ci --silent --no-fund --no-audit
mkdir -p $node/gen
${GO:-go} tool -modfile=tools/go.mod buf build proto --output $node/gen/hearsay.binpb
