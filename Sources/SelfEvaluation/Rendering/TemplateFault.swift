// What is wrong with a page shell, found before anything is rendered.

/// A fault of a template, with its place.
public struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Name of the file inside `Templates/`.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
  /// What was read and which rule it breaks; Chinese, without a full stop.
  public let message: String

  /// `index.html:12:5: …`
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// All faults of a set of templates; never empty.
public struct TemplateFaults: Error, Sendable, CustomStringConvertible {
  /// In the order of the templates.
  public let faults: [TemplateFault]

  /// One per line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
