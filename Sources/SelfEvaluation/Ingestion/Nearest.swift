// “你是不是想写……”: the nearest known name, for misspelt headings, projects and indicators.

enum Nearest {
  /// Longer names are compared with none: the time would grow with the square of the length.
  private static let longest = 200

  /// The candidate with the smallest edit distance, if it is near enough to be meant.
  static func match(_ name: String, among candidates: some Sequence<String>) -> String? {
    let key = scalars(name)
    guard !key.isEmpty, key.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = scalars(candidate)
      guard other.count <= longest else { continue }
      let limit = max(1, max(key.count, other.count) * 2 / 5)
      let distance = distance(key, other, limit: min(limit, best.map { $0.distance - 1 } ?? limit))
      if let distance { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A remedy that names the nearest candidate, or the general advice.
  static func advice(for name: String, among candidates: some Sequence<String>, otherwise: String) -> String {
    match(name, among: candidates).map { "改为“\($0)”（名称最接近）；\(otherwise)" } ?? otherwise
  }

  private static func scalars(_ text: String) -> [UInt32] { Folding.key(text).unicodeScalars.map(\.value) }

  /// Levenshtein distance, nil when above `limit`.
  private static func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
