#!/bin/bash
# Every way of spreading a batch gives what one process gives: test_distributed.sh TOOL WORK PYTHON
#   N=60  units, 5 % of them with an error     SLURM=0  leave out the real Slurm
set -euo pipefail
tool=$(realpath "$1") work=$(realpath "$2") python=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
units=${N:-60}
common=(--date 2024-01-15 -q)
done_or_retry=$here/done-or-retry.sh
export PATH=$(dirname "$tool"):$PATH

# Fails with a sentence.
fail() { echo "错误：$*" >&2; exit 1; }

rm -rf "$work"
mkdir -p "$work"
cd "$work"
python3 "$here/../Benchmarks/generate.py" --units "$units" --bad 5 --out root
find root -mindepth 1 -maxdepth 1 -type d | LC_ALL=C sort > folders

# merge NAME LINES…: the overview of lines has to be that of the single process, and so have the reports.
merge() {
  local name=$1
  shift
  local status=0
  cat "$@" | jixiao merge - -o "merged-$name" "${common[@]}" || status=$?
  [ "$status" -eq 0 ] || fail "$name：merge 退出状态 $status"
  [ "$(cat "$@" | wc -l)" -eq "$units" ] || fail "$name：行数不是 $units"
  cmp <(cat "$@" | LC_ALL=C sort) <(LC_ALL=C sort single.ndjson) || fail "$name：行与单个进程不同"
  diff -r "merged-$name" merged-single > /dev/null || fail "$name：汇总表与单个进程不同"
  diff -r "out-$name" out-single > /dev/null || fail "$name：各单位的文件与单个进程不同"
  echo "$name：$units 行，汇总表和各单位的文件与单个进程逐字节相同"
}

status=0
jixiao batch - -o out-single -j 1 --ndjson single.ndjson "${common[@]}" < folders || status=$?
[ "$status" -eq 1 ] || fail "单个进程：有错误的单位应使退出状态为 1，实为 $status"
bad=$(grep -c '"ok":false' single.ndjson) || fail "没有一个单位有错误"
jixiao merge single.ndjson -o merged-single "${common[@]}"

# GNU parallel: lists of ten folders on standard input, failures tried again.
mkdir lines-parallel
parallel --will-cite --pipe -N 10 -j 2 --retries 3 \
  "$done_or_retry" jixiao batch - -o out-parallel -j 1 --ndjson lines-parallel/{#}.ndjson "${common[@]}" < folders
merge parallel lines-parallel/*.ndjson

# xargs: one shard after another, two at a time.
mkdir lines-xargs
seq 1 7 | xargs -P 2 -I '{}' "$done_or_retry" jixiao batch root -o out-xargs -j 1 --shard '{}/7' --layout sharded \
  --ndjson 'lines-xargs/{}.ndjson' "${common[@]}"
merge xargs lines-xargs/*.ndjson

# The script of the Slurm array with its variables set by hand.
export ROOT=$work/root BATCH_OPTIONS="${common[*]}"
mkdir lines-array
for task in 3 4 5 6; do
  # Of the array 3-6, each task twice, as if it had been put back into the queue.
  for _ in 1 2; do
    ROOT=root OUT=out-array LINES=lines-array SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_JOB_ID=1 \
      bash "$here/array.sbatch"
  done
done
merge array lines-array/*.ndjson

slurm=未测
if [ "${SLURM:-1}" = 1 ]; then
  mkdir lines-slurm
  "$here/slurm-node.sh" "$work/slurm" sbatch --wait --array=1-5 --cpus-per-task=1 --chdir="$work" \
    --output="$work/slurm/task-%a.log" --export="ALL,ROOT=root,OUT=out-slurm,LINES=lines-slurm" "$here/array.sbatch" > slurm.out \
    || { cat slurm.out "$work"/slurm/task-*.log >&2; fail "Slurm 没有完成"; }
  merge slurm lines-slurm/*.ndjson
  slurm=实跑
fi

# Spark, two threads, up to four attempts; two in three partitions die half-way at the first.
mkdir failures
"$python" "$here/spark_batch.py" --folders folders --lines spark.ndjson --partitions 9 -- \
  python3 "$here/failing_worker.py" failures "$done_or_retry" jixiao batch - -o out-spark -j 1 --ndjson - "${common[@]}" \
  > spark.out 2> spark.err || { tail -n 30 spark.err >&2; fail "Spark 没有完成"; }
read -r lines tasks failed < <(tail -n 1 spark.out)
injected=$(find failures -name 'failed-*' | wc -l)
[ "$injected" -gt 0 ] && [ "$failed" -eq "$injected" ] || fail "Spark 重试 $failed 次，制造了 $injected 次失败"
merge spark spark.ndjson

sum=$(find merged-single -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | sha256sum | cut -c1-16)
echo "分布式：$lines 行（其中 $bad 行有错误），Spark $tasks 个分区、重试 $failed 次，Slurm $slurm；parallel、xargs、Slurm 数组、Spark 的汇总与单个进程逐字节相同（sha256 $sum…）"
