#!/usr/bin/env python3
"""Run commands by turns and report the medians of wall time, CPU time and peak memory.

  measure.py PLAN.json RESULT.json

PLAN is a list of groups {"key", "runs", "warmUps", "items"}; an item is {"key", "name", "command": [...]} and perhaps
  "fresh": folder   set aside or removed before every run, outside the timing
  "stdin": file     standard input
  "runs": n         fewer runs than the group's: it sits out the later turns
  "same": name      standard output has to be the same in every run of every item with this name
  "inner": true     the last line on standard error is "wall CPU" in seconds of the work without start-up
  "count": true     files and bytes in the fresh folder are counted after the last run
  "tree": true      one more run, not timed, in which the memory of all processes together is sampled
Commands of a group take turns (1, 2, 3, 1, 2, 3, …), so that a slow spell of the machine falls on all of them. CPU time is
user + system of the process and of those it has waited for. Peak memory is the kernel's ru_maxrss of the largest
single process, which starts at what this process itself occupies: the floor is measured with /bin/true and reported. With
"tree" it is the largest sum, over all processes of the command, of proportional set sizes (a page shared by two counts
half for each) seen at steps of 20 ms, or ru_maxrss if that is more. Any command that does not exit with 0, or whose output differs,
ends the measurement with status 1. Only small modules are imported, to keep the floor low.

ext4 does not give out the inode of a removed file again for some minutes, and passes over all of them at every file that is
made: whoever runs after something was removed would pay for it, and who writes many files most. Hence folders of earlier
runs are set aside and removed at the end, as long as FREE bytes of the disk stay free.
"""
import json
import os
import sys
import time


FREE = 32 << 30


def remove(path):
    """Remove a folder; plain os calls, because shutil would bring in much memory."""
    for folder, folders, files in os.walk(path, topdown=False):
        for name in files:
            os.unlink(os.path.join(folder, name))
        for name in folders:
            inner = os.path.join(folder, name)
            os.unlink(inner) if os.path.islink(inner) else os.rmdir(inner)
    os.rmdir(path)


def count(path):
    """(files, bytes, bytes on the disk) below a folder."""
    files = size = blocks = 0
    for folder, _, names in os.walk(path):
        for name in names:
            found = os.lstat(os.path.join(folder, name))
            files, size, blocks = files + 1, size + found.st_size, blocks + 512 * found.st_blocks
    return files, size, blocks


def tree_memory(root):
    """Proportional set size in MiB of a process and all below it, as far as they live."""
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    family = {root}
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            break
        family |= more
    total = 0
    for pid in family:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
        except OSError:
            continue
    return total / 1024


class Runner:
    """Runs items; keeps what standard output has to be."""

    def __init__(self, base):
        self.out, self.err = base + ".out", base + ".err"
        self.expected = {}
        self.aside, self.kept = base + ".aside", 0
        if os.path.lexists(self.aside):
            remove(self.aside)
        os.mkdir(self.aside)

    def clear(self, item):
        """Sets the folder of an earlier run aside, or removes it where the disk is too small for that."""
        path = item.get("fresh")
        if not path or not os.path.lexists(path):
            return
        disk = os.statvfs(path)
        if disk.f_bavail * disk.f_frsize < FREE:
            remove(path)
        else:
            os.rename(path, f"{self.aside}/{self.kept}")
            self.kept += 1

    def run(self, item, sampled=False):
        """{wall s, CPU s, peak MiB} of one run."""
        self.clear(item)
        command = item["command"]
        opened = [os.open(item.get("stdin", "/dev/null"), os.O_RDONLY)]
        opened += [os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644) for path in (self.out, self.err)]
        actions = [(os.POSIX_SPAWN_DUP2, file, place) for place, file in enumerate(opened)]
        environment = {**os.environ, **item.get("environment", {})}
        start = time.perf_counter()
        pid = os.posix_spawn(command[0], command, environment, file_actions=actions)
        seen = 0
        while sampled:
            # Left as a zombie, so that wait4 below still gives its usage.
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
            seen = max(seen, tree_memory(pid))
            time.sleep(0.02)
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        for file in opened:
            os.close(file)
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            raise SystemExit(f"退出状态 {code}：{' '.join(command)}\n输出见 {self.out} 和 {self.err}")
        taken = {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": max(seen, usage.ru_maxrss / 1024)}
        if "same" in item:
            with open(self.out, encoding="utf-8") as file:
                text = file.read()
            if self.expected.setdefault(item["same"], text) != text or not text.strip():
                raise SystemExit(f"输出与“{item['same']}”的其他项不同：{' '.join(command)}\n{text}")
        if item.get("inner"):
            with open(self.err, encoding="utf-8") as file:
                taken["innerWall"], taken["innerCPU"] = map(float, file.read().split("\n")[-2].split())
        return taken


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def measure(group, runner):
    items = group["items"]
    samples = [[] for _ in items]
    for turn in range(group["warmUps"] + group["runs"]):
        for item, taken in zip(items, samples):
            timed = turn - group["warmUps"]
            if timed >= item.get("runs", group["runs"]) or (timed < 0 and item.get("runs")):
                continue
            figures = runner.run(item)
            if timed >= 0:
                taken.append(figures)
    results = []
    for item, taken in zip(items, samples):
        result = {"key": item["key"], "name": item["name"], "runs": len(taken)}
        for key in taken[0]:
            values = [one[key] for one in taken]
            result[key] = median(values)
            result[key + "Least"], result[key + "Most"] = min(values), max(values)
            result[key + "All"] = values
        if item.get("count"):
            result["files"], result["bytes"], result["diskBytes"] = count(item["fresh"])
        if item.get("tree"):
            result["treePeak"] = runner.run(item, sampled=True)["peak"]
        runner.clear(item)
        results.append(result)
        print(f"  {result['name']}：CPU {result['cpu']:.2f} s，实际 {result['wall']:.2f} s", file=sys.stderr)
    return {**{key: group[key] for key in ("key", "title", "runs", "warmUps", "units")}, "results": results}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    runner = Runner(sys.argv[2])
    groups = []
    for group in plan:
        print(group["title"], file=sys.stderr)
        groups.append(measure(group, runner))
    floor = runner.run({"command": ["/bin/true"]})["peak"]
    remove(runner.aside)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"floor": floor, "groups": groups}, file, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
