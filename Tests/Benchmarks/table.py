#!/usr/bin/env python3
"""Print what was measured as tables and write them to RESULTS.md, with the machine and the versions.

  table.py RESULT.json RESULTS.md "name=version"…
"""
import json
import os
import platform
import sys
import unicodedata

MEASURES = [("wall", "实际时间"), ("cpu", "CPU 时间"), ("peak", "内存峰值")]


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


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def over(one, key, other, other_key=None):
    """The median of the ratios within each turn, so that runs of the same moment are compared."""
    pairs = zip(one[key + "All"], other[(other_key or key) + "All"])
    return median([mine / its for mine, its in pairs])


class Page:
    """Lines of Markdown; tables are printed aligned as well."""

    def __init__(self):
        self.lines = []

    def text(self, *lines):
        self.lines += lines

    def table(self, head, rows):
        widths = [max(width(row[i]) for row in [head, *rows]) for i in range(len(head))]
        for row in [head, *rows]:
            print("  ".join(cell + " " * (n - width(cell)) for cell, n in zip(row, widths)).rstrip())
        print()
        self.text("|" + "|".join(f" {cell} " for cell in head) + "|", "|---|" + "--:|" * (len(head) - 1),
                  *("|" + "|".join(f" {cell} " for cell in row) + "|" for row in rows), "")


def spread(result, key):
    """The median in milliseconds or seconds with the smallest and largest value."""
    values = [result[key], result[key + "Least"], result[key + "Most"]]
    factor, digits, unit = (1000, 0, "ms") if values[0] < 1 else (1, 1 if values[0] >= 10 else 2, "s")
    middle, least, most = (f"{value * factor:.{digits}f}" for value in values)
    return f"{middle} {unit}" + (f"（{least}–{most}）" if result["runs"] > 1 else "")


def peak(result):
    return result.get("treePeak", result["peak"])


def of_units(group):
    """The items of a group by key."""
    return {result["key"]: result for result in group["results"]}


def ratios(single, read, groups):
    """(what, ratio) for the table at the top."""
    yield "1个单位：report 的 CPU ÷ 对照 csv", over(single["unit"], "cpu", single["csv"])
    yield "1个单位：对照 csv 的实际时间 ÷ report", over(single["csv"], "wall", single["unit"])
    yield "样例：对照 csv 的实际时间 ÷ report（样例324条指标，对照405条）", over(single["csv"], "wall", single["sample"])
    yield "读取：DuckDB（不含启动）的 CPU ÷ ReadTyped（含启动），做同样的事", over(read["duckText"], "innerCPU", read["typed"], "cpu")
    yield "读取：DuckDB（不含启动，可跳过文本列）的 CPU ÷ ReadTyped", over(read["duckFigures"], "innerCPU", read["typed"], "cpu")
    yield "读取：polars Decimal（不含启动）的 CPU ÷ ReadTyped", over(read["polarsDecimal"], "innerCPU", read["typed"], "cpu")
    yield "读取：polars Float64（不含启动，不精确）的 CPU ÷ ReadTyped", over(read["polarsFloat"], "innerCPU", read["typed"], "cpu")
    for group in groups:
        units, of = group["units"], of_units(group)
        if "csv1" not in of:
            continue
        yield f"{units}个单位：batch -j 1 的 CPU ÷ 对照 csv -j 1", over(of["batch1"], "cpu", of["csv1"])
        yield f"{units}个单位：batch --only 的 CPU ÷ 对照 csv -j 1", over(of["only1"], "cpu", of["csv1"])
        yield f"{units}个单位：下限（只用 libxml2 校验全部页面）的 CPU ÷ 对照 csv -j 1", over(of["libxml"], "cpu", of["csv1"])
        yield f"{units}个单位：下限（只用 libxml2 校验 --only 的一页）的 CPU ÷ 对照 csv -j 1", over(of["libxmlOnly"], "cpu", of["csv1"])
        yield f"{units}个单位：batch -j 1 的 CPU ÷ 对照 polars -j 1", of["batch1"]["cpu"] / of["polars1"]["cpu"]
        yield f"{units}个单位：batch 两个工作进程比一个快（实际时间 -j 1 ÷ -j 2）", over(of["batch1"], "wall", of["batch2"])
        yield f"{units}个单位：batch --only 两个工作进程比一个快", over(of["only1"], "wall", of["only2"])
        yield f"{units}个单位：对照 csv 两个进程比一个快", over(of["csv1"], "wall", of["csv2"])
    least = of_units(groups[0])["batch2"]
    for group in groups[1:]:
        yield f"内存峰值：batch -j 2，{group['units']}个单位 ÷ {groups[0]['units']}个单位", peak(of_units(group)["batch2"]) / peak(least)


