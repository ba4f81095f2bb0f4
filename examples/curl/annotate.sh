#!/usr/bin/env bash
# Asks for the times and quantities of a sentence over REST. HEARSAY_HTTP_ADDR is the server, 127.0.0.1:8080 by default.
set -euo pipefail
curl --fail-with-body --silent --show-error --json @- "http://${HEARSAY_HTTP_ADDR:-127.0.0.1:8080}/v1/articles:annotate" <<'JSON'
{
  "article": {
    "text": "On Tuesday at least 60 people marched.",
    "publishDate": {"year": 2025, "month": 10, "day": 9}
  },
  "readMask": "times,quantities"
}
JSON
echo
