#!/bin/sh
# Makes the workbooks of this folder anew. Wants openpyxl, XlsxWriter and LibreOffice.
set -eu
cd "$(dirname "$0")"
python3 make.py .
made=$(mktemp -d)
for ending in xlsx ods xls; do
    soffice --headless --convert-to "$ending" --outdir "$made" openpyxl.xlsx
    mv "$made/openpyxl.$ending" "libreoffice.$ending"
done
rmdir "$made"
