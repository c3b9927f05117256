#!/usr/bin/env python3
"""Generate submission folders for the benchmark: N units, each 1 unit sheet + 8 projects, 45 indicators a sheet.

  generate.py --units N --out DIR [--bad PCT] [--seed S] [--encoding E]

DIR/<unit code>/ holds unit.csv, projects.csv, budget.csv, targets.csv and actuals.csv, with CRLF line ends as Excel and
WPS write them. A unit depends on the seed and its own number only, so unit 7 of 10 is unit 7 of 10,000. PCT per cent of
the units get one actual that cannot be read; every other unit has no errors.
"""
import argparse
import csv
import pathlib
import random

YEAR = 2023
UNIT = "部门整体"
PROJECTS = ["计量监督管理业务经费", "计量检验检测能力提升经费", "计量综合业务管理经费", "科研项目经费",
            "检验检测业务成本", "检验业务用房建设及改造经费", "信息化建设经费", "信息化运行维护经费"]
CITIES = ["南京", "苏州", "无锡", "常州", "徐州", "南通", "扬州", "盐城", "泰州", "镇江", "淮安", "宿迁", "连云港"]
KINDS = ["计量科学研究院", "质量监督检验所", "标准化研究院", "特种设备检验所", "农业技术推广中心",
         "疾病预防控制中心", "图书馆", "博物馆", "职业技术学院", "环境监测站"]

# Words of achievement and the share of qualitative indicators that get them.
LEVELS = [("达成预期指标", 54), ("部分达成预期指标并具有一定效果", 9), ("未达成预期指标且效果较差", 2)]
REASONS = ["受设备交付周期影响，第四季度已完成补交", "委托量低于年初预测，下年度据实调整指标值",
           "市场询价低于预算，形成“节约”, 已上缴财政"]
MEASURES = ["提前编制采购计划，按月通报进度", "下年度按近三年平均数核定指标值", ""]
EVIDENCE = {"q": "管理制度、会议纪要和专家评审意见", "n": "业务系统年度统计表、验收单", "p": "质量抽查记录、年度统计分析表",
            "m": "财务决算明细账、支付凭证"}
BROKEN = ["", "约100%", "—", "９９.5％%"]

