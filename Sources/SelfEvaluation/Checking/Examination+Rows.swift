// What rules of judgement have in common: walking over rows, and findings that point at the right cell.

/// An indicator with its sheet's results.
struct ExaminedRow {
  let card: Scorecard
  let row: ScoredIndicator

  var indicator: Indicator { row.indicator }
  var filing: Filing? { row.filing }

  /// The cell the actual that counts was filed in; nil where it was rolled up or computed.
  var filedOrigin: Origin? {
    if case .filed(let origin)? = row.achievement?.source { origin } else { nil }
  }

  /// The text of the target of the period, as written.
  var targetText: String { row.target?.text ?? "" }

  /// Whether level 1 or level 2 contains this word.
  func isUnder(_ word: String) -> Bool {
    indicator.levelOne.hasBytes(word) || indicator.levelTwo.hasBytes(word)
  }

  /// A finding about the actual, else about the indicator.
  func aboutActual(_ code: Code, _ message: String, remedy: String) -> Finding {
    finding(code, at: filedOrigin ?? indicator.origin, message, remedy: remedy)
  }

  /// A finding about the target.
  func aboutTarget(_ code: Code, _ message: String, remedy: String) -> Finding {
    finding(code, at: indicator.year?.origin ?? indicator.origin, message, remedy: remedy)
  }

  func finding(_ code: Code, at origin: Origin, _ message: String, remedy: String) -> Finding {
    Finding(code, at: origin, sheet: card.name, indicator: indicator.name, message, remedy: remedy)
  }
}

extension Examination {
  /// A finding about the money of a sheet, at its first expense line.
  func aboutMoney(_ code: Code, _ card: Scorecard, _ message: String, remedy: String) -> Finding {
    let place = card.sheet.expenses.first.map { Place.cell($0.origin) } ?? .file("budget.csv")
    return Finding(code, at: place, sheet: card.name, message, remedy: remedy)
  }

  /// A finding made of a cross-check: what ought to hold, both figures, the difference and the reason.
  func finding(_ code: Code, _ check: ReconciliationCheck, remedy: String) -> Finding {
    let claim = check.parts.claim.replacing("“", with: "‘").replacing("”", with: "’")
    let unit = check.distanceUnit.isEmpty ? "万元" : check.distanceUnit
    let apart = check.distance.isEmpty ? "" : "，相差\(check.distance)\(unit)"
    return Finding(
      code, at: check.origin.map(Place.cell) ?? .file("budget.csv"), sheet: check.sheet,
      indicator: indicator(of: check)?.name,
      "\(check.parts.subject)不符合“\(claim)”：左边\(check.left)，右边\(check.right)\(apart)；\(check.basis)",
      remedy: remedy)
  }
}
