// The order in which encodings are tried.

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Text {
  /// Success if the bytes are UTF-8, else the place of the first that is not.
  static func validate(_ bytes: ArraySlice<UInt8>) -> Result<Void, Undecodable> {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return .success(())
    } catch {
      return .failure(Undecodable(offset: bytes.startIndex + error.byteOffsets.lowerBound))
    }
  }
}

extension TextDecoder {
  /// Byte-order marks. That of UTF-32LE begins like that of UTF-16LE; nobody saves CSV files so.
  private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8BOM),
    ([0xFF, 0xFE], .utf16LE),
    ([0xFE, 0xFF], .utf16BE),
    ([0x84, 0x31, 0x95, 0x33], .gb18030),
  ]

  /// Characters beyond ASCII after which a file is taken for UTF-8 with some damage. A single pair of GB18030 is
  /// legal UTF-8 about one time in six, eight in a row about once in a million files.
  private static let convincing = 8

  /// The text in the first encoding that fits, or why none does.
  static func decoded(_ file: SourceFile, _ forced: TextEncoding?) -> Result<SourceText, EncodingFault> {
    let mark = marks.first { file.bytes.starts(with: $0.bytes) }
    let body = file.bytes.dropFirst(mark?.bytes.count ?? 0)
    if let forced {
      if let mark, family(mark.encoding) != family(forced) {
        return .failure(.contradiction(mark: mark.encoding, forced: forced))
      }
      return text(of: body, file, mark?.encoding == .utf8BOM ? .utf8BOM : forced, basis: .forced)
    }
    if let mark { return text(of: body, file, mark.encoding, basis: .mark) }
    switch UTF16Text.order(guessedFrom: file.bytes) {
    case .little: return text(of: body, file, .utf16LE, basis: .detected)
    case .big: return text(of: body, file, .utf16BE, basis: .detected)
    case nil: return withoutMark(file)
    }
  }

  private static func withoutMark(_ file: SourceFile) -> Result<SourceText, EncodingFault> {
    guard case .failure(let utf8) = UTF8Text.validate(file.bytes[...]) else {
      return .success(SourceText(path: file.path, encoding: .utf8, text: file.bytes))
    }
    let scalars = file.bytes[..<utf8.offset].lazy.filter { $0 >= 0xC0 }.count
    if scalars >= convincing {
      return .failure(.undecodable(utf8, as: .utf8, basis: .detected))
    }
    let gb18030 = text(of: file.bytes[...], file, .gb18030, basis: .detected)
    guard case .failure(let fault) = gb18030 else { return gb18030 }
    let cp936 = text(of: file.bytes[...], file, .cp936, basis: .detected)
    guard case .failure = cp936 else { return cp936 }
    return .failure(fault)
  }

  private static func text(
    of bytes: ArraySlice<UInt8>, _ file: SourceFile, _ encoding: TextEncoding, basis: EncodingFault.Basis
  ) -> Result<SourceText, EncodingFault> {
    let decoded: Result<[UInt8], Undecodable> =
      switch encoding {
      case .utf8, .utf8BOM: UTF8Text.validate(bytes).map { Array(bytes) }
      case .utf16LE: UTF16Text.decode(bytes, .little)
      case .utf16BE: UTF16Text.decode(bytes, .big)
      case .gb18030: GB18030.decode(bytes)
      case .cp936: GB18030.decodeCP936(bytes)
      }
    return
      decoded
      .map { SourceText(path: file.path, encoding: encoding, text: $0) }
      .mapError { .undecodable($0, as: encoding, basis: basis) }
  }

  private static func family(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8, .utf8BOM: "UTF-8"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .gb18030, .cp936: "GB18030"
    }
  }
}
