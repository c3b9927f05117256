"""The tool is ended from outside: at random moments, and at each of its system calls."""

import random
import subprocess
import time

import calls
import strace
from harness import sentence_faults

SEED = 20240115
# Within so many seconds the loader may still be at work, and a signal ends the process as it ends any.
LOADING = 0.015


def run(bench):
    random_moments(bench)
    at_calls(bench)
    at_calls(bench, calls.NO_EXCHANGE)


def lasting_time(bench, unit):
    """How long a run takes now, the longest of three."""
    times = []
    for _ in range(3):
        folder = bench.with_old(unit)
        began = time.monotonic()
        bench.run(bench.arguments(unit, folder / "out"))
        times.append(time.monotonic() - began)
    return max(times)


def loading_time(bench):
    """How long it takes until nothing of the loader can be at work any more, on a machine as busy as now: two run at once."""
    times = []
    for _ in range(8):
        began = time.monotonic()
        bench.run(["--version"])
        times.append(time.monotonic() - began)
    return max(LOADING, 2 * max(times))


def random_moments(bench):
    """Signals at moments spread over the run by a seeded generator, until 200 times SIGKILL has ended a run (bounded: 40).

    A run that was over before its signal is judged like the others, but another is drawn in its stead.
    """
    generator = random.Random(SEED)
    wanted = {"SIGKILL": 200, "SIGTERM": 50, "SIGINT": 50} if bench.full else {"SIGKILL": 40, "SIGTERM": 8, "SIGINT": 8}
    numbers = {"SIGKILL": 9, "SIGTERM": 15, "SIGINT": 2}
    landed = dict.fromkeys(wanted, 0)
    drawn = dict.fromkeys(wanted, 0)
    unit = bench.sample if bench.full else bench.small
    length, loading = lasting_time(bench, unit), loading_time(bench)

    def one(item):
        name, share = item
        folder = bench.with_old(unit)
        process = subprocess.Popen(
            [bench.tool, *map(str, bench.arguments(unit, folder / "out"))], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", env=bench.environment())
        time.sleep(share * length)
        process.send_signal(numbers[name])
        err = process.communicate(timeout=60)[1]
        status = process.returncode
        if status in (-numbers[name], 128 + numbers[name]):
            landed[name] += 1
        judge(bench, unit, folder, f"{unit.name} {name} 于 {share * length * 1000:.0f} 毫秒", numbers[name], status, err,
              raw=share * length <= loading)

    for _ in range(20):
        plan = [name for name, count in wanted.items() for _ in range(count - landed[name])]
        for name in plan:
            drawn[name] += 1
        bench.all(one, [(name, generator.random()) for name in plan])
    bench.remark = f"随机时刻打断成功 {landed}，共抽 {drawn}"
    for name, count in landed.items():
        if count < wanted[name]:
            bench.check(f"随机时刻 {name}", [f"只打断了 {count} 次，应为 {wanted[name]} 次"])


def at_calls(bench, *always):
    """A signal on entering each call on the tool's files; where names cannot be exchanged, with the way round that."""
    unit = bench.small
    sites, _ = calls.traced(bench, unit, *always)
    steady = {injection.split(":")[0] for injection in always}
    wanted = [site for site in sites if site.call not in ("newfstatat", "fcntl", "readlink", "statx", "fstat") and site.call not in steady]
    if not bench.full:
        wanted = calls.thinned(wanted, 3)

    def one(item):
        site, name, number = item
        folder = bench.with_old(unit)
        log = folder / "trace"
        result = bench.run(
            bench.arguments(unit, folder / "out"),
            before=strace.command(log, f"{site.call}:signal={name}:when={site.number}", *always))
        # strace ends itself with the signal that ended the tool. The loader is long done.
        judge(bench, unit, folder, f"{unit.name} 第{site.number}个 {site.call} {name}{' 不能交换' if always else ''}", number,
              result.status, result.err, raw=False, gap=bool(always))

    bench.all(one, [(site, *signal) for site in wanted for signal in [("SIGKILL", 9), ("SIGTERM", 15), ("SIGINT", 2)]])


def judge(bench, unit, folder, name, number, status, err, raw, gap=False):
    """What is wrong with the end of a run; `raw` tells whether the signal itself may have ended it, `gap` whether there
    is a moment with nothing in place, which only SIGKILL may hit, and the next run mends."""
    result = bench.result(status, err)
    if number == 9:
        expect, strays = {-9: ["old", "new", "none"] if gap else ["old", "new"], 0: ["new"]}, 1
    else:
        # A run that is stopped has changed nothing and says so; past the point of no return it ends as if undisturbed.
        expect, strays = {128 + number: ["old"], 0: ["new"]}, 0
        if raw:
            expect[-number] = ["old"]
    faults = bench.judge(unit, folder, result, expect, strays=strays)
    if number != 9 and status == 128 + number:
        faults += sentence_faults(result, ("中断",))
    bench.check(name, faults + bench.again(unit, folder))
