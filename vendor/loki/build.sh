#!/usr/bin/env bash
# Builds Grafana Loki from its Go module into a folder, for the long test of the source `loki`: ten minutes of CPU, once.
# `go install` refuses a module with replacements, so they are taken over into a module of our own.
set -euo pipefail
version=v3.7.8
out=$(realpath -m "${1:?name the folder for the program}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

module=github.com/grafana/loki/v3
source=$(go mod download -json "$module@$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
# A replacement by a folder is a module of its own that is published too.
sed -e 's/^module .*/module loki-build/' -e '/=> \.\//d' -e '/^ignore /d' "$source/go.mod" >"$work/go.mod"
cp "$source/go.sum" "$work/go.sum"
chmod u+w "$work/go.mod" "$work/go.sum"
cd "$work"
go mod edit -require="$module@$version"
mkdir -p "$out"
CGO_ENABLED=0 GOFLAGS='-mod=mod -buildvcs=false' go build -trimpath -ldflags '-s -w' -o "$out/loki" "$module/cmd/loki"
