// What every part of this module reports: libxml2's own words and the line they speak of.

/// Why a document, a schema or a table is refused.
public struct MarkupFault: Error, Sendable, Hashable {
  /// What kind of fault it is.
  public enum Kind: Sendable, Hashable {
    /// The bytes are not well-formed XML (namespaces included) in UTF-8.
    case notWellFormed
    /// The document type is not plain `<!DOCTYPE html>`: it could declare entities or name an outside file.
    case internalSubset
    /// The document breaks the schema.
    case schema
    /// The schema itself cannot be compiled.
    case unusableSchema
    /// An id appears twice.
    case duplicateID
    /// The cells of a table do not fill a rectangle.
    case table
  }

  /// What is at fault.
  public let kind: Kind
  /// The message, in libxml2's own words where it found the fault, without the line end it puts there.
  public let message: String
  /// Line of the document, from 1; 0 where libxml2 gives none.
  public let line: Int
  /// Name of the document, as its maker gave it.
  public let document: String
}

extension MarkupFault: CustomStringConvertible {
  /// `name:line: message`, which editors and terminals can follow.
  public var description: String { "\(document):\(line): \(message)" }
}
