// Where pages and CSV files are written: bytes one after the other.

/// Bytes being written, in one piece of memory of its own that grows by doubling. An array asks with each piece it is
/// given whether it is shared; with pieces as short as those of a page that costs more than the writing.
@safe struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 512) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  /// Makes room for so many bytes more.
  mutating func reserve(_ size: Int) {
    guard capacity - count < size else { return }
    capacity = max(2 * capacity, count + size)
    let old = unsafe start
    unsafe start = .allocate(capacity: capacity)
    unsafe start.update(from: old, count: count)
    unsafe old.deallocate()
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { reserve(1) }
    unsafe start[count] = byte
    count += 1
  }

  mutating func append(literal: StaticString) {
    let size = literal.utf8CodeUnitCount
    reserve(size)
    let end = unsafe start + count
    literal.withUTF8Buffer { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe end.update(from: first, count: size)
    }
    count += size
  }

  mutating func append(_ text: String) { append(text.utf8.span) }

  mutating func append(_ bytes: borrowing Span<UInt8>) {
    let size = bytes.count
    reserve(size)
    let end = unsafe start + count
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe end.update(from: first, count: size)
    }
    count += size
  }

  /// A whole number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    if magnitude >= 10 { appendDigits(magnitude / 10) }
    append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A character as UTF-8.
  mutating func append(scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      append(UInt8(value))
      return
    }
    if value < 0x800 {
      append(0xC0 | UInt8(value >> 6))
    } else {
      if value < 0x1_0000 {
        append(0xE0 | UInt8(value >> 12))
      } else {
        append(0xF0 | UInt8(value >> 18))
        append(0x80 | UInt8(value >> 12 & 0x3F))
      }
      append(0x80 | UInt8(value >> 6 & 0x3F))
    }
    append(0x80 | UInt8(value & 0x3F))
  }

  /// What was written.
  var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The same as text.
  var text: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
