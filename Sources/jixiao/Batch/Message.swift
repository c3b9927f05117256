// What batch and its workers say to each other over a socket: a kind and some texts, each with its length.

import Glibc

/// A message between the process that leads and one that works.
struct Message: Hashable {
  enum Kind: UInt8 {
    /// To a worker: do the unit in this folder.
    case unit
    /// To the leader: may this name be the unit's? The work waits for the answer.
    case claim
    /// To a worker: go ahead; or the folder that bears the name already.
    case granted, refused
    /// To the leader: the unit is done (`UnitReport`).
    case done
    /// To the leader: output cannot be written; why.
    case stop
  }

  let kind: Kind
  let parts: [[UInt8]]

  init(_ kind: Kind, _ parts: [UInt8]...) { (self.kind, self.parts) = (kind, parts) }
  init(_ kind: Kind, parts: [[UInt8]]) { (self.kind, self.parts) = (kind, parts) }

  /// Kind, number of parts, and each part behind its length in four bytes; the whole behind its own length.
  private var bytes: [UInt8] {
    var body: [UInt8] = [kind.rawValue, UInt8(parts.count)]
    for part in parts { body += Message.length(part.count) + part }
    return Message.length(body.count) + body
  }

  private static func length(_ count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  }

  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Takes the first whole message out of what has arrived, nil where there is none yet.
  init?(takingFrom received: inout [UInt8]) {
    guard received.count >= 4 else { return nil }
    let size = Message.length(received[...])
    guard received.count >= 4 + size, size >= 2, let kind = Kind(rawValue: received[4]) else { return nil }
    var rest = received[6..<4 + size]
    var parts: [[UInt8]] = []
    for _ in 0..<received[5] {
      guard rest.count >= 4 else { return nil }
      let count = Message.length(rest)
      parts.append(Array(rest.dropFirst(4).prefix(count)))
      rest = rest.dropFirst(4 + count)
    }
    (self.kind, self.parts) = (kind, parts)
    received.removeFirst(4 + size)
  }

  /// Writes it whole; false where the other side has gone.
  func write(to socket: Int32) -> Bool {
    do {
      try Descriptor.write(bytes, to: socket, shown: DiskPath("工作进程"))
      return true
    } catch {
      return false
    }
  }

  /// Waits for a message; nil where the other side has gone.
  init?(waitingOn socket: Int32) {
    guard var received = Message.read(4, socket),
      let rest = Message.read(Message.length(received[...]), socket)
    else { return nil }
    received += rest
    self.init(takingFrom: &received)
  }

  private static func read(_ count: Int, _ socket: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var chunk = [UInt8](repeating: 0, count: count - bytes.count)
      let got = unsafe Glibc.read(socket, &chunk, chunk.count)
      if got > 0 { bytes += chunk[..<got] } else if got == 0 || errno != EINTR { return nil }
    }
    return bytes
  }
}
