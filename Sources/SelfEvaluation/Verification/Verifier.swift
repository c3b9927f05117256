// Stage 7: every document is proven before anything is written; a fault here is ours (E9xx).

internal import Markup
internal import Synchronization

/// One finished file, as far as verification is concerned.
struct FinishedFile: Sendable {
  let path: String
  let role: DocumentRole
  let format: DocumentFormat
  let bytes: [UInt8]
}

extension FinishedFile {
  init(_ document: Document) {
    self.init(path: document.path, role: document.role, format: document.format, bytes: document.bytes)
  }
}

/// What is wrong with a finished file.
struct DocumentFault: Hashable, Sendable {
  enum Kind: Sendable { case notWellFormed, internalSubset, schema, reference, unreadableCSV, twin }
  let kind: Kind
  let path: String
  let message: String

  /// The same as a finding about a document we were about to write.
  var ownFinding: Finding {
    let code: Code =
      switch kind {
      case .notWellFormed: .notWellFormed
      case .internalSubset: .internalSubset
      case .schema, .reference: .violatesSchema
      case .unreadableCSV, .twin: .tableDiffersFromCSV
      }
    return Finding(code, at: .file(path), message, remedy: "把填报目录和这段信息一并报告给本工具的维护者")
  }
}

extension TemplateFault {
  /// A page that could not be rendered although its template is sound.
  var ownFinding: Finding {
    Finding(.templateFault, at: .file(file), "页面无法生成：\(message)", remedy: "把填报目录和这段信息一并报告给本工具的维护者")
  }
}

/// What proving a folder's files yields.
struct Proof: Sendable {
  var faults: [DocumentFault] = []
  /// Seals by path, then by table id; a CSV file has one of the empty id.
  var seals: [String: [String: GridSeal]] = [:]
  /// The texts behind the seals, to show a changed cell.
  var grids: [String: [String: [[String]]]] = [:]
}

struct Verifier {
  let schemas: PageSchemas

  /// Proves pages against their schemas and their CSV twins; links lead to files of the same folder. Pages know
  /// nothing of each other: `spread` may prove several at once.
  func prove(_ files: [FinishedFile], spread: Spread = oneAfterAnother) -> Proof {
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var tables: [String: [[String]]] = [:]
    var proof = Proof()
    for file in files where file.format == .csv {
      switch CSVReadBack.rows(of: file) {
      case .success(let rows):
        tables[file.path] = rows
        proof.seal(rows, file.path, "")
      case .failure(let fault): proof.faults.append(fault)
      }
    }
    let pages = files.filter { $0.format == .html }
    let twins = tables
    // The largest first, so that no one is left with it at the end.
    let order = pages.indices.sorted { (-pages[$0].bytes.count, $0) < (-pages[$1].bytes.count, $1) }
    let proofs = Mutex<[Int: Proof]>([:])
    spread(order.count) { turn in
      let page = order[turn]
      let proof = self.proof(of: pages[page], byPath, twins)
      proofs.withLock { $0[page] = proof }
    }
    proofs.withLock { proofs in for page in pages.indices { if let next = proofs[page] { proof.add(next) } } }
    return proof
  }

  private func proof(
    of file: FinishedFile, _ files: [String: FinishedFile], _ tables: [String: [[String]]]
  ) -> Proof {
    var proof = Proof()
    do throws(MarkupFault) {
      let document = try Markup.Document(parsing: file.bytes, name: file.path)
      guard let schema = schemas.schema(of: file.role) else {
        proof.faults.append(DocumentFault(kind: .schema, path: file.path, message: "没有对应的结构规则"))
        return proof
      }
      proof.faults += document.validate(against: schema).map {
        DocumentFault(kind: .schema, path: file.path, message: "第\($0.line)行：\($0.message)")
      }
      proof.faults += scripts(of: document, file)
      proof.faults += try references(of: document, file, files)
      for table in document.tables(namedBy: "data-csv") { proof.faults += try twin(table, file, tables) }
      // A table with a twin is compared with it cell for cell; the others are sealed.
      for table in document.tables(namedBy: "id", without: "data-csv") {
        proof.seal(try table.grid().map { $0.map(\.text) }, file.path, table.name)
      }
    } catch {
      let kind: DocumentFault.Kind =
        switch error.kind {
        case .internalSubset: .internalSubset
        case .schema, .duplicateID: .schema
        case .table: .twin
        case .notWellFormed, .unusableSchema: .notWellFormed
        }
      proof.faults.append(
        DocumentFault(kind: kind, path: file.path, message: "第\(error.line)行：\(error.message)"))
    }
    return proof
  }

