// Which findings are listed: of at least a level, and at most so many.

/// Findings chosen for a list, in their order.
public struct FindingSelection: Sendable {
  /// Those chosen, in the order they came in.
  public let listed: [Finding]
  /// How many of the level asked for are left out.
  public let omitted: Int

  /// Findings of at least a level. Where there are more than `most`, errors are the last to be left out.
  public init(_ findings: [Finding], leastGrave: Severity = .note, most: Int? = nil) {
    let wanted = findings.indices.filter { findings[$0].severity <= leastGrave }
    guard let most, most < wanted.count else {
      (listed, omitted) = (wanted.map { findings[$0] }, 0)
      return
    }
    let byGravity = Severity.allCases.sorted().flatMap { level in
      wanted.filter { findings[$0].severity == level }
    }
    let kept = byGravity.prefix(max(0, most)).sorted()
    (listed, omitted) = (kept.map { findings[$0] }, wanted.count - kept.count)
  }

  /// `（另有 3 条未列出）`; empty where nothing is left out.
  public var remark: String { omitted > 0 ? "（另有 \(omitted) 条未列出）" : "" }
}
