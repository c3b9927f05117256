#!/usr/bin/env bash
# Fuzzes every target for SECONDS under the address sanitizer. Usage: run.sh SECONDS [TARGET…]
# Finds are kept in out/fuzz/finds; the grown corpus in out/fuzz/corpus.
set -euo pipefail

seconds=$1
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$root/out/fuzz
targets=("$@")
[ $# -gt 0 ] || targets=(decoder csv values rubric rollup templates pipeline)

mkdir -p "$place/finds" "$place/logs"
swift build -c debug --package-path "$root/Tests/Fuzz" --scratch-path "$place/build" -j 2 \
  --sanitize address --sanitize fuzzer --product FuzzTargets
python3 "$root/Tests/Fuzz/corpus.py" "$root" "$place/corpus"
binary=$(swift build -c debug --package-path "$root/Tests/Fuzz" --scratch-path "$place/build" --show-bin-path)/FuzzTargets

executions=0
crashes=0
for target in "${targets[@]}"; do
  mkdir -p "$place/corpus/$target"
  log=$place/logs/$target.log
  status=0
  # A run of over ten seconds, or of over two gigabytes, is a find too; so is memory nobody holds any more.
  "$binary" "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -print_final_stats=1 -artifact_prefix="$place/finds/$target-" "$place/corpus/$target" >"$log" 2>&1 || status=$?
  runs=$(awk '/stat::number_of_executed_units/ { print $2 }' "$log")
  runs=${runs:-0}
  executions=$((executions + runs))
  if [ "$status" != 0 ] || [ "$runs" = 0 ]; then
    crashes=$((crashes + 1))
    echo "$target：失败（退出状态 $status），见 $log"
    grep -m 3 -E 'ERROR|Fatal error|SUMMARY' "$log" || tail -n 5 "$log"
  else
    echo "$target：执行 $runs 次，无崩溃"
  fi
done
echo "模糊测试：目标 ${#targets[@]} 个，每个 $seconds 秒，执行 $executions 次，崩溃 $crashes 个"
[ "$crashes" = 0 ]
