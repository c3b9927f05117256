// A set of column headings as bits: there are fewer than 64 of them.

struct HeadingSet: Sendable {
  private var bits: UInt64 = 0

  var isEmpty: Bool { bits == 0 }

  func contains(_ heading: Heading) -> Bool { bits & 1 << UInt64(heading.rawValue) != 0 }

  mutating func insert(_ heading: Heading) { bits |= 1 << UInt64(heading.rawValue) }
}
