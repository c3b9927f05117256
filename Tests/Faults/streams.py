"""Standard output and standard error closed, full, or with nobody listening."""

import os
import subprocess

from harness import sentence_faults


def closing(number):
    return lambda: os.close(number)


def run(bench):
    unit = bench.small
    mistaken = bench.place() / "in"
    subprocess.run(["cp", "-r", unit, mistaken], check=True)
    with open(mistaken / "actuals.csv", "a", encoding="utf-8") as stream:
        stream.write("没有的项目,检定台件数,5台,台账\r\n")
    finished = bench.report(unit, "2024-01-15")[1]
    # Commands that write to standard output; status 1 where the data has errors.
    talkers = [
        (["check", unit, "--format", "json"], 0), (["check", unit, "--format", "csv"], 0),
        (["check", unit, "--format", "html"], 0), (["check", mistaken, "--format", "csv"], 1),
        (["check", unit, "--format", "text", "-o", "-"], 0), (["trace", unit, "检定台件数", "--project", "强制检定经费"], 0),
        (["rollup-plan", unit], 0), (["explain", "E203"], 0), (["verify", finished], 0), (["--help"], 0),
        (["--version"], 0), (["report", "--help"], 0), (["email", finished, "--to", "a@b.cn", "--from", "c@d.cn", "-o", "-"], 0),
    ]
    for arguments, undisturbed in talkers:
        shown = " ".join(os.path.basename(str(a)) for a in arguments)
        plain = bench.run(arguments)
        bench.check(f"{shown} 不受干扰", [] if plain.status == undisturbed and plain.out else [
            f"退出状态 {plain.status}，标准输出 {len(plain.out)} 字节，{plain.err.decode()[:200]}"])
        with open("/dev/full", "wb") as full:
            said(bench, f"{shown} >/dev/full", bench.run(arguments, stdout=full))
        said(bench, f"{shown} >&-", bench.run(arguments, stdout=None, preexec_fn=closing(1)))
        reading, writing = os.pipe()
        os.close(reading)
        said(bench, f"{shown} | true", bench.run(arguments, stdout=writing))
        os.close(writing)

    # A report that cannot say what it found does not replace the old one.
    for name, more in [("full", {}), ("closed", {"stderr": None, "preexec_fn": closing(2)}),
                       ("pipe", {}), ("json", {}), ("jsonclosed", {"stdout": None, "preexec_fn": closing(1)})]:
        folder = bench.with_old(unit)
        arguments = bench.arguments(unit, folder / "out") + (["--format", "json"] if name.startswith("json") else [])
        with open("/dev/full", "wb") as full:
            reading, writing = os.pipe()
            os.close(reading)
            if name == "full":
                more = {"stderr": full}
            elif name == "pipe":
                more = {"stderr": writing}
            elif name == "json":
                more = {"stdout": full}
            result = bench.run(arguments, **more)
            os.close(writing)
        told = name.startswith("json")
        # A closed standard error is taken for a wish not to be told anything.
        expect = {0: ["new"]} if name == "closed" else {74: ["old"]}
        faults = bench.judge(unit, folder, result, expect, names=("标准输出",))
        if not told:
            faults = [fault for fault in faults if not fault.startswith("应有一句话，实有 0 句")]
        bench.check(f"report 标准流 {name}", faults + bench.again(unit, folder))


def said(bench, name, result):
    faults = [] if result.status == 74 else [f"退出状态 {result.status}，应为 74（{result.err.decode()[:160]}）"]
    bench.check(name, faults + sentence_faults(result, ("标准输出",)))
