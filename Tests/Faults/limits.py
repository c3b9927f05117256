"""Far too much of everything: each ends soon, in little memory, with a finding or a sentence."""

import collections
import os
import re
import shutil
import subprocess
import time

from harness import NEW, Result, sentence_faults, small_unit, snapshot

# Seconds of CPU, as the machine may be busy with other things, and MiB.
MOST_SECONDS, MOST_MEMORY = 10, 512
GIGABYTE = 1 << 30
# Just below the size at which a file is not read at all.
FULL = (16 << 20) - 4096
# A report nobody disturbed, once there is one.
FINISHED = []
# What a finding says of those that are not listed.
REST = re.compile(r"错误\[(E\d+)\]: (?:\S+ 中)?另有 (\d+) 处同类问题")


class Wanted(collections.namedtuple("Wanted", "status names more command stdin counts", defaults=([], None, None, {}))):
    """How a case must end: the status, what must be named, and how many findings of a code are listed and counted.

    `more` is given to `report` besides; `command` is run in its stead.
    """


def run(bench):
    slowest, largest = (0, ""), (0, "")
    FINISHED[:] = [bench.report(bench.small, NEW)[1]]
    for case in CASES:
        folder = bench.place()
        unit = small_unit(folder / "in")
        wanted = Wanted(*case(folder, unit))
        quiet = [] if "-v" in wanted.more else ["-q"]
        command = wanted.command or ["report", unit, "-o", folder / "out", "--date", NEW, *quiet, *wanted.more]
        result, seconds, memory = measured(bench, folder, command, wanted.stdin)
        faults = []
        if result.status != wanted.status:
            faults.append(f"退出状态 {result.status}，应为 {wanted.status}（{result.err[-300:].decode('utf-8', 'replace')}）")
        text = result.err.decode("utf-8", "replace")
        faults += [f"没有写明 {name}：{text[:300]}" for name in wanted.names if name not in text]
        if wanted.status in (64, 74):
            faults += sentence_faults(result, wanted.names)
        rest = collections.Counter()
        for code, number in REST.findall(text):
            rest[code] += int(number)
        for code, (listed, uncounted) in wanted.counts.items():
            # The sentences about those that are not listed bear the code too.
            shown = text.count(f"错误[{code}]") - sum(1 for found, _ in REST.findall(text) if found == code)
            if (shown, rest[code]) != (listed, uncounted):
                faults.append(f"{code} 列出 {shown} 处，另计 {rest[code]} 处，应为 {listed} 和 {uncounted}")
        if wanted.status != 0 and snapshot(folder / "out"):
            faults.append("写出了报告")
        if wanted.status == 0 and wanted.command is None and not snapshot(folder / "out"):
            faults.append("没有写出报告")
        if seconds > MOST_SECONDS:
            faults.append(f"用了 {seconds:.1f} 秒CPU")
        if memory > MOST_MEMORY:
            faults.append(f"用了 {memory} MiB")
        if len(result.err) > 64 << 20:
            faults.append(f"说了 {len(result.err) >> 20} MiB")
        slowest, largest = max(slowest, (seconds, case.__doc__)), max(largest, (memory, case.__doc__))
        bench.check(f"上限 {case.__doc__}（{seconds:.1f} 秒 {memory} MiB）", faults)
        shutil.rmtree(folder)
    bench.remark = f"最慢 {slowest[0]:.1f} 秒CPU（{slowest[1]}），内存最多 {largest[0]} MiB（{largest[1]}）"


def measured(bench, folder, command, stdin=None):
    """A run with the CPU seconds and MiB it took; standard error goes to a file, however much it is."""
    with open(folder / "err", "w+b") as err, open(stdin or "/dev/null", "rb") as source:
        process = subprocess.Popen(
            [bench.tool, *map(os.fspath, command)], stdin=source, stdout=subprocess.DEVNULL, stderr=err, cwd="/",
            env=bench.environment())
        deadline = time.monotonic() + 180
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline:
                process.kill()
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        result = Result(process.returncode, b"", err.read(65 << 20))
    return result, usage.ru_utime + usage.ru_stime, usage.ru_maxrss >> 10


def append(path, data):
    with open(path, "ab") as stream:
        stream.write(data)


