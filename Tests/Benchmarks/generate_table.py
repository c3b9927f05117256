#!/usr/bin/env python3
"""Write one large CSV of indicators for timing how fast typed rows are read.

  generate_table.py FILE [--mebibytes 200] [--seed S] [--rows-to FILE]

Four columns of text and five of exact decimals with two to six places, UTF-8 without BOM, CRLF. One row in fifty has a quoted
cell with a comma, one in a hundred a doubled quote, one in a thousand a line break inside quotes; one figure in forty is
negative and one in fifty empty. Rows are whole, so the file is a little larger than asked for.
--rows-to reads the file back with csv and Decimal and writes what is in it: cells parted by U+001F, rows by U+001E, figures in
millionths.
"""
import argparse
import csv
import decimal
import random

from generate import CITIES, INDICATORS, KINDS, PROJECTS

HEAD = ["单位编码", "单位名称", "项目名称", "三级指标", "年初预算数", "全年预算数", "全年执行数", "目标值", "完成值"]
PLACES = 5


def figure(rng):
    """A decimal as it would be typed: two to six places, sometimes negative, sometimes left empty."""
    kind = rng.random()
    if kind < 0.02:
        return ""
    places = rng.choice((2, 2, 2, 3, 4, 6))
    digits = rng.randrange(10 ** rng.randrange(places + 1, places + 7))
    sign = "-" if kind > 0.975 else ""
    return f"{sign}{digits // 10**places}.{digits % 10**places:0{places}d}"


def indicator(rng, name):
    kind = rng.random()
    if kind < 0.001:
        return f'"{name}\r\n（续）"'
    if kind < 0.011:
        return f'"{name}（""{rng.randrange(100)}""项）"'
    if kind < 0.031:
        return f'"{name},其中省本级"'
    return name


def read_back(path, out):
    with open(path, encoding="utf-8", newline="") as file, open(out, "w", encoding="utf-8", newline="") as rows:
        reader = csv.reader(file, strict=True)
        assert next(reader) == HEAD
        for row in reader:
            figures = [str(int(decimal.Decimal(cell) * 1_000_000)) if cell else "" for cell in row[-PLACES:]]
            rows.write("\x1f".join(row[:-PLACES] + figures) + "\x1e")


def main():
    parser = argparse.ArgumentParser(description="生成一个大的 CSV，供读取计时用")
    parser.add_argument("file")
    parser.add_argument("--mebibytes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows-to", metavar="FILE")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    # Figures are drawn from a pool: what is timed is reading, and drawing each anew takes minutes.
    pool = [figure(rng) for _ in range(100_003)]
    names = [row[2] for row in INDICATORS]
    size, unit, place = 0, 0, 0
    with open(options.file, "wb") as file:
        size += file.write((",".join(HEAD) + "\r\n").encode())
        while size < options.mebibytes << 20:
            unit += 1
            code = f"3200{unit:06d}"
            title = f"{CITIES[unit % len(CITIES)]}市{KINDS[unit // len(CITIES) % len(KINDS)]}（第{unit}号）"
            rows = []
            for project in PROJECTS:
                for name in names:
                    start = place % (len(pool) - PLACES)
                    place += rng.randrange(PLACES, 4 * PLACES)
                    rows.append(f"{code},{title},{project},{indicator(rng, name)},{','.join(pool[start:start + PLACES])}\r\n")
            size += file.write("".join(rows).encode())
    if options.rows_to:
        read_back(options.file, options.rows_to)


if __name__ == "__main__":
    main()
