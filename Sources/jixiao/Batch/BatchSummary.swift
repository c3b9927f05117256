// What a batch says: progress where somebody watches, and at the end what became of every unit that failed.

import Glibc
import SelfEvaluation

/// Counts a run's units and words its end.
struct BatchSummary {
  private(set) var written = 0
  private(set) var kept = 0
  private var failures: [(folder: String, reason: String)] = []
  /// Whether a fault of our own is among them.
  private(set) var hasFault = false
  private var shownAt = 0
  private let started = BatchSummary.milliseconds
  private let total: Int?
  private let isWatched: Bool

  init(total: Int?, isQuiet: Bool) {
    self.total = total
    isWatched = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  var count: Int { written + kept + failures.count }
  var failed: Int { failures.count }

  mutating func add(_ folder: String, _ report: UnitReport) throws {
    switch report.outcome {
    case .written: written += 1
    case .kept: kept += 1
    case .failed, .fault:
      failures.append((folder, report.reason))
      if report.outcome == .fault { hasFault = true }
    }
    if !report.remarks.isEmpty { try StandardError.write(report.remarks) }
    let now = BatchSummary.milliseconds
    if isWatched, now - shownAt >= 200 {
      shownAt = now
      let whole = total.map { "/\($0)" } ?? ""
      try StandardError.write("\r\u{1B}[K已处理 \(count)\(whole) 个单位，失败 \(failed) 个")
    }
  }

  /// The end in words: each failed unit with its reason and first finding, and the counts.
  func text(isQuiet: Bool) -> String {
    var text = isWatched ? "\r\u{1B}[K" : ""
    if !isQuiet {
      for failure in failures {
        text += "失败：\(VisibleText.shown(failure.folder))：\(VisibleText.shown(failure.reason))\n"
      }
    }
    let elapsed = BatchSummary.milliseconds - started
    let tenths = elapsed % 1000 / 100
    let unchanged = kept > 0 ? "（其中 \(kept) 个没有变化，沿用原有结果）" : ""
    return text
      + "共 \(count) 个单位：完成 \(written + kept) 个\(unchanged)，失败 \(failed) 个；用时 \(elapsed / 1000).\(tenths) 秒\n"
  }

  private static var milliseconds: Int {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
