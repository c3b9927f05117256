// How work that falls into independent parts is spread over the machine: the core says what, the tool says how.

/// Runs a body for 0, 1, … up to a count, in any order and perhaps several at once; returns when all have run.
public typealias Spread = (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

/// The plain way.
public func oneAfterAnother(_ count: Int, _ body: @Sendable (Int) -> Void) {
  for index in 0..<count { body(index) }
}
