"""Scores and rolls up generated units by FORMATS §1–§2 and compares every figure with the tool's.

An independent second opinion: its own generator, formulas and roll-up, none of the tool's code.
Usage: oracle.py TOOL [--units N] [--first SEED] [--jobs N] [--keep DIR] [--batch]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compare import Comparison
from expect import Expectation
from folder import write
from generate import generate


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", type=Path)
    parser.add_argument("--units", type=int, default=2000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="keep submissions and reports here")
    parser.add_argument("--batch", action="store_true", help="one `jixiao batch` per rubric and period")
    return parser.parse_args()


def report(tool, folder, out, unit):
    """One run of `jixiao report`; what it said if it refused."""
    command = [tool, "report", folder, "-o", out, "--date", "2024-01-15", "-q", "--period", unit.period,
               "--rubric", unit.rubric.name]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return "" if run.returncode == 0 else f"退出状态{run.returncode}：{run.stderr.strip()[:2000]}"


# Of the units, this share at most may be refused because their figures do not fit.
MOST_REFUSED = 0.05


def judge(tool, seed, root):
    """Generates, reports and compares one unit: figures compared and differences; whether it was refused rightly."""
    unit = generate(seed)
    submission, out = root / f"{seed:05d}", root / f"{seed:05d}-report"
    write(unit, submission)
    refusal = report(tool, submission, out, unit)
    if refusal:
        # What does not fit the tool's exact figures it must refuse, and nothing else.
        refused_rightly = "错误[E414]" in refusal and refusal.count("错误[") == refusal.count("错误[E414]") and Expectation(unit).is_out_of_range()
        return (1, [], True) if refused_rightly else (0, [refusal], False)
    comparison = Comparison(out, Expectation(unit))
    return comparison.compared, comparison.differences, False


def batches(tool, seeds, root, jobs):
    """The same through `jixiao batch`: units that share rubric and period lie in one root."""
    units = {}
    for seed in seeds:
        unit = generate(seed)
        units[seed] = unit
        write(unit, root / f"{unit.rubric.name}-{unit.period}" / f"{seed:05d}")
    for group in sorted({(unit.rubric.name, unit.period) for unit in units.values()}):
        name = "-".join(group)
        # The exit status says whether any unit was refused; a refused one has no report below.
        subprocess.run([tool, "batch", root / name, "-o", root / f"{name}-reports", "-j", str(jobs), "--date",
                        "2024-01-15", "-q", "--layout", "flat", "--rubric", group[0], "--period", group[1]], timeout=3600)
    for seed, unit in units.items():
        out = root / f"{unit.rubric.name}-{unit.period}-reports" / f"{seed:05d}"
        if not (out / "manifest.json").exists():
            yield seed, (0, [f"没有报告：{out}"], False)
            continue
        comparison = Comparison(out, Expectation(unit))
        yield seed, (comparison.compared, comparison.differences, False)


def main():
    options = arguments()
    root = options.keep or Path(tempfile.mkdtemp(prefix="oracle-"))
    root.mkdir(parents=True, exist_ok=True)
    seeds = range(options.first, options.first + options.units)
    tool = options.tool.resolve()
    if options.batch:
        results = list(batches(tool, seeds, root, options.jobs))
    else:
        with ThreadPoolExecutor(options.jobs) as pool:
            results = list(zip(seeds, pool.map(lambda seed: judge(tool, seed, root), seeds)))
    for seed, (_, differences, _) in results:
        for difference in differences:
            print(f"种子{seed}：{difference}")
    if not options.keep:
        shutil.rmtree(root)
    compared = sum(figures for _, (figures, _, _) in results)
    differences = sum(len(found) for _, (_, found, _) in results)
    refused = sum(refused for _, (_, _, refused) in results)
    if refused > MOST_REFUSED * len(results):
        print(f"超出范围而拒绝的单位 {refused} 个，至多应为 {MOST_REFUSED:.0%}")
    print(f"独立核算：单位 {len(results)} 个，其中因超出范围（E414）拒绝 {refused} 个，核对 {compared} 项，差异 {differences} 处")
    # Nothing compared proves nothing, nor does a refusal.
    return 0 if differences == 0 and compared > 100 * len(results) and refused <= MOST_REFUSED * len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
