// jixiao verify through the built tool: the manifest's own facts.

import Foundation
import SelfEvaluation
import Testing

@Suite struct VerifyTests {
  private static let sample = Tool.sample("jsmi-2023")
  private static let edits = [
    ("\"score\": \"", "\"score\": \"1"), ("\"unit\": \"", "\"unit\": \"原"), ("\"year\": 20", "\"year\": 19"),
    ("\"grade\": \"优\"", "\"grade\": \"良\""), ("\"rubric\": \"jiangsu\"", "\"rubric\": \"mof\""),
    ("\"path\": \"budget.csv\"", "\"path\": \"预算.csv\""),
  ]

  private func made(_ folder: URL) throws -> URL {
    let out = folder.appending(path: "out")
    let run = try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-15", "-q")
    try #require(run.status == 0, "\(run.messages)")
    return out
  }

  private func edit(_ file: URL, _ old: String, _ new: String) throws {
    let text = String(decoding: try file.bytes(), as: UTF8.self)
    let range = try #require(text.range(of: old), "\(old)")
    try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: file)
  }

  @Test func editedFactsOfTheManifestAreFound() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = try made(folder)
      let manifest = out.appending(path: "manifest.json")
      let whole = try manifest.bytes()
      for (old, new) in Self.edits {
        try edit(manifest, old, new)
        let run = try Tool.run("verify", out.path)
        #expect(run.status == 1 && run.messages.contains("manifest.json: 错误[E717]"), "\(run.messages)")
        #expect(run.messages.contains("复核未通过：错误 1 条"), "\(run.messages)")
        try whole.write(to: manifest)
      }
      #expect(try Tool.run("verify", out.path).status == 0)
    }
  }

  /// Cell and hash changed: the row and the column are named as before, and the manifest beside them.
  @Test func aChangedSummaryWithItsHashIsFound() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = try made(folder)
      let summary = out.appending(path: "邮件/摘要.html")
      let before = Digest.sha256(Array(try summary.bytes()))
      try edit(summary, "94.80", "95.80")
      try edit(out.appending(path: "manifest.json"), before, Digest.sha256(Array(try summary.bytes())))
      let run = try Tool.run("verify", out.path)
      #expect(run.status == 1 && run.messages.contains("E717"), "\(run.messages)")
    }
  }

  /// An edited manifest is people's work like any other, and the hashes of one prove nothing.
  @Test func anEditedManifestStopsReplacement() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = try made(folder)
      let manifest = out.appending(path: "manifest.json")
      let whole = try manifest.bytes()
      let sheet = out.appending(path: "部门整体绩效自评价表.csv")
      let hash = Digest.sha256(Array(try sheet.bytes()))
      for withSheet in [false, true] {
        if withSheet {
          try whole.write(to: manifest)
          try (try sheet.bytes() + Data("手工".utf8)).write(to: sheet)
          try edit(manifest, hash, Digest.sha256(Array(try sheet.bytes())))
        } else {
          try edit(manifest, "\"score\": \"", "\"score\": \"1")
        }
        let before = try out.contents()
        let run = try Tool.run("report", Self.sample, "-o", out.path, "-q")
        #expect(run.status == 74 && run.messages.contains("manifest.json（生成后改过）"), "\(run.messages)")
        #expect(try out.contents() == before)
      }
      #expect(try Tool.run("report", Self.sample, "-o", out.path, "-q", "--force").status == 0)
      #expect(FileManager.default.fileExists(atPath: out.path + ".bak-1"))
    }
  }

  @Test func anOlderManifestIsReadAndSaidToHaveNoSeal() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let out = try made(folder)
      let manifest = out.appending(path: "manifest.json")
      try (try manifest.bytes().dropLast(81) + Data("\n}\n".utf8)).write(to: manifest)
      let run = try Tool.run("verify", out.path)
      #expect(run.status == 0 && run.messages.contains("N718"), "\(run.messages)")
      // It still tells which files are ours.
      #expect(
        try Tool.run("report", Self.sample, "-o", out.path, "--date", "2024-01-15", "-q").status == 0)
      #expect(try Tool.run("verify", out.path).messages.isEmpty)
    }
  }

  /// Every maker of a manifest seals it, and a message written anew leaves it sealed.
  @Test func checkAndMailAreSealed() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let lists = folder.appending(path: "lists")
      #expect(try Tool.run("check", Self.sample, "--by-project", "-o", lists.path).status == 0)
      let out = try made(folder)
      let mail = try Tool.run("email", out.path, "--to", "a@b.cn", "--from", "c@d.cn")
      #expect(mail.status == 0, "\(mail.messages)")
      for path in [lists.path, out.path] {
        let run = try Tool.run("verify", path)
        #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
      }
      // What somebody changed is not sealed by it.
      let manifest = out.appending(path: "manifest.json")
      try edit(manifest, "\"score\": \"", "\"score\": \"1")
      _ = try Tool.run("email", out.path, "--to", "z@b.cn", "--from", "c@d.cn")
      let run = try Tool.run("verify", out.path)
      #expect(run.status == 1 && run.messages.contains("E717"), "\(run.messages)")
    }
  }
}
