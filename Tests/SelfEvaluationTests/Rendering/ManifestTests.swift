// manifest.json, read back by another JSON reader.

import Foundation
import Testing

@testable import SelfEvaluation

struct ManifestTests {
  @Test func `keys in the order of the contract`() throws {
    let report = try report()
    let documents = try Renderer.render(report, templates: try TemplateLibrary())
    let bytes = Manifest.bytes(report, documents: documents)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {
          "tool": "jixiao",
          "version": "0.1.0",
          "period": "year",
          "rubric": "jiangsu",
          "unit": "示例检验所",
          "year": 2023,
          "score": "100.00",
          "ruleScore": "100.00",
          "grade": "优",
          "submission": "\(report.submission.digest)",
          "inputs": [
            {
              "path": "unit.csv",
        """), "\(text.prefix(600))")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let listed = try #require(object["documents"] as? [[String: Any]])
    #expect(listed.count == documents.count)
    #expect(listed[1]["project"] == nil && listed[3]["project"] as? String == "强制检定经费")
    #expect(listed[0]["sha256"] as? String == Digest.sha256(documents[0].bytes))
  }

  @Test func `half-year monitoring has no scores`() throws {
    let text = String(decoding: Manifest.bytes(try report(Example.base, .half), documents: []), as: UTF8.self)
    #expect(text.contains("\"score\": null,\n  \"ruleScore\": null,\n  \"grade\": null"))
    #expect(text.contains("\"documents\": []"))
  }

  @Test func `every character survives`() throws {
    let hostile = String(
      String.UnicodeScalarView(
        (Array(0...0x2100) + [0x5C, 0xFDD0, 0x1F600, 0x1FFFF, 0xE0041]).compactMap(Unicode.Scalar.init)))
    let bytes = JSONWriter.write(.object([(hostile, .array([.text(hostile), .null, .number(-1)]))]))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [Any]])
    #expect(object.keys.first?.unicodeScalars.elementsEqual(hostile.unicodeScalars) == true)
    #expect(
      (object.values.first?.first as? String)?.unicodeScalars.elementsEqual(hostile.unicodeScalars) == true)
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(written.contains("\\u202e") && written.contains("\\udb40\\udc41"))
    #expect(!written.unicodeScalars.contains(where: VisibleText.isInvisible))
  }
}
