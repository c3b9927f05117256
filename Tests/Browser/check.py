"""Checks of the finished pages in the programs their readers use; one line per check, non-zero when one fails."""

import base64
import concurrent.futures
import csv
import datetime
import decimal
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import zipfile
from xml.etree import ElementTree

import openpyxl
from selenium import webdriver

OUT = pathlib.Path(sys.argv[1])
TOOLS = pathlib.Path(sys.argv[2])
PAGES = sorted(OUT.glob("year/**/*.html")) + sorted(OUT.glob("half/**/*.html"))
SHOWN = ["index", "部门整体", "01-", "问题清单", "报告"]
failures = []


def say(name, faults, detail=""):
    """One line: what was checked, and how it came out."""
    if faults:
        failures.append(name)
        print(f"失败　{name}：{len(faults)} 处，如 {'；'.join(str(fault) for fault in faults[:4])}", flush=True)
    else:
        print(f"通过　{name}{'：' + detail if detail else ''}", flush=True)


def short(path):
    return f"{path.relative_to(OUT)}"


def squeezed(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


# --- The W3C checker ---------------------------------------------------------------------------------------------


def nu():
    command = ["java", "-Xss8m", "-jar", str(TOOLS / "vnu.jar"), "--errors-only", "--format", "json"]
    run = subprocess.run(command + [str(page) for page in PAGES], capture_output=True, text=True, timeout=120)
    messages = json.loads(run.stderr)["messages"]
    faults = [f"{m.get('url', '').rsplit('/', 1)[-1]}:{m.get('lastLine')} {m['message']}" for m in messages]
    return "W3C Nu 校验", faults, f"{len(PAGES)} 页 0 错误"


# --- LibreOffice -------------------------------------------------------------------------------------------------


def soffice(files, target, folder, infilter):
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        "soffice", f"-env:UserInstallation=file://{OUT}/.office", "--headless", "--convert-to", target,
        f"--infilter={infilter}", "--outdir", str(folder),
    ]
    subprocess.run(command + [str(file) for file in files], capture_output=True, timeout=150, check=True)


def same_cell(text, value):
    """Whether a cell of the workbook is what the file says; numbers must be numbers."""
    if value is None:
        return text == ""
    if re.fullmatch(r"-?\d{1,15}(\.\d+)?", text):
        if isinstance(value, str):
            return False
        return abs(decimal.Decimal(str(value)) - decimal.Decimal(text)) < decimal.Decimal("1e-9")
    if isinstance(value, datetime.datetime):
        # Calc takes dates as they are meant, whichever way they are written.
        return tuple(int(part) for part in re.findall(r"\d+", text)) == (value.year, value.month, value.day)
    if isinstance(value, (int, float)):
        return text.endswith("%") and abs(float(text[:-1]) / 100 - value) < 1e-9
    return value == text


def workbooks(root, encoding, codec):
    files = sorted(OUT.glob(f"{root}/**/*.csv"))
    folder = OUT / "office" / root
    soffice(files, "xlsx", folder, f"CSV:44,34,{codec},1")
    faults, cells = [], 0
    for file in files:
        with open(file, encoding=encoding, newline="") as stream:
            rows = list(csv.reader(stream))
        sheet = openpyxl.load_workbook(folder / (file.stem + ".xlsx")).active
        values = list(sheet.iter_rows())
        if len(values) != len(rows):
            faults.append(f"{short(file)} 行数 {len(values)}≠{len(rows)}")
            continue
        for row, line in zip(rows, values):
            texts = row + [""] * (len(line) - len(row))
            for text, cell in zip(texts, line):
                cells += 1
                if cell.data_type in ("f", "e") or not same_cell(text, cell.value):
                    faults.append(f"{short(file)}!{cell.coordinate} “{text}”→“{cell.value}”")
    return f"CSV 在 Calc 中（{encoding}）", faults, f"{len(files)} 个文件 {cells} 格相同，没有公式和错误值，数是数"