# (level 1 of a project, level 2, level 3, kind, comparator, unit of measure); kind: n count, p per cent, q words, m money
INDICATORS = [
    ("决策", "项目立项", "立项依据充分性", "q", "充分", ""), ("决策", "项目立项", "立项程序规范性", "q", "规范", ""),
    ("决策", "绩效目标", "绩效目标合理性", "q", "合理", ""), ("决策", "绩效目标", "绩效指标明确性", "q", "明确", ""),
    ("决策", "资金投入", "预算编制科学性", "q", "科学", ""), ("决策", "资金投入", "资金分配合理性", "q", "合理", ""),
    ("过程", "资金管理", "资金到位率", "p", "=", "%"), ("过程", "资金管理", "预算执行率", "p", "=", "%"),
    ("过程", "资金管理", "资金使用合规性", "q", "合规", ""), ("过程", "资金管理", "结转结余率", "p", "≤", "%"),
    ("过程", "组织实施", "管理制度健全性", "q", "健全", ""), ("过程", "组织实施", "制度执行有效性", "q", "有效", ""),
    ("成本", "成本指标", "会议费成本", "m", "≤", "元/人/天"), ("成本", "成本指标", "维修（护）成本", "m", "≤", "万元"),
    ("产出", "数量指标", "技改项目数量", "n", "≥", "项"), ("产出", "数量指标", "新建项目数量", "n", "≥", "项"),
    ("产出", "数量指标", "新增能力提升项目设备数量", "n", "≥", "套"), ("产出", "数量指标", "出具证书报告数量", "n", "≥", "份"),
    ("产出", "数量指标", "检测器具数量", "n", "≥", "台"), ("产出", "数量指标", "监督抽查批次数", "n", "≥", "批次"),
    ("产出", "数量指标", "型式评价批次数", "n", "≥", "批次"), ("产出", "数量指标", "计量器具强制检定台件数", "n", "≥", "台"),
    ("产出", "数量指标", "计量器具强制检定证书数", "n", "≥", "份"), ("产出", "数量指标", "申报省部级科研项目数", "n", "≥", "项"),
    ("产出", "数量指标", "持续优化的系统数量", "n", "≥", "个"), ("产出", "数量指标", "等保测评系统数量", "n", "≥", "个"),
    ("产出", "质量指标", "项目验收合格率", "p", "=", "%"), ("产出", "质量指标", "证书报告抽查合格率", "p", "≥", "%"),
    ("产出", "质量指标", "出具证书报告差错修改率", "p", "≤", "%"), ("产出", "质量指标", "设备设施正常运转率", "p", "≥", "%"),
    ("产出", "质量指标", "信息系统日常维护合格率", "p", "≥", "%"), ("产出", "时效指标", "设备采购及时率", "p", "=", "%"),
    ("产出", "时效指标", "经费支出及时率", "p", "=", "%"), ("产出", "时效指标", "受理各项检测业务延期率", "p", "≤", "%"),
    ("产出", "时效指标", "受理各项检测业务按期检出率", "p", "≥", "%"),
    ("效益", "经济效益", "相关检测业务收入", "m", "≥", "万元"), ("效益", "经济效益", "完成科研成果转化收益", "m", "≥", "万元"),
    ("效益", "社会效益", "产业集群覆盖率", "p", "≥", "%"), ("效益", "社会效益", "为行业发展、政府监管提供技术支撑", "q", "有效", ""),
    ("效益", "社会效益", "完善我省量值传递溯源体系", "q", "较显著", ""), ("效益", "生态效益", "环境污染事故发生次数", "n", "=", "次"),
    ("效益", "可持续影响", "对单位履职、促进事业发展的持续影响程度", "q", "显著", ""),
    ("效益", "可持续影响", "计量检测市场环境得到进一步净化", "q", "较显著", ""),
    ("满意度", "服务对象满意度", "检验检测客户满意度", "p", "≥", "%"), ("满意度", "服务对象满意度", "职工满意度", "p", "≥", "%"),
]
assert len(INDICATORS) == 45 and len({row[2] for row in INDICATORS}) == 45
# What the unit sheet calls the levels that it does not share with the projects.
UNIT_LEVELS = {"产出": "履职", "成本": "履职"}
EXECUTION_RATE = "预算执行率"

UNIT_HEAD = ["项", "内容"]
PROJECT_HEAD = ["项目编码", "项目名称", "主管部门", "项目类型", "项目级次", "开始时间", "完成时间", "实施单位",
                "立项必要性", "实施可行性", "项目实施内容", "中长期目标", "年度目标", "存在问题", "改进措施"]
BUDGET_HEAD = ["项目名称", "收支", "资金名称", "年初预算数", "全年预算数", "全年执行数"]
TARGET_HEAD = ["项目名称", "一级指标", "二级指标", "重点工作", "三级指标", "全年指标值"]
ACTUAL_HEAD = ["项目名称", "二级指标", "三级指标", "全年完成值", "偏差原因", "改进措施", "佐证材料"]


def number(value, digits=2):
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(fen):
    """Ten-thousand yuan with two decimals, from whole hundredths, so that sums agree to the last place."""
    return f"{fen // 100}.{fen % 100:02d}"


