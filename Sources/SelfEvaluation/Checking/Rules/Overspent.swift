// W332: more spent than there was.

extension Rule {
  static let overspent = Rule(
    .overspent,
    title: "执行数超过预算数",
    why: "支出不能超过调整后的全年预算；超过时多半是漏填了调整预算，执行率会高于100%",
    remedy: "核对执行数；有追加的，把全年预算数改成调整后的数",
    firing: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,,200,100,100,201")),
    clean: Example(.replace("budget.csv", "检定业务费,,200,100,100,200", with: "检定业务费,190,200,100,100,200"))
  ) { examination in
    let projects = Set(examination.projects.map { Name($0.name) })
    return examination.cards.flatMap { card in
      card.sheet.expenses.compactMap { line -> Finding? in
        let (column, spent) =
          examination.period == .half ? ("半年执行数", line.halfExecuted) : ("全年执行数", line.executed)
        guard let spent, spent > line.budget else { return nil }
        // The unit's line of a project repeats what the project's own lines say.
        if card.sheet.isUnit, projects.contains(Name(line.name)) { return nil }
        return Finding(
          .overspent, at: line.origin, sheet: card.name,
          "“\(line.name)”的\(column)\(spent.text)万元超过全年预算数\(line.budget.text)万元",
          remedy: "核对执行数；有追加的，把全年预算数改成调整后的数")
      }
    }
  }
}
