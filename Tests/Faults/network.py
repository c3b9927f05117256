"""No command but `email --send` speaks to a network: strace sees no socket."""

import os
import shutil


def run(bench):
    unit = bench.small
    finished = bench.report(unit, "2024-01-15")[1]
    place = bench.place()
    shutil.copytree(unit, place / "units" / "one")
    commands = [
        ["report", unit, "-o", place / "out", "--date", "2024-01-15"], ["check", unit], ["verify", finished],
        ["batch", place / "units", "-o", place / "many", "-j", "2", "--date", "2024-01-15", "--ndjson", place / "lines"],
        ["merge", place / "lines", "-o", place / "overview", "--date", "2024-01-15"], ["forms", unit, "-o", place / "forms"],
        ["init", place / "new"], ["trace", unit, "检定台件数", "--project", "强制检定经费"], ["rollup-plan", unit],
        ["explain", "E203"], ["email", finished, "--to", "a@b.cn", "--from", "c@d.cn", "-o", place / "mail.eml"],
    ]
    for arguments in commands:
        log = place / "trace"
        result = bench.run(arguments, before=["strace", "-f", "-qq", "-o", log, "-e", "trace=socket,connect,sendto,sendmsg"])
        calls = log.read_text(errors="replace").splitlines()
        spoken = [line for line in calls if "(" in line and "exited with" not in line]
        faults = [line[:120] for line in spoken[:3]] + ([] if result.status == 0 else [f"退出状态 {result.status}"])
        bench.check(f"不上网 {arguments[0]}", faults)
    # What strace would show is shown by the one command that does speak.
    sending = ["email", finished, "--to", "a@b.cn", "--from", "c@d.cn", "--send", "--smtp", "smtp://127.0.0.1:9"]
    log = place / "trace"
    bench.run(sending, before=["strace", "-f", "-qq", "-o", log, "-e", "trace=socket,connect"])
    bench.check("email --send 上网", [] if "connect(" in log.read_text(errors="replace") else ["没有看到 connect"])
    os.sync()
