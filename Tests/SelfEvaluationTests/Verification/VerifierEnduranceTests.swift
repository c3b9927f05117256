// A batch proves thousands of reports in one process: what a proof took, it gives back.

#if os(Linux)
  import Foundation
  import Testing

  @testable import SelfEvaluation

  struct VerifierEnduranceTests {
    /// The trees of one proof kept per round would be over 100 MB (25,000 pages) in the end; other tests run in the
    /// same process.
    @Test func `a thousand verifications leave no memory behind`() throws {
      let templates = try TemplateLibrary()
      let verifier = Verifier(schemas: try PageSchemas(templates))
      let sound = try Renderer.render(try report(), templates: templates).map(FinishedFile.init)
      let broken = sound.map { file in
        FinishedFile(
          path: file.path, role: file.role, format: file.format,
          bytes: file.format == .html ? Array(file.bytes.dropLast(20)) : file.bytes)
      }
      func prove(_ count: Int) {
        for round in 0..<count {
          // A refused page takes another way out.
          let isBroken = round % 10 == 9
          #expect(verifier.prove(isBroken ? broken : sound).faults.isEmpty != isBroken)
        }
      }
      prove(100)
      let before = try residentPages()
      prove(1_000)
      #expect(try residentPages() - before < 12_000)
    }

    private func residentPages() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return try #require(Int(fields[1]))
    }
  }
#endif
