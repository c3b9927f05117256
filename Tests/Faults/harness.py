"""What all families share: a place for each case, running the tool, and judging what it left behind."""

import concurrent.futures
import csv
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "Samples" / "jsmi-2023"
OLD, NEW = "2024-01-14", "2024-01-15"
SIBLING = re.compile(rb"^\..*\.jixiao-\d+-[0-9a-f]{16}$")
NOBODY = 65534
# Names that sentences have without quotes: files of a folder, and formats.
OURS = r"[\w.-]*\.(?:csv|json|html|pdf|eml|txt|ndjson)|UTF-8|NDJSON|XHTML"


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err
        text = err.decode("utf-8", "replace")
        self.sentences = [line for line in text.splitlines() if line.startswith("jixiao: ")]


def snapshot(path):
    """Everything below a path, and the path itself: kind, and content, by relative name as bytes."""
    found = {}

    def visit(here, name):
        status = os.lstat(here)
        if os.path.islink(here):
            found[name] = ("link", os.readlink(here))
        elif os.path.isdir(here):
            found[name] = ("folder", "")
            for entry in os.listdir(here):
                visit(os.path.join(here, entry), name + b"/" + entry)
        elif os.path.isfile(here):
            with open(here, "rb") as stream:
                found[name] = ("file", hashlib.sha256(stream.read()).hexdigest())
        else:
            found[name] = ("other", str(status.st_mode))

    if os.path.lexists(path):
        visit(os.fsencode(path), b"")
    return found


def siblings(folder):
    """The names of hidden siblings in a folder."""
    return [name for name in os.listdir(os.fsencode(folder)) if SIBLING.match(name)]


