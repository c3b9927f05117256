// --shard i/n: which of the folders a run takes.

import ArgumentParser
import SelfEvaluation

/// A share of the work. A folder belongs to a share by its path alone, whatever else there is: runs that start at
/// different times agree.
struct Shard: Hashable, ExpressibleByArgument {
  let number: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...1_000_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Whether the share holds a path (relative to ROOT, or as given on standard input).
  func holds(_ path: [UInt8]) -> Bool {
    let value = UInt64(Digest.sha256(path).prefix(15), radix: 16) ?? 0
    return Int(value % UInt64(count)) == number - 1
  }
}
