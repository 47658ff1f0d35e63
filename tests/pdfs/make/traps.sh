#!/usr/bin/env bash
# Writes tests/pdfs/traps and its README.md. Needs Python with fontTools (PYTHON names one that has it), and qpdf.
set -euo pipefail
cd "$(dirname "$0")"
PYTHONDONTWRITEBYTECODE=1 "${PYTHON:-python3}" traps.py
