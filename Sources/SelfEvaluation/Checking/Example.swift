// Examples of findings: small edits of one small sound submission.

/// A submission written as changes to `Example.base`; no change is the base itself, which has no findings but notes.
public struct Example: Sendable {
  /// One change to the base.
  public enum Edit: Sendable {
    /// Replaces the first occurrence of a text in a file.
    case replace(String, String, with: String)
    /// Appends lines to a file.
    case append(String, String)
    /// Appends lines made only when the example is looked at, for those too long to keep.
    case appendMade(String, @Sendable () -> String)
    /// Adds a column on the right: its heading and the cells from the first row on, empty where they run out.
    case column(String, String, [String])
    /// Writes a whole file.
    case write(String, String)
    /// Writes a file as bytes, for damage below the text.
    case bytes(String, [UInt8])
    /// Saves a file as GB18030.
    case savedAsGB18030(String)
    /// Gives a file another name.
    case rename(String, to: String)
    /// Leaves a file out.
    case remove(String)
    /// Puts something beside the tables that is not read.
    case other(String)
  }

  /// Applied in order.
  public let edits: [Edit]
  /// The period the example is examined for.
  public let period: Period

  /// The base with these changes, examined for a period.
  init(_ edits: Edit..., period: Period = .year) { self.init(edits, period: period) }

  init(_ edits: [Edit], period: Period) { (self.edits, self.period) = (edits, period) }

  /// The files of the example, sorted by path.
  public var files: [SourceFile] { built.files }

  /// Names of what lies beside them.
  public var others: [String] { edits.compactMap { if case .other(let name) = $0 { name } else { nil } } }

  /// Edits that change nothing: the file or the text to replace is not there. Empty for a sound example.
  var idleEdits: [Edit] { built.idle }

  private var built: (files: [SourceFile], idle: [Edit]) {
    var files = Dictionary(uniqueKeysWithValues: Example.base.map { ($0.path, $0.bytes) })
    var idle: [Edit] = []
    for edit in edits {
      let before = files
      Example.apply(edit, to: &files)
      if case .other = edit { continue }
      if files == before { idle.append(edit) }
    }
    return (files.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }, idle)
  }

  private static func apply(_ edit: Edit, to files: inout [String: [UInt8]]) {
    switch edit {
    case .replace(let path, let old, let new):
      files[path] = files[path].map {
        Array(replacing(old, with: new, in: String(decoding: $0, as: UTF8.self)).utf8)
      }
    case .appendMade(let path, let make): files[path, default: []] += Array(make().utf8)
    case .append(let path, let text): files[path] = files[path].map { $0 + Array(text.utf8) }
    case .column(let path, let heading, let cells):
      files[path] = files[path].map { adding([heading] + cells, to: String(decoding: $0, as: UTF8.self)) }
    case .write(let path, let text): files[path] = Array(text.utf8)
    case .bytes(let path, let bytes): files[path] = bytes
    case .savedAsGB18030(let path): files[path] = files[path].flatMap(GB18030.encode)
    case .rename(let path, let name):
      guard let bytes = files.removeValue(forKey: path) else { return }
      files[name] = bytes
    case .remove(let path): files[path] = nil
    case .other: break
    }
  }

  /// Replaces the first occurrence; a text that does not occur leaves the file as it is.
  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  /// A cell more at the end of each line, as far as they reach.
  private static func adding(_ cells: [String], to text: String) -> [UInt8] {
    let lines = text.split(separator: "\n")
    let wider = lines.enumerated().map { index, line in "\(line),\(index < cells.count ? cells[index] : "")\n"
    }
    return Array(wider.joined().utf8)
  }
}
