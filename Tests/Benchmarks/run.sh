#!/usr/bin/env bash
# Time jixiao against the yardstick: run.sh TOOL [RUNS]. Needs Debian and PyPI once; offline afterwards.
set -euo pipefail
tool=$(realpath "${1:?用法：run.sh jixiao程序 [次数]}")
runs=${2:-15}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
venv=$root/.venv-bench
work=$root/out/bench
pins="lxml==6.1.3 jinja2==3.1.6 MarkupSafe==3.0.3"

if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends python3 python3-venv
fi
if [ "$(cat "$venv/pins" 2>/dev/null)" != "$pins" ] || ! "$venv/bin/python" -c 'import jinja2, lxml.etree' 2>/dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check $pins
  echo "$pins" > "$venv/pins"
fi
python=$venv/bin/python

rm -rf "$work"
mkdir -p "$work"
"$python" "$here/generate.py" --units 1 --out "$work/units"
"$python" "$here/yardstick/gen.py" "$work/yardstick" --units 1
unit=$(ls -d "$work"/units/*/)
mkdir -p "$work/run"
"$python" - "$work/run" "$tool" "$unit" "$python" "$here/yardstick/peer_report.py" "$work/yardstick" > "$work/plan.json" <<'PLAN'
import json, sys
run, tool, unit, python, program, data = sys.argv[1:]
def report(folder, out):
    return {"fresh": out, "command": [tool, "report", folder, "-o", out, "--date", "2024-01-15", "--force", "-q"]}
json.dump([
    {"name": "(a) jixiao report，样例 jsmi-2023（9张表，324条指标）", **report("Samples/jsmi-2023", f"{run}/sample")},
    {"name": "(b) jixiao report，生成的1个单位（9张表，405条指标）", **report(unit, f"{run}/unit")},
    {"name": "(c) 对照程序 csv，生成的1个单位（9张表，405条指标）", "fresh": f"{run}/yardstick",
     "command": [python, program, data, f"{run}/yardstick"]},
], sys.stdout, ensure_ascii=False)
PLAN
# Byte code of the yardstick is compiled by the warm-ups, as it would be for a user.
"$python" -I -S "$here/measure.py" "$work/plan.json" "$work/result.json" --runs "$runs"
swift=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' || true)
"$python" "$here/table.py" "$work/result.json" "$here/RESULTS.md" \
  "程序=$("$tool" --version)，Swift ${swift:-未知}，静态链接标准库，libxml2 $(pkg-config --modversion libxml-2.0 2>/dev/null || echo 未知)" \
  "对照程序=$("$python" -c 'import platform, lxml.etree as e, jinja2
print(f"Python {platform.python_version()}，lxml {e.__version__}（libxml2 " + ".".join(map(str, e.LIBXML_VERSION)) + f"），Jinja2 {jinja2.__version__}")')" \
  "磁盘=$(df --output=fstype "$work" | tail -n 1)"
