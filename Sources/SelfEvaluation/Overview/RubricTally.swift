// Which rubrics the lines of an overview were made by, and whether they belong together.

/// Gathers the rubrics of lines. Rubrics of one content are one, whatever they are called; those of one name belong
/// together, whatever they say. What is linked by neither is refused.
struct RubricTally {
  private struct Key: Hashable {
    let name: String
    /// Empty where the line does not know it.
    let digest: String
  }

  private struct Lines {
    /// The smallest by bytes, so that the order of lines decides nothing.
    var rubric: UnitLine.RubricName
    var count = 0
    var results = 0
    /// Where they were read; not kept for the rubric of the first line, which is never refused.
    var places: [(number: Int, place: String, label: String)] = []
  }

  private var lines: [Key: Lines] = [:]
  private var first: (key: Key, place: String)?

  /// Takes in a line's rubric; `number` orders the messages.
  mutating func add(_ line: UnitLine, label: @autoclosure () -> String, number: Int, at place: String) {
    let key = Key(name: line.rubric.name, digest: line.rubric.digest)
    if first == nil { first = (key, place) }
    var known = lines[key] ?? Lines(rubric: line.rubric)
    lines[key] = nil
    known.rubric = min(known.rubric, line.rubric)
    known.count += 1
    known.results += line.isOK ? 1 : 0
    if key != first?.key { known.places.append((number, place, label())) }
    lines[key] = known
  }

  /// The lines whose rubric has nothing to do with the first line's, in words.
  var faults: [(number: Int, text: String)] {
    guard let first else { return [] }
    var names: Set<String> = [first.key.name]
    var digests: Set<String> = first.key.digest.isEmpty ? [] : [first.key.digest]
    var rest = Set(lines.keys)
    while true {
      let linked = rest.filter { names.contains($0.name) || digests.contains($0.digest) }
      if linked.isEmpty { break }
      rest.subtract(linked)
      names.formUnion(linked.map(\.name))
      digests.formUnion(linked.map(\.digest).filter { !$0.isEmpty })
    }
    return rest.flatMap { key in
      (lines[key]?.places ?? []).map { line in
        (
          line.number,
          "\(line.place): \(line.label)的评分办法“\(key.name)”与 \(first.place) 的“\(first.key.name)”不同，不能汇在一起"
        )
      }
    }
  }

  /// The rubric of most units with a result (of most lines where none has one), of several as many the one with the
  /// smallest digest; under the smallest of its names. Nil without lines.
  var prevailing: UnitLine.RubricName? {
    let hasResults = lines.values.contains { $0.results > 0 }
    var counts: [String: Int] = [:]
    for (key, lines) in lines where !key.digest.isEmpty {
      counts[key.digest, default: 0] += hasResults ? lines.results : lines.count
    }
    let most = counts.values.max()
    let digest = counts.filter { $0.value == most }.keys.min(by: Bytewise.precedes) ?? ""
    return lines.filter { $0.key.digest == digest }.values.map(\.rubric).min()
  }
}

extension UnitLine.RubricName: Comparable {
  /// By the bytes of name, title, assumption and digest.
  static func < (left: UnitLine.RubricName, right: UnitLine.RubricName) -> Bool {
    let pairs = [
      (left.name, right.name), (left.title, right.title), (left.assumption, right.assumption),
      (left.digest, right.digest),
    ]
    return pairs.first { $0.0 != $0.1 }.map { Bytewise.precedes($0.0, $0.1) } ?? false
  }
}