def filled(row, size=FULL):
    row = row.encode()
    return row * (size // len(row))


def gigabyte_line(_, unit):
    """1 GB 一行"""
    os.truncate(unit / "actuals.csv", GIGABYTE)
    return 1, ["E109"], []


def gigabyte_cell(_, unit):
    """1 GB 一格"""
    append(unit / "actuals.csv", "强制检定经费,检定台件数,\"".encode())
    os.truncate(unit / "actuals.csv", GIGABYTE)
    return 1, ["E109"], []


def long_line(_, unit):
    """16 MiB 一行"""
    (unit / "actuals.csv").write_bytes(b"a" * FULL)
    return 1, ["E108"], []


def long_cell(_, unit):
    """16 MiB 一格"""
    append(unit / "actuals.csv", "强制检定经费,检定台件数,\"".encode() + b"x" * (FULL - 8192) + b"\",a\r\n")
    return 1, ["E108"], []


def long_hanzi(_, unit):
    """16 MiB 一格汉字，GB18030"""
    (unit / "actuals.csv").write_bytes("项目名称,三级指标,全年完成值\n".encode("gb18030") + b"\xc4\xe3" * (FULL // 2 - 64))
    return 1, ["E108"], []


def wide_heading(_, unit):
    """一千万列的表头"""
    (unit / "actuals.csv").write_bytes(b"," * 10_000_000 + b"\n")
    return 1, ["E109"], []


def wide_row(_, unit):
    """一千万列的一行"""
    append(unit / "actuals.csv", b"," * 10_000_000 + b"\n")
    return 1, ["E109"], []


def many_rows(_, unit):
    """一百万行"""
    append(unit / "actuals.csv", b"a,b,c,d\r\n" * 1_000_000)
    return 1, ["E109"], []


def many_blank_rows(_, unit):
    """一千五百万个空行"""
    append(unit / "actuals.csv", b"\n" * 15_000_000)
    return 1, ["E109"], []


def many_rows_together(_, unit):
    """二十八万行，分在十五个文件里"""
    (unit / "actuals").mkdir()
    for number in range(15):
        (unit / "actuals" / f"{number}.csv").write_bytes(
            "项目名称,三级指标,全年完成值\n".encode() + "没有的项目,检定台件数,1台\n".encode() * 19_000)
    return 1, ["各文件合计已超过 200000 行"]


def many_findings(_, unit):
    """三千万处问题"""
    (unit / "actuals").mkdir()
    row = ",".join(["\x01"] * 990).encode() + b"\r\n"
    rows = 15_000_000 // len(row)
    for number in range(4):
        (unit / "actuals" / f"{number}.csv").write_bytes("项目名称,三级指标,全年完成值\n".encode() + row * rows)
    # Of hidden characters the first 20 of a file are listed; every row has too many columns besides.
    counts = {"E102": (4 * 20, 4 * (990 * rows - 20)), "E106": (10_000, 4 * rows - 10_000)}
    return Wanted(1, ["E102", "E106"], counts=counts)


def findings_of_a_code(_, unit):
    """一种问题十九万处，只列一万处"""
    (unit / "actuals").mkdir()
    for number in range(10):
        (unit / "actuals" / f"{number}.csv").write_bytes(
            "项目名称,三级指标,全年完成值\n".encode() + "没有的项目,检定台件数,1台\n".encode() * 19_000)
    return Wanted(1, ["E226"], counts={"E226": (10_000, 180_000)})


def findings_about_structure(_, unit):
    """两个文件各有三百处多余的引号，各列一百处"""
    (unit / "actuals").mkdir()
    rows = "强制检定经费,检定台件数,\"1\"台,\r\n".encode() * 300
    append(unit / "actuals.csv", rows)
    (unit / "actuals" / "一.csv").write_bytes("项目名称,三级指标,全年完成值,佐证材料\r\n".encode() + rows)
    return Wanted(1, ["E105"], counts={"E105": (200, 400)})


def many_faults_a_row(_, unit):
    """每格都有控制字符和引号"""
    append(unit / "actuals.csv", filled("a\"b\x01,\x02\u202e\x03,\"x\"y,c\n"))
    return 1, ["E102"], []


def open_quotes(_, unit):
    """每行一个不配对的引号"""
    append(unit / "actuals.csv", filled("\"a,b\n"))
    return 1, ["E104"], []


def quotes(_, unit):
    """全是引号"""
    append(unit / "actuals.csv", b"\"" * (FULL - 8192))
    return 1, ["E108"], []


def stray_quotes(_, unit):
    """每格都有多余的引号"""
    append(unit / "actuals.csv", filled("a\"b,"))
    return 1, ["E10"], []


def broken_encoding(_, unit):
    """解不出的字节"""
    (unit / "actuals.csv").write_bytes(b"\xff\xfe\xfd" * (FULL // 3))
    return 1, ["actuals.csv"], []


def random_bytes(_, unit):
    """随机的字节"""
    (unit / "actuals.csv").write_bytes(os.urandom(FULL))
    return 1, ["actuals.csv"], []


def many_repeats(_, unit):
    """同一指标填两万次"""
    append(unit / "actuals.csv", "强制检定经费,检定台件数,1台,\r\n".encode() * 19_900)
    return 1, ["E229"], []


def many_projects(_, unit):
    """一千零一个项目"""
    small_unit(unit, [f"项目{number:04}" for number in range(1_001)])
    return 1, ["项目超过 1000 个"], []


def many_sheets(_, unit):
    """两万张表"""
    append(unit / "targets.csv", "".join(f"项目{i},产出,数量指标,数量,≥1台\r\n" for i in range(19_000)).encode())
    return 1, ["表超过 1000 张"], []


def many_indicators(_, unit):
    """一张表一万九千个指标"""
    append(unit / "targets.csv", "".join(f"强制检定经费,产出,数量指标,指标{i},≥1台\r\n" for i in range(19_000)).encode())
    return 1, ["指标超过 2000 个"], []


def many_namesakes(_, unit):
    """两千个指标同名，二级指标不同"""
    append(unit / "targets.csv", "".join(f"强制检定经费,产出,二级{i},指标,≥1台\r\n" for i in range(1_990)).encode())
    append(unit / "actuals.csv", "强制检定经费,指标,1台,\r\n".encode() * 15_000)
    return 1, ["E240"], []


def many_money_lines(_, unit):
    """两万行资金"""
    append(unit / "budget.csv", "强制检定经费,支出,财政拨款,1,1,1\r\n".encode() * 19_900)
    return 0, [], []


def many_roll_ups(_, unit):
    """两万行汇总关系"""
    (unit / "rollup.csv").write_bytes(
        "单位指标,汇总方式,项目名称,项目指标\r\n".encode() + "检定台件数,求和,强制检定经费,检定台件数\r\n".encode() * 19_900)
    return 1, ["E409"], []


def many_acknowledgements(_, unit):
    """两万条说明"""
    (unit / "acknowledged.csv").write_bytes(
        "编码,位置,说明\r\n".encode() + "W324,强制检定经费,无\r\n".encode() * 19_900)
    return 0, [], []


def many_rubric_rows(_, unit):
    """两万行评分办法"""
    (unit / "rubric.csv").write_bytes("项,值\r\n".encode() + "预算执行率分值,10\r\n".encode() * 19_900)
    return 1, ["E305"], []


def many_goals(_, unit):
    """两万个年度目标"""
    append(unit / "unit.csv", "".join(f"年度目标,目标{i}\r\n" for i in range(19_900)).encode())
    return 0, [], []


def long_names(_, unit):
    """两百个六万字的名称"""
    append(unit / "projects.csv", "".join(f"L{i},{'名' * 60_000}{i}\r\n" for i in range(80)).encode())
    append(unit / "actuals.csv", "".join(f"{'名' * 60_000}{i}乙,检定台件数,1台,\r\n" for i in range(80)).encode())
    return 1, ["E226"], []


def many_files(_, unit):
    """五千个完成值文件"""
    (unit / "actuals").mkdir()
    for number in range(5_000):
        (unit / "actuals" / f"{number}.csv").write_text("项目名称,三级指标,全年完成值\n没有的,指标,1\n")
    return 1, ["E226"], []


def many_other_files(_, unit):
    """两万个别的文件"""
    for number in range(20_000):
        (unit / f"图{number}.png").write_bytes(b"")
    return 0, [], []


def many_workbooks(_, unit):
    """三千个表格文件和三千个不认识的CSV"""
    for number in range(3_000):
        (unit / f"表{number}.xlsx").write_bytes(b"")
        (unit / f"表{number}.csv").write_bytes(b"a,b\n")
    return 0, [], []


def too_much_together(_, unit):
    """合计 80 MiB"""
    (unit / "actuals").mkdir()
    for number in range(5):
        with open(unit / "actuals" / f"{number}.csv", "wb") as stream:
            stream.truncate(FULL)
    return 74, ["in"], []


def deep_folders(_, unit):
    """填报目录里嵌套三百层"""
    nested(unit)
    # Named, not read.
    return 0, ["N118", "没有读取：深/"], ["-v"]


def nested(path):
    os.chdir(path)
    for _ in range(300):
        os.mkdir("深")
        os.chdir("深")
    os.chdir("/")


def deep_templates(folder, unit):
    """模板目录嵌套三百层"""
    (folder / "模板").mkdir()
    nested(folder / "模板")
    return 74, ["模板", "目录嵌套太深"], ["--templates", folder / "模板"]


def large_rubric(folder, unit):
    """评分办法文件 1 GB"""
    with open(folder / "办法.csv", "wb") as stream:
        stream.truncate(GIGABYTE)
    return 1, ["办法.csv"], ["--rubric", folder / "办法.csv"]



def gigabyte_template(folder, _):
    """模板文件 1 GiB"""
    (folder / "模板").mkdir()
    sparse(folder / "模板" / "index.html")
    return 64, ["模板有错误", "index.html:1:1"], ["--templates", folder / "模板"]


def sparse(path):
    """A file of a gibibyte, whatever was in it first."""
    with open(path, "ab") as stream:
        stream.truncate(GIGABYTE)
    return path


def letters(path):
    """A line of a gibibyte with no end."""
    with open(path, "wb") as stream:
        for _ in range(GIGABYTE >> 20):
            stream.write(b"a" * (1 << 20))
    return path


def merge_zeros(folder, _):
    """merge：1 GiB 一行，全是零"""
    return Wanted(74, ["行.ndjson"], command=["merge", sparse(folder / "行.ndjson"), "-o", folder / "out"])


def merge_letters(folder, _):
    """merge：1 GiB 一行，全是字母"""
    return Wanted(74, ["行.ndjson"], command=["merge", letters(folder / "行.ndjson"), "-o", folder / "out"])


def batch_zeros(folder, _):
    """batch -：1 GiB 一行，全是零"""
    return Wanted(
        1, ["不是路径", "失败 1 个"], command=["batch", "-", "-o", folder / "各单位"], stdin=sparse(folder / "行"))


def batch_letters(folder, _):
    """batch -：1 GiB 一行，全是字母"""
    return Wanted(
        1, ["不是路径", "失败 1 个"], command=["batch", "-", "-o", folder / "各单位"], stdin=letters(folder / "行"))


def finished(folder, name, fill):
    """A report in which one file has grown to a gibibyte."""
    place = folder / "旧"
    shutil.copytree(FINISHED[0], place)
    if fill == "零":
        sparse(place / name)
    else:
        letters(place / name)
    return place


def verify_manifest(folder, _):
    """verify：manifest.json 1 GiB"""
    return Wanted(1, ["manifest.json"], command=["verify", finished(folder, "manifest.json", "零")])


def verify_manifest_letters(folder, _):
    """verify：manifest.json 1 GiB，全是字母"""
    return Wanted(1, ["manifest.json"], command=["verify", finished(folder, "manifest.json", "字母")])


def verify_page(folder, _):
    """verify：index.html 1 GiB"""
    return Wanted(1, ["index.html"], command=["verify", finished(folder, "index.html", "零")])


def verify_table(folder, _):
    """verify：问题清单.csv 1 GiB"""
    return Wanted(1, ["问题清单.csv"], command=["verify", finished(folder, "数据/问题清单.csv", "零")])


def previous_manifest(folder, _):
    """report --previous：manifest.json 1 GiB"""
    return 74, ["manifest.json"], ["--previous", finished(folder, "manifest.json", "零")]


def previous_table(folder, _):
    """report --previous：指标明细 1 GiB"""
    return 74, ["指标明细.csv"], ["--previous", finished(folder, "数据/指标明细.csv", "零")]


def filed(unit, old, new, name="actuals.csv"):
    path = unit / name
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{name} 里没有 {old}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def large_number(_, unit):
    """完成值 9.3 万亿"""
    filed(unit, "1100台", "9300000000000台")
    return Wanted(1, ["“9300000000000台”"], counts={"E224": (2, 0)})


def negative_number(_, unit):
    """完成值负 9.3 万亿"""
    filed(unit, "1100台", "-9300000000000台")
    return Wanted(1, ["“-9300000000000台”"], counts={"E224": (2, 0)})


def multiplied_number(_, unit):
    """完成值一千万亿，以万亿为单位"""
    filed(unit, "1100台", "1000万亿台")
    return Wanted(1, ["“1000万亿台”"])


def many_digits(_, unit):
    """完成值一万位数字"""
    filed(unit, "1100台", "9" * 10_000 + "台")
    return Wanted(1, ["E224"], counts={"E224": (2, 0)})


def seventh_decimal(_, unit):
    """完成值七位小数"""
    filed(unit, "1100台", "1100.1234567台")
    return Wanted(1, ["“1100.1234567台”"], counts={"E224": (2, 0)})


def sixth_decimal(_, unit):
    """完成值六位小数"""
    filed(unit, "1100台", "1100.123456台")
    return 0, []


def largest_number(_, unit):
    """完成值 9.2 万亿以内"""
    filed(unit, "强制检定经费,检定台件数,1100台", "强制检定经费,检定台件数,9199999999999.999999台")
    filed(unit, "能力提升经费,检定台件数,1100台", "能力提升经费,检定台件数,0台")
    return 0, []


def large_target(_, unit):
    """指标值 9.3 万亿"""
    filed(unit, "≥1000台", "≥9300000000000台", "targets.csv")
    return Wanted(1, ["“≥9300000000000台”"])


def large_money(_, unit):
    """执行数 9.3 万亿"""
    filed(unit, ",98", ",9300000000000", "budget.csv")
    return Wanted(1, ["“9300000000000”"], counts={"E224": (2, 0)})


def small_money(_, unit):
    """执行数七位小数"""
    filed(unit, ",98", ",98.1234567", "budget.csv")
    return Wanted(1, ["“98.1234567”"], counts={"E224": (2, 0)})


def large_sum(_, unit):
    """两个 9 万亿求和"""
    filed(unit, "1100台", "9000000000000台")
    (unit / "rollup.csv").write_text(
        "单位指标,汇总方式,项目名称,项目指标\r\n检定台件数,求和,强制检定经费,检定台件数\r\n检定台件数,求和,能力提升经费,检定台件数\r\n",
        encoding="utf-8")
    return Wanted(1, ["“检定台件数”"], counts={"E414": (1, 0)})


def year(text, status):
    def case(_, unit):
        filed(unit, "年度,2023", f"年度,{text}", "unit.csv")
        return Wanted(status, [f"“{text}”"] if status else [], counts={"E237": (1 if status else 0, 0)})

    case.__doc__ = f"年度 {text}"
    return case


CASES = [
    gigabyte_line, gigabyte_cell, long_line, long_cell, long_hanzi, wide_heading, wide_row, many_rows, many_blank_rows,
    many_findings, many_faults_a_row, open_quotes, quotes, stray_quotes, broken_encoding, random_bytes, many_repeats,
    many_projects, many_sheets, many_indicators, many_namesakes, many_money_lines, many_roll_ups, many_acknowledgements,
    many_rubric_rows, many_goals, long_names, many_files, many_other_files, many_workbooks, too_much_together, deep_folders,
    deep_templates, large_rubric, many_rows_together, findings_of_a_code, findings_about_structure, gigabyte_template,
    merge_zeros, merge_letters, batch_zeros, batch_letters, verify_manifest, verify_manifest_letters, verify_page,
    verify_table, previous_manifest, previous_table, large_number, negative_number, multiplied_number, many_digits,
    seventh_decimal, sixth_decimal, largest_number, large_target, large_money, small_money, large_sum,
    *(year(text, 1) for text in ["1989", "2200", "0", "12023", "9" * 5_000]), year("1990", 0), year("2199", 0),
]
