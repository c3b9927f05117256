// File names made from data: fit for Windows, macOS and Linux alike.

internal import Foundation

enum FileName {
  /// A name that every system takes: NFC, `/ \ : * ? " < > |`, controls and characters nobody can see → `_`, no dots
  /// or spaces at its end, no reserved name of Windows, at most `limit` bytes of UTF-8 cut at a character.
  static func safe(_ text: String, limit: Int = 80) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in composed(text).unicodeScalars {
      scalars.append(isForbidden(scalar) ? "_" : scalar)
    }
    var name = ""
    for character in String(scalars) {
      guard name.utf8.count + character.utf8.count <= limit else { break }
      name.append(character)
    }
    while let last = name.last, last == "." || last == " " || last == "\u{3000}" { name.removeLast() }
    if name.isEmpty { return "_" }
    return reserved.contains(String(name.prefix { $0 != "." }).uppercased()) ? "_" + name : name
  }

  /// NFC; ASCII and hanzi are, and most names hold nothing else.
  private static func composed(_ text: String) -> String {
    let isComposed = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x80, 0x4E00...0x9FFF: true
      default: false
      }
    }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\t", "\r", "\n", "\u{2028}", "\u{2029}": true
    default: VisibleText.isControl(scalar) || VisibleText.isInvisible(scalar)
    }
  }

  /// Names Windows keeps for devices, with any extension.
  private static let reserved: Set<String> = {
    var names: Set<String> = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    for digit in 1...9 { names.formUnion(["COM\(digit)", "LPT\(digit)"]) }
    return names
  }()
}