class Budget:
    """The money of the projects in hundredths of ten thousand yuan."""

    def __init__(self, rng):
        self.initial = [rng.randrange(8000, 1200000) for _ in PROJECTS]
        self.current = [round(x * rng.choice([1, 1, 1, 0.9, 1.1])) for x in self.initial]
        self.spent = [round(x * min(1, rng.gauss(0.97, 0.05))) for x in self.current]
        # Income other than the general budget, one pair (initial, current) a project.
        share = rng.choice([0, 0.2, 0.4])
        self.other = [(round(x * share), round(y * share)) for x, y in zip(self.initial, self.current)]

    def rows(self):
        yield from self.sheet(UNIT, range(len(PROJECTS)))
        for place, name in enumerate(PROJECTS):
            yield from self.sheet(name, [place])

    def rate(self, place):
        """Execution in per cent, rounded half up to two decimals as the report does it."""
        spent, current = self.spent[place], self.current[place]
        return (20000 * spent + current) // (2 * current) / 100

    def sheet(self, name, places):
        total = [sum(column[i] for i in places) for column in (self.initial, self.current)]
        other = [sum(self.other[i][year] for i in places) for year in (0, 1)]
        yield [name, "收入", "资金总额", *map(money, total), ""]
        yield [name, "收入", "一般公共预算资金", *(money(x - y) for x, y in zip(total, other)), ""]
        yield [name, "收入", "其他资金", *map(money, other), ""]
        for i in places:
            yield [name, "支出", PROJECTS[i], money(self.initial[i]), money(self.current[i]), money(self.spent[i])]


