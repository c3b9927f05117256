#!/usr/bin/env python3
"""Run commands by turns and report the medians of wall time, CPU time and peak memory.

  measure.py PLAN.json RESULT.json [--runs 15] [--warm-ups 3]

PLAN is a list of {"name", "command": [...], "fresh": folder}. The folder is removed before every run, outside the
timing. Commands take turns (1, 2, 3, 1, 2, 3, …), so that a slow spell of the machine falls on all of them. CPU time is
user + system of the process and of those it has waited for; peak memory is the kernel's ru_maxrss, which
starts at what this process itself occupies: the floor is measured with /bin/true and reported.
Ratios are to the last command of the plan. Any command that does not exit with 0 ends the measurement with status 1. Only small modules are imported, to keep the floor low.
"""
import json
import os
import sys
import time


def clear(path):
    """Remove a folder; plain os calls, because shutil would bring in much memory."""
    if not os.path.lexists(path):
        return
    for folder, folders, files in os.walk(path, topdown=False):
        for name in files:
            os.unlink(os.path.join(folder, name))
        for name in folders:
            inner = os.path.join(folder, name)
            os.unlink(inner) if os.path.islink(inner) else os.rmdir(inner)
    os.rmdir(path)


def run(command, log):
    """(wall s, CPU s, peak MiB) of one run."""
    start = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise SystemExit(f"退出状态 {code}：{' '.join(command)}\n输出见 {sys.argv[2]}.log")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def main():
    runs, warm_ups = option("--runs", 15), option("--warm-ups", 3)
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    samples = [[] for _ in plan]
    log = os.open(sys.argv[2] + ".log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o644)
    for turn in range(warm_ups + runs):
        for item, taken in zip(plan, samples):
            clear(item["fresh"])
            figures = run(item["command"], log)
            if turn >= warm_ups:
                taken.append(figures)
    floor = run(["/bin/true"], log)[2]
    results = []
    for item, taken in zip(plan, samples):
        wall, cpu, peak = zip(*taken)
        # A ratio is taken within each turn, so that it compares runs of the same moment.
        ratios = [median([mine / its for mine, its in zip(column, other)]) for column, other in zip((wall, cpu, peak), zip(*samples[-1]))]
        results.append({"name": item["name"], "wall": median(wall), "wallLeast": min(wall), "wallMost": max(wall),
                        "cpu": median(cpu), "cpuLeast": min(cpu), "cpuMost": max(cpu), "peak": median(peak),
                        "wallRatio": ratios[0], "cpuRatio": ratios[1], "peakRatio": ratios[2]})
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"runs": runs, "warmUps": warm_ups, "floor": floor, "results": results}, file, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
