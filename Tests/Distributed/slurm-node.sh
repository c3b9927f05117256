#!/bin/bash
# A Slurm of one node on this machine, for as long as a command runs: slurm-node.sh FOLDER COMMAND…
# Needs root. All it writes lies in FOLDER; the daemons are stopped at the end.
set -euo pipefail
folder=$(realpath "$1")
shift
mkdir -p "$folder"/{state,spool,munge}
chmod 755 "$folder"
chmod 700 "$folder/munge"
dd if=/dev/urandom of="$folder/munge/key" bs=1024 count=1 status=none
chmod 400 "$folder/munge/key"
host=$(hostname -s)
cores=$(nproc)
cat > "$folder/slurm.conf" <<CONF
ClusterName=jixiao
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CryptoType=crypto/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=1,sched_interval=2
ReturnToService=2
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SlurmctldPort=26817
SlurmdPort=26818
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf
started=()
stop() { for ((i = ${#started[@]} - 1; i >= 0; i--)); do kill "${started[i]}" 2> /dev/null && wait "${started[i]}" 2> /dev/null || true; done; }
trap stop EXIT
munged --foreground --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
  --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" 2> "$folder/munge/err" &
started+=($!)
for _ in {1..50}; do [ -S "$folder/munge/socket" ] && break; sleep 0.1; done
slurmctld -D -i > "$folder/slurmctld.out" 2>&1 &
started+=($!)
slurmd -D -N "$host" > "$folder/slurmd.out" 2>&1 &
started+=($!)
for _ in {1..100}; do [ "$(sinfo -h -o %t 2> /dev/null)" = idle ] && break; sleep 0.2; done
[ "$(sinfo -h -o %t)" = idle ] || { tail -n 5 "$folder"/*.log >&2; exit 1; }
"$@"
