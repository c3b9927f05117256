// Reading a page's tables back, so that they can be compared with their CSV twins.

extension Document {
  /// The XHTML tables that carry an attribute, in document order: `tables(namedBy: "data-csv")`.
  ///
  /// A table inside a cell is read as that cell's text, and on its own too if it carries the attribute.
  /// - Parameters:
  ///   - attribute: what a table must carry; its value becomes the table's name.
  ///   - other: tables that carry this attribute as well are left out.
  /// - Returns: the tables with their texts.
  public func tables(namedBy attribute: String, without other: StaticString? = nil) -> [MarkedTable] {
    guard let root else { return [] }
    var tables: [MarkedTable] = []
    attribute.withCString(encodedAs: UTF8.self) { attribute in
      for element in root.elements where element.isXHTML("table") {
        guard let value = element.attribute(named: attribute) else { continue }
        if let other, element.attribute(named: other) != nil { continue }
        tables.append(element.table(named: value, in: name))
      }
    }
    return tables
  }
}

extension Node {
  fileprivate func table(named name: String, in document: String) -> MarkedTable {
    var rows: [[MarkedCell]] = []
    var places: [RowPlace] = []
    func take(_ row: Node) {
      rows.append(row.cells(about: rows.last?.count ?? 0))
      places.append(RowPlace(line: row.line, isLastOfGroup: false))
    }
    // Rows that stand in the table itself are a group until a head, body or foot begins.
    func endGroup() {
      if !places.isEmpty { places[places.count - 1].isLastOfGroup = true }
    }
    for child in children {
      if child.isXHTML("tr") {
        take(child)
      } else if child.isXHTML("tbody") || child.isXHTML("thead") || child.isXHTML("tfoot") {
        endGroup()
        for row in child.children where row.isXHTML("tr") { take(row) }
        endGroup()
      }
    }
    endGroup()
    return MarkedTable(name: name, line: line, rows: rows, places: places, document: document)
  }

  /// The cells of a row; `count` is how many there may be.
  private func cells(about count: Int) -> [MarkedCell] {
    var cells: [MarkedCell] = []
    cells.reserveCapacity(count)
    for child in children where child.isXHTML("td") || child.isXHTML("th") { cells.append(child.cell) }
    return cells
  }

  private var cell: MarkedCell {
    var rowSpan = 1
    var columnSpan = 1
    var id: String?
    for attribute in attributes {
      if attribute.isNamed("rowspan") {
        rowSpan = span(attribute.value)
      } else if attribute.isNamed("colspan") {
        columnSpan = span(attribute.value)
      } else if attribute.isNamed("id") {
        id = attribute.value
      }
    }
    return MarkedCell(text: text, rowSpan: rowSpan, columnSpan: columnSpan, line: line, id: id)
  }

  /// A span's number: digits alone, as browsers would read `2x` as 2. What is none gives 0, which no grid takes.
  private func span(_ value: String) -> Int {
    value.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(value) ?? 0 : 0
  }
}
