"""Names that would lead out of the output folder or onto each other, and traps laid beside it."""

import hashlib
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import unicodedata
import urllib.parse

from harness import NEW, sentence_faults, small_unit, snapshot, write_rows

NAMES = ["../../x", "/etc/x", "CON", "nul.txt", "COM1", "a" * 300, "项目" * 150, "项目" * 150 + "二", "é项目", "ｅ项目", "Project",
         "PROJECT", "project", "..", ".", "...", "-rf", 'a:b*c?d"e<f>g|h\\i', "尾点. . ", "index.html", "a\nb", "c\td", "%2e%2e%2f",
         "项目/01-CON", "~", "$(id)", "`id`", "'; rm -rf /", "#x", "?x", "&amp;", "\u2025/x", "\u2215etc\u2215x", "部门整体绩效自评价表",
         ".out.jixiao-1-0123456789abcdef", "manifest.json", "．．／x"]
BAD = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


# Codes of units: their folders are named after them.
CODES = ["../../x", "/etc/x", "/x", "CON", "nul.txt", "a" * 300, "a" * 300 + "b", "编" * 100, "é单位", "e\u0301单位", "Abc", "aBC", "..",
         ".", "-rf", "a\nb", "甲/乙", "甲\\乙", "尾. ", ".out.jixiao-1-0123456789abcdef", "manifest.json", "~", "$(id)", "lines.ndjson"]
# Where a name taken at its word would lead, whatever the folder of the case.
ELSEWHERE = ["/x", "/etc/x", "/CON", "/tmp/x"]


def run(bench):
    there = {path: os.path.lexists(path) and os.lstat(path).st_mtime_ns for path in ELSEWHERE}
    names(bench)
    twins(bench)
    zero_byte(bench)
    unit_codes(bench)
    batch_codes(bench)
    input_names(bench)
    traps(bench)
    trapped_manifest(bench)
    moved = [path for path in ELSEWHERE if there[path] != (os.path.lexists(path) and os.lstat(path).st_mtime_ns)]
    bench.check(f"{'、'.join(ELSEWHERE)} 如前", [f"动了 {moved}"] if moved else [])


def surroundings(bench, folder, allowed):
    """Runs something and tells what changed in the folder beside what may."""
    before = {name: entry for name, entry in snapshot(folder).items() if not allowed(name)}

    def changed():
        after = {name: entry for name, entry in snapshot(folder).items() if not allowed(name)}
        return [f"{os.fsdecode(name)}" for name in before.keys() | after.keys() if before.get(name) != after.get(name)]

    return changed


def victim(bench):
    """A folder with things that must stay, deep enough for `../../x`."""
    folder = bench.place()
    for name in ["x", "etc/x", "out2/x", "a/b/x"]:
        (folder / "tief" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "tief" / name).write_text("留")
    return folder


def legal(folder):
    """What is wrong with the names in an output folder."""
    faults, seen = [], {}
    for root, _, found in os.walk(folder):
        for name in found:
            path = os.path.relpath(os.path.join(root, name), folder)
            if BAD.search(name) or len(name.encode()) > 80 or unicodedata.normalize("NFC", name) != name:
                faults.append(f"文件名不合规：{name!r}")
            if DEVICES.match(name) or name.endswith((".", " ")):
                faults.append(f"Windows 不认的文件名：{name!r}")
            key = unicodedata.normalize("NFC", path).casefold()
            if key in seen:
                faults.append(f"{path!r} 与 {seen[key]!r} 只差大小写")
            seen[key] = path
    return faults


def links(folder):
    """Links of the pages that lead nowhere or outside."""
    faults = []
    for root, _, found in os.walk(folder):
        for name in found:
            if not name.endswith(".html"):
                continue
            with open(os.path.join(root, name), encoding="utf-8") as stream:
                text = stream.read()
            for twin in re.findall(r'data-csv="([^"]*)"', text):
                if not os.path.isfile(os.path.join(root, html.unescape(twin))):
                    faults.append(f"{name} 的 data-csv 落空：{twin}")
            for link in re.findall(r'(?:href|src)="([^"]*)"', text):
                link = html.unescape(link).split("#")[0]
                if not link or link.startswith(("data:", "mailto:")):
                    continue
                if not re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+", link):
                    faults.append(f"{name} 的链接没有编码：{link}")
                target = os.path.normpath(os.path.join(root, urllib.parse.unquote(link)))
                if not os.path.isfile(target) or not target.startswith(f"{folder}/"):
                    faults.append(f"{name} 的链接落空：{link}")
    return faults


