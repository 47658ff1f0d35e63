#!/usr/bin/env bash
# Runs cairo_pages.py with the fonts of this repository. Needs Python with pycairo.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s|@FONTS@|$(cd ../../../fonts && pwd)|; s|@CACHE@|$work/fonts|" fonts.conf.in >"$work/fonts.conf"
FONTCONFIG_FILE=$work/fonts.conf /usr/bin/python3 cairo_pages.py
