// Ways through libxml2's tree, as sequences: a page has tens of thousands of nodes, and a loop over them costs a step of
// a pointer where a closure would cost a call.

import CLibXML2

extension Node {
  /// The children, text and comments included.
  var children: NodeSiblings { NodeSiblings(upcoming: pointer.pointee.children) }

  /// This element and each one inside it, in document order; nothing where it is no element.
  var elements: ElementWalk { ElementWalk(root: pointer, upcoming: isElement ? pointer : nil) }

  /// The attributes; none where it is no element.
  var attributes: NodeAttributes { NodeAttributes(upcoming: isElement ? pointer.pointee.properties : nil) }
}

/// A node and those behind it.
struct NodeSiblings: Sequence, IteratorProtocol {
  fileprivate var upcoming: xmlNodePtr?

  @inline(__always)
  mutating func next() -> Node? {
    guard let current = upcoming else { return nil }
    upcoming = current.pointee.next
    return Node(pointer: current)
  }
}

/// The attributes of an element.
struct NodeAttributes: Sequence, IteratorProtocol {
  fileprivate var upcoming: xmlAttrPtr?

  @inline(__always)
  mutating func next() -> Attribute? {
    guard let current = upcoming else { return nil }
    upcoming = current.pointee.next
    return Attribute(pointer: current)
  }
}

/// An element and all within it. It goes down into elements alone: what an entity reference holds is not the page's.
struct ElementWalk: Sequence, IteratorProtocol {
  fileprivate let root: xmlNodePtr
  fileprivate var upcoming: xmlNodePtr?

  @inline(__always)
  mutating func next() -> Node? {
    guard let current = upcoming else { return nil }
    upcoming = ElementWalk.firstElement(from: current.pointee.children) ?? following(current)
    return Node(pointer: current)
  }

  /// The first element that begins after this one has ended, within the root.
  private func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    var node = node
    while node != root {
      if let sibling = ElementWalk.firstElement(from: node.pointee.next) { return sibling }
      guard let parent = node.pointee.parent else { return nil }
      node = parent
    }
    return nil
  }

  private static func firstElement(from node: xmlNodePtr?) -> xmlNodePtr? {
    var node = node
    while let current = node, current.pointee.type != XML_ELEMENT_NODE { node = current.pointee.next }
    return node
  }
}
