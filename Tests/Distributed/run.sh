#!/usr/bin/env bash
# Spread a batch over parallel, xargs, Slurm and Spark on this machine: run.sh TOOL. Installs what is missing.
set -euo pipefail
tool=$(realpath "${1:?用法：run.sh jixiao程序}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=$root/.venv-distributed
pins="pyspark==4.3.0 py4j==0.10.9.9"
missing=""
python3 -c 'import ensurepip, venv' 2> /dev/null || missing="python3 python3-venv"
command -v parallel > /dev/null || missing="$missing parallel"
java -version 2>&1 | grep -qE 'version "(17|21)' || missing="$missing openjdk-17-jre-headless"
if [ "${SLURM:-1}" = 1 ]; then
  command -v slurmctld > /dev/null && command -v slurmd > /dev/null && command -v munged > /dev/null || missing="$missing slurm-wlm munge"
fi
if [ -n "$missing" ]; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  $sudo apt-get update -qq
  # Daemons are started by the test itself.
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 $sudo apt-get install -y -qq --no-install-recommends $missing > /dev/null
fi
if [ "$(cat "$venv/pins" 2> /dev/null)" != "$pins" ] || ! "$venv/bin/python" -c 'import pyspark' 2> /dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check $pins
  echo "$pins" > "$venv/pins"
fi
mkdir -p "$root/out"
timeout 1500 bash "$here/test_distributed.sh" "$tool" "$root/out/distributed" "$venv/bin/python"