def write_rows(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


def small_unit(folder, projects=("强制检定经费", "能力提升经费")):
    """A submission of a unit and a few projects without errors; runs take a tenth of a second."""
    folder = pathlib.Path(folder)
    indicators = [
        ("决策", "项目立项", "立项依据充分性", "充分", "充分"), ("过程", "资金管理", "资金使用合规性", "合规", "合规"),
        ("成本", "成本指标", "维修成本", "≤20万元", "18万元"), ("产出", "数量指标", "检定台件数", "≥1000台", "1100台"),
        ("效益", "社会效益", "服务企业数", "≥50家", "60家"), ("满意度", "服务对象满意度", "客户满意度", "≥90%", "95%"),
    ]
    own = [("决策", "目标设定", "目标合理性", "合理", "合理"), ("过程", "预算管理", "预算管理规范性", "规范", "规范"),
           ("履职", "业务工作", "检定台件数", "≥2000台", ""), ("效益", "社会效益", "服务企业数", "≥100家", ""),
           ("满意度", "服务对象满意度", "客户满意度", "≥90%", "")]
    write_rows(folder / "unit.csv", [("项", "内容"), ("单位名称", "检验院"), ("年度", "2023"), ("数据性质", "示例数据")])
    write_rows(folder / "projects.csv", [("项目编码", "项目名称")] + [(f"X{i}", p) for i, p in enumerate(projects)])
    write_rows(folder / "budget.csv", [("项目名称", "收支", "资金名称", "年初预算数", "全年预算数", "全年执行数")] + [
        (p, "支出", "财政拨款", "100", "100", "98") for p in projects])
    write_rows(folder / "targets.csv", [("项目名称", "一级指标", "二级指标", "三级指标", "全年指标值")]
               + [("部门整体", *row[:4]) for row in own] + [(p, *row[:4]) for p in projects for row in indicators])
    write_rows(folder / "actuals.csv", [("项目名称", "三级指标", "全年完成值", "佐证材料")]
               + [("部门整体", row[2], row[4], "台账") for row in own if row[4]]
               + [(p, row[2], row[4], "台账") for p in projects for row in indicators])
    return folder


class Bench:
    """The tool, a folder for all cases, and the score."""

    def __init__(self, tool, full):
        self.tool, self.full = tool, full
        self.cases, self.failures, self.remark = 0, [], ""
        self._number, self._lock = 0, threading.Lock()
        self._reports = {}

    def __enter__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="jixiao-faults-"))
        self.root.chmod(0o755)
        self.small = small_unit(self.root / "small")
        self.sample = self.root / "sample"
        shutil.copytree(SAMPLE, self.sample)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root, ignore_errors=True)

    def place(self):
        """A new empty folder; all have paths of the same length, so that traces are comparable."""
        with self._lock:
            self._number += 1
            folder = self.root / f"c{self._number:06}"
        folder.mkdir()
        return folder

    def environment(self):
        # Else the runtime reads /proc/self/maps at the start, in as many reads as it takes.
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}

    def run(self, arguments, before=(), user=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/", **more):
        """Runs the tool to its end, at most a minute, started by `before` (strace, prlimit)."""
        if user is not None:
            before = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *before]
        run = subprocess.run(
            [*before, self.tool, *map(os.fspath, arguments)], stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            cwd=cwd, env=self.environment(), timeout=60, **more)
        return Result(run.returncode, run.stdout or b"", run.stderr or b"")

    def result(self, status, err):
        return Result(status, b"", err)

    def arguments(self, unit, out, date=NEW):
        return ["report", unit, "-o", out, "--date", date, "-q"]

    def report(self, unit, date):
        """The snapshot of an undisturbed report, and the folder that holds it."""
        with self._lock:
            known = self._reports.get((unit, date))
        if known is None:
            out = self.place() / "out"
            result = self.run(self.arguments(unit, out, date))
            if result.status != 0:
                raise RuntimeError(f"未受干扰的一次运行没有成功：{result.status} {result.err.decode()}")
            known = (snapshot(out), out)
            with self._lock:
                self._reports[(unit, date)] = known
        return known

    def with_old(self, unit, folder=None):
        """A folder with an older report called `out` in it."""
        folder = folder or self.place()
        shutil.copytree(self.report(unit, OLD)[1], folder / "out", symlinks=True)
        return folder

    def check(self, name, faults):
        """Counts a case; `faults` says what was wrong, empty for nothing."""
        with self._lock:
            self.cases += 1
            if faults:
                self.failures.append(f"{name}：{'；'.join(faults)}")

    def judge(self, unit, folder, result, expect, names=("out",), strays=0):
        """What is wrong with the state after a disturbed run that left `out` in `folder`.

        `expect` has the statuses allowed, each with what may stand there: `old`, `new` or both.
        """
        faults = []
        old, new = self.report(unit, OLD)[0], self.report(unit, NEW)[0]
        now = snapshot(folder / "out")
        state = "old" if now == old else "new" if now == new else "none" if not now else "mixed"
        told = f"（{' '.join(result.sentences)[:160] or result.err.decode('utf-8', 'replace')[:160]}）"
        if result.status not in expect:
            faults.append(f"退出状态 {result.status}，应为 {sorted(expect)}{told}")
        elif state not in expect[result.status]:
            faults.append(f"退出状态 {result.status} 时输出是 {state}，应为 {expect[result.status]}{told}")
        if result.status == 74:
            faults += sentence_faults(result, names)
        left = set(os.listdir(folder)) - {"out", "in", "trace"}
        if len(left) > strays or any(not SIBLING.match(name.encode()) for name in left):
            faults.append(f"留下 {sorted(left)}")
        return faults

    def again(self, unit, folder):
        """What is wrong after one more, undisturbed run."""
        result = self.run(self.arguments(unit, folder / "out"))
        faults = []
        if result.status != 0:
            faults.append(f"再运行时退出状态 {result.status}（{result.err.decode('utf-8', 'replace')[:160]}）")
        if snapshot(folder / "out") != self.report(unit, NEW)[0]:
            faults.append("再运行的结果与未受干扰的不同")
        left = set(os.listdir(folder)) - {"out", "in", "trace"}
        if left:
            faults.append(f"再运行后仍留下 {sorted(left)}")
        return faults

    def all(self, work, items):
        """Works on the items side by side; an exception is a failed case."""
        def one(item):
            try:
                work(item)
            except Exception as error:  # noqa: BLE001 - a case must not end the others
                self.check(f"{item}", [f"{type(error).__name__}: {error}"])

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            list(pool.map(one, items))


def sentence_faults(result, names):
    """One Chinese sentence that names the path, and nothing of a crash."""
    faults = []
    if len(result.sentences) != 1:
        faults.append(f"应有一句话，实有 {len(result.sentences)} 句：{result.err.decode('utf-8', 'replace')[:200]}")
    else:
        sentence = result.sentences[0]
        if not re.search("[一-龥]", sentence):
            faults.append(f"不是中文：{sentence}")
        if not any(name in sentence for name in names):
            faults.append(f"没有写明路径 {names}：{sentence}")
        # What is quoted may be in any language; of names outside quotes there are only the tool's own and the formats'.
        english = re.sub("jixiao|“[^”]*”|--[a-z-]+|" + OURS, "", sentence)
        if re.search("[A-Za-z]{4,}", english):
            faults.append(f"夹有英文：{sentence}")
    return faults
