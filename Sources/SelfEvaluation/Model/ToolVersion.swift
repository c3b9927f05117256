// The version, in one place.

/// The version this tool reports.
public enum ToolVersion {
  /// As printed by `--version`, on every page and in the manifest.
  public static let current = "0.1.0"
}
