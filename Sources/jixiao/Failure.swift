// How a run ends when it does not end well: one Chinese sentence on standard error and an exit status.

import ArgumentParser
import Glibc
import SelfEvaluation

/// Exit statuses of FORMATS §4.
enum ExitStatus: Int32 {
  case done = 0
  case dataHasErrors = 1
  case usage = 64
  case ownFault = 70
  case inputOutput = 74
}

/// The end of a run that has already said what was wrong with the data.
struct DataHasErrors: Error {}

/// A fault of our own: a document failed verification, or a template does not fit.
struct OwnFault: Error {
  let message: String

  init(_ findings: [Finding]) {
    message = "生成的文件没有通过核验，什么也没有写出\n" + findings.map { FindingText.text($0, []) }.joined()
  }
}

/// A wrong use of the tool that argument parsing cannot see.
struct UsageFault: Error { let message: String }

/// A failed run: what to print, where, and the status.
struct Failure {
  let text: String
  let status: Int32
  let toStandardOutput: Bool

  init(_ error: any Error) {
    switch error {
    case is DataHasErrors: self.init("", .dataHasErrors)
    case let fault as DiskFault: self.init("jixiao: \(fault.message)\n", .inputOutput)
    case let fault as ForeignFiles: self.init("jixiao: \(fault.message)\n", .inputOutput)
    case let fault as OutputRefusal: self.init("jixiao: \(fault.message)\n", .usage)
    case let fault as MailFault: self.init("jixiao: \(fault.message)\n", .inputOutput)
    case let fault as EmailFault: self.init("jixiao: \(fault.description)\n", .usage)
    case let fault as UsageFault: self.init("jixiao: \(fault.message)\n", .usage)
    case let fault as OwnFault: self.init("jixiao: \(fault.message)\n", .ownFault)
    case let fault as TemplateFaults: self.init("jixiao: 模板有错误：\n\(fault.description)\n", .usage)
    case let fault as RenderingFault: self.init("jixiao: \(fault.description)\n", .inputOutput)
    case let end as BatchEnd: self.init("jixiao: \(end.message)\n", status: end.status)
    case let stop as Interrupted:
      self.init("jixiao: \(stop.message)\n", status: stop.exitStatus)
    default:
      let code = Jixiao.exitCode(for: error)
      let english = Jixiao.fullMessage(for: error)
      let message =
        code == .success
        ? ChineseUsage.help(english)
        : ChineseUsage.fault(english).split(separator: "\n", omittingEmptySubsequences: false)
          .map { VisibleText.shown(String($0)) }.joined(separator: "\n")
      self.init(
        message.isEmpty ? "" : message + "\n", status: code.rawValue, toStandardOutput: code == .success)
    }
  }

  private init(_ text: String, _ status: ExitStatus) {
    self.init(text, status: status.rawValue)
  }

  private init(_ text: String, status: Int32, toStandardOutput: Bool = false) {
    (self.text, self.status, self.toStandardOutput) = (text, status, toStandardOutput)
  }
}

enum Exit {
  /// Ends the process. Help that cannot be written is a fault like any other; a fault that cannot be written
  /// changes nothing but the status of a run that went well.
  static func now(_ failure: Failure) -> Never {
    do {
      guard failure.toStandardOutput else {
        try StandardError.write(failure.text)
        exit(failure.status)
      }
      try StandardOutput.write(failure.text)
    } catch {
      if failure.toStandardOutput { now(Failure(error)) }
      exit(failure.status == 0 ? ExitStatus.inputOutput.rawValue : failure.status)
    }
    exit(failure.status)
  }
}
