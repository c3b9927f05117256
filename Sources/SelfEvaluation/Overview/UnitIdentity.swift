// Whose submission it is, read from unit.csv alone: enough to name the output folder before the work begins.

/// Who hands in: 单位编码, 单位名称 and 年度 as far as they can be read.
public struct UnitIdentity: Hashable, Sendable {
  /// 单位编码; empty where there is none.
  public let code: String
  /// 单位名称; empty where there is none.
  public let name: String
  /// 年度; 0 where it cannot be read.
  public let year: Int
  /// What the unit's output folder is called: the code, else the name of its submission folder, as a file name
  /// (FORMATS §3).
  public let id: String

  /// Reads `unit.csv` among the files of a submission; `folderName` is the name of the folder itself.
  public init(_ files: [SourceFile], folderName: String, encoding: TextEncoding?) {
    let own = files.filter { $0.path.lowercased() == "unit.csv" }
    let unit = SubmissionReader.read(own, encoding: encoding).0.unit
    code = unit.text("单位编码")
    (name, year) = (unit.name, unit.year)
    id = UnitIdentity.id(for: code.isEmpty ? folderName : code)
  }

  /// The `id` that a 单位编码, or the name of a submission folder, gives.
  static func id(for text: String) -> String {
    let safe = FileName.safe(Folding.trimmed(text))
    // A hidden folder would be overlooked.
    return safe.hasPrefix(".") ? "_" + safe.dropFirst() : safe
  }

  /// Of two units whose names have the same key one is refused: many file systems do not tell letters by their case.
  public static func key(of id: String) -> String { id.lowercased() }
}

/// Where a unit's folder stands inside the output folder.
public enum UnitPlace {
  /// `NAME`, or `ab/cd/NAME` after the SHA-256 of the name, so that no folder holds too many.
  public static func path(of id: String, isSharded: Bool) -> String {
    guard isSharded else { return id }
    let digits = Digest.sha256(Array(id.utf8))
    return "\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))/\(id)"
  }
}
