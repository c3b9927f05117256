// Lines as they come in: paths for a batch, results for an overview.

import Glibc

/// Lines of an open file or stream.
struct LineReader {
  enum Step {
    case line([UInt8])
    /// A line beyond the limit, by its first bytes.
    case tooLong([UInt8])
    case waiting
    case end
  }

  private let number: Int32
  private let limit: Int
  private let shown: DiskPath
  private var buffer: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  /// Before here lies no line end of that line.
  private var scanned = 0
  private var isSkipping = false
  private var isAtEnd = false

  /// Reads a descriptor, which stays its owner's; longer lines than `limit` bytes are told and skipped.
  init(_ number: Int32, limit: Int, shown: DiskPath) {
    (self.number, self.limit, self.shown) = (number, limit, shown)
  }

  /// The next line, without its line end; waits for it.
  mutating func waitForNext() throws(DiskFault) -> Step {
    while true {
      let step = try next()
      guard case .waiting = step else { return step }
      var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      _ = try systemCall(.read, shown) { unsafe poll(&waiting, 1, -1) }
    }
  }

  /// The next line that has arrived, without its line end.
  mutating func next() throws(DiskFault) -> Step {
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        (start, scanned) = (end + 1, end + 1)
        if isSkipping {
          isSkipping = false
          continue
        }
        return step(line)
      }
      scanned = buffer.count
      if isAtEnd {
        let last = isSkipping || start == buffer.count ? Step.end : step(buffer[start...])
        drop(buffer.count)
        return last
      }
      if isSkipping {
        drop(buffer.count)
      } else if buffer.count - start > limit {
        let first = Array(buffer[start...].prefix(80))
        drop(buffer.count)
        isSkipping = true
        return .tooLong(first)
      } else {
        drop(start)
      }
      guard try fill() else { return .waiting }
    }
  }

  /// Forgets bytes at the front. A long line lies at the front already, so nothing is moved while it comes in.
  private mutating func drop(_ count: Int) {
    if count > 0 { buffer.removeFirst(count) }
    (start, scanned) = (start > count ? start - count : 0, scanned - count)
  }

  private func step(_ line: ArraySlice<UInt8>) -> Step {
    let path = Array(line.last == 0x0D ? line.dropLast() : line)
    return path.count > limit ? .tooLong(Array(path.prefix(80))) : .line(path)
  }

  /// Takes in what is there; false where nothing is yet.
  private mutating func fill() throws(DiskFault) -> Bool {
    var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, 0) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = try systemCall(.read, shown) {
      unsafe Glibc.read(number, &chunk, chunk.count)
    }
    if count == 0 { isAtEnd = true } else { buffer += chunk[..<count] }
    return true
  }
}
