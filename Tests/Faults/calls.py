"""Each n-th system call on the tool's files fails: once with each error, and from then on for ever."""

import re

import strace

ERRORS = ["ENOSPC", "EIO", "EDQUOT", "EINTR"]
# Failing, these must stop the run as long as the new folder is not in its place: nothing else tells that it is whole.
DECISIVE = ("openat", "write", "mkdirat", "renameat", "renameat2", "fsync", "syncfs", "fchmod", "read", "getdents64")
# These repeat nothing when they are interrupted.
ONCE = ("close", "fcntl", "readlink", "fstat", "newfstatat", "statx", "flock")


# A file system that cannot exchange two names: the old folder goes aside first, then the new one comes.
NO_EXCHANGE = "renameat2:error=EINVAL"


def traced(bench, unit, *always):
    """The calls of an undisturbed run over an older report, on a file system with such faults."""
    folder = bench.with_old(unit)
    result = bench.run(
        bench.arguments(unit, folder / "out"), before=strace.command(folder / "trace", *always, calls=strace.CALLS))
    if result.status != 0:
        raise RuntimeError(f"strace 下的一次运行没有成功：{result.status} {result.err.decode()}")
    sites, counts = strace.sites(folder / "trace", [folder, unit])
    return sites, counts


def thinned(sites, most):
    """At most so many sites of each call, evenly spaced, the first and the last among them."""
    chosen = []
    for call in sorted({site.call for site in sites}):
        same = [site for site in sites if site.call == call]
        if len(same) > most:
            same = [same[round(i * (len(same) - 1) / (most - 1))] for i in range(most)]
        chosen += same
    return chosen


def commit_place(sites):
    """The place of the last rename of the new folder's arrival: from there on, only leftovers are cleared away."""
    return max(i for i, site in enumerate(sites) if site.call.startswith("renameat"))


def run(bench):
    single(bench, bench.small, 4 if not bench.full else 10**6, ERRORS)
    lasting(bench, bench.small, 3 if not bench.full else 40)
    single(bench, bench.small, 3 if not bench.full else 10**6, ["EIO", "ENOSPC"], NO_EXCHANGE)
    if bench.full:
        single(bench, bench.sample, 30, ["EIO", "EINTR"])


def single(bench, unit, most, errors, *always):
    sites, _ = traced(bench, unit, *always)
    commit = commit_place(sites)
    if always and not any(site.call == "renameat" for site in sites[:commit + 1]):
        bench.check(f"{unit.name} {always}", [f"没有用两次改名：{[site.line for site in sites if site.call.startswith('rename')]}"])
    places = {id(site): place for place, site in enumerate(sites)}
    hits = set()

    def one(item):
        site, error = item
        folder = bench.with_old(unit)
        log = folder / "trace"
        result = bench.run(
            bench.arguments(unit, folder / "out"),
            before=strace.command(log, f"{site.call}:error={error}:when={site.number}", *always))
        name = f"{unit.name} 第{site.number}个 {site.call} {error}{' 不能交换' if always else ''}"
        hit = [s for s in strace.lines(log) if "(INJECTED)" in s.line and s.call == site.call]
        if [strace.shape(s.line) for s in hit] != [strace.shape(site.line)]:
            return bench.check(name, [f"没有打中：{[strace.shape(s.line) for s in hit]}，应为 {strace.shape(site.line)}"])
        hits.add(site.call)
        arrived = places[id(site)] > commit
        if error == "EINTR" or arrived:
            expect = {0: ["new"]}
        elif sweeps(site):
            expect = {0: ["new"], 74: ["old"]}
        elif site.call in DECISIVE or (site.call == "close" and "draft" in site.line and wrote(sites, places[id(site)])):
            expect = {74: ["old"]}
        else:
            expect = {74: ["old"], 0: ["new"]}
        # What is named: of the input the very file that was at fault, else the output.
        names = ("out", f"{folder}")
        if str(unit) in site.line:
            files = re.findall(r'[^"<>/]+\.csv', strace.readable(site.line))
            names = (files[0] if files else unit.name,)
        faults = bench.judge(unit, folder, result, expect, names=names)
        if error == "EINTR" and site.call in DECISIVE + ("unlinkat",) + ONCE:
            # Only calls on the tool's files: threads also wake each other by writing.
            again = calls_on(strace.sites(log, (unit, folder))[0], site.call) - calls_on(sites, site.call)
            wanted = 0 if site.call == "close" else 1
            if site.call != "readlink" and site.call != "fcntl" and again != wanted:
                faults.append(f"被打断后重复了 {again} 次，应为 {wanted} 次")
        bench.check(name, [f"{fault}　{site.line[:150]}" for fault in faults + bench.again(unit, folder)])

    # What fails all the time anyway cannot be made to fail once.
    steady = {injection.split(":")[0] for injection in always}
    bench.all(one, [(site, error) for site in thinned(sites, most) for error in errors if site.call not in steady])
    lacking = {"openat", "read", "write", "close", "mkdirat", "renameat", "renameat2", "fsync", "syncfs", "unlinkat"} - hits - steady
    if lacking:
        bench.check(f"{unit.name} 系统调用", [f"从未打中 {sorted(lacking)}"])


def calls_on(sites, call):
    return sum(site.call == call for site in sites)


def sweeps(site):
    """Whether it looks beside the output for what earlier runs left: a remark is enough, the next run looks again."""
    return site.call in ("openat", "getdents64") and re.search(r'c\d{6}>, (0x|"\.")', site.line) is not None


def wrote(sites, place):
    """Whether a close ends a file that was written to."""
    return place > 0 and sites[place - 1].call in ("write", "fsync")


def lasting(bench, unit, most):
    """From the n-th call on, all of its kind fail: cleaning up cannot work either, the next run must."""
    sites, _ = traced(bench, unit)
    kinds = ("openat", "write", "mkdirat", "renameat", "renameat2", "fsync", "syncfs", "unlinkat", "getdents64")

    def one(site):
        folder = bench.with_old(unit)
        log = folder / "trace"
        result = bench.run(
            bench.arguments(unit, folder / "out"),
            before=strace.command(log, f"{site.call}:error=EIO:when={site.number}+"))
        name = f"{unit.name} 自第{site.number}个 {site.call} 起一直 EIO"
        if not any("(INJECTED)" in s.line for s in strace.lines(log)):
            return bench.check(name, ["没有打中"])
        # Where not even the way back works, the new folder may stand, the old one beside it.
        expect = {74: ["old", "new", "none"] if site.call.startswith("renameat") else ["old"], 0: ["new"]}
        faults = bench.judge(unit, folder, result, expect, names=("out", f"{unit.name}", f"{folder}"), strays=1)
        if site.call == "write":
            # Standard error is among what fails: there is no way left to say so.
            faults = [fault for fault in faults if not fault.startswith("应有一句话，实有 0 句")]
        bench.check(name, [f"{fault}　{site.line[:150]}" for fault in faults + bench.again(unit, folder)])

    bench.all(one, thinned([site for site in sites if site.call in kinds], most))