def names(bench):
    """Projects with odd names: every one has its own files inside OUT, and nothing else is touched."""
    folder = victim(bench)
    unit, out = folder / "in", folder / "tief" / "a" / "out"
    small_unit(unit, NAMES)
    changed = surroundings(bench, folder, lambda name: name.startswith(b"/tief/a/out") or name.startswith(b"/forms"))
    for command, count in [
        (["report", unit, "-o", out, "--date", NEW, "-q"], 2 * len(NAMES)),
        (["check", unit, "--by-project", "-o", out.with_name("out.by"), "-q"], None),
        (["forms", unit, "-o", folder / "forms"], None),
    ]:
        result = bench.run(command)
        target = {"report": out, "check": out.with_name("out.by"), "forms": folder / "forms"}[command[0]]
        faults = [] if result.status == 0 else [f"退出状态 {result.status}（{result.err.decode()[-300:]}）"]
        faults += legal(target) + links(target)
        if changed():
            faults.append(f"动了外面的 {changed()}")
        written = os.listdir(target / "项目") if (target / "项目").is_dir() else []
        if count is not None and len(written) != count:
            faults.append(f"应有 {count} 个项目文件，实有 {len(written)}")
        if command[0] == "forms" and target.is_dir() and len(os.listdir(target)) < len(NAMES):
            faults.append(f"{len(NAMES)} 个项目只有 {len(os.listdir(target))} 个填报表")
        bench.check(f"名称古怪的项目 {command[0]}", faults)
    checked = bench.run(["verify", out])
    bench.check("名称古怪的项目 verify", [] if checked.status == 0 else [checked.err.decode()[:200]])
    # Each sheet is in the file the manifest says, under its own name.
    if not (out / "manifest.json").exists():
        return
    with open(out / "manifest.json", encoding="utf-8") as stream:
        listed = [entry for entry in json.load(stream)["documents"] if entry["role"] == "project-sheet"]
    known = {entry["project"] for entry in listed if entry["format"] == "csv"}
    faults = [] if len(known) == len(NAMES) else [f"清单里有 {len(known)} 个项目，应有 {len(NAMES)}"]
    bench.check("名称古怪的项目 manifest", faults)


def twins(bench):
    """Names that are one name to a file system or to a reader are two files, or an error, never one file."""
    for first, second in [("é项目", "e\u0301项目"), ("Abc", "aBC"), ("项目（一）", "项目(一)"), ("ＡＢ项目", "AB项目"), ("甲 乙", "甲\u3000乙"),
                          ("甲乙", "甲乙 "), ("甲/乙", "甲\\乙"), ("甲" * 100, "甲" * 100 + "乙"), ("ß", "SS"), ("İ", "i̇")]:
        folder = bench.place()
        small_unit(folder / "in", [first, second])
        result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-q"])
        faults = []
        if result.status == 0:
            faults += legal(folder / "out") + links(folder / "out")
            if len(os.listdir(folder / "out" / "项目")) != 4:
                faults.append(f"两个项目有 {os.listdir(folder / 'out' / '项目')}")
        elif result.status != 1 or "E2" not in result.err.decode():
            faults.append(f"退出状态 {result.status}（{result.err.decode()[:200]}）")
        bench.check(f"成对的名称 {first[:9]!r} {second[:9]!r}", faults)


def zero_byte(bench):
    """A NUL in a name is an error with its place; on the command line there can be none."""
    folder = bench.with_old(bench.small)
    small_unit(folder / "in", ["甲\0乙", "丙"])
    result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-q"])
    faults = bench.judge(bench.small, folder, result, {1: ["old"]})
    if "E102" not in result.err.decode():
        faults.append("没有 E102")
    bench.check("项目名称里有 NUL", faults)


