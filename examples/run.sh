#!/usr/bin/env bash
# Runs the examples against a server of their own, and compares what they print with expected.txt beside each, and the README's calls
# with the answers that it shows. UPDATE=1 writes those files instead: read the diff. `make examples` runs it.
set -euo pipefail
cd "$(dirname "$0")/.."
make --no-print-directory gen-clients

work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT
${GO:-go} build -o "$work/hearsay" ./cmd/hearsay
"$work/hearsay" serve --grpc-addr 127.0.0.1:0 --http-addr 127.0.0.1:0 2>"$work/log" &
server=$!
for _ in $(seq 600); do # a minute, on a machine that has other things to do
	address=$(sed -n 's/.*msg=serving grpc=\([^ ]*\) http=\([^ ]*\).*/\1 \2/p' "$work/log")
	[ -n "$address" ] && curl --silent --fail "http://${address#* }/readyz" >/dev/null && break
	kill -0 $server || { cat "$work/log"; exit 1; }
	sleep 0.1
done
[ -n "$address" ] || { echo "the server did not come up"; cat "$work/log"; exit 1; }
export HEARSAY_ADDR=${address% *} HEARSAY_HTTP_ADDR=${address#* }

failed=0
# compare NAME COMMAND…: runs an example.
compare() {
	name=$1
	shift
	"$@" >"$work/$name"
	if [ -n "${UPDATE:-}" ]; then
		cp "$work/$name" "examples/$name/expected.txt"
	elif diff -u "examples/$name/expected.txt" "$work/$name"; then
		echo "ok  $name"
	else
		failed=1
	fi
}
article=examples/articles/night-ride.txt
compare python examples/python/.venv/bin/python examples/python/annotate.py $article
compare node node examples/node/annotate.js $article
compare curl examples/curl/annotate.sh
compare grpcurl examples/grpcurl/annotate.sh
if python3 examples/readme.py; then echo "ok  README.md"; else failed=1; fi

kill -TERM $server
wait $server || { echo "the server did not stop well"; cat "$work/log"; exit 1; }
exit $failed
