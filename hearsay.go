// Package hearsay carries the description of the service's REST side, which is generated from the contract.
package hearsay

import _ "embed"

// OpenAPI is the OpenAPI 2.0 description of the service, in JSON.
//
//go:embed gen/hearsay/v1/hearsay.swagger.json
var OpenAPI []byte
