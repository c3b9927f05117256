#!/usr/bin/env python3
"""Read the large CSV with polars on one thread: read_polars.py FILE decimal|float

Prints what ReadTyped prints; with `float` the sums are of binary fractions and only near. Set POLARS_MAX_THREADS=1.
"""
import sys
import time

import polars

from generate_table import HEAD, PLACES

path, what = sys.argv[1:]
text, figures = HEAD[:-PLACES], HEAD[-PLACES:]
kind = polars.Decimal(18, 6) if what == "decimal" else polars.Float64
schema = {name: kind if name in figures else polars.String for name in HEAD}
start = time.perf_counter(), time.process_time()
table = polars.read_csv(path, schema=schema)
row = [table.height]
for name in figures:
    column = table[name]
    total = column.cast(polars.Decimal(38, 6)).sum() if what == "decimal" else column.sum()
    row += [table.height - column.null_count(), int(total * 1_000_000)]
row += [table[name].str.len_bytes().sum() for name in text]
print(time.perf_counter() - start[0], time.process_time() - start[1], file=sys.stderr)
print(*row)
