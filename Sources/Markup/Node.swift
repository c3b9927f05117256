// A step through libxml2's tree: the few questions that reading a page back asks of a node.

import CLibXML2

/// A node of a document's tree. Valid only while the document lives; it never leaves this module.
struct Node {
  let pointer: xmlNodePtr

  static func root(of tree: xmlDocPtr) -> Node? { xmlDocGetRootElement(tree).map(Node.init) }

  private var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The local name.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// Line from 1, beyond 65,535 too.
  var line: Int { xmlGetLineNo(pointer) }

  /// Whether it is an element of this local name, in any namespace. `StaticString`, as a `String` would be turned
  /// into a C string again at each node.
  func isNamed(_ name: StaticString) -> Bool {
    guard isElement, let own = pointer.pointee.name else { return false }
    // The first letter tells most names apart.
    return own.pointee == name.utf8Start.pointee && xmlStrEqual(own, name.utf8Start) == 1
  }

  /// Whether it is the XHTML element of this name.
  func isXHTML(_ name: StaticString) -> Bool {
    guard isNamed(name), let namespace = pointer.pointee.ns else { return false }
    return xmlStrEqual(namespace.pointee.href, StaticString("http://www.w3.org/1999/xhtml").utf8Start) == 1
  }

  /// Calls `body` with each child, text and comments included.
  func forEachChild(_ body: (Node) -> Void) {
    var next = pointer.pointee.children
    while let child = next {
      body(Node(pointer: child))
      next = child.pointee.next
    }
  }

  /// Calls `body` with this element and each one inside it, in document order. Depth is limited by the parser.
  func forEachElement(_ body: (Node) -> Void) {
    guard isElement else { return }
    body(self)
    forEachChild { $0.forEachElement(body) }
  }

  /// Calls `body` with each attribute.
  func forEachAttribute(_ body: (Attribute) -> Void) {
    guard isElement else { return }
    var next = pointer.pointee.properties
    while let attribute = next {
      body(Attribute(pointer: attribute))
      next = attribute.pointee.next
    }
  }

  /// The value of the attribute of this name without namespace.
  func attribute(named name: StaticString) -> String? { attribute(named: name.utf8Start) }

  /// The same for a name known at run time only.
  func attribute(named name: UnsafePointer<UInt8>) -> String? {
    var next = pointer.pointee.type == XML_ELEMENT_NODE ? pointer.pointee.properties : nil
    while let attribute = next {
      if Attribute(pointer: attribute).isNamed(name) { return Attribute(pointer: attribute).value }
      next = attribute.pointee.next
    }
    return nil
  }

  /// The text inside, exactly as parsed: `<br/>` is a line feed, comments and processing instructions are nothing.
  var text: String {
    // Most cells hold one piece of text: no copying of pieces there.
    if let only = pointer.pointee.children, only.pointee.next == nil, only.pointee.type == XML_TEXT_NODE {
      return only.pointee.content.map { String(cString: $0) } ?? ""
    }
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    var next = pointer.pointee.children
    while let child = next {
      let node = Node(pointer: child)
      switch child.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = child.pointee.content { text += String(cString: content) }
      case XML_ELEMENT_NODE:
        if node.isXHTML("br") { text += "\n" } else { node.appendText(to: &text) }
      default: break
      }
      next = child.pointee.next
    }
  }
}
