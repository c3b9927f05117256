#!/usr/bin/env bash
# Drives the built tool from outside while things go wrong around it. Installs what is missing without asking, runs as
# root in a mount namespace of its own, so that the small and read-only file systems vanish with it.
# Usage: run.sh TOOL [full|bounded] [FAMILY…]
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
tool="$(realpath "$1")"
form="${2:-full}"
shift; [ $# = 0 ] || shift

sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
missing=""
for package in strace util-linux python3; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  $sudo apt-get -o DPkg::Lock::Timeout=300 update -qq
  # shellcheck disable=SC2086
  $sudo apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $missing >/dev/null
fi
limit=900; [ "$form" = bounded ] || limit=3000
# The time limit only ends a run that hangs.
exec $sudo unshare -m --propagation private env PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8 \
  timeout "$limit" python3 Tests/Faults/faults.py "$tool" "$form" "$@"
