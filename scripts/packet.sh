#!/usr/bin/env bash
# Joins the PDFs of tests/pdfs as packets, and has other programs look at what comes out: qpdf finds no fault, poppler reads
# the tags of the parts in order and shows the same pages, and veraPDF passes what parts that conform have become.
#
#   scripts/packet.sh             checks
#   scripts/packet.sh --self-test shows that a joined file with a broken tag fails
#
# Needs cargo, qpdf, poppler (pdfinfo, pdftoppm), and what scripts/conformance.sh needs.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "packet: $*" >&2
  exit 1
}

for program in qpdf pdfinfo pdftoppm; do
  command -v "$program" >/dev/null 2>&1 || fail "$program is not installed"
done

cd "$here/.."
mkdir "$work/joined"
# How the packets are compared is itself tested: pages that differ are told apart.
NENPO_JOINED="$work/joined" cargo test --test suite -- --ignored join::tools::

shopt -s nullglob
files=("$work"/joined/*.[23]a.pdf)
[ ${#files[@]} -gt 0 ] || fail "the tests have written no packet"

if [ "${1:-}" = --self-test ]; then
  sed 's|/S/TH|/S/TX|; s|/S /TH|/S /TX|' "$work/joined/all.2a.pdf" >"$work/broken-tag.pdf"
  cmp -s "$work/joined/all.2a.pdf" "$work/broken-tag.pdf" && fail "self-test: there was no header cell to break"
  "$here/conformance.sh" "$work/broken-tag.pdf" >"$work/report" 2>/dev/null && fail "self-test: broken-tag.pdf passes"
  sed "s|$work/||; s|^|  expected: |" "$work/report"
  exit 0
fi

"$here/conformance.sh" --level-b "$work"/joined/*.2b.pdf | sed "s|$work/joined/||"
"$here/conformance.sh" "${files[@]}" | sed "s|$work/joined/||"
