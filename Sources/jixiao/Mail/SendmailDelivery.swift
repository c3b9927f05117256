// Handing a message to the machine's own sendmail(8).

import Glibc

/// A sendmail program: Postfix, Exim, msmtp and others have one.
struct SendmailDelivery {
  /// As named with --sendmail-command; nil for the usual places.
  let program: String?
  /// After so long it is stopped.
  let seconds: Int

  private static let usual = ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail"]

  /// The program that is run.
  func path() throws(MailFault) -> String {
    if let program {
      guard unsafe access(program, X_OK) == 0 else {
        throw MailFault(message: "“\(DiskPath(program).display)”不存在或不能执行；没有发出")
      }
      return program
    }
    guard let found = SendmailDelivery.usual.first(where: { unsafe access($0, X_OK) == 0 }) else {
      throw MailFault(message: "这台机器上没有sendmail，改用 --send --smtp，或用 --sendmail-command 指定程序；没有发出")
    }
    return found
  }

  /// `-t -i`: recipients are read from the message. Where somebody is in Bcc, who is not in the message, all are named
  /// as arguments instead: programs disagree on what both together mean.
  static func arguments(_ recipients: [String], hasBlindCopies: Bool) -> [String] {
    hasBlindCopies ? ["-i", "--"] + recipients : ["-t", "-i"]
  }

  /// Hands the message over and waits.
  func deliver(_ message: [UInt8], to recipients: [String], hasBlindCopies: Bool) throws {
    let program = try path()
    // A file instead of a pipe: a program that does not read cannot make us wait for ever.
    guard let file = unsafe tmpfile() else { throw DiskFault(DiskPath("临时文件"), .create, errno) }
    defer { _ = unsafe fclose(file) }
    let input = unsafe fileno(file)
    try Descriptor.write(message, to: input, shown: DiskPath("临时文件"))
    guard lseek(input, 0, SEEK_SET) == 0 else { throw DiskFault(DiskPath("临时文件"), .read, errno) }
    let arguments = [program] + SendmailDelivery.arguments(recipients, hasBlindCopies: hasBlindCopies)
    let child = try spawn(program, arguments, input: input)
    let status = try wait(for: child, program)
    guard status == 0 else {
      let end = status & 0x7F == 0 ? "以状态\(status >> 8 & 0xFF)结束" : "被信号\(status & 0x7F)终止"
      throw MailFault(message: "\(program) \(end)，它的话见上面；没有发出")
    }
  }

  private func spawn(_ program: String, _ arguments: [String], input: Int32) throws(MailFault) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else {
      throw MailFault(message: "无法运行 \(program)；没有发出")
    }
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // What it prints is for people, not part of our output.
    unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var list: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var surroundings: [UnsafeMutablePointer<CChar>?] = unsafe SendmailDelivery.environmentWithoutSecret()
    let copies = unsafe list + surroundings
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, program, &actions, nil, &list, &surroundings)
    guard code == 0 else {
      throw MailFault(message: "无法运行 \(program)（\(unsafe String(cString: strerror(code)))）；没有发出")
    }
    return child
  }

  /// Copies of all variables but the password.
  private static func environmentWithoutSecret() -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if !text.hasPrefix("\(MailSecret.variable)=") { unsafe copies.append(strdup(entry)) }
      unsafe next += 1
    }
    unsafe copies.append(nil)
    return unsafe copies
  }

  /// The wait status; a program that takes too long is stopped.
  private func wait(for child: pid_t, _ program: String) throws(MailFault) -> Int32 {
    var status: Int32 = 0
    for tick in 0..<(seconds * 20 + 40) {
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child { return tick < seconds * 20 ? status : 9 }
      if ended == -1, errno != EINTR { break }
      if tick == seconds * 20 { _ = kill(child, SIGTERM) }
      usleep(50_000)
    }
    _ = kill(child, SIGKILL)
    _ = unsafe waitpid(child, &status, 0)
    throw MailFault(message: "\(program) 在\(seconds)秒内没有结束，已停止它；不算发出，重发前先核实")
  }
}
