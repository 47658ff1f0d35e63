#!/usr/bin/env bash
# What other programs make of these files: MuPDF's cleaning, qpdf's linearising, and a page as a picture by Ghostscript, as a
# scanner writes it. Needs mutool, qpdf, Ghostscript.
set -euo pipefail
cd "$(dirname "$0")"
mutool clean -gg -z ../chromium-tagged.pdf ../mupdf-cleaned.pdf >/dev/null 2>&1
qpdf --linearize --object-streams=generate --static-id ../libreoffice-writer-ja-untagged.pdf ../qpdf-linearized.pdf
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfimage8 -r100 -sCompression=JPEG -dFirstPage=2 -sOutputFile=../ghostscript-scan.pdf ../libreoffice-writer-ja-untagged.pdf
