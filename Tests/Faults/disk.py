"""A disk that fills up: every 64 KiB step, and every few inodes, on a small tmpfs with an older report in place."""

import os
import subprocess

STEP = 64 << 10


def mount(folder, options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)


def used(folder):
    status = os.statvfs(folder)
    return (status.f_blocks - status.f_bfree) * status.f_frsize, status.f_files - status.f_ffree


def run(bench):
    for unit in [bench.small, bench.sample]:
        steps(bench, unit, "字节")
        steps(bench, unit, "文件数")


def steps(bench, unit, kind):
    """Grows the disk from what the old report takes until the new one fits beside it."""
    folder = bench.place()
    mount(folder, "size=64m,mode=755")
    try:
        bench.with_old(unit, folder)
        size, inodes = used(folder)
        step = STEP if kind == "字节" else 1 if unit == bench.small else 4
        room, fitted, refused = 0, 0, 0
        while fitted < 2:
            option = f"size={size + room}" if kind == "字节" else f"size=64m,nr_inodes={inodes + room}"
            subprocess.run(["mount", "-o", f"remount,{option}", folder], check=True)
            result = bench.run(bench.arguments(unit, folder / "out"))
            faults = bench.judge(unit, folder, result, {74: ["old"], 0: ["new"]})
            if result.status == 74 and "空间不足" not in "".join(result.sentences):
                faults.append(f"原因不是空间不足：{result.sentences}")
            if result.status == 0:
                fitted += 1
                subprocess.run(["mount", "-o", "remount,size=64m,nr_inodes=10000", folder], check=True)
                subprocess.run(["rm", "-r", folder / "out"], check=True)
                bench.with_old(unit, folder)
            else:
                refused += 1
            bench.check(f"磁盘写满 {unit.name} {kind} +{room}", faults)
            room += step
            if room > 16 << 20:
                bench.check(f"磁盘写满 {unit.name} {kind}", ["给多少空间都不够"])
                break
        if refused == 0:
            bench.check(f"磁盘写满 {unit.name} {kind}", ["没有一次写满"])
        subprocess.run(["mount", "-o", "remount,size=64m,nr_inodes=10000", folder], check=True)
        bench.check(f"磁盘写满 {unit.name} {kind} 之后", bench.again(unit, folder))
    finally:
        subprocess.run(["umount", folder], check=True)
