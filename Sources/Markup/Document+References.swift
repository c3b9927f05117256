// What a page points at: proof that each link inside it arrives, and that nothing is fetched from outside.

/// One place where a page points at something.
public struct MarkedReference: Sendable, Hashable {
  /// The attribute's local name, or `style` for a style element.
  public let attribute: String
  /// The address as written. For attributes that name ids, such as `headers`, one reference per id, as `#id`.
  public let href: String
  /// Line of the element in the document, from 1.
  public let line: Int
}

extension Document {
  /// The ids and their lines.
  /// - Throws: a fault of kind `duplicateID` if one appears twice, as a link to it would arrive anywhere.
  public func ids() throws(MarkupFault) -> [String: Int] {
    var lines: [String: Int] = [:]
    var duplicate: MarkupFault?
    guard let root else { return [:] }
    for element in root.elements {
      guard let id = element.attribute(named: "id") else { continue }
      if let first = lines.updateValue(element.line, forKey: id), duplicate == nil {
        let message = "id \(id) is on line \(first) already"
        duplicate = MarkupFault(
          kind: .duplicateID, message: message, line: element.line, document: name)
      }
    }
    if let duplicate { throw duplicate }
    return lines
  }

  /// Everything the document points at, in document order: links, images and scripts, what CSS names with `url()` or
  /// `@import`, and the ids that other attributes name.
  ///
  /// With `ids()` the caller proves that each `#fragment` has its target and that nothing else is named.
  public func references() -> [MarkedReference] {
    guard let root else { return [] }
    var references: [MarkedReference] = []
    var meanings = Meanings()
    for element in root.elements {
      for attribute in element.attributes {
        let hrefs: [String]
        switch meanings.meaning(of: attribute) {
        case .address: hrefs = [attribute.value]
        case .ids: hrefs = attribute.value.split(whereSeparator: \.isWhitespace).map { "#" + $0 }
        case .css: hrefs = attribute.isWord ? [] : addressesInCSS(attribute.value)
        case nil: continue
        }
        if !hrefs.isEmpty { references += element.references(hrefs, attribute.name) }
      }
      if element.isNamed("style") { references += element.references(addressesInCSS(element.text), "style") }
    }
    return references
  }
}

extension Node {
  fileprivate func references(_ hrefs: [String], _ attribute: String) -> [MarkedReference] {
    let line = line
    return hrefs.map { MarkedReference(attribute: attribute, href: $0, line: line) }
  }
}

/// What the names of a page's attributes mean. libxml2 keeps each name once per document, and a page has few: what a
/// name means is looked up once.
private struct Meanings {
  private var known: [(identity: UInt, meaning: Pointing?)] = []

  mutating func meaning(of attribute: Attribute) -> Pointing? {
    let identity = attribute.nameIdentity
    for index in known.indices where known[index].identity == identity { return known[index].meaning }
    let meaning = pointingAttributes[attribute.name]
    known.append((identity, meaning))
    return meaning
  }
}

/// How an attribute points at something.
private enum Pointing {
  case address, ids, css
}

/// The attributes of HTML and SVG that point at something; `href` stands for `xlink:href` as well.
private let pointingAttributes: [String: Pointing] = {
  let addresses = "href src srcset action formaction poster data cite ping background"
  let ids = """
    for headers list form aria-labelledby aria-describedby aria-details aria-controls aria-owns aria-flowto \
    aria-activedescendant aria-errormessage
    """
  let css = "style fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor"
  var pointing: [String: Pointing] = [:]
  for (names, kind) in [(addresses, Pointing.address), (ids, .ids), (css, .css)] {
    for name in names.split(separator: " ") { pointing[String(name)] = kind }
  }
  return pointing
}()

/// The addresses in a piece of CSS. Where one may be named in a way not taken apart here, with `@import`, an escape,
/// capitals or a bare string, the whole piece is given: the caller, who expects `#fragment` alone, then refuses it.
private func addressesInCSS(_ css: String) -> [String] {
  guard mayNameAddress(css) else { return [] }
  let parts = css.split(separator: "url(", omittingEmptySubsequences: false)
  let lowered = css.lowercased()
  let isOpaque = ["@import", "\\", "image-set(", "src("].contains { lowered.contains($0) }
  if isOpaque || lowered.split(separator: "url(", omittingEmptySubsequences: false).count != parts.count {
    return [css]
  }
  return parts.dropFirst().map { rest in
    String(rest.prefix { $0 != ")" }.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }
}

/// Whether a piece of CSS holds `url(`, `src(`, `image-set(`, `@import` or an escape, in capitals or not. Most style
/// holds none of them, and is looked at once, byte by byte.
private func mayNameAddress(_ css: String) -> Bool {
  let bytes = css.utf8.span
  func holds(_ word: StaticString, endingAt end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end >= count, end <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[end - count + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
  }
  for index in bytes.indices {
    switch bytes[index] {
    case UInt8(ascii: "\\"): return true
    case UInt8(ascii: "("):
      if holds("url", endingAt: index) || holds("src", endingAt: index) || holds("-set", endingAt: index) {
        return true
      }
    case UInt8(ascii: "@"): if holds("import", endingAt: index + 7) { return true }
    default: continue
    }
  }
  return false
}