class Unit:
    """One unit's submission."""

    def __init__(self, index, seed, broken_percent):
        rng = self.rng = random.Random(f"{seed}:{index}")
        self.code = f"3200{index:06d}"
        self.name = f"{CITIES[index % len(CITIES)]}市{KINDS[index // len(CITIES) % len(KINDS)]}（第{index}号）"
        broken = rng.random() * 100 < broken_percent
        self.budget = Budget(rng)
        self.targets, self.actuals = [], []
        rates = {row[2]: self.rate_target(row) for row in INDICATORS if row[3] in "pm"}
        sums = dict.fromkeys((row[2] for row in INDICATORS), 0)
        numeric = []
        for place, project in enumerate(PROJECTS):
            for row in INDICATORS:
                target, actual, met = self.figures(row, rates, place)
                if row[3] == "n" or row[5] == "万元":
                    sums[row[2]] += target
                self.target(project, row[0], row, target)
                if row[3] != "q":
                    numeric.append(len(self.actuals))
                self.actual(project, row, actual, met)
        for row in INDICATORS:
            target = sums[row[2]] if row[3] == "n" or row[5] == "万元" else rates.get(row[2])
            self.target(UNIT, UNIT_LEVELS.get(row[0], row[0]), row, target)
            # 决策 and 过程 are the unit's own figures; all else rolls up from the projects by name.
            if row[0] in ("决策", "过程") and row[2] != EXECUTION_RATE:
                _, actual, met = self.figures(row, rates, None)
                self.actual(UNIT, row, actual, met)
        if broken:
            self.actuals[rng.choice(numeric)][3] = rng.choice(BROKEN)

    def rate_target(self, row):
        if row[3] == "m":
            return self.rng.choice([10, 20, 400, 550, 1100])
        choices = {"=": [100], "≥": [75, 80, 85, 90, 95, 99], "≤": [0.5, 1, 2.5, 5]}
        return self.rng.choice(choices[row[4]])

    def figures(self, row, rates, place):
        """(target, actual as written, whether the target is met) for one indicator of one project, or of the unit."""
        _, _, name, kind, sign, measure = row
        rng = self.rng
        if kind == "q":
            words = LEVELS + [(sign, 36)]
            actual = rng.choices([w for w, _ in words], [n for _, n in words])[0]
            return None, actual, actual in (sign, LEVELS[0][0])
        if kind == "n" and sign == "=":
            target, actual = 0, 1 if rng.random() < 0.02 else 0
        elif kind == "n":
            target = rng.choice([1, 2, 5, 22, 78, 175, 400, 1000, 28000, 180000])
            actual = max(0, round(target * rng.choice([1, 1, 1.02, 1.15, 0.97, 0.8])))
        elif kind == "m":
            target = rates[name]
            actual = target * rng.choice([1, 1, 0.95, 1.04, 1.2])
        else:
            target = rates[name]
            if name == EXECUTION_RATE:
                actual = self.budget.rate(place)
            elif rng.random() < 0.5:
                actual = target
            elif sign == "≤":
                actual = target * rng.uniform(0.4, 1.2)
            else:
                actual = min(100, target * rng.uniform(0.9, 1.08))
        actual = round(actual, 2)
        met = actual <= target if sign == "≤" or target == 0 else actual >= target
        return target, number(actual) + measure, met

    def target(self, sheet, level, row, target):
        text = row[4] if row[3] == "q" else row[4] + number(target) + row[5]
        self.targets.append([sheet, level, row[1], "", row[2], text])

    def actual(self, sheet, row, text, met):
        """Nineteen in twenty of the missed targets are explained, as in what units hand in."""
        told = not met and self.rng.random() < 0.95
        reason = self.rng.choice(REASONS) if told else ""
        measure = self.rng.choice(MEASURES) if told else ""
        self.actuals.append([sheet, row[1], row[2], text, reason, measure, EVIDENCE[row[3]]])

    def unit_rows(self):
        yield from [
            ("单位名称", self.name), ("年度", YEAR), ("单位编码", self.code), ("主管部门", "省市场监督管理局"),
            ("单位主要职能", "负责本地区计量、检验检测、科研和信息化工作，为政府监管和产业发展提供技术支撑。"),
            ("机构设置及人员配置", "内设职能部门6个、业务部门8个，在职128人。"),
            ("中长期目标", "完善量值传递溯源体系，提高检验检测和科研能力，建成与本地产业相适应的公共技术服务平台。"),
            ("年度目标", "完成法定检定和监督抽查任务，证书报告及时、准确。"),
            ("年度目标", "按计划完成设备更新、用房改造和信息系统建设。"),
            ("数据性质", "示例数据"),
            ("自评组织情况", "由财务部门牵头，各项目负责部门对照目标表逐项填报，财务部门复核资金和佐证材料。"),
            ("主要成效", "八个项目总体按计划实施，检验检测业务平稳增长，服务对象满意度较高。"),
            ("存在问题", "个别项目支出进度偏慢，少数指标值与实际业务量有差距。"),
            ("改进措施", "按月通报支出进度，编制下年度目标时参照近三年数据核定指标值。"),
            ("结果应用", "自评结果在单位内通报，并作为编制下年度预算的依据。"),
        ]

    def project_rows(self):
        for place, name in enumerate(PROJECTS, 1):
            yield [f"XM{place:02d}", name, "省市场监督管理局", "常年安排项目", "省本级", f"{YEAR}.01", f"{YEAR}.12", self.name,
                   "业务运行和履职所需，经费来源稳定，支出标准明确。", "人员、设备和管理制度齐备，历年执行情况良好。",
                   "按年度计划组织实施采购、检测、维护和科研工作。", "形成稳定的业务保障能力，逐步提高服务质量。",
                   "完成年度任务，各项指标达到目标值。", "", ""]

    def write(self, folder, encoding):
        folder.mkdir(parents=True, exist_ok=True)
        for name, head, rows in [("unit", UNIT_HEAD, self.unit_rows()), ("projects", PROJECT_HEAD, self.project_rows()),
                                 ("budget", BUDGET_HEAD, self.budget.rows()), ("targets", TARGET_HEAD, self.targets),
                                 ("actuals", ACTUAL_HEAD, self.actuals)]:
            with open(folder / f"{name}.csv", "w", encoding=encoding, newline="") as file:
                writer = csv.writer(file)
                writer.writerow(head)
                writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description="生成填报目录，供计时用")
    parser.add_argument("--units", type=int, default=1, help="单位个数")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="输出文件夹")
    parser.add_argument("--bad", type=float, default=0, metavar="PCT", help="有一处错误的单位占百分之几")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--encoding", default="gb18030")
    options = parser.parse_args()
    for index in range(1, options.units + 1):
        unit = Unit(index, options.seed, options.bad)
        unit.write(options.out / unit.code, options.encoding)


if __name__ == "__main__":
    main()
