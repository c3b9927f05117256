// Stage 6: a checked report becomes documents.

enum Renderer {
  /// Every document of the output folder but the manifest, in a fixed order.
  static func render(_ report: CheckedReport) throws -> [Document] { [] }
}
