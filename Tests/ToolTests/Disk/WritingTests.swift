// Single files and streams; and whole processes for what only a process can show.

import Glibc
import Testing

@testable import jixiao

@Suite struct WritingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func newReplacedAndModeKept() throws {
    try FileWriter.replace(scratch("表.csv"), [1])
    #expect(try FileReader.read(scratch("表.csv"), limit: 9).bytes == [1])
    try #require(chmod(String(decoding: scratch("表.csv").bytes, as: UTF8.self), 0o640) == 0)
    try scratch.link("别名", to: "表.csv")
    try scratch.write(".表.csv.jixiao-1-0123456789abcdef", "旧")
    try FileWriter.replace(scratch("别名"), [2])
    #expect(try FileReader.read(scratch("表.csv"), limit: 9).bytes == [2])
    #expect(
      try FileStatus.entry(scratch("表.csv").bytes, following: false, shown: scratch.path)?.mode == 0o640)
    #expect(try scratch.names() == ["别名", "表.csv"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func refusals() throws {
    try scratch.makeFolder("目录")
    try scratch.link("断", to: "没有/x")
    for (path, reason) in [
      (scratch("目录"), "是目录"), (scratch("断"), "是断开的符号链接"), (scratch("没有/x"), "不存在"),
      (DiskPath("/dev/full"), "空间不足"),
    ] {
      let fault = #expect(throws: DiskFault.self) { try FileWriter.replace(path, [1]) }
      #expect(fault?.reason == reason)
    }
    #expect(
      try FileStatus.entry(Array("/dev/full".utf8), following: false, shown: scratch.path)?.kind == .device)
  }

  @Test func faultsOfStreams() throws {
    let full = try Descriptor(Array("/dev/full".utf8), O_WRONLY, shown: DiskPath("标准输出"))
    let fault = #expect(throws: DiskFault.self) { try full.write([1]) }
    #expect(fault?.message == "无法写入“标准输出”：空间不足")
  }

  @Test func reasonsAreChinese() {
    for code in [ENOSPC, EDQUOT, EIO, EACCES, EPERM, EROFS, ENOENT, EISDIR, EFBIG, EPIPE, EBUSY] {
      #expect(DiskFault.reason(code).unicodeScalars.allSatisfy { $0.value > 0x2E80 })
    }
    #expect(DiskFault.reason(ECHILD) == "No child processes")
  }

  /// A write that fails half-way: the file size limit stands for a full disk.
  @Test func fullDiskLeavesTheOldFolder() async {
    await #expect(processExitsWith: .success) {
      Interruption.install()
      let scratch = try Scratch()
      let out = try OutputFolder(at: scratch("out"), apartFrom: [])
      try out.publish([("a", "旧")])
      try FileWriter.replace(scratch("f"), [1])
      let before = try scratch.snapshot("out")
      var limit = rlimit(rlim_cur: 4096, rlim_max: rlim_t.max)
      try #require(setrlimit(__rlimit_resource_t(1), &limit) == 0)
      let long = String(repeating: "长", count: 4096)
      let fault = #expect(throws: DiskFault.self) { try out.publish([("a", "新"), ("b", long)]) }
      #expect(fault?.message == "无法写入“\(scratch("out/b").display)”：超过文件大小上限")
      #expect(throws: DiskFault.self) { try FileWriter.replace(scratch("f"), Array(long.utf8)) }
      #expect(try scratch.snapshot("out") == before)
      #expect(try FileReader.read(scratch("f"), limit: 9).bytes == [1])
      #expect(try scratch.names() == ["f", "out"])
    }
  }

  @Test func signalsEndTheProcess() async {
    await #expect(processExitsWith: .exitCode(130)) {
      Interruption.install()
      send(SIGINT)
    }
    await #expect(processExitsWith: .exitCode(143)) {
      Interruption.install()
      send(SIGTERM)
    }
  }

  @Test func aSignalWhilePublishingLeavesTheOldFolder() async {
    await #expect(processExitsWith: .success) {
      Interruption.install()
      let scratch = try Scratch()
      let out = try OutputFolder(at: scratch("out"), apartFrom: [])
      try out.publish([("a", "旧")])
      let before = try scratch.snapshot("out")
      let error = #expect(throws: Interrupted.self) {
        let inventory = Inventory(
          listed: Manifest.listed,
          digest: { bytes in
            send(SIGTERM)
            return Manifest.digest(bytes)
          }, isAltered: { _ in false })
        return try out.publish(Manifest.documents([("a", "新")]), inventory: inventory)
      }
      #expect(error?.exitStatus == 143)
      #expect(try scratch.snapshot("out") == before)
      #expect(try scratch.names() == ["out"])
    }
  }

  @Test func aClosedPipeIsAFault() async {
    await #expect(processExitsWith: .success) {
      Interruption.install()
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      let fault = #expect(throws: DiskFault.self) { try StandardOutput.write("x") }
      #expect(fault?.message == "无法写入“标准输出”：接收方已经关闭")
      close(STDOUT_FILENO)
      try StandardStreams.occupy()
      let closed = #expect(throws: DiskFault.self) { try StandardOutput.write("x") }
      #expect(closed?.message == "无法写入“标准输出”：没有打开")
    }
  }
}

/// Sends a signal to this process and waits until it has arrived: worker threads leave it to the main thread.
private func send(_ signal: Int32) {
  kill(getpid(), signal)
  for _ in 0..<5000 where Interruption.pending == nil { usleep(1000) }
}
