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
    pointer.pointee.ns == nil && xmlStrEqual(pointer.pointee.name, name) == 1
  }

  /// The value. More than one piece of text can stand behind it, where the source has character references.
  var value: String {
    var value = ""
    var next = pointer.pointee.children
    while let piece = next {
      if let content = piece.pointee.content { value += String(cString: content) }
      next = piece.pointee.next
    }
    return value
  }
}
