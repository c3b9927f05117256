// What ends the reading of a typed table, with its place.

/// Why a typed table is not read on: what is wrong, where, and a sentence for people.
public struct TypedCSVFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable {
    /// No heading line, or one without a column that is asked for, or with it twice.
    case heading
    /// A row with more or fewer cells than the heading.
    case cellCount
    /// A cell that should be a decimal and is none.
    case notDecimal
    /// A decimal with more than six places, or too large.
    case unrepresentable
    /// Wrong quotes.
    case quotes
    /// A row that does not fit into the window, perhaps because a quote stays open.
    case rowTooLong
    /// Bytes that are not UTF-8.
    case encoding
  }

  /// What is wrong.
  public let kind: Kind
  /// Physical line, counted from 1.
  public let line: Int
  /// Column counted from 1 in Unicode scalars, a byte-order mark aside.
  public let column: Int
  /// What is wrong, in Chinese.
  public let message: String

  /// Where, and what is wrong, in Chinese.
  public var description: String { "第\(line)行第\(column)列：\(message)" }
}
