#!/usr/bin/env bash
# Asks for the entities of a sentence over gRPC, with no .proto file: grpcurl learns the contract from the server. HEARSAY_ADDR is the
# server, 127.0.0.1:9090 by default; GRPCURL the command, `go tool grpcurl` of this repository by default.
set -euo pipefail
tools=$(cd "$(dirname "$0")/../../tools" && pwd)
${GRPCURL:-go tool -modfile=$tools/go.mod grpcurl} -plaintext -d @ "${HEARSAY_ADDR:-127.0.0.1:9090}" hearsay.v1.AnnotationService/AnnotateArticle <<'JSON'
{
  "article": {"text": "Angela Merkel met Barack Obama in Berlin."},
  "readMask": {"paths": ["entities.name", "entities.type"]}
}
JSON
