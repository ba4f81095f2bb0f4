#!/usr/bin/env bash
# Trains all models from the corpora in the folder given, in the order in which they need each other, and lists them.
set -euo pipefail
corpora=${1:?usage: all.sh CORPORA}
cd "$(dirname "$0")/.."
for model in cluster tag parse name facts entity quote claim; do
	echo "== $model"
	${GO:-go} run "./train/$model" -corpora "$corpora"
done
${GO:-go} run ./train/quote -corpora "$corpora" -confidence
${GO:-go} run ./train/sources
