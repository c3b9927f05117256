// A compiled RELAX NG schema: made once at the start, then shared by all tasks.

import CLibXML2

/// A compiled RELAX NG schema (XML syntax, with the datatypes of XML Schema).
///
/// Validation only reads it and keeps its state in a context of its own, so any number of tasks may share one: hence
/// the promise to the compiler. A class, because the compiled form has to be freed once.
public final class Schema: @unchecked Sendable {
  /// The name it was given.
  public let name: String
  let compiled: xmlRelaxNGPtr

  /// Compiles a schema.
  /// - Throws: a fault of kind `notWellFormed` or `internalSubset` if it cannot be parsed, `unusableSchema` if it is
  ///   no RELAX NG, has a `pattern` that is no regular expression, or would read another file with `include` or
  ///   `externalRef`.
  public init(relaxNG bytes: [UInt8], name: String) throws(MarkupFault) {
    let tree = try parseStrictly(bytes, name: name)
    defer { xmlFreeDoc(tree) }
    let sink = FaultSink(.unusableSchema, document: name)
    if let root = Node.root(of: tree) { for element in root.elements { element.report(to: sink) } }
    // Compiling is tried on a tree of our own: given bytes, libxml2 would parse them itself, and print its errors.
    guard sink.faults.isEmpty, let context = xmlRelaxNGNewDocParserCtxt(tree) else {
      throw sink.first(or: "out of memory")
    }
    defer { xmlRelaxNGFreeParserCtxt(context) }
    xmlRelaxNGSetParserStructuredErrors(
      context, { sink, error in FaultSink.behind(sink)?.take(error?.pointee) }, sink.pointer)
    let compiled = withExtendedLifetime(sink) { xmlRelaxNGParse(context) }
    guard let compiled, sink.faults.isEmpty else {
      xmlRelaxNGFree(compiled)
      throw sink.first(or: "schema cannot be compiled")
    }
    self.name = name
    self.compiled = compiled
  }

  deinit { xmlRelaxNGFree(compiled) }
}

extension Node {
  /// Reports what compiling would let pass. libxml2 compiles a `pattern` at each value it checks, not with the schema:
  /// a broken one would refuse every value, and fill the terminal with the reason.
  fileprivate func report(to sink: FaultSink) {
    if isNamed("include") || isNamed("externalRef") {
      sink.add("schema reads another file with <\(name)>", line: line)
    } else if isNamed("param"), attribute(named: "name") == "pattern" {
      let pattern = text
      guard let expression = xmlRegexpCompile(pattern) else {
        return sink.add("pattern \(pattern) is no regular expression", line: line)
      }
      xmlRegFreeRegexp(expression)
    }
  }
}
