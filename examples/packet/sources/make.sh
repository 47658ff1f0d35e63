#!/usr/bin/env bash
# Makes the PDFs in files/, as an office does: LibreOffice, exported as PDF/A-2b and PDF/UA-1. Needs LibreOffice 7.4 or later.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Only the fonts of this repository, so that no file contains a font of the machine that made it.
cat >"$work/fonts.conf" <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$(cd ../../../fonts && pwd)</dir><cachedir>$work/fonts</cachedir></fontconfig>
XML
export FONTCONFIG_FILE=$work/fonts.conf
options='{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
for source in *.fodt; do
  timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to "pdf:writer_pdf_Export:$options" --outdir ../files "$source" >/dev/null
done
