#!/usr/bin/env bash
# A page printed by Chromium, which tags it and gives it bookmarks. Needs Chromium, or its name in the variable BROWSER.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s|@FONTS@|$(cd ../../../fonts && pwd)|; s|@CACHE@|$work/fonts|" fonts.conf.in >"$work/fonts.conf"
export FONTCONFIG_FILE=$work/fonts.conf
timeout 120 "${BROWSER:-chromium}" --headless --no-sandbox --disable-gpu "--user-data-dir=$work/profile" \
  --no-pdf-header-footer --generate-pdf-document-outline --print-to-pdf="$work/page.pdf" "file://$PWD/chromium.html" >/dev/null 2>&1
mv "$work/page.pdf" ../chromium-tagged.pdf
