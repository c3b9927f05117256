// One unit of a batch: read, examined, written, and told in one line. A bad unit is a line too, never an end.

import Glibc
import SelfEvaluation

/// Output cannot be written at all (a full disk, say): the batch ends.
struct OutputFailure: Error { let message: String }

/// How every unit of a run is done.
struct UnitWork {
  let options: ReportOptions
  let templates: TemplateLibrary
  let schemas: PageSchemas
  let templateDigest: String
  let roles: Set<DocumentRole>
  let output: DiskPath
  let isSharded: Bool
  let force: Bool
  let resume: Bool
  let durability: OutputFolder.Durability

  /// Does a unit. `claim` gives its name to it, or says which folder bears it already.
  /// Throws `OutputFailure`, `Interrupted`, and what stops every unit alike.
  func run(_ folder: DiskPath, claim: (String) throws -> String?) throws -> UnitReport {
    let shown = folder.display
    let files: [SourceFile]
    let others: [String]
    let name: [UInt8]
    do {
      (files, others) = try SubmissionOptions.sources(of: folder)
      name = try UnitWork.name(of: folder)
    } catch let fault as DiskFault {
      return failed(UnitLine(.unreadable, reason: fault.message, options: options, folder: shown))
    }
    let unit = UnitIdentity(
      files, folderName: TextDecoder.displayName(name), encoding: options.encoding)
    if let first = try claim(unit.id) {
      let reason =
        UnitWork.isSame(first, folder)
        ? "这个文件夹列了两次，只做一次"
        : "“\(unit.id)”已是“\(first)”在输出文件夹里的名称"
          + (unit.code.isEmpty ? "；在 unit.csv 中填写单位编码" : "；核对两个文件夹的 unit.csv，单位编码不能相同，也不能只差文件名里不能用的字符和大小写")
      return failed(UnitLine(.twin, reason: reason, options: options, folder: shown, unit: unit))
    }
    let place = UnitPlace.path(of: unit.id, isSharded: isSharded)
    let key = UnitRecord.key(
      folder: shown, files: files, others: others, options: options, roles: roles, templates: templateDigest)
    if resume, let line = try keptLine(place, key) { return UnitReport(.kept, line) }

    let outcome = Pipeline.examine(files, others: others, options: options)
    guard let report = outcome.report else {
      return failed(UnitLine(refusing: outcome, options: options, folder: shown, id: unit.id))
    }
    let line = UnitLine(report, folder: shown, id: unit.id, output: place)
    let production = try Pipeline.produce(
      report, templates: templates, schemas: schemas, roles: roles,
      others: [UnitRecord.document(line, key: key)])
    guard production.faults.isEmpty else {
      return failed(
        UnitLine(faults: production.faults, of: outcome, options: options, folder: shown, id: unit.id))
    }
    do {
      let publication = try publish(production, at: place, from: folder)
      return UnitReport(.written, line.bytes, remarks: publication.remarks)
    } catch let fault as DiskFault where UnitWork.concernsAll(fault) {
      throw OutputFailure(message: fault.message)
    } catch let fault as DiskFault {
      return refused(fault.message, shown, unit)
    } catch let foreign as ForeignFiles {
      return refused(foreign.message, shown, unit)
    } catch let refusal as OutputRefusal {
      return refused(refusal.message, shown, unit)
    }
  }

  /// The folder's own name, also where it is given as `.`.
  private static func name(of folder: DiskPath) throws(DiskFault) -> [UInt8] {
    let name = folder.withoutTrailingSlashes.name
    let isNamed = !name.isEmpty && ![Array(".".utf8), Array("..".utf8)].contains(name)
    return isNamed ? name : try FileSystem.resolved(folder)?.name ?? name
  }

  /// Whether a folder as shown is this one, however the two are written.
  private static func isSame(_ shown: String, _ folder: DiskPath) -> Bool {
    let other = DiskPath(shown)
    do {
      if let one = try FileStatus.entry(other.bytes, following: true, shown: other),
        let two = try FileStatus.entry(folder.bytes, following: true, shown: folder)
      {
        return one.isSame(as: two)
      }
    } catch {
      // What is shown of a name that is no UTF-8 leads nowhere.
    }
    return shown == folder.display
  }

  private func publish(
    _ production: Pipeline.Production, at place: String, from folder: DiskPath
  ) throws -> OutputFolder.Publication {
    for (index, byte) in place.utf8.enumerated() where byte == UInt8(ascii: "/") {
      try NewFolder.make(output.appending(place.utf8.prefix(index)))
    }
    let target = try OutputFolder(at: output.appending(place.utf8), apartFrom: [folder])
    return try target.publish(production, force: force, durability: durability)
  }

  /// The line of an earlier run where nothing has changed since: same version, options and input, and every document
  /// of the manifest stands with its hash. What people have put beside them does not matter.
  private func keptLine(_ place: String, _ key: String) throws -> [UInt8]? {
    let folder = output.appending(place.utf8)
    func bytes(_ path: String) -> [UInt8]? {
      do {
        return try FileReader.read(folder.appending(path.utf8), limit: OutputFolder.documentLimit).bytes
      } catch {
        // Whatever is the matter with it, it is made again, and a fault that stays is met there.
        return nil
      }
    }
    guard let record = bytes(UnitRecord.path).flatMap({ UnitRecord($0) }), record.key == key,
      let manifest = bytes(Manifest.path), UnitRecord.stands(manifest, read: bytes)
    else { return nil }
    return record.bytes
  }

  private func failed(_ line: UnitLine) -> UnitReport {
    let refusal = line.refusal
    let first = refusal.map { $0.first.isEmpty ? "" : "；\($0.first)" } ?? ""
    return UnitReport(
      refusal?.failure == .fault ? .fault : .failed, line.bytes, reason: (refusal?.reason ?? "") + first)
  }

  private func refused(_ reason: String, _ folder: String, _ unit: UnitIdentity) -> UnitReport {
    failed(UnitLine(.output, reason: reason, options: options, folder: folder, unit: unit))
  }

  /// Whether the next unit would meet the same.
  private static func concernsAll(_ fault: DiskFault) -> Bool {
    [ENOSPC, EDQUOT, EROFS, EIO, EMFILE, ENFILE, ENOMEM].contains(fault.code)
  }
}

extension UnitWork {
  /// A worker's whole life: units come, reports go, until the leader is gone.
  func serve(_ socket: Int32) {
    while let task = Message(waitingOn: socket), task.kind == .unit, let path = task.parts.first {
      let answer: Message
      do {
        let report = try run(DiskPath(bytes: path)) { name throws in
          guard Message(.claim, Array(name.utf8)).write(to: socket),
            let reply = Message(waitingOn: socket)
          else { throw LeaderGone() }
          return reply.kind == .refused ? String(decoding: reply.parts.first ?? [], as: UTF8.self) : nil
        }
        answer = report.message
      } catch let stop as Interrupted {
        _exit(stop.exitStatus)
      } catch is LeaderGone {
        return
      } catch let failure as OutputFailure {
        answer = Message(.stop, Array(failure.message.utf8))
      } catch let fault as RenderingFault {
        answer = Message(.stop, Array(fault.description.utf8))
      } catch {
        answer = Message(.stop, Array("\(error)".utf8))
      }
      guard answer.write(to: socket) else { return }
    }
  }

  /// The leader ended while a worker waited for its answer.
  private struct LeaderGone: Error {}
}
