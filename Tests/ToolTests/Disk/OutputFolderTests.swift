// The output folder as its users meet it: replaced whole, never mixed, people's files kept.

import Glibc
import Testing

@testable import jixiao

@Suite struct OutputFolderTests {
  let scratch: Scratch
  let out: OutputFolder

  init() throws {
    scratch = try Scratch()
    out = try OutputFolder(at: scratch("绩效报告/"), apartFrom: [])
  }

  static let first = [("index.html", "一"), ("项目/01-设备.html", "二"), ("数据/深/明细.csv", "三")]
  static let second = [("index.html", "新")]

  @Test(arguments: [OutputFolder.Durability.none, .wholeFileSystem, .eachFile])
  func newThenReplaced(durability: OutputFolder.Durability) throws {
    #expect(try out.publish(Self.first, durability: durability) == .init(backup: nil, leftovers: []))
    #expect(try scratch.snapshot("绩效报告")["数据/深/明细.csv"] == "三")
    #expect(try out.publish(Self.second, durability: durability) == .init(backup: nil, leftovers: []))
    #expect(try scratch.snapshot("绩效报告").keys.sorted() == ["index.html", "manifest.json"])
    #expect(try scratch.names() == ["绩效报告"])
  }

  @Test func emptyFolderIsReplacedAndItsModeKept() throws {
    try scratch.makeFolder("绩效报告", mode: 0o750)
    try out.publish(Self.second)
    let status = try FileStatus.entry(scratch("绩效报告").bytes, following: false, shown: out.path)
    #expect(status?.mode == 0o750)
    #expect(try scratch.names() == ["绩效报告"])
  }

  @Test func addedAndEditedFilesStopTheRun() throws {
    try out.publish(Self.first)
    try scratch.write("绩效报告/签字扫描.pdf", "扫描")
    try scratch.write("绩效报告/index.html", "改过")
    try scratch.link("绩效报告/链接", to: "/etc/passwd")
    let before = try scratch.snapshot("绩效报告")
    let error = #expect(throws: ForeignFiles.self) { try out.publish(Self.second) }
    #expect(
      error?.files == [
        .init(path: "index.html", change: .edited), .init(path: "签字扫描.pdf", change: .added),
        .init(path: "链接", change: .added),
      ])
    #expect(error?.message.contains("index.html（生成后改过）") == true)
    #expect(try scratch.snapshot("绩效报告") == before)
    #expect(try scratch.names() == ["绩效报告"])
  }

  @Test(arguments: [nil, "{}"])
  func folderWithoutManifestIsNotOurs(manifest: String?) throws {
    try scratch.makeFolder("绩效报告")
    try scratch.write("绩效报告/照片.jpg", "照片")
    if let manifest { try scratch.write("绩效报告/manifest.json", manifest) }
    let error = #expect(throws: ForeignFiles.self) { try out.publish(Self.second) }
    #expect(error?.files.last == .init(path: "照片.jpg", change: .unknown))
  }

  @Test func deletedFilesDoNotMatter() throws {
    try out.publish(Self.first)
    try FolderTree.remove(.init(folder: AT_FDCWD, name: scratch("绩效报告/数据").bytes), shown: out.path)
    try out.publish(Self.second)
    #expect(try scratch.snapshot("绩效报告")["index.html"] == "新")
  }

  @Test func forceKeepsTheOldFolder() throws {
    try out.publish(Self.first)
    try scratch.write("绩效报告/签字扫描.pdf", "扫描")
    let first = try out.publish(Self.second, force: true)
    #expect(first.backup?.name == Array("绩效报告.bak-1".utf8))
    #expect(try scratch.snapshot("绩效报告.bak-1")["签字扫描.pdf"] == "扫描")
    #expect(try scratch.snapshot("绩效报告")["index.html"] == "新")
    #expect(try out.publish(Self.first, force: true).backup?.name == Array("绩效报告.bak-2".utf8))
    #expect(try scratch.names() == ["绩效报告", "绩效报告.bak-1", "绩效报告.bak-2"])
  }

  @Test(arguments: ["../x", "/etc/x", "a//b", "a/../b", "", "a/", "./a", "a\0b"])
  func namesThatLeaveTheFolder(name: String) throws {
    try out.publish(Self.first)
    let before = try scratch.snapshot("绩效报告")
    #expect(throws: DiskFault.self) { try out.publish([("index.html", "新"), (name, "x")]) }
    #expect(try scratch.snapshot("绩效报告") == before)
    #expect(try scratch.names() == ["绩效报告"])
  }

  @Test func faultWhileBuildingLeavesTheOldFolder() throws {
    try out.publish(Self.first)
    let before = try scratch.snapshot("绩效报告")
    let error = #expect(throws: DiskFault.self) { try out.publish([("a", "1"), ("a/b", "2")]) }
    #expect(error?.message == "无法新建“\(out.path.display)/a”：已经存在")
    #expect(try scratch.snapshot("绩效报告") == before)
    #expect(try scratch.names() == ["绩效报告"])
  }

  /// Names as Windows zips have them: GBK bytes in the output's own name and among people's files.
  @Test func namesThatAreNotUTF8() throws {
    let name: [UInt8] = [0xB1, 0xA8, 0xB8, 0xE6]  // 报告
    let gbk = try OutputFolder(at: scratch.path.appending(name), apartFrom: [])
    try gbk.publish(Self.first)
    try scratch.write(gbk.path.appending([0xC7, 0xA9, 0xD7, 0xD6] + Array(".pdf".utf8)), [1])
    let error = #expect(throws: ForeignFiles.self) { try gbk.publish(Self.second) }
    #expect(error?.folder.hasSuffix("/报告") == true)
    #expect(error?.files.map(\.path) == ["签字.pdf"])
  }

  @Test func concurrentRunsLeaveOneWholeResult() async throws {
    let path = out.path
    try await withThrowingTaskGroup { group in
      for run in 0..<24 {
        group.addTask {
          let out = try OutputFolder(at: path, apartFrom: [])
          let publication = try out.publish((0..<8).map { ("数据/\($0).csv", "第\(run)次") })
          #expect(publication.leftovers.isEmpty)
        }
      }
      try await group.waitForAll()
    }
    let snapshot = try scratch.snapshot("绩效报告").filter { $0.key != "manifest.json" }
    #expect(snapshot.count == 8)
    #expect(Set(snapshot.values).count == 1)
    #expect(try scratch.names() == ["绩效报告"])
  }
}
