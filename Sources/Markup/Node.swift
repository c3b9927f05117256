// A step through libxml2's tree: the few questions that reading a page back asks of a node.

import CLibXML2

/// A node of a document's tree. Valid only while the document lives; it never leaves this module.
struct Node {
  let pointer: xmlNodePtr

  static func root(of tree: xmlDocPtr) -> Node? { xmlDocGetRootElement(tree).map(Node.init) }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The local name.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// Line from 1, beyond 65,535 too.
  var line: Int { xmlGetLineNo(pointer) }

  /// Whether it is an element of this local name, in any namespace. `StaticString`, as a `String` would be turned
  /// into a C string again at each node.
  @inline(__always)
  func isNamed(_ name: StaticString) -> Bool {
    guard isElement, let own = pointer.pointee.name else { return false }
    // The first letter tells most names apart.
    return own.pointee == name.utf8Start.pointee && xmlStrEqual(own, name.utf8Start) == 1
  }

  /// Whether it is the XHTML element of this name.
  @inline(__always)
  func isXHTML(_ name: StaticString) -> Bool {
    guard isNamed(name), let namespace = pointer.pointee.ns else { return false }
    return xmlStrEqual(namespace.pointee.href, StaticString("http://www.w3.org/1999/xhtml").utf8Start) == 1
  }

  /// The value of the attribute of this name without namespace.
  func attribute(named name: StaticString) -> String? { attribute(named: name.utf8Start) }

  /// The same for a name known at run time only.
  func attribute(named name: UnsafePointer<UInt8>) -> String? {
    for attribute in attributes where attribute.isNamed(name) { return attribute.value }
    return nil
  }

  /// The text inside, exactly as parsed: `<br/>` is a line feed, comments and processing instructions are nothing.
  var text: String {
    guard let first = pointer.pointee.children else { return "" }
    // Most cells hold one piece of text: no copying of pieces there.
    if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE {
      return first.pointee.content.map { String(cString: $0) } ?? ""
    }
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    for child in children {
      switch child.pointer.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = child.pointer.pointee.content { text += String(cString: content) }
      case XML_ELEMENT_NODE:
        if child.isXHTML("br") { text += "\n" } else { child.appendText(to: &text) }
      default: break
      }
    }
  }
}
