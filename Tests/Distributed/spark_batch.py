#!/usr/bin/env python3
"""Drive `jixiao batch - --ndjson -` with Apache Spark and write the lines of all units to one file.

  spark_batch.py --folders LIST --lines FILE [--master local[2,4]] [--partitions N] -- COMMAND…

LIST has one submission folder a line. COMMAND reads folders from standard input and writes one line of NDJSON for each to
standard output, such as `done-or-retry.sh jixiao batch - -o OUT -j 1 --ndjson -`. A task that fails is tried again (in
`local[threads,failures]` the second number says how often, on a cluster spark.task.maxFailures); what it printed before is
thrown away. The last line on standard output: lines, tasks, failed attempts.
"""
import argparse
import os
import shlex
import sys

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folders", required=True)
    parser.add_argument("--lines", required=True)
    parser.add_argument("--master", default="local[2,4]")
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    session = (
        SparkSession.builder.master(options.master).appName("jixiao").config("spark.task.maxFailures", "4")
        .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    context = session.sparkContext
    context.setLogLevel("OFF")
    with open(options.folders, encoding="utf-8") as file:
        folders = file.read().splitlines()
    context.setJobGroup("batch", "jixiao batch")
    # checkCode: without it a worker that dies after half of its lines would count as done. Spark gives the worker no
    # environment but this.
    environment = {name: os.environ[name] for name in ("PATH", "SOURCE_DATE_EPOCH") if name in os.environ}
    lines = (context.parallelize(folders, options.partitions)
             .pipe(shlex.join(options.command), env=environment, checkCode=True).collect())
    if len(lines) != len(folders):
        sys.exit(f"错误：{len(folders)} 个填报目录只有 {len(lines)} 行")
    tracker = context.statusTracker()
    stages = [tracker.getStageInfo(stage) for job in tracker.getJobIdsForGroup("batch") for stage in tracker.getJobInfo(job).stageIds]
    with open(options.lines, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)
    print(len(lines), sum(stage.numTasks for stage in stages), sum(stage.numFailedTasks for stage in stages))
    session.stop()


if __name__ == "__main__":
    main()
