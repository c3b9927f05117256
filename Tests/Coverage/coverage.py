"""Line coverage of the folders whose figures people sign, by the core's tests. Usage: coverage.py [SWIFT ARGUMENT…]"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

FOLDERS = ("Scoring", "Aggregation", "Ingestion")
LEAST = 95
CORE = "/Sources/SelfEvaluation/"


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def measured(arguments):
    """Runs the tests and asks the toolchain's own llvm-cov: file → (covered, lines)."""
    subprocess.run(["swift", "test", "--enable-code-coverage", "--filter", "SelfEvaluationTests", *arguments],
                   check=True)
    binaries = Path(output("swift", "build", "--show-bin-path", *arguments))
    tests = next(binaries.glob("*PackageTests.xctest"))
    llvm_cov = Path(shutil.which("swift")).resolve().parent / "llvm-cov"
    report = json.loads(output(
        str(llvm_cov), "export", "-summary-only", f"-instr-profile={binaries}/codecov/default.profdata", str(tests)))
    lines = {file["filename"]: file["summary"]["lines"] for file in report["data"][0]["files"]}
    return {name: (found["covered"], found["count"]) for name, found in lines.items() if CORE in name}


def main():
    files = measured(sys.argv[1:])
    low = False
    for folder in FOLDERS:
        own = {name.split(CORE)[1]: counts for name, counts in files.items() if f"{CORE}{folder}/" in name}
        covered, count = (sum(column) for column in zip(*own.values()))
        worst = sorted(own, key=lambda name: own[name][0] - own[name][1])[:3]
        rest = "，".join(f"{Path(name).name} 缺{own[name][1] - own[name][0]}行" for name in worst)
        print(f"{folder}：{covered}/{count} 行，{100 * covered / count:.2f}%（{rest}）")
        low |= 100 * covered < LEAST * count
    print(f"覆盖率：{len(FOLDERS)} 个目录，要求各不低于 {LEAST}%，{'有不足' if low else '全部达到'}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
