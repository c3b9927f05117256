"""The finished files as bytes, as mail, to the W3C checker and in LibreOffice."""

import concurrent.futures
import csv
import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import unicodedata
from xml.etree import ElementTree

import openpyxl

HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane | 0xfffe)}{chr(plane | 0xffff)}" for plane in range(0, 0x110000, 0x10000)) + "]")
PLAIN_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?[%‰]?")
STARTERS = "=+-@\t\r\n＝＋－＠"


def visible(text):
    """The text as pages show it: what nobody can see as a mark."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return HIDDEN.sub(lambda m: chr(0x2400 + ord(m[0])) if m[0] < " " else f"⟨U+{ord(m[0]):04X}⟩", text)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def texts(out, sharp):
    """No hidden character in any finished file, no cell that a spreadsheet runs, and every text is there to be read."""
    faults, count, read = [], 0, []
    for path in sorted(path for place in ("report", "more", "bad/check", "bad/by") for path in (out / place).rglob("*")):
        if not path.is_file() or path.suffix not in (".html", ".csv", ".json"):
            continue
        count += 1
        name = str(path.relative_to(out))
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        found = HIDDEN.search(text)
        if found:
            faults.append(f"{name} 里有 U+{ord(found[0]):04X}")
        if path.suffix == ".csv":
            for row in csv.reader(text.splitlines(keepends=True)):
                for cell in row:
                    if cell[:1] and cell[0] in STARTERS and not PLAIN_NUMBER.fullmatch(cell):
                        faults.append(f"{name} 的一格以 {cell[0]!r} 开头：{cell[:40]!r}")
        elif path.suffix == ".html" and path.parent.name != "邮件" and name.startswith("report/"):
            read.append(squeezed("".join(ElementTree.fromstring(text).itertext())))
    everything = "\n".join(read)
    for text in sharp:
        wanted = squeezed(visible(text.strip()))
        if wanted and wanted not in everything:
            faults.append(f"{text[:40]!r} 在页面上读不到")
    return count, faults, "没有看不见的字符，没有能当公式的格，每种文本都读得到"


def mails(out, tool):
    """The messages in a strict parser: the fields are ours, and none came out of a text."""
    # Fields and parts are those of the message of ordinary text, the first.
    faults, count, names, structure = [], 0, None, None
    policy = email.policy.SMTP.clone(raise_on_defect=True)
    for path in sorted(out.glob("plain/report/邮件/*.eml")) + sorted(out.glob("report/*/邮件/*.eml")) + sorted(out.glob("more/*/邮件/*.eml")):
        count += 1
        try:
            message = email.message_from_bytes(path.read_bytes(), policy=policy)
            fields = [field for field, _ in message.items()]
            values = [str(value) for _, value in message.items()]
            names = names or fields
            if fields != names:
                faults.append(f"{path.parts[-3]} 的信头是 {fields}，应为 {names}")
            if any("\n" in value or "\r" in value or HIDDEN.search(value) for value in values):
                faults.append(f"{path.parts[-3]} 的信头里有换行或看不见的字符")
            parts = [part.get_content_type() for part in message.walk()]
            structure = structure or parts
            if parts != structure:
                faults.append(f"{path.parts[-3]} 的结构是 {parts}，平常的是 {structure}")
            for part in message.walk():
                if part.get_content_maintype() == "text" and not part.is_attachment():
                    part.get_content()
        except Exception as error:  # noqa: BLE001 - any defect is a fault
            faults.append(f"{path.parts[-3]}：{type(error).__name__} {error}")
    reports = sum(1 for place in ("report", "more") for path in (out / place).iterdir() if path.is_dir())
    if count != reports + 1:
        faults.append(f"{reports} 个报告和平常的一个共有 {count} 封邮件")
    # Put on by a person: a subject and addresses that want to be more than that.
    finished = out / "plain/report"
    for option, value in [
        ("--subject", "x\r\nBcc: a@x.example"), ("--subject", "x\nBcc: a@x.example"), ("--to", "a@x.example\r\nBcc: b@x.example"),
        ("--to", "a@x.example, b@x.example"), ("--to", "=?utf-8?q?=0D=0A?= <a@x.example>"), ("--from", "x\u202e <a@x.example>"),
        ("--to", "\"x\"@x.example"), ("--reply-to", "a@x.example\nX: y"), ("--cc", "<script>@x.example"),
    ]:
        count += 1
        given = {"--to": "t@x.example", "--from": "f@x.example", option: value}
        target = out / "mail.eml"
        target.unlink(missing_ok=True)
        result = subprocess.run(
            [tool, "email", finished, *(part for pair in given.items() for part in pair), "-o", target],
            capture_output=True, timeout=60)
        if result.returncode == 0:
            message = email.message_from_bytes(target.read_bytes(), policy=policy)
            if "Bcc" in message or "X" in message or len(message["To"].addresses) != 1:
                faults.append(f"{option} {value!r} 添了信头或收件人")
        elif result.returncode != 64 or target.exists():
            faults.append(f"{option} {value!r} 退出状态 {result.returncode}")
    return count, faults, "信头都是本工具的，严格解析无缺陷"


def validated(out, tools):
    pages = sorted(out.glob("report/**/*.html")) + sorted(out.glob("bad/**/*.html"))
    faults = []
    for start in range(0, len(pages), 400):
        run = subprocess.run(
            ["java", "-Xss8m", "-jar", tools / "vnu.jar", "--errors-only", "--format", "json", *pages[start:start + 400]],
            capture_output=True, text=True, timeout=900)
        for message in json.loads(run.stderr)["messages"]:
            faults.append(f"{message.get('url', '')[-40:]}:{message.get('lastLine')} {message['message']}")
    return len(pages), faults, "0 错误"


def spreadsheets(out):
    """Every cell is text or a number; what is a formula in a file would be one in a workbook."""
    # Every table of every report, many at once: starting Calc takes longer than opening a table. Names repeat from report
    # to report, and Calc names the sheet after the file, and the reader refuses a sheet with a bracket in its name.
    sources = sorted((out / "report").rglob("*.csv"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        found = list(pool.map(lambda start: opened(out, sources[start:start + 100], start), range(0, len(sources), 100)))
    faults = [fault for faults, _ in found for fault in faults]
    return len(sources), faults, f"{sum(cells for _, cells in found)} 格，没有公式、错误值和链接"


def opened(out, sources, start):
    """What is wrong with some tables as Calc opens them, and how many cells there were."""
    faults, cells = [], 0
    folder = out / "office" / f"{start:05}"
    folder.mkdir(parents=True)
    copies = {folder / f"{start + number:05}.csv": source for number, source in enumerate(sources)}
    for copy, source in copies.items():
        shutil.copyfile(source, copy)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/.office", "--headless", "--convert-to", "xlsx",
         "--infilter=CSV:44,34,76,1", "--outdir", folder, *copies], capture_output=True, timeout=900, check=True)
    for copy, source in copies.items():
        name, book = source.relative_to(out / "report"), copy.with_suffix(".xlsx")
        if not book.exists():
            faults.append(f"{name} 没有打开")
            continue
        for row in openpyxl.load_workbook(book).active.iter_rows():
            for cell in row:
                cells += 1
                if cell.data_type in ("f", "e") or cell.hyperlink:
                    faults.append(f"{name}!{cell.coordinate} {cell.data_type} {cell.value!r}")
    return faults, cells
