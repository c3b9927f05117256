#!/usr/bin/env python3
"""Read the large CSV with DuckDB, typed, on one thread: read_duckdb.py FILE text|figures

Prints rows, cells filled and exact sum in millionths of each of the five columns, then (text) the bytes of the four columns
of text, as ReadTyped does; to standard error the wall and CPU seconds of the query alone, without start-up. With `figures` the columns of text are named and typed but not asked for, so that DuckDB may skip
their contents. Nothing is detected: types, delimiter, quote and line ends are told.
"""
import sys
import time

import duckdb

from generate_table import HEAD, PLACES

path, what = sys.argv[1:]
text, figures = HEAD[:-PLACES], HEAD[-PLACES:]
connection = duckdb.connect()
connection.execute("SET threads = 1")
asked = ["count(*)"]
for name in figures:
    asked += [f'count("{name}")', f'CAST(coalesce(sum("{name}"), 0) * 1000000 AS HUGEINT)']
if what == "text":
    asked += [f'sum(strlen("{name}"))' for name in text]
start = time.perf_counter(), time.process_time()
row = connection.execute(
    f"SELECT {', '.join(asked)} FROM read_csv($path, columns = $columns, auto_detect = false, header = true, delim = ',', "
    "quote = '\"', escape = '\"', new_line = '\\r\\n')",
    {"path": path, "columns": {name: "DECIMAL(18,6)" if name in figures else "VARCHAR" for name in HEAD}},
).fetchone()
print(time.perf_counter() - start[0], time.process_time() - start[1], file=sys.stderr)
print(*map(int, row))
