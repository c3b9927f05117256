// A thousand proofs in one run: memory stays where it is.

import Foundation
import Markup
import Testing

@testable import SelfEvaluation

#if os(Linux)
  @Suite struct VerifierEnduranceTests {
    /// The unit's sheet of the real sample, parsed and validated as `Verifier` does it. One tree kept per round would be
    /// 1.2 GB in the end; alone, it is 0.1 MB. Other tests run in the same process: what they hold grows once, what is
    /// lost grows every time. The address sanitizer holds back what is freed, and reports what is lost itself.
    @Test(.disabled(if: dlsym(nil, "__asan_init") != nil, "the sanitizer looks for leaks itself"))
    func `a thousand verifications leave no memory behind`() throws {
      let templates = try TemplateLibrary()
      let documents = try Renderer.render(try report(try sample()), templates: templates)
      let page = try #require(documents.first { $0.format == .html && $0.role == .unitSheet })
      let rules = templates.schema(of: .index)
      let schema = try Schema(relaxNG: rules.bytes, name: rules.name)
      func verify(_ rounds: Int) throws {
        for _ in 0..<rounds {
          let tree = try Markup.Document(parsing: page.bytes, name: page.path)
          #expect(tree.validate(against: schema).isEmpty)
        }
      }
      try verify(50)
      var growth: [Int] = []
      while growth.count < 3, growth.last ?? .max >= 100_000 {
        let before = try Self.residentKilobytes()
        try verify(1_000)
        growth.append(try Self.residentKilobytes() - before)
      }
      #expect(try #require(growth.last) < 100_000, "\(growth) KB")
    }

    private static func residentKilobytes() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return try #require(fields.count > 1 ? Int(fields[1]) : nil) * 4
    }
  }
#endif
