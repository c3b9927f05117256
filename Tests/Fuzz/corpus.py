"""Seeds for the fuzz targets from the samples, templates, rubrics and generated units.

Usage: corpus.py ROOT PLACE TOOL. With TOOL, the built program, it is seen how many seeds of the pipeline yield a report.
"""

import concurrent.futures
import csv
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT, PLACE, TOOL = map(Path, sys.argv[1:])
sys.path.insert(0, str(ROOT / "Tests" / "Oracle"))

from folder import write  # noqa: E402
from generate import generate  # noqa: E402

# As in Targets.report: the first byte chooses the file that is replaced, its highest bit the half year.
FILES = ["unit.csv", "projects.csv", "budget.csv", "targets.csv", "actuals.csv", "rollup.csv", "acknowledged.csv"]
HALF = 0x80
# What the targets take, -max_len of run.sh.
LARGEST = 16384
SEED, UNITS, EDITS = 20240118, 10, 40
# The sheets of the submission that a seed of the pipeline is put into.
SHEETS = {"项目甲": "强制检定经费", "项目乙": "能力提升经费"}
# Other filings for a target, by how it begins; nobody knows beforehand which are sound.
FILINGS = {
    "≥": ["0台", "13999台", "14000台", "28000台", "28001台", "1.4万台", "27999.999999台", "84000台", "79.99%", "80%", "100%", "-1台"],
    "=": ["0%", "49.99%", "50%", "99.99%", "100%", "120%"],
    "≤": ["0元/人/天", "549.99元/人/天", "550元/人/天", "551元/人/天", "1200元/人/天"],
    "2": ["2023-06-30", "2023年12月", "2023年12月31日", "2024年1月1日", "2023年6月底"],
    "": ["健全", "较显著", "充分", "部分达成 75%", "部分达成", "未达成", "不适用", ""],
}


# What was laid down, of the pipeline: the corpus grows from run to run, and an old seed must not do for a new one.
laid = set()


def seed(target, data):
    """Keeps a seed that the target takes whole; one cut off somewhere would be another."""
    if len(data) > LARGEST:
        return False
    folder = PLACE / target
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha1(data).hexdigest()[:16]
    path.write_bytes(data)
    if target == "pipeline":
        laid.add(path)
    return True


def fitting(data, room=LARGEST):
    """A table, or as many of its first lines as there is room for."""
    if len(data) <= room:
        return data
    return data[:data.rindex(b"\n", 0, room) + 1]


def table(target, data, prefix=b""):
    """A table as it is, and one small enough to be fuzzed fast: its first lines."""
    seed(target, prefix + b"\n".join(data.split(b"\n")[:12]) + b"\n")
    seed(target, prefix + fitting(data, LARGEST - len(prefix)))


def pipeline(name, data, halves=(0, HALF)):
    """A whole file: with its first lines only, hardly any submission is sound."""
    for half in halves:
        seed("pipeline", bytes([FILES.index(name) | half]) + fitting(data, LARGEST - 1))


def base():
    """The submission a seed is put into, as Example.base has it."""
    source = (ROOT / "Sources/SelfEvaluation/Checking/Example+Base.swift").read_text(encoding="utf-8")
    files = {}
    for name, line, block in re.findall(r'\(\s*"([^"]+\.csv)",\s*(?:"((?:[^"\\]|\\.)*)"|"""\n(.*?)\n *""")\s*\)', source, re.S):
        text = line.replace("\\n", "\n") if line else "".join(f"{row.strip()}\n" for row in block.splitlines()[:-1])
        files[name] = text.encode()
    if sorted(files) != sorted(FILES[:5]):
        sys.exit(f"Example+Base.swift 的文件没有读懂：{sorted(files)}")
    return files


def read(data):
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def edits(files, generator):
    """The submission's own files: as they are, in other encodings, and with other figures under the same names."""
    for name, data in files.items():
        pipeline(name, data)
        for encoding in ("utf-8-sig", "gb18030", "utf-16"):
            pipeline(name, data.decode().encode(encoding), [0])
    targets = [line.split(",") for line in files["targets.csv"].decode().splitlines()]
    wanted = {(row[0], row[4]): row[6] for row in targets[1:]}
    for _ in range(EDITS):
        half = generator.choice((0, HALF))
        filings = [line.split(",") for line in files["actuals.csv"].decode().splitlines()]
        for row in generator.sample(filings[1:], generator.randint(1, 4)):
            target = wanted[row[0], row[2]]
            kind = next(sign for sign in FILINGS if target.startswith(sign))
            row[3], row[4] = generator.choice(FILINGS[kind]), generator.choice(FILINGS[kind])
            row[6], row[7] = "客流减少", "加强宣传"
        pipeline("actuals.csv", "".join(",".join(row) + "\n" for row in filings).encode(), [half])
        rows = [list(row) for row in targets]
        for row in generator.sample(rows[1:], generator.randint(1, 3)):
            row[5] = row[6] = re.sub(r"\d+", lambda found: str(int(found[0]) * generator.randint(0, 3)), row[6], count=1)
        if generator.random() < 0.5:
            # Weights of some, the rest allotted.
            rows = [row + ["分值" if place == 0 else generator.choice(["", "", "3", "2.5"])] for place, row in enumerate(rows)]
        pipeline("targets.csv", "".join(",".join(row) + "\n" for row in rows).encode(), [half])
        money = [line.split(",") for line in files["budget.csv"].decode().splitlines()]
        for row in generator.sample(money[1:], 2):
            row[4:] = [cell and str(generator.choice([0, 1, 99.5, 100, 1_000_000])) for cell in row[4:]]
        pipeline("budget.csv", "".join(",".join(row) + "\n" for row in money).encode(), [half])
    for method in ["求和", "加权平均", "平均", "最大", "最小", "最差", "引用", "自报"]:
        for weight in ["", "预算"]:
            pipeline("rollup.csv", (
                "单位指标,单位二级指标,汇总方式,项目名称,项目指标,项目二级指标,权数,说明\n"
                f"强制检定台件数,,{method},强制检定经费,强制检定台件数,,{weight},\n"
                f"客户满意度,,{method},强制检定经费,客户满意度,,{weight},\n"
                f"客户满意度,,{method},能力提升经费,使用人员满意度,,{weight},\n").encode(), [0])
            pipeline("rollup.csv", (
                "单位指标,汇总方式,项目名称,项目指标,权数\n"
                f"强制检定台件数,{method},强制检定经费,强制检定台件数,{weight}\n").encode(), [0])
    pipeline("acknowledged.csv", "编码,位置,说明\nW324,强制检定经费,无\n".encode())


