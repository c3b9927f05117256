// Places where no output may go.

import Glibc
import Testing

@testable import jixiao

@Suite struct OutputPlaceTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.makeFolder("填报")
    try scratch.makeFolder("填报/内")
    try scratch.link("别名", to: "填报")
  }

  private func refusal(_ output: String, input: String = "填报") -> OutputRefusal? {
    #expect(throws: OutputRefusal.self) {
      try OutputFolder(at: scratch(output), apartFrom: [scratch(input)])
    }
  }

  @Test(arguments: ["填报", "填报/", "填报/内/../../填报", "别名", "./填报"])
  func same(output: String) {
    guard case .isInput = refusal(output) else {
      Issue.record("\(output)")
      return
    }
  }

  @Test(arguments: ["填报/out", "填报/内", "填报/内/out", "别名/out"])
  func inside(output: String) {
    guard case .isInsideInput = refusal(output) else {
      Issue.record("\(output)")
      return
    }
  }

  @Test func around() {
    guard case .isAroundInput = refusal("填报", input: "填报/内") else {
      Issue.record("around")
      return
    }
  }

  @Test(arguments: [".", "..", "/", "", "填报/.."])
  func unnamed(output: String) {
    #expect(throws: OutputRefusal.isUnnamed(output: output)) {
      try OutputFolder(at: DiskPath(output), apartFrom: [])
    }
  }

  @Test func besideWithACommonBeginningIsFine() throws {
    _ = try OutputFolder(at: scratch("填报2"), apartFrom: [scratch("填报"), scratch("没有")])
  }

  @Test func otherThings() throws {
    try scratch.write("文件", "x")
    try scratch.link("断", to: "没有")
    try #require(mkfifo(String(decoding: scratch("管道").bytes, as: UTF8.self), 0o600) == 0)
    for (output, reason) in [
      ("文件", "是普通文件，不是目录"), ("断", "是符号链接，请写它所指的目录"), ("别名", "是符号链接，请写它所指的目录"),
      ("管道", "是管道，不是目录"), ("没有/out", "上级目录“\(scratch("没有").display)”不存在，请先建立"),
      ("文件/out", "“\(scratch("文件").display)”不是目录"),
    ] {
      let fault = #expect(throws: DiskFault.self) { try OutputFolder(at: scratch(output), apartFrom: []) }
      #expect(fault?.reason == reason)
      #expect(fault?.message.contains(scratch(output).display) == true)
    }
  }

  @Test func mountPoint() throws {
    let fault = #expect(throws: DiskFault.self) { try OutputFolder(at: DiskPath("/proc"), apartFrom: []) }
    #expect(fault?.message == "无法替换“/proc”：是挂载点，请写它里面的一个目录")
  }
}
