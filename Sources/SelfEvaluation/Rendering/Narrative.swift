// The narrative report (绩效自评价报告, at half-year 绩效运行监控报告): sentences made from the figures, joined by what
// the unit wrote. All strings are plain text; the page writer escapes them.

/// One of the eight sections.
struct NarrativeSection {
  /// The HTML id.
  let id: String
  /// With its number: `三、自评结论`.
  let title: String
  let blocks: [NarrativeBlock]
}

/// A piece of a section, in reading order.
enum NarrativeBlock {
  /// A level-2 heading with its number: `（一）单位概况`.
  case heading(String)
  case paragraph(String)
  case list([String])
  case table(Table)
  case figure(SVGFigure)
}

enum Narrative {
  /// The eight sections in the order of the official outline.
  static func sections(_ report: CheckedReport) -> [NarrativeSection] { sections(NarrativeFacts(report)) }

  static func sections(_ facts: NarrativeFacts) -> [NarrativeSection] {
    let half = facts.isHalf
    let drafts: [(id: String, title: String, blocks: [NarrativeBlock], empty: String)] = [
      ("section-basics", "基本情况", basics(facts), "填报材料没有这方面的内容。"),
      ("section-conduct", half ? "监控工作开展情况" : "自评工作开展情况", conduct(facts), "填报材料没有说明组织过程。"),
      (
        "section-conclusion", half ? "监控结论" : "自评结论", half ? lightConclusion(facts) : conclusion(facts),
        "没有可以汇总的结论。"
      ),
      ("section-execution", "预算执行情况", execution(facts), "填报材料没有资金数据。"),
      (
        "section-completion", half ? "绩效目标运行情况" : "绩效目标完成情况", half ? lightProgress(facts) : completion(facts),
        "填报材料没有绩效指标。"
      ),
      ("section-deviations", "偏差及原因", half ? lightDeviations(facts) : deviations(facts), "没有需要说明的偏差。"),
      ("section-problems", "存在问题", problems(facts), "填报材料没有列出问题，核对中也没有发现问题。"),
      ("section-measures", "改进措施与结果应用", measures(facts), "填报材料没有列出改进措施。"),
    ]
    var ledger = NarrativeLedger()
    return drafts.enumerated().map { index, draft in
      let blocks = ledger.unrepeated(draft.blocks)
      return NarrativeSection(
        id: draft.id, title: "\(Prose.numeral(index + 1))、\(draft.title)",
        blocks: blocks.isEmpty ? [.paragraph(draft.empty)] : blocks)
    }
  }
}
