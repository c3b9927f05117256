// A check holds its title and its two sides as text; what they are shows from how they are written.

extension ReconciliationCheck {
  /// What the title begins with, `信息化建设经费` of `信息化建设经费：成本…`, and what it claims; the first is empty where there
  /// is no colon.
  var parts: (subject: String, claim: String) {
    let parts = title.split(separator: "：", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : ("", title)
  }

  /// How far the sides lie apart, without a sign; empty where they are no numbers.
  var distance: String { difference.hasPrefix("-") ? String(difference.dropFirst()) : difference }

  /// What `distance` is in: `台`, `个百分点`; empty for money, which stands without 万元.
  var distanceUnit: String {
    let measure = left.drop { $0.isASCII && ($0.isNumber || ".-=<>".contains($0)) || "≥≤".contains($0) }
    return measure == "%" ? "个百分点" : String(measure)
  }
}
