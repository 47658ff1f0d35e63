#!/usr/bin/env bash
# The PDFs of LibreOffice: Writer (archival and accessible; plain), Impress, Calc. Needs LibreOffice 7.4 or later.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s|@FONTS@|$(cd ../../../fonts && pwd)|; s|@CACHE@|$work/fonts|" fonts.conf.in >"$work/fonts.conf"
export FONTCONFIG_FILE=$work/fonts.conf

# export SOURCE FILTER OPTIONS TARGET
export_pdf() {
  timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to "pdf:$2:$3" --outdir "$work" "$1" >/dev/null 2>&1
  mv "$work/$(basename "${1%.*}").pdf" "../$4"
}

archival='{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"ExportNotes":{"type":"boolean","value":"false"}}'
tagged='{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
plain='{"UseTaggedPDF":{"type":"boolean","value":"false"},"ExportBookmarks":{"type":"boolean","value":"false"}}'
export_pdf writer-en.fodt writer_pdf_Export "$archival" libreoffice-writer-en-claims-2b-ua1.pdf
export_pdf writer-ja.fodt writer_pdf_Export "$archival" libreoffice-writer-ja-claims-2b-ua1.pdf
export_pdf writer-ja.fodt writer_pdf_Export "$plain" libreoffice-writer-ja-untagged.pdf
export_pdf impress.fodp impress_pdf_Export "$tagged" libreoffice-impress-dark.pdf
export_pdf calc.fods calc_pdf_Export "$tagged" libreoffice-calc-a3-landscape.pdf
