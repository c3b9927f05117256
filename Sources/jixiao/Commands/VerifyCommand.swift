// jixiao verify: whether a finished folder is still what was written.

import ArgumentParser
import SelfEvaluation

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "复核已生成的文件夹：摘要、结构、页面与CSV逐格相等；指出被改动的文件、行和列。")

  @Argument(help: ArgumentHelp("report 生成的文件夹", valueName: "文件夹"))
  var folder: String

  @OptionGroup var templates: TemplateOptions

  func run() throws {
    let schemas = try PageSchemas(try templates.library())
    let path = try FolderTree.named(folder)
    // What is larger than any document of ours counts as empty: it is not what was written either way.
    let manifest = try FileReader.document(path.appending(Manifest.path.utf8)) ?? []
    let files = try FolderTree.list(path).map { name in
      (TextDecoder.displayName(name), try FileReader.document(path.appending(name)) ?? [])
    }
    let findings = Recheck.findings(manifest: manifest, files: files, schemas: schemas)
    for finding in findings { try StandardError.write(FindingText.text(finding, [])) }
    if findings.contains(where: { $0.severity == .error }) {
      try StandardError.write("复核未通过：\(FindingText.summary(findings))\n")
      throw DataHasErrors()
    }
    let listed = ManifestFile(manifest)?.documents.count ?? 0
    try StandardOutput.write("复核通过：清单所列 \(listed) 个文件与生成时一致\n")
  }
}
