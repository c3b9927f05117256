"""Input that cannot be read, is no file, or changes while it is read."""

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

import strace
from harness import NEW, NOBODY, OLD, sentence_faults, snapshot

SEED = 20240116


def run(bench):
    for kind in KINDS:
        for name in ["targets.csv", "actuals/一.csv", "rubric.csv"]:
            folder = bench.with_old(bench.small)
            shutil.copytree(bench.small, folder / "in")
            (folder / "in" / "actuals").mkdir()
            path = folder / "in" / name
            if path.exists():
                path.unlink()
            user, status, ready = kind(bench, folder, path)
            refused(bench, f"{kind.__doc__} {name}", folder, user, status, [os.path.basename(name)], ready)
    folders(bench)
    changing(bench)
    at_calls(bench)


def refused(bench, name, folder, user, status, names, ready=None):
    began = time.monotonic()
    result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-q"], user=user)
    faults = bench.judge(bench.small, folder, result, {status: ["old"]}, names=names)
    if status == 1 and names[0] not in result.err.decode():
        faults.append(f"没有写明 {names}：{result.err.decode()[:200]}")
    if time.monotonic() - began > 10:
        faults.append(f"用了 {time.monotonic() - began:.1f} 秒")
    if ready:
        ready()
    bench.check(name, faults + recovered(bench, folder))


def pipe(_, folder, path):
    """管道"""
    os.mkfifo(path)
    return None, 74, None


def link_to_zero(_, folder, path):
    """指向 /dev/zero 的链接"""
    path.symlink_to("/dev/zero")
    return None, 74, None


def zero_device(_, folder, path):
    """设备 zero"""
    subprocess.run(["mknod", path, "c", "1", "5"], check=True)
    return None, 74, None


def link_to_terminal(_, folder, path):
    """指向标准输入的链接"""
    path.symlink_to("/dev/stdin")
    return None, 74, None


def a_folder(_, folder, path):
    """目录"""
    path.mkdir()
    return None, 74, None


def a_socket(_, folder, path):
    """套接字"""
    end = socket.socket(socket.AF_UNIX)
    os.chdir(path.parent)
    end.bind(path.name)
    os.chdir("/")
    return None, 74, end.close


def broken_link(_, folder, path):
    """断开的链接"""
    path.symlink_to("nirgends")
    return None, 74, None


def link_loop(_, folder, path):
    """绕成圈的链接"""
    path.symlink_to(path.name)
    return None, 74, None


def unreadable(_, folder, path):
    """没有读权限"""
    path.write_text("x")
    path.chmod(0)
    return NOBODY, 74, None


def endless_proc(_, folder, path):
    """指向 /proc/self/mem 的链接"""
    path.symlink_to("/proc/self/mem")
    return None, 74, None


def empty(_, folder, path):
    """空文件"""
    path.write_bytes(b"")
    return None, 1, None


KINDS = [pipe, link_to_zero, zero_device, link_to_terminal, a_folder, a_socket, broken_link, link_loop, unreadable,
         endless_proc, empty]


def folders(bench):
    """The submission folder itself."""
    for name in ["missing", "file", "pipe", "unreadable", "loop", "actuals"]:
        folder = bench.with_old(bench.small)
        place, user, names = folder / "in", None, ["in"]
        if name == "file":
            place.write_text("x")
        elif name == "pipe":
            os.mkfifo(place)
        elif name == "unreadable":
            shutil.copytree(bench.small, place)
            place.chmod(0)
            user = NOBODY
        elif name == "loop":
            place.symlink_to("in")
        elif name == "actuals":
            shutil.copytree(bench.small, place)
            (place / "actuals").mkdir(0)
            user, names = NOBODY, ["actuals"]
        if user:
            subprocess.run(["chown", "nobody", folder], check=True)
        refused(bench, f"填报目录 {name}", folder, user, 74, names)


