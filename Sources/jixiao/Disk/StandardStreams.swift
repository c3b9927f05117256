// Standard output and standard error, written whole or with a fault.

import Glibc

/// What other programs read.
enum StandardOutput {
  /// Writes all bytes; a fault where the reader has gone (EPIPE) or the device is full.
  static func write(_ bytes: [UInt8]) throws(DiskFault) {
    try Descriptor.write(bytes, to: STDOUT_FILENO, shown: DiskPath("标准输出"))
  }

  static func write(_ text: String) throws(DiskFault) { try write(Array(text.utf8)) }
}

/// What people read.
enum StandardError {
  static func write(_ bytes: [UInt8]) throws(DiskFault) {
    try Descriptor.write(bytes, to: STDERR_FILENO, shown: DiskPath("标准错误"))
  }

  static func write(_ text: String) throws(DiskFault) { try write(Array(text.utf8)) }
}

/// The three descriptors every program starts with.
enum StandardStreams {
  /// Occupies those that the caller closed (`>&-`), so that no file of ours gets their number and a message never
  /// lands in a document. Reading finds an end, writing to standard output fails. Once, at the start.
  static func occupy() throws(DiskFault) {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is taken: this one, as those below are occupied.
      _ = try systemCall(.open, DiskPath("/dev/null")) {
        unsafe open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY)
      }
    }
  }
}
