// What earlier runs left behind: dead ones are cleared away, live ones and strangers are not, people's files never.

import Glibc
import Testing

@testable import jixiao

@Suite struct SweepTests {
  let scratch: Scratch
  let out: OutputFolder
  let stale = ".out.jixiao-1-0123456789abcdef"

  init() throws {
    scratch = try Scratch()
    out = try OutputFolder(at: scratch("out"), apartFrom: [])
  }

  private func makeStale(_ inner: String, _ files: [(String, String)]) throws {
    try scratch.makeFolder(stale)
    try scratch.makeFolder("\(stale)/\(inner)")
    for (name, text) in files { try scratch.write("\(stale)/\(inner)/\(name)", text) }
  }

  /// The files of a report with its manifest.
  private func report(_ files: [(String, String)]) -> [(String, String)] {
    Manifest.documents(files).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  @Test(arguments: ["draft", "swap"])
  func finishedOrUnfinishedIsRemoved(inner: String) throws {
    try makeStale(inner, inner == "swap" ? report([("a", "1")]) : [("a", "1")])
    try out.publish([("index.html", "新")])
    #expect(try scratch.names() == ["out"])
  }

  @Test func aLiveOneStays() throws {
    try makeStale("draft", [("a", "1")])
    let live = try Descriptor.folder(scratch(stale).bytes, shown: out.path)
    #expect(live.lock() == true)
    try out.publish([("index.html", "新")])
    #expect(try scratch.names() == [stale, "out"])
    #expect(try live.status().kind == .folder)
  }

  @Test(arguments: [
    ".out.jixiao-1-0123456789abcde", ".out.jixiao-x-0123456789abcdef", ".out.jixiao-1-0123456789ABCDEF",
    ".out2.jixiao-1-0123456789abcdef", "out.jixiao-1-0123456789abcdef", ".out.jixiao-1-0123456789abcdef-",
  ])
  func strangersStay(name: String) throws {
    try scratch.makeFolder(name)
    try out.publish([("index.html", "新")])
    #expect(try scratch.names().contains(name))
  }

  /// What a run takes out is a folder: a link laid in its place never becomes the output.
  @Test(arguments: ["old", "swap"]) func aLinkIsNotPutBack(inner: String) throws {
    try scratch.makeFolder("别处")
    try scratch.write("别处/a", "1")
    try scratch.makeFolder(stale)
    try scratch.link("\(stale)/\(inner)", to: "../别处")
    try out.publish([("index.html", "新")])
    #expect(try scratch.names() == ["out", "别处"])
    #expect(try FileStatus.entry(scratch("out").bytes, following: false, shown: out.path)?.kind == .folder)
    #expect(try scratch.snapshot("别处") == ["a": "1"])
  }

  @Test func aLinkOfThatNameStaysAndIsNotFollowed() throws {
    try scratch.makeFolder("别处")
    try scratch.write("别处/a", "1")
    try scratch.link(stale, to: "别处")
    try scratch.makeFolder(".out.jixiao-2-0123456789abcdef")
    try scratch.link(".out.jixiao-2-0123456789abcdef/draft", to: "../别处")
    try out.publish([("index.html", "新")])
    #expect(try scratch.snapshot("别处") == ["a": "1"])
    #expect(try scratch.names() == [stale, "out", "别处"])
  }

  /// Killed between the two renames of a file system without an exchange.
  @Test func anOldFolderTakenOutIsPutBack() throws {
    try makeStale("old", report([("a", "1")]) + [("签字.pdf", "扫描")])
    #expect(throws: ForeignFiles.self) { try out.publish([("index.html", "新")]) }
    #expect(try scratch.snapshot("out")["签字.pdf"] == "扫描")
    #expect(try scratch.names() == ["out"])
  }

  /// Killed after the exchange under `--force`, before the old folder got its name.
  @Test func peoplesFilesAreKept() throws {
    try out.publish([("index.html", "旧")])
    try makeStale("swap", [("签字.pdf", "扫描")])
    try out.publish([("index.html", "新")])
    #expect(try scratch.snapshot("out.bak-1") == ["签字.pdf": "扫描"])
    #expect(try scratch.names() == ["out", "out.bak-1"])
  }
}