def unit_codes(bench):
    """The unit's name and code appear in pages, mail and manifest, never in a path."""
    for value in ["../../x", "/etc/x", "CON", "a" * 300, "单位\r\nBcc: x@y.cn"]:
        folder = victim(bench)
        shutil.copytree(bench.small, folder / "in")
        write_rows(folder / "in" / "unit.csv", [
            ("项", "内容"), ("单位名称", value), ("年度", "2023"), ("单位编码", value), ("主管部门", value)])
        changed = surroundings(bench, folder, lambda name: name.startswith(b"/tief/a/out"))
        result = bench.run(["report", folder / "in", "-o", folder / "tief" / "a" / "out", "--date", NEW, "-q"])
        faults = [] if result.status == 0 else [f"退出状态 {result.status}（{result.err.decode()[:200]}）"]
        faults += legal(folder / "tief" / "a" / "out")
        if changed():
            faults.append(f"动了外面的 {changed()}")
        bench.check(f"单位名称和编码 {value[:12]!r}", faults)


def batch_codes(bench):
    """Codes through `batch`: each unit in a folder of its own inside OUT, or refused as a twin of an earlier one."""
    folder = victim(bench)
    for number, code in enumerate(CODES):
        unit = small_unit(folder / "in" / f"u{number:02}")
        write_rows(unit / "unit.csv", [
            ("项", "内容"), ("单位名称", f"检验院{number:02}号"), ("年度", "2023"), ("单位编码", code)])
    for layout in ["flat", "sharded"]:
        out, lines = folder / "tief" / "a" / "out" / layout, folder / "tief" / "a" / "out" / f"{layout}.ndjson"
        out.parent.mkdir(exist_ok=True)
        changed = surroundings(bench, folder, lambda name: name.startswith(b"/tief/a/out"))
        result = bench.run(["batch", folder / "in", "-o", out, "--ndjson", lines, "--layout", layout, "--date", NEW])
        faults = [] if result.status == 1 else [f"退出状态 {result.status}，应为 1（{result.err.decode()[-200:]}）"]
        if changed():
            faults.append(f"动了外面的 {changed()}")
        faults += legal(out)
        units = []
        if lines.exists():
            units = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
        if sorted(unit["unit"] for unit in units) != [f"检验院{number:02}号" for number in range(len(CODES))]:
            faults.append(f"{len(CODES)} 个单位有 {len(units)} 行")
        places = {}
        for unit in units:
            if not unit["ok"]:
                if unit.get("failure") != "twin":
                    faults.append(f"{unit['code'][:20]!r} 失败：{unit.get('reason')}")
                continue
            place = os.path.normpath(out / unit["output"])
            # What differs only in case, or in how its accents are written, is one folder to other systems.
            key = unicodedata.normalize("NFC", place).casefold()
            if key in places:
                faults.append(f"{unit['code'][:20]!r} 与 {places[key][:20]!r} 的文件夹在别的系统上是同一个")
            places[key] = unit["code"]
            if not place.startswith(f"{out}/"):
                faults.append(f"{unit['code'][:20]!r} 在外面：{place}")
            elif unit["unit"] not in (pathlib.Path(place) / "index.html").read_text(encoding="utf-8"):
                faults.append(f"{place} 里不是 {unit['unit']}")
            elif bench.run(["verify", place]).status != 0:
                faults.append(f"{place} 复核未通过")
        # The earlier one stands, the later is refused. Long codes may be cut to one name, and case may tell folders apart
        # where they lie in different ones; that no two share a place is seen above.
        refused = {unit["unit"] for unit in units if not unit["ok"]}
        must, may = ({f"检验院{CODES.index(code):02}号" for code in codes} for codes in (
            ["e\u0301单位", ".", "甲\\乙"], ["aBC", "a" * 300 + "b"]))
        if not must <= refused <= must | may:
            faults.append(f"被拒绝的是 {sorted(refused)}，应有 {sorted(must)}，可有 {sorted(may)}")
        bench.check(f"单位编码 batch {layout}", faults)


