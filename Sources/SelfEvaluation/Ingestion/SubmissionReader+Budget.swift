// budget.csv: sources and expenses of every sheet, in 万元.

extension SubmissionReader {
  mutating func readBudget(_ table: SourceTable) {
    // With a column 调整预算数 the file's 全年预算数 is the one of January (FORMATS §1).
    let adjusted = table.headings.contains(.adjustedBudget)
    for row in table.rows {
      guard let index = sheet(named: row.text(.project), at: row.origin(.project)) else { continue }
      let sheet = sheets[index].name
      guard let direction = MoneyDirection(rawValue: Folding.key(row.text(.direction))) else {
        findings.append(
          Finding(
            .unknownDirection, at: row.origin(.direction), sheet: sheet,
            "收支“\(row.text(.direction))”既不是“收入”也不是“支出”",
            remedy: "填写“收入”或“支出”"))
        continue
      }
      let name = row.text(.fund)
      nameDamage(in: row, [.fund], sheet: sheet)
      if name.isEmpty { findings.append(empty(.fund, at: row.origin(.fund), sheet: sheet)) }
      let stated = amount(row, .budget, sheet: sheet)
      let initial = adjusted ? stated : amount(row, .initialBudget, sheet: sheet)
      let current = adjusted ? amount(row, .adjustedBudget, sheet: sheet) ?? stated : stated
      guard let budget = current else {
        if row.text(.budget).isEmpty {
          findings.append(empty(.budget, at: row.origin(.budget), sheet: sheet))
        } else if isNothing(row.text(.budget)) {
          findings.append(
            Finding(
              .emptyRequiredCell, at: row.origin(.budget), sheet: sheet,
              "“\(Heading.budget.name)”写的是“\(row.text(.budget))”，没有金额，而这一列必须填写",
              remedy: "填写金额，没有预算的填“0”；整行不需要时删去该行"))
        }
        continue
      }
      sheets[index].money.append(
        MoneyLine(
          direction: direction, name: name, initial: initial ?? budget, budget: budget,
          halfPlan: amount(row, .halfPlan, sheet: sheet),
          halfExecuted: amount(row, .halfExecuted, sheet: sheet),
          executed: amount(row, .executed, sheet: sheet), isTotal: Folding.key(name).isSameBytes("资金总额"),
          origin: row.origin))
    }
    markProjectTotal()
  }

  /// The unit's 项目支出 is a total where lines named after projects stand beside it.
  private mutating func markProjectTotal() {
    guard let index = sheetIndex[Name(Sheet.unitName)] else { return }
    let names = projectNames.union(sheets.filter { !$0.isUnit }.map { Name($0.name) })
    let listed = sheets[index].money.contains {
      $0.direction == .expense && names.contains(Name($0.name))
    }
    guard listed else { return }
    for line in sheets[index].money.indices
    where sheets[index].money[line].direction == .expense
      && Folding.key(sheets[index].money[line].name).isSameBytes("项目支出")
    {
      sheets[index].money[line].isTotal = true
    }
  }

  /// What people write where there is no amount.
  private func isNothing(_ text: String) -> Bool { ["/", "-"].contains(Folding.key(text)) }

  private mutating func amount(_ row: SourceRow, _ heading: Heading, sheet: String) -> Quantity? {
    let text = row.text(heading)
    let folded = Folding.key(text)
    guard !folded.isEmpty, !isNothing(folded) else { return nil }
    let origin = row.origin(heading)
    if let damage = SpreadsheetDamage.remark(on: text, folded: folded) {
      findings.append(damage.finding(at: origin, sheet: sheet, indicator: nil))
      return nil
    }
    func unreadable() -> Remark {
      Remark(.unreadableAmount, "\(heading.name)“\(text)”不是以万元计的金额", remedy: "只写数字，以万元为单位，如“4289.49”")
    }
    do throws(Numeral.Fault) {
      let numeral = try Numeral(reading: folded)
      guard ["", "万元", "万"].contains(where: numeral.rest.isSameBytes) else {
        findings.append(unreadable().finding(at: origin, sheet: sheet, indicator: nil))
        return nil
      }
      if SplitNumber.isIn(text) {
        findings.append(
          SplitNumber.remark(text, .unreadableAmount).finding(at: origin, sheet: sheet, indicator: nil))
        return nil
      }
      guard numeral.quantity >= .zero else {
        findings.append(
          Finding(
            .negativeAmount, at: origin, sheet: sheet, "\(heading.name)“\(text)”是负数",
            remedy: "核对金额；收回资金请在有关数中直接扣减"))
        return nil
      }
      return numeral.quantity
    } catch {
      let remark = error == .none ? unreadable() : Numeral.remark(error, text, instead: .unreadableAmount)
      findings.append(remark.finding(at: origin, sheet: sheet, indicator: nil))
      return nil
    }
  }
}
