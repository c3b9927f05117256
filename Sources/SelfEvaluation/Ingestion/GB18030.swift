// GB18030 and its older relatives, the encodings of Chinese Excel; the one file that uses iconv.

import Glibc

/// Bytes that cannot be decoded: where the first of them stands.
struct Undecodable: Error, Equatable {
  /// Offset of the first byte that does not belong.
  let offset: Int
  /// True where the system has no conversion table at all, so that nothing can be said about the bytes.
  var isTableMissing = false
}

/// Conversion between UTF-8 and GB18030 (GB 18030—2022; GBK and GB 2312 are subsets of it) or CP936.
enum GB18030 {
  /// GB18030 as UTF-8, strictly: the first illegal byte ends it.
  static func decode(_ bytes: ArraySlice<UInt8>) -> Result<[UInt8], Undecodable> {
    convert(bytes, from: "GB18030", to: "UTF-8", otherwise: sequenceMissingFromTable)
  }

  /// CP936 as UTF-8: GBK with the single byte 0x80 for €, as Windows writes it.
  static func decodeCP936(_ bytes: ArraySlice<UInt8>) -> Result<[UInt8], Undecodable> {
    convert(bytes, from: "CP936", to: "UTF-8") { _ in nil }
  }

  /// UTF-8 as GB18030. All of Unicode can be written; nil where the bytes are not UTF-8 or the system has no table.
  static func encode(_ utf8: [UInt8]) -> [UInt8]? {
    try? convert(utf8[...], from: "UTF-8", to: "GB18030", otherwise: privateUseMissingFromTable).get()
  }

  /// What to write for bytes that iconv refuses, and how many of them it stands for; nil if they are really wrong.
  private typealias Substitute = (ArraySlice<UInt8>) -> (length: Int, bytes: [UInt8])?

  private static func convert(
    _ input: ArraySlice<UInt8>, from source: String, to target: String, otherwise substitute: Substitute
  ) -> Result<[UInt8], Undecodable> {
    let converter = unsafe iconv_open(target, source)
    guard unsafe converter != iconv_t(bitPattern: -1) else {
      return .failure(Undecodable(offset: input.startIndex, isTableMissing: true))
    }
    defer { unsafe _ = iconv_close(converter) }

    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 2)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var rest = input
    while !rest.isEmpty {
      let step = unsafe run(converter, on: rest, through: &buffer)
      output += buffer[..<step.written]
      rest = rest.dropFirst(step.consumed)
      guard step.isRefused else { continue }
      guard let replacement = substitute(rest) else {
        return .failure(Undecodable(offset: rest.startIndex))
      }
      output += replacement.bytes
      rest = rest.dropFirst(replacement.length)
    }
    return .success(output)
  }

  /// One call of iconv, as far as the input is legal and the buffer lasts.
  private static func run(
    _ converter: iconv_t?, on input: ArraySlice<UInt8>, through buffer: inout [UInt8]
  ) -> (consumed: Int, written: Int, isRefused: Bool) {
    unsafe input.withUnsafeBytes { bytes in
      unsafe buffer.withUnsafeMutableBytes { room in
        // iconv does not write to its input; its type comes from before `const`.
        let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
        var source = unsafe UnsafeMutablePointer(mutating: start)
        var sourceLeft = bytes.count
        var target = unsafe room.bindMemory(to: CChar.self).baseAddress
        var targetLeft = room.count
        let result = unsafe iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        let isRefused = result == -1 && errno != E2BIG
        return (bytes.count - sourceLeft, room.count - targetLeft, isRefused)
      }
    }
  }
}

extension GB18030 {
  /// Four-byte sequences that are legal and that glibc 2.36 lacks. They are read as in the edition of 2005 and in
  /// the WHATWG Encoding Standard: software that writes them means these characters.
  private static func sequenceMissingFromTable(_ bytes: ArraySlice<UInt8>) -> (length: Int, bytes: [UInt8])? {
    let sequence = Array(bytes.prefix(4))
    guard sequence.count == 4 else { return nil }
    let place = place(ofFourBytes: sequence)
    for (first, count, scalar) in missingRuns {
      let distance = place - self.place(ofFourBytes: first)
      guard (0..<count).contains(distance), let found = Unicode.Scalar(scalar + UInt32(distance))
      else { continue }
      return (4, Array(String(Character(found)).utf8))
    }
    return nil
  }

  /// First sequence, how many, first character: vertical forms of punctuation, and parts of hanzi.
  private static let missingRuns: [([UInt8], Int, UInt32)] = [
    ([0x84, 0x31, 0x82, 0x36], 10, 0xFE10),
    ([0x82, 0x35, 0x90, 0x37], 8, 0x9FB4),
  ]

  private static func place(ofFourBytes bytes: [UInt8]) -> Int {
    guard bytes.count == 4, (0x30...0x39).contains(bytes[1]), (0x81...0xFE).contains(bytes[2]),
      (0x30...0x39).contains(bytes[3])
    else { return -1 }
    let high = Int(bytes[0]) * 10 + Int(bytes[1]) - 0x30
    return (high * 126 + Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30
  }

  /// Private-use characters that the edition of 2005 had two-byte codes for and glibc cannot write any more; they
  /// get those codes back, as in the WHATWG Encoding Standard.
  private static func privateUseMissingFromTable(_ bytes: ArraySlice<UInt8>) -> (length: Int, bytes: [UInt8])?
  {
    guard let scalar = String(decoding: bytes.prefix(3), as: UTF8.self).unicodeScalars.first,
      let code = privateUse[scalar.value]
    else { return nil }
    return (3, [UInt8(code >> 8), UInt8(code & 0xFF)])
  }

  private static let privateUse: [UInt32: UInt16] = [
    0xE78D: 0xA6D9, 0xE78E: 0xA6DA, 0xE78F: 0xA6DB, 0xE790: 0xA6DC, 0xE791: 0xA6DD, 0xE792: 0xA6DE,
    0xE793: 0xA6DF, 0xE794: 0xA6EC, 0xE795: 0xA6ED, 0xE796: 0xA6F3, 0xE816: 0xFE51, 0xE817: 0xFE52,
    0xE818: 0xFE53, 0xE81E: 0xFE59, 0xE826: 0xFE61, 0xE82B: 0xFE66, 0xE82C: 0xFE67, 0xE831: 0xFE6C,
    0xE832: 0xFE6D, 0xE83B: 0xFE76, 0xE843: 0xFE7E, 0xE854: 0xFE90, 0xE855: 0xFE91, 0xE864: 0xFEA0,
  ]
}
