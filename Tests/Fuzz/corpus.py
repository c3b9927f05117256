"""Seeds for the fuzz targets from the samples, templates and rubrics. Usage: corpus.py ROOT PLACE"""

import csv
import hashlib
import sys
from pathlib import Path

ROOT, PLACE = map(Path, sys.argv[1:])
FILES = ["unit.csv", "projects.csv", "budget.csv", "targets.csv", "actuals.csv", "rollup.csv", "acknowledged.csv"]
LARGEST = 16384


def seed(target, data):
    folder = PLACE / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data[:LARGEST])


def head(data):
    """A table small enough to fuzz: its first lines."""
    return b"\n".join(data.split(b"\n")[:12]) + b"\n"


def main():
    tables = sorted((ROOT / "Samples").rglob("*.csv"))
    for path in tables:
        data = path.read_bytes()
        seed("decoder", head(data))
        seed("csv", head(data))
        if path.name in FILES:
            for half in (0, 0x80):
                seed("pipeline", bytes([FILES.index(path.name) | half]) + head(data))
        if path.name == "rollup.csv":
            seed("rollup", head(data))
        if path.name == "rubric.csv":
            seed("rubric", head(data))
        if path.name == "targets.csv":
            values(data)
    for encoding in ("utf-16", "gb18030", "utf-16-be", "cp936"):
        seed("decoder", "项目名称,三级指标,全年完成值\n甲,检定台件数,28600台\n".encode(encoding))
    for path in sorted((ROOT / "Templates/rubrics").glob("*.csv")):
        seed("rubric", path.read_bytes())
    # The first byte chooses which file is replaced, by its place in TemplateLibrary.fileNames: every place is tried.
    templates = [p for p in sorted((ROOT / "Templates").glob("*.*")) if p.suffix in (".html", ".css", ".js", ".rng")]
    for path in templates:
        for number in range(len(templates)):
            seed("templates", bytes([number]) + path.read_bytes())
    seed("rollup", "单位指标,单位二级指标,汇总方式,项目名称,项目指标,项目二级指标,权数,说明\n"
         "强制检定台件数,,求和,强制检定经费,强制检定台件数,,,\n"
         "客户满意度,,加权平均,强制检定经费,客户满意度,,预算,\n".encode())


def values(data):
    """Pairs of a target and an actual: the half-year target stands in for one."""
    try:
        rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    except UnicodeDecodeError:
        return
    for row in rows[1:80]:
        if len(row) > 6:
            seed("values", f"{row[6]}\n{row[5]}".encode())
    for pair in ("≥28000台\n27320台", "90%-95%\n96%", "2023年6月底\n2023-07-01", "序时进度\n90%", "健全\n部分达成 75%",
                 "≤200万元\n1.8百万", "＞＝９０％\n不适用", "=0次\n-1次", "≥1.8万份\n17000份"):
        seed("values", pair.encode())


main()
