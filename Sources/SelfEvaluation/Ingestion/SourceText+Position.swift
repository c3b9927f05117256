// From a cell's origin back to what a person sees in his editor: line, column, the line itself and a caret.

/// A place in a file as editors count it.
public struct Location: Hashable, Sendable {
  /// Display path of the file.
  public let path: String
  /// Physical line, counted from 1.
  public let line: Int
  /// Column of the first character, counted from 1 in Unicode scalars.
  public let column: Int
  /// Number of characters on that line, in Unicode scalars; 0 for an empty cell.
  public let width: Int
}

extension SourceText {
  /// Line, column and width of a cell of this file.
  public func location(of origin: Origin) -> Location {
    let cell = cellOnItsLine(origin)
    let before = text[lineStart(before: cell.lowerBound)..<cell.lowerBound]
    return Location(
      path: path, line: Int(origin.line), column: Self.scalarCount(before) + 1,
      width: Self.scalarCount(text[cell]))
  }

  /// The physical line a cell stands on, fit for a terminal, and a line of carets under the whole cell. A line
  /// longer than `limit` columns (marks of shortening aside) is shortened around the cell, a cell of several lines
  /// is cut at the end of its first.
  public func excerpt(of origin: Origin, limit: Int = 100) -> (line: String, caret: String) {
    let cell = cellOnItsLine(origin)
    let start = scalarBoundary(max(lineStart(before: cell.lowerBound), cell.lowerBound - Self.reach))
    let end = scalarBoundary(min(lineEnd(after: cell.lowerBound), cell.lowerBound + 4 * Self.reach))
    var before = Self.pieces(text[start..<cell.lowerBound])
    var inside = Self.pieces(text[cell.lowerBound..<min(cell.upperBound, end)])
    var after = Self.pieces(text[min(cell.upperBound, end)..<end])

    var isCutLeft = start > lineStart(before: cell.lowerBound)
    var isCutRight = end < lineEnd(after: cell.lowerBound)
    let width = Self.width(before) + Self.width(inside) + Self.width(after)
    if isCutLeft || isCutRight || width > limit {
      isCutLeft = Self.trim(&before, to: limit / 4, keeping: .end) || isCutLeft
      isCutRight = Self.trim(&inside, to: limit - Self.width(before), keeping: .start) || isCutRight
      let room = limit - Self.width(before) - Self.width(inside)
      isCutRight = Self.trim(&after, to: room, keeping: .start) || isCutRight
    }
    var line = isCutLeft ? "…" : ""
    for piece in before { piece.append(to: &line) }
    for piece in inside { piece.append(to: &line) }
    for piece in after { piece.append(to: &line) }
    if isCutRight { line += "…" }
    let indent = String(repeating: " ", count: Self.width(before) + (isCutLeft ? 1 : 0))
    return (line, indent + String(repeating: "^", count: max(1, Self.width(inside))))
  }

  /// Bytes looked at before a cell; no more than these can take part in an excerpt.
  private static let reach = 400

  private enum Side { case start, end }

  /// One character with the columns it takes as it is shown.
  private struct Piece {
    let scalar: Unicode.Scalar
    let width: Int

    init(_ scalar: Unicode.Scalar) {
      self.scalar = scalar
      width = Self.isPlain(scalar) ? DisplayWidth.of(scalar) : DisplayWidth.of(VisibleText.shown(scalar))
    }

    func append(to line: inout String) {
      if Self.isPlain(scalar) {
        line.unicodeScalars.append(scalar)
      } else {
        line += VisibleText.shown(scalar)
      }
    }

    /// The bulk of all text, which is shown as it is: printable ASCII, hanzi and their punctuation.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x20...0x7E, 0x3001...0x3163, 0x3165...0x9FFF, 0xFF01...0xFF5E: true
      default: false
      }
    }
  }

  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { Piece($0) }
  }

  private static func width(_ pieces: [Piece]) -> Int { pieces.reduce(0) { $0 + $1.width } }

  /// Drops pieces from the other side until the rest fits; true if any had to go.
  private static func trim(_ pieces: inout [Piece], to limit: Int, keeping side: Side) -> Bool {
    var width = width(pieces)
    guard width > limit else { return false }
    if side == .end { pieces.reverse() }
    while width > limit, let last = pieces.popLast() { width -= last.width }
    if side == .end { pieces.reverse() }
    return true
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The bytes of the cell as far as its first line goes.
  private func cellOnItsLine(_ origin: Origin) -> Range<Int> {
    let start = min(max(0, Int(origin.offset)), text.count)
    let end = min(start + max(0, Int(origin.length)), text.count)
    return start..<min(end, lineEnd(after: start))
  }

  private func lineStart(before offset: Int) -> Int {
    text[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  private func lineEnd(after offset: Int) -> Int {
    text[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
  }

  private func scalarBoundary(_ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
