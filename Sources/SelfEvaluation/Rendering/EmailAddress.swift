// Addresses as people type them, refused unless they are harmless: nothing here can start a new header.

/// Why an address, a name or a subject cannot be used.
public struct EmailFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was read and which rule it breaks; Chinese, without a full stop.
  public let description: String
}

/// One mailbox: `张三 <zhang@example.cn>` or the address alone (RFC 5322 §3.4, without comments, quoted local parts
/// and address literals).
public struct EmailAddress: Hashable, Sendable {
  /// The display name, empty where there is none.
  public let name: String
  /// `local@domain`, ASCII.
  public let address: String

  /// - Throws: `EmailFault` naming what is wrong.
  public init(_ text: String) throws(EmailFault) {
    let shown = VisibleText.shown(text)
    if let scalar = text.unicodeScalars.first(where: EmailAddress.isHidden) {
      throw EmailFault(
        description: "邮件地址“\(shown)”里有不可用的字符 \(VisibleText.name(of: scalar))，地址和姓名中不允许换行和看不见的字符")
    }
    let trimmed = Folding.trimmed(text)
    if let open = trimmed.lastIndex(of: "<"), trimmed.last == ">" {
      name = Folding.trimmed(String(trimmed[..<open]))
      address = String(trimmed[trimmed.index(after: open)...].dropLast())
    } else {
      (name, address) = ("", trimmed)
    }
    if let bad = name.unicodeScalars.first(where: { ",;:<>\"@\\()[]，；".unicodeScalars.contains($0) }) {
      throw EmailFault(
        description: "姓名“\(VisibleText.shown(name))”里有“\(bad)”，姓名中不允许逗号、分号、引号、括号和尖括号")
    }
    // Programs that decode twice would find a name inside the name.
    guard !name.contains("=?") else {
      throw EmailFault(description: "姓名“\(name.prefix(20))”里有“=?”，像是编码过的文字，写原来的姓名")
    }
    guard name.utf8.count <= 240 else { throw EmailFault(description: "姓名“\(name.prefix(20))…”太长，至多80个汉字") }
    if trimmed.contains(where: { ",;，；、".contains($0) }) {
      throw EmailFault(description: "“\(shown)”像是几个地址写在一起，每个选项只写一个地址，多个地址重复写该选项")
    }
    guard EmailAddress.isValid(address) else {
      throw EmailFault(description: "“\(shown)”不是邮件地址，应形如 name@example.cn 或 姓名 <name@example.cn>")
    }
  }

  /// Line breaks, controls and what nobody can see.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || VisibleText.isInvisible(scalar)
      || [0x2028, 0x2029].contains(scalar.value)
  }

  /// A dot-atom of at most 64 bytes, `@`, a host name of at most 253 bytes; all ASCII.
  private static func isValid(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !address.contains("=?"), address.utf8.count <= 254,
      (1...64).contains(parts[0].utf8.count)
    else {
      return false
    }
    let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard
      atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { isLetterOrDigit($0) || symbols.contains($0) } })
    else { return false }
    return parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// `atext` of RFC 5322 without what shells and old servers trip over.
  private static let symbols = Set("!#$&'*+-/=?^_{}~%".utf8)

  /// The part after `@`.
  var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

  /// For people: `张三 <zhang@example.cn>`.
  public var text: String { name.isEmpty ? address : "\(name) <\(address)>" }
}

/// Whom a message is from and to; nothing of it was not validated.
public struct EmailEnvelope: Sendable {
  /// The sender.
  public let from: EmailAddress
  /// Whom it is meant for.
  public let to: [EmailAddress]
  /// Receive a copy, as everybody can see.
  public let cc: [EmailAddress]
  /// Receive the message; never written into it.
  public let bcc: [EmailAddress]
  /// Whom an answer goes to, where that is not the sender.
  public let replyTo: EmailAddress?

  /// An envelope of validated addresses.
  public init(
    from: EmailAddress, to: [EmailAddress], cc: [EmailAddress] = [], bcc: [EmailAddress] = [],
    replyTo: EmailAddress? = nil
  ) {
    (self.from, self.to, self.cc, self.bcc, self.replyTo) = (from, to, cc, bcc, replyTo)
  }

  /// Everybody who gets it, each once.
  public var recipients: [String] {
    var seen: Set<String> = []
    return (to + cc + bcc).map(\.address).filter { seen.insert($0.lowercased()).inserted }
  }
}
