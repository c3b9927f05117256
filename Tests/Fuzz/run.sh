#!/usr/bin/env bash
# Fuzzes every target for SECONDS, two at a time, under the address sanitizer. Usage: run.sh SECONDS [TARGET…]
# JIXIAO_TOOL names the built tool, which shows that seeds of the pipeline yield reports; without it, it is built.
# Finds are kept in out/fuzz/finds; logs and the grown corpus beside them.
set -euo pipefail

seconds=$1
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Tests/Fuzz
place=$root/out/fuzz
targets=("$@")
[ $# -gt 0 ] || targets=(decoder csv values rubric rollup templates pipeline)

# Optimised, for many times the executions; overflow, bounds and preconditions are still checked. One option names both
# sanitizers: of two, the compiler takes the last only, and nothing would guide the fuzzer.
build=(swift build -c release -Xswiftc -enable-testing -j 2 --package-path "$here" --scratch-path "$here/.build-fuzz"
  --product FuzzTargets -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address)
"${build[@]}"
binary=$("${build[@]}" --show-bin-path)/FuzzTargets

tool=${JIXIAO_TOOL:-}
if [ -z "$tool" ]; then
  build=(swift build -c release --static-swift-stdlib -j 2 --package-path "$root" --product jixiao)
  "${build[@]}"
  tool=$("${build[@]}" --show-bin-path)/jixiao
fi

mkdir -p "$place/finds" "$place/logs"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/corpus.py" "$root" "$place/corpus" "$tool"

# A run of over ten seconds, or of over two gigabytes, is a find too; so is memory nobody holds any more.
fuzz() {
  local target=$1 status=0
  mkdir -p "$place/corpus/$target"
  JIXIAO_FUZZ=$target "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -detect_leaks=1 \
    -print_final_stats=1 -artifact_prefix="$place/finds/$target-" "$place/corpus/$target" \
    >"$place/logs/$target.log" 2>&1 || status=$?
  echo "$status" >"$place/logs/$target.status"
}
export -f fuzz
export binary place seconds
printf '%s\n' "${targets[@]}" | xargs -P 2 -I{} bash -c 'fuzz {}'

executions=0
finds=0
for target in "${targets[@]}"; do
  log=$place/logs/$target.log
  status=$(cat "$place/logs/$target.status")
  # A leak at the end prints the figures twice.
  runs=$(awk '/stat::number_of_executed_units/ { runs = $2 } END { print runs + 0 }' "$log")
  executions=$((executions + runs))
  if [ "$status" != 0 ] || [ "$runs" = 0 ]; then
    finds=$((finds + 1))
    echo "$target：失败（退出状态 $status），见 $log"
    grep -m 3 -E 'ERROR|Fatal error|SUMMARY' "$log" || tail -n 5 "$log"
  else
    echo "$target：执行 $runs 次，无崩溃"
  fi
done
echo "模糊测试：目标 ${#targets[@]} 个，每个 $seconds 秒，执行 $executions 次，崩溃、超时、泄漏 $finds 个"
[ "$finds" = 0 ]