def input_names(bench):
    """Odd names of input files: read or named, never followed out of the folder, never fatal."""
    text = "项目名称,三级指标,全年完成值\r\n".encode()
    odd = [b"\xff\xfe.csv", "科研项目.csv".encode("gbk"), b"a\nb.csv", b"\x1b[2J.csv", b"x" * 251 + b".csv", b"..csv",
           "é.csv".encode(), "e\u0301.csv".encode(), b"A.csv", b"a.CSV", b"-o.csv", "\u202ecsv.exe.csv".encode(), b"%s%n.csv"]
    for name in odd:
        folder = bench.place()
        shutil.copytree(bench.small, folder / "in")
        (folder / "in" / "actuals").mkdir()
        os.mkdir(os.fsencode(folder / "in") + b"/actuals2")
        with open(os.fsencode(folder / "in") + b"/actuals/" + name, "wb") as stream:
            stream.write(text)
        with open(os.fsencode(folder / "in") + b"/" + name, "wb") as stream:
            stream.write(text)
        before = snapshot(folder / "in")
        result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-v"])
        faults = [] if result.status in (0, 1) else [f"退出状态 {result.status}（{result.err.decode()[:200]}）"]
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80\xae", result.err):
            faults.append("控制字符到了终端")
        if result.status == 0:
            faults += legal(folder / "out")
            checked = bench.run(["verify", folder / "out"])
            if checked.status != 0:
                faults.append(f"verify：{checked.err.decode()[:200]}")
        if snapshot(folder / "in") != before:
            faults.append("填报目录变了")
        bench.check(f"文件名 {name[:20]!r}", faults)
    for pair in [("targets.csv", "Targets.csv"), ("unit.csv", "UNIT.CSV")]:
        folder = bench.with_old(bench.small)
        shutil.copytree(bench.small, folder / "in")
        shutil.copy(folder / "in" / pair[0], folder / "in" / pair[1])
        result = bench.run(["report", folder / "in", "-o", folder / "out", "--date", NEW, "-q"])
        # Nobody can tell which of the two is meant.
        bench.check(f"文件名只差大小写 {pair}", bench.judge(bench.small, folder, result, {1: ["old"]}))


def traps(bench):
    """Entries beside OUT that look like the tool's own temporary ones, and links where it writes."""
    unit = bench.small
    for kind in ["link", "file", "draft", "old", "swap", "deep"]:
        for present in [True, False]:
            folder = victim(bench)
            if present:
                bench.with_old(unit, folder)
            trap = folder / ".out.jixiao-1-0123456789abcdef"
            if kind == "link":
                trap.symlink_to(folder / "tief")
            elif kind == "file":
                trap.write_text("x")
            else:
                trap.mkdir()
                inner = trap / (kind if kind != "deep" else "draft")
                if kind == "deep":
                    inner.mkdir()
                    inner /= "数据"
                inner.symlink_to(folder / "tief")
            changed = surroundings(bench, folder / "tief", lambda name: False)
            faults = []
            for turn in range(2):
                before = snapshot(folder / "out")
                result = bench.run(bench.arguments(unit, folder / "out"))
                now = snapshot(folder / "out")
                if (folder / "out").is_symlink():
                    faults.append(f"第{turn + 1}次运行后输出成了符号链接")
                # Nothing that is laid beside OUT keeps a report from being made. Only what might be the one report there
                # is, waiting to be put back, may be left for a person to look at.
                if result.status == 0:
                    if now != bench.report(unit, NEW)[0]:
                        faults.append(f"第{turn + 1}次运行后报告不是应有的")
                elif kind == "old" and not present and result.status == 74:
                    faults += sentence_faults(result, ("out",))
                    if now != before or now:
                        faults.append(f"第{turn + 1}次运行失败而输出变了")
                else:
                    faults.append(f"第{turn + 1}次退出状态 {result.status}，应为 0（{result.err.decode()[-200:]}）")
            if changed():
                faults.append(f"动了外面的 {changed()}")
            # What is nobody's draft is not the tool's to remove.
            if kind in ("link", "file") and not os.path.lexists(trap):
                faults.append("删去了不是自己的")
            bench.check(f"陷阱 {kind} {'有' if present else '无'}旧报告", faults)

    # A parent that is a link is the user's way to name a place; what lies beside it stays.
    folder = victim(bench)
    (folder / "weg").symlink_to("tief/a")
    changed = surroundings(bench, folder, lambda name: name.startswith(b"/tief/a/out"))
    result = bench.run(bench.arguments(unit, folder / "weg" / "out"))
    faults = [] if result.status == 0 else [f"退出状态 {result.status}（{result.err.decode()[:200]}）"]
    if changed() or snapshot(folder / "tief" / "a" / "out") != bench.report(unit, NEW)[0]:
        faults.append(f"动了外面的 {changed()}，或报告不在链接所指之处")
    bench.check("上级目录是符号链接", faults)

    # Folders for filling in go only into real folders.
    for command, name in [(["init", "--templates"], "rubrics"), (["init"], "actuals")]:
        folder = victim(bench)
        (folder / "neu").mkdir()
        (folder / "neu" / name).symlink_to(folder / "tief")
        changed = surroundings(bench, folder / "tief", lambda name: False)
        result = bench.run([*command, folder / "neu"])
        faults = [f"动了外面的 {changed()}"] if changed() else []
        if result.status != 74:
            faults.append(f"退出状态 {result.status}，应为 74")
        bench.check(f"{' '.join(command)} 遇到符号链接 {name}", faults)


