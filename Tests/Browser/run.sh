#!/usr/bin/env bash
# Looks at the finished pages as their readers do: Chromium, the W3C checker, axe, LibreOffice. Installs what is missing
# without asking; writes screenshots and PDF files to out/browser. Usage: run.sh TOOL
set -euo pipefail
cd "$(dirname "$0")/../.."
tool="$1"
out="$PWD/out/browser"
export LC_ALL=C.UTF-8

# shellcheck source=Tests/Browser/tools.sh
source Tests/Browser/tools.sh

rm -rf "$out"
mkdir -p "$out"
"$tool" report Samples/jsmi-2023 -o "$out/year" --date 2024-01-15 -q 2>/dev/null
"$tool" report Samples/jsmi-2023 -o "$out/half" --period half --date 2023-07-10 -q 2>/dev/null
"$tool" report Samples/jsmi-2023 -o "$out/gb18030" --csv-encoding gb18030 --date 2024-01-15 -q 2>/dev/null
# The checks take two to three minutes on two idle cores; this only ends a run that hangs.
exec timeout 900 "$venv/bin/python" Tests/Browser/check.py "$out" "$venv"
