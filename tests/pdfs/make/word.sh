#!/usr/bin/env bash
# Writes the files that are structured as Word's. Needs Python with fontTools (PYTHON names one that has it), and qpdf.
set -euo pipefail
cd "$(dirname "$0")"
PYTHONDONTWRITEBYTECODE=1 "${PYTHON:-python3}" word.py
