// What each page shell may name: the contract printed in Templates/README.md, and checked statically.

/// A name a template may use.
struct TemplateName: Sendable {
  enum Kind: Sendable {
    /// Ready markup, written `{{{name}}}`; around it, a section `{{#name}}` is passed over where there is nothing.
    case markup
    /// Items, written `{{#name}}…{{/name}}`, each with names of its own.
    case list([TemplateName])
  }

  let name: String
  let kind: Kind
  /// For the template's author; Chinese.
  let meaning: String
  /// Whether a shell must show it.
  let isRequired: Bool
  /// Whether a page may have nothing for it.
  let isOptional: Bool

  /// What kind of markup stands behind a name, for proving a shell before there is a report.
  enum Shape: Sendable { case text, table, blocks, figure, address, anchor }
  var shape = Shape.text

  static func must(
    _ name: String, _ meaning: String, optional: Bool = false, _ shape: Shape = .text
  ) -> TemplateName {
    TemplateName(
      name: name, kind: .markup, meaning: meaning, isRequired: true, isOptional: optional, shape: shape)
  }

  static func may(
    _ name: String, _ meaning: String, optional: Bool = false, _ shape: Shape = .text
  ) -> TemplateName {
    TemplateName(
      name: name, kind: .markup, meaning: meaning, isRequired: false, isOptional: optional, shape: shape)
  }

  static func list(_ name: String, _ meaning: String, required: Bool = true, _ items: [TemplateName])
    -> TemplateName
  {
    TemplateName(name: name, kind: .list(items), meaning: meaning, isRequired: required, isOptional: false)
  }
}

/// The kinds of page.
public enum PageKind: String, CaseIterable, Sendable {
  case index, sheet, report, findings, overview

  /// Its shell inside `Templates/`.
  public var file: String { rawValue + ".html" }

  /// The page an HTML document is made from; nil for what is no page.
  public init?(_ role: DocumentRole) {
    switch role {
    case .index: self = .index
    case .unitSheet, .projectSheet: self = .sheet
    case .report: self = .report
    case .findings: self = .findings
    case .overview: self = .overview
    case .email, .indicators, .rollup, .reconciliation, .record, .lineage: return nil
    }
  }

  /// Everything its shell may name.
  var names: [TemplateName] { PageKind.frame + own }

  /// What every page has.
  private static let frame: [TemplateName] = [
    .must("title", "页面标题"),
    .must("unit", "单位名称"),
    .must("year", "年度，四位数字"),
    .may("span", "“度”，半年运行监控为“上半年”：接在“年”字后"),
    .must("nature", "数据性质，如“示例数据”；没有时为空", optional: true),
    .must("rubric", "评分办法的名称"),
    .must("assumption", "评分办法中的假设；没有时为空", optional: true),
    .may("citations", "评分办法引用的文件，以顿号相连；没有时为空", optional: true),
    .must("date", "报告日期，如2024年1月15日"),
    .must("version", "工具版本"),
    .must("digest", "填报内容的SHA-256，64位"),
    .may("shortDigest", "填报内容的SHA-256，前16位"),
    .may("home", "首页的相对地址；单独输出的问题清单没有", optional: true, .address),
    .may("findingsLink", "问题清单页的相对地址；单独输出的问题清单没有", optional: true, .address),
  ]

  private var own: [TemplateName] {
    switch self {
    case .index: PageKind.indexNames
    case .sheet: PageKind.sheetNames
    case .report: PageKind.reportNames
    case .findings: PageKind.findingsNames
    case .overview: PageKind.overviewNames
    }
  }

  private static let indexNames: [TemplateName] = [
    .list(
      "results", "总的结果，每项一个数或词",
      [.must("label", "名目"), .must("value", "结果"), .may("remark", "说明", optional: true)]),
    .list("figures", "图", [.must("figure", "图及其文字说明", .figure)]),
    .must("sheets", "各表结果一览表", .table),
    .must("attention", "需要关注的指标一览表；没有时为空", optional: true, .table),
    .must("findings", "问题的条数"),
    .must("checks", "勾稽校验的项数"),
    .list(
      "documents", "其他文件", [.must("address", "相对地址", .address), .must("name", "文件名"), .must("content", "内容")]),
    .must("rules", "评分办法全文，表格", .table),
  ]

  private static let sheetNames: [TemplateName] = [
    .list("facts", "表头各项", [.must("label", "名目"), .must("value", "内容")]),
    .must("money", "预算资金表；没有预算行时为空", optional: true, .table),
    .list("goals", "目标与项目说明", [.must("label", "名目"), .must("value", "内容")]),
    .must("indicators", "指标表", .table),
    .must("result", "结论：得分、等级，或亮灯"),
    .list("notes", "说明，每项一句", [.must("note", "说明")]),
    .must("lineage", "依据与溯源表", .table),
    .must("rollup", "汇总溯源表，仅单位表有", optional: true, .table),
    .may("csv", "本表CSV的相对地址", .address),
  ]

  private static let reportNames: [TemplateName] = [
    .list(
      "sections", "报告各部分",
      [
        .must("anchor", "部分的id", .anchor), .must("heading", "部分的标题"), .must("body", "部分的内容", .blocks),
      ]),
    .list(
      "annexes", "附表，如未完成指标一览",
      [
        .must("anchor", "附表的id", .anchor), .must("heading", "附表的标题"), .must("table", "附表", .table),
      ]),
  ]

  private static let overviewNames: [TemplateName] = [
    .list(
      "results", "总的结果，每项一个数；后续各页没有",
      [.must("label", "名目"), .must("value", "结果"), .may("remark", "说明", optional: true)]),
    .must("distribution", "等级或亮灯的分布表；没有单位时和后续各页为空", optional: true, .table),
    .must("units", "各单位结果一览表", .table),
    .list("notes", "说明，每项一句", [.must("note", "说明")]),
    .must("failed", "没有结果的单位一览表；没有时为空", optional: true, .table),
    .must("figures", "同名指标汇总表；没有时为空", optional: true, .table),
    .list(
      "documents", "其他文件", [.must("address", "相对地址", .address), .must("name", "文件名"), .must("content", "内容")]),
  ]

  private static let findingsNames: [TemplateName] = [
    .must("summary", "问题的条数"),
    .may("outstanding", "催报清单表；完成值都已交齐时为空", optional: true, .table),
    .must("table", "问题清单表；按项目分列时，首页上是各表问题的条数", .table),
    .may("csv", "问题清单CSV的相对地址", optional: true, .address),
    .must("reconciliation", "勾稽校验表；没有校验项时为空", optional: true, .table),
  ]
}
