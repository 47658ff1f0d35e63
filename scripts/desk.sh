#!/usr/bin/env bash
# Walks through the desk in headless Chromium, in both languages: a report is made from a dropped workbook, mended, edited,
# built and opened, by mouse and by keyboard; two browsers, a desk that is killed and started again; axe-core on every view.
# Needs what browser.sh says.
#
#   scripts/desk.sh [PROGRAM]               checks this nenpo, or target/release/nenpo
#   scripts/desk.sh [PROGRAM] --pictures DIR  also writes pictures of the steps, for the documentation
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
. "$here/browser.sh"

program=$here/../target/release/nenpo
if [ $# -gt 0 ] && [ "$1" != "--pictures" ]; then
  program=$1
  shift
fi
pictures=
if [ "${1:-}" = "--pictures" ]; then
  pictures=$2
fi
for language in ja en; do
  CHROMIUM=$browser node "$here/desk/walk.mjs" "$cache" "$program" "$language" "$pictures"
done
