// One cross-check as a clause.

struct CheckSentence {
  private let check: ReconciliationCheck

  init(_ check: ReconciliationCheck) { self.check = check }

  /// The indicator or sheet the title begins with.
  var subject: String { check.parts.subject }

  /// `500台`, `5个百分点` or `6.50万元`, never negative; empty where there is none.
  var difference: String {
    let (distance, unit) = (check.distance, check.distanceUnit)
    return distance.isEmpty ? "" : unit.isEmpty ? Prose.moneyText(distance) : distance + unit
  }

  /// The whole clause, without a mark at its end.
  var text: String {
    if check.verdict == .remark { return remark }
    let (subject, claim) = check.parts
    let sides = claim.split(whereSeparator: { "＝≥".contains($0) }).map(String.init)
    let apart = difference.isEmpty ? "" : "，相差\(difference)"
    guard sides.count == 2 else {
      if check.title.hasBytes("的目标一致") {
        return
          "\(subject)\(claim.replacing("的目标一致", with: ""))的目标分别为\(shown(check.left))和\(shown(check.right))，而\(basis)"
      }
      return "\(check.title)不成立，两边分别是\(shown(check.left))和\(shown(check.right))，\(basis)"
    }
    let head = subject.isEmpty ? "" : "\(subject)的"
    return "\(head)\(sides[0])为\(shown(check.left))，\(sides[1])为\(shown(check.right))\(apart)"
  }

  /// A remark on two things written side by side: a name and an amount.
  private var remark: String {
    let (left, right) = (named(check.left), named(check.right))
    if check.id.hasPrefix("G13") {
      return
        "\(check.sheet ?? "")的成本指标\(Prose.quoted(left.name))与支出\(Prose.quoted(right.name))都是\(right.amount)，\(basis)"
    }
    if check.id.hasPrefix("G15") {
      return "\(check.sheet ?? "")结转结余率的目标为\(Prose.written(check.left))，同时有\(right.name)\(right.amount)，宜作说明"
    }
    return "\(check.title)，\(shown(check.left))、\(shown(check.right))，\(basis)"
  }

  private var basis: String { Prose.clause(check.basis) }

  /// A bare number is money, everything else stands as written.
  private func shown(_ side: String) -> String {
    let isBare = !side.isEmpty && side.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    return isBare ? Prose.moneyText(side) : Prose.written(side)
  }

  private func named(_ side: String) -> (name: String, amount: String) {
    guard let space = side.lastIndex(of: " ") else { return (side, "") }
    return (String(side[..<space]), shown(String(side[side.index(after: space)...])))
  }
}

extension Prose {
  /// A target as filed, its sign in words: `≥95%` as 不低于95%, `=100%` as 100%.
  static func written(_ text: String) -> String {
    let signs = [("≥", "不低于"), ("≤", "不高于"), (">", "高于"), ("<", "低于"), ("=", "")]
    for (sign, word) in signs where text.hasPrefix(sign) { return word + text.dropFirst(sign.count) }
    return text
  }

  /// Digits as an amount in 万元 with at least two decimals.
  static func moneyText(_ digits: String) -> String {
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    let zeros = String(repeating: "0", count: max(0, 2 - decimals))
    return digits + (decimals == 0 ? "." : "") + zeros + "万元"
  }
}
