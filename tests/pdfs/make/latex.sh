#!/usr/bin/env bash
# An article by LaTeX: untagged, object streams, named destinations such as section.1 and page.1, pages
# i, ii and 1. Needs pdflatex with hyperref.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp latex.tex "$work"
for _ in 1 2 3; do (cd "$work" && pdflatex -interaction=batchmode -halt-on-error latex.tex >/dev/null); done
mv "$work/latex.pdf" ../latex-hyperref.pdf