def calc_grid():
    page = OUT / "year" / "部门整体绩效自评价表.html"
    folder = OUT / "office" / "calc"
    soffice([page], "xlsx", folder, "calc_HTML_WebQuery")
    sheet = openpyxl.load_workbook(folder / (page.stem + ".xlsx")).active
    with open(page.with_suffix(".csv"), encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    grid = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next((i for i, row in enumerate(grid) if row[: len(rows[0])] == rows[0]), None)
    if start is None:
        return "单位表在 Calc 中", ["表头不在一行连续的格子里"], ""
    faults = []
    for offset, row in enumerate(rows[1:], 1):
        found = grid[start + offset]
        name = row[3]
        if name and found[3] != name:
            faults.append(f"第{offset}行三级指标“{name}”→“{found[3]}”")
        if row[7] and str(found[7]) != row[7] and abs(float(found[7]) - float(row[7])) > 1e-9:
            faults.append(f"第{offset}行得分 {row[7]}→{found[7]}")
    return "单位表在 Calc 中", faults, f"一张整齐的表，{len(rows)} 行 {len(rows[0])} 列"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = "{http://www.w3.org/1999/xhtml}"


def writer():
    page = OUT / "year" / "绩效自评价报告.html"
    folder = OUT / "office" / "writer"
    soffice([page], "docx:MS Word 2007 XML", folder, "HTML (StarWriter)")
    html = ElementTree.parse(page).getroot()
    with zipfile.ZipFile(folder / (page.stem + ".docx")) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        styles = ElementTree.fromstring(archive.read("word/styles.xml"))
    names = {}
    for style in styles.iter(f"{W}style"):
        names[style.get(f"{W}styleId")] = style.find(f"{W}name").get(f"{W}val").lower()

    def text(element):
        return squeezed("".join(node.text or "" for node in element.iter(f"{W}t")))

    faults, count = [], 0
    for level in (1, 2, 3):
        found = []
        for paragraph in body.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is not None and names.get(style.get(f"{W}val")) == f"heading {level}":
                found.append(text(paragraph))
        wanted = [squeezed("".join(h.itertext())) for h in html.iter(f"{X}h{level}")]
        count += len(wanted)
        if [t for t in found if t] != wanted:
            faults.append(f"{level}级标题 {len(found)}≠{len(wanted)}")
    tables = [[text(cell) for cell in table.iter(f"{W}tc")] for table in body.iter(f"{W}tbl")]
    wanted = []
    for table in html.iter(f"{X}table"):
        cells = [c for row in table.iter(f"{X}tr") for c in row if c.tag in (f"{X}td", f"{X}th")]
        wanted.append([squeezed("".join(cell.itertext())) for cell in cells])
    if len(tables) != len(wanted):
        faults.append(f"表格 {len(tables)}≠{len(wanted)}")
    for number, (found, cells) in enumerate(zip(tables, wanted), 1):
        # Cells below a merged one stand in the document too, empty.
        if [cell for cell in found if cell] != [cell for cell in cells if cell]:
            faults.append(f"第{number}张表的内容不同")
    return "报告转为 docx", faults, f"{count} 个标题、{len(wanted)} 张表都在"


def office():
    return [
        workbooks("year", "utf-8-sig", 76), workbooks("gb18030", "gb18030", 85), workbooks("half", "utf-8-sig", 76),
        calc_grid(), writer(),
    ]


# --- Chromium ----------------------------------------------------------------------------------------------------


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(60)
        self.cdp = self.driver.execute_cdp_cmd
        self.axe = (TOOLS / "axe.min.js").read_text(encoding="utf-8")

    def media(self, scheme="light", medium="screen"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.cdp("Emulation.setEmulatedMedia", {"media": medium, "features": features})

    def width(self, width):
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)

    def open(self, page):
        self.driver.get(page.as_uri())

    def shoot(self, name):
        size = self.driver.execute_script("return [innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 6000), "scale": 1}
        image = self.cdp("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        (OUT / name).write_bytes(base64.b64decode(image["data"]))

    def violations(self, options):
        self.driver.execute_script(self.axe)
        result = self.driver.execute_async_script(
            "var done = arguments[1];"
            "axe.run(document, arguments[0]).then(r => done({violations: r.violations}))", options)
        return [f"{v['id']} {v['nodes'][0]['target']}" for v in result["violations"]]


def screens(browser):
    axe, noise, requests, wide = [], [], [], []
    for page in PAGES:
        name = short(page)
        is_shown = any(part in page.name for part in SHOWN)
        browser.media()
        browser.width(1280)
        browser.open(page)
        axe += [f"{name} {fault}" for fault in browser.violations({"resultTypes": ["violations"], "preload": False})]
        if is_shown:
            browser.shoot(f"{page.parts[len(OUT.parts)]}-{page.stem}-light.png")
            # What dark mode changes is colours.
            browser.media("dark")
            contrast = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
            axe += [f"{name}（深色）{fault}" for fault in browser.violations(contrast)]
            browser.shoot(f"{page.parts[len(OUT.parts)]}-{page.stem}-dark.png")
            browser.media()
        browser.width(375)
        if browser.driver.execute_script("return document.documentElement.scrollWidth") > 375:
            wide.append(name)
        if is_shown:
            browser.shoot(f"{page.parts[len(OUT.parts)]}-{page.stem}-375.png")
            browser.width(1123)
            browser.media("light", "print")
            browser.shoot(f"{page.parts[len(OUT.parts)]}-{page.stem}-print.png")
            browser.media()
        noise += [f"{name} {entry['message']}" for entry in browser.driver.get_log("browser")]
        for entry in browser.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = urllib.parse.unquote(message["params"]["request"]["url"].split("#")[0])
                if not url.endswith(".html") or not url.startswith(f"file://{OUT}"):
                    requests.append(f"{name} {url[:80]}")
    say("axe 无障碍检查（浅色、深色）", axe, f"{len(PAGES)} 页 0 违规")
    say("控制台", noise, "没有消息")
    say("请求", requests, "除自身外没有")
    say("375 像素宽", wide, "没有横向溢出")


def filters(browser):
    """The filters of the index work; without script the table is all there."""
    faults = []
    shown = "return [...document.querySelectorAll('#attention tbody tr')].filter(r => !r.hidden).length"
    for period in ("year", "half"):
        browser.media()
        browser.width(1280)
        browser.open(OUT / period / "index.html")
        run = browser.driver.execute_script
        total = run(shown)
        run("var b = document.querySelectorAll('.filters input[type=checkbox]')[0]; b.click()")
        fewer = run(shown)
        run("var s = document.querySelector('.filters select'); s.selectedIndex = 1; s.dispatchEvent(new Event('input', {bubbles: true}))")
        least = run(shown)
        if not total > fewer > least > 0:
            faults.append(f"{period} 筛选 {total}、{fewer}、{least}")
        run("document.querySelectorAll('#attention thead button')[1].click()")
        names = run("return [...document.querySelectorAll('#attention tbody tr')].map(r => r.cells[1].textContent)")
        if names != run("return arguments[0].slice().sort((a, b) => a.localeCompare(b, 'zh'))", names):
            faults.append(f"{period} 排序")
        link = run("return document.querySelector('#attention tbody a').href")
        browser.driver.get(link)
        if not run("return document.querySelector(':target') !== null"):
            faults.append(f"{period} 链接没有到达 {urllib.parse.unquote(link)[-40:]}")
        browser.cdp("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.open(OUT / period / "index.html")
        browser.cdp("Emulation.setScriptExecutionDisabled", {"value": False})
        if run("return document.querySelectorAll('.filters').length") or run(shown) != total:
            faults.append(f"{period} 没有脚本时不完整")
    say("首页筛选、排序、链接", faults, "有无脚本都能用")


VISIBLE = """
var texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  var node = walker.currentNode, holder = node.parentElement;
  if (!node.textContent.trim() || holder.closest('script, style, title, desc')) { continue; }
  if (holder.checkVisibility()) { texts.push(node.textContent); }
}
return texts;
"""


def printed(browser, page, heads):
    """An A4 file: fonts embedded, the head row on every page of a table, nothing lost."""
    browser.width(1280)
    browser.open(page)
    browser.media("light", "print")
    texts = browser.driver.execute_script(VISIBLE)
    pdf = browser.cdp("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    browser.media()
    file = OUT / f"{page.stem}.pdf"
    file.write_bytes(base64.b64decode(pdf["data"]))
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    loose = [line.split()[0] for line in fonts if line.split()[-5] != "yes"]
    raw = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = raw.split("\f")[:-1]
    say(f"{page.stem} PDF 字体", loose, f"{len(fonts)} 种都已嵌入，{len(pages)} 页")
    whole = squeezed(raw)
    for head in heads:
        whole = whole.replace(squeezed("".join(head)), "")
    lost = [text for text in texts if squeezed(text) not in whole and squeezed(text) not in squeezed(raw)]
    say(f"{page.stem} PDF 文字", [text[:30] for text in lost], f"{len(texts)} 段一段不少")
    return pages


def paper(browser):
    unit = OUT / "year" / "部门整体绩效自评价表.html"
    with open(unit.with_suffix(".csv"), encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    head = squeezed("".join(rows[0]))
    levels = {squeezed(row[0]) for row in rows[1:]}
    pages = [squeezed(page) for page in printed(browser, unit, [rows[0]])]
    end = next(i for i, page in enumerate(pages) if "依据与溯源" in page)
    form = [page for page in pages[:end] if head in page]
    faults = []
    for number, page in enumerate(form, 1):
        after = page.split(head, 1)[1]
        if not any(after.startswith(level) for level in levels):
            faults.append(f"第{number}页表头之下没有一级指标")
    named = sum(page.count(squeezed(row[3])) for row in rows[1:-1] for page in form)
    stray = [i + 1 for i, page in enumerate(pages[:end]) if head not in page and i > 1]
    say("单位表每页有表头和组名", faults + [f"第{i}页没有表头" for i in stray], f"{len(form)} 页，{len(rows) - 2} 行")
    if named < len(rows) - 2:
        say("单位表指标行", [named])
    lineage = squeezed("序号三级指标完成值的来历")
    say("溯源表每页有表头", [i for i, page in enumerate(pages[end:-1], end + 1)
                     if lineage not in page and "单位指标汇总方式" not in page], f"{len(pages) - end} 页")

    pages = [squeezed(page) for page in printed(browser, OUT / "year" / "绩效自评价报告.html", [])]
    annex = next(i for i, page in enumerate(pages) if page.startswith("附表1"))
    head = squeezed("表三级指标指标值完成值得分／分值偏差原因改进措施")
    say("报告附表每页有表头", [i + 1 for i, page in enumerate(pages[annex:], annex) if head not in page],
        f"正文 {annex} 页，附表 {len(pages) - annex} 页")
    say("报告页数", [] if 8 <= annex <= 16 else [annex], f"正文 {annex} 页")


def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        checker, converter = pool.submit(nu), pool.submit(office)
        browser = Browser()
        try:
            screens(browser)
            filters(browser)
            paper(browser)
        finally:
            browser.driver.quit()
        say(*checker.result())
        for result in converter.result():
            say(*result)
    print(f"图片和 PDF 在 {OUT}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