  /// Links inside a page have their target; others lead to a file of the same folder, never outside.
  private func references(
    of document: borrowing Markup.Document, _ file: FinishedFile, _ files: [String: FinishedFile]
  ) throws(MarkupFault) -> [DocumentFault] {
    let ids = try document.ids()
    // Pages link to few files, many times.
    var resolved: [String: Bool] = [:]
    func leadsToFile(_ href: String) -> Bool {
      let path = String(decoding: href.utf8.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      if let known = resolved[path] { return known }
      let leads = RelativePath.resolve(path, from: file.path).map { files[$0] != nil } ?? false
      resolved[path] = leads
      return leads
    }
    return document.references().compactMap { reference in
      let href = reference.href
      if href.utf8.first == UInt8(ascii: "#") {
        return ids[String(decoding: href.utf8.dropFirst(), as: UTF8.self)] == nil
          ? DocumentFault(kind: .reference, path: file.path, message: "第\(reference.line)行：链接“\(href)”没有目标")
          : nil
      }
      if leadsToFile(href) { return nil }
      return DocumentFault(
        kind: .reference, path: file.path, message: "第\(reference.line)行：链接“\(href)”不在输出文件夹内")
    }
  }

  /// Only the index has a script: its filters.
  private func scripts(of document: borrowing Markup.Document, _ file: FinishedFile) -> [DocumentFault] {
    guard file.role != .index, let line = document.firstLine(of: "script") else { return [] }
    return [DocumentFault(kind: .schema, path: file.path, message: "第\(line)行：只有首页可以有脚本")]
  }

  private func twin(
    _ table: MarkedTable, _ file: FinishedFile, _ tables: [String: [[String]]]
  ) throws(MarkupFault) -> [DocumentFault] {
    let path = RelativePath.join(table.name, from: file.path)
    guard let rows = tables[path] else {
      return [DocumentFault(kind: .twin, path: file.path, message: "表格对应的“\(path)”不存在或无法读取")]
    }
    return TwinComparison.differences(try table.grid(), rows).map { difference in
      let place =
        difference.row == 0
        ? "行数"
        : difference.column.isEmpty ? "第\(difference.row)行的列数" : "第\(difference.row)行“\(difference.column)”列"
      return DocumentFault(
        kind: .twin, path: path,
        message: "\(place)与“\(file.path)”不一致：页面是“\(difference.page)”，CSV是“\(difference.csv)”")
    }
  }
}

extension Proof {
  fileprivate mutating func add(_ other: Proof) {
    faults += other.faults
    seals.merge(other.seals) { $0.merging($1) { first, _ in first } }
    grids.merge(other.grids) { $0.merging($1) { first, _ in first } }
  }

  fileprivate mutating func seal(_ grid: [[String]], _ path: String, _ id: String) {
    seals[path, default: [:]][id] = GridSeal(grid)
    grids[path, default: [:]][id] = grid
  }
}

/// Reads a finished CSV file back as any other program would: the limits of what is handed in are not its limits.
enum CSVReadBack {
  enum Outcome {
    case success([[String]])
    case failure(DocumentFault)
  }

  static func rows(of file: FinishedFile) -> Outcome {
    let (text, findings) = TextDecoder.decode(
      SourceFile(path: file.path, bytes: file.bytes), index: 0, limit: .max)
    guard let text, !findings.contains(where: { $0.severity == .error }) else {
      return .failure(
        DocumentFault(kind: .unreadableCSV, path: file.path, message: findings.first?.message ?? "无法读取"))
    }
    switch CSVReader.texts(of: text, delimiter: .comma) {
    case .success(let rows): return .success(rows)
    case .failure(let fault):
      return .failure(DocumentFault(kind: .unreadableCSV, path: file.path, message: fault.message))
    }
  }
}
