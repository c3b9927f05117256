// The version of the tool, in one place: the foot of every page, the manifest and `--version` say it.

public enum ToolVersion {
  /// Semantic version; a change of any figure raises at least the second number.
  public static let current = "0.1.0"
}
