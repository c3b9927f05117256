// The ways in which a row of a table breaks, each with the verdict declared beforehand.

@testable import SelfEvaluation

/// A way of breaking a file.
enum MutationClass: String, CaseIterable, Sendable {
  case extraSeparator, missingSeparator, extraQuote, otherDelimiterInRow, otherDelimiterInFile, tabsInFile
  case truncated, badByte, controlByte, brokenRow, joinedRows, duplicatedRow, droppedRow, swappedCells
  case swappedColumns, swappedHeadings, headingTypo, changedDigit

  /// What must become of such a file.
  enum Verdict {
    /// An error with one of these codes at one of the lines the mutation touched.
    case refused([Code])
    /// An error with one of these codes, wherever: the file cannot be read as text or as this table at all.
    case refusedAsAWhole([Code])
    /// Read, and then every value is what the file now says by Python's reading; or refused with any error at the
    /// line, because what it now says is no sound value.
    case asWritten
    /// Either of the first two, or read as written with this note at the line: the cut left whole cells behind.
    case cut([Code], note: Code)
  }

  var verdict: Verdict {
    switch self {
    case .extraSeparator, .otherDelimiterInRow, .brokenRow, .joinedRows: .refused([.raggedRow])
    // A separator lost before a quoted cell leaves a quote in the middle of one.
    case .missingSeparator: .refused([.raggedRow, .strayQuote])
    // Python takes a quote in the middle of a cell for text; here it is refused, as it hides what was meant.
    case .extraQuote: .refused([.unterminatedQuote, .strayQuote])
    case .otherDelimiterInFile: .refusedAsAWhole([.missingHeading])
    case .badByte: .refusedAsAWhole([.undeterminableEncoding, .missingHeading])
    case .controlByte: .refused([.controlCharacter])
    case .truncated:
      .cut(
        [.raggedRow, .unterminatedQuote, .undeterminableEncoding, .missingHeading], note: .noFinalLineBreak)
    case .tabsInFile, .duplicatedRow, .droppedRow, .swappedCells, .swappedColumns, .swappedHeadings,
      .headingTypo, .changedDigit:
      .asWritten
    }
  }
}

/// One broken file.
struct Mutation: Sendable {
  let kind: MutationClass
  let path: String
  let bytes: [UInt8]
  /// Lines, counted from 1, at which the finding must stand.
  let lines: Set<Int>
}

