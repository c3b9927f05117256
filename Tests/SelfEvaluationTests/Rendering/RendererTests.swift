// Whole reports: which documents there are, and that every page is proven.

import Foundation
import Testing

@testable import SelfEvaluation

struct RendererTests {
  let templates: TemplateLibrary

  init() throws { templates = try TemplateLibrary() }

  @Test func `the documents of a year`() throws {
    let documents = try Renderer.render(try report(), templates: templates)
    #expect(
      documents.map { "\($0.role.rawValue) \($0.path) \($0.project ?? "-")" } == [
        "index index.html -",
        "unit-sheet 部门整体绩效自评价表.html -", "unit-sheet 部门整体绩效自评价表.csv -",
        "project-sheet 项目/01-强制检定经费.html 强制检定经费", "project-sheet 项目/01-强制检定经费.csv 强制检定经费",
        "project-sheet 项目/02-能力提升经费.html 能力提升经费", "project-sheet 项目/02-能力提升经费.csv 能力提升经费",
        "report 绩效自评价报告.html -", "email 邮件/摘要.html -", "email 邮件/摘要.eml -",
        "indicators 数据/指标明细.csv -", "rollup 数据/汇总溯源.csv -",
        "reconciliation 数据/勾稽校验.csv -", "findings 问题清单.html -", "findings 数据/问题清单.csv -",
      ])
    try prove(documents, templates)
  }

  @Test func `the documents of a half year`() throws {
    let documents = try Renderer.render(try report(Example.base, .half), templates: templates)
    #expect(documents.contains { $0.path == "部门整体绩效运行监控表.html" })
    #expect(documents.contains { $0.path == "绩效运行监控报告.html" })
    try prove(documents, templates)
    let form = try cells(try documents.at("项目/01-强制检定经费.csv"))
    #expect(
      form.first == [
        "一级指标", "二级指标", "三级指标", "半年指标值", "全年指标值", "半年完成值", "亮灯", "全年预计完成值", "完成目标可能性", "偏差原因及改进措施",
      ])
    #expect(
      form.dropFirst(4).first == [
        "产出指标", "数量指标", "强制检定台件数", "≥14000台", "≥28000台", "14500台", "绿灯", "", "", "",
      ])
    let index = try documents.text("index.html")
    #expect(index.contains("总体亮灯") && !index.contains("规则得分"))
    // What is not yet reached may well be in time: the lights say what is behind.
    #expect(!index.contains("未达标") && index.contains(">黄灯</th>"))
  }

  @Test(arguments: [(Period.year, "2023年度"), (.half, "2023年上半年")])
  func `every page is headed with its time`(period: Period, span: String) throws {
    for document in try Renderer.render(try report(Example.base, period), templates: templates)
    where document.format == .html && document.role != .email {
      let page = String(decoding: document.bytes, as: UTF8.self)
      #expect(page.contains("示例检验所（\(span)）</title>"), "\(document.path)")
      #expect(page.contains("<span>示例检验所</span> <span>\(span)</span></p>"), "\(document.path)")
    }
  }

  @Test func `the index promises an annex only where there is one`() throws {
    func index(_ edits: Example.Edit...) throws -> String {
      try Renderer.render(try report(Example(edits, period: .year).files), templates: templates).text(
        "index.html")
    }
    #expect(try index().contains("<span>按公文体例的文字报告</span>"))
    #expect(try index().contains("<span class=\"whole\">良≥80</span> <span class=\"whole\">中≥60</span>"))
    #expect(
      try index(.replace("actuals.csv", "28600台", with: "27320台")).contains(
        "<span>按公文体例的文字报告，附未完成指标一览</span>"))
  }

  @Test func `a drawing stands in a box that scrolls`() throws {
    for path in ["index.html", "绩效自评价报告.html"] {
      let page = try Renderer.render(try report(), templates: templates).text(path)
      let drawings = page.components(separatedBy: "<svg ").count - 1
      let boxed = page.components(separatedBy: "（图）\"><svg ").count - 1
      #expect(drawings == 3 && boxed == drawings)
      #expect(
        page.contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"绩效指标完成情况（图）\"><svg ")
      )
    }
  }

  @Test func `a submission without a unit sheet has no unit documents`() throws {
    let files = Example(
      .write(
        "targets.csv",
        "项目名称,一级指标,二级指标,三级指标,全年指标值\n强制检定经费,决策,项目立项,立项依据充分性,充分\n"),
      .write("actuals.csv", "项目名称,三级指标,全年完成值\n强制检定经费,立项依据充分性,充分\n"),
      .replace("projects.csv", "002,能力提升经费,示例市场监督管理局,2023.01,2023.12\n", with: ""),
      .write("budget.csv", "项目名称,收支,资金名称,全年预算数,全年执行数\n强制检定经费,支出,检定业务费,200,200\n")
    ).files
    let documents = try Renderer.render(try report(files), templates: templates)
    #expect(!documents.contains { $0.role == .unitSheet })
    #expect(OutputPaths(try report(files)).sheet("部门整体", .html) == nil)
    try prove(documents, templates)
  }

  @Test(arguments: [Period.year, .half]) func `the sample is proven`(period: Period) throws {
    let documents = try Renderer.render(try report(try sample(), period), templates: templates)
    #expect(documents.filter { $0.role == .projectSheet }.count == 16)
    try prove(documents, templates)
    for document in documents where document.format == .html {
      let text = String(decoding: document.bytes, as: UTF8.self)
      #expect(text.contains("示例数据") && text.contains("江苏省未见正式的自评权重规定"), "\(document.path)")
    }
    let details = try cells(try documents.at("数据/指标明细.csv"))
    #expect(details.count == 325)
    #expect(
      try documents.at("数据/指标明细.csv").bytes
        == (try Renderer.render(try report(try sample(), period), templates: templates).at("数据/指标明细.csv")
          .bytes))
  }

  @Test(arguments: ["mof", "hubei"]) func `a separate execution row`(rubric: String) throws {
    let files = Example(
      .write(
        "targets.csv",
        """
        项目名称,一级指标,二级指标,三级指标,全年指标值
        强制检定经费,产出指标,数量指标,强制检定台件数,≥28000台
        强制检定经费,效益,社会效益,量值溯源体系完善程度,较显著
        强制检定经费,满意度,服务对象满意度,客户满意度,≥80%

        """),
      .write(
        "actuals.csv", "项目名称,三级指标,全年完成值\n强制检定经费,强制检定台件数,28000台\n强制检定经费,量值溯源体系完善程度,较显著\n强制检定经费,客户满意度,90%\n"),
      .write("budget.csv", "项目名称,收支,资金名称,全年预算数,全年执行数\n强制检定经费,支出,检定业务费,200,150\n"),
      .replace("projects.csv", "002,能力提升经费,示例市场监督管理局,2023.01,2023.12\n", with: "")
    ).files
    let documents = try Renderer.render(try report(files, rubric: rubric), templates: templates)
    try prove(documents, templates)
    let form = try cells(try documents.at("项目/01-强制检定经费.csv"))
    let points = rubric == "mof" ? ["10.00", "7.50"] : ["20.00", "15.00"]
    #expect(form.dropLast().last == ["预算执行率", "", "预算执行率", "≥100%", "75%"] + points + [""])
    #expect(form.last?.first == "合计")
    let details = try cells(try documents.at("数据/指标明细.csv"))
    #expect(details.last?[11...14] == [points[0], points[1], "", points[1]])
  }

  @Test func `GB18030 for old Excel`() throws {
    let documents = try Renderer.render(try report(csv: .gb18030), templates: templates)
    let form = try documents.at("部门整体绩效自评价表.csv")
    #expect(form.encoding == .gb18030 && form.bytes.prefix(4) == [0xD2, 0xBB, 0xBC, 0xB6])
    try prove(documents, templates)
  }

  @Test func `hostile text breaks neither page nor twin`() throws {
    let hostile = "<b>&\"'\u{202E}x\u{1}]]>\u{2028}=1+1{{unit}}{{{unit}}}"
    let quoted = hostile.replacing("\"", with: "\"\"")
    let files = Example(
      .replace("unit.csv", "示例检验所", with: "\"示例\n\(quoted)\""),
      .replace("unit.csv", "完成年度检定任务", with: "\"a\r\nb\rc\n\(quoted)\""),
      .replace("actuals.csv", "520元/人/天,,,", with: "520元/人/天,,\"=\(quoted)\",\"@é e\u{301}\(quoted)\""),
      .replace("targets.csv", "工作计划健全性,健全,健全", with: "\"工作\(quoted)\",健全,健全"),
      .replace("actuals.csv", "工作计划健全性", with: "\"工作\(quoted)\"")
    ).files
    let options = try Repository.options()
    let outcome = Pipeline.examine(files, options: options)
    // Control characters are errors of reading; everything else must come through.
    let others = outcome.findings.filter { $0.severity == .error && $0.code != .controlCharacter }
    #expect(others == [])
    let examination = Examination(
      submission: outcome.submission, projects: outcome.projects, unit: outcome.unit, rubric: outcome.rubric,
      period: .year)
    let report = try #require(CheckedReport(examination, findings: [], options: options))
    let documents = try Renderer.render(report, templates: templates)
    try prove(documents, templates)
    let page = try documents.text("部门整体绩效自评价表.html")
    #expect(page.contains("a<br/>b<br/>c<br/>&lt;b&gt;&amp;&quot;&#39;⟨U+202E⟩x␁]]&gt;"))
    #expect(page.contains("{{unit}}{{{unit}}}"))
  }

  @Test func `findings of a check that failed are a page too`() throws {
    let options = try Repository.options()
    let outcome = Pipeline.examine(Example(.remove("actuals.csv")).files, options: options)
    let selection = FindingSelection(outcome.findings)
    func list(_ format: DocumentFormat) throws -> [UInt8] {
      let production = try Pipeline.findingsList(
        outcome, selection, as: format, options: options, templates: templates,
        schemas: try PageSchemas(templates))
      #expect(production.faults == [] && production.documents.count == 1)
      return production.documents[0].bytes
    }
    let text = String(decoding: try list(.html), as: UTF8.self)
    #expect(text.contains("E110") && !text.contains("index.html") && !text.contains("data-csv"))
    #expect(try list(.csv).starts(with: [0xEF, 0xBB, 0xBF]))
  }
}
