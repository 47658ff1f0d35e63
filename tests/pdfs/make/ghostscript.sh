#!/usr/bin/env bash
# Ghostscript: LaTeX's article (latex-hyperref.pdf) distilled, as PDF/A-2b in sRGB and in CMYK. Needs Ghostscript 10.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
profiles=${PROFILES:-/usr/share/color/icc/ghostscript}

definitions() { # PROFILE COMPONENTS
  cat <<PS
%!
[/_objdef {icc} /type /stream /OBJ pdfmark
[{icc} << /N $2 >> /PUT pdfmark
[{icc} ($1) (r) file /PUT pdfmark
[/_objdef {intent} /type /dict /OBJ pdfmark
[{intent} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {icc} /OutputConditionIdentifier ($3) >> /PUT pdfmark
[{Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark
PS
}
distil() { # TARGET OPTIONS… INPUT…
  local target=$1
  shift
  gs -q -dBATCH -dNOPAUSE -dNOSAFER -sDEVICE=pdfwrite "-sOutputFile=../$target" "$@"
}
distil ghostscript-plain.pdf ../latex-hyperref.pdf
definitions "$profiles/srgb.icc" 3 sRGB >"$work/srgb.ps"
distil ghostscript-2b.pdf -dPDFA=2 -dPDFACompatibilityPolicy=1 -sColorConversionStrategy=RGB "$work/srgb.ps" ../latex-hyperref.pdf
definitions "$profiles/ps_cmyk.icc" 4 "Device CMYK" >"$work/cmyk.ps"
cat >"$work/colours.ps" <<'PS'
%!
<< /PageSize [595 842] >> setpagedevice
0.9 0.3 0 0.1 setcmykcolor 60 500 300 200 rectfill
0 0 0 1 setcmykcolor /Helvetica findfont 18 scalefont setfont 60 760 moveto (A map in four colours) show
showpage
PS
distil ghostscript-2b-cmyk.pdf -dPDFA=2 -dPDFACompatibilityPolicy=1 -sColorConversionStrategy=CMYK "$work/cmyk.ps" "$work/colours.ps"
