"""Mutation testing of Scoring and Aggregation: small changes, one at a time, against the tests of those folders.

All changes are compiled into one copy of the package, each behind a switch, so that it is built once. What became of
each stands in PLACE/results.csv as soon as it is known.
Usage: mutants.py ROOT PLACE [--jobs N] [--only TEXT] [--every N] [--again] [--list]
"""

import argparse
import csv
import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from package import Package
from sites import sites
from suites import Suites

FEWEST, SHARE = 100, 90
HEADING = ["文件", "行", "变异", "第几处"]


def collect(package):
    """All sites of the folders, numbered from 1."""
    found = [site for file, source in package.sources.items() for site in sites(file, source)]
    for number, site in enumerate(found, 1):
        site.number = number
    return found


def compiled(package, found):
    """The sites that compile: those on lines with errors are dropped until the copy builds."""
    package.copy()
    # What did not compile last time is not tried again, so that a second run builds at once.
    notes = package.place / "dropped.json"
    known = {tuple(key) for key in json.loads(notes.read_text())} if notes.exists() else set()
    kept = [site for site in found if site.key not in known]
    for _ in range(12):
        package.weave(kept)
        errors = package.build()
        if not errors:
            print(f"编译：{len(kept)} 处可变异，{len(found) - len(kept)} 处不能编译，已去掉", flush=True)
            return kept
        lines = {(file, int(line)) for file, line, _, _ in errors}
        left = without(kept, lines)
        if len(left) == len(kept):
            sys.exit("副本不能编译：\n" + "\n".join(" ".join(error) for error in errors[:20]))
        kept = left
        remaining = {site.key for site in kept}
        notes.write_text(json.dumps(sorted(site.key for site in found if site.key not in remaining)))
    sys.exit("副本一直不能编译")


def without(found, lines):
    """Drops what is most likely at fault first: `+` of lists and texts."""
    joins = [site for site in found if (site.file, site.line) in lines and site.change == "+→-"]
    own = {(site.file, site.line) for site in joins}
    return [site for site in found if site not in joins and (
        (site.file, site.line) not in lines or (site.file, site.line) in own)]


def explained(root):
    """Survivors that change nothing, each with its reason."""
    with open(root / "Tests/Mutants/survivors.csv", encoding="utf-8", newline="") as file:
        return {tuple(row[:4]): row[4] for row in list(csv.reader(file))[1:]}


def survived(results):
    """What survived the last time."""
    with open(results, encoding="utf-8", newline="") as file:
        return {tuple(row[:4]) for row in csv.reader(file) if not row[4]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("place", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="only files whose path holds this")
    parser.add_argument("--every", type=int, default=1, help="only every N-th site: a sample")
    parser.add_argument("--again", action="store_true", help="only what survived the last time")
    parser.add_argument("--list", action="store_true", help="only list the sites")
    options = parser.parse_args()
    package = Package(options.root.resolve(), options.place.resolve())
    found = collect(package)
    if options.list:
        for site in found:
            print(site.number, f"{site.file}:{site.line}", site.change, site.code, sep="\t")
        return 0
    found = compiled(package, found)
    suites = Suites(package)
    if fault := suites.measure():
        sys.exit(fault)
    chosen = [site for site in found if options.only in site.file][:: options.every]
    results = package.place / "results.csv"
    if options.again:
        left = survived(results)
        chosen = [site for site in chosen if site.key in left]
    reasons = explained(package.root)
    lock = threading.Lock()
    with open(results, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow([*HEADING, "发现者"])

    def judge(site):
        killer = suites.kills(site)
        with lock, open(results, "a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow([*site.key, killer or ""])
        if not killer:
            print(f"存活 {site.file}:{site.line} [{site.change} 第{site.nth}处] {site.code}  "
                  f"——{reasons.get(site.key) or '没有说明'}", flush=True)
        return bool(killer)

    with ThreadPoolExecutor(options.jobs) as pool:
        killed = list(pool.map(judge, chosen))
    return verdict(reasons, chosen, killed, partial=len(chosen) < len(found))


def verdict(reasons, found, killed, partial):
    """The closing line; survivors without a reason and reasons without a survivor are failures."""
    survivors = {site.key for site, dead in zip(found, killed) if not dead}
    unexplained = sum(1 for site, dead in zip(found, killed) if not dead and not reasons.get(site.key))
    stale = [] if partial else [key for key in reasons if key not in survivors]
    for key in stale:
        print(f"说明已过时：{' '.join(key)}")
    count = sum(killed)
    percent = 100 * count / max(1, len(found))
    print(f"变异测试：变异 {len(found)} 个，杀死 {count} 个，存活 {len(found) - count} 个（没有说明的 {unexplained} 个），"
          f"杀死率 {percent:.1f}%")
    # A part is chosen for a reason: its share says nothing.
    enough = partial or len(found) >= FEWEST and percent >= SHARE
    return 0 if enough and not unexplained and not stale else 1


if __name__ == "__main__":
    sys.exit(main())
