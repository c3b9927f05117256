// What a schema lets pass, what it finds, and which schemas are none.

import Testing

@testable import Markup

struct SchemaTests {
  @Test func `a valid page has no fault, each time it is asked`() throws {
    let schema = try compiledSheetSchema()
    let document = try document(page(rows: "<tr><td id='a'>甲</td><td>1.50</td></tr>"))
    #expect(document.validate(against: schema) == [])
    #expect(document.validate(against: schema) == [])
  }

  @Test(arguments: [
    ("<tr><td>甲</td>\n<td>x</td></tr>", 5),
    ("<tr><td>甲</td>\n<td>1.505</td></tr>", 5),
    ("<tr><td>甲</td><td>1</td>\n\n<td>2</td></tr>", 6),
    ("<tr><td>甲</td><td>1</td></tr>\n<tr><td>甲</td></tr>", 5),
    ("<tr><td id='a'>甲</td><td>1</td></tr>\n<tr><td id='a'>甲</td><td>1</td></tr>", 5),
    ("<tr><td>甲</td><td>1</td></tr>\n<script/>", 5),
    ("", 3),
  ]) func `a fault names its line`(rows: String, line: Int) throws {
    let document = try document(page(rows: rows))
    let faults = document.validate(against: try compiledSheetSchema())
    #expect(faults.contains { $0.line == line }, "\(faults)")
    #expect(faults.allSatisfy { $0.kind == .schema && $0.document == "页.html" && !$0.message.isEmpty })
    #expect(faults.allSatisfy { $0.message.last?.isWhitespace == false })
  }

  @Test func `elements outside the namespace are refused`() throws {
    let document = try document("<html><head><title/></head><body/></html>")
    #expect(document.validate(against: try compiledSheetSchema()).isEmpty == false)
  }

  static let grammar = "xmlns='http://relaxng.org/ns/structure/1.0'"

  @Test(arguments: [
    ("<element \(grammar)>\n<text/></element>", MarkupFault.Kind.unusableSchema, 2),
    ("<grammar \(grammar)><start>\n<ref name='absent'/></start></grammar>", .unusableSchema, 2),
    ("<html/>", .unusableSchema, 0),
    ("<element \(grammar) name='a'>\n\n<externalRef href='/etc/passwd'/></element>", .unusableSchema, 3),
    ("<grammar \(grammar)>\n<include href='other.rng'/></grammar>", .unusableSchema, 2),
    (
      """
      <element \(grammar) name='a' datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>
      <data type='number'/></element>
      """, .unusableSchema, 2
    ),
    (
      """
      <element \(grammar) name='a' datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>
      <data type='string'>
      <param name='pattern'>[</param></data></element>
      """, .unusableSchema, 3
    ),
    ("<element \(grammar) name='a'>\n<text></element>", .notWellFormed, 2),
    ("<!DOCTYPE a [<!ENTITY x 'y'>]>\n<element \(grammar) name='a'><text/></element>", .internalSubset, 1),
  ]) func `what is no schema does not compile`(source: String, kind: MarkupFault.Kind, line: Int) {
    let fault = #expect(throws: MarkupFault.self) {
      _ = try Schema(relaxNG: Array(source.utf8), name: "x.rng")
    }
    #expect(fault?.kind == kind)
    #expect(fault?.line == line, "\(String(describing: fault))")
    #expect(fault?.document == "x.rng")
  }
}
