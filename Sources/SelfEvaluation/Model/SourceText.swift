// A file after decoding, and the way back from a cell's origin to what a person sees in his editor.

/// One decoded file of a submission.
public struct SourceText: Sendable {
  /// Display path, as in `SourceFile`.
  public let path: String
  /// How its bytes were read.
  public let encoding: TextEncoding
  /// The text as UTF-8 without byte-order mark; line ends as they were.
  public let text: [UInt8]
}