extension Mutation {
  /// Breaks a file of whole lines, the first its heading; nil where the dice chose a place that changes nothing.
  static func make(
    _ kind: MutationClass, of path: String, _ lines: [String], _ dice: inout SeededGenerator
  ) -> Mutation? {
    let end = Bool.random(using: &dice) ? "\r\n" : "\n"
    let number = Int.random(in: 1..<lines.count, using: &dice)
    func whole(_ lines: [String], at numbers: Int...) -> Mutation {
      let text = lines.map { $0 + end }.joined()
      return Mutation(kind: kind, path: path, bytes: Array(text.utf8), lines: Set(numbers.map { $0 + 1 }))
    }
    func row(_ changed: String, at numbers: Int...) -> Mutation? {
      guard changed != lines[number] else { return nil }
      var lines = lines
      lines[number] = changed
      let text = lines.map { $0 + end }.joined()
      return Mutation(
        kind: kind, path: path, bytes: Array(text.utf8), lines: Set((numbers + [number]).map { $0 + 1 }))
    }
    let line = Array(lines[number])
    let outside = outsideQuotes(line)
    let separators = outside.filter { $0 < line.count && line[$0] == "," }
    func inserting(_ text: String, at place: Int) -> String {
      String(line[..<place]) + text + String(line[place...])
    }
    switch kind {
    case .extraSeparator:
      return outside.randomElement(using: &dice).flatMap { row(inserting(",", at: $0)) }
    case .missingSeparator:
      return separators.randomElement(using: &dice).flatMap { place in
        row(String(line[..<place]) + String(line[(place + 1)...]))
      }
    case .extraQuote:
      return row(inserting("\"", at: Int.random(in: 0...line.count, using: &dice)))
    case .otherDelimiterInRow:
      let other = [";", "\t", "，", "|"].randomElement(using: &dice) ?? ";"
      return row(replacing(separators, in: line, with: other))
    case .otherDelimiterInFile, .tabsInFile:
      let other = kind == .tabsInFile ? "\t" : [";", "|", "，", " "].randomElement(using: &dice) ?? ";"
      return whole(
        lines.map { line in
          let line = Array(line)
          return replacing(
            outsideQuotes(line).filter { $0 < line.count && line[$0] == "," }, in: line, with: other)
        }, at: 0)
    case .truncated:
      let bytes = Array(lines.map { $0 + end }.joined().utf8)
      let heading = lines[0].utf8.count + end.utf8.count
      let cut = bytes.prefix(Int.random(in: heading + 1..<bytes.count, using: &dice))
      return Mutation(
        kind: kind, path: path, bytes: Array(cut),
        lines: [cut.count { $0 == 0x0A } + (cut.last == 0x0A ? 0 : 1)])
    case .badByte, .controlByte:
      let start = lines[..<number].reduce(0) { $0 + $1.utf8.count + end.utf8.count }
      var bytes = Array(lines.map { $0 + end }.joined().utf8)
      let bad: [UInt8] = kind == .badByte ? [0xFF, 0xC0, 0xF8, 0xFE] : [0x01, 0x07, 0x1B, 0x7F, 0x00]
      // Between two characters, so that what is wrong is this byte alone.
      let place = start + String(line.prefix(Int.random(in: 0...line.count, using: &dice))).utf8.count
      bytes.insert(bad.randomElement(using: &dice) ?? 0xFF, at: place)
      return Mutation(kind: kind, path: path, bytes: bytes, lines: [number + 1])
    case .brokenRow:
      let inner = outside.filter { $0 > 0 && $0 < line.count }
      return inner.randomElement(using: &dice).flatMap { row(inserting(end, at: $0), at: number + 1) }
    case .joinedRows:
      guard number + 1 < lines.count else { return nil }
      return whole(
        Array(lines[..<number]) + [lines[number] + lines[number + 1]] + Array(lines[(number + 2)...]),
        at: number)
    case .duplicatedRow:
      return whole(Array(lines[...number]) + Array(lines[number...]), at: number, number + 1)
    case .droppedRow: return whole(Array(lines[..<number]) + Array(lines[(number + 1)...]), at: number)
    case .swappedCells:
      return swap(lines[number], &dice).flatMap { row($0) }
    case .swappedColumns:
      var same = dice
      let swapped = lines.compactMap { line -> String? in
        var own = same
        return swap(line, &own)
      }
      _ = same.next()
      dice = same
      return swapped.count == lines.count ? whole(swapped, at: 0) : nil
    case .swappedHeadings:
      return swap(lines[0], &dice).map { whole([$0] + lines.dropFirst(), at: 0) }
    case .headingTypo:
      var heading = Array(lines[0])
      let place = Int.random(in: 0..<heading.count, using: &dice)
      guard heading[place] != "," else { return nil }
      heading[place] = "甲"
      return whole([String(heading)] + lines.dropFirst(), at: 0)
    case .changedDigit:
      guard
        let place = line.indices.filter({ line[$0].isASCII && line[$0].isNumber }).randomElement(using: &dice)
      else { return nil }
      return row(
        String(line[..<place]) + String(Int.random(in: 0...9, using: &dice)) + String(line[(place + 1)...]))
    }
  }

  /// Places before which something can be inserted outside quotes, the end included.
  private static func outsideQuotes(_ line: [Character]) -> [Int] {
    var isInside = false
    return (0...line.count).filter { place in
      defer { if place < line.count, line[place] == "\"" { isInside.toggle() } }
      return !isInside
    }
  }

  private static func replacing(_ places: [Int], in line: [Character], with other: String) -> String {
    let places = Set(places)
    return line.indices.map { places.contains($0) ? other : String(line[$0]) }.joined()
  }

  /// Two cells of a line exchanged; the same two for the same dice.
  private static func swap(_ line: String, _ dice: inout SeededGenerator) -> String? {
    let characters = Array(line)
    let places = outsideQuotes(characters).filter { $0 < characters.count && characters[$0] == "," }
    var cells: [String] = []
    var start = 0
    for place in places + [characters.count] {
      cells.append(String(characters[start..<place]))
      start = place + 1
    }
    let (first, second) = (
      Int.random(in: 0..<cells.count, using: &dice), Int.random(in: 0..<cells.count, using: &dice)
    )
    guard first != second else { return nil }
    cells.swapAt(first, second)
    return cells.joined(separator: ",")
  }
}
