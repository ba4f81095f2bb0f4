package server

import _ "embed"

// openAPI describes the REST calls. `make gen` copies it from gen/, as go:embed reaches no folder but its own.
//
//go:embed openapi.json
var openAPI []byte
