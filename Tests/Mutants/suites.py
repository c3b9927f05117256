"""The suites of the folders, measured once: what each costs and which sites it executes.

A mutant is judged by the suites that execute it, one process each, the cheapest first; the first failure ends it. What
they all let pass is judged by the other suites too before it is called a survivor.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

# Sites that can be told apart; Mutation.swift writes one byte for each.
MOST_SITES = 8192
# Beside what the tests take: seconds of CPU, which the load of the machine does not change, and bytes.
SPARE_SECONDS, MOST_MEMORY = 10, 6 << 30
WHOLE = ""


class Suites:
    def __init__(self, package):
        self.package = package
        sources = package.place.glob("Tests/SelfEvaluationTests/*/*.swift")
        self.names = sorted(name for path in sources
                            for name in re.findall(r"@Suite\b[^\n]*?\bstruct (\w+)", path.read_text()))
        self.seconds, self.reached = {}, {}

    def measure(self):
        """Runs the whole and each suite without a mutant; what is wrong with that, or nothing."""
        tests = {}
        for suite in [WHOLE, *self.names]:
            with tempfile.NamedTemporaryFile(dir=self.package.place) as seen:
                seen.write(bytes(MOST_SITES))
                seen.flush()
                choice = ["--filter", only(suite)] if suite != WHOLE else []
                failed, output, self.seconds[suite] = self.run(
                    choice, 0, 600, {"JIXIAO_MUTANTS_SEEN": seen.name})
                marks = Path(seen.name).read_bytes()
            self.reached[suite] = {number for number, mark in enumerate(marks) if mark}
            count = re.search(r"Test run with (\d+) tests? in", output)
            if failed or not count:
                return f"没有变异时测试就不通过：{suite}\n{output[-3000:]}"
            tests[suite] = int(count[1])
        if tests[WHOLE] != sum(tests[suite] for suite in self.names):
            return f"有测试不属于任何一组：共{tests[WHOLE]}个，各组合计{sum(tests[suite] for suite in self.names)}个"
        return None

    def kills(self, site):
        """The suite that notices the mutant; None where all pass."""
        title = Path(site.file).stem.split("+")[0]
        reaching = [suite for suite in self.names if site.number in self.reached[suite]]
        # The suite of the file itself first.
        reaching.sort(key=lambda suite: (not suite.startswith(title), self.seconds[suite]))
        for suite in reaching:
            if self.run(["--filter", only(suite)], site.number, self.limit(suite))[0]:
                return suite
        others = [option for suite in reaching for option in ("--skip", only(suite))]
        if len(reaching) < len(self.names) and self.run(others, site.number, self.limit(WHOLE))[0]:
            return "其余"
        return None

    def limit(self, suite):
        return SPARE_SECONDS + 10 * self.seconds[suite]

    def run(self, choice, number, limit, extra={}):
        """Whether the tests chosen notice a mutant (a failure, a crash, a hang), the output, and its seconds of CPU."""
        command = ["prlimit", f"--cpu={round(limit)}", f"--as={MOST_MEMORY}", "--",
                   str(self.package.tests), "--testing-library", "swift-testing", *choice]
        # A crash is a death like any other: nobody reads its backtrace, and who writes it may outlive us.
        environment = os.environ | {"JIXIAO_MUTANT": str(number), "SWIFT_BACKTRACE": "enable=no"} | extra
        before = os.times()
        with tempfile.TemporaryFile() as output:
            try:
                # Who waits for ever uses no CPU; this bound is for him alone, and far off.
                done = subprocess.run(command, cwd=self.package.place, timeout=60 * limit, stdout=output,
                                      stderr=subprocess.STDOUT, env=environment)
            except subprocess.TimeoutExpired:
                return True, "超时", limit
            output.seek(0)
            text = output.read().decode(errors="replace")
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        return done.returncode != 0, text, seconds


def only(suite):
    """The pattern of a suite's tests."""
    return rf"\.{suite}/"
