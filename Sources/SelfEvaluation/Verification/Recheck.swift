// jixiao verify: a finished folder proven again — hashes, schemas, page = CSV, and the seals of the manifest and all
// tables.

internal import Markup

/// The proof of a folder by its manifest, long after it was written.
public enum Recheck {
  /// What is no longer as it was written. `files` are all regular files of the folder by relative path.
  public static func findings(
    manifest: [UInt8], files: [(path: String, bytes: [UInt8])], schemas: PageSchemas
  ) -> [Finding] {
    guard let listed = ManifestFile(manifest) else {
      return [
        Finding(
          .unreadableManifest, at: .file(Manifest.path), "manifest.json 不是本工具写的清单，或已损坏",
          remedy: "用 jixiao report 重新生成")
      ]
    }
    let present = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var findings = sealFinding(manifest)
    var finished: [FinishedFile] = []
    for entry in listed.documents {
      guard let bytes = present[entry.path] else {
        findings.append(
          Finding(
            .missingDocument, at: .file(entry.path), "清单中的“\(entry.path)”不在文件夹里", remedy: "找回该文件，或重新生成报告"))
        continue
      }
      if Digest.sha256(bytes) != entry.sha256 {
        findings.append(
          Finding(
            .changedDocument, at: .file(entry.path), "“\(entry.path)”与清单记录的摘要不同，生成之后被改动过",
            remedy: "重新生成报告；确需修改的，改填报数据后再生成"))
      }
      if let role = DocumentRole(rawValue: entry.role), let format = DocumentFormat(rawValue: entry.format) {
        finished.append(FinishedFile(path: entry.path, role: role, format: format, bytes: bytes))
      }
    }
    let known = Set(listed.documents.map(\.path) + [Manifest.path])
    for file in files where !known.contains(file.path) {
      findings.append(
        Finding(
          .unlistedDocument, at: .file(file.path), "“\(file.path)”不在清单里，不是本工具写的", remedy: "不属于本报告的，移到别处"))
    }
    let proof = Verifier(schemas: schemas).prove(finished)
    // A link to a file that is missing follows from its being missing.
    let missing = listed.documents.contains { present[$0.path] == nil }
    findings += proof.faults.filter { !(missing && $0.kind == .reference) }.map(finding)
    // What differs from its twin has been named by row and column already.
    let named = Set(proof.faults.filter { $0.kind == .twin }.map(\.path))
    findings += sealFindings(listed, proof).filter { finding in !named.contains { finding.place == .file($0) }
    }
    return findings
  }

  /// Whether the manifest itself is as it was written.
  private static func sealFinding(_ manifest: [UInt8]) -> [Finding] {
    switch ManifestSeal(of: manifest) {
    case .intact: []
    case .broken:
      [
        Finding(
          .changedManifest, at: .file(Manifest.path),
          "manifest.json 与它末尾的封签不符，生成之后被改动过：其中的得分、等级、单位、年度、填报文件和各文件的摘要都不可信",
          remedy: "找回原来的清单，或重新生成报告")
      ]
    case .absent:
      [
        Finding(
          .unsealedManifest, at: .file(Manifest.path), "manifest.json 没有封签，其中的得分、等级、单位等是否改动过无法判断",
          remedy: "重新生成报告，即带有封签")
      ]
    }
  }

  private static func finding(_ fault: DocumentFault) -> Finding {
    let code: Code = fault.kind == .twin ? .changedCell : .invalidDocument
    return Finding(code, at: .file(fault.path), fault.message, remedy: "重新生成报告；确需修改的，改填报数据后再生成")
  }

  private static func sealFindings(_ manifest: ManifestFile, _ proof: Proof) -> [Finding] {
    manifest.documents.flatMap { entry -> [Finding] in
      (entry.seals ?? [:]).sorted { $0.key < $1.key }.flatMap { id, seal -> [Finding] in
        guard let now = proof.seals[entry.path]?[id], let grid = proof.grids[entry.path]?[id] else {
          return []
        }
        return changes(GridSeal(rows: seal.rows, columns: seal.columns), now, grid, entry.path, id)
      }
    }
  }

  private static func changes(
    _ was: GridSeal, _ now: GridSeal, _ grid: [[String]], _ path: String, _ id: String
  ) -> [Finding] {
    let (rows, columns) = was.changes(to: now)
    guard !rows.isEmpty || !columns.isEmpty else { return [] }
    let table = id.isEmpty ? "" : "的表格“\(id)”"
    let headings = grid.first ?? []
    let names = columns.map { headings.indices.contains($0) ? "“\(headings[$0])”" : "第\($0 + 1)列" }.joined(
      separator: "、")
    let lines =
      rows.prefix(10).map { "\($0 + 1)" }.joined(separator: "、") + (rows.count > 10 ? "等\(rows.count)" : "")
    var message = "“\(path)”\(table)第\(lines)行\(names)列与生成时不同"
    if rows.count == 1, columns.count == 1, grid.indices.contains(rows[0]),
      grid[rows[0]].indices.contains(columns[0])
    {
      message += "，现为“\(grid[rows[0]][columns[0]])”"
    }
    return [Finding(.changedCell, at: .file(path), message, remedy: "重新生成报告；确需修改的，改填报数据后再生成")]
  }
}