def sealed_anew(manifest):
    """A manifest's text with the seal of what now stands before it, as somebody who knows how would leave it."""
    content = manifest[: manifest.rindex(',\n  "seal"')]
    return f'{content},\n  "seal": "{hashlib.sha256(content.encode()).hexdigest()}"\n}}\n'


def trapped_manifest(bench):
    """A finished folder in which somebody laid links, or whose manifest points outside."""
    mail = ["--to", "a@b.cn", "--from", "c@d.cn"]
    for kind in ["message", "folder", "manifest", "sealed"]:
        folder = bench.with_old(bench.small)
        (folder / "aussen").mkdir()
        out = folder / "out"
        if kind == "message":
            shutil.move(out / "邮件" / "摘要.eml", folder / "aussen" / "摘要.eml")
            (out / "邮件" / "摘要.eml").symlink_to("../../aussen/摘要.eml")
        elif kind == "folder":
            shutil.move(out / "邮件", folder / "aussen" / "邮件")
            (out / "邮件").symlink_to("../aussen/邮件")
        else:
            shutil.move(out / "邮件" / "摘要.eml", folder / "aussen" / "摘要.eml")
            text = (out / "manifest.json").read_text(encoding="utf-8").replace("邮件/摘要.eml", "../aussen/摘要.eml")
            (out / "manifest.json").write_text(text if kind == "manifest" else sealed_anew(text), encoding="utf-8")
        changed = surroundings(bench, folder / "aussen", lambda name: False)
        result = bench.run(["email", out, *mail])
        faults = [f"动了外面的 {changed()}"] if changed() else []
        if result.status != 74:
            faults.append(f"email 退出状态 {result.status}，应为 74（{result.err.decode()[:200]}）")
        checked = bench.run(["verify", out])
        if checked.status != 1:
            faults.append(f"verify 退出状态 {checked.status}，应为 1（{checked.err.decode()[:200]}）")
        result = bench.run(bench.arguments(bench.small, out))
        # What the manifest does not list is somebody's own, and so is a manifest that was changed; a line too many in a
        # sealed one concerns nothing that is there.
        if result.status != (0 if kind == "sealed" else 74) or changed():
            faults.append(f"report 退出状态 {result.status}；外面 {changed()}")
        subprocess.run(["rm", "-rf", folder], check=True)
        bench.check(f"成品里的陷阱 {kind}", faults)
