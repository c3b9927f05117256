#!/usr/bin/env bash
# Time jixiao against the yardsticks: run.sh TOOL READER. Needs Debian and PyPI once; offline afterwards.
#   UNITS="10000"  more numbers of units, for memory only     RUNS=15  runs of one unit     ROUNDS=3  runs of many units
#   SMALL=100 LARGE=2000  the two numbers of units             RESULTS=FILE  where the tables go
set -euo pipefail
tool=$(realpath "${1:?用法：run.sh jixiao程序 ReadTyped程序}")
reader=$(realpath "${2:?用法：run.sh jixiao程序 ReadTyped程序}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
venv=$root/.venv-bench
work=$root/out/bench
pins="lxml==6.1.3 jinja2==3.1.6 MarkupSafe==3.0.3 polars==2.1.0 duckdb==2.0.0"
export SMALL=${SMALL:-100} LARGE=${LARGE:-2000}
sizes=$(printf '%s\n' 1 "$SMALL" "$LARGE" ${UNITS:-} | sort -nu)
more=$(printf '%s\n' ${UNITS:-} | grep -vxE "1|$SMALL|$LARGE|" || true)

if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends python3 python3-venv
fi
if [ "$(cat "$venv/pins" 2>/dev/null)" != "$pins" ] || ! "$venv/bin/python" -c 'import duckdb, jinja2, lxml.etree, polars' 2>/dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check $pins
  echo "$pins" > "$venv/pins"
fi
python=$venv/bin/python

# Input is the same for the same generators and sizes; it is made anew when any of that changes.
stamp=$(cat "$here"/generate*.py "$here"/yardstick/gen.py | sha256sum | cut -c1-16)-$(echo $sizes | tr ' ' '-')
if [ "$(cat "$work/stamp" 2>/dev/null)" != "$stamp" ]; then
  rm -rf "$work"
  mkdir -p "$work"
  echo "生成数据……" >&2
  for n in $sizes; do "$python" "$here/yardstick/gen.py" "$work/yardstick-$n" --units "$n"; done &
  for n in $sizes; do "$python" "$here/generate.py" --units "$n" --out "$work/units-$n"; done
  "$python" "$here/generate_table.py" "$work/table.csv"
  wait $!
  echo "$stamp" > "$work/stamp"
fi
rm -rf "$work/run" "$work/pages"
mkdir -p "$work/run"
"$tool" report "$work"/units-1/* -o "$work/pages" --date 2024-01-15 -q
clang -O2 $(pkg-config --cflags libxml-2.0) -I "$root/Sources/CPageMemory/include" -o "$work/validate" \
  "$here/validate.c" "$root/Sources/CPageMemory/page_memory.c" $(pkg-config --libs libxml-2.0)
"$python" "$here/plan.py" "$work" "$tool" "$reader" "$python" $more > "$work/plan.json"
# Byte code of the yardsticks is compiled before, as it would be for a user.
"$python" -m compileall -q "$here" "$here/yardstick"
"$python" -I -S "$here/measure.py" "$work/plan.json" "$work/result.json"
swift=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' || true)
"$python" "$here/table.py" "$work/result.json" "${RESULTS:-$here/RESULTS.md}" \
  "程序=$("$tool" --version)，Swift ${swift:-未知}，静态链接标准库，libxml2 $(pkg-config --modversion libxml-2.0 2>/dev/null || echo 未知)" \
  "对照程序=$("$python" -c 'import duckdb, jinja2, lxml.etree as e, platform, polars
print(f"Python {platform.python_version()}，lxml {e.__version__}（libxml2 " + ".".join(map(str, e.LIBXML_VERSION)) + f"），Jinja2 {jinja2.__version__}，polars {polars.__version__}，DuckDB {duckdb.__version__}")')" \
  "磁盘=$(df --output=fstype "$work" | tail -n 1)"
rm -rf "$work/run"