def generated():
    """Files of the units the oracle generates; for the pipeline their projects are called like the submission's."""
    with tempfile.TemporaryDirectory(prefix="jixiao-corpus-") as place:
        for number in range(UNITS):
            folder = Path(place) / f"{number}"
            write(generate(SEED + number), folder)
            for path in sorted(folder.rglob("*.csv")):
                data = path.read_bytes()
                table("decoder", data)
                table("csv", data)
                name = "actuals.csv" if path.parent.name == "actuals" else path.name
                if name == "rubric.csv":
                    table("rubric", data)
                    continue
                text = read(data)
                for old, new in SHEETS.items():
                    text = text.replace(old, new)
                pipeline(name, text.encode(), [0])
                if name == "rollup.csv":
                    table("rollup", text.encode())
                if name == "targets.csv":
                    values(data)


def yields(seeds, files):
    """How many of the seeds yield a report, by the file they replace."""
    with tempfile.TemporaryDirectory(prefix="jixiao-corpus-") as place:
        def one(path):
            data = path.read_bytes()
            if not data or data[0] & 0x0F >= len(FILES):
                return None
            name, folder = FILES[data[0] & 0x0F], Path(place) / path.name
            folder.mkdir()
            for other, content in {**files, name: data[1:]}.items():
                (folder / other).write_bytes(content)
            period = "half" if data[0] & HALF else "year"
            run = subprocess.run(
                [TOOL, "report", folder, "-o", f"{folder}.out", "-q", "--date", "2024-01-15", "--period", period],
                stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
            if run.returncode not in (0, 1):
                sys.exit(f"种子 {path} 退出状态 {run.returncode}：{run.stderr.decode('utf-8', 'replace')[-300:]}")
            return name if run.returncode == 0 else None

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            found = list(pool.map(one, seeds))
    return {name: found.count(name) for name in FILES}


def main():
    for path in sorted((ROOT / "Samples").rglob("*.csv")):
        data = path.read_bytes()
        table("decoder", data)
        table("csv", data)
        if path.name in FILES:
            pipeline(path.name, data)
        elif path.parent.name in ("actuals", "填好"):
            pipeline("actuals.csv", data)
        if path.name == "rollup.csv":
            table("rollup", data)
        if path.name == "rubric.csv":
            table("rubric", data)
        if path.name == "targets.csv":
            values(data)
    for encoding in ("utf-16", "gb18030", "utf-16-be", "cp936"):
        seed("decoder", "项目名称,三级指标,全年完成值\n甲,检定台件数,28600台\n".encode(encoding))
    for path in sorted((ROOT / "Templates/rubrics").glob("*.csv")):
        table("rubric", path.read_bytes())
    # The first byte chooses which file is replaced, by its place in TemplateLibrary.fileNames: every place is tried.
    templates = [p for p in sorted((ROOT / "Templates").glob("*.*")) if p.suffix in (".html", ".css", ".js", ".rng")]
    for path in templates:
        for number in range(len(templates)):
            table("templates", path.read_bytes(), bytes([number]))
    seed("rollup", "单位指标,单位二级指标,汇总方式,项目名称,项目指标,项目二级指标,权数,说明\n"
         "强制检定台件数,,求和,强制检定经费,强制检定台件数,,,\n"
         "客户满意度,,加权平均,强制检定经费,客户满意度,,预算,\n".encode())
    files = base()
    edits(files, random.Random(SEED))
    generated()
    seeds = sorted(laid)
    found = yields(seeds, files)
    shown = "，".join(f"{name} {count}" for name, count in found.items())
    print(f"模糊测试的种子：pipeline {len(seeds)} 个，其中 {sum(found.values())} 个生成报告（{shown}）")
    if lacking := [name for name, count in found.items() if count == 0]:
        sys.exit(f"没有一个种子生成报告：{'、'.join(lacking)}")


def values(data):
    """Pairs of a target and an actual: the half-year target stands in for one."""
    text = read(data)
    for row in list(csv.reader((text or "").splitlines()))[1:80]:
        if len(row) > 6:
            seed("values", f"{row[6]}\n{row[5]}".encode())
    for pair in ("≥28000台\n27320台", "90%-95%\n96%", "2023年6月底\n2023-07-01", "序时进度\n90%", "健全\n部分达成 75%",
                 "≤200万元\n1.8百万", "＞＝９０％\n不适用", "=0次\n-1次", "≥1.8万份\n17000份"):
        seed("values", pair.encode())


main()
