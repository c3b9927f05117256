// What a form says in sentences: its result, and the notes under it.

struct SheetWords {
  let card: Scorecard
  let rubric: Rubric

  /// `得分 95.21 分，等级：优`, or the light of a half-year sheet.
  var result: String {
    guard card.period == .year else { return card.signal.map { "总体亮灯：\($0.word)" } ?? "没有可以亮灯的指标" }
    guard let total = card.total, let grade = card.grade else { return "没有适用的指标，不计得分" }
    return "得分 \(total.text) 分，等级：\(grade.rawValue)"
  }

  /// Notes under the table, each where it applies.
  var notes: [String] {
    let assumption = rubric.assumption.isEmpty || !card.weightsAllotted ? "" : "假设：\(rubric.assumption)。"
    return ["评分办法：\(rubric.title)。\(assumption)"] + (card.period == .half ? halfNotes : yearNotes)
  }

  private var yearNotes: [String] {
    var notes: [String] = []
    if card.weightsAllotted { notes.append("本表未填分值，分值按评分办法的一级指标权重平均分配。") }
    if let total = card.total, let byRule = card.ruleTotal {
      let reported = card.rows.filter { $0.reported != nil && !$0.isNotApplicable }.count
      notes.append(
        reported == 0
          ? "本表没有填自评得分，各项得分按规则计算。"
          : "得分以填报的自评得分为准（\(reported)项），未填的按规则计算：得分合计\(total.text)分，规则得分合计\(byRule.text)分。")
    }
    if card.isTotalConverted {
      notes.append("不适用的指标不计分：合计为各项得分之和÷适用分值\(card.applicableWeight.text)×100的折算得分。")
    }
    if card.executionRow != nil { notes.append("预算执行率由评分办法单列一行计分。") }
    if hasSignless { notes.append("没有写比较符号的指标值按“等于”计分，达到即得满分。") }
    return notes
  }

  private var halfNotes: [String] {
    var notes = ["运行监控只亮灯、不计分；半年指标值为空的，以全年指标值为准。"]
    if let signal = card.execution.signal {
      notes.append("资金亮灯：\(signal.word)（半年执行数÷半年计划执行数）。")
    }
    if card.rows.contains(where: { $0.signal?.notDue == true }) {
      notes.append("“未到期”指半年指标值为0而全年指标值不为0。")
    }
    return notes
  }

  /// Whether some target is a bare number.
  private var hasSignless: Bool {
    card.rows.contains { row in
      guard case .number(.equal, _, _)? = row.target?.target,
        let first = row.target?.text.unicodeScalars.first
      else { return false }
      return ("0"..."9").contains(first)
    }
  }
}
