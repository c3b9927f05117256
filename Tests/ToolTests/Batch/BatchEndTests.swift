// How a batch ends that does not reach its last unit, and two at once.

import Foundation
import Glibc
import Testing

@Suite struct BatchEndTests {
  /// Starts the tool without waiting.
  private func start(_ arguments: [String], messages: URL) throws -> Process {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Two runs on one OUT: both end well, every folder is whole, nothing is left beside them.
  @Test func twoAtOnce() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(6, below: root)
      let runs = try (0..<2).map { index in
        try start(
          [
            "batch", root.path, "-o", out.path, "--date", "2024-01-15", "--layout", "sharded", "-j", "2",
            "--ndjson", folder.appending(path: "l\(index)").path,
          ], messages: folder.appending(path: "m\(index)"))
      }
      for (index, run) in runs.enumerated() {
        run.waitUntilExit()
        let messages = String(decoding: try folder.appending(path: "m\(index)").bytes(), as: UTF8.self)
        #expect(run.terminationStatus == 0, "\(messages)")
      }
      #expect(
        try Data(contentsOf: folder.appending(path: "l0")) == Data(contentsOf: folder.appending(path: "l1")))
      for line in try Units.lines(folder.appending(path: "l0")) {
        let place = out.appending(path: try #require(line["output"] as? String))
        #expect(try Tool.run("verify", place.path).status == 0)
      }
      #expect(try hidden(out).isEmpty)
    }
  }

  private func hidden(_ out: URL) throws -> [String] {
    (FileManager.default.enumerator(atPath: out.path)?.allObjects as? [String] ?? []).filter {
      $0.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  /// SIGTERM and SIGINT in the middle: what stands is whole, nothing is left beside it, and a resumed run completes.
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130)] as [(Int32, Int32)])
  func aSignalLeavesWholeUnits(_ signal: Int32, _ status: Int32) throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(200, below: root)
      // Comes first, and is none of those that were completed.
      try Units.write(0, to: root.appending(path: "单位100"), breaking: true)
      let file = folder.appending(path: "lines")
      let run = try start(
        ["batch", root.path, "-o", out.path, "--date", "2024-01-15", "-j", "2", "--ndjson", file.path],
        messages: folder.appending(path: "messages"))
      // As soon as some unit stands.
      while run.isRunning {
        if let found = try? FileManager.default.contentsOfDirectory(atPath: out.path),
          found.contains(where: { $0.hasPrefix("U") })
        {
          break
        }
        usleep(5000)
      }
      kill(run.processIdentifier, signal)
      run.waitUntilExit()
      let messages = String(decoding: try folder.appending(path: "messages").bytes(), as: UTF8.self)
      #expect(run.terminationStatus == status, "\(messages)")
      #expect(messages.contains("已按要求中断") && messages.contains("--resume"))
      let hidden = try hidden(folder)
      #expect(hidden == [])
      let standing = try FileManager.default.contentsOfDirectory(atPath: out.path)
      #expect(!standing.isEmpty)
      for id in standing { #expect(try Tool.run("verify", out.appending(path: id).path).status == 0) }
      let partial = try file.bytes()
      let done = try Units.lines(file).count { $0["ok"] as? Bool == true }
      #expect(messages.contains("已完成的 \(done) 个单位保持完整"), "\(messages)")
      try Units.batch(root, out, "--resume", "--ndjson", file.path, expecting: 1)
      let whole = try Data(contentsOf: file)
      let lines = try Units.lines(file)
      #expect(whole.starts(with: partial) && lines.count == 201)
    }
  }

  /// Whether this process may mount a small disk; root in a container often may not.
  private static let mayMount: Bool = {
    let place = FileManager.default.temporaryDirectory.appending(path: "jixiao-mount-\(getpid())").path
    guard mkdir(place, 0o700) == 0 else { return false }
    defer { rmdir(place) }
    return mount("tmpfs", place, "tmpfs", 0, "size=64k") == 0 && umount2(place, Int32(MNT_DETACH)) == 0
  }()

  /// A disk that fills up: one sentence, status 74, whole units and complete lines.
  @Test(.enabled(if: mayMount)) func aFullDiskEndsTheRun() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, disk) = (folder.appending(path: "in"), folder.appending(path: "disk"))
      try Units.write(20, below: root)
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      try #require(mount("tmpfs", disk.path, "tmpfs", 0, "size=1500k") == 0)
      defer { umount2(disk.path, Int32(MNT_DETACH)) }
      let file = folder.appending(path: "lines")
      let run = try Units.batch(
        root, disk.appending(path: "out"), "-j", "2", "--ndjson", file.path, expecting: 74)
      #expect(run.messages.contains("空间不足，提前停止"))
      let lines = try Units.lines(file)
      #expect(lines.count < 20 && lines.allSatisfy { $0["ok"] as? Bool == true })
      for line in lines {
        let place = disk.appending(path: "out").appending(path: try #require(line["output"] as? String))
        #expect(try Tool.run("verify", place.path).status == 0)
      }
      #expect(try hidden(disk).isEmpty)
    }
  }

  /// A worker that dies costs its own unit only.
  @Test func aDeadWorkerCostsOneUnit() throws {
    try TemporaryFolder.with { (folder: URL) throws in
      let (root, out) = (folder.appending(path: "in"), folder.appending(path: "out"))
      try Units.write(200, below: root)
      let file = folder.appending(path: "lines")
      let run = try start(
        ["batch", root.path, "-o", out.path, "--date", "2024-01-15", "-j", "1", "--ndjson", file.path],
        messages: folder.appending(path: "messages"))
      var killed = false
      while !killed, run.isRunning {
        usleep(2000)
        let path = "/proc/\(run.processIdentifier)/task/\(run.processIdentifier)/children"
        let children = (try? URL(filePath: path).bytes()).map { String(decoding: $0, as: UTF8.self) }
        guard let child = children?.split(separator: " ").first.flatMap({ pid_t($0) }) else { continue }
        killed = kill(child, SIGKILL) == 0
      }
      run.waitUntilExit()
      try #require(killed)
      let messages = String(decoding: try folder.appending(path: "messages").bytes(), as: UTF8.self)
      #expect(run.terminationStatus == 70, "\(messages)")
      let lines = try Units.lines(file)
      #expect(lines.count == 200 && lines.count { $0["ok"] as? Bool == false } == 1)
      #expect(messages.contains("信号 9"))
    }
  }
}
