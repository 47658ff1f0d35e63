#!/usr/bin/env bash
# Opens web pages in headless Chromium and asks axe-core what keeps people from using them. Needs node (18 or later), npm
# and Chromium; npm fetches what axe/package-lock.json pins, by checksum, into a cache folder outside the repository.
#
#   scripts/axe.sh [FILES…]     checks these pages, or all that the samples have in their folders out/
#   scripts/axe.sh --self-test  shows that it finds planted faults
#
# Exits 1 where any rule is violated, or where there is nothing to check.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
locked=$here/axe/package-lock.json
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nenpo/axe-$(cksum <"$locked" | cut -d ' ' -f 1)

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$browser" ]; then
  echo "axe.sh: there is no Chromium; install the package chromium, or say in CHROMIUM where one is" >&2
  exit 1
fi

if [ ! -d "$cache" ]; then
  mkdir -p "$(dirname "$cache")"
  fetched=$(mktemp -d "$cache.XXXXXX")
  cp "$here/axe/package.json" "$locked" "$fetched"
  npm ci --prefix "$fetched" --no-audit --no-fund --ignore-scripts --silent >&2
  # Only what is complete gets the name.
  mv "$fetched" "$cache"
fi

if [ "${1:-}" = "--self-test" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  # One fault a page: its name is the rule that must catch it.
  page() { printf '<!DOCTYPE html><html%s><head><title>t</title></head><body><main><h1>t</h1>%s</main></body></html>' "$2" "$3" >"$folder/$1.html"; }
  page html-has-lang '' ''
  page image-alt ' lang="en"' '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
  page color-contrast ' lang="en"' '<p style="color:#aaa;background:#fff">Too faint to be read</p>'
  page heading-order ' lang="en"' '<h4>A heading below none</h4>'
  page svg-img-alt ' lang="en"' '<svg role="img" viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1v1z"/></svg>'
  page overflow ' lang="en"' '<p style="width:2000px">Wider than the screen</p>'
  page status ' lang="en"' '<div style="overflow:auto" tabindex="0"><table><tbody><tr><td style="padding-left:2000px"><span class="status">On track</span></td></tr></tbody></table></div>'
  for file in "$folder"/*.html; do
    rule=$(basename "$file" .html)
    if said=$(CHROMIUM=$browser node "$here/axe/check.mjs" "$cache" "$file") || ! grep -q " $rule:" <<<"$said"; then
      printf 'axe.sh: the planted fault %s was not found:\n%s\n' "$rule" "$said" >&2
      exit 1
    fi
    echo "found as planted: $rule"
  done
  exit 0
fi

if [ $# -eq 0 ]; then
  shopt -s nullglob
  set -- "$here"/../examples/*/out/*.html "$here"/../examples/*/out/*/*.html
fi
if [ $# -eq 0 ]; then
  echo "axe.sh: there is no page to check; build one with: nenpo build DIR --format html" >&2
  exit 1
fi
CHROMIUM=$browser node "$here/axe/check.mjs" "$cache" "$@"
