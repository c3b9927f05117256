// The small pages that the tests of this folder share.

@testable import Markup

/// A page around a body, with its document type on line 1 and the body from line 3.
func page(_ body: String, documentType: String = "<!DOCTYPE html>") -> String {
  """
  \(documentType)
  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>绩效</title></head><body>
  \(body)
  </body></html>
  """
}

/// A page with one marked table around some rows, which begin on line 4.
func page(rows: String) -> String { page("<table data-csv=\"表.csv\">\n\(rows)\n</table>") }

func document(_ source: String) throws(MarkupFault) -> Document {
  try Document(parsing: Array(source.utf8), name: "页.html")
}

/// Pages of one table whose last column is a number.
let sheetSchema = """
  <element name="html" xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/1999/xhtml"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <element name="head"><element name="title"><text/></element></element>
    <element name="body">
      <element name="table">
        <attribute name="data-csv"/>
        <oneOrMore>
          <element name="tr">
            <element name="td"><optional><attribute name="id"><data type="ID"/></attribute></optional><text/></element>
            <element name="td"><data type="decimal"><param name="fractionDigits">2</param></data></element>
          </element>
        </oneOrMore>
      </element>
    </element>
  </element>
  """

func compiledSheetSchema() throws(MarkupFault) -> Schema {
  try Schema(relaxNG: Array(sheetSchema.utf8), name: "表.rng")
}
