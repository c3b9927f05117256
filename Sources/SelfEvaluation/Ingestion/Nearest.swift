// “你是不是想写……”: the nearest known name, for misspelt headings, projects and indicators.

enum Nearest {
  /// The candidate with the smallest edit distance, if it is near enough to be meant.
  static func match(_ name: String, among candidates: some Sequence<String>) -> String? {
    NearestNames(candidates).match(name)
  }

  /// A remedy that names the nearest candidate, or the general advice.
  static func advice(for name: String, among candidates: some Sequence<String>, otherwise: String) -> String {
    NearestNames(candidates).advice(for: name, otherwise: otherwise)
  }
}

/// Names to look among for the nearest one, made ready once for many questions.
struct NearestNames: Sendable {
  private struct Entry {
    let name: String
    let scalars: [UInt32]
    /// A bit for each scalar, by its value modulo 64.
    let marks: UInt64
  }

  /// Longer names are compared with none: the time would grow with the square of the length.
  private static let longest = 200

  private let entries: [Entry]

  init(_ names: some Sequence<String>) {
    entries = names.map { name in
      let scalars = NearestNames.scalars(name)
      return Entry(name: name, scalars: scalars, marks: NearestNames.marks(scalars))
    }
  }

  /// The candidate with the smallest edit distance, the first of several; nil where none is near enough.
  func match(_ name: String) -> String? {
    let key = NearestNames.scalars(name)
    guard !key.isEmpty, key.count <= NearestNames.longest else { return nil }
    let marks = NearestNames.marks(key)
    var row: [Int] = []
    var best: (index: Int, distance: Int)?
    for index in entries.indices {
      let count = entries[index].scalars.count
      var limit = max(1, max(key.count, count) * 2 / 5)
      if let best { limit = min(limit, best.distance - 1) }
      guard limit >= 0, count <= NearestNames.longest, abs(key.count - count) <= limit else { continue }
      // A scalar that the other name lacks costs an edit of its own.
      let (mine, others) = (marks & ~entries[index].marks, entries[index].marks & ~marks)
      guard max(mine.nonzeroBitCount, others.nonzeroBitCount) <= limit else { continue }
      if let distance = NearestNames.distance(key, entries[index].scalars, limit: limit, &row) {
        best = (index, distance)
      }
    }
    return best.map { entries[$0.index].name }
  }

  /// A remedy that names the nearest candidate, or the general advice.
  func advice(for name: String, otherwise: String) -> String {
    match(name).map { "改为“\($0)”（名称最接近）；\(otherwise)" } ?? otherwise
  }

  private static func scalars(_ text: String) -> [UInt32] {
    let key = Folding.key(text)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(key.utf8.count)
    for scalar in key.unicodeScalars { scalars.append(scalar.value) }
    return scalars
  }

  private static func marks(_ scalars: [UInt32]) -> UInt64 {
    var marks: UInt64 = 0
    for scalar in scalars { marks |= 1 << UInt64(scalar % 64) }
    return marks
  }

  /// Levenshtein distance, nil when above `limit`; `row` is room to work in.
  private static func distance(
    _ left: [UInt32], _ right: [UInt32], limit: Int, _ row: inout [Int]
  ) -> Int? {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: 0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      var least = i + 1
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        let here = a == b ? diagonal : min(diagonal, above, row[j]) + 1
        row[j + 1] = here
        least = min(least, here)
        diagonal = above
      }
      // No later row falls below the least of this one.
      if least > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
