"""The tool is ended from outside: at random moments, and at each of its system calls."""

import random
import subprocess
import time

import calls
import strace

SEED = 20240115


def run(bench):
    random_moments(bench)
    at_calls(bench)


def lasting_time(bench, unit):
    """How long a run takes now, the longest of three."""
    times = []
    for _ in range(3):
        folder = bench.with_old(unit)
        began = time.monotonic()
        bench.run(bench.arguments(unit, folder / "out"))
        times.append(time.monotonic() - began)
    return max(times)


def random_moments(bench):
    """200 times SIGKILL, and SIGTERM and SIGINT, at moments spread over the run by a seeded generator."""
    generator = random.Random(SEED)
    ended = {"SIGKILL": 0, "SIGTERM": 0, "SIGINT": 0}
    plan = [("SIGKILL", 9)] * (200 if bench.full else 40) + [("SIGTERM", 15), ("SIGINT", 2)] * (50 if bench.full else 8)
    unit = bench.sample if bench.full else bench.small
    length = lasting_time(bench, unit)
    moments = [(name, number, generator.random()) for name, number in plan]

    def one(item):
        name, number, share = item
        folder = bench.with_old(unit)
        process = subprocess.Popen(
            [bench.tool, *map(str, bench.arguments(unit, folder / "out"))], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", env=bench.environment())
        time.sleep(share * length)
        process.send_signal(number)
        err = process.communicate(timeout=60)[1]
        status = process.returncode
        if status != 0:
            ended[name] += 1
        judge(bench, unit, folder, f"{unit.name} {name} 于 {share * length * 1000:.0f} 毫秒", number, status, err)

    bench.all(one, moments)
    bench.remark = f"随机时刻打断成功 {ended}"
    for name, count in ended.items():
        if count == 0:
            bench.check(f"随机时刻 {name}", ["没有一次打断"])


def at_calls(bench):
    """A signal on entering each call on the tool's files."""
    unit = bench.small
    sites, _ = calls.traced(bench, unit)
    wanted = [site for site in sites if site.call not in ("newfstatat", "fcntl", "readlink", "statx", "fstat")]
    if not bench.full:
        wanted = calls.thinned(wanted, 3)

    def one(item):
        site, name, number = item
        folder = bench.with_old(unit)
        log = folder / "trace"
        result = bench.run(
            bench.arguments(unit, folder / "out"),
            before=strace.command(log, f"{site.call}:signal={name}:when={site.number}"))
        # strace ends itself with the signal that ended the tool.
        judge(bench, unit, folder, f"{unit.name} 第{site.number}个 {site.call} {name}", number, result.status, result.err)

    bench.all(one, [(site, *signal) for site in wanted for signal in [("SIGKILL", 9), ("SIGTERM", 15), ("SIGINT", 2)]])


def judge(bench, unit, folder, name, number, status, err):
    result = bench.result(status, err)
    if number == 9:
        expect, strays = {-9: ["old", "new"], 0: ["new"]}, 1
    else:
        # A run that has put the new folder in its place says so; one that is stopped before has changed nothing.
        # In the loader, before anything of ours runs, the signal itself ends the process.
        expect, strays = {128 + number: ["old", "new"], 0: ["new"], -number: ["old"]}, 0
    faults = bench.judge(unit, folder, result, expect, strays=strays)
    if status == 128 + number and len(result.sentences) > 1:
        faults.append(f"说了 {len(result.sentences)} 句")
    if status == 128 + number and result.sentences and "没有改动" in result.sentences[0]:
        faults += bench.judge(unit, folder, result, {128 + number: ["old"]})
    bench.check(name, faults + bench.again(unit, folder))
