#!/usr/bin/env bash
# Hostile text in every text column, looked at in Chromium, the W3C checker, LibreOffice and a strict mail parser.
# Usage: run.sh TOOL
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
tool="$(realpath "$1")"
# shellcheck source=Tests/Browser/tools.sh
source Tests/Browser/tools.sh
# Public lists of hostile text are not part of this repository; beside it they are found without being named.
if [ -z "${JIXIAO_CORPORA:-}" ] && [ -d ../shared/corpora ]; then
  JIXIAO_CORPORA="$(cd ../shared/corpora && pwd)"
  export JIXIAO_CORPORA
fi
out="$PWD/out/hostile"
rm -rf "$out"
mkdir -p "$out"
# The time limit only ends a run that hangs.
exec timeout 2400 "$venv/bin/python" Tests/Hostile/hostile.py "$tool" "$out" "$venv"
