// A finished page, read back: well-formed first, then valid, then compared with what it should say.

import CLibXML2

/// A parsed XML document, held as libxml2's tree and freed with its owner.
///
/// It cannot be copied, as the tree has one owner, and is not `Sendable`, as validation marks the ids in the tree.
public struct Document: ~Copyable {
  /// The name it was given; faults carry it.
  public let name: String
  private let tree: xmlDocPtr

  /// Parses a document, UTF-8 with or without byte-order mark.
  /// - Throws: the first fault found, of kind `notWellFormed`, or `internalSubset` for any document type but
  ///   `<!DOCTYPE html>`.
  public init(parsing bytes: [UInt8], name: String) throws(MarkupFault) {
    tree = try PageMemory.within { () throws(MarkupFault) in try parseStrictly(bytes, name: name) }
    self.name = name
    PageMemory.retain()
  }

  deinit { PageMemory.release(tree) }

  /// The outermost element, good for as long as the document lives.
  var root: Node? { Node.root(of: tree) }

  /// The line of the first element of this local name; nil where there is none.
  public func firstLine(of name: StaticString) -> Int? {
    root?.elements.first { $0.isNamed(name) }?.line
  }

  /// All faults of the document under a schema, in libxml2's order: inner elements before those around them. Empty
  /// means valid: a failure that libxml2 does not explain is a fault too.
  public func validate(against schema: Schema) -> [MarkupFault] {
    PageMemory.within { validate(against: schema, FaultSink(.schema, document: name)) }
  }

  private func validate(against schema: Schema, _ sink: FaultSink) -> [MarkupFault] {
    guard let context = xmlRelaxNGNewValidCtxt(schema.compiled) else {
      return [sink.first(or: "out of memory")]
    }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(
      context, { sink, error in FaultSink.behind(sink)?.take(error?.pointee) }, sink.pointer)
    let result = withExtendedLifetime((sink, schema)) { xmlRelaxNGValidateDoc(context, tree) }
    if result != 0, sink.faults.isEmpty { sink.add("document is invalid under \(schema.name)", line: 0) }
    return sink.faults
  }
}
