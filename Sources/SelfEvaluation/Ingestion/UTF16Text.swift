// UTF-16, which Excel writes as "Unicode 文本".

/// UTF-16 in either byte order.
enum UTF16Text {
  /// The order of the two bytes of a unit.
  enum ByteOrder: Sendable {
    case little, big
  }

  /// UTF-16 as UTF-8, strictly: an unpaired surrogate or half a unit at the end is an error.
  static func decode(_ bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> Result<[UInt8], Undecodable> {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard let unit = unit(of: bytes, at: offset, order) else {
        return .failure(Undecodable(offset: offset))
      }
      if unit < 0x80 {
        output.append(UInt8(unit))
      } else if unit < 0x800 {
        output.append(UInt8(0xC0 | unit >> 6))
        output.append(UInt8(0x80 | unit & 0x3F))
      } else if unit < 0xD800 || unit >= 0xE000 {
        output.append(UInt8(0xE0 | unit >> 12))
        output.append(UInt8(0x80 | unit >> 6 & 0x3F))
        output.append(UInt8(0x80 | unit & 0x3F))
      } else {
        guard unit < 0xDC00, let second = self.unit(of: bytes, at: offset + 2, order),
          (0xDC00...0xDFFF).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(second - 0xDC00))
        else { return .failure(Undecodable(offset: offset)) }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        offset += 2
      }
      offset += 2
    }
    return .success(output)
  }

  /// The byte order of UTF-16 without byte-order mark, nil for anything else. Separators, line ends and quotes of
  /// a CSV file have a NUL beside them in UTF-16, on the side that tells the order; in other encodings they have
  /// not, even where a damaged file holds stray NULs.
  static func order(guessedFrom bytes: [UInt8]) -> ByteOrder? {
    guard bytes.contains(0) else { return nil }
    var marks = 0
    var little = 0
    var big = 0
    var zeros = 0
    for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (bytes[offset], bytes[offset + 1])
      if first == 0 { zeros += 1 }
      if second == 0 { zeros += 1 }
      if isMark(first) {
        marks += 1
        if second == 0 { little += 1 }
      }
      if isMark(second) {
        marks += 1
        if first == 0 { big += 1 }
      }
    }
    if marks == 0 {
      guard zeros * 4 >= bytes.count else { return nil }
      return bytes.first == 0 ? .big : .little
    }
    if little * 2 > marks { return .little }
    return big * 2 > marks ? .big : nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x22, 0x2C: true
    default: false
    }
  }

  private static func unit(of bytes: ArraySlice<UInt8>, at offset: Int, _ order: ByteOrder) -> UInt16? {
    guard offset + 1 < bytes.endIndex else { return nil }
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return order == .little ? second << 8 | first : first << 8 | second
  }
}