def changing(bench):
    """Another program rewrites, truncates, replaces and removes a file all the time: never a report of a mixture."""
    generator = random.Random(SEED)
    count = 60 if bench.full else 12
    plan = [(way, generator.random()) for way in ["rewrite", "truncate", "remove", "replace", "grow"] for _ in range(count // 5)]

    def one(item):
        way, share = item
        folder = bench.with_old(bench.small)
        shutil.copytree(bench.small, folder / "in")
        path = folder / "in" / "actuals.csv"
        first = path.read_bytes()
        # Of the same length, so that only the time of the change tells.
        second = first.replace("1100台".encode(), "1200台".encode()).replace("60家".encode(), "70家".encode())
        # Both are whole; a mixture has other figures. A row that came twice is an error, so one row more is all there is.
        row = "部门整体,服务企业数,101家,台账\r\n".encode()
        legal = [contents(bench, text) for text in ((first, first + row) if way == "grow" else (first, second))]
        if way == "grow" and contents(bench, first + row + row) is not None:
            return bench.check(f"读取时 {way} {share:.3f}", ["同一行两次不是错误"])
        stop = threading.Event()

        def disturb():
            while not stop.is_set():
                if way == "rewrite":
                    for text in (second, first):
                        with open(path, "r+b", buffering=0) as stream:
                            stream.write(text)
                elif way == "truncate":
                    with open(path, "wb") as stream:
                        stream.write(first)
                elif way == "remove":
                    path.unlink(missing_ok=True)
                    path.write_bytes(first)
                elif way == "replace":
                    (folder / "in" / ".neu").write_bytes(second)
                    os.replace(folder / "in" / ".neu", path)
                elif way == "grow":
                    with open(path, "ab") as stream:
                        stream.write(row)
                time.sleep(0.001 * share)

        worker = threading.Thread(target=disturb)
        worker.start()
        try:
            result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-q"])
        finally:
            stop.set()
            worker.join()
        now, faults = snapshot(folder / "out"), []
        if result.status == 0:
            if now not in legal:
                faults.append("报告由改动前后的内容混成")
        elif result.status in (1, 74):
            if now != bench.report(bench.small, OLD)[0]:
                faults.append("旧报告变了")
            if result.status == 74:
                faults += sentence_faults(result, ["actuals.csv"])
        else:
            faults.append(f"退出状态 {result.status}：{result.err.decode()[:200]}")
        path.write_bytes(first)
        (folder / "in" / ".neu").unlink(missing_ok=True)
        bench.check(f"读取时 {way} {share:.3f}", faults + recovered(bench, folder))

    bench.all(one, plan)


def recovered(bench, folder, unit=None):
    """What is wrong once the input is as it was: a run makes the bytes of one that nobody disturbed."""
    place = folder / "in"
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    shutil.copytree(unit or bench.small, place)
    result = bench.run(bench.arguments(place, folder / "out"))
    faults = [] if result.status == 0 else [f"复原后退出状态 {result.status}（{result.err.decode()[-200:]}）"]
    if snapshot(folder / "out") != bench.report(bench.small, NEW)[0]:
        faults.append("复原后的结果与未受干扰的不同")
    if left := set(os.listdir(folder)) - {"out", "in", "trace"}:
        faults.append(f"复原后留下 {sorted(left)}")
    return faults


def contents(bench, text, name="actuals.csv"):
    """The report from a file with this text, None where it has errors or there is none."""
    place = bench.place()
    shutil.copytree(bench.small, place / "in")
    if text is None:
        return None
    (place / "in" / name).write_bytes(text)
    result = bench.run(["report", place / "in", "-o", place / "out", "--date", NEW, "-q"])
    return snapshot(place / "out") if result.status == 0 else None


def at_calls(bench):
    """The same without chance: the tool is stopped after each of its calls on a file, and the file is changed."""
    unit = bench.small
    folder = bench.with_old(unit)
    shutil.copytree(unit, folder / "in")
    log = folder / "trace"
    bench.run(bench.arguments(folder / "in", folder / "out"), before=strace.command(log))
    sites = [site for site in strace.lines(log) if "/in" in site.line and "targets.csv" in site.line]
    # Looked at, opened, looked at once open, read in two goes, looked at again, closed.
    if [site.call for site in sites] != ["newfstatat", "openat", "newfstatat", "read", "read", "newfstatat", "close"]:
        bench.check("读一个文件的系统调用", [f"{[site.call for site in sites]}"])
    for call, number, _, _ in sites:
        for way in ["rewrite", "truncate", "grow", "remove", "pipe"]:
            folder = bench.with_old(unit)
            shutil.copytree(unit, folder / "in")
            path, log = folder / "in" / "targets.csv", folder / "trace"
            before = ["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e",
                      f"inject={call}:signal=SIGSTOP:when={number}"]
            process = subprocess.Popen(
                [*map(str, before), bench.tool, *map(str, bench.arguments(folder / "in", folder / "out"))],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/",
                env=bench.environment())
            stopped = None
            for _ in range(2000):
                stopped = re.search(r"^(\d+) +--- stopped by SIGSTOP", log.read_text() if log.exists() else "", re.M)
                if stopped or process.poll() is not None:
                    break
                time.sleep(0.005)
            name = f"在第{number}个 {call} 之后 {way}"
            if not stopped:
                process.kill()
                process.communicate()
                bench.check(name, ["没有停住"])
                continue
            first = path.read_bytes()
            change(way, path)
            second = path.read_bytes() if path.is_file() else None
            os.kill(int(stopped.group(1)), signal.SIGCONT)
            err = process.communicate(timeout=60)[1]
            verdict(bench, name, folder, bench.result(process.returncode, err), first, second)


def verdict(bench, name, folder, result, first, second):
    """Either the file as it was, or as it is now, or a refusal; never anything between."""
    now, faults = snapshot(folder / "out"), []
    if result.status == 0:
        reports = [report for report in (contents(bench, first, "targets.csv"), contents(bench, second, "targets.csv"))]
        if now not in reports:
            faults.append("报告既不是改动前的，也不是改动后的")
    elif now != bench.report(bench.small, OLD)[0]:
        faults.append("旧报告变了")
    elif result.status == 74:
        faults += sentence_faults(result, ["targets.csv"])
    elif result.status != 1 or (second and contents(bench, second, "targets.csv") is not None):
        faults.append(f"退出状态 {result.status}：{result.err.decode()[:200]}")
    bench.check(name, faults + recovered(bench, folder))


def change(way, path):
    text = path.read_bytes()
    if way == "rewrite":
        with open(path, "r+b") as stream:
            stream.write(text.replace("≥1000台".encode(), "≥1001台".encode()))
    elif way == "truncate":
        os.truncate(path, len(text) // 2)
    elif way == "grow":
        with open(path, "ab") as stream:
            stream.write(b"\r\n" * 10)
    else:
        path.unlink()
        if way == "pipe":
            os.mkfifo(path)