def arithmetic(page, group):
    """What many units cost, from the figures of one unit of this group."""
    of, units = of_units(group), group["units"]
    rows = []
    for many in (10_000, 600_000):
        for key, name in (("batch1", "全部文件"), ("only1", "--only unit-sheet,indicators")):
            one = of[key]
            hours = many * one["cpu"] / units / 3600
            rows.append([f"{many:,}", name, f"{hours:.2f}", f"{hours / 2 * 60:.0f}", f"{hours / 64 * 60:.1f}",
                         f"{many * one['bytes'] / units / 1e9:.1f}", f"{many * one['diskBytes'] / units / 1e9:.1f}",
                         f"{many * one['files'] / units:,.0f}"])
    page.text("## 一万个和六十万个单位要多少", "",
              f"由{units}个单位的实测推算：CPU 小时 = 单位数 × 每单位 CPU 毫秒 ÷ 3,600,000；分钟 = CPU 小时 × 60 ÷ 核数；GB 和文件数 = 单位数 × 每单位的值。")
    for key, name in (("batch1", "全部文件"), ("only1", "--only")):
        one = of[key]
        page.text(f"每单位（{name}）：CPU {1000 * one['cpu'] / units:.1f} ms，{one['files'] / units:.1f} 个文件，"
                  f"{one['bytes'] / units / 1000:.0f} kB（占盘 {one['diskBytes'] / units / 1000:.0f} kB）。")
    page.text("")
    page.table(["单位数", "输出", "CPU 小时", "2 核，分钟", "64 核，分钟", "GB", "占盘 GB", "文件"], rows)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        measured = json.load(file)
    by_key = {group["key"]: group for group in measured["groups"]}
    single, read = of_units(by_key["1"]), of_units(by_key["read"])
    groups = [group for group in measured["groups"] if group["units"] > 1]
    page = Page()
    page.text("# 计时结果", "", "由 `make bench` 写出，不要手改。每台机器的毫秒数不同，比值才可比较。", "", "## 比值", "")
    page.table(["比值", "值"], [[name, f"{value:.2f}"] for name, value in ratios(single, read, groups)])
    page.text("比值是各轮比值的中位数：一轮之内各项接连运行，机器一时的快慢落在每一项上。", "")
    for group in measured["groups"]:
        units = group["units"]
        page.text(f"## {group['title']}", "")
        print(group["title"])
        head = ["运行", "实际时间", "CPU 时间", "内存峰值 MiB"]
        rows = [[r["name"], spread(r, "wall"), spread(r, "cpu"), f"{peak(r):.1f}"] for r in group["results"]]
        if group["key"] == "read":
            head.insert(3, "其中读取的 CPU 时间")
            for row, r in zip(rows, group["results"]):
                row.insert(3, spread(r, "innerCPU") if "innerCPU" in r else "—")
        elif units > 1:
            head.insert(3, "每单位 CPU ms")
            head += ["每单位文件", "每单位 kB"]
            for row, r in zip(rows, group["results"]):
                row.insert(3, f"{1000 * r['cpu'] / units:.1f}")
                row += [f"{r['files'] / units:.1f}", f"{r['bytes'] / units / 1000:.0f}"] if "files" in r else ["", ""]
        page.table(head, rows)
        fewer = "、".join(f"{r['name']} {r['runs']} 次" for r in group["results"] if r["runs"] != group["runs"])
        page.text(f"先试跑{group['warmUps']}次，再轮流计时{group['runs']}次" + (f"（{fewer}）" if fewer else "")
                  + "；时间是中位数，括号内是最小和最大。", "")
    last = [group for group in groups if "only1" in of_units(group)][-1]
    arithmetic(page, last)
    page.text(
        "## 怎样量的", "",
        f"CPU 时间为用户态加内核态，含子进程。内存峰值：一个进程的取内核的 ru_maxrss（下限约{measured['floor']:.0f} MiB，是计时程序自身的大小）；"
        "`-j 2` 和 polars 各项另跑一次不计时的，每20毫秒把该命令所有进程的内存（PSS，共享页按份数分摊）相加，取最大值，不小于 ru_maxrss。", "",
        f"- 处理器：{processor()}，{os.cpu_count()}核，内存{memory():.0f} GiB",
        f"- 系统：{platform.system()} {platform.release()}，{platform.machine()}",
        *("- " + "：".join(text.split("=", 1)) for text in sys.argv[3:]))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(page.lines) + "\n")


if __name__ == "__main__":
    main()
