// Ctrl-C and kill: at once where nothing has been written, after cleaning up where something has.

/// The work was stopped by a signal and left nothing behind; the tool ends with `exitStatus`.
struct Interrupted: Error, Hashable {
  let signal: Int32

  /// 130 for SIGINT, 143 for SIGTERM.
  var exitStatus: Int32 { 128 + signal }

  /// One sentence without a full stop.
  var message: String { "已按要求中断，没有改动输出" }
}

/// The signals that end the tool. Outside `deferring` the process ends at once with 128 + the signal's number: there
/// is nothing to clean up, and until it was entered for the first time the handler says so in the words of
/// `Interrupted`. Inside it the signal waits until `check` is called.
enum Interruption {
  /// Throws where a signal came while deferred.
  static func check() throws(Interrupted) {
    if let signal = pending { throw Interrupted(signal: signal) }
  }

  /// The same for work that is the last of the run: once it is done the run has done what was asked, and a signal
  /// that comes now changes neither that nor the exit status.
  static func concluding<Value>(_ work: () throws -> Value) rethrows -> Value {
    deferSignals(1)
    do {
      return try work()
    } catch {
      deferSignals(-1)
      throw error
    }
  }

  /// Runs work that cleans up after itself and calls `check` at its seams.
  static func deferring<Value>(_ work: () throws -> Value) rethrows -> Value {
    deferSignals(1)
    defer { deferSignals(-1) }
    return try work()
  }
}
