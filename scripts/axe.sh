#!/usr/bin/env bash
# Opens web pages in headless Chromium and asks axe-core what keeps people from using them. Needs what browser.sh says.
#
#   scripts/axe.sh [FILES…]     checks these pages, or all that the samples have in their folders out/
#   scripts/axe.sh --self-test  shows that it finds planted faults
#
# Exits 1 where any rule is violated, or where there is nothing to check.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
. "$here/browser.sh"

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
