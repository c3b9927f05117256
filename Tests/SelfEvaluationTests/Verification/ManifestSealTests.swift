// The seal of the manifest: what it covers, how it is renewed, and what verify says where it does not fit.

import Foundation
import Testing

@testable import SelfEvaluation

@Suite struct ManifestSealTests {
  private let production: Pipeline.Production
  private let schemas: PageSchemas
  private var manifest: [UInt8] { production.manifest }

  init() throws {
    let templates = try TemplateLibrary()
    schemas = try PageSchemas(templates)
    production = try Pipeline.produce(try report(), templates: templates, schemas: schemas)
  }

  private func findings(_ manifest: [UInt8]) -> [Finding] {
    Recheck.findings(
      manifest: manifest, files: production.documents.map { ($0.path, $0.bytes) }, schemas: schemas)
  }

  private func isIntact(_ bytes: [UInt8]) -> Bool {
    if case .intact = ManifestSeal(of: bytes) { true } else { false }
  }
  private func isAbsent(_ bytes: [UInt8]) -> Bool {
    if case .absent = ManifestSeal(of: bytes) { true } else { false }
  }

  @Test func `it is the hash of what stands before it`() throws {
    let text = String(decoding: manifest, as: UTF8.self)
    let content = manifest.dropLast(81)
    #expect(text.hasSuffix(",\n  \"seal\": \"\(Digest.sha256(Array(content)))\"\n}\n"))
    #expect(isIntact(manifest) && ManifestFile(manifest)?.seal?.utf8.count == 64)
    #expect(production.faults == [] && findings(manifest) == [])
  }

  /// The first byte, the last one, and a good many between.
  @Test func `no byte can be another`() {
    for index in Array(stride(from: 0, to: manifest.count, by: 97)) + [manifest.count - 1] {
      var changed = manifest
      changed[index] ^= 1
      #expect(!isIntact(changed), "\(index)")
    }
    for changed in [manifest + [0x20], [0x20] + manifest, Array(manifest.dropLast()), []] {
      #expect(!isIntact(changed))
    }
  }

  @Test(arguments: [
    ("\"version\": \"\(ToolVersion.current)\"", "\"version\": \"9.9.9\""),
    ("\"score\": \"100.00\"", "\"score\": \"99.00\""),
    ("\"ruleScore\": \"100.00\"", "\"ruleScore\": null"), ("\"grade\": \"优\"", "\"grade\": \"良\""),
    ("\"unit\": \"示例检验所\"", "\"unit\": \"别的检验所\""), ("\"year\": 2023", "\"year\": 2022"),
    ("\"rubric\": \"jiangsu\"", "\"rubric\": \"mof\""), ("\"submission\": \"", "\"submission\": \"0"),
    ("\"path\": \"budget.csv\"", "\"path\": \"budget2.csv\""), ("\"rows\": ", "\"rows\": 1"),
    ("\"seal\": \"", "\"seal\": \"0"),
  ]) func `an edited fact is found`(old: String, new: String) throws {
    let text = String(decoding: manifest, as: UTF8.self)
    let range = try #require(text.range(of: old))
    let found = findings(Array(text.replacingCharacters(in: range, with: new).utf8))
    #expect(found.map(\.code) == [.changedManifest])
    #expect(found.first?.place == .file("manifest.json"))
  }

  @Test func `a manifest without a seal is still read`() throws {
    let old = Array(manifest.dropLast(81)) + Array("\n}\n".utf8)
    #expect(isAbsent(old))
    #expect(ManifestFile(old)?.documents.count == production.documents.count)
    #expect(findings(old).map(\.code) == [.unsealedManifest])
  }

  @Test func `a document written again renews it, but makes nothing good`() throws {
    let old = Digest.sha256(production.documents[0].bytes)
    let new = Digest.sha256([1])
    let renewed = ManifestFile.bytes(manifest, replacing: old, with: new)
    #expect(isIntact(renewed) && ManifestFile(renewed)?.documents.first?.sha256 == new)
    let edited = Array(String(decoding: manifest, as: UTF8.self).replacing("100.00", with: "99.00").utf8)
    #expect(!isIntact(ManifestFile.bytes(edited, replacing: old, with: new)))
    let unsealed = Array(manifest.dropLast(81)) + Array("\n}\n".utf8)
    #expect(isAbsent(ManifestFile.bytes(unsealed, replacing: old, with: new)))
  }

  /// The summary for mailing has no twin and no table with a seal of its own: only the manifest's tells.
  @Test func `a summary changed with its hash is found`() throws {
    let path = "邮件/摘要.html"
    let summary = try production.documents.at(path)
    let changed = Array(
      String(decoding: summary.bytes, as: UTF8.self).replacing("100.00", with: "98.00").utf8)
    #expect(changed != summary.bytes)
    let text = String(decoding: manifest, as: UTF8.self)
      .replacing(Digest.sha256(summary.bytes), with: Digest.sha256(changed))
    let found = Recheck.findings(
      manifest: Array(text.utf8),
      files: production.documents.map { ($0.path, $0.path == path ? changed : $0.bytes) }, schemas: schemas)
    #expect(found.contains { $0.code == .changedManifest })
  }
}
