// A worker of batch: a process of its own, so that workers share nothing but finished schemas, and a unit that ends one
// abnormally ends no other. The one file that sees the C target.

import CWorkers
import Glibc

/// A child process with a socket to it.
final class WorkerProcess {
  /// How a process ended.
  enum End: Hashable {
    case exited(Int32)
    case signalled(Int32)
  }

  let number: pid_t
  /// The parent's end.
  let socket: Int32
  private var received: [UInt8] = []
  private var isReaped = false

  /// Splits off a process that runs `work` with its end of the socket and then ends. `others` are sockets to other
  /// workers: a worker that kept them open would keep those from seeing their parent go.
  init(closing others: [Int32], _ work: (Int32) -> Void) throws(DiskFault) {
    var ends: [Int32] = [-1, -1]
    let shown = DiskPath("工作进程")
    _ = try systemCall(.create, shown) {
      unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends)
    }
    let child: pid_t
    do {
      child = try systemCall(.create, shown) { jixiao_fork() }
    } catch {
      for end in ends { _ = close(end) }
      throw error
    }
    if child == 0 {
      for other in others + [ends[0]] { _ = close(other) }
      Interruption.deferSignals(-1)
      if let signal = Interruption.pending { _exit(128 + signal) }
      work(ends[1])
      _exit(0)
    }
    _ = close(ends[1])
    (number, socket) = (child, ends[0])
  }

  /// Takes what has arrived, without waiting for more; false where the worker has gone.
  func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        received += buffer[..<count]
      } else if count == -1, errno == EAGAIN {
        return true
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
  }

  /// The next whole message that has arrived.
  func message() -> Message? { Message(takingFrom: &received) }

  /// Sends a message; a worker that has gone is found out when nothing more comes from it.
  func send(_ message: Message) { _ = message.write(to: socket) }

  func signal(_ signal: Int32) { if !isReaped { _ = kill(number, signal) } }

  /// Lets the worker see its parent go, and waits until it has ended.
  @discardableResult
  func end() -> End? {
    guard !isReaped else { return nil }
    isReaped = true
    _ = close(socket)
    let status = jixiao_wait(number)
    return status < 0 ? .signalled(-status) : .exited(status)
  }
}
