"""Reads a finished report back and lists where it differs from what is expected."""

import csv
import io
import json
import xml.etree.ElementTree as ET

TABLE = "{http://www.w3.org/1999/xhtml}table"


def unguarded(cell):
    """The cell without the guard that keeps spreadsheets from reading `-50.00%(反向)` as a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


class Comparison:
    def __init__(self, folder, expectation):
        self.folder, self.expectation = folder, expectation
        self.compared, self.differences = 0, []
        self.rows("指标明细", expectation.details, ("表", "序号"))
        self.rows("汇总溯源", expectation.lineage, ("单位指标", "项目名称", "项目指标"))
        self.manifest()
        self.index()

    def check(self, place, expected, found):
        self.compared += 1
        if expected != found:
            self.differences.append(f"{place}：应为“{expected}”，实为“{found}”")

    def rows(self, name, expected, keys):
        path = self.folder / "数据" / f"{name}.csv"
        found = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))) if (
            path.exists()) else []
        self.check(f"{name} 行数", len(expected), len(found))
        for want, have in zip(expected, found):
            place = name + " " + "/".join(want[key] for key in keys)
            for column, value in want.items():
                self.check(f"{place} {column}", value, unguarded(have[column]))

    def manifest(self):
        found = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        for key, value in self.expectation.headline.items():
            self.check(f"manifest {key}", value, found[key])

    def index(self):
        """The totals and grades of every sheet stand on the front page, and nowhere else."""
        page = ET.parse(self.folder / "index.html")
        tables = [[[("".join(cell.itertext())).strip() for cell in row] for row in table.iter()
                   if row.tag.endswith("}tr")] for table in page.iter(TABLE)]
        head, *body = next(table for table in tables if table[0][0] == "表" and "数据" in table[0])
        found = {row[0]: dict(zip(head, row)) for row in body}
        for name, totals in self.expectation.sheets.items():
            for column, value in totals.items():
                self.check(f"首页 {name} {column}", value, found.get(name, {}).get(column))
