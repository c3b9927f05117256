"""Faults from outside: disks, system calls, signals, streams, places, input and paths; the last line has the figures."""

import importlib
import sys
import time

from harness import Bench

FAMILIES = {
    "disk": "磁盘写满", "calls": "系统调用失败", "signals": "中断与强制结束", "streams": "标准输出和标准错误",
    "outputs": "输出位置", "inputs": "输入", "paths": "路径与名称", "network": "网络", "limits": "上限",
}


def main():
    tool, form, chosen = sys.argv[1], sys.argv[2], sys.argv[3:] or list(FAMILIES)
    if form not in ("full", "bounded") or not set(chosen) <= set(FAMILIES):
        sys.exit(f"用法：faults.py 程序 full|bounded [{'|'.join(FAMILIES)}]…")
    began = time.monotonic()
    with Bench(tool, form == "full") as bench:
        for family in chosen:
            start, before, failed = time.monotonic(), bench.cases, len(bench.failures)
            importlib.import_module(family).run(bench)
            cases, failures = bench.cases - before, len(bench.failures) - failed
            remark = bench.remark
            bench.remark = ""
            print(
                f"{'失败' if failures or not cases else '通过'}　{FAMILIES[family]}：{cases} 例，失败 {failures}，"
                f"{time.monotonic() - start:.0f} 秒{'；' + remark if remark else ''}", flush=True)
            if not cases:
                bench.failures.append(family)
        for failure in bench.failures[:200]:
            print("　" + failure)
        print(f"故障检验：{bench.cases} 例，失败 {len(bench.failures)}，{time.monotonic() - began:.0f} 秒")
        return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
