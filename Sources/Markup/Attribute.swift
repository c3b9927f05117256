// An attribute in libxml2's tree, beside `Node`.

import CLibXML2

/// An attribute of an element. Valid only while the document lives; it never leaves this module.
struct Attribute {
  let pointer: xmlAttrPtr

  /// The local name.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// The address at which libxml2 keeps the name: the same for the same name within one document.
  var nameIdentity: UInt { UInt(bitPattern: pointer.pointee.name) }

  /// Whether it has this name and no namespace.
  func isNamed(_ name: StaticString) -> Bool { isNamed(name.utf8Start) }

  /// The same for a name known at run time only.
  func isNamed(_ name: UnsafePointer<UInt8>) -> Bool {
    guard let own = pointer.pointee.name, own.pointee == name.pointee else { return false }
    return pointer.pointee.ns == nil && xmlStrEqual(own, name) == 1
  }

  /// Whether the value is letters, digits, `#` and `-` alone, as most colours and lengths are.
  var isWord: Bool {
    guard let only = pointer.pointee.children, only.pointee.next == nil, var byte = only.pointee.content
    else {
      return false
    }
    while byte.pointee != 0 {
      switch byte.pointee {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"), UInt8(ascii: "-"):
        byte += 1
      default: return false
      }
    }
    return true
  }

  /// The value. More than one piece of text can stand behind it, where the source has character references.
  var value: String {
    if let only = pointer.pointee.children, only.pointee.next == nil {
      return only.pointee.content.map { String(cString: $0) } ?? ""
    }
    var value = ""
    var next = pointer.pointee.children
    while let piece = next {
      if let content = piece.pointee.content { value += String(cString: content) }
      next = piece.pointee.next
    }
    return value
  }
}
