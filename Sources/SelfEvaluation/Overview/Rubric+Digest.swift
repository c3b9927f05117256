// What tells one rubric from another, whatever it is called.

extension Rubric {
  /// SHA-256 over the effective rows, the submission's own overrides included, in the order in which they apply: for each
  /// the folded 项 and 值, numbers in their shortest form (`70.0%` as `70%`). 依据 does not count, it decides no score.
  var digest: String {
    let content = rows.map { row in
      let value = Folding.key(row.value)
      let numeral = try? Numeral(reading: value)
      let canonical = numeral.map { $0.quantity.text + $0.rest } ?? value
      return "\(Folding.key(row.item))\0\(canonical)\n"
    }
    return Digest.sha256(Array(content.joined().utf8))
  }
}

extension Rubrics {
  private static let plain = names.compactMap { untouched($0)?.0 }

  /// The built-in rubrics without overrides, by their digest: what a line was made by is known where it is one of them.
  static let byDigest: [String: Rubric] = plain.reduce(into: [:]) { $0[$1.digest] = $1 }

  /// 系数 of the built-in rubrics, which are the same in all of them (FORMATS §2).
  static let commonDefaults = plain.first?.defaults ?? Rubric.Percents()
}
