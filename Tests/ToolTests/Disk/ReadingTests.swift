// Reading submissions and single files: what is read, what is passed over, what is refused.

import Glibc
import SelfEvaluation
import Testing

@testable import jixiao

@Suite struct ReadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func fault(_ work: () throws -> Void) -> DiskFault? {
    #expect(throws: DiskFault.self) { try work() }
  }

  @Test func csvFilesOfBothFolders() throws {
    try scratch.makeFolder("actuals")
    try scratch.makeFolder("附件")
    for name in ["unit.csv", "BUDGET.CSV", "actuals/科研.csv", "actuals/说明.xlsx", "表.xlsx", "notes.txt"] {
      try scratch.write(name, name)
    }
    for name in [".hidden.csv", "~$unit.csv", ".~unit.csv", ".~lock.unit.csv#", "actuals/~$x.csv"] {
      try scratch.write(name, "")
    }
    let gbk = [0xC4, 0xBF, 0xB1, 0xEA] + Array(".csv".utf8)  // 目标.csv
    try scratch.write(scratch.path.appending(gbk), [1])
    try scratch.link("链接.csv", to: "unit.csv")
    let content = try SubmissionFolder.read(scratch.path)
    let names = ["BUDGET.CSV", "actuals/科研.csv", "unit.csv", "目标.csv", "链接.csv"]
    #expect(content.files.map(\.displayName) == names)
    #expect(content.files.first { $0.displayName == "目标.csv" }?.name == gbk)
    #expect(content.files.first { $0.displayName == "链接.csv" }?.bytes == Array("unit.csv".utf8))
    #expect(
      content.ignored.map(TextDecoder.displayName) == ["actuals/说明.xlsx", "notes.txt", "表.xlsx", "附件/"])
  }

  @Test func notAFile() throws {
    try scratch.makeFolder("a")
    try scratch.makeFolder("a/x.csv")
    #expect(fault { _ = try SubmissionFolder.read(scratch("a")) }?.reason == "是目录，不是普通文件")
    try scratch.makeFolder("b")
    try #require(mkfifo(String(decoding: scratch("b/x.csv").bytes, as: UTF8.self), 0o600) == 0)
    #expect(fault { _ = try SubmissionFolder.read(scratch("b")) }?.reason == "是管道，不是普通文件")
    try scratch.makeFolder("c")
    try scratch.link("c/x.csv", to: "/dev/zero")
    #expect(fault { _ = try SubmissionFolder.read(scratch("c")) }?.reason == "是设备，不是普通文件")
    try scratch.makeFolder("d")
    try scratch.link("d/x.csv", to: "没有.csv")
    let dangling = fault { _ = try SubmissionFolder.read(scratch("d")) }
    #expect(dangling?.message == "无法打开“\(scratch("d/x.csv").display)”：是断开的符号链接，它指向的文件不存在")
  }

  @Test func notAFolder() throws {
    try scratch.write("文件", "")
    #expect(fault { _ = try SubmissionFolder.read(scratch("没有")) }?.reason == "不存在")
    #expect(fault { _ = try SubmissionFolder.read(scratch("文件")) }?.reason == "路径中有一段不是目录")
  }

  @Test func limits() throws {
    for name in ["a.csv", "b.csv", "c.csv"] { try scratch.write(name, "0123456789") }
    let one = try SubmissionFolder.read(scratch.path, fileLimit: 9)
    #expect(one.files.allSatisfy { $0.exceedsLimit && $0.bytes.count == 10 })
    let all = try SubmissionFolder.read(scratch.path, fileLimit: 10, totalLimit: 15)
    #expect(all.files.map(\.exceedsLimit) == [false, true, true])
    #expect(all.files.map(\.bytes.count) == [10, 6, 1])
    #expect(try FileReader.read(scratch("a.csv"), limit: 10).exceedsLimit == false)
  }

  @Test func aFileThatGrowsIsRefused() async throws {
    let path = scratch("a.csv")
    try scratch.write(path, Array(repeating: 0x41, count: 1 << 24))
    let writer = Task.detached {
      let file = try Descriptor(path.bytes, O_WRONLY | O_APPEND, shown: path)
      while !Task.isCancelled { try file.write([0x42]) }
    }
    defer { writer.cancel() }
    var refused = false
    let deadline = ContinuousClock.now + .seconds(60)
    while !refused, ContinuousClock.now < deadline {
      // The writer may have to wait for its turn.
      await Task.yield()
      do { _ = try FileReader.read(path, limit: 1 << 25) } catch {
        #expect(error.reason == "读取时它正被改动，请保存并关闭后再试")
        refused = true
      }
    }
    #expect(refused)
  }

  @Test func treeDoesNotFollowLinks() throws {
    try scratch.makeFolder("树")
    try scratch.makeFolder("树/枝")
    try scratch.write("树/枝/叶", "1")
    try scratch.write("树/a", "1")
    try scratch.link("树/环", to: ".")
    try scratch.link("树/根", to: "/etc")
    #expect(try FolderTree.list(scratch("树")).map(TextDecoder.displayName) == ["a", "枝/叶"])
  }

  @Test func pathsForDisplay() {
    #expect(DiskPath("a\u{1B}[2J\nb").display == "a␛[2J␊b")
    #expect(DiskPath(bytes: [0xFF, 0xFF]).display == "\\xFF\\xFF")
    #expect(DiskPath("/a").parent == DiskPath("/"))
    #expect(DiskPath("a//b///").withoutTrailingSlashes.parent == DiskPath("a"))
    #expect(DiskPath("b").parent == DiskPath("."))
    #expect(DiskPath("//").withoutTrailingSlashes.name.isEmpty)
  }
}
