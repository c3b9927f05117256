// The process that leads a batch: gives units to workers in order, and writes their lines in the same order.

import Glibc
import SelfEvaluation

/// Why a batch ended before its last unit.
enum EarlyEnd: Error {
  case output(String)
  case signal(Int32)
}

/// Leads the workers. Units are numbered as they come; everything that could depend on who is faster — lines, names —
/// is settled in the order of the numbers.
final class Leader {
  private let work: UnitWork
  private let size: Int
  private var source: FolderSource
  private let write: (_ folder: String, UnitReport) throws -> Void
  private var workers: [WorkerProcess] = []
  /// The unit each worker has, by position in `workers`.
  private var tasks: [Task?]
  private var names = ClaimedNames()
  /// The first unit whose name is not settled yet, and names that wait for their turn.
  private var nameTurn = 0
  private var claims: [Int: (worker: Int, name: [UInt8])] = [:]
  private var nameless: Set<Int> = []
  /// Reports that wait for those before them.
  private var reports: [Int: (folder: String, report: UnitReport)] = [:]
  private var nextLine = 0
  private var nextTask = 0
  private var isExhausted = false

  private struct Task {
    let number: Int
    let folder: String
  }

  /// How far workers may run ahead of the first unit that is not done: bounds what waits in memory.
  private static let window = 64

  init(
    _ work: UnitWork, workers size: Int, source: FolderSource,
    write: @escaping (_ folder: String, UnitReport) throws -> Void
  ) {
    (self.work, self.size, self.source, self.write) = (work, size, source, write)
    tasks = Array(repeating: nil, count: size)
  }

  /// Does everything. Throws `EarlyEnd`, and what `write` throws; finished units stay whole in any case.
  func run() throws {
    do {
      while try step() {}
    } catch {
      // Those at work clean up after themselves; what is in place stays.
      for worker in workers { worker.signal(SIGTERM) }
      for worker in workers { worker.end() }
      throw error
    }
    for worker in workers { worker.end() }
  }

  /// One round; false where all is done.
  private func step() throws -> Bool {
    if let signal = Interruption.pending { throw EarlyEnd.signal(signal) }
    let isWaiting = try assign()
    if isExhausted, tasks.allSatisfy({ $0 == nil }), reports.isEmpty { return false }
    var watched = workers.indices.filter { tasks[$0] != nil }
    var polled = watched.map { pollfd(fd: workers[$0].socket, events: Int16(POLLIN), revents: 0) }
    if isWaiting { polled.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)) }
    // A signal may come just before the waiting begins: look again before long.
    guard !polled.isEmpty, unsafe poll(&polled, nfds_t(polled.count), 200) > 0 else { return true }
    watched = watched.enumerated().filter { polled[$0.offset].revents != 0 }.map(\.element)
    for index in watched { try hear(index) }
    try settleNames()
    try writeLines()
    return true
  }

  /// Gives units to workers that have none; true where one waits for standard input.
  private func assign() throws -> Bool {
    while !isExhausted, nextTask - nextLine < max(Leader.window, 4 * size),
      let index = tasks.firstIndex(where: { $0 == nil })
    {
      switch try source.next() {
      case .folder(let path):
        if index >= workers.count { workers.append(try startWorker()) }
        tasks[index] = Task(number: nextTask, folder: path.display)
        workers[index].send(Message(.unit, path.bytes))
      case .fault(let folder, let reason):
        let line = UnitLine(.unreadable, reason: reason, options: work.options, folder: folder)
        nameless.insert(nextTask)
        reports[nextTask] = (folder, UnitReport(.failed, line.bytes, reason: reason))
      case .waiting: return true
      case .end:
        isExhausted = true
        return false
      }
      nextTask += 1
      try settleNames()
      try writeLines()
    }
    return false
  }

  private func startWorker(replacing lost: Int? = nil) throws -> WorkerProcess {
    let others = workers.indices.filter { $0 != lost }.map { workers[$0].socket }
    return try WorkerProcess(closing: others, work.serve)
  }

  private func hear(_ index: Int) throws {
    let isThere = workers[index].receive()
    while let message = workers[index].message(), let task = tasks[index] {
      switch message.kind {
      case .claim: claims[task.number] = (index, message.parts.first ?? [])
      case .done:
        guard let report = UnitReport(message) else { break }
        finish(task, report)
        tasks[index] = nil
      case .stop: throw EarlyEnd.output(String(decoding: message.parts.first ?? [], as: UTF8.self))
      case .unit, .granted, .refused: break
      }
    }
    if !isThere { try lose(index) }
  }

  /// A worker is gone: by a signal meant for the whole run, or over a unit, which is told as such; another takes its
  /// place.
  private func lose(_ index: Int) throws {
    let end = workers[index].end()
    if case .exited(let status)? = end, [129, 130, 143].contains(status) {
      throw EarlyEnd.signal(status - 128)
    }
    if let task = tasks[index] {
      let how = if case .signalled(let signal)? = end { "信号 \(signal)" } else { "没有说明原因" }
      let reason = "处理时工作进程异常中止（\(how)），其余单位不受影响"
      let line = UnitLine(.fault, reason: reason, options: work.options, folder: task.folder)
      claims[task.number] = nil
      finish(task, UnitReport(.fault, line.bytes, reason: reason))
      tasks[index] = nil
    }
    workers[index] = try startWorker(replacing: index)
  }

  private func finish(_ task: Task, _ report: UnitReport) {
    if task.number >= nameTurn { nameless.insert(task.number) }
    reports[task.number] = (task.folder, report)
  }

  /// Gives out names in the order of the units, so that of two with one name always the first gets it.
  private func settleNames() throws {
    while true {
      if nameless.remove(nameTurn) != nil {
        nameTurn += 1
      } else if let (index, name) = claims.removeValue(forKey: nameTurn), let task = tasks[index] {
        let first = names.claim(name, for: task.folder)
        workers[index].send(first.map { Message(.refused, Array($0.utf8)) } ?? Message(.granted))
        nameTurn += 1
      } else {
        return
      }
    }
  }

  private func writeLines() throws {
    while let (folder, report) = reports.removeValue(forKey: nextLine) {
      nextLine += 1
      try write(folder, report)
    }
  }
}
