// --previous: last year's figures, from an output folder or from a submission folder.

import SelfEvaluation

enum PreviousYear {
  /// The figures of an output folder (it has a manifest), else of a submission examined like this year's.
  static func read(_ path: String, _ options: ReportOptions) throws -> PreviousFigures {
    let folder = try FolderTree.named(path)
    let manifest: [UInt8]
    do {
      manifest = try FileReader.wholeDocument(folder.appending(Manifest.path.utf8))
    } catch {
      guard error.isMissing else { throw error }
      return try examined(folder, path, options)
    }
    let details = try FileReader.wholeDocument(folder.appending(PreviousFigures.detailsPath.utf8))
    do {
      return try PreviousFigures(
        details: SourceFile(path: PreviousFigures.detailsPath, bytes: details), manifest: manifest,
        period: options.period)
    } catch {
      throw UsageFault(message: "“\(folder.display)”不能作上年：\(error.description)")
    }
  }

  private static func examined(
    _ folder: DiskPath, _ path: String, _ options: ReportOptions
  ) throws -> PreviousFigures {
    let content = try SubmissionFolder.read(folder)
    let files = content.files.map { SourceFile(path: TextDecoder.displayName($0.name), bytes: $0.bytes) }
    guard let report = Pipeline.examine(files, options: options).report else {
      throw UsageFault(message: "上年的填报目录“\(path)”有错误，先用 jixiao check 核对")
    }
    do {
      return try PreviousFigures(report)
    } catch {
      throw UsageFault(message: error.description)
    }
  }
}
