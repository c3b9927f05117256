// From bytes to libxml2's tree, strictly: no network, no entity expansion, no outside file, no recovery.

import CLibXML2

/// libxml2's own tables, set up once before anything else touches them; it does not guard them against two threads.
let libraryIsReady: Void = {
  PageMemory.install()
  xmlInitParser()
  xmlSchemaInitTypes()
  xmlRelaxNGInitTypes()
}()

/// Parses a document. The tree belongs to the caller, who frees it with `xmlFreeDoc`.
///
/// Entities stay unexpanded and the limits of libxml2 stand (256 levels, 10 MB of one text): NOENT, DTDLOAD and HUGE
/// are never set. Documents are UTF-8 whatever they declare, so no converter ever runs.
func parseStrictly(_ bytes: [UInt8], name: String) throws(MarkupFault) -> xmlDocPtr {
  libraryIsReady
  let sink = FaultSink(.notWellFormed, document: name)
  guard let context = xmlNewParserCtxt(), let handlers = context.pointee.sax else {
    throw sink.first(or: "out of memory")
  }
  defer { xmlFreeParserCtxt(context) }
  context.pointee._private = sink.pointer
  handlers.pointee.serror = { context, error in parserSink(context)?.take(error?.pointee) }
  handlers.pointee.internalSubset = refuseUnlessPlain

  guard isUTF8(bytes), let size = Int32(exactly: bytes.count) else {
    throw sink.first(or: "document is not UTF-8, or larger than 2 GB")
  }
  let flags = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue
  let options = Int32(bitPattern: flags | XML_PARSE_IGNORE_ENC.rawValue)
  let tree = withExtendedLifetime(sink) {
    bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(context, bytes.bindMemory(to: CChar.self).baseAddress, size, nil, nil, options)
    }
  }
  // A broken namespace leaves a tree behind, so the sink has the last word.
  guard let tree, sink.faults.isEmpty, context.pointee.nsWellFormed == 1 else {
    xmlFreeDoc(tree)
    throw sink.first(or: "Document is empty")
  }
  return tree
}

/// libxml2's guess from the first bytes: UTF-16 and its kin would run a converter, whose errors go to the terminal.
private func isUTF8(_ bytes: [UInt8]) -> Bool {
  let guess = xmlDetectCharEncoding(bytes, Int32(min(bytes.count, 4)))
  return guess == XML_CHAR_ENCODING_NONE || guess == XML_CHAR_ENCODING_UTF8
}

private func parserSink(_ context: UnsafeMutableRawPointer?) -> FaultSink? {
  FaultSink.behind(context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private)
}

/// Called at the document type, before the first declaration inside is read. What is not plain stops the parser here:
/// an entity that is declared but never expanded would pass every later check, with its text missing.
private let refuseUnlessPlain: internalSubsetSAXFunc = { raw, name, publicID, systemID in
  guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self), let input = context.pointee.input
  else { return }
  let hasSubset = input.pointee.cur.pointee == UInt8(ascii: "[")
  let isNamedHTML = xmlStrEqual(name, StaticString("html").utf8Start) == 1
  if hasSubset || !isNamedHTML || publicID != nil || systemID != nil {
    let line = Int(input.pointee.line)
    parserSink(raw)?.add("document type is not plain <!DOCTYPE html>", line: line, kind: .internalSubset)
    xmlStopParser(context)
  }
}
