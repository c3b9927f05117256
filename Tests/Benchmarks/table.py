#!/usr/bin/env python3
"""Print the measured medians as a table and write them to RESULTS.md, with the machine and the versions.

  table.py RESULT.json RESULTS.md "name=version"…    the last measured command is the yardstick
"""
import json
import os
import platform
import sys
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def spread(result, key):
    return f"{result[key] * 1000:.0f}（{result[key + 'Least'] * 1000:.0f}–{result[key + 'Most'] * 1000:.0f}）"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        measured = json.load(file)
    results = measured["results"]
    head = ["运行", "实际时间 ms", "CPU 时间 ms", "内存峰值 MiB", "实际时间÷对照", "CPU÷对照", "内存÷对照"]
    rows = [[r["name"], spread(r, "wall"), spread(r, "cpu"), f"{r['peak']:.1f}"]
            + [f"{r[key + 'Ratio']:.2f}" for key in ("wall", "cpu", "peak")] for r in results]
    widths = [max(width(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(cell + " " * (n - width(cell)) for cell, n in zip(row, widths)).rstrip())
    lines = [
        "# 计时结果", "",
        "由 `make bench` 写出，不要手改。每台机器的毫秒数不同，比值才可比较。", "",
        "|" + "|".join(f" {cell} " for cell in head) + "|", "|---|" + "--:|" * (len(head) - 1),
        *("|" + "|".join(f" {cell} " for cell in row) + "|" for row in rows), "",
        f"每项先试跑{measured['warmUps']}次，再轮流计时{measured['runs']}次；时间是中位数，括号内是最小和最大；比值是各轮比值的中位数。"
        f"CPU 时间为用户态加内核态。内存峰值的量程下限约{measured['floor']:.0f} MiB（计时程序自身的大小）。", "",
        f"- 处理器：{processor()}，{os.cpu_count()}核，内存{memory():.0f} GiB",
        f"- 系统：{platform.system()} {platform.release()}，{platform.machine()}",
        *("- " + "：".join(text.split("=", 1)) for text in sys.argv[3:]),
    ]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
